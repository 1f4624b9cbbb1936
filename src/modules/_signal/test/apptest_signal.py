import _signal


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return error
    raise AssertionError('nothing raised')


def test_handlers():
    assert _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler and _signal.getsignal(_signal.SIGTERM) == _signal.SIG_DFL
    seen = []
    before = _signal.signal(_signal.SIGUSR1, lambda number, frame: seen.append((number, frame is not None)))
    assert before == _signal.SIG_DFL
    _signal.raise_signal(_signal.SIGUSR1)
    assert seen == [(_signal.SIGUSR1, True)]
    _signal.signal(_signal.SIGUSR1, _signal.SIG_IGN)
    _signal.raise_signal(_signal.SIGUSR1)
    assert len(seen) == 1
    _signal.signal(_signal.SIGUSR1, before)
    raises(KeyboardInterrupt, _signal.raise_signal, _signal.SIGINT)


def test_errors():
    assert str(raises(ValueError, _signal.getsignal, 0)) == 'signal number out of range'
    wrong = 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object'
    assert str(raises(TypeError, _signal.signal, 2, 3)) == wrong and str(raises(TypeError, _signal.signal, 2, None)) == wrong
    assert raises(OSError, _signal.signal, _signal.SIGKILL, _signal.SIG_IGN).errno == 22
    assert raises(_signal.ItimerError, _signal.getitimer, 9).errno == 22


def test_descriptions():
    assert _signal.strsignal(_signal.SIGINT) == 'Interrupt' and _signal.strsignal(35) == 'Real-time signal 1' and _signal.strsignal(32) is None
    assert 1 in _signal.valid_signals() and 32 not in _signal.valid_signals() and len(_signal.valid_signals()) == 62
    assert _signal.NSIG == 65 and _signal.SIGCHLD == _signal.SIGCLD == 17


def test_masks():
    seen = []
    _signal.signal(_signal.SIGUSR2, lambda number, frame: seen.append(number))
    assert _signal.pthread_sigmask(_signal.SIG_BLOCK, [_signal.SIGUSR2]) == set()
    _signal.raise_signal(_signal.SIGUSR2)
    assert seen == [] and _signal.sigpending() == {_signal.SIGUSR2}
    assert _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGUSR2]) == {_signal.SIGUSR2}
    assert seen == [_signal.SIGUSR2]
    _signal.signal(_signal.SIGUSR2, _signal.SIG_DFL)


def test_alarm():
    seen = []
    _signal.signal(_signal.SIGALRM, lambda number, frame: seen.append(number))
    assert _signal.setitimer(_signal.ITIMER_REAL, 0.01) == (0.0, 0.0)
    count = 0
    while not seen and count < 50_000_000:
        count += 1
    assert seen == [_signal.SIGALRM] and _signal.getitimer(_signal.ITIMER_REAL) == (0.0, 0.0)
    assert _signal.alarm(5) == 0 and _signal.alarm(0) == 5
    _signal.signal(_signal.SIGALRM, _signal.SIG_DFL)
