"""Locks and what there is of threads where there is one."""

import _thread

from apptest_checks import table_check

check = table_check(globals())
lock = _thread.allocate_lock()
recursive = _thread.RLock()


class Mine(_thread._local):
    z = 3

    def __init__(self, a):
        self.a = a


mine = Mine(4)


def test_locks():
    check(r"""
_thread.lock, _thread.LockType, _thread.RLock  -->  (<class '_thread.lock'>, <class '_thread.lock'>, <class '_thread.RLock'>)
lock  -->  <unlocked _thread.lock object at 0x>
lock.acquire(), lock.locked(), lock  -->  (True, True, <locked _thread.lock object at 0x>)
lock.acquire(False), lock.acquire(True, 0.01)  -->  (False, False)
lock.acquire(False, 1)  -->  ValueError: can't specify a timeout for a non-blocking call
lock.acquire(True, -2)  -->  ValueError: timeout value must be a non-negative number
lock.acquire(True, 1e20)  -->  OverflowError: timestamp out of range for C PyTime_t
lock.acquire(True, 'x')  -->  TypeError: 'str' object cannot be interpreted as an integer or float
lock.release(), lock.locked()  -->  (None, False)
lock.release()  -->  RuntimeError: release unlocked lock
lock.__enter__(), lock.__exit__(None, None, None)  -->  (True, None)
lock.acquire_lock(), lock.release_lock(), lock.locked_lock()  -->  (True, None, False)
_thread.lock(1)  -->  TypeError: lock expected 0 arguments, got 1
type('X', (_thread.lock,), {})  -->  TypeError: type '_thread.lock' is not an acceptable base type
recursive  -->  <unlocked _thread.RLock object owner=0 count=0 at 0x>
recursive.acquire(), recursive.acquire(), recursive._is_owned(), recursive._recursion_count(), recursive.locked()  -->  (True, True, True, 2, True)
recursive.release(), recursive.release()  -->  (None, None)
recursive.release()  -->  RuntimeError: cannot release un-acquired lock
recursive._at_fork_reinit()  -->  None
type('X', (_thread.RLock,), {})()  -->  <unlocked X object owner=0 count=0 at 0x>
""")


def test_the_rest():
    check(r"""
_thread.TIMEOUT_MAX, _thread.error  -->  (9223372036.0, <class 'RuntimeError'>)
_thread.get_ident() == _thread._get_main_thread_ident()  -->  True
_thread._count()  -->  0
_thread.stack_size(), _thread.stack_size(65536), _thread.stack_size(0)  -->  (0, 0, 65536)
_thread.stack_size(1)  -->  ValueError: size must be at least 53248 bytes
_thread.start_new_thread(1)  -->  TypeError: start_new_thread expected at least 2 arguments, got 1
_thread.start_new_thread(1, ())  -->  TypeError: first arg must be callable
_thread.start_new_thread(len, 1)  -->  TypeError: 2nd arg must be a tuple
_thread.start_new_thread(len, (), 1)  -->  TypeError: optional 3rd arg must be a dictionary
_thread.start_joinable_thread(1)  -->  TypeError: thread function must be callable
_thread.start_joinable_thread(len, handle=1)  -->  TypeError: 'handle' must be a _ThreadHandle
_thread._ThreadHandle(), _thread._ThreadHandle().ident, _thread._make_thread_handle(5).is_done()  -->  (<_thread._ThreadHandle object: ident=0>, 0, False)
_thread._ThreadHandle().join()  -->  RuntimeError: thread not started
_thread._ThreadHandle()._set_done()  -->  RuntimeError: thread not started
_thread.exit()  -->  SystemExit: 
_thread._local(1)  -->  TypeError: Initialization arguments are not supported
mine.a, mine.z, mine.__dict__  -->  (4, 3, {'a': 4})
mine.b  -->  AttributeError: 'Mine' object has no attribute 'b'
_thread._excepthook(1)  -->  TypeError: _thread.excepthook argument type must be ExceptHookArgs
_thread.interrupt_main(99)  -->  ValueError: signal number out of range
""")


def test_interrupting_with_a_bad_signal():
    check(r"""
_thread.interrupt_main(0)  -->  ValueError: signal number out of range
_thread.interrupt_main(65)  -->  ValueError: signal number out of range
_thread.interrupt_main(2**31)  -->  OverflowError: signed integer is greater than maximum
_thread.interrupt_main(-2**31 - 1)  -->  OverflowError: signed integer is less than minimum
_thread.interrupt_main(2**63)  -->  OverflowError: Python int too large to convert to C long
_thread.interrupt_main('2')  -->  TypeError: 'str' object cannot be interpreted as an integer
""")
