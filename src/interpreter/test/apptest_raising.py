"""raise, except, except* and with: what they accept, and what is raised."""

from apptest_checks import check_scenario, say


def test_raise_int():
    def scenario():
        raise 1

    check_scenario(scenario, 'TypeError: exceptions must derive from BaseException')


def test_raise_from_int():
    def scenario():
        raise ValueError from 1

    check_scenario(scenario, 'TypeError: exception causes must derive from BaseException')


def test_new_gives_no_exception():
    def scenario():
        class E(Exception):

            def __new__(cls):
                return 1
        raise E

    check_scenario(scenario,
        "TypeError: calling <class 'apptest.test_new_gives_no_exception.<locals>.scenario.<locals>.E'> should have returned an instance of BaseException, not <class 'int'>",
    )


def test_raise_without_active():
    def scenario():
        raise

    check_scenario(scenario, 'RuntimeError: No active exception to reraise')


def test_group_and_other_exception():
    def scenario():
        try:
            raise ExceptionGroup('m', [ValueError(1)])
        except* ValueError:
            raise KeyError(2)

    check_scenario(scenario, "KeyError: 2, context ExceptionGroup('m', [ValueError(1)])")


def test_group_rest_with_new_exception():
    def scenario():
        try:
            raise ExceptionGroup('m', [ValueError(1), TypeError(2)])
        except* ValueError:
            raise KeyError(2)

    check_scenario(scenario, 'ExceptionGroup:  (2 sub-exceptions)')


def test_group_raised_again():
    def scenario():
        try:
            raise ExceptionGroup('m', [ValueError(1), TypeError(2)])
        except* ValueError:
            raise

    check_scenario(scenario, 'ExceptionGroup: m (2 sub-exceptions)')


def test_plain_exception_in_except_star():
    def scenario():
        try:
            raise ValueError(1)
        except* ValueError as e:
            r = (repr(e), e.__traceback__.tb_next)
        return r

    check_scenario(scenario, 'returns ("ExceptionGroup(\'\', (ValueError(1),))", None)')


def test_plain_raised_again():
    def scenario():
        try:
            raise ValueError(1)
        except* ValueError as e:
            raise

    check_scenario(scenario, 'ExceptionGroup:  (1 sub-exception)')


def test_plain_replaced():
    def scenario():
        try:
            raise ValueError(1)
        except* ValueError as e:
            raise KeyError(3)

    check_scenario(scenario, "KeyError: 3, context ExceptionGroup('', (ValueError(1),))")


def test_plain_not_matched():
    def scenario():
        try:
            raise ValueError(1)
        except* TypeError as e:
            raise KeyError(3)

    check_scenario(scenario, 'ValueError: 1')


def test_except_star_catches_group_types():
    def scenario():
        try:
            raise ValueError(1)
        except* ExceptionGroup as e:
            raise KeyError(3)

    check_scenario(scenario,
        'TypeError: catching ExceptionGroup with except* is not allowed. Use except instead., context ValueError(1)',
    )


def test_except_star_int_in_tuple():
    def scenario():
        try:
            raise ValueError(1)
        except* (int,):
            pass

    check_scenario(scenario,
        'TypeError: catching classes that do not inherit from BaseException is not allowed, context ValueError(1)',
    )


def test_except_int_in_tuple():
    def scenario():
        try:
            raise ValueError(1)
        except (int,):
            pass

    check_scenario(scenario,
        'TypeError: catching classes that do not inherit from BaseException is not allowed, context ValueError(1)',
    )


def test_except_int():
    def scenario():
        try:
            raise ValueError(1)
        except 1:
            pass

    check_scenario(scenario,
        'TypeError: catching classes that do not inherit from BaseException is not allowed, context ValueError(1)',
    )


def test_several_except_stars():
    def scenario():
        try:
            raise ExceptionGroup('m', [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError:
            raise
        except* TypeError:
            raise KeyError(5)

    check_scenario(scenario, 'ExceptionGroup:  (2 sub-exceptions)')


def test_init_takes_other_arguments():
    def scenario():
        class E(Exception):

            def __init__(self, a):
                pass
        raise E

    check_scenario(scenario,
        "TypeError: test_init_takes_other_arguments.<locals>.scenario.<locals>.E.__init__() missing 1 required positional argument: 'a'",
    )


def test_raise_class_that_is_no_exception():
    def scenario():
        raise int

    check_scenario(scenario, 'TypeError: exceptions must derive from BaseException')


def test_split_gives_no_tuple():
    def scenario():
        class G(ExceptionGroup):

            def split(self, x):
                return 1
        try:
            raise G('m', [ValueError(1)])
        except* ValueError:
            pass

    check_scenario(scenario, "TypeError: G.split must return a tuple, not int, context G('m', [ValueError(1)])")


def test_split_gives_short_tuple():
    def scenario():
        class G(ExceptionGroup):

            def split(self, x):
                return (None,)
        try:
            raise G('m', [ValueError(1)])
        except* ValueError:
            pass

    check_scenario(scenario, "TypeError: G.split must return a 2-tuple, got tuple of size 1, context G('m', [ValueError(1)])")


def test_from_none():
    def scenario():
        raise ValueError from None

    check_scenario(scenario, 'ValueError: ')


def test_from_class():
    def scenario():
        raise ValueError from KeyError

    check_scenario(scenario, 'ValueError: , cause KeyError()')


def test_with_int():
    def scenario():
        with 1:
            pass

    check_scenario(scenario, "TypeError: 'int' object does not support the context manager protocol (missed __exit__ method)")


def test_exit_swallows():
    def scenario():
        class A:

            def __enter__(self):
                return self

            def __exit__(self, *a):
                say(a[0], a[1] is not None, a[2] is not None)
                return True
        with A():
            raise ValueError(3)
        return 'ok'

    check_scenario(scenario, "<class 'ValueError'> True True", "returns 'ok'")
