import atexit


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError('nothing raised')


def test_order_and_arguments():
    log = []
    count = atexit._ncallbacks()

    def note(*args, **keywords):
        log.append((args, keywords))

    assert atexit.register(note, 1, b=2) is note
    atexit.register(note)
    assert atexit._ncallbacks() == count + 2
    atexit.unregister(note)
    assert atexit._ncallbacks() == count
    if count == 0:
        atexit.register(note, 'first')
        atexit.register(note, 'second')
        atexit._run_exitfuncs()
        assert log == [(('second',), {}), (('first',), {})] and atexit._ncallbacks() == 0


def test_errors():
    assert raises(TypeError, atexit.register) == 'register() takes at least 1 argument (0 given)'
    assert raises(TypeError, atexit.register, 1) == 'the first argument must be callable'
