import gc

from apptest_checks import table_check

check = table_check(globals())


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError('nothing raised')


def test_switches():
    assert gc.isenabled()
    gc.disable()
    assert not gc.isenabled()
    gc.enable()
    before = gc.get_threshold()
    gc.set_threshold(1, 2, 3)
    assert gc.get_threshold() == (1, 2, 3)
    gc.set_threshold(*before)
    assert raises(TypeError, gc.set_threshold) == 'gc.set_threshold requires 1 to 3 arguments'
    gc.set_debug(1)
    assert gc.get_debug() == 1
    gc.set_debug(0)


def test_collect():
    assert type(gc.collect()) is int and type(gc.collect(0)) is int
    assert raises(ValueError, gc.collect, 3) == 'invalid generation'
    assert len(gc.get_stats()) == 3 and set(gc.get_stats()[0]) == {'collections', 'collected', 'uncollectable'}
    assert len(gc.get_count()) == 3
    seen = []
    gc.callbacks.append(lambda phase, info: seen.append((phase, info['generation'])))
    gc.collect(1)
    gc.callbacks.pop()
    assert seen == [('start', 1), ('stop', 1)]


def test_objects():
    assert gc.is_tracked([]) and gc.is_tracked({}) and not gc.is_tracked(1) and not gc.is_tracked('a') and not gc.is_tracked(())
    assert set(gc.get_referents([1, 'a'])) == {1, 'a'} and gc.is_finalized([]) is False
    assert type(gc.get_objects()) is list and gc.garbage == []
    assert raises(ValueError, gc.get_objects, 3) == 'generation parameter must be less than the number of available generations (3)'
    gc.freeze()
    gc.unfreeze()
    assert type(gc.get_freeze_count()) is int


def test_numbers_that_do_not_fit():
    check(r"""
gc.set_threshold(2**31)  -->  OverflowError: signed integer is greater than maximum
gc.set_threshold(1, -2**31 - 1)  -->  OverflowError: signed integer is less than minimum
gc.set_threshold(1, 2, 2**64)  -->  OverflowError: Python int too large to convert to C long
gc.set_threshold(1.5)  -->  TypeError: 'float' object cannot be interpreted as an integer
gc.set_debug(2**31)  -->  OverflowError: Python int too large to convert to C int
gc.set_debug(-2**63)  -->  OverflowError: Python int too large to convert to C int
type(gc.get_objects(-1))  -->  <class 'list'>
gc.get_objects(-2)  -->  ValueError: generation parameter cannot be negative
gc.get_objects(2**63)  -->  OverflowError: cannot fit 'int' into an index-sized integer
""")
