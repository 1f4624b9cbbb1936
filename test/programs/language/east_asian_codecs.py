"""The codecs of East Asia: all their codes and characters as sums, and what is damaged, comes in pieces, or goes through streams."""
import codecs
import hashlib
import io
import random

NAMES = (
    'gb2312 gbk gb18030 big5 cp950 big5hkscs shift_jis cp932 euc_jp euc_kr cp949 johab '
    'shift_jis_2004 euc_jis_2004 shift_jisx0213 euc_jisx0213'
).split()


def decoded(name, data, errors='strict'):
    try:
        return data.decode(name, errors)
    except UnicodeDecodeError as e:
        return e.start, e.end, e.reason, e.encoding


def encoded(name, text, errors='strict'):
    try:
        return text.encode(name, errors)
    except UnicodeEncodeError as e:
        return e.start, e.end, e.reason, e.encoding


def sum_of(rows):
    return hashlib.md5(repr(rows).encode('utf-8', 'backslashreplace')).hexdigest()[:8]


EXTRA = ['', '\u304b', '\u309a', '\uac02', 'é', '\U00020000', '\xca\u0304', '\ud800']

for name in NAMES:
    print(name, sum_of([decoded(name, bytes([first, second])) for first in range(128, 256) for second in range(48, 256)]))
    text = ''.join(map(chr, [*range(0xd800), *range(0xe000, 0x10000, 3), *range(0x20000, 0x2a6e0, 5)]))
    data = text.encode(name, 'replace')
    print(len(data), sum_of(data), sum_of(data.decode(name, 'replace')))
    choose = random.Random(name)
    for _ in range(8):
        first = [0x8f, 0x8e, 0xa4, 0xd4, 0x30, 0x39, 0x41, 0x7f, 0x80, 0xff]
        data = bytes(
            choose.choice(first) if choose.random() < 0.4 else choose.randrange(0xa1, 0xff)
            for _ in range(choose.randrange(1, 14))
        )
        print(data, *(ascii(decoded(name, data, errors)) for errors in ('strict', 'replace', 'surrogateescape')))
        text = data.decode(name, 'ignore') + choose.choice(EXTRA)
        print(encoded(name, text), encoded(name, text, 'xmlcharrefreplace'))
        decoder = codecs.getincrementaldecoder(name)('replace')
        pieces = [decoder.decode(bytes([byte])) for byte in data]
        print(ascii(pieces), decoder.getstate(), ascii(decoder.decode(b'', True)))
        encoder = codecs.getincrementalencoder(name)('replace')
        print([encoder.encode(character) for character in text], encoder.getstate(), encoder.encode('', True))


def show(function, *arguments, **keywords):
    try:
        print(ascii(function(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


encoder = codecs.getincrementalencoder('euc_jis_2004')()
show(encoder.encode, 'a\u304b')
state = encoder.getstate()
print(state)
show(encoder.encode, '\u309a')
show(encoder.setstate, state)
show(encoder.encode, '', True)
for value in (-1, 2**200, 'x', 5, 9, 2**100):
    show(encoder.setstate, value)
    show(encoder.getstate)
encoder.reset()
show(encoder.encode, 5)
show(encoder.encode, 'x', 5, 6)
show(setattr, encoder, 'errors', 5)
show(delattr, encoder, 'errors')
show(setattr, encoder, 'errors', 'ignore')
print(encoder.errors)
show(codecs.getincrementalencoder('gbk'), 5)
decoder = codecs.getincrementaldecoder('euc_jis_2004')()
show(decoder.decode, b'a\x8f\xa1')
show(decoder.decode, b'', True)
show(decoder.getstate)
show(decoder.decode, b'\x41')
show(decoder.getstate)
for value in ((b'', 0), (b'abcdefghi', 0), (b'ab', 5), (b'a', -1), (b'a', 2**64), ('x', 0), (b'x', '0'), 5, (b'a',)):
    show(decoder.setstate, value)
    show(decoder.getstate)
data = '中文a\n字符b\r\nxyz\n'.encode('gbk')
reader = codecs.getreader('gbk')(io.BytesIO(data))
for size in (1, 2, 0):
    show(reader.read, size)
show(reader.readline)
show(reader.readline, 1)
show(reader.readlines)
show(reader.read)
show(reader.read, 'x')
reader = codecs.getreader('gbk')(io.BytesIO(b'a\x81'))
show(reader.read, 2)
show(reader.read, 2)
show(reader.read, 2)
show(codecs.getreader('gbk')(io.StringIO('x')).read)
show(codecs.getreader('gbk'))
stream = io.BytesIO()
writer = codecs.getwriter('euc_jis_2004')(stream)
for lines in (['x', '\u304b'], 5, iter(['y']), 'ab', [5, '\u304b']):
    show(writer.writelines, lines)
show(writer.write, '\ud800')
show(stream.getvalue)
show(writer.reset)
show(stream.getvalue)
codecs.register_error('test.text', lambda e: (f'[{e.reason}]', e.end))
codecs.register_error('test.bytes', lambda e: (b'<>', e.end))
codecs.register_error('test.far', lambda e: ('x', 100))
codecs.register_error('test.wrong', lambda e: 5)
codecs.register_error('test.surrogate', lambda e: ('\ud800', e.end))
for errors in ('text', 'bytes', 'far', 'wrong', 'surrogate'):
    show(b'\x81\xff\xffa\x81'.decode, 'gbk', 'test.' + errors)
    show('a\ud800b'.encode, 'gbk', 'test.' + errors)
for name in ('gbk', 'shift-jis', 'ms950', 'uhc', 'korean', 's_jis_2004'):
    print(codecs.lookup(name).name)
stream = io.BytesIO()
with io.TextIOWrapper(stream, encoding='shift_jis') as file:
    file.write('日本語\nテキスト\n')
    file.flush()
    print(stream.getvalue())
print(ascii(io.TextIOWrapper(io.BytesIO('日本語\n字'.encode('cp932')), encoding='cp932').readlines()))
