"""sys and builtins as hooks: displayhook, audit, intern, flags, argv, import hooks, __build_class__, breakpoint, exit callbacks."""
import builtins
import sys

print(sys.argv[1:], sys.flags.optimize, sys.byteorder in ("little", "big"), sys.maxsize > 2**31, sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.releaselevel, sys.hexversion >> 16 == 0x30E, sys.float_repr_style, sys.int_info.bits_per_digit, sys.hash_info.modulus == 2**61 - 1, sys.getdefaultencoding(), sys.maxunicode)


def display(value):
    print("display:", value)


sys.displayhook = display
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("None\n", "<s>", "single"))
exec(compile("'a'; 'b'\n", "<s>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("'shown'\n", "<s>", "single"))
print(builtins._)
events = []
sys.addaudithook(lambda event, args: events.append(event) if event.startswith("my.") else None)
sys.audit("my.event", 1, 2)
sys.audit("other.event")
print(events)
sys.breakpointhook = lambda *args, **kw: print("breakpoint", args, kw)
breakpoint(1, k=2)
print(sys.intern("text") is sys.intern("te" + "xt"), sys.getrecursionlimit(), sys.getswitchinterval() > 0, sys.getallocatedblocks() >= 0, sys.getsizeof([]) > 0, callable(sys.exit), sys.exc_info(), sys.is_finalizing())
original = builtins.__build_class__


def build(function, name, *bases, **kw):
    print("building", name, [b.__name__ for b in bases], kw)
    return original(function, name, *bases, **kw)


builtins.__build_class__ = build


class Built(int, metaclass=type):
    pass


builtins.__build_class__ = original
real_import = builtins.__import__


def importing(name, globals=None, locals=None, fromlist=(), level=0):
    if name in ("colorsys", "imaginary"):
        print("importing", name, fromlist, level)
    if name == "imaginary":
        return type(sys)("imaginary")
    return real_import(name, globals, locals, fromlist, level)


builtins.__import__ = importing
import colorsys
import imaginary
from colorsys import rgb_to_hsv

builtins.__import__ = real_import
print(imaginary.__name__, colorsys.rgb_to_hsv(1, 0, 0) == rgb_to_hsv(1, 0, 0))
real_print, output = builtins.print, []
builtins.print = lambda *args, **kw: output.append(args)
print("captured", 1)
builtins.print = real_print
print(output)
builtins.answer = 42
print(answer, "answer" in dir(builtins), __builtins__ is builtins)
del builtins.answer
restricted = {"__builtins__": {"len": len, "__import__": real_import}}
print(eval("len('abc')", restricted))
for source in ("print(1)", "open('x')", "__import__('sys').maxsize > 0", "class_ = 1; class_", "[x for x in (1, 2)]", "().__class__.__name__"):
    try:
        print(eval(source, restricted))
    except Exception as error:
        print(source, type(error).__name__, error)
try:
    exec("class X: pass", {"__builtins__": {}})
except NameError as error:
    print(error)
print(sorted(k for k in globals() if k.startswith("__")), __name__, __doc__[:16], __builtins__.__name__, __debug__)
for action in (lambda: sys.intern(5), lambda: sys.audit(), lambda: sys.setswitchinterval(0), lambda: sys.set_int_max_str_digits(5), lambda: sys.getsizeof(), lambda: sys.setrecursionlimit(), lambda: sys._getframe(1000), lambda: sys.addaudithook(), lambda: setattr(sys.flags, "optimize", 1), lambda: sys.flags[99], lambda: sys.version_info.nope, lambda: sys.call_tracing(len, 5), lambda: sys.exit.__call__.__name__, lambda: sys.displayhook(), lambda: sys.unraisablehook(5), lambda: sys.get_int_max_str_digits(), lambda: type(sys.flags)()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
