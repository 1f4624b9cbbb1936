"""Functions that make functions: counters, composition, currying, memoizing decorators, Church numerals, parsers."""


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def memoize(function):
    cache = {}

    def wrapper(*arguments):
        if arguments not in cache:
            wrapper.misses += 1
            cache[arguments] = function(*arguments)
        return cache[arguments]

    wrapper.misses = 0
    return wrapper


def partial(function, *fixed, **named):
    return lambda *rest, **more: function(*fixed, *rest, **{**named, **more})


def church(n):
    return lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))


def unchurch(number):
    return number(lambda x: x + 1)(0)


def power_of(a, b):
    return b(a)


# Parsers as functions from (text, position) to (value, position) or None.

def literal(text):
    return lambda source, at: (text, at + len(text)) if source.startswith(text, at) else None


def either(*parsers):
    def parse(source, at):
        for parser in parsers:
            result = parser(source, at)
            if result is not None:
                return result
        return None

    return parse


def sequence(combine, *parsers):
    def parse(source, at):
        values = []
        for parser in parsers:
            result = parser(source, at)
            if result is None:
                return None
            value, at = result
            values.append(value)
        return combine(*values), at

    return parse


def digits(source, at):
    start = at
    while at < len(source) and source[at].isdigit():
        at += 1
    return (int(source[start:at]), at) if at > start else None


def chain(operand, operators):
    def parse(source, at):
        result = operand(source, at)
        while result is not None:
            left, at = result
            symbol = source[at:at + 1]
            if symbol not in operators or (right := operand(source, at + 1)) is None:
                return result
            result = operators[symbol](left, right[0]), right[1]
        return None

    return parse


def make_calculator():
    def factor(source, at):
        return either(digits, parenthesized)(source, at)

    term = chain(factor, {"*": lambda a, b: a * b, "%": lambda a, b: a % (b or 1)})
    expression = chain(term, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})
    parenthesized = sequence(lambda _left, value, _right: value, literal("("), expression, literal(")"))
    return lambda source: expression(source, 0)[0]


@memoize
def paths(rows, columns):
    return 1 if rows == 0 or columns == 0 else paths(rows - 1, columns) + paths(rows, columns - 1)


def main(n=200_000):
    counters = [make_counter() for _ in range(5)]
    total = 0
    for i in range(n):
        total += counters[i % 5](i & 3)
    pipeline = compose(lambda x: x + 1, lambda x: x * 3, partial(lambda a, b, c=0: a - b + c, 7, c=2), abs)
    piped = sum(map(pipeline, range(n)))
    calculate = make_calculator()
    sums = sum(calculate(f"(1+{i})*2-{i % 7}*(3+{i % 5}*2)+({i}%({i % 9}+1))") for i in range(n // 20))
    adders = [lambda x, i=i: x + i for i in range(10)]
    late = [lambda: i for i in range(3)]
    value = unchurch(power_of(church(3), church(4))) + unchurch(church(12))
    result = total, piped, sums, sum(add(1) for add in adders), [f() for f in late], value, paths(60, 40) % 10**9, paths.misses > 0
    assert n != 200_000 or result == (6000100000, 59998500018, 99826705, 55, [2, 2, 2], 93, 267369720, True), result
    return result


if __name__ == "__main__":
    print("closures:", *main())
