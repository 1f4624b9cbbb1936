"""Stores that Python functions make, and special methods of builtin types that are called by name."""


class Typed:
    def __set__(self, instance, value):
        instance.value = value


class Box:
    typed = Typed()

    def __init__(self):
        self._width = 0
        self.value = 0

    @property
    def width(self):
        return self._width

    @width.setter
    def width(self, value):
        self._width = value


class Checked:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Frozen:
    def __init__(self, x):
        object.__setattr__(self, 'x', x)

    def __setattr__(self, name, value):
        raise AttributeError(name)


class Doubled(dict):
    def __getitem__(self, key):
        return super().__getitem__(key) * 2

    def __setitem__(self, key, value):
        super().__setitem__(key, value)

    def __contains__(self, key):
        return key == 'a'


def by_property(box, n):
    for i in range(n):
        box.width = i  #: guards 1


def by_descriptor(box, n):
    for i in range(n):
        box.typed = i  #: guards 2


def by_setattr(checked, n):
    checked.x = 0
    for i in range(n):
        checked.x = i  #: guards 1


def frozen(n):
    total = 0
    for i in range(n):
        total += Frozen(i).x  #: guards 1
    return total


def by_name(numbers, n):
    total = 0
    for i in range(n):
        total += list.__len__(numbers)  #: guards 4, frame, has invokeWrapper(_
    return total


def of_base(mapping, n):
    total = 0
    for i in range(n):
        total += mapping['a']  #: guards 5, frame
        mapping['a'] = i  #: guards 3, frame
        if 'a' in mapping:  #: guards 3
            total += 1
    return total


box = Box()
mapping = Doubled(a=1)
checked = Checked()
for _ in range(200):
    by_property(box, 10)
    by_descriptor(box, 10)
    by_setattr(checked, 10)
    frozen(10)
    by_name([1], 10)
    of_base(mapping, 10)
