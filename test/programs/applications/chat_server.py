"""A chat server on asyncio streams, with rooms and commands; clients talk to it by scripts, in a fixed order."""
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(eq=False)
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    name: str = ""
    room: str = "lobby"
    outbox: asyncio.Queue = field(default_factory=asyncio.Queue)

    async def pump(self):
        while (line := await self.outbox.get()) is not None:
            self.writer.write(line.encode() + b"\n")
            await self.writer.drain()

    def tell(self, text):
        self.outbox.put_nowait(text)


class Server:
    def __init__(self):
        self.clients, self.rooms = {}, defaultdict(list)
        self.log, self.history = [], defaultdict(list)
        self.commands = {n.removeprefix("command_"): getattr(self, n) for n in dir(self) if n.startswith("command_")}

    @asynccontextmanager
    async def listening(self):
        server = await asyncio.start_server(self.connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.handlers = set()
        try:
            async with server:
                yield self
                server.close()
                for client in list(self.clients.values()):
                    client.tell("* server stops")
                    client.outbox.put_nowait(None)
                await asyncio.gather(*self.handlers, return_exceptions=True)
        finally:
            self.log.append("stopped")

    async def connected(self, reader, writer):
        self.handlers.add(asyncio.current_task())
        client = Client(reader, writer)
        async with asyncio.TaskGroup() as group:
            pump = group.create_task(client.pump())
            try:
                if await self.login(client):
                    await self.converse(client, pump)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
                self.log.append(f"{client.name} lost: {type(error).__name__}")
            finally:
                self.leave(client)
                client.outbox.put_nowait(None)
        writer.close()

    async def login(self, client):
        client.tell("name?")
        for _ in range(3):
            name = (await client.reader.readline()).decode().strip()
            if not name.isidentifier():
                client.tell(f"! {name!r} is no name")
            elif name in self.clients:
                client.tell(f"! {name} is taken")
            else:
                client.name = name
                self.clients[name] = client
                self.log.append(f"{name} came")
                client.tell(f"welcome {name}")
                self.enter(client, "lobby")
                return True
        client.tell("! goodbye")
        return False

    async def converse(self, client, pump):
        while not pump.done():
            read = asyncio.ensure_future(client.reader.readline())
            await asyncio.wait({read, pump}, return_when=asyncio.FIRST_COMPLETED)
            if not read.done():
                read.cancel()
                return
            line = read.result().decode().rstrip("\n")
            if not line:
                return
            if not line.startswith("/"):
                self.say(client.room, f"{client.name}: {line}")
                continue
            word, _, rest = line[1:].partition(" ")
            command = self.commands.get(word)
            if command is None:
                client.tell(f"! no command {word}")
            elif command(client, rest.strip()) is False:
                return

    def say(self, room, text, but=None):
        self.history[room].append(text)
        for member in self.rooms[room]:
            if member is not but:
                member.tell(text)

    def enter(self, client, room):
        client.room = room
        self.say(room, f"* {client.name} joins {room}")
        for old in self.history[room][-3:-1]:
            client.tell(f"  ({old})")
        self.rooms[room].append(client)

    def leave(self, client):
        if self.clients.pop(client.name, None):
            self.rooms[client.room].remove(client)
            self.say(client.room, f"* {client.name} leaves")
            self.log.append(f"{client.name} went")

    def command_join(self, client, room):
        if not room:
            return client.tell("! which room?")
        self.rooms[client.room].remove(client)
        self.say(client.room, f"* {client.name} moves to {room}")
        self.enter(client, room)
        client.tell(f"now in {room} with {len(self.rooms[room]) - 1} others")

    def command_who(self, client, _):
        client.tell("who: " + ", ".join(f"{c.name}@{c.room}" for c in sorted(self.clients.values(), key=lambda c: c.name)))

    def command_msg(self, client, rest):
        name, _, text = rest.partition(" ")
        if other := self.clients.get(name):
            other.tell(f"{client.name} whispers: {text}")
            client.tell(f"(to {name}) {text}")
        else:
            client.tell(f"! nobody called {name!r}")

    def command_me(self, client, action):
        self.say(client.room, f"* {client.name} {action}")

    def command_quit(self, client, _):
        client.tell("bye")
        return False


class Puppet:
    """A client that sends a line and waits for what it expects."""

    transcript = []

    def __init__(self, label):
        self.label = label

    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        return self

    async def send(self, line, expect=None):
        self.writer.write(line.encode() + b"\n")
        await self.writer.drain()
        if expect is not None:
            return await self.until(expect)

    async def until(self, expected):
        async with asyncio.timeout(20):
            while True:
                line = (await self.reader.readline()).decode()
                if not line:
                    self.transcript.append(f"{self.label} < end")
                    return None
                self.transcript.append(f"{self.label} < {line.rstrip()}")
                if expected in line:
                    return line

    async def end(self):
        await self.until("\0")
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    async with Server().listening() as server:
        ann, bob, eve = [await Puppet(n).connect(server.port) for n in ("ann", "bob", "eve")]
        await ann.send("ann", "welcome")
        await bob.send("not a name", "is no name")
        await bob.send("ann", "taken")
        await bob.send("bob", "welcome")
        await ann.until("bob joins")
        await ann.send("hello everybody", "hello")
        await bob.until("hello")
        await bob.send("/who", "who:")
        await bob.send("/dance", "no command")
        await bob.send("/join", "which room")
        await bob.send("/join den", "now in den")
        await ann.until("moves to den")
        await ann.send("/msg bob psst, secret", "(to bob)")
        await bob.until("whispers")
        await ann.send("/msg nobody x", "nobody called")
        await eve.send("1", "no name")
        await eve.send("2", "no name")
        await eve.send("3", "goodbye")
        await eve.end()
        await ann.send("/me yawns", "yawns")
        await ann.send("/join den", "now in den")
        await bob.until("ann joins")
        await bob.send("ünïcode ✓", "✓")
        await ann.until("✓")
        await bob.send("/quit", "bye")
        await bob.end()
        await ann.until("bob leaves")
        ann.transcript.append("-- the server stops --")
    await ann.end()
    print(*Puppet.transcript, sep="\n")
    print(server.log, {room: len(lines) for room, lines in server.history.items()})


asyncio.run(main())
