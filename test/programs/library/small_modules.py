"""atexit, marshal, gc, sysconfig-free sys, platform-free os odds, timeit and cProfile without times, wave, rlcompleter."""
import atexit
import cProfile
import gc
import io
import marshal
import os
import pstats
import re
import rlcompleter
import sys
import timeit
import types
import wave

for value in (None, True, 5, -(2**70), 1.5, 2j, "text é", b"bytes", (1, (2,)), [1, [2]], {"k": {1: 2}}, frozenset({1}), ..., StopIteration):
    assert marshal.loads(marshal.dumps(value)) == value
code = compile("x = [n * n for n in range(5)]", "<m>", "exec")
scope = {}
exec(marshal.loads(marshal.dumps(code)), scope)
print(scope["x"], marshal.loads(marshal.dumps({1, 2})), marshal.version >= 4)
for wrong in [lambda: marshal.dumps(object()), lambda: marshal.loads(b""), lambda: marshal.loads(b"?"), lambda: marshal.loads(b"i\1"), lambda: marshal.loads("text")]:
    try:
        print("fine", wrong())
    except (ValueError, EOFError, TypeError) as error:
        print(type(error).__name__, error)
print(timeit.timeit("total += 1", "total = 0", number=10) >= 0, len(timeit.repeat("pass", number=1, repeat=4)), timeit.Timer(lambda: None).autorange(lambda n, t: None)[0] >= 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


profile = cProfile.Profile()
profile.enable()
fib(8)
sorted([3, 1, 2], key=lambda v: -v)
profile.disable()
out = io.StringIO()
stats = pstats.Stats(profile, stream=out)
stats.strip_dirs().sort_stats("name").print_stats("fib|lambda")
print(re.findall(r"^\s+(\d+(?:/\d+)?) .*\((\S+)\)$", out.getvalue(), re.M), profile.getstats() != [])
print({k[2]: v[:2] for k, v in stats.stats.items() if k[2] in ("fib", "<lambda>")})
buffer = io.BytesIO()
with wave.open(buffer, "wb") as w:
    w.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
    w.writeframes(bytes(range(100)))
buffer.seek(0)
with wave.open(buffer) as w:
    print(w.getparams(), w.readframes(3), w.tell(), len(buffer.getvalue()))
try:
    wave.open(io.BytesIO(b"not a wave file"))
except (wave.Error, EOFError) as error:
    print(type(error).__name__, error)
completer = rlcompleter.Completer({"number": 5, "numeral": "x", "module": types.SimpleNamespace(alpha=1, beta=len)})
print([completer.complete("num", i) for i in range(3)], [completer.complete("module.", i) for i in range(3)], completer.complete("impo", 0), completer.complete("zzz", 0))
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.collect() >= 0, len(gc.get_count()), isinstance(gc.get_objects(), list), gc.is_tracked({}), gc.is_tracked("a"))
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.intern("abc") is sys.intern("abc"), sys.float_info.mant_dig, sys.getdefaultencoding(), sys.flags.optimize, sys.hexversion >> 24, sys.maxunicode, sys.api_version, sys.copyright.splitlines()[0][:9], sys.exc_info(), sys.getsizeof([]) > 0, sys.is_finalizing(), len(sys.argv), "json" in sys.stdlib_module_names, "sys" in sys.builtin_module_names, sys.getfilesystemencoding(), sys.hash_info.width, sys.int_info.default_max_str_digits)
sys.set_int_max_str_digits(700)
try:
    print(len(str(10**800)))
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("9" * 5000) == 10**5000 - 1)


def hook(value):
    print(f"display {value!r}")


sys.displayhook, saved = hook, sys.displayhook
exec(compile("1 + 1", "<d>", "single"))
sys.displayhook = saved
exec(compile("40 + 2", "<d>", "single"))
print(__builtins__._ if hasattr(__builtins__, "_") else "no _", os.cpu_count() > 0, os.getpid() > 0, os.path.isdir(os.getcwd()), os.name, os.get_terminal_size.__name__, os.urandom(4) != os.urandom(4), len(os.times()), os.strerror(2), os.umask(0o22) >= 0, os.get_exec_path() != [])


class Audit:
    events = []

    def __call__(self, event, arguments):
        if event.startswith("corpus."):
            self.events.append((event, arguments))


sys.addaudithook(Audit())
sys.audit("corpus.event", 1, "two")
print(Audit.events, sys.getallocatedblocks() >= 0, sys.getswitchinterval() > 0)


@atexit.register
def last():
    print("last: registered first")


def with_arguments(a, *, b):
    print("exit handler", a, b)


atexit.register(with_arguments, 1, b=2)
atexit.register(print, "removed")
atexit.unregister(print)
print("end of the program")
