"""Exceptions in code that is hot: raised, handled, raised again and passed on by compiled code, with everything that can be seen of it."""
import sys


def places(error):
    tb = error.__traceback__
    found = []
    while tb is not None:
        code = tb.tb_frame.f_code
        found.append((code.co_name, tb.tb_lineno - code.co_firstlineno))
        tb = tb.tb_next
    return found


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        return len(str(error))


def parse_all(n):
    s = 0
    for i in range(n):
        s += parse("x" if i % 3 == 0 else str(i))
    return s


print([parse_all(1500) for _ in range(3)])


def variables(n):
    """What the body of `try` has changed is seen by the handler."""
    done = failed = 0
    last = "none"
    x = 0.5
    for i in range(n):
        try:
            last = i
            x = x + 1.0
            done += 1
            if i % 5 == 4:
                raise KeyError(i)
            x = x - 1.0
        except KeyError as error:
            failed += error.args[0]
            last = str(last)
            x = x - 1.0
        else:
            last = -i
    return done, failed, last, x


print(variables(2000), variables(7))


def lookups(table, keys):
    found = missing = 0
    for key in keys:
        try:
            found += table[key]
        except KeyError:
            missing += 1
        except TypeError as error:
            missing += len(str(error))
    return found, missing


table = {i: i for i in range(0, 1000, 2)}
for keys in (range(1000), [1, 2, 3] * 400, [[], 2] * 300, "abc" * 300):
    print(lookups(table, keys))


def indices(items, n):
    out = 0
    for i in range(n):
        try:
            out += items[i % 7]
        except IndexError:
            out += 1000
    return out


print(indices([1, 2, 3, 4, 5], 2000), indices((1, 2), 2000), indices([0.5] * 6, 1000), indices("", 100))


def divide(n):
    s = 0
    for i in range(n):
        try:
            s += 100 // (i % 10)
            s += 1 / (i % 4)
            s += i % (i % 3)
        except ZeroDivisionError as error:
            s += len(error.args[0])
    return round(s, 6)


print(divide(1000), divide(1000))


class Problem(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


class Harder(Problem):
    pass


def raises(i):
    if i % 2 == 0:
        raise Harder(i, "even")
    if i % 3 == 0:
        raise Problem(i)
    return i


def deeper(i):
    try:
        return raises(i)
    finally:
        counts["finally"] += 1


def passes_on(i):
    return deeper(i) + 1


def catches(n):
    s = 0
    last = None
    for i in range(n):
        try:
            s += passes_on(i)
        except Harder as error:
            last = error
            s += error.code
        except Problem as error:
            s -= error.code
    return s, last


counts = {"finally": 0}
for n in (1200, 1201, 4):
    s, last = catches(n)
    print(s, counts, last.args, places(last), last.__context__)


def chain(n):
    out = []
    for i in range(n):
        try:
            try:
                raise ValueError(i)
            except ValueError as error:
                if i % 2:
                    raise Problem("from", i) from error
                raise KeyError("in handler", i)
        except (Problem, KeyError) as error:
            if i % 500 == 0 or i == n - 1:
                out.append((type(error).__name__, error.args, repr(error.__cause__), repr(error.__context__)))
                out.append(places(error))
                out.append(places(error.__context__))
    return out


for entry in chain(1002):
    print(entry)


def again(n):
    kept = None
    for i in range(n):
        try:
            try:
                raises(i * 2)
            except Problem:
                raise
        except Problem as error:
            kept = error
        assert sys.exception() is None
    return places(kept), kept.args


print(again(800))


def nested(n):
    log = 0
    for i in range(n):
        try:
            log += 1
            try:
                log += 10
                if i % 4 == 0:
                    raise ValueError
                if i % 4 == 1:
                    continue
                if i % 4 == 2 and i > n - 6:
                    break
            finally:
                log += 100
            log += 1000
        except ValueError:
            log += 10_000
        else:
            log += 100_000
        finally:
            log += 1_000_000
    return log


print(nested(1000), nested(1000), nested(9))


def returns(i):
    try:
        if i % 3 == 0:
            return "try"
        if i % 3 == 1:
            raise OSError(i)
    except OSError:
        return "except"
    else:
        return "else"
    finally:
        counts["finally"] += 1


names = {}
for i in range(1500):
    name = returns(i)
    names[name] = names.get(name, 0) + 1
print(names, counts)


class Manager:
    entered = left = 0

    def __init__(self, takes):
        self.takes = takes

    def __enter__(self):
        Manager.entered += 1
        return self

    def __exit__(self, kind, error, tb):
        Manager.left += 1
        return kind is not None and issubclass(kind, self.takes)


def managed(n):
    s = 0
    for i in range(n):
        try:
            with Manager(ValueError) as m, Manager(KeyError):
                s += 1
                if i % 3 == 0:
                    raise ValueError
                if i % 3 == 1:
                    raise KeyError
                if i % 11 == 0:
                    raise TypeError
                s += 10
        except TypeError:
            s += 100
    return s, Manager.entered, Manager.left


print(managed(1000), managed(1000))


def handled_inside(n):
    seen = 0
    for i in range(n):
        try:
            raise Problem(i)
        except Problem as error:
            assert sys.exception() is error
            inner()
            assert sys.exception() is error
            seen += 1
        try:
            error
        except UnboundLocalError as unbound:
            if i == 0:
                print(unbound)
    return seen


def inner():
    outer = sys.exception()
    try:
        raise LookupError
    except LookupError as error:
        assert error.__context__ is outer
        assert sys.exception() is error
    assert sys.exception() is outer


print(handled_inside(1000), sys.exception())


def changing(n):
    """The class that `except` names changes while the code is hot."""
    wanted = KeyError
    caught = escaped = 0
    for i in range(n):
        if i == n // 2:
            wanted = (ValueError, IndexError)
        if i == n - 2:
            wanted = 5
        try:
            try:
                raise (KeyError if i % 2 else IndexError)(i)
            except wanted:
                caught += 1
        except LookupError:
            escaped += 1
        except TypeError as error:
            escaped += 1000
            message = str(error)
    return caught, escaped, message


print(changing(2000))


def groups(n):
    s = 0
    for i in range(n):
        try:
            raise ExceptionGroup("g", [ValueError(i), TypeError(i)] if i % 2 else [ValueError(i)])
        except* ValueError as group:
            s += len(group.exceptions)
        except* TypeError:
            s += 10
    return s


print(groups(800))


def stepping(items):
    it = iter(items)
    s = 0
    while True:
        try:
            s += next(it)
        except StopIteration:
            return s
        except TypeError:
            s += 1_000_000


print(stepping(range(3000)), stepping([1, "a", 2.5] * 200))


def attributes(objects):
    s = 0
    for o in objects:
        try:
            s += o.code
        except AttributeError as error:
            s += len(str(error))
            assert error.obj is o and error.name == "code"
    return s


print(attributes([Problem(1), Problem(2)] * 400), attributes([Problem(1), 5, "x"] * 300))


def escapes(n):
    for i in range(n):
        try:
            raises(i * 6 + 1 if i < n - 1 else 3)
        except Harder:
            pass


for n in (900, 900):
    try:
        escapes(n)
    except Problem as error:
        print(places(error), error.args)


def recursive(n):
    try:
        if n == 0:
            raise Problem("bottom")
        recursive(n - 1)
    except KeyError:
        print("never")
    finally:
        counts["finally"] += 1


for _ in range(20):
    try:
        recursive(100)
    except Problem as error:
        depth = len(places(error))
print(depth, counts)


def infinite(n):
    try:
        return infinite(n + 1)
    except ValueError:
        return 0


for _ in range(3):
    try:
        infinite(0)
    except RecursionError as error:
        print(error)


def in_generator(n):
    for i in range(n):
        try:
            yield raises(i)
        except Problem as error:
            yield -error.code


print(sum(in_generator(2000)))


def trace_midway(n):
    s = 0
    for i in range(n):
        try:
            if i == n - 2:
                sys.settrace(tracer)
            s += parse("x" if i % 2 else "1")
        finally:
            s += 1
    sys.settrace(None)
    return s


def tracer(frame, event, arg):
    if frame.f_code.co_name != "parse":
        return None
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg[0].__name__ if event == "exception" else arg))
    return tracer


for n in (600, 601):
    events = []
    print(trace_midway(n), events)
