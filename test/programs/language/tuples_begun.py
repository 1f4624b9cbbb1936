"""Tuples that are put in front of others, `(x, *others)`, as recursive functions make paths: built from each other, then read in all ways."""


def path(n):
    if n == 0:
        return ()
    return (n, *path(n - 1))


def chain(n, start):
    result = start
    for i in range(n):
        result = (i, *result)
    return result


def chain_of_three(n, start):
    result = start
    for i in range(n):
        result = (i, "x", i * 0.5, *result)
    return result


def lists(n):
    result = ()
    for i in range(n):
        result = (i, *[i, i + 1], *result)
    return result


def both_ends(n):
    result = ()
    for i in range(n):
        result = (i, *result, -i)
    return result


class Mine(tuple):
    def __iter__(self):
        return iter(["iterated", len(self)])


def of_class(n):
    result = None
    for i in range(n):
        result = (i, *Mine(range(20)))
    return result


def wrong(n):
    found = None
    for i in range(n):
        try:
            found = (i, *(5 if i == n - 1 else (1,) * 20))
        except TypeError as error:
            return len(found), str(error)


def reads(t):
    a, *b, c = t
    return (
        len(t), t[0], t[-1], t[3:6], hash(t) == hash(tuple(list(t))), t == tuple(list(t)), t < (0,), sum(t), t.index(2), t.count(1), 5 in t, a, len(b), c,
        repr(t)[:20], (t + (1,))[-1], (t * 2)[-1], list(reversed(t))[:2], {t: 1}[tuple(t)], max(t), sorted(t)[:3], [*t][:2], "%d" % t[:1], isinstance(t, tuple), bool(t),
    )


def loops(n):
    base = chain(40, (1, 2))
    total = 0
    for i in range(n):
        t = (i, *base)
        total += len(t)
        for item in t:
            total += item
        total += t[i % 42]
        match t:
            case (first, second, *_):
                total += first - second
        for index, item in enumerate(t):
            total += index * item
    return total


def kept(n):
    """All tuples of the chain stay as they were."""
    result = (0,) * 20
    all_of_them = []
    for i in range(n):
        result = (i, *result)
        all_of_them.append(result)
    for step in (7, 3, 1):
        for t in all_of_them[::-step]:
            t[0]
    return [t[0] for t in all_of_them][:5], [len(t) for t in all_of_them][:5], all(len(list(t)) == 21 + i for i, t in enumerate(all_of_them))


def call(*args, **kwargs):
    return len(args), args[0], args[-1]


def as_arguments(n):
    result = None
    for i in range(n):
        t = (i, *range(3), *chain(20, ()))
        u = (i, *t)
        result = call(*u), call(*(1, *u), x=2), "{} {}".format(*u), divmod(*u[:0:-1][:2])
    return result


def memo(n):
    memory = {}

    def best(index, room):
        if index == n:
            return 0, ()
        key = index, room
        if key not in memory:
            memory[key] = best(index + 1, room)
            if index % 7 <= room:
                value, names = best(index + 1, room - index % 7)
                if value + index > memory[key][0]:
                    memory[key] = value + index, (f"n{index}", *names)
        return memory[key]

    return best(0, n)


for _ in range(30):
    path(60)
print(path(40))
print(chain(40, ()), chain(30, (7, 8)), chain(20, (1, 2, 3)), chain(17, (1,)))
print(chain_of_three(30, ())[:9], len(chain_of_three(50, (1, 2))), chain_of_three(50, (1, 2))[-4:])
print(lists(60)[:9], len(lists(60)), both_ends(50)[:3], both_ends(50)[-3:])
print(of_class(100))
print(wrong(100))
for _ in range(40):
    result = reads(chain(30, (1, 2)))
print(result)
print(loops(200))
print(kept(200))
print(as_arguments(100))
print(memo(60))
deep = chain(3_000, ())
print(len(deep), deep[0], deep[1_500], deep[-1], hash(deep) == hash(tuple(range(2_999, -1, -1))))
