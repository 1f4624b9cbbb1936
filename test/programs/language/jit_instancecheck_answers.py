# The answers of a `__instancecheck__` that is called from compiled code: they become bools, whatever begins in it.
import sys


class Doubtful:
    def __bool__(self):
        raise ZeroDivisionError('no truth')


class Meta(type):
    def __instancecheck__(cls, tested):
        total = 0
        for number in range(2):
            total += number
            total ^= 5
            if total > 100000:
                total -= 7
                total //= 2
                total += 3
        if tested == 'trace':
            sys.settrace(lambda *args: None)
            return 5
        if tested == 'trace empty':
            sys.settrace(lambda *args: None)
            return []
        if tested == 'profile':
            sys.setprofile(lambda *args: None)
            return 7
        if tested == 'doubtful':
            return Doubtful()
        return tested


class Tested(metaclass=Meta):
    pass


def test(values):
    answers = []
    for value in values:
        try:
            answer = isinstance(value, Tested)
        except ZeroDivisionError as error:
            answer = str(error)
        if value not in (True, False):
            answers.append(answer)
    return answers


usual = [True, False] * 600
print(test(usual))
for odd in ('trace', 'trace empty', 'profile', 'doubtful', [1], [], None, 3):
    print(odd, test(usual + [odd, True, odd, False]))
    sys.settrace(None)
    sys.setprofile(None)
