"""State machines: a declarative machine with guards and history, a protocol parser, a vending machine, traffic lights with a clock, and regular traffic between them."""
import inspect
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from functools import wraps
from typing import Callable


class TransitionError(Exception):
    def __init__(self, machine, event):
        super().__init__(f"{type(machine).__name__} in {machine.state.name} does not take {event!r}")


@dataclass(frozen=True)
class Transition:
    event: str
    source: Enum
    target: Enum
    guard: Callable | None = None
    action: str | None = None


def on(event, source, target, *, when=None):
    """Marks a method as the action of a transition."""
    def decorate(method):
        pending = getattr(method, "transitions", [])
        for s in source if isinstance(source, (list, tuple)) else [source]:
            pending.append(Transition(event, s, target, when, method.__name__))
        method.transitions = pending
        return method

    return decorate


class Machine:
    def __init_subclass__(cls, initial, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.initial, cls.table = initial, defaultdict(list)
        for _, method in inspect.getmembers(cls, inspect.isfunction):
            for t in getattr(method, "transitions", ()):
                cls.table[t.source, t.event].append(t)
        for options in cls.table.values():
            options.sort(key=lambda t: t.guard is None)

    def __init__(self):
        self.state = self.initial
        self.history, self.observers = [], []

    def observe(self, function):
        self.observers.append(function)
        return function

    def fire(self, event, *arguments):
        for t in self.table.get((self.state, event), ()):
            if t.guard is None or t.guard(self, *arguments):
                break
        else:
            raise TransitionError(self, event)
        for hook in (f"leave_{self.state.name.lower()}",):
            getattr(self, hook, lambda: None)()
        result = getattr(self, t.action)(*arguments)
        self.history.append((self.state.name, event, t.target.name))
        before, self.state = self.state, t.target
        if before is not t.target:
            getattr(self, f"enter_{t.target.name.lower()}", lambda: None)()
        for observer in self.observers:
            observer(self, before, t.target)
        return result

    @property
    def events(self):
        return sorted({e for s, e in self.table if s is self.state})

    @classmethod
    def diagram(cls):
        for (source, event), options in cls.table.items():
            for t in options:
                yield f"{source.name} --{event}{' [guard]' if t.guard else ''}--> {t.target.name}"

    @classmethod
    def reachable(cls):
        seen, queue = {cls.initial}, [cls.initial]
        while queue:
            state = queue.pop()
            for (source, _), options in cls.table.items():
                if source is state:
                    for t in options:
                        if t.target not in seen:
                            seen.add(t.target)
                            queue.append(t.target)
        return sorted(s.name for s in seen)


class V(Enum):
    IDLE = auto()
    PAYING = auto()
    EMPTY = auto()
    BROKEN = auto()


class Vending(Machine, initial=V.IDLE):
    def __init__(self, stock):
        super().__init__()
        self.stock, self.credit, self.shelf = dict(stock), 0, []

    @on("coin", [V.IDLE, V.PAYING], V.PAYING)
    def insert(self, cents):
        self.credit += cents
        return self.credit

    def affordable(self, item):
        return item in self.stock and self.stock[item][1] > 0 and self.credit >= self.stock[item][0]

    def last_one(self, item):
        return self.affordable(item) and sum(n for _, n in self.stock.values()) == 1

    @on("choose", V.PAYING, V.EMPTY, when=last_one)
    @on("choose", V.PAYING, V.IDLE, when=affordable)
    def deliver(self, item):
        price, n = self.stock[item]
        self.stock[item] = price, n - 1
        change, self.credit = self.credit - price, 0
        self.shelf.append(item)
        return item, change

    @on("choose", V.PAYING, V.PAYING)
    def refuse(self, item):
        return f"{item}: {'not enough money' if item in self.stock else 'unknown'}"

    @on("cancel", V.PAYING, V.IDLE)
    def give_back(self):
        change, self.credit = self.credit, 0
        return change

    @on("kick", [V.IDLE, V.PAYING, V.EMPTY], V.BROKEN)
    def kick(self):
        return "crack"

    def enter_empty(self):
        self.shelf.append("<sold out>")


class Light(Flag):
    RED = auto()
    AMBER = auto()
    GREEN = auto()
    START = RED | AMBER


class Traffic(Machine, initial=Light.RED):
    durations = {Light.RED: 4, Light.START: 1, Light.GREEN: 3, Light.AMBER: 1}

    @on("next", Light.RED, Light.START)
    @on("next", Light.START, Light.GREEN)
    @on("next", Light.GREEN, Light.AMBER)
    @on("next", Light.AMBER, Light.RED)
    def switch(self): ...

    def clock(self, seconds):
        left = self.durations[self.state]
        for _ in range(seconds):
            yield "".join(c if Light[n] in self.state else "-" for c, n in (("R", "RED"), ("A", "AMBER"), ("G", "GREEN")))
            left -= 1
            if not left:
                self.fire("next")
                left = self.durations[self.state]


def coroutine(function):
    @wraps(function)
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator

    return start


@dataclass
class Frames:
    messages: list = field(default_factory=list)
    errors: list = field(default_factory=list)


@coroutine
def decoder(out):
    """Frames of the form STX length payload checksum, with bytes stuffed behind DLE; a state is a place in this function."""
    STX, DLE = 2, 16
    byte = yield
    while True:
        while byte != STX:
            byte = yield
        length = yield
        payload, total = bytearray(), length
        while len(payload) < length:
            byte = yield
            if byte == STX:
                out.errors.append(f"frame cut after {len(payload)} of {length}")
                break
            if byte == DLE:
                byte = (yield) ^ 0x20
            payload.append(byte)
            total += byte
        else:
            checksum = yield
            if checksum == total & 0xFF:
                out.messages.append(bytes(payload))
            else:
                out.errors.append(f"checksum {checksum} for {total & 0xFF}")
            byte = yield


def encode(payload):
    body = b"".join(bytes((16, b ^ 0x20)) if b in (2, 16) else bytes((b,)) for b in payload)
    return bytes((2, len(payload))) + body + bytes((len(payload) + sum(payload) & 0xFF,))


machine = Vending({"water": (80, 2), "nuts": (120, 1)})
machine.observe(lambda m, before, after: print(f"    {before.name} -> {after.name}") if before is not after else None)
for event, *arguments in [("coin", 50), ("choose", "water"), ("coin", 50), ("choose", "gold"), ("choose", "water"), ("cancel",), ("coin", 200), ("cancel",), ("coin", 200), ("choose", "nuts"), ("coin", 100), ("choose", "water"), ("coin", 5), ("kick",), ("kick",)]:
    try:
        print(event, arguments, "=>", machine.fire(event, *arguments))
    except TransitionError as error:
        print("error:", error, "| it takes", machine.events)
print(machine.shelf, machine.history[-2:], Vending.reachable())
print(*Vending.diagram(), sep="\n")
lights = Traffic()
print(*lights.clock(14), lights.state, len(lights.history), Traffic.reachable())
frames = Frames()
parser = decoder(frames)
stream = encode(b"hello") + b"noise" + encode(bytes([2, 16, 255])) + b"\x02\x05ab" + encode(b"") + b"\x02\x01x\x00" + encode(b"end")
for byte in stream:
    parser.send(byte)
print(frames.messages, frames.errors)
parser.close()
try:
    parser.send(1)
except StopIteration:
    print("the decoder has stopped")
