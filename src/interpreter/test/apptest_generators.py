"""Generators: their methods, members and errors."""

import types

from apptest_checks import check_scenario, say


def g():
    yield 1
    return 5


async def c():
    return 3


async def ag():
    yield 1
    yield 2


def test_generator_runs_already():
    def scenario():
        def gg():
            next(x)
            yield 1
        x = gg()
        next(x)

    check_scenario(scenario, 'ValueError: generator already executing')


def test_send_to_unstarted():
    def scenario():
        return g().send(1)

    check_scenario(scenario, "TypeError: can't send non-None value to a just-started generator")


def test_throw_int():
    def scenario():
        x = g()
        next(x)
        x.throw(1)

    check_scenario(scenario, 'TypeError: exceptions must be classes or instances deriving from BaseException, not int')


def test_throw_class_that_is_no_exception():
    def scenario():
        x = g()
        next(x)
        x.throw(int)

    check_scenario(scenario, 'TypeError: exceptions must be classes or instances deriving from BaseException, not type')


def test_throw_instance_with_value():
    def scenario():
        x = g()
        next(x)
        x.throw(ValueError('a'), 'b')

    check_scenario(scenario, 'TypeError: instance exception may not have a separate value')


def test_throw_with_bad_traceback():
    def scenario():
        x = g()
        next(x)
        x.throw(ValueError, ValueError('q'), 1)

    check_scenario(scenario, 'TypeError: throw() third argument must be a traceback object')


def test_throw_class_and_value():
    def scenario():
        x = g()
        next(x)
        x.throw(ValueError, 'b')

    check_scenario(scenario, 'ValueError: b')


def test_yield_at_close():
    def scenario():
        def gg():
            try:
                yield 1
            except GeneratorExit:
                yield 2
        x = gg()
        next(x)
        x.close()

    check_scenario(scenario, 'RuntimeError: generator ignored GeneratorExit')


def test_value_of_close():
    def scenario():
        def gg():
            try:
                yield 1
            except GeneratorExit:
                return 7
        x = gg()
        next(x)
        return (x.close(), x.close())

    check_scenario(scenario, 'returns (7, None)')


def test_context_of_thrown():
    def scenario():
        def gg():
            try:
                raise KeyError('in')
            except KeyError:
                yield 1
        x = gg()
        next(x)
        try:
            raise IndexError('out')
        except IndexError:
            x.throw(ValueError('thrown'))

    check_scenario(scenario, "ValueError: thrown, context KeyError('in')")


def test_stop_iteration_inside():
    def scenario():
        def gg():
            raise StopIteration(3)
            yield
        next(gg())

    check_scenario(scenario, 'RuntimeError: generator raised StopIteration, context StopIteration(3), cause StopIteration(3)')


def test_members_of_suspended():
    def scenario():
        x = g()
        return (x.gi_running, x.gi_frame.f_lineno - g.__code__.co_firstlineno, x.gi_yieldfrom, x.gi_suspended, next(x), x.gi_frame.f_lineno - g.__code__.co_firstlineno, x.gi_suspended, x.gi_code is g.__code__)

    check_scenario(scenario, 'returns (False, 0, None, False, 1, 1, True, True)')


def test_members_of_finished():
    def scenario():
        x = g()
        list(x)
        return (x.gi_frame, x.gi_running, x.gi_suspended, x.gi_yieldfrom)

    check_scenario(scenario, 'returns (None, False, False, None)')


def test_running_is_read_only():
    def scenario():
        x = g()
        x.gi_running = 1

    check_scenario(scenario, "AttributeError: attribute 'gi_running' of 'generator' objects is not writable")


def test_name_must_be_str():
    def scenario():
        x = g()
        x.__name__ = 1

    check_scenario(scenario, 'TypeError: __name__ must be set to a string object')


def test_qualname_cannot_be_deleted():
    def scenario():
        x = g()
        del x.__qualname__

    check_scenario(scenario, 'TypeError: __qualname__ must be set to a string object')


def test_types_are_not_callable():
    def scenario():
        return types.GeneratorType()

    check_scenario(scenario, "TypeError: cannot create 'generator' instances")


def test_generic_types():
    def scenario():
        return (types.GeneratorType[int], types.CoroutineType[int], types.AsyncGeneratorType[int])

    check_scenario(scenario, 'returns (generator[int], coroutine[int], async_generator[int])')


def test_delegation_to_methods():
    def scenario():
        class D:

            def send(self, v):
                return ('s', v)

            def __iter__(self):
                return self

            def __next__(self):
                return 'n'

            def throw(self, *a):
                return ('t', a)

            def close(self):
                say('closed')
        def gg():
            r = (yield from D())
        x = gg()
        say(next(x), x.send(4), x.throw(ValueError('q')), x.gi_yieldfrom.__class__.__name__)
        x.close()

    check_scenario(scenario, "n ('s', 4) ('t', (ValueError('q'),)) D", 'closed', 'returns None')


def test_send_through_to_iterator():
    def scenario():
        def gg():
            yield from [1, 2]
        x = gg()
        next(x)
        x.send(4)

    check_scenario(scenario, "AttributeError: 'list_iterator' object has no attribute 'send'")


def test_throw_through_to_iterator():
    def scenario():
        def gg():
            yield from [1, 2]
        x = gg()
        next(x)
        x.throw(ValueError('q'))

    check_scenario(scenario, 'ValueError: q')


def test_throw_into_unstarted():
    def scenario():
        x = g()
        x.throw(ValueError('unstarted'))

    check_scenario(scenario, 'ValueError: unstarted')


def test_delegation_to_int():
    def scenario():
        def gg():
            yield from 5
        next(gg())

    check_scenario(scenario, "TypeError: 'int' object is not iterable")


def test_context_of_thrown_is_not_what_the_caller_handles():
    inner, thrown = ValueError('inner'), KeyError('thrown')

    def gg():
        try:
            yield
        finally:
            raise inner

    x = gg()
    next(x)
    try:
        raise IndexError('handled')
    except IndexError:
        try:
            x.throw(thrown)
        except ValueError as error:
            assert error is inner and error.__context__ is thrown and thrown.__context__ is None
