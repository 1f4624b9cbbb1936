"""Coroutines: what can be awaited, async with, members, errors."""

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


def test_send_to_closed():
    def scenario():
        x = c()
        x.close()
        x.send(None)

    check_scenario(scenario, 'RuntimeError: cannot reuse already awaited coroutine')


def test_await_finished_again():
    def scenario():
        x = c()
        try:
            x.send(None)
        except StopIteration as e:
            say(e.value)
        x.send(None)

    check_scenario(scenario, '3', 'RuntimeError: cannot reuse already awaited coroutine')


def test_await_int():
    def scenario():
        async def d():
            await 1
        d().send(None)

    check_scenario(scenario, "TypeError: 'int' object can't be awaited")


def test_await_gives_no_iterator():
    def scenario():
        class A:

            def __await__(self):
                return 1
        async def d():
            await A()
        d().send(None)

    check_scenario(scenario, "TypeError: __await__() returned non-iterator of type 'int'")


def test_await_gives_coroutine():
    def scenario():
        class A:

            def __await__(self):
                return c()
        async def d():
            await A()
        d().send(None)

    check_scenario(scenario, 'TypeError: __await__() returned a coroutine')


def test_with_methods_that_are_no_coroutines():
    def scenario():
        class A:

            def __aenter__(self):
                return 1

            def __aexit__(self, *a):
                return 1
        async def d():
            async with A():
                pass
        d().send(None)

    check_scenario(scenario, "TypeError: 'async with' received an object from __aenter__ that does not implement __await__: int")


def test_exit_is_no_coroutine():
    def scenario():
        class A:

            async def __aenter__(self):
                return 1

            def __aexit__(self, *a):
                return 1
        async def d():
            async with A():
                pass
        d().send(None)

    check_scenario(scenario, "TypeError: 'async with' received an object from __aexit__ that does not implement __await__: int")


def test_async_with_int():
    def scenario():
        async def d():
            async with 1:
                pass
        d().send(None)

    check_scenario(scenario,
        "TypeError: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)",
    )


def test_with_names_class_in_full():
    class Local:
        pass

    def scenario():
        with Local():
            pass

    where = f'{__name__}.' if __name__ not in ('builtins', '__main__') else ''
    check_scenario(scenario,
        f"TypeError: '{where}test_with_names_class_in_full.<locals>.Local' object does not support the context manager protocol (missed __exit__ method)",
    )


def test_await_what_is_awaited():
    def scenario():
        @types.coroutine
        def s():
            yield 1
        async def d():
            await s()
        x = d()
        x.send(None)
        async def e2():
            await x
        e2().send(None)

    check_scenario(scenario, 'RuntimeError: coroutine is being awaited already')


def test_yield_from_coroutine():
    def scenario():
        def gg():
            yield from c()
        next(gg())

    check_scenario(scenario, "TypeError: cannot 'yield from' a coroutine object in a non-coroutine generator")


def test_await_itself():
    def scenario():
        async def d():
            await x
        x = d()
        x.send(None)

    check_scenario(scenario, 'ValueError: coroutine already executing')


def test_stop_iteration_inside():
    def scenario():
        async def d():
            raise StopIteration(3)
        d().send(None)

    check_scenario(scenario, 'RuntimeError: coroutine raised StopIteration, context StopIteration(3), cause StopIteration(3)')


def test_members():
    def scenario():
        x = c()
        return (x.cr_running, x.cr_await, x.cr_origin, x.cr_suspended, x.cr_code is c.__code__, x.close())

    check_scenario(scenario, 'returns (False, None, None, False, True, None)')


def test_wrapper():
    def scenario():
        x = c()
        w = x.__await__()
        say(type(w).__name__, repr(x)[:22], repr(w)[:20])
        w.send(None)

    check_scenario(scenario, 'coroutine_wrapper <coroutine object c at <coroutine_wrapper o', 'StopIteration: 3')
