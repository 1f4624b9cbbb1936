"""Special methods of builtin types called by name, setters of properties, of descriptors and of `__setattr__`, in hot code."""

import sys


class Fields(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __getitem__(self, key):
        return super().__getitem__(key) + 1

    def __contains__(self, key):
        return dict.__contains__(self, key) or key == "always"

    def __len__(self):
        return super().__len__() + 100


class Numbers(list):
    def __init__(self, items):
        super().__init__(items)
        self.calls = 0

    def append(self, item):
        self.calls += 1
        super().append(item)

    def __eq__(self, other):
        return super().__eq__(other)

    __hash__ = None


class Bare:
    pass


class Derived(Bare):
    def __init__(self):
        super().__init__()
        self.x = 1


class Frozen:
    def __init__(self, x, y):
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign {name}")


class Logged:
    count = 0

    def __setattr__(self, name, value):
        Logged.count += 1
        super().__setattr__(name, value)


class Typed:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name}: {value!r}")
        instance.__dict__[self.name] = value


class Box:
    typed = Typed()

    def __init__(self):
        self._width = 0

    @property
    def width(self):
        return self._width

    @width.setter
    def width(self, value):
        if value == 37:
            raise ValueError(sys._getframe().f_code.co_name)
        self._width = value
        return "ignored"


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        frames, trace = [], error.__traceback__
        while trace is not None:
            frames.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
            trace = trace.tb_next
        return type(error).__name__, str(error), frames[1:]


def subclass_of_dict(n):
    fields = Fields()
    total = 0
    for i in range(n):
        fields[i % 7] = i
        total += fields[i % 7] + (i in fields) + ("always" in fields) + len(fields)
    return total, dict(fields)


def subclass_of_list(n):
    numbers = Numbers([1])
    for i in range(n):
        numbers.append(i)
    return len(numbers), numbers.calls, numbers == [1, *range(n)], Numbers([1]) == Numbers([2])


def by_name(n, values):
    total = 0
    for i in range(n):
        value = values[i % len(values)]
        total += int.__add__(i, 2) + list.__len__(value) + value.__len__() + (5).__mul__(i) + i.__neg__()
        total += len(str.upper("ab")) + str.__len__("abc") + (value.__contains__(i)) + (3).__lt__(i)
    return total


def wrong(n, what):
    results = []
    for i in range(n):
        try:
            if what == 0 or i < n - 4:
                list.__len__([1])
            elif what == 1:
                list.__len__((1,))
            elif what == 2:
                [].__len__(1)
            elif what == 3:
                list.__len__()
            elif what == 4:
                [1].__getitem__(4)
            elif what == 5:
                (5).__add__()
            elif what == 6:
                object.__setattr__(5, "x", 1)
            elif what == 7:
                object.__setattr__(Bare(), 5, 1)
            elif what == 8:
                object.__setattr__(Fields, "x", 1)
            elif what == 9:
                str.upper(5)
            elif what == 10:
                list.append([])
            elif what == 11:
                object.__init__(Bare(), 1)
            elif what == 12:
                [].__len__(x=1)
        except (TypeError, IndexError, AttributeError) as error:
            results.append((type(error).__name__, str(error)))
    return results


def wrong_in_turn(n):
    return [wrong(n, what) for what in range(13)]


def bare_objects(n):
    made = [Bare() for _ in range(n)]
    kept = None
    for i in range(n):
        kept = Bare()
        kept.number = i
    return len({id(o) for o in made}) == n, kept.number, type(kept).__name__, sum(Derived().x for _ in range(n))


def frozen(n):
    total = 0
    for i in range(n):
        thing = Frozen(i, i + 0.5)
        total += thing.x + thing.y
    return total, attempt(setattr, Frozen(1, 2), "x", 5), attempt(store_in_frozen, n)


def store_in_frozen(n):
    for i in range(n):
        thing = Frozen(i, i)
        if i == n - 1:
            thing.x = 5


def logged(n):
    Logged.count = 0
    thing = Logged()
    for i in range(n):
        thing.a = i
        thing.b = i / 2
    return thing.a, thing.b, Logged.count


def set_properties(box, n, value):
    for i in range(n):
        box.width = value + i
        box.typed = i
    return box.width, box.typed


def set_once(box, value):
    box.typed = value
    box.width = value


def change_class(n):
    results = []
    for step in range(3):
        for i in range(n):
            thing = Bare()
            if step == 1 and i == n // 2:
                Bare.__init__ = lambda self: setattr(self, "made", True)
            if step == 2 and i == n // 2:
                del Bare.__init__
        results.append(hasattr(thing, "made"))
    return results


def change_property(n):
    class Changing(Box):
        pass

    thing = Changing()
    for i in range(n):
        thing.width = i + 40
        if i == n // 2:
            Changing.width = property(lambda self: -1, lambda self, value: None)
    return thing.width, thing._width


def main():
    for n in (3, 4000):
        print(subclass_of_dict(n))
        print(subclass_of_list(n))
        print(by_name(n, [[1], [1, 2], [3]]))
        print(bare_objects(n))
        print(frozen(n))
        print(logged(n))
        print(set_properties(Box(), n, 40))
        print(attempt(set_properties, Box(), n, 36))
        print(attempt(set_properties, Box(), n, 37 - n))
        for _ in range(n):
            set_once(Box(), 1)
        print(attempt(set_once, Box(), "text"), attempt(set_once, Box(), 37))
        print(change_property(n))
        print(attempt(by_name, n, [[1], "text", [2]]))
    print(change_class(2000))
    for line in wrong_in_turn(3000):
        print(line)


main()
