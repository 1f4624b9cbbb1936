"""A stock of goods: reservations, batches by date, reorder rules, observers, undo of whole transactions, a report in columns."""
import bisect
import csv
import io
from collections import ChainMap, Counter, defaultdict, deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Flag, StrEnum, auto
from itertools import accumulate, groupby
from operator import attrgetter
from types import SimpleNamespace
from weakref import WeakSet


class Unit(StrEnum):
    PIECE = "pc"
    KILO = "kg"
    LITRE = "l"


class Trait(Flag):
    NONE = 0
    COLD = auto()
    FRAGILE = auto()
    PERISHABLE = auto()
    FRESH = COLD | PERISHABLE


class StockError(Exception):
    def __init__(self, sku, wanted, there):
        super().__init__(sku, wanted, there)
        self.missing = wanted - there

    def __str__(self):
        sku, wanted, there = self.args
        return f"{sku}: {wanted} wanted, {there} there"


@dataclass(frozen=True, slots=True)
class Product:
    sku: str
    name: str
    unit: Unit = Unit.PIECE
    price: Decimal = Decimal(0)
    traits: Trait = Trait.NONE
    reorder: tuple[int, int] = (0, 0)


@dataclass(order=True, slots=True)
class Batch:
    expires: date
    quantity: int = field(compare=False)
    cost: Decimal = field(compare=False, default=Decimal(0))


class Warehouse:
    def __init__(self, products):
        self.products = {p.sku: p for p in products}
        self.batches = defaultdict(list)
        self.reserved = Counter()
        self.listeners = WeakSet()
        self.undo = []

    def __getitem__(self, sku):
        return sum(b.quantity for b in self.batches[sku]) - self.reserved[sku]

    def __contains__(self, sku):
        return sku in self.products

    @contextmanager
    def transaction(self, title):
        """All or nothing: what was done is undone in reverse if the block fails."""
        outer, self.undo = self.undo, []
        try:
            yield self
        except StockError as error:
            for action in reversed(self.undo):
                action()
            self.notify("rolled back", title, len(self.undo))
            error.add_note(f"in {title}")
            raise
        else:
            outer += self.undo
        finally:
            self.undo = outer

    def notify(self, kind, *details):
        for listener in self.listeners:
            listener(kind, *details)

    def receive(self, sku, quantity, expires, cost):
        batch = Batch(expires, quantity, Decimal(cost))
        bisect.insort(self.batches[sku], batch)
        self.undo.append(lambda: self.batches[sku].remove(batch))
        self.notify("received", sku, quantity)

    def reserve(self, sku, quantity):
        if (there := self[sku]) < quantity:
            raise StockError(sku, quantity, there)
        self.reserved[sku] += quantity
        self.undo.append(lambda: self.reserved.subtract({sku: quantity}))

    def ship(self, sku, quantity):
        """Takes from the batches that expire first; returns the cost."""
        if (there := self[sku] + self.reserved[sku]) < quantity:
            raise StockError(sku, quantity, there)
        cost, left = Decimal(0), quantity
        for batch in self.batches[sku]:
            taken = min(batch.quantity, left)
            if taken:
                batch.quantity -= taken
                cost += taken * batch.cost
                left -= taken
                self.undo.append(lambda b=batch, n=taken: setattr(b, "quantity", b.quantity + n))
        self.reserved[sku] -= min(self.reserved[sku], quantity)
        low, amount = self.products[sku].reorder
        if self[sku] < low:
            self.notify("reorder", sku, amount)
        return cost

    def expire(self, today):
        gone = Counter()
        for sku, batches in self.batches.items():
            cut = bisect.bisect_left(batches, Batch(today, 0))
            gone[sku] += sum(b.quantity for b in batches[:cut])
            del batches[:cut]
        return +gone

    def value(self):
        return sum((b.quantity * b.cost for bs in self.batches.values() for b in bs), Decimal(0))

    def report(self):
        rows = [SimpleNamespace(product=p, there=self[sku]) for sku, p in sorted(self.products.items())]
        widths = [max(map(len, column)) for column in zip(*((r.product.sku, r.product.name) for r in rows))]
        for r in rows:
            p = r.product
            flags = "|".join(t.name for t in p.traits) or "-"
            money = (p.price * r.there).quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield f"{p.sku:<{widths[0]}}  {p.name:<{widths[1]}} {r.there:>5} {p.unit:<2} {money:>10,} {flags}"


class Journal:
    def __init__(self, size):
        self.entries = deque(maxlen=size)

    def __call__(self, kind, *details):
        self.entries.append((kind, *details))


CATALOGUE = """\
sku,name,unit,price,traits,low,amount
M1,Milk,l,1.19,FRESH,20,60
C7,Coffee cup,pc,4.50,FRAGILE,5,25
F3,Flour,kg,0.855,PERISHABLE,,
N0,Nails,kg,7.2,,,
"""


def load(text):
    for row in csv.DictReader(io.StringIO(text)):
        known = ChainMap({k: v for k, v in row.items() if v}, {"traits": "NONE", "low": "0", "amount": "0"})
        yield Product(
            known["sku"], known["name"], Unit(known["unit"]), Decimal(known["price"]), Trait[known["traits"]], (int(known["low"]), int(known["amount"]))
        )


def main():
    store, journal = Warehouse(load(CATALOGUE)), Journal(8)
    store.listeners.add(journal)
    monday = date(2024, 4, 1)
    for sku, quantity, days, cost in [("M1", 30, 6, "0.80"), ("M1", 24, 3, "0.70"), ("C7", 12, 999, "2.25"), ("F3", 100, 40, "0.5"), ("N0", 8, 9999, "5")]:
        store.receive(sku, quantity, monday + timedelta(days=days), cost)
    print(*store.report(), f"worth {store.value()}", sep="\n")
    store.reserve("M1", 10)
    print("shipped for", store.ship("M1", 30), "left", store["M1"], [b.quantity for b in store.batches["M1"]])
    for order in [{"C7": 2, "N0": 3}, {"C7": 4, "N0": 3, "F3": 101}, {"X9": 1}]:
        before = store.value()
        try:
            with store.transaction(f"order of {len(order)}"):
                costs = [store.ship(sku, n) for sku, n in order.items()]
            print(order, "cost", *accumulate(costs))
        except StockError as error:
            print(order, f"{error} (short of {error.missing}) {error.__notes__} unchanged={store.value() == before}")
    try:
        with store.transaction("outer"):
            store.reserve("C7", 3)
            with store.transaction("inner"):
                store.receive("N0", 50, date.max, "4.75")
            store.reserve("C7", 8)
    except StockError as error:
        print("nested:", error, store["N0"], store["C7"])
    print(store.ship("C7", 7), "ZZ" in store, "C7" in store)
    print("expired:", dict(store.expire(monday + timedelta(days=5))), dict(store.expire(monday + timedelta(days=50))))
    print(*store.report(), sep="\n")
    print(*journal.entries, sep="\n")
    grouped = groupby(sorted(store.products.values(), key=attrgetter("unit", "sku")), key=attrgetter("unit"))
    print({str(unit): [p.sku for p in group] for unit, group in grouped})
    print([p.name for p in store.products.values() if Trait.PERISHABLE in p.traits], Trait.FRESH & ~Trait.COLD, ~Trait.FRESH)
    store.listeners.discard(journal)
    print(len(store.listeners))


main()
