"""threading.excepthook, called by hand: its default output and a replacement."""
import threading
import types

try:
    {}["in a thread"]
except KeyError as error:
    args = types.SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, thread=types.SimpleNamespace(name="Worker-1"))
threading.excepthook(threading.ExceptHookArgs((args.exc_type, args.exc_value, args.exc_traceback, args.thread)))
threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(1), None, args.thread)))
print(threading.__excepthook__ is threading.excepthook)
threading.excepthook = lambda args: print("mine", args.exc_type.__name__)
threading.excepthook(args)
