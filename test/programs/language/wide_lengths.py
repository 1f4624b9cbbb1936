"""Lengths of 53 to 63 bits: what claims them is counted exactly, and OverflowError comes beyond."""
import bisect
import collections
import copy
import itertools
import operator
import pickle
import sys

M = sys.maxsize


class Sized:
    def __init__(self, length): self.length = length
    def __len__(self): return self.length
    def __getitem__(self, index): return index
class Hinted:
    def __init__(self, hint): self.hint = hint
    def __length_hint__(self): return self.hint
    def __iter__(self): return iter('ab')
class Lines:
    def readline(self): return Sized(M)


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


for number in 'M', 'M-1', '2**53', '2**53-1', '2**60', 'M+1', '2**70', '-1', '-2**70':
    for text in ('len(Sized(%s))', 'bool(Sized(%s))', 'not Sized(%s)', 'operator.length_hint(Sized(%s))', 'operator.length_hint(Hinted(%s))',
                 'operator.length_hint([], %s)', 'repr(itertools.repeat(1, %s))', 'operator.length_hint(itertools.repeat(1, %s))',
                 'collections.deque([1], %s)', 'collections.deque([1], %s).maxlen', 'operator.length_hint(iter(range(%s)))',
                 'list(zip("ab", reversed(Sized(%s))))', 'operator.length_hint(reversed(Sized(%s)))', 'operator.length_hint(iter(Sized(%s)))',
                 'reversed(Sized(%s)).__reduce__()[2]', 'dict(a=1).keys() == Sized(%s)', 'bisect.bisect(Sized(%s), 1000)', 'Sized(%s).__len__()'):
        show(text % number)

large = range(M - 10, M)
for search in bisect.bisect_left, bisect.bisect_right:
    print([search(large, item) for item in (0, M - 11, M - 10, M - 5, M - 1, M)])

copies = itertools.repeat('x', 2**60)
print(next(copies), copies, operator.length_hint(copies))
limited = collections.deque('ab', 2**60)
for other in limited.copy(), copy.copy(limited), limited + limited, limited * 2, pickle.loads(pickle.dumps(limited)):
    print(other)

backwards = reversed(Sized(2**53 + 1))
print([next(backwards) for _ in range(4)], operator.length_hint(backwards))
backwards.__setstate__(2**53 - 1)
print(next(backwards))
backwards.__setstate__(5)
print(list(backwards))


def lengths(sized):
    total = 0
    for _ in range(300):
        total += len(sized)
    return total


print(lengths(Sized(3)), lengths(Sized(2**53)), lengths(Sized(M)), lengths('abc'), lengths(range(M)))
match Sized(M), [1, 2]:
    case (_, [a, b]): print(a, b)
