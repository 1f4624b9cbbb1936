from _functools import Placeholder as _, _lru_cache_wrapper, cmp_to_key, partial, reduce


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def show(*args, **kwargs):
    return args, kwargs


def test_partial():
    p = partial(show, 1, a=2)
    assert p(3, b=4) == ((1, 3), {'a': 2, 'b': 4}) and p(a=5) == ((1,), {'a': 5}) and (p.func, p.args, p.keywords) == (show, (1,), {'a': 2})
    q = partial(p, 2, b=3)
    assert q.func is show and q.args == (1, 2) and q.keywords == {'a': 2, 'b': 3} and p.keywords == {'a': 2}
    assert raises(TypeError, partial) == "type 'partial' takes at least one argument"
    assert raises(TypeError, partial, 1) == 'the first argument must be callable'
    assert repr(partial(len, 1, x='y')) == "functools.partial(<built-in function len>, 1, x='y')"
    p.note = 1
    assert p.__dict__ == {'note': 1} and partial(p).func is p
    assert partial(show, self=1, func=2)() == ((), {'self': 1, 'func': 2})


def test_placeholders():
    p = partial(show, _, 1, _, 2)
    assert p(8, 9, 10, k=1) == ((8, 1, 9, 2, 10), {'k': 1})
    assert raises(TypeError, p, 8) == "missing positional arguments in 'partial' call; expected at least 2, got 1"
    assert partial(p, 5).args == (5, 1, _, 2) and partial(p, 5, _, 7).args == (5, 1, _, 2, 7) and partial(p, _, 6)(1) == ((1, 1, 6, 2), {})
    assert raises(TypeError, partial, show, _) == 'trailing Placeholders are not allowed'
    assert raises(TypeError, lambda: partial(show, a=_)) == 'Placeholder cannot be passed as a keyword argument'
    assert repr(_) == 'Placeholder' and type(_)() is _ and _.__reduce__() == 'Placeholder'


def test_partial_as_method():
    class C:
        plain = partial(show, 1)
    c = C()
    assert c.plain(2) == ((1, c, 2), {}) and C.plain(2) == ((1, 2), {})


def test_partial_state():
    p = partial(show, 1, a=2)
    kind, args, state = p.__reduce__()
    assert kind is partial and args == (show,) and state == (show, (1,), {'a': 2}, None)
    p.__setstate__((show, (5,), {'z': 1}, {'n': 2}))
    assert p() == ((5,), {'z': 1}) and p.n == 2 and raises(TypeError, p.__setstate__, 1) == 'invalid partial state'

    class Sub(partial):
        pass
    s = Sub(show, 1)
    s.x = 1
    assert s() == ((1,), {}) and s.x == 1 and type(s) is Sub and partial(Sub(show, 1), 2).args == (1, 2)
    p.__setstate__((p, (), {}, None))
    assert repr(p) == 'functools.partial(...)'
    p.__setstate__((show, (), {}, None))


def test_reduce():
    assert reduce(lambda a, b: a + b, [1, 2, 3]) == 6 and reduce(max, [], 5) == 5 and reduce(show, [7]) == 7
    assert reduce(lambda a, b: a + [b], 'ab', initial=[]) == ['a', 'b']
    assert raises(TypeError, reduce, max, []) == 'reduce() of empty iterable with no initial value'
    assert raises(TypeError, reduce, max, 5) == 'reduce() arg 2 must support iteration'


def test_cmp_to_key():
    key = cmp_to_key(lambda a, b: b - a)
    assert sorted([3, 1, 2], key=key) == [3, 2, 1] and key(1) > key(2) and key(1) == key(1) and key(5).obj == 5
    assert raises(TypeError, lambda: key(1) < 2) == 'other argument must be K instance'
    assert raises(TypeError, key) == "K() missing required argument 'obj' (pos 1)" and 'unhashable' in raises(TypeError, hash, key(1))


def cached(maxsize, typed=False):
    calls = []

    def function(*args, **kwargs):
        calls.append(args)
        return len(calls)
    return _lru_cache_wrapper(function, maxsize, typed, lambda *info: info), calls


def test_unbounded_cache():
    f, calls = cached(None)
    assert f(1) == 1 and f(1) == 1 and f(2) == 2 and f('a', k=1) == 3 and f('a', k=1) == 3 and f(1.0) == 4 and f(1, 2) == 5 and f(1, 2) == 5
    assert f.cache_info() == (3, 5, None, 5)
    f.cache_clear()
    assert f.cache_info() == (0, 0, None, 0) and f(1) == 6
    assert raises(TypeError, f, []) == "unhashable type: 'list'"


def test_bounded_cache():
    f, calls = cached(2)
    f(1), f(2), f(1), f(3), f(2)
    assert [c[0] for c in calls] == [1, 2, 3, 2] and f.cache_info() == (1, 4, 2, 2)
    f(3)
    assert len(calls) == 4
    for i in range(100):
        f(i)
    assert f.cache_info()[3] == 2
    g, calls = cached(0)
    g(1), g(1)
    assert len(calls) == 2 and g.cache_info() == (0, 2, 0, 0)


def test_typed_cache_and_methods():
    f, calls = cached(None, True)
    f(1), f(1.0), f(True), f(1)
    assert len(calls) == 3
    assert raises(TypeError, _lru_cache_wrapper, len, 'a', False, None) == 'maxsize should be integer or None'
    assert raises(TypeError, _lru_cache_wrapper, 1, None, False, None) == 'the first argument must be callable'

    class C:
        method = cached(None)[0]
    c = C()
    assert c.method(1) == c.method(1) == C.method(c, 1) and f.__copy__() is f
    f.extra = 1
    assert f.__dict__ == {'extra': 1}

    def fibonacci(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    fib = _lru_cache_wrapper(fibonacci, 10, False, tuple)
    assert fib(60) == 1548008755920
