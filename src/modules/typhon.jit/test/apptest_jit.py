"""typhon.jit: the compiler of hot code, seen and set from Python."""


import time


class Skip(Exception):
    pass


def module():
    try:
        import typhon.jit
    except ImportError:
        raise Skip
    return typhon.jit


def raises(kind, text, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except kind as error:
        assert str(error) == text, str(error)
    else:
        assert False, text


def hot(name='hot', is_enough=None):
    """A new function, which is called until it is compiled: on a busy machine that takes longer."""
    namespace = {}
    exec(f'def {name}(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n', namespace)
    function = namespace[name]
    call_until(is_enough or another_unit(), function)
    return function


def call_until(is_enough, function):
    until = time.monotonic() + 20
    turn = 0
    while turn < 40 or not is_enough() and time.monotonic() < until:
        assert function(400) == 79800
        turn += 1


def another_unit():
    jit = module()
    before = jit.get_stats_snapshot().compiled
    return lambda: jit.get_stats_snapshot().compiled > before


def enabled():
    jit = module()
    jit.enable()
    if not jit.is_enabled():
        raise Skip
    jit.set_param('default')
    return jit


def test_names():
    jit = module()
    import pypyjit

    assert jit.__name__ == 'typhon.jit'
    assert pypyjit.__name__ == 'pypyjit'
    for name in ['set_param', 'set_compile_hook', 'set_abort_hook', 'get_stats_snapshot', 'releaseall', 'PARAMETER_DOCS']:
        assert hasattr(jit, name) and hasattr(pypyjit, name), name
        assert name == 'PARAMETER_DOCS' or getattr(jit, name).__doc__


def test_parameters():
    jit = module()
    before = jit.get_param('threshold')
    jit.set_param(threshold=77)
    assert jit.get_param('threshold') == 77
    jit.set_param('threshold=78,function_threshold=9,decay=0')
    assert (jit.get_param('threshold'), jit.get_param('function_threshold')) == (78, 9)
    jit.set_param('default')
    assert jit.get_param('threshold') == before == jit.defaults['threshold']
    jit.set_param(enable_opts='all')
    assert all(isinstance(jit.get_param(name), int) for name in jit.PARAMETER_DOCS)


def test_wrong_parameters():
    jit = module()
    set_param = jit.set_param
    for text in ['foo=3', 'threshold=x', 'threshold', '', 'max_unroll=3']:
        raises(ValueError, 'error in JIT parameters string', set_param, text)
    raises(TypeError, "no JIT parameter 'foo'", set_param, foo=3)
    raises(TypeError, 'expected integer, got str object', set_param, threshold='x')
    raises(TypeError, 'expected str, got int object', set_param, 3)
    raises(TypeError, 'set_param() takes at most 1 non-keyword argument, 2 given', set_param, 'a', 'b')
    raises(TypeError, "no JIT parameter 'foo'", jit.get_param, 'foo')


def test_wrong_setting_changes_nothing():
    jit = module()
    before = jit.get_param('threshold')
    raises(ValueError, 'error in JIT parameters string', jit.set_param, 'threshold=5,foo=3')
    raises(TypeError, "no JIT parameter 'foo'", jit.set_param, threshold=5, foo=3)
    assert jit.get_param('threshold') == before


def test_statistics():
    jit = enabled()
    before = jit.get_stats_snapshot()
    function = hot()
    after = jit.get_stats_snapshot()
    jit.disable()
    assert after.compiled > before.compiled
    assert after.compile_time > before.compile_time
    assert after.kept > 0 and after.kept_bytes > 0
    assert jit.get_stats_snapshot().kept == 0 and jit.get_stats_snapshot().kept_bytes == 0
    assert function(10) == 45


def test_compile_hook():
    jit = enabled()
    seen = []
    jit.set_compile_hook(lambda *args: seen.append(args))
    function = hot('watched', lambda: any(args[0].co_name == 'watched' for args in seen))
    jit.set_compile_hook(None)
    jit.disable()
    mine = [args for args in seen if args[0] is function.__code__]
    assert mine
    code, pc, milliseconds, source = mine[0]
    assert isinstance(pc, int) and isinstance(milliseconds, float) and 'return ({' in source


def test_hook_that_raises():
    import sys

    jit = enabled()
    lost = []
    before = sys.unraisablehook
    sys.unraisablehook = lambda args: lost.append(args.exc_type)

    def hook(*args):
        raise KeyError(args[0].co_name)

    jit.set_compile_hook(hook)
    hot('hot', lambda: lost)
    jit.set_compile_hook(None)
    sys.unraisablehook = before
    jit.disable()
    assert lost and set(lost) == {KeyError}
    raises(TypeError, 'hook must be callable or None, not int', jit.set_compile_hook, 3)


def test_abort_hook():
    jit = enabled()
    seen = []
    jit.set_abort_hook(lambda code, pc, reason: seen.append((code.co_name, reason)))

    jit.set_param(trace_limit=10)
    hot('big', lambda: any(name == 'big' for name, reason in seen))
    jit.set_param('default')
    jit.set_abort_hook(None)
    jit.disable()
    assert 'big' in {name for name, reason in seen}, seen


def test_releaseall():
    jit = enabled()
    function = hot()
    units = jit.get_stats_snapshot().compiled
    jit.releaseall()
    assert jit.get_stats_snapshot().kept == 0
    call_until(lambda: jit.get_stats_snapshot().compiled > units, function)
    assert jit.get_stats_snapshot().compiled > units
    jit.disable()


def test_releaseall_within_compiled_code():
    jit = enabled()

    def inner(i):
        if i % 700 == 699:
            jit.releaseall()
        return i

    def outer(n):
        total = 0
        for i in range(n):
            total += inner(i)
        return total

    assert [outer(3000) for _ in range(5)] == [4498500] * 5
    jit.disable()


def test_disabled():
    jit = module()
    jit.disable()
    before = jit.get_stats_snapshot().compiled
    hot()
    assert not jit.is_enabled()
    assert jit.get_stats_snapshot().compiled == before


def test_code_limit():
    jit = enabled()
    jit.set_param(code_limit=20000)
    functions = [hot(f'kept{i}') for i in range(60)]
    snapshot = jit.get_stats_snapshot()
    assert snapshot.kept_bytes <= 20000
    assert snapshot.evicted > 0
    assert [function(10) for function in functions] == [45] * 60
    jit.set_param('default')
    jit.disable()


def test_random_failures():
    jit = enabled()
    for seed in range(1, 20):
        jit.set_param(seed=seed)
        assert hot()(1000) == 499500
    jit.set_param('default')
    jit.disable()
