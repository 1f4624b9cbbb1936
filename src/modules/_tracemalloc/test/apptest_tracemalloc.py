"""tracemalloc: switched on and off."""

import tracemalloc

from apptest_checks import table_check

check = table_check(globals())


def test_switching():
    check(r"""
tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit()  -->  (False, (0, 0), 1)
tracemalloc.start(0)  -->  ValueError: the number of frames must be in range [1; 65535]
tracemalloc.start(1 << 17)  -->  ValueError: the number of frames must be in range [1; 65535]
tracemalloc.start(1 << 70)  -->  OverflowError: Python int too large to convert to C int
tracemalloc.start('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
tracemalloc.get_object_traceback(1)  -->  None
tracemalloc.take_snapshot()  -->  RuntimeError: the tracemalloc module must be tracing memory allocations to take a snapshot
type(tracemalloc.get_tracemalloc_memory())  -->  <class 'int'>
""")


def grows_with_what_is_kept():
    """Not where the host's collector has thrown away more meanwhile, of what ran before."""
    tracemalloc.clear_traces()
    kept = [bytes(1000) for _ in range(2000)]
    size, peak = tracemalloc.get_traced_memory()
    return peak >= size > 1000000 and len(kept) == 2000


def test_sizes():
    tracemalloc.start(7)
    assert tracemalloc.is_tracing() and tracemalloc.get_traceback_limit() == 7
    tracemalloc.start(3)
    assert tracemalloc.get_traceback_limit() == 7
    assert any(grows_with_what_is_kept() for _ in range(5))
    assert isinstance(tracemalloc.take_snapshot(), tracemalloc.Snapshot)
    tracemalloc.clear_traces()
    assert tracemalloc.get_traced_memory()[0] < 1000000
    tracemalloc.stop()
    assert not tracemalloc.is_tracing() and tracemalloc.get_traced_memory() == (0, 0)
    assert tracemalloc.get_traceback_limit() == 7
    tracemalloc.start()
    assert tracemalloc.get_traceback_limit() == 1
    tracemalloc.stop()
