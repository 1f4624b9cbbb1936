"""A bank: accounts of several kinds, a ledger, interest, and every way in which a transfer can fail."""

from kit import table


class BankError(Exception):
    """Base of all that goes wrong in a bank."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:,.2f}, which is less than {amount:,.2f}")
        self.account = account
        self.shortage = amount - account.balance


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return f"no account number {self.args[0]}"


class Account:
    _next_number = 1001
    interest = 0.0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
        self.number = Account._next_number
        Account._next_number += 1

    @property
    def balance(self):
        return self._balance

    @property
    def available(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", -amount))

    def month_end(self):
        if self.interest:
            gain = round(self._balance * self.interest / 12, 2)
            self._balance = round(self._balance + gain, 2)
            self.history.append(("interest", gain))

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.03
    limit = 3

    def __init__(self, owner, balance=0):
        super().__init__(owner, balance)
        self.withdrawals = 0

    def withdraw(self, amount):
        if self.withdrawals >= self.limit:
            raise BankError(f"{self.owner} has used all {self.limit} withdrawals of the month")
        super().withdraw(amount)
        self.withdrawals += 1

    def month_end(self):
        super().month_end()
        self.withdrawals = 0


class Overdraft(Account):
    def __init__(self, owner, balance=0, *, credit=500):
        super().__init__(owner, balance)
        self.credit = credit

    @property
    def available(self):
        return self._balance + self.credit

    def month_end(self):
        if self._balance < 0:
            fee = round(-self._balance * 0.12 / 12, 2)
            self._balance = round(self._balance - fee, 2)
            self.history.append(("fee", -fee))
        super().month_end()


class Bank:
    def __init__(self, name):
        self.name = name
        self._accounts = {}
        self.log = []

    def __getitem__(self, number):
        try:
            return self._accounts[number]
        except KeyError:
            raise UnknownAccount(number) from None

    def __iter__(self):
        return iter(self._accounts.values())

    def __len__(self):
        return len(self._accounts)

    def __contains__(self, owner):
        return any(account.owner == owner for account in self)

    def open(self, kind, owner, *args, **options):
        account = kind(owner, *args, **options)
        self._accounts[account.number] = account
        return account.number

    def transfer(self, source, target, amount):
        """All or nothing."""
        giver, taker = self[source], self[target]
        giver.withdraw(amount)
        try:
            taker.deposit(amount)
        except ValueError:
            giver._balance += amount
            giver.history.pop()
            raise
        self.log.append((source, target, amount))

    def month_end(self):
        for account in self:
            account.month_end()

    @property
    def total(self):
        return sum(account.balance for account in self)


def attempt(action, *args):
    try:
        action(*args)
    except InsufficientFunds as error:
        return f"refused: {error} (short of {error.shortage:.2f})"
    except BankError as error:
        return f"refused: {type(error).__name__}: {error}"
    except ValueError as error:
        return f"wrong: {error}"
    else:
        return "done"
    finally:
        attempt.count = getattr(attempt, "count", 0) + 1


def main():
    bank = Bank("First Bank of Typhon")
    ada = bank.open(Account, "Ada", 1200)
    bob = bank.open(Savings, "Bob", 5000.5)
    cy = bank.open(Overdraft, "Cy", 80, credit=300)
    transfers = [
        (ada, bob, 200), (ada, cy, 5000), (cy, ada, 350), (cy, ada, 40), (bob, ada, 1), (bob, cy, 2),
        (bob, cy, 3), (bob, cy, 4), (9999, ada, 1), (ada, bob, -5), (ada, bob, 0),
    ]
    for number, transfer in enumerate(transfers, start=1):
        print(f"{number:2}. {transfer[0]} -> {transfer[1]} {transfer[2]:>6}: {attempt(bank.transfer, *transfer)}")
    bank.month_end()
    print()
    rows = [(a.number, a.owner, type(a).__name__, float(a.balance), len(a.history)) for a in bank]
    print(*table(rows, header=("number", "owner", "kind", "balance", "entries")), sep="\n")
    print(f"\n{bank.name}: {len(bank)} accounts, {bank.total:,.2f} in total, {len(bank.log)} transfers, {attempt.count} attempts")
    print("Ada" in bank, "Zed" in bank, bank[cy], sorted(bank, key=lambda a: -a.balance)[0])
    print({kind: sum(1 for a in bank for k, _ in a.history if k == kind) for kind in ("deposit", "withdraw", "interest", "fee")})


if __name__ == "__main__":
    main()
