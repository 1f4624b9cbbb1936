"""`send` and `Context.run` run Python code in place of their own call: a program sees what it sees of any other call."""

import contextvars
import sys
import traceback

var = contextvars.ContextVar("var", default=0)


def test_send_yields_and_returns():
    def generator():
        got = yield 1
        got = yield got * 2
        return got

    g = generator()
    assert g.send(None) == 1
    assert g.send(5) == 10
    try:
        g.send("end")
    except StopIteration as error:
        assert error.value == "end"
        assert error.args == ("end",)
    else:
        raise AssertionError
    try:
        g.send(None)
    except StopIteration as error:
        assert error.args == ()
    else:
        raise AssertionError


def test_send_in_expressions():
    def echo():
        value = None
        while True:
            value = yield value

    g = echo()
    g.send(None)
    assert [g.send(x) for x in range(3)] == [0, 1, 2]
    assert g.send(1) + g.send(2) * g.send(3) == 7
    send = g.send
    assert send(*[4]) == 4
    assert max(g.send(1), g.send(9)) == 9


def test_send_raises_in_the_caller():
    async def fails():
        raise ValueError("inside")

    def call():
        fails().send(None)

    try:
        call()
    except ValueError as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        assert names == ["test_send_raises_in_the_caller", "call", "fails"], names
    else:
        raise AssertionError


def test_send_keeps_what_is_handled():
    def generator():
        assert sys.exception() is handled
        try:
            raise KeyError
        except KeyError:
            yield type(sys.exception())
            yield type(sys.exception())

    g = generator()
    try:
        raise ValueError
    except ValueError as error:
        handled = error
        assert g.send(None) is KeyError
        assert sys.exception() is error
        assert g.send(None) is KeyError
        assert sys.exception() is error
    assert sys.exception() is None


def test_send_recursion():
    def generator():
        yield g.send(None)

    g = generator()
    try:
        g.send(None)
    except ValueError as error:
        assert str(error) == "generator already executing"
    else:
        raise AssertionError

    def deep(n):
        if n:
            yield deep(n - 1).send(None)
        else:
            yield "bottom"

    assert deep(100).send(None) == "bottom"
    try:
        deep(10 ** 6).send(None)
    except RecursionError:
        pass
    else:
        raise AssertionError


def test_frames_of_callers():
    def generator():
        yield sys._getframe(1).f_code.co_name

    assert generator().send(None) == "test_frames_of_callers"
    assert contextvars.Context().run(lambda: sys._getframe(1).f_code.co_name) == "test_frames_of_callers"


def test_run_in_a_context():
    context = contextvars.copy_context()

    def change(value, *, extra=0):
        var.set(value + extra)
        return var.get()

    assert context.run(change, 5) == 5
    assert context.run(change, 5, extra=2) == 7
    assert var.get() == 0
    assert context[var] == 7
    assert context.run(len, "abc") == 3
    assert context.run(contextvars.copy_context().run, change, 1) == 1
    assert context[var] == 7


def test_run_leaves_the_context_when_it_raises():
    context = contextvars.copy_context()

    def fail():
        var.set(9)
        raise LookupError("no")

    for _ in range(2):
        try:
            context.run(fail)
        except LookupError as error:
            assert str(error) == "no"
        else:
            raise AssertionError
        assert var.get() == 0
    try:
        context.run(lambda: context.run(print))
    except RuntimeError as error:
        assert "is already entered" in str(error)
    else:
        raise AssertionError
    try:
        context.run(lambda: 1, 2)
    except TypeError:
        pass
    else:
        raise AssertionError
    assert context.run(lambda: 3) == 3


def test_run_methods():
    class Counter:
        count = 0

        def add(self, amount=1):
            self.count += amount
            return self.count

    counter = Counter()
    context = contextvars.copy_context()
    assert context.run(counter.add) == 1
    assert context.run(counter.add, 4) == 5
    assert context.run(Counter.add, counter) == 6
