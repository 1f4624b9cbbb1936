"""What builtins call for each item (keys, comparisons, hashes, functions), once it is hot: every answer that they may get."""
import functools
import sys


class Ranked:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        if not isinstance(other, Ranked):
            return NotImplemented
        return self.rank < other.rank

    def __repr__(self):
        return f'R{self.rank}'


class Touchy(Ranked):
    def __lt__(self, other):
        if self.rank == 777 and other.rank == 776:
            raise LookupError('777 is never compared to 776')
        return self.rank < other.rank


class Right:
    """Knows what to do where the left one does not."""

    def __init__(self, rank):
        self.rank = rank

    def __gt__(self, other):
        return other.rank < self.rank

    def __lt__(self, other):
        return self.rank < other.rank


class Vague:
    """Answers with what is neither True nor False."""

    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return [1] if self.rank < other.rank else []


def scrambled(n):
    return [(i * 7919) % n for i in range(n)]


def sort_ranked(n):
    items = [Ranked(i) for i in scrambled(n)]
    items.sort()
    return items[0].rank, items[-1].rank, [item.rank for item in items] == list(range(n))


def sort_reversed(n):
    items = sorted(map(Ranked, scrambled(n)), reverse=True)
    return items[:3]


def sort_mixed(n):
    items = [Ranked(i) if i % 3 else Right(i) for i in scrambled(n)]
    items.sort()
    return [item.rank for item in items] == list(range(n))


def sort_vague(n):
    return [item.rank for item in sorted(map(Vague, scrambled(n)))][:4]


def sort_failing(n):
    items = [Touchy(i) for i in range(700, 800)] * (n // 100)
    before = len(items)
    try:
        items.sort()
    except LookupError as error:
        return str(error), len(items) == before, error.__traceback__.tb_next.tb_frame.f_code.co_name
    return 'sorted'


def sort_unknown(n):
    try:
        sorted([Ranked(i) for i in range(n)] + [3])
    except TypeError as error:
        return str(error)


def sort_changing(n):
    items = []

    class Meddler(Ranked):
        def __lt__(self, other):
            if self.rank == n // 2:
                items.append(self)
            return self.rank < other.rank

    items += [Meddler(i) for i in scrambled(n)]
    try:
        items.sort()
    except ValueError as error:
        return str(error), len(items)


class Key:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __hash__(self):
        return hash((self.a, self.b))

    def __eq__(self, other):
        return isinstance(other, Key) and (self.a, self.b) == (other.a, other.b)


class BigHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n << 70

    def __eq__(self, other):
        return [self.n == other.n] if self.n < 5 else self.n == other.n


class BadHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        if self.n == 400:
            raise ArithmeticError('no hash')
        return self.n if self.n != 500 else 'text'

    def __eq__(self, other):
        return self.n == other.n


def keys(n):
    table = {}
    for i in range(n):
        key = Key(i % 50, ('x', i % 3, 0.5, None))
        table[key] = table.get(key, 0) + 1
    return len(table), table[Key(7, ('x', 1, 0.5, None))], Key(7, 1) in table


def big_hashes(n):
    found = {BigHash(i % 20) for i in range(n)}
    return len(found), hash(BigHash(3)) == hash(3 << 70)


def bad_hashes(n):
    seen = set()
    errors = []
    for i in range(n):
        try:
            seen.add(BadHash(i % 600))
        except (ArithmeticError, TypeError) as error:
            errors.append(str(error))
    return len(seen), sorted(set(errors)), len(errors)


def tuple_hashes(n):
    same = 0
    for i in range(n):
        same += hash((i, -1.0)) == hash((float(i), -1))
        same += hash((i, (True, 'a'))) == hash((i, (1, 'a')))
    try:
        for i in range(n):
            hash((i, [] if i == n - 1 else ()))
    except TypeError as error:
        return same, str(error)


def reductions(n):
    def longest(left, right):
        if right == n - 1:
            raise KeyError(sys._getframe(1).f_code.co_name)
        return left if left > right else right

    try:
        functools.reduce(longest, range(n))
    except KeyError as error:
        return error.args, functools.reduce(lambda a, b: a * b % 1009, range(1, n), 5)


def keyed(n):
    smallest = min((Key(i, n - i) for i in range(n)), key=lambda key: key.b)
    largest = max(map(Key, range(n), range(n)), key=lambda key: key.a % 100)
    return smallest.a, largest.a, sum(1 for _ in filter(lambda i: i % 3 == 0, range(n)))


def defaults(n):
    """Callees whose parameters are not just the arguments."""
    def plus(a, b=3, *rest, **named):
        return a + b + len(rest) + len(named)

    return sum(map(plus, range(n))), sum(map(plus, range(n), range(n))), functools.reduce(plus, range(n))


def wrong_count(n):
    def one(a):
        return a

    list(map(one, range(n)))
    errors = []
    for attempt in (lambda: list(map(one, [1], [2])), lambda: functools.reduce(one, [1, 2])):
        try:
            attempt()
        except TypeError as error:
            errors.append(str(error))
    return errors


def recursion(n):
    def down(i):
        return functools.reduce(lambda a, b: down(b), [0, i + 1])

    try:
        down(0)
    except RecursionError as error:
        return str(error)[:32]


for function in (sort_ranked, sort_reversed, sort_mixed, sort_vague, sort_failing, sort_unknown, sort_changing, keys,
                 big_hashes, bad_hashes, tuple_hashes, reductions, keyed, defaults, wrong_count, recursion):
    print(function.__name__, function(3000), function(3000))
