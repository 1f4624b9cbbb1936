"""traceback: printing, formatting and inspecting exceptions of all kinds."""
import io
import re
import sys
import traceback


def clean(text):
    return re.sub(r'File "[^"]*[/\\]', 'File "', text)


def level(n):
    if n == 0:
        return {}["missing"]
    return level(n - 1)


def chained():
    try:
        level(2)
    except KeyError as error:
        raise ValueError("while handling") from error


def contextual():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name  # noqa: B018, F821


def suppressed():
    try:
        int("x")
    except ValueError:
        raise RuntimeError("clean") from None


def noted():
    error = TypeError("with notes")
    error.add_note("first note")
    error.add_note("second\nnote")
    raise error


def syntax():
    compile("x = (1,\ny = 2\n", "<source>", "exec")


def indentation():
    exec("if 1:\nx")


def recursion(n=0):
    return recursion(n + 1)


def group():
    errors = []
    for f in (chained, noted, lambda: int("z")):
        try:
            f()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("several", [errors[0], ExceptionGroup("nested", errors[1:]), OSError(2, "No such file", "name")])


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


class Custom(Exception):
    """Custom."""


Custom.__module__ = "package.module"


def unprintable():
    raise Unprintable


def custom():
    raise Custom("a", 1)


def multiline():
    return (
        level(0)
        + 1
    )  # fmt: skip


def attribute():
    class Thing:
        colour = 1

    return Thing().color


def positions():
    data = {"key": [1, 2, {"inner": None}]}
    return data["key"][2]["inner"]["x"] + (lambda: 5)()


for function in (chained, contextual, suppressed, noted, syntax, indentation, group, unprintable, custom, multiline, attribute, positions):
    try:
        function()
    except Exception:
        print(f"== {function.__name__}")
        print(clean(traceback.format_exc()), end="")
try:
    recursion()
except RecursionError as error:
    text = clean("".join(traceback.format_exception(error)))
    print(text.splitlines()[-1])

try:
    chained()
except ValueError as caught:
    error = caught
print(clean("".join(traceback.format_exception(error, chain=False))))
print(clean("".join(traceback.format_exception(error, limit=1))))
print(clean("".join(traceback.format_exception(error.__cause__, limit=-1))))
print(traceback.format_exception_only(error), traceback.format_exception_only(ValueError, ValueError("x")), traceback.format_exception_only(None), [type(error).__name__])
for entry in traceback.extract_tb(error.__cause__.__traceback__):
    print(entry.name, entry.line, entry.lineno - level.__code__.co_firstlineno, entry.colno, entry.end_colno)
out = io.StringIO()
traceback.print_exception(error, file=out)
traceback.print_tb(error.__traceback__, file=out)
print(clean(out.getvalue()))
record = traceback.TracebackException.from_exception(error, compact=True)
print(record.exc_type_str, str(record), len(record.stack), record == traceback.TracebackException.from_exception(error))
print(clean("".join(record.format())))


def local_names():
    number, text = 5, "five"
    return number / 0, text


try:
    local_names()
except ZeroDivisionError as zero:
    print(traceback.TracebackException.from_exception(zero, capture_locals=True).stack[-1].locals)


def walk():
    return [f.f_code.co_name for f, _ in traceback.walk_stack(None)], [s.name for s in traceback.extract_stack()]


print(walk())
summary = traceback.StackSummary.from_list([("file.py", 3, "func", "  text  "), traceback.FrameSummary("other.py", 5, "g", lookup_line=False, line="code")])
print(summary.format(), traceback.format_list([("a", 1, "b", None)]), summary[1] == ("other.py", 5, "g", "code"), repr(summary[0]))
print("".join(traceback.StackSummary.from_list([("f", 1, "same", "x")] * 8).format()))
try:
    group()
except* ValueError as g:
    print("values:", [str(e) for e in g.exceptions])
except* (TypeError, OSError) as g:
    print("others:", g)
try:
    raise ExceptionGroup("top", [ValueError(i) for i in range(20)])
except ExceptionGroup as e:
    print(clean("".join(traceback.TracebackException.from_exception(e, max_group_width=2, max_group_depth=1).format())))
try:
    try:
        raise KeyError("tb")
    except KeyError as e:
        raise e.with_traceback(None) from e
except KeyError as e:
    print(clean("".join(traceback.format_exception(e))), e.__cause__ is e)
old, sys.stderr = sys.stderr, io.StringIO()
sys.excepthook(*sys.exc_info() if sys.exc_info()[0] else (ValueError, ValueError("hooked"), None))
captured, sys.stderr = sys.stderr.getvalue(), old
print(captured)
