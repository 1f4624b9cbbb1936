# Sockets of an interpreter's own network: addresses, pairs, connections, datagrams, time-outs, errors.
import _socket
import errno
import socket


def raises(expected, function, *args):
    try:
        function(*args)
    except expected as error:
        return error
    assert False, 'nothing was raised'


def test_addresses_and_their_bytes():
    assert _socket.inet_aton('1.2.3') == b'\1\2\0\3'
    assert _socket.inet_aton('0x7f.1') == b'\x7f\0\0\1'
    assert _socket.inet_aton('1.2.3.4 rest') == b'\1\2\3\4'
    raises(OSError, _socket.inet_aton, '256.1.1.1')
    assert _socket.inet_ntoa(b'\1\2\3\4') == '1.2.3.4'
    for text in ['::', '::1', '1::', 'fe80::1:2', '1:0:1:0:1:0:1:0', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '100::1']:
        assert _socket.inet_ntop(_socket.AF_INET6, _socket.inet_pton(_socket.AF_INET6, text)) == text
    for text in ['1::2::3', ':::', '12345::', '1:2:3:4:5:6:7:8:9', '::1.2.3', 'fe80::1%lo', '1.2.3.4', '']:
        raises(OSError, _socket.inet_pton, _socket.AF_INET6, text)
    assert str(raises(ValueError, _socket.inet_ntop, 3, b'x')) == 'unknown address family 3'
    assert raises(OSError, _socket.inet_pton, 3, 'x').errno == errno.EAFNOSUPPORT


def test_byte_order():
    assert _socket.htons(0x1234) == 0x3412 and _socket.ntohl(0x12345678) == 0x78563412
    assert str(raises(ValueError, _socket.htons, -1)) == 'Cannot convert negative int'
    assert str(raises(OverflowError, _socket.htonl, 1 << 32)) == 'Python int too large for C uint32_t'


def test_names():
    stream = _socket.getaddrinfo('127.0.0.1', 80, type=_socket.SOCK_STREAM)
    assert stream == [(_socket.AF_INET, _socket.SOCK_STREAM, 6, '', ('127.0.0.1', 80))]
    assert [info[1] for info in _socket.getaddrinfo('::1', None)] == [1, 2, 3]
    assert _socket.getaddrinfo('127.0.0.1', 'http') == [(2, 1, 6, '', ('127.0.0.1', 80))]
    error = raises(_socket.gaierror, _socket.getaddrinfo, '127.0.0.1', 'nosuch')
    assert error.args == (-8, 'Servname not supported for ai_socktype')
    assert raises(_socket.gaierror, _socket.getaddrinfo, '127.0.0.1', 80, _socket.AF_INET6).errno == -9
    assert _socket.gethostbyname('localhost') == '127.0.0.1'
    assert _socket.getnameinfo(('127.0.0.1', 80), 3) == ('127.0.0.1', '80')
    assert _socket.getservbyname('https') == 443 and _socket.getservbyport(53, 'udp') == 'domain'
    assert _socket.getprotobyname('udp') == 17


def test_a_pair():
    one, other = socket.socketpair()
    with one, other:
        assert one.family == socket.AF_UNIX and one.getpeername() == ''
        assert one.send(b'hello') == 5
        assert other.recv(2, socket.MSG_PEEK) == b'he'
        assert other.recv(3) == b'hel'
        target = bytearray(10)
        assert other.recv_into(target) == 2 and target[:2] == b'lo'
        assert one.sendmsg([b'ab', b'cd']) == 4
        assert other.recvmsg(10) == (b'abcd', [], 0, None)
        other.setblocking(False)
        raises(BlockingIOError, other.recv, 1)
        other.settimeout(0.01)
        assert raises(TimeoutError, other.recv, 1).args == ('timed out',)
        one.shutdown(socket.SHUT_WR)
        assert other.recv(1) == b''
        raises(BrokenPipeError, one.send, b'x')


def test_a_full_pair():
    one, other = socket.socketpair()
    with one, other:
        one.setblocking(False)
        sent = 0
        try:
            while True:
                sent += one.send(b'x' * 10000)
        except BlockingIOError:
            pass
        assert sent > 10000
        received = 0
        while received < sent:
            received += len(other.recv(65536))
        one.send(b'y')
        assert other.recv(5) == b'y'


def test_a_connection():
    with socket.socket() as listener:
        listener.bind(('127.0.0.1', 0))
        listener.listen()
        address = listener.getsockname()
        client = socket.create_connection(address)
        server, peer = listener.accept()
        with client, server:
            assert peer == client.getsockname() and client.getpeername() == address
            client.sendall(b'question')
            assert server.recv(100) == b'question'
            with server.makefile('rw') as stream:
                stream.write('answer\n')
                stream.flush()
            with client.makefile() as stream:
                assert stream.readline() == 'answer\n'
            assert raises(OSError, client.connect, address).errno == errno.EISCONN
        second = socket.socket()
        assert raises(OSError, second.bind, address).errno == errno.EADDRINUSE
        second.close()
    with socket.socket() as late:
        raises(ConnectionRefusedError, late.connect, address)
        assert late.connect_ex(address) == errno.ECONNREFUSED


def test_datagrams():
    with socket.socket(type=socket.SOCK_DGRAM) as one, socket.socket(type=socket.SOCK_DGRAM) as other:
        one.bind(('127.0.0.1', 0))
        assert other.sendto(b'hello', one.getsockname()) == 5
        data, sender = one.recvfrom(3)
        assert data == b'hel' and sender == ('127.0.0.1', other.getsockname()[1])
        other.connect(one.getsockname())
        other.send(b'hello')
        assert one.recvmsg(2)[2] & socket.MSG_TRUNC
        other.send(b'')
        assert one.recv(5) == b''
        assert raises(OSError, other.send, b'x' * 70000).errno == errno.EMSGSIZE


def test_errors_of_addresses():
    with socket.socket() as one:
        assert str(raises(TypeError, one.bind, 'x')) == 'bind(): AF_INET address must be tuple, not str'
        assert str(raises(TypeError, one.bind, ('h',))) == 'AF_INET address must be a pair (host, port)'
        assert str(raises(OverflowError, one.connect, ('127.0.0.1', 1 << 16))) == 'connect(): port must be 0-65535.'
        raises(_socket.gaierror, one.bind, ('::1', 1))
        assert str(raises(ValueError, one.recv, -1)) == 'negative buffersize in recv'
        assert raises(OSError, one.recv, 1).errno == errno.ENOTCONN
        assert raises(OSError, one.getpeername).errno == errno.ENOTCONN
    assert raises(OSError, one.recv, 1).errno == errno.EBADF
    with socket.socket(socket.AF_UNIX) as one:
        assert str(raises(OSError, one.bind, 'x' * 200)) == 'AF_UNIX path too long'
        raises(FileNotFoundError, one.connect, '/nosuch/place')
    assert raises(OSError, socket.socket, 99).errno == errno.EAFNOSUPPORT


def test_timeouts_and_options():
    with socket.socket() as one:
        assert one.gettimeout() is None and one.getblocking()
        one.settimeout(1.5)
        assert one.gettimeout() == 1.5 and one.timeout == 1.5
        one.setblocking(False)
        assert one.gettimeout() == 0.0 and not one.getblocking()
        assert str(raises(ValueError, one.settimeout, -1)) == 'Timeout value out of range'
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        assert one.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) == 1
        assert one.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 4) == b'\1\0\0\0'
        assert one.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
    socket.setdefaulttimeout(2)
    try:
        with socket.socket() as one:
            assert one.gettimeout() == 2.0
    finally:
        socket.setdefaulttimeout(None)


def test_descriptors():
    one, other = socket.socketpair()
    fd = one.detach()
    assert one.fileno() == -1
    again = socket.socket(fileno=fd)
    assert again.family == socket.AF_UNIX and again.fileno() == fd
    copy = again.dup()
    again.close()
    copy.send(b'x')
    assert other.recv(1) == b'x'
    copy.close()
    assert other.recv(1) == b''
    other.close()
    assert str(raises(ValueError, socket.socket, 2, 1, 0, -5)) == 'negative file descriptor'
