"""Digital circuits: gates with delays on an event queue, adders and latches built from them, truth tables, a clocked counter, waves drawn."""
import heapq
import operator
from collections import defaultdict
from contextlib import suppress
from functools import reduce
from itertools import count, islice, product
from textwrap import indent


class Wire:
    __slots__ = ("circuit", "name", "value", "watchers", "history")

    def __init__(self, circuit, name):
        self.circuit, self.name, self.value = circuit, name, 0
        self.watchers, self.history = [], [(0, 0)]

    def set(self, value):
        if value != self.value:
            self.value = value
            self.history.append((self.circuit.now, value))
            for watcher in self.watchers:
                watcher()

    def __and__(self, other):
        return self.circuit.gate("and", self, other)

    def __or__(self, other):
        return self.circuit.gate("or", self, other)

    def __xor__(self, other):
        return self.circuit.gate("xor", self, other)

    def __invert__(self):
        return self.circuit.gate("not", self)

    def __ilshift__(self, source):
        """Joins the wire to what drives it: the way to close a loop."""
        self.circuit.connect(source, self)
        return self

    def __repr__(self):
        return f"{self.name}={self.value}"


class Oscillation(Exception):
    pass


class Circuit:
    GATES = {
        "and": (lambda *v: min(v), 3), "or": (lambda *v: max(v), 3), "xor": (lambda *v: reduce(operator.xor, v), 4), "not": (lambda v: 1 - v, 1),
        "nand": (lambda *v: 1 - min(v), 2), "nor": (lambda *v: 1 - max(v), 2), "wire": (lambda v: v, 0), "slow": (lambda *v: 1 - min(v), 3),
    }  # fmt: skip

    def __init__(self):
        self.now, self.queue, self.serial, self.names = 0, [], count(), defaultdict(count)
        self.wires, self.gates, self.fired = {}, defaultdict(int), 0

    def wire(self, name=None):
        name = name or f"w{next(self.names['w'])}"
        self.wires[name] = wire = Wire(self, name)
        return wire

    def bus(self, name, width):
        return [self.wire(f"{name}{i}") for i in range(width)]

    def at(self, delay, action):
        heapq.heappush(self.queue, (self.now + delay, next(self.serial), action))

    def gate(self, kind, *inputs, out=None):
        function, delay = self.GATES[kind]
        out = out or self.wire()
        self.gates[kind] += 1

        def changed():
            self.at(delay, lambda: out.set(function(*(w.value for w in inputs))))

        for w in inputs:
            w.watchers.append(changed)
        changed()
        return out

    def connect(self, source, target):
        self.gate("wire", source, out=target)

    def run(self, limit=10_000):
        fired = 0
        while self.queue:
            self.now, _, action = heapq.heappop(self.queue)
            action()
            if (fired := fired + 1) > limit:
                self.queue.clear()
                raise Oscillation(f"no rest after {limit} events, time {self.now}")
        self.fired += fired
        return self.now

    def put(self, bus, number):
        for i, w in enumerate(bus):
            w.set(number >> i & 1)

    @staticmethod
    def get(bus):
        return sum(w.value << i for i, w in enumerate(bus))


def half_adder(a, b):
    return a ^ b, a & b


def full_adder(a, b, carry):
    s, c1 = half_adder(a, b)
    total, c2 = half_adder(s, carry)
    return total, c1 | c2


def adder(circuit, a, b):
    carry, total = circuit.wire("carry_in"), []
    for x, y in zip(a, b, strict=True):
        s, carry = full_adder(x, y, carry)
        total.append(s)
    return [*total, carry]


def multiplexer(select, *inputs):
    terms = []
    for i, w in enumerate(inputs):
        bits = [s if i >> k & 1 else ~s for k, s in enumerate(select)]
        terms.append(reduce(operator.and_, bits, w))
    return reduce(operator.or_, terms)


def latch(circuit, set_, reset):
    q, p = circuit.wire("q"), circuit.wire("not_q")
    circuit.gate("nor", reset, p, out=q)
    circuit.gate("nor", set_, q, out=p)
    return q


def flip_flop(circuit, data, clock, name):
    """Takes the data when the clock rises: two gated latches, the first while the clock is low."""

    def gated(d, enable, label):
        q, p = circuit.wire(label), circuit.wire(f"{label}_")
        s, r = circuit.gate("nand", d, enable), circuit.gate("nand", ~d, enable)
        circuit.gate("nand", s, p, out=q)
        circuit.gate("slow", r, q, out=p)
        return q

    return gated(gated(data, ~clock, name + "_m"), clock, name)


def table(circuit, inputs, outputs):
    for bits in product((0, 1), repeat=len(inputs)):
        for w, bit in zip(inputs, bits):
            w.set(bit)
        circuit.run()
        yield bits, tuple(w.value for w in outputs)


def waves(wires, until, step=4):
    for w in wires:
        levels, history = [], dict(w.history)
        value = 0
        for t in range(until + 1):
            value = history.get(t, value)
            if t % step == 0:
                levels.append(value)
        line = "".join("▔" if v else "▁" for v in levels)
        print(f"{w.name:>5} {line}")


c = Circuit()
a, b, carry = (c.wire(n) for n in "abc")
for bits, out in table(c, [a, b, carry], full_adder(a, b, carry)):
    print(*bits, "->", *out, "ok" if sum(bits) == out[0] + 2 * out[1] else "WRONG")
print(dict(c.gates), c.fired)

c = Circuit()
x, y = c.bus("x", 6), c.bus("y", 6)
total = adder(c, x, y)
c.run()
for m, n in [(0, 0), (1, 1), (37, 26), (63, 1), (63, 63), (21, 42)]:
    start = c.now
    c.put(x, m)
    c.put(y, n)
    print(f"{m} + {n} = {c.get(total) if not c.run() else c.get(total)} after {c.now - start}")

c = Circuit()
select, inputs = c.bus("s", 2), c.bus("i", 4)
out = multiplexer(select, *inputs)
wrong = sum(bits[2 + (bits[0] | bits[1] << 1)] != got for bits, (got,) in table(c, select + inputs, [out]))
print("multiplexer wrong:", wrong, "gates:", sum(c.gates.values()))

c = Circuit()
s, r = c.wire("set"), c.wire("reset")
c.put([r], 1)
q = latch(c, s, r)
c.run()
for name, value in [("reset", 0), ("set", 1), ("set", 0), ("reset", 1), ("reset", 0)]:
    c.wires[name].set(value)
    c.run()
    print(f"{name}={value}: {q}", end="; ")
print()

c = Circuit()
clock = c.wire("clock")
bits = []
carry = None
for i in range(3):
    data = c.wire(f"d{i}")
    q = flip_flop(c, data, clock, f"q{i}")
    data <<= ~q if carry is None else q ^ carry
    carry = q if carry is None else carry & q
    bits.append(q)
c.run()
seen = []
for tick in range(10):
    clock.set(1)
    c.now += 20
    c.run()
    clock.set(0)
    c.now += 20
    c.run()
    seen.append(c.get(bits))
print("counter:", seen, [(b - a) % 8 for a, b in zip(seen, islice(seen, 1, None))])
waves([clock, *bits], c.now, step=c.now // 70)

c = Circuit()
ring = c.wire("ring")
try:
    ring <<= ~ring
    c.run(200)
except Oscillation as error:
    print(error, len(ring.history))
with suppress(KeyError):
    c.gate("xnor", ring)
    print("never")
with suppress(ValueError):
    adder(Circuit(), c.bus("p", 2), c.bus("r", 3))
    print("never")
print(indent("\n".join(f"{k:4} {d}" for k, (_, d) in sorted(Circuit.GATES.items())), "  "))
