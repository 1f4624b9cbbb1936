"""if, while, for, break, continue, else, pass, del, assert: corners of control flow."""


def search(items, wanted):
    for index, item in enumerate(items):
        if item is None:
            continue
        if item == wanted:
            break
    else:
        return "not found"
    return index


print(search([1, None, 3], 3), search([], 0), search([None], None))
n = 10
while n:
    n -= 3
    if n < 0:
        break
else:
    print("never")
while False:
    pass
else:
    print("while-else at", n)
for i in range(3):
    for j in range(3):
        if j > i:
            break
        if (i + j) % 2:
            continue
        print((i, j), end=" ")
    else:
        print("| full", end=" ")
        continue
    print("| cut", end=" ")
print(i, j)
for x in []:
    pass
else:
    print("x" in globals())
for [a, (b, *c)] in [[1, (2, 3, 4)], ["x", "yz"]]:
    print(a, b, c)
lst, obj = [0, 0], type("O", (), {})()
for lst[0], obj.attr in zip(range(3), "pqr"):
    pass
print(lst, obj.attr)
for i in range(3):
    i = 10
    print(i, end=" ")
print()


def flow():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            yield f"body {i}"
        except GeneratorExit:
            raise
        else:
            yield f"else {i}"
        finally:
            yield f"finally {i}"
    else:
        yield "exhausted"
    yield "end"


print(list(flow()))


def returns():
    for i in range(3):
        try:
            return i
        finally:
            if i < 1:
                continue_flag = True
            print("cleanup", i)


def nested_finally(trail):
    for i in "ab":
        try:
            try:
                if i == "a":
                    continue
                return "returned " + i
            finally:
                trail.append("inner " + i)
        finally:
            trail.append("outer " + i)


trail = []
print(returns(), nested_finally(trail), trail)
a = b = c = []
a.append(1)
x, y = y, x = 1, 2
print(a is b is c, c, x, y)
del a, (b, [c])
try:
    a
except NameError as error:
    print(error)
d = {"k": [1, 2, 3], "o": obj}
del d["k"][::2], d["o"].attr
print(d["k"], hasattr(obj, "attr"))
assert True, 1 / 0
try:
    assert 1 > 2, f"message {1 + 1}"
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert []
except AssertionError as error:
    print(repr(error))
try:
    assert (not []) is False, ("tuple", "message")
except AssertionError as error:
    print(error)
if 0:
    pass
elif "":
    pass
elif (m := [0]):
    print("walrus in elif", m)
else:
    print("no")
print("one line" if True else 0); print("; joined"); pass
if True: print("suite"); print("on a line")
for _ in "ab": print(_, end=""); print(end="-")
print()
while (line := next(source := globals().setdefault("source", iter(["first", "second", ""])))):
    print(line, end=" ")
print(list(source))
k = 0
while True:
    k += 1
    if k % 2: continue
    if k > 6: break
print(k, [q for q in range(10) if q % 2 if q > 3], sum(1 for _ in iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __getitem__(self, index):
        if index >= self.start:
            raise IndexError
        return self.start - index

    def __len__(self):
        return self.start


class Once:
    def __init__(self):
        self.calls = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.calls += 1
        if self.calls > 2:
            raise StopIteration
        return self.calls


once = Once()
print([*Countdown(3)], 2 in Countdown(3), list(reversed(Countdown(3))), [*once], [*once], list(map(str, Countdown(2))), max(Countdown(4)), dict(enumerate(Countdown(2), 5)))
for action in (lambda: [*5], lambda: iter(5), lambda: next([]), lambda: next(iter([])), lambda: iter(int, 0).__next__(), lambda: [x for x in None], lambda: list(type("B", (), {"__iter__": lambda s: 5})()), lambda: list(type("C", (), {"__iter__": lambda s: s})()), lambda: iter(5, 0), lambda: enumerate(), lambda: list(zip([1], 5)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1], [], strict=True)), lambda: reversed({1}), lambda: reversed(5), lambda: list(map(None, [1])), lambda: map(str), lambda: list(filter(1, [1])), lambda: range(3).foo):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
