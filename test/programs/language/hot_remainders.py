"""Remainders by powers of two, which compiled code takes as bits: of ints of every size and sign, bools, floats, subclasses."""


def by_eight(x):
    return x % 8


def by_one(x):
    return x % 1


def by_word(x):
    return x % 4294967296


def by_half_word(x):
    return x % 2147483648


def by_long(x):
    return x % 18446744073709551616


def by_huge(x):
    return x % 2**70


def by_negative(x):
    return x % -8


def by_ten(x):
    return x % 10


def generator(state, turns):
    for _ in range(turns):
        state = (state * 1103515245 + 12345) % 2147483648
    return state


def unsigned(state, turns):
    for _ in range(turns):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return state


def signed(state, turns):
    for turn in range(turns):
        state = (turn - state * 69069) % 4294967296
    return state


def in_place(x, turns):
    for turn in range(turns):
        x += turn * 1000003
        x %= 65536
    return x


class Int(int):
    def __mod__(self, other):
        return "mod", int(self), other


FUNCTIONS = by_eight, by_one, by_word, by_half_word, by_long, by_huge, by_negative, by_ten
SMALL = 0, 1, 7, 8, 9, -1, -7, -8, -9, 2**31 - 1, -(2**31)
LARGE = 2**31, 2**32, 2**32 + 5, -(2**32) - 5, 2**53 - 1, -(2**53) + 1, 2**53, 2**64 - 1, -(2**64) - 1, 2**80 + 3, -(2**80) - 3
OTHERS = True, False, 7.5, -7.5, -0.0, Int(13), "%d", None, [1]


def all_of(values):
    for function in FUNCTIONS:
        print(function.__name__, end=":")
        for value in values:
            for _ in range(40):
                try:
                    result = function(value)
                except TypeError as error:
                    result = str(error)
            print("", repr(result), end="")
        print()


for values in SMALL, LARGE, SMALL, OTHERS, LARGE:
    all_of(values)
for turns in 1, 10, 500:
    print(generator(42, turns), unsigned(42, turns), signed(42, turns), in_place(5, turns))
print(generator(-(2**70), 300), unsigned(2**90, 300), signed(0.5, 3), in_place(2.5, 300), generator(True, 50))
