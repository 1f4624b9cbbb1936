"""Where a code is entered has a place of its own, before that of the first instruction; `co_linetable` tells the same as `co_positions`."""
import sys
import traceback
import types


def read_number(table):
    byte = next(table)
    value, shift = byte & 63, 0
    while byte & 64:
        byte = next(table)
        shift += 6
        value |= (byte & 63) << shift
    return value


def read_difference(table):
    value = read_number(table)
    return -(value >> 1) if value & 1 else value >> 1


def read_table(code):
    line = code.co_firstlineno
    table = iter(code.co_linetable)
    for head in table:
        kind, units = head >> 3 & 15, (head & 7) + 1
        position = (None,) * 4
        if kind == 14:
            line += read_difference(table)
            end = line + read_number(table)
            position = (line, end, read_number(table) - 1, read_number(table) - 1)
        elif kind == 13:
            line += read_difference(table)
            position = (line, line, None, None)
        elif kind >= 10 and kind < 13:
            line += kind - 10
            position = (line, line, next(table), next(table))
        elif kind < 10:
            byte = next(table)
            column = kind << 3 | byte >> 4
            position = (line, line, column, column + (byte & 15))
        yield from [position] * units


def short(a): return a


def long(a, b):
    x = (a
         +

         b)
    if x: return [a for
        a in (1, 2)]                                                                                          ; y = short(x)


    raise ValueError(
        y
    )


class Holder:
    def method(self):
        try:
            return super().method
        finally:
            pass


def generator():
    yield 1


codes = [f.__code__ for f in (short, long, Holder.method, generator, read_table, read_number)]
codes += [compile(source, 'm', 'exec') for source in ('x = 1\ny = 2', '', '\n\nx', 'class A:\n  x = 1')]
for code in codes:
    print(code.co_name, list(read_table(code)) == list(code.co_positions()))
    if code.co_name not in ('generator', 'method', 'read_table'):
        print(next(code.co_positions()))
    same = code.replace(co_linetable=code.co_linetable)
    print(same == code, list(same.co_positions()) == list(code.co_positions()))


def framed():
    return sys._getframe()


tb = types.TracebackType(None, framed(), 0, framed.__code__.co_firstlineno)
[entry] = traceback.extract_tb(tb)
print(entry.lineno - framed.__code__.co_firstlineno, entry.line)
for size in (1, 10**9, -1):
    try:
        short.__code__.replace(co_stacksize=size)
    except ValueError as e:
        print(e)
