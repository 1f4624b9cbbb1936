"""warnings: filters, categories, recording, errors, deprecations."""
import io
import re
import sys
import warnings
from warnings import catch_warnings, deprecated, filterwarnings, resetwarnings, simplefilter, warn, warn_explicit


class Custom(UserWarning):
    pass


def noisy(message="noise", category=None, level=1):
    warn(message, category, stacklevel=level)


with catch_warnings(record=True) as caught:
    simplefilter("always")
    noisy()
    noisy("custom", Custom)
    warn(Custom("an instance"))
    warn("deprecated", DeprecationWarning)
    noisy("from the caller", level=2)
for w in caught:
    print(w.category.__name__, w.message, w.lineno > 0, w.filename.endswith("warnings_control.py"), type(w.message).__name__)
print(caught[0].lineno == noisy.__code__.co_firstlineno + 1, caught[-1].lineno != caught[0].lineno)

for action in ("default", "once", "module", "ignore", "always", "all"):
    with catch_warnings(record=True) as caught:
        resetwarnings()
        simplefilter(action)
        for _ in range(3):
            noisy("same")
        for text in ("a", "b", "a"):
            noisy(text)
    print(action, [str(w.message) for w in caught])
with catch_warnings():
    simplefilter("error")
    for category in (None, Custom, SyntaxWarning):
        try:
            noisy("raised", category)
        except Warning as w:
            print(type(w).__name__, w)
with catch_warnings(record=True) as caught:
    resetwarnings()
    filterwarnings("ignore", message="skip .*")
    filterwarnings("error", category=Custom)
    filterwarnings("always", module=r"pkg\.")
    noisy("skip this")
    noisy("keep this")
    warn_explicit("explicit", UserWarning, "file.py", 7, module="pkg.mod", registry={})
    try:
        noisy("boom", Custom)
    except Custom as error:
        print("error:", error)
    print([(str(w.message), w.lineno if w.filename == "file.py" else "-") for w in caught], len(warnings.filters))
    print(warnings.filters[0][0], warnings.filters[1][0], warnings.filters[1][2].__name__)
for wrong in [lambda: warn("x", int), lambda: simplefilter("bogus"), lambda: filterwarnings("ignore", message=3), lambda: warn_explicit("m", UserWarning, "f", "1"), lambda: filterwarnings("ignore", lineno=-1), lambda: warn("x", stacklevel="y"), lambda: warn(), lambda: filterwarnings("always", category="x"), lambda: catch_warnings().__exit__(), lambda: deprecated(3)]:
    try:
        print("fine", wrong())
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, "-", error)


@deprecated("use new() instead")
def old(x):
    """Old."""
    return x


@deprecated("class is old", category=Custom, stacklevel=1)
class Old:
    def __init__(self, n):
        self.n = n


with catch_warnings(action="ignore"):

    class Sub(Old):
        pass


@deprecated("silent", category=None)
def silent():
    return "silent"


with catch_warnings(record=True) as caught:
    simplefilter("always")
    print(old(3), Old(2).n, Sub(1).n, silent(), old.__deprecated__, silent.__deprecated__, old.__name__, old.__doc__)

    class Later(Old):
        pass

    print([(w.category.__name__, str(w.message)) for w in caught])
print(warnings.formatwarning("message", UserWarning, "file.py", 3, "the line"), end="")
saved, sys.stderr = sys.stderr, io.StringIO()
with catch_warnings():
    simplefilter("always")
    noisy("shown on stderr")
    warnings.showwarning("direct", Custom, "f.py", 1, line="source")
    original, warnings.showwarning = warnings.showwarning, lambda m, c, f, n, file=None, line=None: print("hook:", c.__name__, m)
    noisy("through the hook")
    warnings.showwarning = original
text, sys.stderr = sys.stderr.getvalue(), saved
print(re.sub(r"\S*warnings_control.py:\d+", "warnings_control.py:N", text))
with catch_warnings(action="ignore", category=Custom):
    noisy("ignored", Custom)
with catch_warnings(record=True) as caught:
    simplefilter("always")
    for source in ["x is 1", "assert (1, 'm')", "'\\q'", "1()", "[1]['a']", "0x1or 1", "try:\n  pass\nfinally:\n  pass", "def f():\n for i in x:\n  try: pass\n  finally: continue"]:
        compile(source, "<c>", "exec")
    for w in caught:
        print(w.category.__name__, w.message, w.filename, w.lineno)
print(warnings.WarningMessage("m", UserWarning, "f", 2))
with catch_warnings(record=True) as caught:
    simplefilter("default")
    for _ in range(2):
        eval("noisy('in eval')")
    print(len(caught), issubclass(EncodingWarning, Warning))
