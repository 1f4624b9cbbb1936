"""Sizes that no memory holds: MemoryError, or OverflowError where C's largest size is passed."""
import array
import io
import itertools
import os
import sys
from collections import deque

M = sys.maxsize
D = (M - 1) // 30


class Hinted:
    """Gives three items, and says that there are others."""

    def __init__(self, item, hint):
        self.item = item
        self.hint = hint
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.item

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


def written(stream, position, text):
    stream.seek(position)
    stream.write(text)


def repeated(value, count):
    value *= count


EXPRESSIONS = """
bytes(M)
bytearray(M)
[0]*M
'a'*M
(1,)*M
list(range(M))
b'a'*M
bytearray(b'a')*M
bytes(M+1)
bytearray(M+1)
[0]*(M+1)
'a'*(M+1)
(1,)*(M+1)
b'a'*(M+1)
bytearray(b'a')*(M+1)
'ab'*M
b'ab'*M
[1,2]*M
(1,2)*M
bytearray(b'ab')*M
[0,1]*(M//2)
(1,2)*(M//2)
bytes(M-1)
bytes(M-100)
bytes(M//2)
list(range(M+1))
'é'*M
'\\u1234'*M
'\\U00012345'*M
'\\u1234'*(M//2)
'\\u1234'*(M//2+1)
'a'.ljust(M)
'a'.center(M)
'a'.zfill(M)
b'a'.ljust(M)
b'a'.zfill(M)
b'a'.center(M)
'a\\t'.expandtabs(M)
b'a\\t'.expandtabs(M)
'%*d' % (M, 1)
f'{1:{M}}'
f'{"a":{M}}'
b'%*d' % (M,1)
bytes(-1)
bytearray(-1)
bytes(-M-2)
bytearray(-M-2)
bytearray().zfill(M)
(1).to_bytes(M)
deque(maxlen=M+1)
array.array('b',[1])*M
array.array('i',[1])*M
array.array('b',[1,2])*M
io.BytesIO().truncate(M)
io.BytesIO(b'a').read(M)
io.BytesIO(b'a').read(M+1)
(io.BytesIO().seek(M))
1 << M
1<<(M+1)
1 << (M//2)
memoryview(bytes(3)).cast('B',[M,M])
itertools.combinations('ab', M)
itertools.product('ab', repeat=M)
itertools.permutations('ab', M)
itertools.combinations('ab', M+1)
itertools.product('ab', repeat=M+1)
itertools.combinations_with_replacement('ab', M)
itertools.product('', repeat=M)
os.urandom(M+1)
os.urandom(M)
repeated([0], M)
repeated([0], M + 1)
repeated([0, 1], M)
repeated(bytearray(b'0'), M)
repeated(bytearray(b'01'), M)
written(io.BytesIO(), M, b'a')
written(io.BytesIO(), M // 2, b'a')
written(io.StringIO(), M, 'a')
written(io.StringIO(), M // 2, 'a')
io.StringIO().truncate(M)
1 << D * 30
1 << D * 30 - 30
2**30 << D * 30 - 30
-1 << D * 30 - 1
memoryview(bytes(6)).cast('B', [M])
memoryview(bytes(6)).cast('B', [M + 1])
memoryview(bytes(6)).cast('B', [2**62, 2])
memoryview(bytes(6)).cast('B', [2**61, 2])
"""

HINTED = """
' '.join(Hinted('a', hint))
b' '.join(Hinted(b'a', hint))
bytes(Hinted(1, hint))
bytearray(Hinted(1, hint))
bytearray().extend(Hinted(1, hint))
bytearray(b'ab').extend(Hinted(1, hint))
[].__setitem__(slice(0, 0), Hinted(1, hint))
[].extend(Hinted(1, hint))
[1].extend(Hinted(1, hint))
[*Hinted(1, hint)]
tuple(Hinted(1, hint))
set(Hinted(1, hint))
sorted(Hinted(1, hint))
"""


def show(text, **names):
    try:
        result = eval(text, globals(), names)
    except Exception as error:
        print(text, type(error).__name__, error)
    else:
        print(text, result if isinstance(result, (int, list, bytearray, str)) else type(result).__name__)


for line in EXPRESSIONS.split('\n')[1:-1]:
    show(line)
for hint in 3, 2**40, M - 100, M, M + 1, -1, 'a', TypeError('unknown'), KeyError('key'), NotImplemented, None:
    print(repr(hint))
    for line in HINTED.split('\n')[1:-1]:
        show(line, hint=hint)
