"""Operations that go through long operands piece by piece, at the borders of the pieces."""
import re
import sys

BORDERS = 65535, 65536, 65537, 131072, 131073, 200001
for count in BORDERS:
    text = 'y' * count
    print(count)
    print(re.match('[xy]*z', text + 'z').end(), re.match('y*', text).end(), re.match('y+?z', text + 'z').end())
    print(re.fullmatch('[^x]*x', text + 'x').end(), re.match('[a-z]*x', text + 'x' + text).end(), re.match('(?:xy|y)*z', text + 'z').end())
    print(re.match('(y*)z\\1$', text + 'z' + text).end(), re.match('(y*)z\\1$', text + 'z' + text[1:]), re.match('y{%d}z' % min(count, 65535), text))
    print(re.match(b'[xy]*z', text.encode() + b'z').end(), re.search('[ξy]+é', text + 'é').end(), re.match('y*ξ', text + '\U00012345ξ'))
    data = b'a' * count
    print(data == data[1:] + b'a', data == data[1:] + b'b', data < data[1:] + b'b', data > data[1:], data.startswith(data[1:]))
    print(data.endswith(b'b' + data[2:]), (b'b' + data) in data + b'b' + data, data.removeprefix(data[1:]), len(data.removesuffix(b'b' + data)))

sys.set_int_max_str_digits(0)
print(int('1_0' * 40000, 32) == int('10' * 40000, 32), int(b' 12 '), int(b'9' * 70000) == 10**70000 - 1)
for literal in b'1\0', b'\xff', b'\xb2', b'', b'1__0' * 30000, b'1_' * 40000, b'1' * 70000 + b'\0':
    for convert in int, float:
        try:
            convert(literal)
        except ValueError as error:
            print(str(error)[:80])

parts = [b'xy'] * 9000
print(len(b','.join(parts)), b''.join(parts) == b'xy' * 9000, b','.join(parts) == b'xy,' * 8999 + b'xy')
print(b', '.join([]), b', '.join([b'a']), b', '.join([b'a', b'', b'c']), len(b', '.join(bytes(3) for _ in range(5000))))


def named(**names):
    return len(names)


def positional(a, /, **names):
    return a, len(names)


def one(a):
    return a


many = {f'name{index}': index for index in range(10000)}
print(named(**many), positional(5, **many, a=1))
for call in lambda: one(**many), lambda: positional(**many, a=1), lambda: named(**many, **many):
    try:
        call()
    except TypeError as error:
        print(error)
