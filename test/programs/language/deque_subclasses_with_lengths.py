"""A deque counts negative subscripts from the length that its class gives; everything else goes by the items there are."""
from collections import OrderedDict, deque


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def subclass(result):
    class Counted(deque):
        def __len__(self):
            return result

    return Counted


class Raising(deque):
    def __len__(self):
        raise KeyError("length")


class Doubled(deque):
    def __iter__(self):
        for item in deque.__iter__(self):
            yield item
            yield item


for cls in (subclass(10), subclass(1), subclass(-1), Raising, Doubled):
    d = cls([1, 2, 3])
    show(lambda: repr(d))
    show(lambda: bool(d))
    for index in (2, 5, -1, -2, -9, -10):
        show(lambda: d[index])
        show(lambda: d.__setitem__(index, "new"))
    show(lambda: d.index(3))
    show(lambda: d.insert(5, "x"))
    show(lambda: d.insert(-20, "y"))
    show(lambda: d.rotate(1))
    show(lambda: list(d))
    show(lambda: d * 2)
    show(lambda: d + d)
    show(lambda: d == deque([1, 2, 3]))
    show(lambda: d.copy())
    show(lambda: list(reversed(d)))
    show(lambda: d.__delitem__(-1))
    show(lambda: d.__delitem__(9))
    show(lambda: d.pop())
    show(lambda: cls([1, 2, 3], 2))

# An OrderedDict has no __new__ of its own.
print("__new__" in OrderedDict.__dict__, OrderedDict.__new__ is dict.__new__, OrderedDict.__new__.__self__)
show(lambda: OrderedDict.__new__())
show(lambda: OrderedDict.__new__(1))
show(lambda: OrderedDict.__new__(dict))
show(lambda: OrderedDict.__new__(int))
show(lambda: dict.__new__(OrderedDict, 1, 2, a=3))
show(lambda: OrderedDict(1, 2, 3))


class Ordered(OrderedDict):
    pass


made = dict.__new__(Ordered)
made["b"] = 1
made["a"] = 2
made.move_to_end("b")
print(made, type(made), Ordered(z=1))
