from _contextvars import Context, ContextVar, Token, copy_context


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_values():
    a, b = ContextVar('a'), ContextVar('b', default=3)
    assert raises(LookupError, a.get) is a and a.get(5) == 5 and b.get() == 3 and b.get(7) == 7 and a.name == 'a'
    token = a.set(1)
    assert a.get() == 1 and token.var is a and token.old_value is Token.MISSING and repr(Token.MISSING) == '<Token.MISSING>'
    assert a.set(2).old_value == 1
    a.reset(token)
    assert a.get(None) is None and raises(RuntimeError, a.reset, token).endswith('has already been used once')
    assert raises(ValueError, b.reset, a.set(1)).endswith('was created by a different ContextVar')
    assert raises(TypeError, a.reset, 5) == 'expected an instance of Token, got 5'
    assert raises(TypeError, ContextVar, 1) == 'context variable name must be a str' and repr(b).startswith("<ContextVar name='b' default=3 at ")
    assert raises(RuntimeError, Token) == 'Tokens can only be created by ContextVars'


def test_token_as_context_manager():
    a = ContextVar('a', default=0)
    with a.set(5) as token:
        assert a.get() == 5 and repr(token).startswith('<Token var=')
    assert a.get() == 0 and repr(token).startswith('<Token used var=')


def test_contexts():
    a, b = ContextVar('a'), ContextVar('b')
    a.set(1)
    context = copy_context()

    def change():
        a.set(2)
        b.set(3)
        return a.get()
    assert context.run(change) == 2 and a.get() == 1 and context[a] == 2 and context[b] == 3 and b not in copy_context()
    assert a in context and context.get(ContextVar('z'), 9) == 9 and len(Context()) == 0 and (a, 2) in list(context.items())
    assert raises(KeyError, lambda: Context()[a]) is a and raises(TypeError, lambda: context['x']) == "a ContextVar key was expected, got 'x'"
    copy = context.copy()
    assert copy == context and copy != Context()
    copy.run(a.set, 99)
    assert copy[a] == 99 and context[a] == 2 and copy != context
    assert raises(RuntimeError, context.run, context.run, change).endswith('is already entered')
    raises(ZeroDivisionError, context.run, lambda: 1 / 0)
    assert context.run(lambda: 5) == 5 and Context().run(lambda: a.get('none')) == 'none'
    token = a.set(4)
    assert raises(ValueError, context.run, a.reset, token).endswith('was created in a different Context')
    assert context.run(max, 1, 2, key=lambda x: -x) == 1 and raises(TypeError, context.run) == 'run() missing 1 required positional argument'
    raises(TypeError, hash, context)
