"""Loops over enumerate, zip and items() that take the pairs apart: targets, errors, changes under way, observers."""

import sys


def enumerated(items, start=0):
    result = []
    for i, item in enumerate(items, start):
        result.append((i, item))
    return result


print(enumerated("abc"), enumerated([1.5, None], 2**53 - 1), enumerated(iter({}), 5), enumerated((x * x for x in range(3)), -1))


def zipped(a, b, **options):
    result = []
    for x, y in zip(a, b, **options):
        result.append((x, y))
    return result


print(zipped("abc", [1, 2]), zipped([], "x"), zipped(range(3), {"k": 1, "l": 2, "m": 3}))
try:
    zipped("abc", "ab", strict=True)
except ValueError as error:
    print(error)


def same_target(pairs):
    for x, x in pairs:
        print(x, end=" ")
    return x


print(same_target(enumerate("pq")), same_target({1: "one", 2: "two"}.items()), same_target(zip("ab", "cd")))


class Holder:
    pass


def other_targets(d, holder, names):
    for holder.key, names[0] in d.items():
        print(holder.key, names, end=" ")
    for (a, b), c in d.items():
        print(a, b, c, end=" ")
    for i, (a, *b) in enumerate(d):
        print(i, a, b, end=" ")
    print()


other_targets({"xy": 1, (1, 2): "z"}, Holder(), [None])


def changing(d, change):
    seen = []
    try:
        for key, value in d.items():
            seen.append((key, value))
            change(d, key)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


print(changing({1: 2, 3: 4}, lambda d, k: d.update({k + 10: 0})))
print(changing({1: 2, 3: 4}, lambda d, k: d.pop(k)))
print(changing({1: 2, 3: 4}, lambda d, k: d.update({k: "new"})))
print(changing({1: 2, 3: 4}, lambda d, k: (d.pop(k), d.update({k: k}))))


def failing():
    yield 1
    raise KeyError("in the iterator")


for pairs in (lambda: enumerate(failing()), lambda: zip(failing(), "ab"), lambda: zip("ab", failing())):
    try:
        for a, b in pairs():
            print(a, b, end=" ")
    except KeyError as error:
        print(error, error.__traceback__.tb_lineno - failing.__code__.co_firstlineno, error.__traceback__.tb_next.tb_frame.f_code.co_name)


class Numbered(enumerate):
    def __next__(self):
        i, item = super().__next__()
        return item, i


print([(a, b) for a, b in Numbered("xy")], {b: a for a, b in enumerate("xyx")}, [a + b for a, b in zip("ab", "cd")])
try:
    for a, b in zip("ab", "cd", "ef"):
        pass
except ValueError as error:
    print(error)
try:
    for a, b, c in enumerate("ab"):
        pass
except ValueError as error:
    print(error)


def resumed():
    for i, item in enumerate("abc"):
        got = yield i, item
        if got:
            yield got


generator = resumed()
print(next(generator), generator.send("sent"), next(generator), list(generator))


def traced(frame, event, argument):
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals.items(), key=str)[:3]))
    frame.f_trace_opcodes = False
    return traced


def observed(d):
    for k, v in d.items():
        k, v
    for i, c in enumerate("p"):
        pass


events = []
sys.settrace(traced)
observed({1: 2, 3: 4})
sys.settrace(None)
for event in events:
    print(*event)


def of_any_kind(d):
    out = []
    for k, v in d:
        out.append((k, v))
    return out
for n in range(3000):
    kind = n % 5
    src = [{n: 1, n+1: 2}.items(), enumerate('ab'), zip('ab', 'cd'), [(1, 2), (3, 4)], ((i, i) for i in range(2))][kind]
    got = of_any_kind(src)
    want = [[(n, 1), (n+1, 2)], [(0, 'a'), (1, 'b')], [('a', 'c'), ('b', 'd')], [(1, 2), (3, 4)], [(0, 0), (1, 1)]][kind]
    assert got == want, (n, got, want)
print('ok')
