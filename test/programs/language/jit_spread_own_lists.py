"""Functions get what is in a list of the program, which changes afterwards; so do methods, and displays that begin with other items."""


def everything(*args):
    return args


def behind(first, *args):
    return args


class Sums:
    def of(self, *values):
        return sum(values)

    def kept(self, *values):
        return values

    def named(self, *values, **more):
        return values, more

    def plain(self, a, b, c, d, e, f):
        return a, b, c, d, e, f


def changed(function, count, rounds):
    items = list(range(count))
    wrong = 0
    for i in range(rounds):
        got = function(*items)
        before = len(got)
        items.append(i)
        items[0] = -i
        items[-2] = i
        wrong += len(got) != before or got[:1] == (-i,) and i > 0 and function is everything
        items.pop()
        items[0] = 0
        items[-1] = count - 1
    return wrong, got[:2], len(got)


def changed_directly(items, rounds):
    wrong = 0
    for i in range(rounds):
        got = everything(*items)
        items.append(i)
        items[0] = i + 5
        wrong += len(got) + 1 != len(items) or got[0] == items[0]
        items.pop()
    return wrong


def methods(sums, items, rounds):
    total = 0
    for i in range(rounds):
        bound = (sums.of, sums.kept, sums.named)[i % 3]
        got = bound(*items)
        items[0] += 1
        total += len(str(got))
    return total, got


def generated(sums, items, rounds):
    total = 0
    for _ in range(rounds):
        total += sums.of(*(item + 1 for item in items))
    return total


def executed(bound, items):
    return bound(*(item for item in items))


def sums_of(values, rounds):
    total = 0
    for _ in range(rounds):
        total += sum(values)
    return total


class Odd(int):
    def __radd__(self, other):
        return other + 1000


def fronts(items, rounds):
    lists = []
    for i in range(rounds):
        made = [i, *items]
        two = [i, 'two', *items]
        if i % 50 == 0:
            lists.append((made[:3], two[:3], len(made), len(two)))
            made.append('x')
            made.append(1.5)
            items.append(items[0])
            lists.append((made[-2:], two[-1]))
    return lists


print(changed(everything, 10, 3000))
print(changed(behind, 10, 3000))
for length in (1, 2, 3, 4, 9, 40):
    print(length, changed_directly(list(range(length)), 3000), changed_directly([i / 2 for i in range(length)], 1000))
print(everything(*[]))
sums = Sums()
for length in (0, 1, 2, 3, 5, 31, 32, 70):
    print(length, methods(sums, [1] + list(range(length)), 900))
    print(length, generated(sums, list(range(length)), 500))
print(sums.plain(*[1, 2, 3, 4, 5, 6]))
total = 0
for i in range(3000):
    total += executed((sums.of, sums.kept, sums.of)[0], range(i % 7))
    total += sum(sums.plain(*[i, 2, 3, 4, 5, 6]))
print(total)
for values in (
    (1, 2, 3),
    (1.5, 2, 3),
    (1, 2.5),
    (0.1,) * 10,
    (1e16, 1.0, -1e16),
    (2**53 - 1, 1, 1),
    (2**70, 1),
    (),
    (True, 2),
    (1, Odd(2), 3),
    (float('inf'), 1.0),
    (-0.0, -0.0),
    tuple(range(5000)),
    (0.5,) * 5000,
):
    print(sums_of(values, 400), type(sum(values)).__name__)
for wrong in (('a',), (1, 'a'), (1.5, None), ([],)):
    try:
        sums_of(wrong, 10)
    except TypeError as error:
        print(error)
for items in ([1, 2], [1, 'a'], ['a'], [1.5, 2.5], [None], list(range(30)), list(range(31)), list(range(40))):
    print(fronts(items, 200)[-2:])


def changing(lists, rounds):
    made = []
    for i in range(rounds):
        made.append([i, *lists[i * len(lists) // rounds]])
    return [made[0], made[rounds // 2], made[-1]]


print(changing([[1, 2], [], ['a'], [1.5], [True], (1, 2), 'xy', {3: 4}], 4000))


def of_ten(rounds):
    items = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    wrong = 0
    for i in range(rounds):
        got = everything(*items)
        items.append(i)
        if len(got) + 1 != len(items):
            wrong += 1
        items[0] = i + 5
        if got[0] == items[0]:
            wrong += 1
        items.pop()
    return wrong


print(of_ten(20000), of_ten(20000))


# Displays that begin with the items of others, and grow.
def displays(items, more, x):
    one, none, both = [*items, x], [*items], [*items, *more]
    many = [*items, x, *more, x, x, *items]
    none.append(x)
    both.append(items)
    return one, none, both[:-1], many, len(both), [*none, *one][-1]


for items in ([], [1], [1, 2], [1.5, 2.5], ["a", 1], (1, "b"), (), list(range(31)), range(3), [2**70]):
    for x in (7, "x", 0.5, None):
        for _ in range(30):
            found = displays(items, [x], x)
    print(found, items)
for length in range(28, 35):
    print(len([*range(length), 1]), sum([*list(range(length)), 1, 2]), [*list(range(length))][-1])
