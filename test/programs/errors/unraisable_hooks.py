"""Exceptions that cannot propagate: the default output and a hook."""
import sys
import weakref


class Noisy:
    def __del__(self):
        raise ValueError("from __del__")


class Target:
    pass


def callback(reference):
    raise LookupError("from a callback")


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.err_msg, args.exc_traceback is not None)


sys.unraisablehook = hook
sys.unraisablehook(sys.UnraisableHookArgs((ValueError, ValueError("x"), None, "message", None)))
sys.unraisablehook = sys.__unraisablehook__
sys.unraisablehook(sys.UnraisableHookArgs((ValueError, ValueError("shown"), None, None, None)))
sys.unraisablehook(sys.UnraisableHookArgs((ValueError, ValueError("with message"), None, "While testing", None)))
sys.unraisablehook(sys.UnraisableHookArgs((KeyError, KeyError("with object"), None, None, len)))
sys.unraisablehook(sys.UnraisableHookArgs((KeyError, None, None, "no value", 5)))
try:
    1 / 0
except ZeroDivisionError as error:
    sys.unraisablehook(sys.UnraisableHookArgs((type(error), error, error.__traceback__, None, "text")))
try:
    sys.UnraisableHookArgs((1, 2))
except TypeError as error:
    print(error)
