"""The signatures and flags that builtin functions and types show."""

import _md5
import inspect
import select
import time
import zlib

from apptest_checks import table_check

check = table_check(globals())


def flag(cls, bit):
    return bool(cls.__flags__ & 1 << bit)


def test_shown():
    check(r"""
len.__text_signature__, abs.__text_signature__, print.__text_signature__, sorted.__text_signature__, pow.__text_signature__, open.__text_signature__.split(', ')[:3]  -->  ('($module, obj, /)', '($module, x, /)', "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)", '($module, iterable, /, *, key=None, reverse=False)', '($module, /, base, exp, mod=None)', ['($module', '/', 'file'])
getattr.__text_signature__, max.__text_signature__, iter.__text_signature__, dir.__text_signature__, vars.__text_signature__, dict.update.__text_signature__  -->  (None, None, None, None, None, None)
time.time.__text_signature__, time.sleep.__text_signature__, time.localtime.__text_signature__, time.clock_getres.__text_signature__  -->  ('($self, /)', '($self, object, /)', None, None)
str.find.__text_signature__, bytes.count.__text_signature__, str.startswith.__text_signature__, str.split.__text_signature__, list.pop.__text_signature__  -->  ('($self, sub[, start[, end]], /)', '($self, sub[, start[, end]], /)', '($self, prefix[, start[, end]], /)', '($self, /, sep=None, maxsplit=-1)', '($self, index=-1, /)')
dict.get.__text_signature__, dict.pop.__text_signature__, list.index.__text_signature__, memoryview.index.__text_signature__  -->  ('($self, key, default=None, /)', '($self, key, default=<unrepresentable>, /)', '($self, value, start=0, stop=sys.maxsize, /)', '($self, value, start=0, stop=sys.maxsize, /)')
zlib.compress.__text_signature__, zlib.decompress.__text_signature__, _md5.md5.__text_signature__, select.poll().register.__text_signature__.split()  -->  ('($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)', '($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)', "($module, /, data=b'', *, usedforsecurity=True, string=None)", ['($self,', 'fd,', 'eventmask=select.POLLIN', '|', 'select.POLLPRI', '|', 'select.POLLOUT,', '/)'])
type.__text_signature__, int.__text_signature__, list.__text_signature__, object.__text_signature__, super.__text_signature__, range.__text_signature__  -->  (None, None, '(iterable=(), /)', '()', None, None)
""")


def test_inspected():
    check(r"""
inspect.signature(len), inspect.signature(sorted), inspect.signature(str.split), inspect.signature([].append), inspect.signature(print)  -->  (<Signature (obj, /)>, <Signature (iterable, /, *, key=None, reverse=False)>, <Signature (self, /, sep=None, maxsplit=-1)>, <Signature (object, /)>, <Signature (*args, sep=' ', end='\n', file=None, flush=False)>)
inspect.signature(dict.get), inspect.signature(int.to_bytes), inspect.signature(compile)  -->  (<Signature (self, key, default=None, /)>, <Signature (self, /, length=1, byteorder='big', *, signed=False)>, <Signature (source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)>)
inspect.signature(getattr)  -->  ValueError: no signature found for builtin <built-in function getattr>
inspect.signature(max)  -->  ValueError: no signature found for builtin <built-in function max>
inspect.signature(str.find)  -->  ValueError: <method 'find' of 'str' objects> builtin has invalid signature
inspect.signature(range)  -->  ValueError: no signature found for builtin type <class 'range'>
inspect.signature(type)  -->  ValueError: no signature found for builtin <class 'type'>
""")


def test_flags():
    check(r"""
flag(int, 22), flag(str, 22), flag(dict, 22), flag(complex, 22), flag(type('I', (int,), {}), 22), flag(object, 22)  -->  (True, True, True, False, True, False)
flag(list, 5), flag(tuple, 5), flag(str, 5), flag(dict, 6), flag(type(len), 7), flag(int, 7), flag(type(iter([])), 7), flag(bool, 10), flag(int, 10)  -->  (True, True, False, True, True, False, True, False, True)
Exception.__dictoffset__ != 0, list.__dictoffset__, type.__dictoffset__ != 0, set.__weakrefoffset__ != 0, list.__weakrefoffset__, type(len).__weakrefoffset__ != 0  -->  (True, 0, True, True, 0, True)
""")
