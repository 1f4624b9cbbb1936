"""Decimal arithmetic under random contexts: results, exceptions and flags."""
from decimal import *

from draw import COUNT, below, choose


def digits(most):
    kind = below(6)
    size = 1 + below(most)
    if kind == 0:
        return '9' * size
    if kind == 1:
        return '1' + '0' * (size - 1)
    if kind == 2:
        return choose('123456789') + '0' * below(size) + choose(['', '5', '49', '50', '51'])
    return ''.join(choose('0123456789') for _ in range(size))


def number(most=40):
    kind = below(20)
    sign = choose(['', '-'])
    if kind == 0:
        return sign + choose(['NaN', 'sNaN', 'NaN123', 'sNaN45', 'Infinity', 'Infinity'])
    if kind == 1:
        return sign + choose(['0', '0.00', '0E+5', '0E-30', '0E+999', '0E-1200'])
    text = digits(choose([1, 3, 8, 16, 17, most]))
    if kind < 6:
        return sign + text
    if kind < 14:
        point = below(len(text) + 1)
        return sign + text[:point] + '.' + text[point:] if text[:point] + text[point:] else sign + text
    return sign + text + 'E' + str(choose([below(8) - 4, below(60) - 30, below(2400) - 1200, below(200000) - 100000]))


SIGNALS = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
UNARY = 'abs exp ln log10 minus next_minus next_plus normalize plus to_integral_exact to_integral_value sqrt logb logical_invert is_normal is_subnormal number_class to_sci_string to_eng_string create_decimal _apply'.split()
BINARY = 'add compare compare_signal compare_total compare_total_mag copy_sign divide divide_int divmod max max_mag min min_mag multiply next_toward quantize remainder remainder_near subtract rotate scaleb shift same_quantum logical_and logical_or logical_xor'.split()
FORMATS = ['', '.2f', 'e', '.3e', 'g', '.5g', '.0f', '%', '.1%', ',', ',.2f', '_', '012', '>15.3', '+', ' .4f', 'z.1f', '#.3g', '^20.2e', '020,.1f', 'n', '.12_f', 'E', '#', 'x=+20f']


def context():
    emax = choose([5, 99, 384, 999, 999999])
    clamp = 1 if below(4) == 0 else 0
    return Context(prec=choose([1, 2, 3, 5, 7, 9, 15, 16, 17, 28, 28, 28, 34, 50]), rounding=choose(ROUNDINGS), Emin=-choose([5, 99, 383, 998, 999999]),
                   Emax=emax, capitals=below(2), clamp=clamp, traps=[s for s in SIGNALS if below(12) == 0])


def small():
    return choose(['', '-']) + digits(3) + choose(['', '.5', '.25', 'E+1', 'E-1', '.0', '00'])


def shown(value):
    return tuple(map(str, value)) if isinstance(value, tuple) else str(value)


def one(c):
    kind = below(12)
    if kind < 4:
        name = choose(UNARY)
        a = number()
        if name in ('exp',):
            a = choose([a, small()])
        if name == 'logical_invert':
            a = ''.join(choose('01') for _ in range(1 + below(20)))
        return f'{name} {a}', lambda: getattr(c, name)(a if name == 'create_decimal' else Decimal(a))
    if kind < 9:
        name = choose(BINARY)
        a, b = number(), number()
        if name in ('rotate', 'shift', 'scaleb'):
            b = choose([b, str(below(60) - 30)])
        if name.startswith('logical'):
            a, b = (''.join(choose('01') for _ in range(1 + below(20))) for _ in 'ab')
        if name == 'quantize' or below(4) == 0:
            b = choose([b, '1E' + str(below(20) - 10)])
        if below(5) == 0 and 'E' in a and 'aN' not in a:
            b = choose(['', '-']) + digits(12) + 'E' + str(int(a[a.index('E') + 1:]) + below(40) - 20)
        return f'{name} {a} {b}', lambda: getattr(c, name)(Decimal(a), Decimal(b))
    if kind == 9:
        a, b, m = choose([number(12), small()]), choose([small(), number(3)]), choose([None, None, small()])
        if m is not None:
            a, b = digits(6), digits(6)
        return f'power {a} {b} {m}', lambda: c.power(Decimal(a), Decimal(b), m if m is None else Decimal(m))
    if kind == 10:
        a, b, d = number(), number(), number()
        return f'fma {a} {b} {d}', lambda: c.fma(Decimal(a), Decimal(b), Decimal(d))
    a, f = number(), choose(FORMATS)
    if 'E' in a and 'aN' not in a and abs(int(a[a.index('E') + 1:])) > 3000:
        a = a[:a.index('E')]

    def formatted():
        setcontext(c)
        return format(Decimal(a), f), hash(Decimal(a)) if 'aN' not in a else 0, float(Decimal(a)) if 's' not in a else 0, Decimal(a) == float(a.replace('s', '').rstrip('0123456789') if 'aN' in a else a) if 's' not in a else 0

    return f'format {a} {f!r}', formatted


for index in range(COUNT):
    c = context()
    text, run = one(c)
    try:
        result = shown(run())
    except Exception as error:
        result = f'{type(error).__name__} {error}'
    print(index, text, '->', result, c)
