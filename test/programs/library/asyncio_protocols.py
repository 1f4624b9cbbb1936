"""asyncio: protocols and transports, executors refused, subprocess-free plumbing, exceptions in callbacks, debug names, async comprehensions."""
import asyncio
import socket
from contextlib import suppress


class Upper(asyncio.Protocol):
    log = []

    def connection_made(self, transport):
        self.transport = transport
        self.log.append("made")

    def data_received(self, data):
        self.log.append(f"data {data}")
        self.transport.write(data.upper())

    def eof_received(self):
        self.log.append("eof")
        return False

    def connection_lost(self, error):
        self.log.append(f"lost {error}")


class Collect(asyncio.Protocol):
    def __init__(self, done):
        self.received, self.done = bytearray(), done

    def data_received(self, data):
        self.received += data

    def connection_lost(self, error):
        self.done.set_result(bytes(self.received))


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, queue):
        self.queue = queue

    def datagram_received(self, data, address):
        self.queue.put_nowait(data)


async def protocols():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Upper, "127.0.0.1", 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Collect(done), *server.sockets[0].getsockname())
    transport.write(b"some ")
    await asyncio.sleep(0.05)
    transport.write(b"text")
    transport.write_eof()
    print(await done, transport.is_closing(), protocol.received)
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0)
    print(Upper.log[0], sorted(set(Upper.log))[-1], "eof" in Upper.log, server.is_serving())


async def pairs():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    b.setblocking(False)
    await loop.sock_sendall(b, b"line one\nrest")
    print(await reader.readline(), await reader.readexactly(4))
    writer.write(b"reply")
    await writer.drain()
    print(await loop.sock_recv(b, 10))
    seen = asyncio.Event()
    loop.add_reader(b, lambda: (b.recv(10), seen.set()))
    writer.write(b"x")
    await asyncio.wait_for(seen.wait(), 10)
    print(loop.remove_reader(b), loop.remove_reader(b))
    writer.close()
    await writer.wait_closed()
    b.close()


async def datagrams():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    receiver, _ = await loop.create_datagram_endpoint(lambda: Datagrams(queue), local_addr=("127.0.0.1", 0))
    sender, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=receiver.get_extra_info("sockname"))
    for n in range(3):
        sender.sendto(b"packet %d" % n)
    print(sorted([await asyncio.wait_for(queue.get(), 10) for _ in range(3)]))
    sender.close()
    receiver.close()


async def handlers():
    loop = asyncio.get_running_loop()
    contexts = []
    loop.set_exception_handler(lambda loop, context: contexts.append((context["message"].split(" <")[0].split(" at ")[0], repr(context.get("exception")))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(contexts)
    loop.set_exception_handler(None)
    for wrong in (lambda: loop.run_forever(), lambda: loop.add_reader("x", print), lambda: asyncio.run(5)):
        try:
            wrong()
        except (RuntimeError, TypeError, ValueError) as error:
            print(type(error).__name__, str(error).split("; got")[0].split(" <")[0])


async def countdown(n):
    try:
        while n:
            yield n
            n -= 1
            await asyncio.sleep(0)
    finally:
        print("countdown ends at", n)


async def generators():
    print([x async for x in countdown(3)], {x: y async for x in countdown(2) for y in "ab"}, [await asyncio.sleep(0, i) for i in range(3)], [x async for x in countdown(4) if x % 2])
    g = countdown(5)
    print(await anext(g), await g.__anext__(), await anext(countdown(0), "empty"))
    await g.aclose()
    with suppress(StopAsyncIteration):
        await anext(g)
        print("not reached")
    h = countdown(3)
    print(await h.asend(None))
    try:
        await h.athrow(ValueError("thrown in"))
    except ValueError as error:
        print(error)

    async def echo():
        value = yield "ready"
        while value is not None:
            value = yield value * 2

    e = echo()
    print(await e.asend(None), await e.asend(4), await e.asend("x"))
    await e.aclose()


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


async def protocols_of_the_language():
    print([t async for t in Ticker(3)], await Later("awaited"), await asyncio.gather(Later(1), asyncio.sleep(0, 2)), await asyncio.wait_for(Later(3), 5))
    async for t in Ticker(2):
        if t == 0:
            break
    else:
        print("never")
    for wrong in (lambda: anext(5), lambda: aiter(5)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    try:
        await 5
    except TypeError as error:
        print(error)


async def main():
    for part in (protocols, pairs, datagrams, handlers, generators, protocols_of_the_language):
        print("--", part.__name__)
        await part()


asyncio.run(main())
