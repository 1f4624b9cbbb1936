"""Double-entry accounting: a chart of accounts, journal entries, statements, and a CSV import."""
import csv
import io
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import groupby
from operator import attrgetter


class Kind(Enum):
    ASSET = "A"
    LIABILITY = "L"
    EQUITY = "Q"
    INCOME = "I"
    EXPENSE = "E"

    @property
    def debit_normal(self):
        return self in (Kind.ASSET, Kind.EXPENSE)


class Money:
    """An exact amount in cents."""

    __slots__ = ("cents",)

    def __init__(self, amount=0):
        if isinstance(amount, str):
            whole, _, part = amount.replace(",", "").partition(".")
            sign = -1 if whole.startswith("-") else 1
            cents = int(whole or 0) * 100 + sign * int((part + "00")[:2])
        else:
            cents = amount
        object.__setattr__(self, "cents", cents)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __add__(self, other):
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Money(self.cents - other.cents)

    def __neg__(self):
        return Money(-self.cents)

    def __mul__(self, factor):
        exact = Fraction(self.cents) * Fraction(factor)
        return Money(round(exact))

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __repr__(self):
        return f"Money('{self}')"

    def __str__(self):
        return f"{'-' if self.cents < 0 else ''}{abs(self.cents) // 100}.{abs(self.cents) % 100:02}"

    def __format__(self, spec):
        sign = "(" if self.cents < 0 else ""
        text = f"{sign}{abs(self.cents) // 100:,}.{abs(self.cents) % 100:02}{')' if sign else ' '}"
        return format(text, spec)

    def allocate(self, *ratios):
        """Splits without losing a cent."""
        total = sum(ratios)
        shares = [self.cents * r // total for r in ratios]
        for i in range(self.cents - sum(shares)):
            shares[i] += 1
        return [Money(s) for s in shares]


@dataclass(frozen=True)
class Account:
    number: int
    name: str
    kind: Kind


@dataclass(frozen=True)
class Posting:
    account: Account
    amount: Money  # debits are positive


@dataclass
class Entry:
    when: date
    text: str
    postings: list[Posting] = field(default_factory=list)
    number: int = 0

    def debit(self, account, amount):
        self.postings.append(Posting(account, amount))
        return self

    def credit(self, account, amount):
        self.postings.append(Posting(account, -amount))
        return self

    @property
    def balance(self):
        return sum((p.amount for p in self.postings), Money())


class UnbalancedError(ValueError):
    def __init__(self, entry):
        super().__init__(f"entry {entry.text!r} is off by {entry.balance}")
        self.entry = entry


class Ledger:
    def __init__(self):
        self.accounts: dict[int, Account] = {}
        self.entries: list[Entry] = []
        self.closed_until = date.min

    def open(self, number, name, kind):
        if number in self.accounts:
            raise ValueError(f"account {number} exists: {self.accounts[number].name}")
        account = self.accounts[number] = Account(number, name, kind)
        return account

    def __getitem__(self, key):
        if isinstance(key, int):
            return self.accounts[key]
        matches = [a for a in self.accounts.values() if key.lower() in a.name.lower()]
        if len(matches) != 1:
            raise KeyError(f"{key!r} names {len(matches)} accounts")
        return matches[0]

    def post(self, entry):
        if len(entry.postings) < 2:
            raise ValueError(f"entry {entry.text!r} needs two postings")
        if entry.balance:
            raise UnbalancedError(entry)
        if entry.when <= self.closed_until:
            raise ValueError(f"the books are closed until {self.closed_until}")
        entry.number = len(self.entries) + 1
        self.entries.append(entry)
        return entry

    def transfer(self, when, text, debit, credit, amount):
        amount = Money(amount) if isinstance(amount, str) else amount
        return self.post(Entry(when, text).debit(self[debit], amount).credit(self[credit], amount))

    def balances(self, until=date.max, since=date.min):
        totals = defaultdict(Money)
        for entry in self.entries:
            if since <= entry.when <= until:
                for posting in entry.postings:
                    totals[posting.account] += posting.amount
        return totals

    def statement(self, title, kinds, **period):
        print(f"\n{title:-^46}")
        grand = Money()
        totals = self.balances(**period)
        chosen = sorted((a for a in totals if a.kind in kinds), key=attrgetter("kind.value", "number"))
        for kind, accounts in groupby(chosen, key=attrgetter("kind")):
            subtotal = Money()
            print(kind.name.title())
            for account in accounts:
                amount = totals[account] if kind.debit_normal else -totals[account]
                if amount:
                    print(f"  {account.number} {account.name:<24}{amount:>15}")
                subtotal += amount
            print(f"  {'':<29}{'=' * 14}\n  {'':<29}{subtotal:>15}")
            grand += subtotal if kind.debit_normal else -subtotal
        return grand

    def register(self, key):
        account, balance = self[key], Money()
        print(f"\nRegister of {account.name}")
        for entry in sorted(self.entries, key=attrgetter("when", "number")):
            for posting in entry.postings:
                if posting.account == account:
                    balance += posting.amount
                    print(f"  {entry.when} #{entry.number:<3}{entry.text[:20]:<21}{posting.amount:>12}{balance:>13}")

    def close_year(self, year, into):
        end = date(year, 12, 31)
        entry = Entry(end, f"closing {year}")
        for account, amount in self.balances(until=end).items():
            if account.kind in (Kind.INCOME, Kind.EXPENSE) and amount:
                entry.credit(account, amount)
        entry.debit(self[into], -entry.balance)
        self.post(entry)
        self.closed_until = end


def read_bank_csv(ledger, text, rules):
    for row in csv.DictReader(io.StringIO(text), skipinitialspace=True):
        amount = Money(row["amount"])
        account = next((a for word, a in rules.items() if word in row["text"].lower()), "suspense")
        when = date.fromisoformat(row["date"])
        if amount.cents > 0:
            ledger.transfer(when, row["text"], "bank", account, amount)
        else:
            ledger.transfer(when, row["text"], account, "bank", -amount)


def main():
    books = Ledger()
    for number, name, kind in [(1000, "Cash", "A"), (1010, "Bank", "A"), (1200, "Stock", "A"), (1900, "Suspense", "A"), (2000, "Loan", "L"), (2100, "Taxes due", "L"), (3000, "Capital", "Q"), (3100, "Retained earnings", "Q"), (4000, "Sales", "I"), (4100, "Interest", "I"), (5000, "Cost of goods", "E"), (5100, "Rent", "E"), (5200, "Wages", "E")]:  # fmt: skip
        books.open(number, name, Kind(kind))
    day = date(2024, 1, 2)
    books.transfer(day, "founding", "bank", "capital", "25,000.00")
    books.transfer(day + timedelta(3), "loan", "bank", 2000, "10000")
    books.transfer(day + timedelta(5), "first stock", "stock", "bank", "8400.50")
    for month in range(1, 13):
        books.transfer(date(2024, month, 28), f"rent {month:02}", "rent", "bank", "650")
    vat = Fraction(19, 100)
    for week, (net, cost) in enumerate([("1200.00", "480.10"), ("899.99", "350.00"), ("2410.75", "1101.33")]):
        net, cost = Money(net), Money(cost)
        tax = net * vat
        entry = Entry(day + timedelta(weeks=week + 2), f"sale {week + 1}")
        entry.debit(books["cash"], net + tax).credit(books["sales"], net).credit(books["taxes"], tax)
        entry.debit(books["goods"], cost).credit(books["stock"], cost)
        books.post(entry)
    for share, name in zip(Money("1000.00").allocate(1, 1, 1), "abc"):
        books.transfer(date(2024, 6, 1), f"wages {name}", "wages", "bank", share)
    read_bank_csv(books, "date, text, amount\n2024-07-01, Interest Q2, 12.34\n2024-07-02, Card payment XYZ, -45.6\n2024-07-03, Rent deposit, -100\n", {"interest": "interest", "rent": "rent"})
    books.register("bank")
    assert not sum(books.balances().values(), Money())
    loss = books.statement("Profit and loss 2024", {Kind.INCOME, Kind.EXPENSE})
    print(f"\n{'Loss' if loss.cents > 0 else 'Profit'}: {loss:>12}")
    books.close_year(2024, "retained")
    rest = books.statement("Balance sheet", {Kind.ASSET, Kind.LIABILITY, Kind.EQUITY}, until=date(2024, 12, 31))
    print(f"\nassets - liabilities - equity = {rest}")
    print()
    for attempt in [
        lambda: books.transfer(date(2024, 5, 1), "late", "cash", "bank", "1"),
        lambda: books.post(Entry(date(2025, 1, 2), "wrong").debit(books["cash"], Money("1")).credit(books["bank"], Money("2"))),
        lambda: books.post(Entry(date(2025, 1, 2), "lonely").debit(books["cash"], Money())),
        lambda: books.open(1000, "Again", Kind.ASSET),
        lambda: books["a"],
        lambda: books[9999],
        lambda: setattr(Money(5), "cents", 6),
        lambda: Money(5) + 3,
        lambda: Kind("Z"),
    ]:
        try:
            attempt()
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")
    print(sorted({Money("1.10"), Money(110), Money("-0.05"), Money("3")}), Money("-12.5") * Fraction(1, 3), f"{Money('-1234567.89'):*>20}")


main()
