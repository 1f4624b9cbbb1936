"""Async generators: asend, athrow, aclose and their state."""

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


def test_async_for_int():
    def scenario():
        async def d():
            async for x in 1:
                pass
        d().send(None)

    check_scenario(scenario, "TypeError: 'async for' requires an object with __aiter__ method, got int")


def test_aiter_gives_int():
    def scenario():
        class A:

            def __aiter__(self):
                return 1
        async def d():
            async for x in A():
                pass
        d().send(None)

    check_scenario(scenario, "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: int")


def test_anext_gives_int():
    def scenario():
        class A:

            def __aiter__(self):
                return self

            def __anext__(self):
                return 1
        async def d():
            async for x in A():
                pass
        d().send(None)

    check_scenario(scenario,
        'TypeError: \'async for\' received an invalid object from __anext__: int, context TypeError("\'int\' object can\'t be awaited"), cause TypeError("\'int\' object can\'t be awaited")',
    )


def test_asend_to_unstarted():
    def scenario():
        a = ag()
        s = a.asend(1)
        s.send(None)

    check_scenario(scenario, "TypeError: can't send non-None value to a just-started async generator")


def test_asend_used_twice():
    def scenario():
        a = ag()
        s = a.asend(None)
        try:
            s.send(None)
        except StopIteration as e:
            say(e.value)
        s.send(None)

    check_scenario(scenario, '1', 'RuntimeError: cannot reuse already awaited __anext__()/asend()')


def test_aclose_then_others():
    def scenario():
        a = ag()
        s = a.aclose()
        try:
            s.send(None)
        except StopIteration as e:
            say('done', e.value)
        try:
            a.athrow(ValueError()).send(None)
        except BaseException as e:
            say(repr(e))
        try:
            a.asend(None).send(None)
        except BaseException as e:
            say(repr(e))
        s.send(None)

    check_scenario(scenario,
        'done None',
        'StopIteration()',
        'StopAsyncIteration()',
        'RuntimeError: cannot reuse already awaited aclose()/athrow()',
    )


def test_athrow_sent_a_value():
    def scenario():
        a = ag()
        s = a.athrow(ValueError('x'))
        s.send(1)

    check_scenario(scenario, "RuntimeError: can't send non-None value to a just-started coroutine")


def test_athrow_int():
    def scenario():
        a = ag()
        a.athrow(1).send(None)

    check_scenario(scenario, 'TypeError: exceptions must be classes or instances deriving from BaseException, not int')


def test_stop_async_iteration_inside():
    def scenario():
        async def d():
            raise StopAsyncIteration(3)
            yield
        d().asend(None).send(None)

    check_scenario(scenario,
        'RuntimeError: async generator raised StopAsyncIteration, context StopAsyncIteration(3), cause StopAsyncIteration(3)',
    )


def test_anext():
    def scenario():
        a = ag()
        async def d():
            return (await anext(a), await anext(a), await anext(a, 9))
        d().send(None)

    check_scenario(scenario, 'StopIteration: (1, 2, 9)')


def test_running_while_awaiting():
    def scenario():
        async def gg():
            try:
                yield 1
            finally:
                await s()
        @types.coroutine
        def s():
            yield 'x'
        a = gg()
        try:
            a.asend(None).send(None)
        except StopIteration as e:
            say('v', e.value)
        cl = a.aclose()
        say(cl.send(None), a.ag_running, a.ag_await)
        try:
            a.asend(None).send(None)
        except BaseException as e:
            say(repr(e))
        try:
            a.aclose().send(None)
        except BaseException as e:
            say(repr(e))
        cl.send(None)

    check_scenario(scenario,
        'v 1',
        'x True <generator object test_running_while_awaiting.<locals>.scenario.<locals>.s at 0x>',
        "RuntimeError('anext(): asynchronous generator is already running')",
        "RuntimeError('aclose(): asynchronous generator is already running')",
        'StopIteration: ',
    )


def test_missing_attribute():
    def scenario():
        a = ag()
        a.foo

    check_scenario(scenario, "AttributeError: 'async_generator' object has no attribute 'foo'")


def test_bound_methods():
    def scenario():
        return (ag().__anext__, ag().asend)

    check_scenario(scenario,
        "returns (<method-wrapper '__anext__' of async_generator object at 0x>, <built-in method asend of async_generator object at 0x>)",
    )


def test_types():
    def scenario():
        return (ag().__aiter__().__class__, type(ag().asend(1)), type(ag().athrow(ValueError)), type(ag().aclose()))

    check_scenario(scenario,
        "returns (<class 'async_generator'>, <class 'async_generator_asend'>, <class 'async_generator_athrow'>, <class 'async_generator_athrow'>)",
    )


def test_asend_closed():
    def scenario():
        a = ag()
        s = a.asend(None)
        s.close()
        s.close()
        s.throw(ValueError)

    check_scenario(scenario, 'RuntimeError: cannot reuse already awaited __anext__()/asend()')


def test_asend_thrown():
    def scenario():
        a = ag()
        s = a.asend(None)
        s.throw(ValueError('zz'))

    check_scenario(scenario, 'ValueError: zz')


def test_aclose_thrown():
    def scenario():
        a = ag()
        s = a.aclose()
        s.throw(ValueError('zz'))

    check_scenario(scenario, 'ValueError: zz')


def test_aclose_closed():
    def scenario():
        a = ag()
        s = a.aclose()
        s.close()
        s.send(None)

    check_scenario(scenario, 'RuntimeError: cannot reuse already awaited aclose()/athrow()')


def test_comprehension():
    def scenario():
        async def d():
            return [x async for x in ag()]
        d().send(None)

    check_scenario(scenario, 'StopIteration: [1, 2]')


def test_yield_at_aclose():
    def scenario():
        async def gg():
            try:
                yield 1
            except GeneratorExit:
                yield 2
        a = gg()
        try:
            a.asend(None).send(None)
        except StopIteration as e:
            pass
        a.aclose().send(None)

    check_scenario(scenario, 'RuntimeError: async generator ignored GeneratorExit')
