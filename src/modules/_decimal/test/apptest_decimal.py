"""Behaviour of decimal that has state: contexts, flags, traps, subclasses, copies."""

import contextvars
import copy
import pickle
from decimal import *

from apptest_checks import check_scenario, say


def test_flags_and_traps():
    context = Context(prec=3, traps=[DivisionByZero])
    context.divide(1, 3)
    assert context.flags[Inexact] and context.flags[Rounded] and not context.flags[Overflow]
    context.clear_flags()
    assert not any(context.flags.values())
    try:
        context.divide(1, 0)
    except DivisionByZero as error:
        assert error.args == ([DivisionByZero],)
    assert context.flags[DivisionByZero]
    context.traps[DivisionByZero] = False
    assert context.divide(1, 0) == Decimal('Infinity')
    context.clear_traps()
    assert str(context.divide(0, 0)) == 'NaN' and context.flags[InvalidOperation]


def test_flags_stay_a_view():
    context = Context()
    flags = context.flags
    context.flags = {signal: signal is Inexact for signal in flags}
    assert flags[Inexact] and context.flags is flags
    flags[Rounded] = True
    assert 'Rounded' in repr(context)
    flags.update({Inexact: 0})
    assert not context.flags[Inexact]


def test_localcontext():
    outer = getcontext()
    with localcontext(prec=5, rounding=ROUND_DOWN) as inner:
        assert getcontext() is inner and inner is not outer
        assert str(Decimal(2) / 3) == '0.66666'
        with localcontext() as third:
            third.prec = 2
            assert str(Decimal(2) / 3) == '0.66'
        assert getcontext().prec == 5
    assert getcontext() is outer


def test_setcontext_copies_templates():
    saved = getcontext()
    setcontext(ExtendedContext)
    assert getcontext() is not ExtendedContext and getcontext().prec == 9
    mine = Context(prec=4)
    setcontext(mine)
    assert getcontext() is mine
    setcontext(saved)


def test_context_belongs_to_contextvars():
    def run():
        getcontext().prec = 7
        return str(Decimal(1) / 3)

    copied = contextvars.copy_context()
    setcontext(Context(prec=20))
    assert copied.run(lambda: getcontext().prec) != 20
    fresh = contextvars.Context()
    assert fresh.run(run) == '0.3333333'
    assert getcontext().prec == 20
    setcontext(DefaultContext)


def test_subclass():
    class Money(Decimal):
        def __init__(self, *args, **kwargs):
            self.unit = 'EUR'

    money = Money('1.50')
    assert money.unit == 'EUR' and type(money) is Money and str(money) == '1.50'
    assert type(money + 1) is Decimal and money + 1 == Decimal('2.50')
    assert type(Money.from_float(1.5)) is Money and type(Money.from_number(2)) is Money
    assert hash(money) == hash(1.5) and money == Decimal('1.5')
    assert type(Decimal(money)) is Decimal

    class Mine(Context):
        pass

    mine = Mine(prec=3)
    mine.note = 'kept'
    assert mine.note == 'kept' and str(mine.divide(1, 3)) == '0.333'


def test_copies_and_pickles():
    for text in ('1.50', '-0E-10', 'Infinity', '-sNaN12', '1E+999999'):
        value = Decimal(text)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert str(pickle.loads(pickle.dumps(value, protocol))) == text
        assert copy.copy(value) is value and copy.deepcopy(value) is value
    context = Context(prec=5, flags=[Inexact], traps=[Overflow, Clamped], capitals=0)
    again = pickle.loads(pickle.dumps(context))
    assert repr(again) == repr(context)
    other = context.copy()
    other.prec = 9
    other.flags[Inexact] = False
    assert context.prec == 5 and context.flags[Inexact]


def test_float_operation():
    def run():
        with localcontext() as context:
            say(Decimal(1) == 1.0, context.flags[FloatOperation])
            context.clear_flags()
            say(Decimal(1) < 1.5, context.flags[FloatOperation])
            context.traps[FloatOperation] = True
            say(Decimal(1) == 1.0)
            for action in (lambda: Decimal(1) < 1.5, lambda: Decimal(1.5), lambda: context.create_decimal(1.5)):
                try:
                    action()
                except FloatOperation as error:
                    say('trapped', error)
            return Decimal.from_float(1.5)

    check_scenario(
        run,
        'True True',
        'True True',
        'True',
        "trapped [<class 'decimal.FloatOperation'>]",
        "trapped [<class 'decimal.FloatOperation'>]",
        "trapped [<class 'decimal.FloatOperation'>]",
        "returns Decimal('1.5')",
    )


def test_huge_exponents_end():
    wide = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
    assert wide.divide(1, 8) == Decimal('0.125')
    assert wide.sqrt(Decimal('1.44')) == Decimal('1.2')
    assert wide.multiply(Decimal('1e500000000000000000'), Decimal('1e400000000000000000')) == Decimal('1e900000000000000000')
    assert wide.power(2, 100) == 2**100
    for action in (lambda: wide.divide(1, 3), lambda: wide.add(Decimal('1e900000000000000000'), 1), lambda: wide.sqrt(2)):
        try:
            action()
        except MemoryError:
            pass
        else:
            assert False


def test_long_numbers():
    digits = '7' * 20000
    value = Decimal(digits)
    assert str(value) == digits and int(value) == value
    with localcontext(prec=40000, traps=[Inexact]):
        square = value * value
        assert square / value == value and str(square.sqrt()) == digits
        assert divmod(square + 1, value) == (value, 1)


def test_huge_numbers():
    digits = '7' * 160000
    value = Decimal(digits)
    with localcontext(prec=400000, traps=[Inexact]):
        square = value * value
        assert square / value == value and str(square.sqrt()) == digits
        assert divmod(square + 1, value) == (value, 1)
        assert square.shift(-160000).shift(160000) == square // Decimal('1e160000') * Decimal('1e160000')
        assert value.scaleb(-160000).as_integer_ratio() == (int(value), 10 ** 160000)
        assert str(square).endswith(str(int(value) ** 2 % 10 ** 50))


def test_overflow_by_rounding():
    results = []
    for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
        context = Context(prec=3, Emax=5, Emin=-5, rounding=rounding, traps=[])
        results.append(f"{context.plus(Decimal('1e6'))} {context.plus(Decimal('-1e6'))} {context.plus(Decimal('1e-9'))} {context.plus(Decimal('-1e-9'))}")
    assert results == [
        'Infinity -Infinity 1E-7 -1E-7',
        '9.99E+5 -9.99E+5 0E-7 -0E-7',
        'Infinity -9.99E+5 1E-7 -0E-7',
        '9.99E+5 -Infinity 0E-7 -1E-7',
        'Infinity -Infinity 0E-7 -0E-7',
        'Infinity -Infinity 0E-7 -0E-7',
        'Infinity -Infinity 0E-7 -0E-7',
        '9.99E+5 -9.99E+5 1E-7 -1E-7',
    ]
