"""tracemalloc: switched on and off."""

import tracemalloc

from apptest_checks import table_check

check = table_check(globals())


def test_switching():
    check(r"""
tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit()  -->  (False, (0, 0), 1)
tracemalloc.start(0)  -->  ValueError: the number of frames must be in range [1; 65535]
tracemalloc.start(1 << 17)  -->  ValueError: the number of frames must be in range [1; 65535]
tracemalloc.start('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
tracemalloc.get_object_traceback(1)  -->  None
tracemalloc.take_snapshot()  -->  RuntimeError: the tracemalloc module must be tracing memory allocations to take a snapshot
type(tracemalloc.get_tracemalloc_memory())  -->  <class 'int'>
""")
