"""Lists and arguments with stars in hot code: short ones, long ones, of changing lengths, and what is no iterable."""


def gather(*items):
    return items


def behind(first, items):
    return gather(first, *items)


def listed(first, items):
    made = [first, *items]
    made.append("end")
    return made


def between(items, others):
    return [0, 1, *items, 2, *others]


def floats(x, items):
    return [x * 2.0, *items]


def lengths():
    sources = [(), (1,), (1, 2), (1, 2, 3), tuple(range(40)), (), ("x",), (None,)]
    for turn in range(400):
        source = sources[turn % len(sources)]
        made = listed(turn, source)
        assert made == [turn] + list(source) + ["end"], made
        assert behind(turn, source) == (turn,) + source
    print(listed(1, (2,)), behind(1, ()), behind(1, (2,)), between((5,), [6, 7]))
    lists = [[], [1], [1, 2], list("abc"), [1.5]]
    for turn in range(400):
        source = lists[turn % len(lists)]
        made = listed(turn, source)
        made[0] = "changed"
        assert source == lists[turn % len(lists)] and len(source) == len(made) - 2
        assert between(source, (turn,)) == [0, 1] + source + [2, turn]
    print(lists)
    for turn in range(300):
        made = floats(turn, [(1.5,), (), (True,), ("x",)][turn % 4])
    print(floats(1, (2.5,)), floats(2, ()), floats(3, ("x",)))


class Own:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            if i == 3:
                raise LookupError(i)
            yield i


class Sub(tuple):
    def __iter__(self):
        return iter("sub")


def others():
    """Suddenly something else comes."""
    for source in (5, None, Own(2), Own(5), Sub((1, 2)), "text", {1: 2}, range(3)):
        for turn in range(150):
            try:
                result = listed(turn, source if turn > 120 else (turn,))
            except (TypeError, LookupError) as error:
                result = repr(error)
        print(result)
        for turn in range(150):
            try:
                result = behind(turn, source if turn > 120 else (turn,))
            except (TypeError, LookupError) as error:
                result = repr(error)
        print(result)


class Memo:
    def __init__(self):
        self.calls = 0

    def __call__(self, *args, **keywords):
        self.calls += 1
        return args, keywords


def called_through(callee, first, items, keywords):
    return callee(first, *items, **keywords)


def callees():
    memo = Memo()
    for turn in range(600):
        callee = [gather, memo, max, "{} {x}".format][turn % 4]
        items = [(), (1,), (1, 2), [3]][turn // 4 % 4] or (9,)
        keywords = {"x": 5} if turn % 4 in (1, 3) else {}
        result = called_through(callee, "{} {x}" if turn % 4 == 3 else turn, items, keywords)
        if turn % 97 == 0:
            print(result)
    print(memo.calls)


lengths()
others()
callees()
