"""Errors in exec, eval and compile: file names, missing source lines, nested calls."""
import traceback

code = compile("def inner(x):\n    return x / 0\n\ninner(1)\n", "<generated>", "exec")
for action in (lambda: exec(code), lambda: exec("a = 1\nb = a.missing\n"), lambda: eval("1 +"), lambda: eval("1 + None"), lambda: eval("x y"), lambda: exec("if x\n"), lambda: exec("\tx = 1\n y = 2"), lambda: eval("(1, "), lambda: exec("exec('exec(\"1/0\")')"), lambda: compile("x = 1", "f", "eval"), lambda: compile("x = 1; y = 2", "f", "single"), lambda: compile("", "f", "eval"), lambda: compile("1", "f", "wrong"), lambda: compile(5, "f", "exec"), lambda: eval(b"\xff"), lambda: eval("a\0b"), lambda: exec("return 1"), lambda: eval("yield 1"), lambda: eval("lambda: (yield)")().send(1), lambda: exec("await x"), lambda: exec("'abc"), lambda: eval("'a' 'b' 5"), lambda: eval("𝐱"), lambda: exec("x = é$"), lambda: eval(code), lambda: exec(code, 5), lambda: eval("1", {}, 5), lambda: eval("1", [])):
    try:
        print(type(action()))
    except Exception as error:
        print("".join(traceback.format_exception(error)[2:]), end="")
exec(compile("\n\ndef f():\n    raise LookupError('no source')\n", "<nowhere>", "exec"))
f()
