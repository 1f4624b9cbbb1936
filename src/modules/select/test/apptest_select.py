# Waiting for sockets and pipes.
import os
import select
import socket
import time


def raises(expected, function, *args):
    try:
        function(*args)
    except expected as error:
        return error
    assert False, 'nothing was raised'


def closed_descriptor():
    fd, other = os.pipe()
    os.close(fd)
    os.close(other)
    return fd


def test_select():
    one, other = socket.socketpair()
    with one, other:
        assert select.select([one], [other], [], 0) == ([], [other], [])
        other.send(b'x')
        assert select.select([one, one.fileno()], [], [one], 0) == ([one, one.fileno()], [], [])
    start = time.monotonic()
    assert select.select([], [], [], 0.02) == ([], [], [])
    assert time.monotonic() - start >= 0.015


def test_errors_of_select():
    assert str(raises(TypeError, select.select, 1, [], [], 0)) == 'arguments 1-3 must be sequences'
    assert str(raises(ValueError, select.select, [], [], [], -1)) == 'timeout must be non-negative'
    assert str(raises(TypeError, select.select, [], [], [], 'x')) == 'timeout must be a float or None'
    assert str(raises(TypeError, select.select, ['x'], [], [], 0)) == 'argument must be an int, or have a fileno() method.'
    assert str(raises(ValueError, select.select, [-1], [], [], 0)) == 'file descriptor cannot be a negative integer (-1)'
    assert str(raises(ValueError, select.select, [5000], [], [], 0)) == 'filedescriptor out of range in select()'
    assert raises(OSError, select.select, [closed_descriptor()], [], [], 0).errno == 9


def test_poll():
    one, other = socket.socketpair()
    poll = select.poll()
    poll.register(one, select.POLLIN)
    poll.register(other)
    assert poll.poll(0) == [(other.fileno(), select.POLLOUT)]
    other.send(b'x')
    assert poll.poll() == [(one.fileno(), select.POLLIN), (other.fileno(), select.POLLOUT)]
    poll.modify(one, select.POLLOUT)
    assert poll.poll(0)[0] == (one.fileno(), select.POLLOUT)
    poll.unregister(other)
    raises(KeyError, poll.unregister, other)
    raises(FileNotFoundError, poll.modify, other, 1)
    other.close()
    assert poll.poll(0) == [(one.fileno(), select.POLLOUT | select.POLLHUP)]
    one.close()
    poll = select.poll()
    closed = closed_descriptor()
    poll.register(closed)
    assert poll.poll(0) == [(closed, select.POLLNVAL)]
    assert str(raises(TypeError, poll.poll, 'x')) == 'timeout must be an integer or None'
    assert str(raises(OverflowError, poll.register, 1, 1 << 16)) == 'Python int too large for C unsigned short'


def test_pipes():
    reader, writer = os.pipe()
    poll = select.poll()
    poll.register(reader)
    poll.register(writer)
    assert poll.poll(0) == [(writer, select.POLLOUT)]
    assert os.write(writer, b'hello') == 5
    assert poll.poll(0) == [(reader, select.POLLIN), (writer, select.POLLOUT)]
    os.close(writer)
    poll.unregister(writer)
    assert poll.poll(0) == [(reader, select.POLLIN | select.POLLHUP)]
    assert os.read(reader, 10) == b'hello'
    assert os.read(reader, 10) == b''
    os.close(reader)
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    assert not os.get_blocking(reader)
    raises(BlockingIOError, os.read, reader, 1)
    os.close(reader)
    raises(BrokenPipeError, os.write, writer, b'x')
    os.close(writer)
