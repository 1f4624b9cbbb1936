"""Generators that a builtin leaves half-way, and that a hot loop goes on with."""


def numbers(flags):
    for i in range(40):
        yield i if i in flags else 0


def rest(generator):
    total = 0
    for item in generator:
        total += 1
    return total


for n in range(600):
    generator = numbers((n % 7, 20))
    first = any(generator)
    counted = rest(generator)
    assert (first, counted) == (True, 39 - (n % 7 or 20)), (n, first, counted)
    generator = numbers(())
    assert next(generator) == 0 and rest(generator) == 39
    assert not any(numbers(()))
print("all counted")
