"""try/except/else/finally, chaining, re-raising, exception attributes, cleanup of names, control flow in finally."""
import sys
import traceback


def attempt(action):
    try:
        result = action()
    except (ValueError, KeyError) as error:
        return f"first {error!r}"
    except ArithmeticError as error:
        return f"arith {error}"
    except:
        return f"bare {sys.exc_info()[0].__name__}"
    else:
        return f"else {result}"
    finally:
        print("finally", end=" ")


print(attempt(lambda: 1), attempt(lambda: {}["k"]), attempt(lambda: 1 / 0), attempt(lambda: int("x")), attempt(lambda: exit), attempt(lambda: [][1]), sep="\n")


def order():
    try:
        try:
            raise KeyError("inner")
        finally:
            yield "finally 1"
            try:
                raise ValueError("during")
            except ValueError as e:
                yield f"nested handler, context {e.__context__!r}"
    except KeyError as e:
        yield f"outer {e!r} {e.__context__}"
    else:
        yield "never"


print(*order(), sep=" / ")
for chain in ("raise B('b')", "raise B('b') from None", "raise B('b') from a", "raise B('b') from OSError('explicit')", "raise", "raise a", "raise a from a", "raise a.with_traceback(None)", "raise B from KeyError"):
    class B(Exception):
        pass

    try:
        try:
            raise LookupError("a")
        except LookupError as a:
            exec(chain)
    except Exception as e:
        print(chain, "->", repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)


def lost():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            saved = e
        finally:
            print("loop", i, sys.exception())
    return "e" in locals(), saved.args


print(lost(), sys.exception())


def nested():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            inner = sys.exception()
        outer = sys.exception()
    return inner, outer, inner.__context__ is outer, sys.exception()


print(nested())
err = ValueError("msg", 2, [3])
print(err, repr(err), err.args, str(ValueError()), str(ValueError("one")), str(ValueError(None)), repr(KeyError("k")), str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), ValueError("a") == ValueError("a"))
err.args = ("changed",)
err.note = 1
err.add_note("first note")
err.add_note("second\nnote")
print(err, err.__notes__, err.__dict__.keys(), "".join(traceback.format_exception_only(err)), end="")
o = OSError(2, "No such", "file.txt", None, "other")
print(o, o.errno, o.strerror, o.filename, o.filename2, type(o).__name__, type(OSError(13, "x")).__name__, type(OSError("one")).__name__, repr(OSError(1, "two")), OSError(17, "e", "f"))
print(repr(StopIteration(5).value), SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, ImportError("m", name="n", path="p").name, AttributeError("x", name="a", obj=5).obj, NameError("n", name="q").name, UnicodeDecodeError("utf8", b"\xff", 0, 1, "why"), UnicodeEncodeError("ascii", "é", 0, 1, "no"), SyntaxError("bad", ("f", 1, 2, "text", 1, 3)).text)


class Custom(Exception):
    def __init__(self, code, *, detail=""):
        super().__init__(code, detail)
        self.code = code

    def __str__(self):
        return f"custom {self.code}"


try:
    raise Custom(42, detail="d")
except Custom as c:
    print(c, repr(c), c.args, c.code, isinstance(c, Exception), c.__traceback__.tb_lineno > 0, c.__traceback__.tb_frame.f_code.co_name)


class Meta(type):
    def __instancecheck__(cls, instance):
        return True


class Everything(Exception, metaclass=Meta):
    pass


try:
    try:
        raise OSError("not caught by instancecheck")
    except Everything:
        print("wrong")
except OSError as e:
    print(e)
for matcher in ("int", "5", "(ValueError, 5)", "[ValueError]", "()", "(KeyError, (ValueError, TypeError))", "'x'", "undefined"):
    try:
        try:
            raise ValueError("v")
        except eval(matcher):
            print(matcher, "caught")
    except Exception as e:
        print(matcher, "->", type(e).__name__, e)
for bad in ("raise 5", "raise int", "raise 'text'", "raise None", "raise ValueError from 5", "raise ValueError('x') from int", "raise", "raise Exception.__new__", "raise type('E', (Exception,), {'__new__': lambda c: 7})", "raise type('F', (Exception,), {'__init__': lambda s: 1 / 0})"):
    try:
        exec(bad)
    except BaseException as e:
        print(bad, "->", type(e).__name__, e, repr(e.__cause__))


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(e)
try:
    try:
        1 / 0
    finally:
        {}["lost in finally"]
except KeyError as e:
    print(e, repr(e.__context__))
print([c.__name__ for c in FloatingPointError.__mro__], issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError, [c.__name__ for c in UnicodeError.__subclasses__()][:3], BaseException.__doc__)
a, b = ValueError(1), ValueError(2)
a.__context__ = b
for action in (lambda: setattr(a, "__cause__", 5), lambda: setattr(a, "__context__", "x"), lambda: setattr(a, "__traceback__", 5), lambda: setattr(a, "args", 5), lambda: a.add_note(5), lambda: delattr(a, "__cause__"), lambda: delattr(a, "args"), lambda: a.with_traceback(5), lambda: setattr(a, "__suppress_context__", "x"), lambda: ValueError(x=1), lambda: UnicodeDecodeError("a"), lambda: OSError(x=1), lambda: BaseException.__new__(int)):
    try:
        print(action(), a.__context__)
    except Exception as e:
        print(type(e).__name__, e)
