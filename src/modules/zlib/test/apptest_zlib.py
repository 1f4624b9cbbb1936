"""zlib: results and errors, each row an expression and what comes of it; and data that goes there and back."""

import random
import zlib

from apptest_checks import check_rows

NAMES = dict(globals())
NAMES['data'] = b'hello hello hello world ' * 20
NAMES['c'] = zlib.compress(NAMES['data'])
NAMES['co'] = zlib.compressobj
NAMES['do'] = zlib.decompressobj
NAMES['raw'] = zlib.compress(NAMES['data'], 9, -15)
NAMES['gz'] = zlib.compress(NAMES['data'], 6, 31)


def test_checksums():
    check_rows([
        ("zlib.adler32(b'abc'),zlib.adler32(b'abc',5),zlib.adler32(b''),zlib.adler32(b'a'*100000),zlib.adler32(b'a',-1),zlib.adler32(b'a',2**40)", '(38600999, 39387435, 1, 2036730701, 8192111, 6357089)'),
        ("zlib.crc32(b'abc'),zlib.crc32(b'abc',5),zlib.crc32(b'')", '(891568578, 871334697, 0)'),
        ("zlib.crc32('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('zlib.adler32()', 'TypeError: adler32 expected at least 1 argument, got 0'),
    ], NAMES)


def test_decompress():
    check_rows([
        ('zlib.decompress(c)==data, zlib.decompress(raw,-15)==data, zlib.decompress(gz,31)==data, zlib.decompress(gz,47)==data, zlib.decompress(c,47)==data, zlib.decompress(c,0)==data', '(True, True, True, True, True, True)'),
        ("zlib.decompress(b'')", 'error: Error -5 while decompressing data: incomplete or truncated stream'),
        ("zlib.decompress(b'abc')", 'error: Error -3 while decompressing data: incorrect header check'),
        ('zlib.decompress(c[:-1])', 'error: Error -5 while decompressing data: incomplete or truncated stream'),
        ("zlib.decompress(c[:-4]+b'abcd')", 'error: Error -3 while decompressing data: incorrect data check'),
        ("zlib.decompress(c+b'x')", "b'hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world '"),
        ('zlib.decompress(c,-15)', 'error: Error -3 while decompressing data: invalid stored block lengths'),
        ('zlib.decompress(raw)', 'error: Error -3 while decompressing data: incorrect header check'),
        ('zlib.decompress(gz)', 'error: Error -3 while decompressing data: incorrect header check'),
        ('zlib.decompress(c,31)', 'error: Error -3 while decompressing data: incorrect header check'),
        ('zlib.decompress(gz[:-1],31)', 'error: Error -5 while decompressing data: incomplete or truncated stream'),
        ("zlib.decompress(gz[:-4]+b'abcd',31)", 'error: Error -3 while decompressing data: incorrect length check'),
        ("zlib.decompress(gz[:-8]+b'abcd'+gz[-4:],31)", 'error: Error -3 while decompressing data: incorrect data check'),
        ("zlib.decompress('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('zlib.decompress(c,99)', 'error: Error -2 while preparing to decompress data: inconsistent stream state'),
        ('zlib.decompress(c,bufsize=0)', "b'hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world '"),
        ('zlib.decompress(c,bufsize=-1)', 'ValueError: bufsize must be non-negative'),
        (r"zlib.decompress(b'\x78\x9c\x07')", 'error: Error -3 while decompressing data: invalid block type'),
        (r"zlib.decompress(b'\x07',-15)", 'error: Error -3 while decompressing data: invalid block type'),
        (r"zlib.decompress(b'\x01\x01\x00\x00\x00a',-15)", 'error: Error -3 while decompressing data: invalid stored block lengths'),
        (r"zlib.decompress(b'\x01\x01\x00\xfe\xffa',-15)", "b'a'"),
        (r"zlib.decompress(b'\x78\x9d')", 'error: Error -3 while decompressing data: incorrect header check'),
        (r"zlib.decompress(b'\x79\x9c')", 'error: Error -3 while decompressing data: incorrect header check'),
        (r"zlib.decompress(b'\x88\x1c')", 'error: Error -3 while decompressing data: invalid window size'),
        (r"zlib.decompress(b'\x78\xbb\x00\x00\x00\x00')", 'error: Error 2 while decompressing data'),
        (r"zlib.decompress(b'\x1f\x8b\x07',31)", 'error: Error -5 while decompressing data: incomplete or truncated stream'),
        (r"zlib.decompress(b'\x1f\x8b\x08\xff',31)", 'error: Error -3 while decompressing data: unknown header flags set'),
        (r"zlib.decompress(b'\x05\xe0\x81\x08\x00\x00\x00\x00\x20',-15)", 'error: Error -5 while decompressing data: incomplete or truncated stream'),
        (r"zlib.decompress(b'\xfd\xff\xff\xff',-15)", 'error: Error -3 while decompressing data: too many length or distance symbols'),
        (r"zlib.decompress(b'\x03\x02',-15)", 'error: Error -3 while decompressing data: invalid distance too far back'),
        (r"zlib.decompress(b'\x63\x00\x02\x00',-15)", r"b'\x00\x00\x00\x00'"),
        (r"zlib.decompress(b'\x4b\x04\x42\x00',-15)", 'error: Error -3 while decompressing data: invalid distance too far back'),
    ], NAMES)


def test_compress():
    check_rows([
        ("zlib.compress('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("zlib.compress(b'',10)", 'error: Bad compression level'),
        ("zlib.compress(b'',-2)", 'error: Bad compression level'),
        ("zlib.compress(b'',wbits=7)", 'error: Bad compression level'),
        ("zlib.compress(b'')", r"b'x\x9c\x03\x00\x00\x00\x00\x01'"),
        ("zlib.compress(b'',0),zlib.compress(b'abc',0),zlib.compress(b'abc',1),zlib.compress(b'abc',6),zlib.compress(b'abc',9)", '(b\'x\\x01\\x01\\x00\\x00\\xff\\xff\\x00\\x00\\x00\\x01\', b"x\\x01\\x01\\x03\\x00\\xfc\\xffabc\\x02M\\x01\'", b"x\\x01KLJ\\x06\\x00\\x02M\\x01\'", b"x\\x9cKLJ\\x06\\x00\\x02M\\x01\'", b"x\\xdaKLJ\\x06\\x00\\x02M\\x01\'")'),
        ("zlib.compress(b'a'*1000,1),zlib.compress(b'a'*1000,9),len(zlib.compress(data*100,1)),len(zlib.compress(data*100))", r"(b'x\x01KL\x1c\x05\xa3!0\x1a\x02\xc3=\x04\x00\xf9\xd8z\xf8', b'x\xdaKL\x1c\x05\xa3`\x14\x0cw\x00\x00\xf9\xd8z\xf8', 430, 157)"),
        ('zlib.compress(data),zlib.compress(data,1),zlib.compress(bytes(range(256)))[:20]', '(b\'x\\x9c\\xcbH\\xcd\\xc9\\xc9W\\xc8@"\\xcb\\xf3\\x8brRPDF\\xc5\\x87\\xae8\\x00B\\xb1\\xb1\\xd1\', b\'x\\x01\\xcbH\\xcd\\xc9\\xc9W\\xc8@"\\xcb\\xf3\\x8brRPD \\xb2\\xa3\\xe2C1\\x1c\\x00B\\xb1\\xb1\\xd1\', b\'x\\x9c\\x01\\x00\\x01\\xff\\xfe\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\t\\n\\x0b\\x0c\')'),
        ("zlib.compress(b'abc',6,31)", r"b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03KLJ\x06\x00\xc2A$5\x03\x00\x00\x00'"),
    ], NAMES)


def test_objects():
    check_rows([
        ('co(10)', 'ValueError: Invalid initialization option'),
        ('co(6,9)', 'ValueError: Invalid initialization option'),
        ('co(6,8,7)', 'ValueError: Invalid initialization option'),
        ('co(6,8,15,10)', 'ValueError: Invalid initialization option'),
        ('co(6,8,15,8,9)', 'ValueError: Invalid initialization option'),
        ("co(zdict='a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("co(zdict=b'hello').compress(b'x'),co(zdict=b'hello').flush()", r"(b'x\xbb\x06,\x02\x15', b'x\xbb\x06,\x02\x15\x03\x00\x00\x00\x00\x01')"),
        ('do(99)', 'ValueError: Invalid initialization option'),
        ("do(zdict='a')", 'TypeError: zdict argument must support the buffer protocol'),
        ("do(15,zdict=b'hello').decompress(c)", "b'hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world hello hello hello world '"),
        ('do().decompress(c,5)', "b'hello'"),
        ('do().decompress(c,-1)', 'ValueError: max_length must be non-negative'),
        ("do().decompress('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('do().flush(0)', 'ValueError: length must be greater than zero'),
        ('do().flush(-1)', 'ValueError: length must be greater than zero'),
        ('co().flush(99)', 'error: Error -2 while flushing: inconsistent stream state'),
        ('co().flush(0),co().flush(2),co().flush(3),co().flush(4),co().flush(1),co().flush(5)', r"(b'', b'x\x9c\x00\x00\x00\xff\xff', b'x\x9c\x00\x00\x00\xff\xff', b'x\x9c\x03\x00\x00\x00\x00\x01', b'x\x9c\x02', b'x\x9c')"),
    ], NAMES)


def test_others():
    check_rows([
        ('zlib.error.__mro__,zlib.error.__module__', "((<class 'zlib.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>), 'zlib')"),
        ('zlib._ZlibDecompressor().decompress(c)==data', 'True'),
        ('zlib._ZlibDecompressor().decompress(c,-1)==data', 'True'),
        ("zlib._ZlibDecompressor().decompress(b'abc')", 'error: Error -3 while decompressing data: incorrect header check'),
        ('zlib._ZlibDecompressor().eof,zlib._ZlibDecompressor().needs_input,zlib._ZlibDecompressor().unused_data', "(False, True, b'')"),
        ('zlib._ZlibDecompressor(99)', 'ValueError: Invalid initialization option'),
    ], NAMES)


def samples():
    random.seed(1)
    for size in (0, 1, 2, 3, 10, 100, 1000, 70000):
        yield bytes(random.randrange(256) for _ in range(min(size, 3000))) * (size // 3000 + 1)
        yield b'ab' * size
        yield bytes(random.choice(b'abcd') for _ in range(min(size, 20000)))


def test_there_and_back():
    for sample in samples():
        for level in (0, 1, 4, 6, 9):
            for wbits in (15, -15, 31, 9):
                assert zlib.decompress(zlib.compress(sample, level, wbits), wbits) == sample


def test_strategies_and_flushes():
    for sample in samples():
        half = len(sample) // 2
        for strategy in range(5):
            for mode in (zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_PARTIAL_FLUSH, zlib.Z_BLOCK):
                stream = zlib.compressobj(6, 8, 15, 8, strategy)
                packed = stream.compress(sample[:half]) + stream.flush(mode) + stream.compress(sample[half:]) + stream.flush()
                assert zlib.decompress(packed) == sample


def test_piece_by_piece():
    sample = b'hello hello hello world ' * 20
    packed = zlib.compress(sample)
    stream = zlib.decompressobj()
    assert b''.join(stream.decompress(bytes([byte])) for byte in packed + b'tail') == sample
    assert stream.eof and stream.unused_data == b'tail' and stream.unconsumed_tail == b''
    stream = zlib.decompressobj()
    pieces = []
    rest = packed
    while not stream.eof:
        pieces.append(stream.decompress(rest, 7))
        rest = stream.unconsumed_tail
        assert len(pieces[-1]) <= 7
    assert b''.join(pieces) == sample


def test_copies():
    stream = zlib.compressobj()
    start = stream.compress(b'start ')
    other = stream.copy()
    assert zlib.decompress(start + stream.compress(b'one') + stream.flush()) == b'start one'
    assert zlib.decompress(start + other.compress(b'two') + other.flush()) == b'start two'


def test_dictionary():
    for wbits in (15, -15):
        stream = zlib.compressobj(9, 8, wbits, zdict=b'hello world')
        packed = stream.compress(b'hello world hello') + stream.flush()
        assert zlib.decompressobj(wbits, zdict=b'hello world').decompress(packed) == b'hello world hello'


def test_decompressor_that_asks_for_input():
    packed = zlib.compress(b'hello hello hello world ' * 20)
    stream = zlib._ZlibDecompressor()
    assert stream.needs_input and not stream.eof
    assert stream.decompress(packed + b'abc', 10) == b'hello hell'
    assert not stream.needs_input and not stream.eof
    assert len(stream.decompress(b'', 5)) == 5
    assert len(stream.decompress(b'')) == 465
    assert stream.eof and stream.unused_data == b'abc' and not stream.needs_input
    try:
        stream.decompress(b'x')
    except EOFError as error:
        assert str(error) == 'End of stream already reached'
    else:
        assert False
