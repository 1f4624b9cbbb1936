"""`_lsprof.Profiler`: counts of calls and who calls whom."""

import _lsprof


def inner(items):
    items.append(len(items))


def outer():
    items = []
    for _ in range(3):
        inner(items)


def recursive(n):
    return 0 if n == 0 else recursive(n - 1)


def profiled(function, *args, **options):
    profiler = _lsprof.Profiler()
    profiler.enable(**options)
    try:
        function(*args)
    finally:
        profiler.disable()
    return {getattr(entry.code, "co_name", entry.code): entry for entry in profiler.getstats()}


def test_counts():
    stats = profiled(outer)
    assert stats["outer"].callcount == 1
    assert stats["inner"].callcount == 3
    assert stats["<built-in method builtins.len>"].callcount == 3
    assert stats["<method 'append' of 'list' objects>"].callcount == 3
    assert stats["outer"].totaltime >= stats["outer"].inlinetime >= 0


def test_callers():
    stats = profiled(outer)
    called = {sub.code.co_name: sub.callcount for sub in stats["outer"].calls if hasattr(sub.code, "co_name")}
    assert called == {"inner": 3}
    assert stats["<built-in method builtins.len>"].calls is None


def test_recursion():
    entry = profiled(recursive, 4)["recursive"]
    assert (entry.callcount, entry.reccallcount) == (5, 4)


def test_without_builtins_and_callers():
    stats = profiled(outer, builtins=False)
    assert "<built-in method builtins.len>" not in stats
    assert profiled(outer, subcalls=False)["outer"].calls is None


def test_one_at_a_time():
    profiler = _lsprof.Profiler()
    profiler.enable()
    try:
        _lsprof.Profiler().enable()
    except ValueError as error:
        assert str(error) == "tool 2 is already in use"
    else:
        raise AssertionError
    finally:
        profiler.disable()
    profiler.clear()
    assert profiler.getstats() == []
