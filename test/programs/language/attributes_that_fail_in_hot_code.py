"""Attributes, items and cached results that are mostly missing: handlers that come late, errors that nobody looks at, and those that somebody does."""

import functools
import pickle
import traceback


class Empty:
    pass


class Slotted:
    __slots__ = ("value", "__dict__")


class Hidden:
    __slots__ = ("value",)


class Computed:
    @property
    def value(self):
        raise AttributeError("computed")

    def __getattr__(self, name):
        return f"<{name}>"


def own(thing):
    found = {}
    try:
        found = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        pass
    if type(found).__name__ == "mappingproxy":
        return "class"
    return dict.get(found, "value", "none")


def attribute(thing, name):
    try:
        return object.__getattribute__(thing, name)
    except AttributeError as error:
        return f"{error} {error.name} {error.obj is thing} {len(error.args)}"


def objects():
    full = Empty()
    full.value = 3
    slotted = Slotted()
    slotted.value = 4
    slotted.other = 5
    hidden = Hidden()
    hidden.value = 6
    return [full, Empty(), slotted, Slotted(), hidden, Hidden(), Computed(), "text", 3, None, 2.5, Empty, len, own]


def late_handlers():
    things = objects()
    for _ in range(400):
        first = own(things[0])
    print(first, [[own(thing) for thing in things] for _ in range(300)][-1])
    print(own(Empty), [own(thing) for thing in (type("D", (dict,), {})(), ValueError(), type("M", (type,), {}))])
    for name in ("value", "__dict__", "__class__", "real", "other", "\ud83d", "\U0001f600"):
        answers = [[attribute(thing, name) for thing in things] for _ in range(100)][-1]
        print(*[ascii(answer) if isinstance(answer, str) else type(answer).__name__ for answer in answers], sep="; ")
    try:
        attribute(3, 4)
    except TypeError as error:
        print(error)


def inner(thing, depth):
    if depth:
        return inner(thing, depth - 1)
    return thing.missing


def outer(thing, depth):
    try:
        return inner(thing, depth)
    except AttributeError as error:
        return error


def lasting():
    thing = Empty()
    errors = [outer(thing, number % 4) for number in range(600)]
    for error in errors[-4:]:
        print(error, error.args, error.name, error.obj is thing, error.__context__, end=" ")
        print([entry.name for entry in traceback.extract_tb(error.__traceback__)])
    Empty.__name__ = "Renamed"
    print(errors[7], repr(outer(thing, 0)))
    Empty.__name__ = "Empty"
    changed = errors[8]
    changed.args = ("mine", 2)
    print(changed, changed.name, changed.obj is thing)
    changed = errors[9]
    changed.name = "another"
    print(changed, changed.name, changed.__dict__)
    changed = errors[10]
    changed.__init__("new", name="n")
    print(changed, changed.name, changed.obj)
    copy = pickle.loads(pickle.dumps(errors[11]))
    print(repr(copy), copy.name, copy.obj)
    print(errors[12].__reduce__()[1], errors[13].with_traceback(None) is errors[13])


class Special(AttributeError):
    pass


class Counted(AttributeError):
    made = 0

    def __init__(self, *args):
        Counted.made += 1
        super().__init__(*args)


def fail(kind, *args):
    raise kind(*args)


def raised(kind, *args):
    try:
        fail(kind, *args)
    except LookupError:
        return "lookup"
    except (AttributeError, NameError) as error:
        return (type(error).__name__, error.args, error.name)


def classes():
    kinds = [AttributeError, NameError, Special, Counted, UnboundLocalError]
    for kind in kinds:
        print([raised(kind, "a", number) for number in range(300)][-1], raised(kind), raised(kind, None))
    print(Counted.made)
    try:
        raise AttributeError("text", name="n", obj=3)
    except AttributeError as error:
        print(error, error.name, error.obj)


@functools.lru_cache(maxsize=4)
def joined(*args):
    return "-".join(map(str, args))


def cached():
    @functools.cache
    def added(*args):
        return sum(args)

    total = 0
    for number in range(2000):
        args = tuple(range(number % 5))
        total += len(joined(*args)) + added(*args)
        total += joined(*[number % 3, 1, 2]) == f"{number % 3}-1-2"
        if number % 500 == 499:
            joined.cache_clear()
    print(total, joined.cache_info(), added.cache_info())
    try:
        for number in range(300):
            joined(*(1, 2, number and number < 299 or []))
    except TypeError as error:
        print(error)
    print(joined(*(1, True, 2)), joined(*(1.0, 1, 2)), joined.cache_info())


def missing_keys(tables, keys):
    found = 0
    for table in tables:
        for key in keys:
            try:
                found += table[key]
            except (KeyError, IndexError):
                found += 100
    return found


def subscripts():
    table = {"a": 1, "b": 2}
    for _ in range(300):
        all_found = missing_keys([table], ["a", "b"])
    print(all_found, [missing_keys([table], ["a", "x", "b", "y"]) for _ in range(300)][-1])
    print([missing_keys([[1, 2], (3,)], [0, 1, 5]) for _ in range(300)][-1])
    try:
        missing_keys([table, 3], ["a"])
    except TypeError as error:
        print(error)


late_handlers()
lasting()
classes()
cached()
subscripts()
