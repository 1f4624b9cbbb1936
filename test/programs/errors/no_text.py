"""What str, repr, format and print say of classes whose `__repr__` or `__str__` gives no text."""


class X:
    def __repr__(self):
        return None


class Y:
    def __repr__(self):
        raise ValueError('r')


class Z:
    def __str__(self):
        return 5


class W(list):
    def __repr__(self):
        return 7


class E(Exception):
    def __repr__(self):
        return 7


class E2(Exception):
    def __str__(self):
        return 7


class I(int):
    def __repr__(self):
        return 7


class S(str):
    def __repr__(self):
        return 7


def report(name, function):
    try:
        text = ascii(function())
    except Exception as error:
        text = f'{type(error).__name__}: {error}'
    print('   ', name, 'an object' if ' at 0x' in text else text)


for made in (X(), Y(), Z(), W(), E(), E2(), I(), S()):
    print(type(made).__name__)
    report('str', lambda: str(made))
    report('repr', lambda: repr(made))
    report('ascii', lambda: ascii(made))
    report('format', lambda: format(made))
    report('f-string', lambda: f'{made}')
    report('f-string !r', lambda: f'{made!r}')
    report('f-string !s', lambda: f'{made!s}')
    report('% s', lambda: '%s' % (made,))
    report('% r', lambda: '%r' % (made,))
    report('print', lambda: print(made))
    report('object.__str__', lambda: object.__str__(made))
    report('__str__', lambda: made.__str__())
    report('__repr__', lambda: made.__repr__())
    report('__format__', lambda: made.__format__(''))
    report('in a list', lambda: str([made]))
