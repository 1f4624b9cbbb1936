"""code, bdb, pdb, trace and linecache: sessions and debuggers driven by scripts."""
import bdb
import code
import io
import linecache
import pdb
import re
import sys
import trace
from contextlib import redirect_stderr, redirect_stdout


class Session(code.InteractiveConsole):
    def __init__(self, lines, **options):
        super().__init__({"__name__": "__console__", "given": 5}, **options)
        self.lines = iter(lines)

    def raw_input(self, prompt=""):
        try:
            line = next(self.lines)
        except StopIteration:
            raise EOFError from None
        print(prompt + line)
        return line

    def write(self, data):
        print(data, end="")


Session(["x = given * 2", "x", "if x > 5:", "    print('big')", "", "def f():", "    return 1 / 0", "", "f()", "'é' * 3", "a b", "[i for i in", "range(3)]", "_", "undefined", "None", "raise SystemExit", "lambda: 0 +", "import math; math.pi"][:16] + ["class A:", "  def m(self): return 'm'", "", "A().m()", "while False: pass", "", "'''open", "closed'''"]).interact(banner="Welcome", exitmsg="bye")
interpreter = code.InteractiveInterpreter({})
out = io.StringIO()
with redirect_stdout(out), redirect_stderr(out):
    print(interpreter.runsource("y = 5"), interpreter.runsource("if y:"), interpreter.runsource("y +"), interpreter.runsource("y", symbol="eval"), interpreter.runsource("z = 1; print(y)", symbol="exec"))
    interpreter.runcode(compile("raise KeyError('k')", "<c>", "exec"))
print(out.getvalue())
print(interpreter.locals["y"], code.compile_command("a = (") is None)

SOURCE = """\
def inner(n):
    total = 0
    for i in range(n):
        total += i * i
    return total

def outer(x):
    label = f"x={x}"
    result = inner(x)
    if result > 3:
        result = -result
    return label, result

value = outer(3)
done = True
"""
linecache.cache["<debuggee>"] = (len(SOURCE), None, SOURCE.splitlines(True), "<debuggee>")


class Tracer(bdb.Bdb):
    def __init__(self):
        super().__init__()
        self.events = []

    def user_call(self, frame, arguments):
        self.events.append(f"call {frame.f_code.co_name}")
        self.set_step()

    def user_line(self, frame):
        self.events.append(f"line {frame.f_lineno}")
        self.set_step()

    def user_return(self, frame, value):
        self.events.append(f"return {value!r}")

    def user_exception(self, frame, info):
        self.events.append(f"exception {info[0].__name__}")


tracer = Tracer()
tracer.run(compile(SOURCE, "<debuggee>", "exec"), {})
print(*tracer.events, sep=", ")


def debug(*commands):
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO("\n".join(commands) + "\n"), stdout=out, nosigint=True, readrc=False)
    debugger.use_rawinput = False
    debugger.prompt = "(Pdb) "
    try:
        debugger.run(compile(SOURCE, "<debuggee>", "exec"), {"__name__": "debuggee"})
    except bdb.BdbQuit:
        out.write("quit\n")
    print(re.sub(r"/\S*/bdb.py\(\d+\)", "bdb.py", re.sub(r"0x[0-9a-f]+", "0xN", out.getvalue())))


debug("next", "next", "list 1, 5", "step", "where", "args", "next", "p x, label", "pp {'x': x}", "step", "until 5", "p total, i", "return", "up", "p x", "down", "!x = 10", "continue")
debug("break 10", "continue", "p result", "whatis result", "result = 1", "display result", "next", "tbreak 12", "continue", "undefined_name", "1 / 0", "source inner", "alias dbl p %1 * 2", "dbl 21", "alias", "jump 11", "p result", "clear 1", "break", "help next", "interact_not", "q")
debug("b 2, n > 2", "c", "w", "condition 1", "ignore 1 2", "commands 1", "silent", "p n", "end", "disable 1", "enable 1", "b", "longlist", "exceptions", "rv", "quit")
tracer = trace.Trace(count=True, trace=False)
namespace = {}
tracer.runctx(compile(SOURCE, "<debuggee>", "exec"), namespace, namespace)
counts = tracer.results().counts
print(sorted((line, n) for (name, line), n in counts.items() if name == "<debuggee>"), namespace["value"])
try:
    bdb.Bdb().get_bpbynumber("99")
except ValueError as error:
    print(error)
print(sys.gettrace())
