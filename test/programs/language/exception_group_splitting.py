"""Exception groups in depth: split and subgroup trees, derive, except* semantics, notes, causes, nesting, reraising, control flow."""
import asyncio
import contextlib
import traceback


def tree(error, depth=0):
    notes = f" {error.__notes__}" if getattr(error, "__notes__", None) else ""
    print("  " * depth + f"{type(error).__name__}: {error}{notes}")
    if isinstance(error, BaseExceptionGroup):
        for child in error.exceptions:
            tree(child, depth + 1)


group = ExceptionGroup("all", [
    ValueError(1), TypeError("t"), ExceptionGroup("io", [OSError(2, "gone"), ConnectionResetError("reset"), ExceptionGroup("deep", [ValueError(2), KeyError("k")])]),
])  # fmt: skip
group.add_note("note of all")
for wanted in ValueError, (OSError, KeyError), ExceptionGroup, lambda e: isinstance(e, Exception) and "2" in str(e), IndexError:
    match_, rest = group.split(wanted)
    print("--- split", getattr(wanted, "__name__", wanted) if not isinstance(wanted, tuple) else [w.__name__ for w in wanted])
    for part in match_, rest:
        tree(part) if part else print("nothing")
print(group.subgroup(ConnectionError).exceptions[0].exceptions, group.subgroup(lambda e: e is group) is group)
for arguments in [("only",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", (ValueError(),)), ("m", ValueError()), ("m", [KeyboardInterrupt()]), ("m", [ValueError], 3)]:
    for cls in ExceptionGroup, BaseExceptionGroup:
        try:
            made = cls(*arguments)
            print(f"{cls.__name__}{arguments} -> {made!r}")
        except Exception as error:
            print(f"{cls.__name__}{arguments} {type(error).__name__}: {error}")


class Coded(ExceptionGroup):
    def __new__(cls, message, errors, code=0):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Coded(self.message + " (part)", errors, self.code + 1)


class Plain(ExceptionGroup):
    pass


for cls in Coded, Plain:
    made = cls("own", [ValueError("a"), cls("nested", [TypeError("b"), ValueError("c")])])
    made.__cause__ = OSError("cause")
    left, right = made.split(ValueError)
    print(repr(left), repr(right), getattr(left, "code", "-"), left.__cause__, left.message)


def run(raiser):
    caught = []
    try:
        try:
            raiser()
        except* ValueError as error:
            caught.append(("value", error))
        except* (TypeError, KeyError) as error:
            caught.append(("type/key", error))
            if "again" in str(error.exceptions):
                raise
            if "new" in str(error.exceptions):
                raise RuntimeError("from handler")
        except* OSError:
            caught.append(("os", None))
        else:
            caught.append("else")
        finally:
            caught.append("finally")
    except BaseException as error:
        caught.append("escaped")
        print([c if isinstance(c, str) else c[0] for c in caught])
        tree(error, 1)
        print("   context:", repr(error.__context__))
    else:
        print([c if isinstance(c, str) else (c[0], c[1] and c[1].exceptions) for c in caught])


def raising(error):
    def action():
        raise error

    return action


run(lambda: None)
run(raising(ValueError("bare")))
run(raising(group))
run(raising(ExceptionGroup("g", [TypeError("again"), ValueError("v"), IndexError("i")])))
run(raising(ExceptionGroup("g", [TypeError("new"), ValueError("v"), IndexError("i")])))
run(raising(ZeroDivisionError("z")))
run(raising(BaseExceptionGroup("b", [KeyboardInterrupt("ctrl"), ValueError("v")])))
run(raising(TypeError("again")))


def shadow():
    e = "outer"
    try:
        raise ExceptionGroup("s", [ValueError()])
    except* ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(shadow())
for source in [
    "try: pass\nexcept* ValueError: pass\nexcept TypeError: pass", "try: pass\nexcept*: pass", "for x in y:\n try: pass\n except* ValueError: break",
    "def f():\n try: pass\n except* ValueError: return 1", "while 1:\n try: pass\n except* E: continue", "try: pass\nexcept* (A, B) as c: x = 1", "try: pass\nexcept* A, B: pass",
]:  # fmt: skip
    try:
        compile(source, "s", "exec")
        print("compiled")
    except SyntaxError as error:
        print(error.msg)
for kind in ExceptionGroup, (ValueError, ExceptionGroup), 3, (ValueError, "x"):
    try:
        try:
            raise ValueError("v")
        except* kind:
            print("unreachable?")
    except* TypeError as error:
        print(error.exceptions)
    except* ValueError:
        print("value")


async def fails(delay, error):
    for _ in range(delay):
        await asyncio.sleep(0)
    raise error


async def group_tasks():
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fails(1, ValueError("first")))
            tasks.create_task(fails(1, TypeError("second")))
            tasks.create_task(asyncio.sleep(1000))
    except* ValueError as error:
        print("async value:", error.exceptions)
    except* TypeError as error:
        print("async type:", error.exceptions)


asyncio.run(group_tasks())
with contextlib.suppress(ValueError):
    raise ValueError
try:
    with contextlib.suppress(ValueError, KeyError):
        raise ExceptionGroup("mixed", [ValueError(1), ExceptionGroup("in", [KeyError(2)]), OSError(3)])
except ExceptionGroup as error:
    tree(error)
with contextlib.suppress(ValueError):
    raise ExceptionGroup("all suppressed", [ValueError(1)])
try:
    with contextlib.ExitStack() as stack:
        for i in range(3):
            stack.callback(lambda i=i: 1 / i if i == 0 else int(f"x{i}"))
        raise LookupError("body")
except Exception as error:
    while error:
        print(repr(error))
        error = error.__context__
try:
    try:
        raise ExceptionGroup("outer", [ValueError("x"), ExceptionGroup("inner", [KeyError("y")])])
    except* KeyError as error:
        raise OSError("translated") from error
except ExceptionGroup as error:
    text = "".join(traceback.format_exception_only(error, show_group=True))
    print(text, [type(e).__name__ for e in error.exceptions], sep="")
