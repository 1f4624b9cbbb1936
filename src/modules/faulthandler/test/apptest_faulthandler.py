# Showing where a program is.
import faulthandler
import os
import time


def raises(expected, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except expected as error:
        return str(error)
    assert False, 'nothing was raised'


def dumped(function):
    reader, writer = os.pipe()
    function(writer)
    os.close(writer)
    text = os.read(reader, 65536).decode()
    os.close(reader)
    return text.splitlines()


def test_enable():
    was = faulthandler.is_enabled()
    reader, writer = os.pipe()
    faulthandler.enable(writer)
    assert faulthandler.is_enabled()
    assert faulthandler.disable() is True
    assert faulthandler.disable() is False and not faulthandler.is_enabled()
    os.close(reader)
    os.close(writer)
    assert raises(ValueError, faulthandler.enable, -1) == 'file is not a valid file descriptor'
    raises(AttributeError, faulthandler.enable, 'x')
    if was:
        faulthandler.enable()


def test_dump_traceback():
    def shown(fd):
        (lambda: faulthandler.dump_traceback(fd, all_threads=False))()

    lines = dumped(shown)
    assert lines[0] == 'Stack (most recent call first):'
    assert lines[1].endswith(' in <lambda>') and lines[2].endswith(' in shown') and lines[3].endswith(' in dumped')
    assert lines[1].startswith('  File "') and ', line ' in lines[1]
    assert dumped(faulthandler.dump_traceback)[0].startswith('Current thread 0x')


def test_dump_later():
    def busy(fd):
        faulthandler.dump_traceback_later(0.001, file=fd)
        end = time.monotonic() + 0.3
        for _ in range(300000):
            pass
        while time.monotonic() < end:
            pass
        faulthandler.cancel_dump_traceback_later()

    lines = dumped(busy)
    assert lines[0] == 'Timeout (0:00:00.001000)!' and lines[2].endswith(' in busy')
    assert raises(ValueError, faulthandler.dump_traceback_later, 0) == 'timeout must be greater than 0'
    assert raises(TypeError, faulthandler.dump_traceback_later, 'x') == "'str' object cannot be interpreted as an integer or float"
