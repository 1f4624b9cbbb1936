"""Exception groups: except*, splitting, nesting, derive, notes, chaining, errors of construction."""


def show(group, depth=0):
    print("  " * depth + f"{type(group).__name__}: {group}" + (f" {getattr(group, '__notes__', '')}" if hasattr(group, "__notes__") else ""))
    for sub in getattr(group, "exceptions", ()):
        show(sub, depth + 1)


eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("nested", [TypeError(2), ValueError(3), OSError(4)]), KeyError("k")])
eg.add_note("a note")
show(eg)
match, rest = eg.split(ValueError)
show(match), show(rest)
print(eg.subgroup(lambda e: isinstance(e, TypeError)).exceptions[0].exceptions, eg.split(ZeroDivisionError)[0], eg.subgroup((TypeError, KeyError)).exceptions, eg.subgroup(ExceptionGroup) is eg, eg.message, len(eg.exceptions), repr(eg), str(eg))


def run(raising):
    try:
        try:
            raising()
        except* ValueError as e:
            print("  ValueErrors:", e.exceptions, repr(e))
        except* (TypeError, KeyError) as e:
            print("  Type/Key:", [repr(x) for x in e.exceptions])
            raise
        except* OSError as e:
            raise RuntimeError("replaced") from e
        else:
            print("  nothing")
        finally:
            print("  finally")
    except BaseException as e:
        print("  left over:", repr(e), "| cause", repr(e.__cause__), "| context", type(e.__context__).__name__)
        show(e, 2) if isinstance(e, BaseExceptionGroup) else None
    else:
        print("  all handled")


def raiser(exception):
    def raise_it():
        raise exception

    return raise_it


run(lambda: None)
run(raiser(ValueError("naked")))
run(raiser(ZeroDivisionError("naked, unmatched")))
run(raiser(eg))
run(raiser(ExceptionGroup("only values", [ValueError(1), ValueError(2)])))
run(raiser(ExceptionGroup("unmatched", [ZeroDivisionError(), ValueError(9)])))
run(raiser(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(5)])))
run(raiser(ExceptionGroup("os", [OSError(1)])))
try:
    try:
        raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("from handler")
    except* TypeError as e:
        raise e
except ExceptionGroup as combined:
    show(combined)
    print([type(x.__context__).__name__ for x in combined.exceptions])


class Http(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, excs):
        return Http(self.message, excs, self.code)


h = Http("http", [ValueError("a"), TypeError("b")], 404)
part = h.split(TypeError)[0]
print(type(part).__name__, part.code, part.exceptions, type(ExceptionGroup("m", [h]).split(TypeError)[0].exceptions[0]).__name__)


class Plain(ExceptionGroup):
    pass


print(type(Plain("p", [ValueError(), TypeError()]).split(ValueError)[0]).__name__, type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__, issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception), ExceptionGroup.__mro__[1].__name__)
try:
    try:
        1 / 0
    except ZeroDivisionError as cause:
        raise ExceptionGroup("chained", [ValueError(7)]) from cause
except* ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.exceptions, e.__traceback__ is not None)


def control_flow():
    for i in range(3):
        try:
            raise ExceptionGroup("x", [ValueError(i)])
        except* ValueError as e:
            seen.append(e.exceptions[0].args[0])
    return seen


seen = []
print(control_flow(), "e" in globals())
for action in (lambda: ExceptionGroup(), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup("m", [ValueError]), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: Plain("m", [SystemExit()]), lambda: ExceptionGroup("m", (ValueError(),)).exceptions, lambda: setattr(eg, "message", 1), lambda: setattr(eg, "exceptions", 1), lambda: eg.split(5), lambda: eg.split(int), lambda: eg.subgroup([ValueError]), lambda: ExceptionGroup("m", {ValueError()}), lambda: ExceptionGroup("m", [ValueError()], 3), lambda: eg.derive([]), lambda: eg.derive([ValueError(5)])):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
for source in ("try: pass\nexcept* ValueError: pass\nexcept TypeError: pass", "try: pass\nexcept*: pass", "try: pass\nexcept* ValueError: return", "def f():\n try: pass\n except* ValueError: return", "for x in y:\n try: pass\n except* V: break", "for x in y:\n try: pass\n except* V: continue", "try: pass\nexcept* ValueError, TypeError: pass", "try: pass\nexcept ValueError, TypeError as e: pass", "try: pass", "try: pass\nelse: pass", "try: pass\nexcept: pass\nexcept V: pass", "try: pass\nfinally: pass\nexcept V: pass", "except V: pass", "try: pass\nexcept V as 1: pass", "try: pass\nexcept V as a.b: pass", "try:\nexcept: pass", "try: pass\nexcept A, B: pass", "for x in y:\n try: pass\n except* V:\n  for z in w: break"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset)
for bad in (ExceptionGroup, (ValueError, ExceptionGroup), 5):
    try:
        try:
            raise ValueError
        except* bad:
            pass
    except TypeError as e:
        print(e)
