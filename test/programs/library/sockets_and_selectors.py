"""socket, selectors, select and socketserver-like loops over pairs and the loopback."""
import contextlib
import select
import selectors
import socket
import struct

a, b = socket.socketpair()
with a, b:
    print(a.send(b"hello"), b.recv(3), b.recv(100), a.fileno() >= 0, a.type, a.getblocking())
    a.sendall(struct.pack("!I", 5) + b"frame")
    (length,) = struct.unpack("!I", b.recv(4))
    view = bytearray(length)
    print(b.recv_into(view), view, b.sendmsg([b"one ", b"two"]) if hasattr(b, "sendmsg") else 7, a.recv(10, socket.MSG_PEEK), a.recv(10))
    b.setblocking(False)
    try:
        b.recv(1)
    except BlockingIOError as error:
        print(type(error).__name__, error.errno is not None)
    b.settimeout(0.01)
    try:
        b.recv(1)
    except TimeoutError as error:
        print(error, b.gettimeout(), b.timeout if hasattr(b, "timeout") else "")
    with a.makefile("rw", encoding="utf-8", newline="\n") as f, b.makefile("rb") as g:
        f.write("Grüße\nsecond\n")
        f.flush()
        print(g.readline(), g.readline())
        b.sendall("antwort\n".encode())
        print(f.readline())
    a.shutdown(socket.SHUT_WR)
    b.settimeout(None)
    print(b.recv(1), b.recv(1))
try:
    a.send(b"closed")
except OSError as error:
    print(type(error).__name__, a.fileno(), a)

selector = selectors.DefaultSelector()
pairs = [socket.socketpair() for _ in range(3)]
for number, (left, right) in enumerate(pairs):
    selector.register(right, selectors.EVENT_READ, data=number)
print(selector.select(0), len(selector.get_map()))
for number in (2, 0):
    pairs[number][0].send(bytes([number + 65]))
ready = sorted(selector.select(1), key=lambda p: p[0].data)
print([(key.data, events == selectors.EVENT_READ, key.fileobj.recv(1)) for key, events in ready])
selector.modify(pairs[1][1], selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
print([(k.data, e) for k, e in selector.select(0)], selector.get_key(pairs[1][1]).data)
selector.unregister(pairs[0][1])
for wrong in [lambda: selector.unregister(pairs[0][1]), lambda: selector.register(pairs[1][1], 1), lambda: selector.register(pairs[0][1], 0), lambda: selector.get_key(pairs[0][1]), lambda: selector.register("x", 1)]:
    try:
        print("fine", wrong())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, str(error).split("<")[0])
selector.close()
r, w, x = select.select([p[1] for p in pairs], [pairs[0][0]], [], 0)
print(len(r), len(w), len(x))
pairs[1][0].send(b"!")
print(select.select([pairs[1][1]], [], [], 1)[0] == [pairs[1][1]], pairs[1][1].recv(1))
for left, right in pairs:
    left.close()
    right.close()


class EchoServer:
    """One loop, many clients, no threads."""

    def __init__(self):
        self.selector = selectors.DefaultSelector()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.selector.register(self.listener, selectors.EVENT_READ, self.accept)
        self.address = self.listener.getsockname()
        self.served = 0

    def accept(self, listener, _):
        connection, peer = listener.accept()
        connection.setblocking(False)
        self.selector.register(connection, selectors.EVENT_READ, self.echo(peer))

    def echo(self, peer):
        pending = bytearray()

        def serve(connection, events):
            if events & selectors.EVENT_READ:
                data = connection.recv(1024)
                if not data:
                    self.selector.unregister(connection)
                    connection.close()
                    return
                pending.extend(data.upper())
            if pending:
                sent = connection.send(pending)
                del pending[:sent]
                self.served += sent

        return serve

    def turn(self, timeout=1.0):
        for key, events in self.selector.select(timeout):
            key.data(key.fileobj, events)


server = EchoServer()
clients = [socket.create_connection(server.address) for _ in range(2)]
for number, client in enumerate(clients):
    client.setblocking(False)
    client.send(f"message {number}".encode())
answers = {}
while len(answers) < 2:
    server.turn(0.05)
    for number, client in enumerate(clients):
        with contextlib.suppress(BlockingIOError):
            answers[number] = client.recv(100)
print(sorted(answers.items()), server.served, clients[0].getpeername() == server.address)
for client in clients:
    client.close()
server.turn()
server.turn(0.05)
server.listener.close()
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1")[-1], socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"), socket.htons(1), socket.ntohl(1), socket.AF_INET, repr(socket.SOCK_STREAM), socket.has_ipv6 in (True, False), socket.getdefaulttimeout())
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(v.sendto(b"datagram", u.getsockname()), u.recvfrom(100)[0])
u.close(), v.close()
for wrong in [lambda: socket.inet_aton("x"), lambda: socket.create_connection(("127.0.0.1", 1), timeout=1), lambda: socket.socket(999), lambda: socket.inet_pton(socket.AF_INET, "1.2"), lambda: a.recv(1), lambda: socket.socket().recv(-1), lambda: socket.socket().bind("x"), lambda: socket.htons(-1)]:
    try:
        print("fine", wrong())
    except (OSError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__)
