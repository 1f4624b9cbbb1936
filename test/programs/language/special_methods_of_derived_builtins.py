"""Special methods of classes that derive from int, str, list, tuple, dict, set and float, in hot code, with other classes coming later."""

import sys


class Whole(int):
    def __add__(self, other):
        return Whole(int(self) + int(other) + 1)

    def __neg__(self):
        return Whole(-int(self))

    def __bool__(self):
        return int(self) > 3

    def __lt__(self, other):
        return int(self) > int(other)


class Odd(Whole):
    def __add__(self, other):
        if int(self) % 50 == 49:
            return NotImplemented
        return super().__add__(other)


class Real(float):
    def __mul__(self, other):
        return Real(float(self) * float(other) + 0.5)

    def __rsub__(self, other):
        return Real(other + 100)


class Text(str):
    def __getitem__(self, key):
        return Text("<" + super().__getitem__(key) + ">")

    def __contains__(self, item):
        return item == "always" or super().__contains__(item)

    def __len__(self):
        return super().__len__() + 1


class Items(list):
    def __getitem__(self, key):
        return super().__getitem__(key) * 2

    def __setitem__(self, key, value):
        if value == -77:
            raise ValueError(f"{sys._getframe(1).f_code.co_name} {key}")
        super().__setitem__(key, value)

    def __iter__(self):
        for index in range(len(self)):
            yield self[index] + 1

    def __bool__(self):
        return False


class Pair(tuple):
    def __getitem__(self, key):
        return ("zero", "one")[key] if key in (0, 1) else super().__getitem__(key)

    def __eq__(self, other):
        return len(self) == len(other)

    __hash__ = tuple.__hash__


class Names(dict):
    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except KeyError:
            return self.missing(key)

    def missing(self, key):
        self[key] = len(self)
        return -1

    def __delitem__(self, key):
        super().__delitem__(key)


class Several(set):
    def __contains__(self, item):
        return super().__contains__(item) or item == 5


def numbers(n, make):
    total = make(1)
    signs = 0
    for i in range(n):
        total = total + i
        if total:
            signs += 1
        if -total:
            signs += 2
        if total < i:
            signs += 4
    return int(total), type(total).__name__, signs


def reals(n):
    value = Real(1.0)
    for i in range(n):
        value = (i - value) * 0.5
    return repr(float(value)), type(value).__name__


def texts(n, text):
    total = 0
    for i in range(n):
        total += len(text[i % 3]) + ("always" in text) + ("b" in text) + len(text)
    return total


def lists(n, items, last):
    total = 0
    for i in range(n):
        items[i % 3] = last if i == n - 1 else i
        total += items[i % 3] + (1 if items else 0)
        if i % 100 == 0:
            for item in items:
                total += item
    return total, list(items)


def pairs(n, pair, other):
    found = []
    equal = 0
    for i in range(n):
        found.append(pair[i % 3])
        equal += pair == other
    return found[-3:], equal


def names(n, mapping):
    total = 0
    for i in range(n):
        total += mapping[i % 11]
        if i % 11 == 10:
            del mapping[i % 7]
    return total, sorted(mapping.items())


def sets(n, values):
    return sum(i % 9 in values for i in range(n))


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        trace, lines = error.__traceback__.tb_next, []
        while trace is not None:
            lines.append((trace.tb_frame.f_code.co_name, sorted(trace.tb_frame.f_locals)[:2]))
            trace = trace.tb_next
        return type(error).__name__, str(error), lines


for n in (4, 3000):
    print(numbers(n, Whole), attempt(numbers, n, Odd), numbers(n, int))
    print(reals(n))
    print(texts(n, Text("abc")), texts(n, "abc"), attempt(texts, n, Text("ab")))
    print(lists(n, Items([1, 2, 3]), 5), lists(n, [1, 2, 3], 5), attempt(lists, n, Items([1, 2, 3]), -77))
    print(attempt(lists, n, Items([1, 2]), 5))
    print(pairs(n, Pair((1, 2, 3)), (4, 5, 6)), pairs(n, (1, 2, 3), (1, 2, 3)), attempt(pairs, n, Pair((1,)), ()))
    print(names(n, Names()), attempt(names, n, {}), attempt(names, n, Names({i: i for i in range(11)})))
    print(sets(n, Several({1, 2})), sets(n, {1, 2}))

Items.__getitem__ = lambda self, key: 1000
print(lists(3000, Items([1, 2, 3]), 5))
del Items.__getitem__
print(lists(3000, Items([1, 2, 3]), 5))
Whole.__add__ = lambda self, other: Whole(7)
print(numbers(3000, Whole))
