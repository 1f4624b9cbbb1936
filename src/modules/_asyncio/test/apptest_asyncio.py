"""Futures and tasks of `_asyncio`: states, errors, and how tasks wait, are cancelled and fail."""

import _asyncio
import asyncio
import contextvars
from _asyncio import Future, Task


def raises(kind, call, *args, **keywords):
    try:
        call(*args, **keywords)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError("nothing raised")


class Loop:
    """An event loop that only collects what it is asked to call."""

    def __init__(self):
        self.calls = []
        self.reports = []

    def get_debug(self):
        return False

    def is_running(self):
        return True

    def call_soon(self, callback, *args, context=None):
        self.calls.append((callback, args, context))

    def call_exception_handler(self, context):
        self.reports.append(context)

    def run(self):
        _asyncio._set_running_loop(self)
        try:
            while self.calls:
                callback, args, context = self.calls.pop(0)
                context.run(callback, *args)
        finally:
            _asyncio._set_running_loop(None)


InvalidState = asyncio.InvalidStateError


def test_not_initialized():
    future = Future.__new__(Future)
    text = "Future object is not initialized."
    assert raises(InvalidState, future.result) == raises(InvalidState, future.exception) == text
    assert raises(RuntimeError, future.cancel) == raises(RuntimeError, future.get_loop) == raises(RuntimeError, repr, future) == text
    assert raises(RuntimeError, future.set_result, 1) == raises(RuntimeError, future.set_exception, ValueError()) == text
    assert raises(RuntimeError, future.add_done_callback, print) == "uninitialized Future object" and raises(RuntimeError, getattr, future, "_state") == text
    assert raises(RuntimeError, iter, future) == raises(RuntimeError, future.remove_done_callback, print) == text
    assert not future.done() and not future.cancelled() and future._loop is None and future._asyncio_future_blocking is False
    task = Task.__new__(Task)
    assert task.get_name() is None and task.get_coro() is None and task.get_context() is None
    assert task.cancel() is True and task.cancelling() == 1 and not task.done()
    task.set_name(3)
    assert task.get_name() == "3"


def test_arguments():
    assert raises(TypeError, Future, 1) == "Future() takes no positional arguments"
    assert raises(TypeError, Future, loop=Loop(), x=1) == "Future() takes at most 1 keyword argument (2 given)"
    assert raises(TypeError, Task) == "Task() missing required argument 'coro' (pos 1)"
    assert raises(TypeError, Task, 3, loop=Loop()) == "a coroutine was expected, got 3"
    future = Future(loop=Loop())
    assert raises(TypeError, future.set_exception, 3) == raises(TypeError, future.set_exception, int) == "invalid exception object"
    assert raises(AttributeError, setattr, future, "_state", 1) == "attribute '_state' of '_asyncio.Future' objects is not writable"
    assert raises(AttributeError, delattr, future, "_log_traceback").endswith("cannot be deleted")
    assert raises(ValueError, setattr, future, "_log_traceback", True) == "_log_traceback can only be set to False"


def test_result_and_exception():
    loop = Loop()
    future = Future(loop=loop)
    assert raises(InvalidState, future.result) == "Result is not set." and raises(InvalidState, future.exception) == "Exception is not set."
    future.set_result(5)
    assert future.result() == 5 and future.exception() is None and future.done() and repr(future) == "<Future finished result=5>"
    assert raises(InvalidState, future.set_result, 1) == raises(InvalidState, future.set_exception, ValueError()) == "invalid state"
    assert future.cancel() is False
    future = Future(loop=loop)
    future.set_exception(ValueError)
    assert future._log_traceback and repr(future) == "<Future finished exception=ValueError()>"
    assert raises(ValueError, future.result) == "" and not future._log_traceback and type(future.exception()) is ValueError
    future = Future(loop=loop)
    future.set_exception(StopIteration(3))
    assert raises(RuntimeError, future.result) == "StopIteration interacts badly with generators and cannot be raised into a Future"
    assert future.exception().__cause__.value == future.exception().__context__.value == 3
    future = Future(loop=loop)
    assert future.cancel("why") is True and future.cancel() is False and future.cancelled() and future._cancel_message == "why"
    assert raises(asyncio.CancelledError, future.result) == raises(asyncio.CancelledError, future.exception) == "why"
    assert loop.calls == []


def test_callbacks():
    loop = Loop()
    future = Future(loop=loop)
    assert future._callbacks is None
    context = contextvars.copy_context()
    future.add_done_callback(print, context=context)
    future.add_done_callback(len)
    assert [callback for callback, _ in future._callbacks] == [print, len] and future._callbacks[0][1] is context
    assert future.remove_done_callback(print) == 1 and future.remove_done_callback(print) == 0
    future.set_result(None)
    assert future._callbacks is None and [call[:2] for call in loop.calls] == [(len, (future,))]
    future.add_done_callback(print)
    assert loop.calls[1][:2] == (print, (future,))


def test_await_by_hand():
    loop = Loop()
    future = Future(loop=loop)
    steps = iter(future)
    assert next(steps) is future and future._asyncio_future_blocking
    assert raises(RuntimeError, next, steps) == "await wasn't used with future"
    future.set_result(7)
    assert raises(StopIteration, steps.send, None) == raises(StopIteration, next, steps) == "7"
    steps = future.__await__()
    assert raises(ValueError, steps.throw, ValueError("x")) == "x"
    steps = future.__await__()
    assert raises(TypeError, steps.throw, 3) == "exceptions must be classes deriving BaseException or instances of such a class"
    assert steps.close() is None


def test_current_task():
    loop = Loop()
    assert raises(RuntimeError, _asyncio.get_running_loop) == raises(RuntimeError, _asyncio.current_task) == "no running event loop"
    assert _asyncio.current_task(loop) is None and _asyncio._get_running_loop() is None
    assert raises(RuntimeError, _asyncio._enter_task, 3, 4) == "loop 3 is not the running loop"
    _asyncio._set_running_loop(loop)
    try:
        _asyncio._enter_task(loop, 4)
        assert _asyncio.current_task() == 4
        assert raises(RuntimeError, _asyncio._enter_task, loop, 5) == "Cannot enter into task 5 while another task 4 is being executed."
        assert raises(RuntimeError, _asyncio._leave_task, loop, 5) == "Invalid attempt to leave task 5 while task 4 is entered."
        assert _asyncio._swap_current_task(loop, None) == 4 and _asyncio._swap_current_task(loop, None) is None
    finally:
        _asyncio._set_running_loop(None)


def test_steps():
    loop = Loop()
    futures = [Future(loop=loop), Future(loop=loop)]
    seen = []

    async def work():
        seen.append(_asyncio.current_task() is task)
        seen.append(await futures[0])
        try:
            await futures[1]
        except ValueError as error:
            seen.append(str(error))
        return "end"

    task = Task(work(), loop=loop, name="w")
    assert _asyncio.all_tasks(loop) == {task} and task._fut_waiter is None
    step = loop.calls[0][0]
    assert type(step).__name__ == "TaskStepMethWrapper" and step.__self__ is task
    assert raises(TypeError, step, 1) == "function takes no positional arguments"
    loop.run()
    assert task._fut_waiter is futures[0] and futures[0]._asyncio_awaited_by == {task} and not futures[0]._asyncio_future_blocking
    assert futures[0]._callbacks[0][0].__qualname__ == "Task.task_wakeup"
    futures[0].set_result(1)
    loop.run()
    futures[1].set_exception(ValueError("two"))
    loop.run()
    assert seen == [True, 1, "two"] and task.result() == "end" and _asyncio.all_tasks(loop) == set()
    assert futures[0]._asyncio_awaited_by is None


def test_cancelling():
    loop = Loop()
    waiter = Future(loop=loop)
    seen = []

    async def stubborn():
        try:
            await waiter
        except asyncio.CancelledError as error:
            seen.append(error.args)
        return 5

    task = Task(stubborn(), loop=loop)
    loop.run()
    assert task.cancel("stop") is True and waiter.cancelled() and task.cancelling() == 1
    loop.run()
    assert seen == [("stop",)] and task.result() == 5 and task.cancel() is False and task.uncancel() == 0 and task.uncancel() == 0

    async def never():
        seen.append("never")

    task = Task(never(), loop=loop)
    task.cancel("early")
    assert task._must_cancel
    loop.run()
    assert task.cancelled() and seen == [("stop",)] and raises(asyncio.CancelledError, task.result) == "early"


def test_wrong_yields():
    class Yields:
        def __init__(self, value):
            self.value = value

        def __await__(self):
            yield self.value

    loop = Loop()

    def outcome(value):
        async def work():
            await Yields(value)

        task = Task(work(), loop=loop, name="t")
        loop.run()
        return raises(RuntimeError, task.result)

    assert outcome(5) == "Task got bad yield: 5"
    assert outcome(Future(loop=loop)).startswith("yield was used instead of yield from in task <Task pending name='t'")
    assert outcome(x for x in ()).startswith("yield was used instead of yield from for generator in task <Task pending name='t'")
    assert outcome(Future(loop=Loop())).endswith("got Future <Future pending> attached to a different loop")

    async def itself():
        await task

    task = Task(itself(), loop=loop)
    loop.run()
    assert raises(RuntimeError, task.result).startswith("Task cannot await on itself: <Task pending")

    async def bare():
        await Yields(None)
        return 3

    task = Task(bare(), loop=loop)
    loop.run()
    assert task.result() == 3


def test_what_ends_the_program_goes_on():
    loop = Loop()

    async def leave():
        raise SystemExit(4)

    task = Task(leave(), loop=loop)
    assert raises(SystemExit, loop.run) == "4" and type(task.exception()) is SystemExit


def test_eager_start():
    loop = Loop()
    gate = Future(loop=loop)

    async def at_once():
        return _asyncio.current_task()

    async def later():
        return await gate

    _asyncio._set_running_loop(loop)
    try:
        task = Task(at_once(), loop=loop, eager_start=True)
        assert task.result() is task and task.get_coro() is None and loop.calls == []
        task = Task(later(), loop=loop, eager_start=True)
        assert not task.done() and task in _asyncio.all_tasks() and _asyncio.current_task() is None
    finally:
        _asyncio._set_running_loop(None)
    gate.set_result(8)
    loop.run()
    assert task.result() == 8


def test_tasks_do_not_take_results():
    loop = Loop()

    async def work():
        pass

    task = Task(work(), loop=loop)
    assert raises(RuntimeError, task.set_result, 1) == "Task does not support set_result operation"
    assert raises(RuntimeError, task.set_exception, ValueError()) == "Task does not support set_exception operation"
    assert len(task.get_stack()) == 1
    loop.run()
    assert task.result() is None


def test_subclasses():
    class Own(Future):
        def cancel(self, msg=None):
            self.asked = msg
            return super().cancel(msg=msg)

        def add_done_callback(self, fn, *, context=None):
            self.waiting = fn.__self__
            super().add_done_callback(fn, context=context)

    loop = Loop()
    own = Own(loop=loop)
    assert repr(own) == "<Own pending>" and Future[int].__origin__ is Future

    async def wait():
        await own

    task = Task(wait(), loop=loop)
    loop.run()
    assert own.waiting is task and own._asyncio_awaited_by == {task}
    task.cancel("m")
    loop.run()
    assert own.asked == "m" and task.cancelled()


def test_reports():
    loop = Loop()
    future = Future(loop=loop)
    error = ValueError()
    future.set_exception(error)
    future.__del__()
    future.__del__()
    assert loop.reports == [{"message": "Future exception was never retrieved", "exception": error, "future": future}]

    async def work():
        pass

    task = Task(work(), loop=loop)
    task.__del__()
    assert loop.reports[1] == {"message": "Task was destroyed but it is pending!", "task": task}
    task._log_destroy_pending = False
    task.__del__()
    assert len(loop.reports) == 2
    loop.run()
