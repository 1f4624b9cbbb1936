"""An event-sourced shop: commands, events, aggregates, projections, snapshots and optimistic concurrency."""
from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field, replace
from functools import singledispatchmethod
from typing import ClassVar, Iterator


class Event:
    kinds: ClassVar[dict[str, type]] = {}

    def __init_subclass__(cls, version=1):
        cls.version = version
        Event.kinds[cls.__name__] = cls

    @staticmethod
    def upcast(kind, version, data):
        """Brings events of older versions up to date."""
        if kind == "ItemAdded" and version == 1:
            data["price"] = round(data.pop("price_in_euros") * 100)
        return Event.kinds[kind](**data)


@dataclass(frozen=True)
class CartOpened(Event):
    customer: str


@dataclass(frozen=True)
class ItemAdded(Event, version=2):
    sku: str
    quantity: int
    price: int


@dataclass(frozen=True)
class ItemRemoved(Event):
    sku: str
    quantity: int


@dataclass(frozen=True)
class DiscountGranted(Event):
    percent: int


@dataclass(frozen=True)
class CheckedOut(Event):
    total: int


class DomainError(Exception):
    pass


class ConcurrencyError(Exception):
    pass


@dataclass(frozen=True)
class Stored:
    position: int
    stream: str
    number: int
    kind: str
    version: int
    data: dict

    @property
    def event(self):
        return Event.upcast(self.kind, self.version, dict(self.data))


class Store:
    def __init__(self):
        self.log: list[Stored] = []
        self.numbers = Counter()
        self.subscribers = []

    def append(self, stream, events, expected):
        if self.numbers[stream] != expected:
            raise ConcurrencyError(f"{stream} is at {self.numbers[stream]}, not at {expected}")
        for event in events:
            self.numbers[stream] += 1
            stored = Stored(len(self.log), stream, self.numbers[stream], type(event).__name__, event.version, asdict(event))
            self.log.append(stored)
            for subscriber in self.subscribers:
                subscriber(stored)

    def read(self, stream, after=0) -> Iterator[Stored]:
        return (s for s in self.log if s.stream == stream and s.number > after)

    def dump(self):
        return "\n".join(json.dumps(asdict(s), sort_keys=True) for s in self.log)

    @classmethod
    def load(cls, text):
        store = cls()
        for line in text.splitlines():
            stored = Stored(**json.loads(line))
            store.log.append(stored)
            store.numbers[stored.stream] = stored.number
        return store


@dataclass
class Cart:
    id: str
    customer: str | None = None
    items: dict[str, tuple[int, int]] = field(default_factory=dict)
    percent: int = 0
    closed: bool = False
    number: int = 0

    @property
    def total(self):
        return sum(q * p for q, p in self.items.values()) * (100 - self.percent) // 100

    @singledispatchmethod
    def apply(self, event):
        raise NotImplementedError(type(event).__name__)

    @apply.register
    def _(self, event: CartOpened):
        self.customer = event.customer

    @apply.register
    def _(self, event: ItemAdded):
        quantity, _ = self.items.get(event.sku, (0, 0))
        self.items[event.sku] = quantity + event.quantity, event.price

    @apply.register
    def _(self, event: ItemRemoved):
        quantity, price = self.items[event.sku]
        if quantity == event.quantity:
            del self.items[event.sku]
        else:
            self.items[event.sku] = quantity - event.quantity, price

    @apply.register
    def _(self, event: DiscountGranted):
        self.percent = event.percent

    @apply.register
    def _(self, event: CheckedOut):
        self.closed = True

    # -- decisions ---------------------------------------------------------------------------------------------

    def open(self, customer):
        if self.customer:
            raise DomainError("already open")
        yield CartOpened(customer)

    def add(self, sku, quantity, price):
        self.check()
        if quantity < 1:
            raise DomainError("nothing to add")
        yield ItemAdded(sku, quantity, price)
        if not self.percent and self.total + quantity * price >= 10_000:
            yield DiscountGranted(10)

    def remove(self, sku, quantity):
        self.check()
        held, _ = self.items.get(sku, (0, 0))
        if quantity > held:
            raise DomainError(f"only {held} of {sku} in the cart")
        yield ItemRemoved(sku, quantity)

    def check_out(self):
        self.check()
        if not self.items:
            raise DomainError("the cart is empty")
        yield CheckedOut(self.total)

    def check(self):
        if self.customer is None or self.closed:
            raise DomainError("the cart is not open")


class Shop:
    def __init__(self, store, snapshot_every=4):
        self.store, self.every = store, snapshot_every
        self.snapshots, self.replayed = {}, 0

    def load(self, key):
        cart = self.snapshots.get(key, Cart(key))
        cart = replace(cart, items=dict(cart.items))
        for stored in self.store.read(key, cart.number):
            cart.apply(stored.event)
            cart.number = stored.number
            self.replayed += 1
        return cart

    def handle(self, key, command, *arguments, seen=None):
        cart = self.load(key)
        number = cart.number if seen is None else seen
        events = list(getattr(cart, command)(*arguments))
        self.store.append(key, events, number)
        if (number + len(events)) // self.every > number // self.every:
            self.snapshots[key] = self.load(key)
        return events


class Sales:
    """A projection: turnover by customer and by article."""

    def __init__(self):
        self.customers, self.carts = {}, defaultdict(dict)
        self.turnover, self.articles = Counter(), Counter()

    def __call__(self, stored):
        match stored.event:
            case CartOpened(customer):
                self.customers[stored.stream] = customer
            case ItemAdded(sku, quantity):
                cart = self.carts[stored.stream]
                cart[sku] = cart.get(sku, 0) + quantity
            case ItemRemoved(sku, quantity):
                self.carts[stored.stream][sku] -= quantity
            case CheckedOut(total):
                self.turnover[self.customers[stored.stream]] += total
                self.articles.update(self.carts.pop(stored.stream))


store = Store()
sales = Sales()
store.subscribers.append(sales)
shop = Shop(store)
script = [
    ("c1", "open", "ann"), ("c1", "add", "nut", 10, 25), ("c2", "open", "bob"), ("c1", "add", "gear", 2, 4500), ("c2", "add", "bolt", 5, 40), ("c1", "open", "eve"), ("c1", "remove", "nut", 4), ("c1", "remove", "nut", 40), ("c1", "add", "wheel", 1, 3000),
    ("c2", "remove", "bolt", 5), ("c2", "check_out"), ("c3", "add", "x", 1, 1), ("c1", "check_out"), ("c1", "add", "late", 1, 1), ("c2", "add", "bolt", 0, 40), ("c2", "add", "bolt", 3, 41), ("c2", "check_out"), ("c4", "open", "ann"), ("c4", "add", "nut", 1, 30), ("c4", "check_out"),
]  # fmt: skip
for key, command, *arguments in script:
    try:
        print(key, command, arguments, "->", *shop.handle(key, command, *arguments))
    except DomainError as error:
        print(key, command, arguments, "refused:", error)
print(shop.load("c1"), shop.load("c1").total)
try:
    shop.handle("c9", "open", "zoe", seen=3)
except ConcurrencyError as error:
    print(error)
print(sales.turnover.most_common(), sorted(sales.articles.items()), shop.replayed, sorted(shop.snapshots))
text = store.dump()
print(text.splitlines()[1], len(text.splitlines()))
old = '{"data": {"price_in_euros": 1.25, "quantity": 2, "sku": "old"}, "kind": "ItemAdded", "number": 2, "position": 1, "stream": "z", "version": 1}'
again = Store.load(text)
print(Shop(again).load("c1") == shop.load("c1"), Stored(**json.loads(old)).event)
rebuilt = Sales()
for stored in again.log:
    rebuilt(stored)
print(rebuilt.turnover == sales.turnover, rebuilt.articles == sales.articles)
