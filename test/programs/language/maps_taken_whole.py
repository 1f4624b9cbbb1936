"""Builtins that take all items of a map: order of effects, errors in the middle, iterators that are used again."""
import sys


def show(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


text = "hello, world" * 300
print(sum(map(ord, text)), max(map(ord, text)), min(map(ord, text)), len(list(map(ord, text))), len(set(map(ord, text))))
print(sum(map(ord, "aé\u20ac\U0001f600")), list(map(ord, "é\ud800\U0001f600")), sum(map(float, "123")), sum(map(len, ["a", "bc"]), 0.5))
print(sum(map(int, ["9" * 20, "1", "-3"])), sum(map(lambda n: n * 2**60, range(5))), sum(map(bool, [1, 0, "x"])))

# An error in the middle leaves the iterator behind the item.
letters = iter("abcdefg")
show(lambda: sum(map(lambda c: ord(c) if c != "c" else c, letters)))
print(list(letters))
letters = iter(["a", "b", "cc", "d", "e"])
show(lambda: sum(map(ord, letters)))
print(list(letters))
letters = iter(["a", "b", "cc", "d", "e"])
show(lambda: list(map(ord, letters)))
print(list(letters))
numbers = iter([3, 4, "x", 5, 6])
show(lambda: max(map(lambda n: n, numbers)))
print(list(numbers))
numbers = iter([0, 0, 7, 8, 9])
print(any(map(bool, numbers)), list(numbers))
numbers = iter([1, 1, 0, 8, 9])
print(all(map(bool, numbers)), list(numbers))

# Effects come in order.
log = []


class Adds:
    def __init__(self, n):
        self.n = n

    def __radd__(self, other):
        log.append(f"add {self.n}")
        return other + self.n


def make(n):
    log.append(f"make {n}")
    return Adds(n) if n % 2 else n


print(sum(map(make, range(6))), log)
log.clear()


class Text(str):
    def upper(self):
        log.append("own upper")
        return "?"


print(list(map(str.upper, ["a", Text("b"), "c"])), log)
show(lambda: list(map(str.upper, ["a", 1, "b"])))
show(lambda: list(map(list.append, [[], []])))
print(list(map(dict.keys, [{1: 2}])), list(map(dict.fromkeys, ["ab", "c"])), list(map(str.split, ["a b", " c"])))

growing = [1, 2, 3]
growing.extend(map(lambda n: len(growing), [0, 0, 0]))
print(growing)


class Stops:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n == 3:
            raise KeyError("three")
        if self.n < 0:
            raise StopIteration
        return self.n


stops = Stops(7)
show(lambda: list(map(str, stops)))
print(list(map(str, stops)))


def stop(n):
    if n == 2000:
        raise StopIteration
    return n


it = iter(range(5000))
print(sum(map(stop, it)), next(it), len(list(map(stop, it))))


class Mine(map):
    def __next__(self):
        return super().__next__() + 100


print(list(Mine(abs, [-1, -2])), sum(Mine(abs, [-1, -2])), list(map(pow, [2, 3], [4, 5])))

# Whoever looks at the iterator meanwhile sees it where it is.
source = iter(range(10))
seen = []


def peek(n):
    seen.append(next(source, None))
    return n


print(sum(map(peek, source)), seen)
shared = map(str, range(4000))
print(len("".join(shared)), next(shared, "end"))


def depth(n):
    return sys._getframe().f_back.f_code.co_name


def caller():
    return list(map(depth, range(2)))


print(caller())
