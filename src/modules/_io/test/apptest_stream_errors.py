"""Errors of streams, and their attributes: each row is an expression and what comes of it."""

import io
import _io
import os

from apptest_checks import check_rows

FOLDER = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'typhon_apptest_io_errors')
os.makedirs(FOLDER, exist_ok=True)
os.chdir(FOLDER)
with open('f', 'w') as file:
    file.write('abc\ndef\n')
f = io.FileIO('f')
fc = io.FileIO('f')
fc.close()
b = open('f', 'rb')
bc = open('f', 'rb')
bc.close()
w = open('w', 'wb')
tx = open('f', encoding='utf-8')
tc = open('f', encoding='utf-8')
tc.close()
wt = open('w2', 'w', encoding='utf-8')
B = io.BufferedReader
class R(io.RawIOBase):
    pass
class RR(io.RawIOBase):
    def readable(self):
        return True
    def readinto(self, b):
        return 5000000
class Rn(io.RawIOBase):
    def readable(self):
        return True
    def readinto(self, b):
        return None
class Wn(io.RawIOBase):
    def writable(self):
        return True
    def write(self, b):
        return None
class Wb(io.RawIOBase):
    def writable(self):
        return True
    def write(self, b):
        return 10**6

NAMES = dict(globals())


def test_files():
    check_rows([
        ('f', "<_io.FileIO name='f' mode='rb' closefd=True>"),
        ('fc', '<_io.FileIO [closed]>'),
        ('b', "<_io.BufferedReader name='f'>"),
        ('bc', "<_io.BufferedReader name='f'>"),
        ('w', "<_io.BufferedWriter name='w'>"),
        ('tx', "<_io.TextIOWrapper name='f' mode='r' encoding='utf-8'>"),
        ('tc', "<_io.TextIOWrapper name='f' mode='r' encoding='utf-8'>"),
        ('wt', "<_io.TextIOWrapper name='w2' mode='w' encoding='utf-8'>"),
        ("io.FileIO('nope')", "FileNotFoundError: [Errno 2] No such file or directory: 'nope'"),
        ("io.FileIO('/tmp')", "IsADirectoryError: [Errno 21] Is a directory: '/tmp'"),
        ('io.FileIO(-1)', 'ValueError: negative file descriptor'),
        ("io.FileIO('f','z')", 'ValueError: invalid mode: z'),
        ("io.FileIO('f','rw')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("io.FileIO('f','r++')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("io.FileIO('f','')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("io.FileIO('f','U')", 'ValueError: invalid mode: U'),
        ("io.FileIO('f',closefd=False)", 'ValueError: Cannot use closefd=False with file name'),
        ('io.FileIO(99)', 'OSError: [Errno 9] Bad file descriptor'),
        ('io.FileIO(1.5)', 'TypeError: expected str, bytes or os.PathLike object, not float'),
        ('io.FileIO(None)', 'TypeError: expected str, bytes or os.PathLike object, not NoneType'),
        (r"io.FileIO('a\0b')", 'ValueError: embedded null byte'),
        (r"io.FileIO(b'a\0b')", 'ValueError: embedded null byte'),
        (r"open('a\0b')", 'ValueError: embedded null byte'),
        ('io.FileIO(10**30)', 'TypeError: expected str, bytes or os.PathLike object, not int'),
        ('io.FileIO()', "TypeError: FileIO() missing required argument 'file' (pos 1)"),
        ("io.FileIO('f',mode=1)", "TypeError: FileIO() argument 'mode' must be str, not int"),
        ("f.write(b'a')", 'UnsupportedOperation: File not open for writing'),
        ("f.read('a')", "TypeError: argument should be integer or None, not 'str'"),
        ('f.read(2)', "b'ab'"),
        ('f.read(None)', r"b'c\ndef\n'"),
        ('f.read(-5)', "b''"),
        ('f.seek(0)', '0'),
        ('f.seek(-1)', 'OSError: [Errno 22] Invalid argument'),
        ('f.seek(0,5)', 'OSError: [Errno 22] Invalid argument'),
        ("f.seek('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('f.seek(1.5)', "TypeError: 'float' object cannot be interpreted as an integer"),
        ("f.readinto(b'a')", 'TypeError: readinto() argument 1 must be read-write bytes-like object, not bytes'),
        ("f.readinto('a')", 'TypeError: readinto() argument 1 must be read-write bytes-like object, not str'),
        ('f.truncate()', 'UnsupportedOperation: File not open for writing'),
        ("f.truncate('a')", 'UnsupportedOperation: File not open for writing'),
    ], NAMES)


def test_closed_files():
    check_rows([
        ('fc.read()', 'ValueError: I/O operation on closed file'),
        ('fc.fileno()', 'ValueError: I/O operation on closed file'),
        ('fc.seek(0)', 'ValueError: I/O operation on closed file'),
        ('fc.tell()', 'ValueError: I/O operation on closed file'),
        ('fc.isatty()', 'ValueError: I/O operation on closed file'),
        ('fc.readable()', 'ValueError: I/O operation on closed file'),
        ('fc.mode', "'rb'"),
        ('fc.name', "'f'"),
        ('fc.truncate()', 'ValueError: I/O operation on closed file'),
        ('fc.readinto(bytearray(2))', 'ValueError: I/O operation on closed file'),
        ("fc.write(b'')", 'ValueError: I/O operation on closed file'),
        ('fc.__enter__()', 'ValueError: I/O operation on closed file.'),
        ('fc.flush()', 'ValueError: I/O operation on closed file.'),
    ], NAMES)


def test_buffered_reader():
    check_rows([
        ('b.read(-2)', 'ValueError: read length must be non-negative or -1'),
        ("b.read('a')", "TypeError: argument should be integer or None, not 'str'"),
        ("b.write(b'a')", 'UnsupportedOperation: write'),
        ('b.read(3)', "b'abc'"),
        ('b.peek(2)', r"b'\ndef\n'"),
        ('b.seek(0,7)', 'ValueError: whence value 7 unsupported'),
        ('b.seek(-1)', 'OSError: [Errno 22] Invalid argument'),
        ("b.seek('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b.readinto(b'a')", 'TypeError: readinto() argument must be read-write bytes-like object, not bytes'),
        ("b.readinto1('a')", 'TypeError: readinto1() argument must be read-write bytes-like object, not str'),
        ("b.read1('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b.readline('a')", "TypeError: argument should be integer or None, not 'str'"),
        ('b.tell()', '3'),
        ('b.truncate(0)', 'UnsupportedOperation: truncate'),
        ('b.mode,b.name,b.raw,b.closed', "('rb', 'f', <_io.FileIO name='f' mode='rb' closefd=True>, False)"),
        ('b.foo', "AttributeError: '_io.BufferedReader' object has no attribute 'foo'"),
    ], NAMES)


def test_closed_buffered():
    check_rows([
        ('bc.read()', 'ValueError: read of closed file'),
        ('bc.read1()', 'ValueError: read of closed file'),
        ('bc.peek()', 'ValueError: peek of closed file'),
        ('bc.readline()', 'ValueError: readline of closed file'),
        ('bc.readinto(bytearray(1))', 'ValueError: readinto of closed file'),
        ('bc.seek(0)', 'ValueError: seek of closed file'),
        ('bc.tell()', 'ValueError: I/O operation on closed file'),
        ('bc.truncate()', 'ValueError: truncate of closed file'),
        ('bc.flush()', 'ValueError: I/O operation on closed file.'),
        ('bc.fileno()', 'ValueError: I/O operation on closed file'),
        ('bc.isatty()', 'ValueError: I/O operation on closed file'),
        ('bc.readable(),1', 'ValueError: I/O operation on closed file'),
        ('bc.seekable()', 'ValueError: I/O operation on closed file'),
        ('bc.mode', "'rb'"),
        ('bc.name', "'f'"),
        ('bc.__enter__()', 'ValueError: I/O operation on closed file.'),
        ('iter(bc)', 'ValueError: I/O operation on closed file.'),
        ('next(bc)', 'ValueError: readline of closed file'),
        ('bc.detach()', 'ValueError: I/O operation on closed file.'),
    ], NAMES)


def test_buffered_writer():
    check_rows([
        ('w.read()', 'UnsupportedOperation: read'),
        ('w.read1()', 'UnsupportedOperation: read1'),
        ("w.write('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('w.write(5)', "TypeError: a bytes-like object is required, not 'int'"),
        ("w.write(b'abc')", '3'),
        ('w.tell()', '3'),
        ('w.seek(0)', '0'),
        ('w.truncate(1)', '1'),
        ('w.readable()', 'False'),
        ('io.BufferedWriter(b)', 'UnsupportedOperation: File or stream is not writable.'),
        ('io.BufferedReader(w)', 'UnsupportedOperation: File or stream is not readable.'),
        ('io.BufferedReader(w.raw)', 'UnsupportedOperation: File or stream is not readable.'),
        ('io.BufferedWriter(f)', 'UnsupportedOperation: File or stream is not writable.'),
        ('io.BufferedRandom(f)', 'UnsupportedOperation: File or stream is not writable.'),
        ('io.BufferedReader(5)', "AttributeError: 'int' object has no attribute 'readable'"),
        ('io.BufferedReader()', "TypeError: BufferedReader() missing required argument 'raw' (pos 1)"),
        ('io.BufferedReader(f,0)', 'ValueError: buffer size must be strictly positive'),
        ("io.BufferedReader(f,'a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('io.BufferedReader(R())', 'UnsupportedOperation: File or stream is not readable.'),
        ('io.BufferedReader(RR()).read()', 'ValueError: readinto returned 5000000 outside buffer size 131072'),
        ('io.BufferedReader(RR()).read(1)', 'OSError: raw readinto() returned invalid length 5000000 (should have been between 0 and 131072)'),
        ('io.BufferedReader(RR()).peek()', 'OSError: raw readinto() returned invalid length 5000000 (should have been between 0 and 131072)'),
        ('io.BufferedReader(Rn()).read()', 'None'),
        ('io.BufferedReader(Rn()).read(2)', 'None'),
        ('io.BufferedReader(Rn()).read1(2)', "b''"),
        ('io.BufferedReader(Rn()).peek(2)', "b''"),
        ('io.BufferedReader(Rn()).readline()', "b''"),
        ('io.BufferedReader(Rn()).readinto(bytearray(2))', 'None'),
        ("io.BufferedWriter(Wb(),10).write(b'a'*30)", 'OSError: raw write() returned invalid length 1000000 (should have been between 0 and 30)'),
        ('B.__new__(B).read()', 'ValueError: I/O operation on uninitialized object'),
        ('B.__new__(B)', '<_io.BufferedReader>'),
        ('io.TextIOWrapper.__new__(io.TextIOWrapper).read()', 'ValueError: I/O operation on uninitialized object'),
    ], NAMES)


def test_bases():
    check_rows([
        ('R().read()', 'NotImplementedError: '),
        ("R().readinto(b'')", 'NotImplementedError: '),
        ('R().readall()', 'NotImplementedError: '),
        ("R().write(b'')", 'NotImplementedError: '),
        ('R().seek(0)', 'UnsupportedOperation: seek'),
        ('R().tell()', 'UnsupportedOperation: seek'),
        ('R().truncate()', 'UnsupportedOperation: truncate'),
        ('R().fileno()', 'UnsupportedOperation: fileno'),
        ('R().readline()', 'NotImplementedError: '),
        ('R().readlines()', 'NotImplementedError: '),
        ("R().writelines([b'a'])", 'NotImplementedError: '),
        ('R().isatty()', 'False'),
        ('R().readable(),R().writable(),R().seekable()', '(False, False, False)'),
        ('R().flush()', 'None'),
        ('R()._checkReadable()', 'UnsupportedOperation: File or stream is not readable.'),
        ('R()._checkWritable()', 'UnsupportedOperation: File or stream is not writable.'),
        ('R()._checkSeekable()', 'UnsupportedOperation: File or stream is not seekable.'),
        ('R()._checkClosed()', 'None'),
        ('next(R())', 'NotImplementedError: '),
        ('io.BufferedIOBase().read()', 'UnsupportedOperation: read'),
        ('io.BufferedIOBase().read1()', 'UnsupportedOperation: read1'),
        ("io.BufferedIOBase().write(b'')", 'UnsupportedOperation: write'),
        ('io.BufferedIOBase().detach()', 'UnsupportedOperation: detach'),
        ('io.BufferedIOBase().readinto(bytearray(1))', 'UnsupportedOperation: read'),
        ('io.TextIOBase().read()', 'UnsupportedOperation: read'),
        ("io.TextIOBase().write('')", 'UnsupportedOperation: write'),
        ('io.TextIOBase().readline()', 'UnsupportedOperation: readline'),
        ('io.TextIOBase().detach()', 'UnsupportedOperation: detach'),
        ('io.TextIOBase().encoding,io.TextIOBase().newlines,io.TextIOBase().errors', '(None, None, None)'),
    ], NAMES)


def test_bytes_io():
    check_rows([
        ("io.BytesIO(b'abc').read(None)", "b'abc'"),
        ("io.BytesIO('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('io.BytesIO(5)', "TypeError: a bytes-like object is required, not 'int'"),
        ("io.BytesIO(b'abc').read('a')", "TypeError: argument should be integer or None, not 'str'"),
        ("io.BytesIO(b'abc').seek(-1)", 'ValueError: negative seek value -1'),
        ("io.BytesIO(b'abc').seek(0,3)", 'ValueError: invalid whence (3, should be 0, 1 or 2)'),
        ("io.BytesIO(b'abc').seek('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("io.BytesIO(b'abc').write('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("io.BytesIO(b'abc').truncate(-1)", 'ValueError: negative size value -1'),
        ("io.BytesIO(b'abc').truncate('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("io.BytesIO(b'abc').readinto(b'')", 'TypeError: readinto() argument must be read-write bytes-like object, not bytes'),
        ("io.BytesIO(b'abc').fileno()", 'UnsupportedOperation: fileno'),
        ("io.BytesIO(b'abc').readline('a')", "TypeError: argument should be integer or None, not 'str'"),
        (r"io.BytesIO(b'a\nb\nc').readlines(2)", r"[b'a\n']"),
        (r"io.BytesIO(b'a\nb\nc').readlines('a')", "TypeError: integer argument expected, got 'str'"),
        ("io.BytesIO(b'abc').writelines(['a'])", "TypeError: a bytes-like object is required, not 'str'"),
        ("io.BytesIO(b'abc').detach()", 'UnsupportedOperation: detach'),
        ("io.BytesIO(b'abc').__getstate__()", "(b'abc', 0, None)"),
        ("io.BytesIO(b'abc').__setstate__(1)", 'TypeError: _io.BytesIO.__setstate__ argument should be 3-tuple, got int'),
        ("io.BytesIO(b'abc').__setstate__((1,2))", 'TypeError: _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple'),
        ("io.BytesIO(b'abc').__setstate__((b'a',-1,None))", 'ValueError: position value cannot be negative'),
        ("io.BytesIO(b'abc').__setstate__((b'a','a',None))", 'TypeError: second item of state must be an integer, not str'),
        ("io.BytesIO(b'abc').__setstate__((b'a',1,5))", 'TypeError: third item of state should be a dict, got a int'),
    ], NAMES)


def test_string_io():
    check_rows([
        ("io.StringIO('abc').read('a')", "TypeError: argument should be integer or None, not 'str'"),
        ('io.StringIO(5)', 'TypeError: initial_value must be str or None, not int'),
        ("io.StringIO(b'')", 'TypeError: initial_value must be str or None, not bytes'),
        ("io.StringIO('a',newline=5)", 'TypeError: newline must be str or None, not int'),
        ("io.StringIO('a',newline='x')", "ValueError: illegal newline value: 'x'"),
        ("io.StringIO('abc').seek(-1)", 'ValueError: Negative seek position -1'),
        ("io.StringIO('abc').seek(1,1)", "OSError: Can't do nonzero cur-relative seeks"),
        ("io.StringIO('abc').seek(1,2)", "OSError: Can't do nonzero cur-relative seeks"),
        ("io.StringIO('abc').seek(0,5)", 'ValueError: Invalid whence (5, should be 0, 1 or 2)'),
        ("io.StringIO('abc').truncate(-1)", 'ValueError: Negative size value -1'),
        ("io.StringIO('abc').truncate('a')", "TypeError: argument should be integer or None, not 'str'"),
        ("io.StringIO('abc').write(5)", "TypeError: string argument expected, got 'int'"),
        ("io.StringIO('abc').write(b'')", "TypeError: string argument expected, got 'bytes'"),
        ("io.StringIO('abc').fileno()", 'UnsupportedOperation: fileno'),
        ("io.StringIO('abc').detach()", 'UnsupportedOperation: detach'),
        ("io.StringIO('abc').__getstate__()", r"('abc', '\n', 0, None)"),
        ("io.StringIO('abc').__setstate__(1)", 'TypeError: _io.StringIO.__setstate__ argument should be 4-tuple, got int'),
        ("io.StringIO('abc').__setstate__(('a',))", 'TypeError: _io.StringIO.__setstate__ argument should be 4-tuple, got tuple'),
        ("io.StringIO('abc').__setstate__(('a','b',-1,None))", "ValueError: illegal newline value: 'b'"),
        ("io.StringIO('abc').__setstate__((1,'b',0,None))", "ValueError: illegal newline value: 'b'"),
        ("io.StringIO('abc').encoding,io.StringIO('abc').errors,io.StringIO('abc').newlines,io.StringIO().line_buffering", '(None, None, None, False)'),
    ], NAMES)


def test_newline_decoder():
    check_rows([
        ("io.IncrementalNewlineDecoder(None,True).decode(b'')", "TypeError: decoder should return a string result, not 'bytes'"),
        (r"io.IncrementalNewlineDecoder(None,True).decode('a\r\nb\rc\n')", r"'a\nb\nc\n'"),
        ('io.IncrementalNewlineDecoder(None,True).getstate()', "(b'', 0)"),
        ('io.IncrementalNewlineDecoder(None,True).setstate(1)', 'TypeError: state argument must be a tuple'),
        ("io.IncrementalNewlineDecoder(1,True).decode('a')", "AttributeError: 'int' object has no attribute 'decode'"),
        ('io.IncrementalNewlineDecoder()', "TypeError: IncrementalNewlineDecoder() missing required argument 'decoder' (pos 1)"),
    ], NAMES)


def test_text():
    check_rows([
        ("tx.read('a')", "TypeError: argument should be integer or None, not 'str'"),
        ("tx.write('a')", 'UnsupportedOperation: not writable'),
        ('tx.read(2)', "'ab'"),
        ('tx.tell()', '2'),
        ('tx.seek(1,1)', "UnsupportedOperation: can't do nonzero cur-relative seeks"),
        ('tx.seek(0,1)', '2'),
        ('tx.seek(1,2)', "UnsupportedOperation: can't do nonzero end-relative seeks"),
        ('tx.seek(0,2)', '8'),
        ('tx.seek(-1)', 'ValueError: negative seek position -1'),
        ('tx.seek(0,9)', 'ValueError: invalid whence (9, should be 0, 1 or 2)'),
        ("tx.seek('a')", "TypeError: '<' not supported between instances of 'str' and 'int'"),
        ('tx.seek(0)', '0'),
        ("tx.readline('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('tx.readline(2)', "'ab'"),
        ('tx.truncate()', 'UnsupportedOperation: truncate'),
        ('tx.encoding,tx.errors,tx.newlines,tx.line_buffering,tx.write_through,tx.buffer,tx.name,tx.mode', r"('utf-8', 'strict', '\n', False, False, <_io.BufferedReader name='f'>, 'f', 'r')"),
        ('tc.read()', 'ValueError: I/O operation on closed file.'),
        ("tc.write('')", 'ValueError: I/O operation on closed file.'),
        ('tc.readline()', 'ValueError: I/O operation on closed file.'),
        ('tc.tell()', 'ValueError: I/O operation on closed file.'),
        ('tc.seek(0)', 'ValueError: I/O operation on closed file.'),
        ('tc.fileno()', 'ValueError: I/O operation on closed file'),
        ('tc.flush()', 'ValueError: I/O operation on closed file.'),
        ('tc.readable(),1', 'ValueError: I/O operation on closed file'),
        ('tc.encoding', "'utf-8'"),
        ('next(tc)', 'ValueError: I/O operation on closed file.'),
        ('iter(tc)', 'ValueError: I/O operation on closed file.'),
        ('tc.__enter__()', 'ValueError: I/O operation on closed file.'),
        ('tc.reconfigure()', 'ValueError: I/O operation on closed file.'),
        ('wt.read()', 'UnsupportedOperation: not readable'),
        ('wt.readline()', 'UnsupportedOperation: not readable'),
        ('next(wt)', 'UnsupportedOperation: not readable'),
        ('wt.write(5)', 'TypeError: write() argument must be str, not int'),
        ("wt.write(b'')", 'TypeError: write() argument must be str, not bytes'),
        ("wt.write('a')", '1'),
        ('wt.tell()', 'OSError: telling position disabled by next() call'),
        ("wt.reconfigure(newline='x')", 'ValueError: illegal newline value: x'),
        ('wt.reconfigure(encoding=5)', "TypeError: reconfigure() argument 'encoding' must be str or None, not int"),
        ("wt.reconfigure(encoding='nope')", 'LookupError: unknown encoding: nope'),
        ("wt.reconfigure(errors='nope')", 'None'),
        ("wt.reconfigure(line_buffering='a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('wt.reconfigure(1)', 'TypeError: reconfigure() takes no positional arguments'),
    ], NAMES)


def test_text_setup():
    check_rows([
        ('io.TextIOWrapper(5)', "AttributeError: 'int' object has no attribute 'readable'"),
        ('io.TextIOWrapper()', "TypeError: TextIOWrapper() missing required argument 'buffer' (pos 1)"),
        ('io.TextIOWrapper(io.BytesIO(),encoding=5)', "TypeError: TextIOWrapper() argument 'encoding' must be str or None, not int"),
        ("io.TextIOWrapper(io.BytesIO(),encoding='nope')", 'LookupError: unknown encoding: nope'),
        ("io.TextIOWrapper(io.BytesIO(),encoding='hex')", "LookupError: 'hex' is not a text encoding"),
        ('io.TextIOWrapper(io.BytesIO(),errors=5)', "TypeError: TextIOWrapper() argument 'errors' must be str or None, not int"),
        ("io.TextIOWrapper(io.BytesIO(),errors='nope')", "<_io.TextIOWrapper encoding='UTF-8'>"),
        ("io.TextIOWrapper(io.BytesIO(),newline='x')", 'ValueError: illegal newline value: x'),
        ('io.TextIOWrapper(io.BytesIO(),newline=5)', "TypeError: TextIOWrapper() argument 'newline' must be str or None, not int"),
        ("io.TextIOWrapper(io.BytesIO(),encoding='utf8')", "<_io.TextIOWrapper encoding='utf8'>"),
        ('io.TextIOWrapper(io.BytesIO())', "<_io.TextIOWrapper encoding='UTF-8'>"),
        (r"io.TextIOWrapper(io.BytesIO(),encoding='a\0b')", 'ValueError: embedded null character'),
        (r"io.TextIOWrapper(io.BytesIO(b'\xff'),encoding='utf8').read()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        ('io.BufferedRWPair(1,2)', "AttributeError: 'int' object has no attribute 'readable'"),
        ('io.BufferedRWPair(w.raw,f)', 'UnsupportedOperation: File or stream is not readable.'),
    ], NAMES)


def test_open():
    check_rows([
        ("open('f','z')", "ValueError: invalid mode: 'z'"),
        ("open('f','rw')", 'ValueError: must have exactly one of create/read/write/append mode'),
        ("open('f','rbt')", "ValueError: can't have text and binary mode at once"),
        ("open('f','r+r')", "ValueError: invalid mode: 'r+r'"),
        ("open('f','')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("open('f','b')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("open('f','+')", 'ValueError: Must have exactly one of create/read/write/append mode and at most one plus'),
        ("open('f','rb',encoding='a')", "ValueError: binary mode doesn't take an encoding argument"),
        ("open('f','rb',errors='a')", "ValueError: binary mode doesn't take an errors argument"),
        ("open('f','rb',newline='a')", "ValueError: binary mode doesn't take a newline argument"),
        ("open('f','r',0)", "ValueError: can't have unbuffered text I/O"),
        ("open('f','rb',1).close()", 'None'),
        ("open('f','r',-5)", "<_io.TextIOWrapper name='f' mode='r' encoding='UTF-8'>"),
        ("open('f','r',encoding=5)", "TypeError: open() argument 'encoding' must be str or None, not int"),
        ("open('f',5)", "TypeError: open() argument 'mode' must be str, not int"),
        ("open('f','r',newline='x')", 'ValueError: illegal newline value: x'),
        ('open(1.5)', 'TypeError: expected str, bytes or os.PathLike object, not float'),
        ('open(-1)', 'ValueError: negative file descriptor'),
        ("open('nope')", "FileNotFoundError: [Errno 2] No such file or directory: 'nope'"),
        ("open('nope/x','w')", "FileNotFoundError: [Errno 2] No such file or directory: 'nope/x'"),
        ("open('f','x')", "FileExistsError: [Errno 17] File exists: 'f'"),
        ("open('/','w')", "IsADirectoryError: [Errno 21] Is a directory: '/'"),
        ("open('f','r',closefd=False)", 'ValueError: Cannot use closefd=False with file name'),
        ("open('f',buffering='a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("open('f','wbx')", 'ValueError: must have exactly one of create/read/write/append mode'),
        ("open('f','U')", "ValueError: invalid mode: 'U'"),
        ("open('')", "FileNotFoundError: [Errno 2] No such file or directory: ''"),
    ], NAMES)


def test_module():
    check_rows([
        ("io.text_encoding('a')", "'a'"),
        ('io.text_encoding(5)', '5'),
        ('io.open_code(5)', "TypeError: open_code() argument 'path' must be str, not int"),
        ("io.open_code('f')", "<_io.BufferedReader name='f'>"),
        ('io.open is open', 'True'),
        ('io.DEFAULT_BUFFER_SIZE', '131072'),
        ('_io.__doc__[:50]', "'The io module provides the Python interfaces to st'"),
        ('io.BlockingIOError is BlockingIOError', 'True'),
        ('io.UnsupportedOperation.__mro__', "(<class 'io.UnsupportedOperation'>, <class 'OSError'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)"),
        ('_io._IOBase.__doc__[:60],_io._IOBase.__module__,_io.FileIO.__module__,_io.BytesIO.__qualname__', r"('The abstract base class for all I/O classes.\n\nThis class pro', '_io', '_io', 'BytesIO')"),
        ('io.FileIO.__mro__', "(<class '_io.FileIO'>, <class '_io._RawIOBase'>, <class '_io._IOBase'>, <class 'object'>)"),
        ('io.TextIOWrapper.__mro__', "(<class '_io.TextIOWrapper'>, <class '_io._TextIOBase'>, <class '_io._IOBase'>, <class 'object'>)"),
        ('io.StringIO.__mro__', "(<class '_io.StringIO'>, <class '_io._TextIOBase'>, <class '_io._IOBase'>, <class 'object'>)"),
        ('io.BufferedRandom.__mro__', "(<class '_io.BufferedRandom'>, <class '_io._BufferedIOBase'>, <class '_io._IOBase'>, <class 'object'>)"),
        ('io.BufferedRWPair.__mro__', "(<class '_io.BufferedRWPair'>, <class '_io._BufferedIOBase'>, <class '_io._IOBase'>, <class 'object'>)"),
    ], NAMES)
