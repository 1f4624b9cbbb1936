"""Special methods too long to be inlined, in hot code: what follows on their answers, whoever has to do it."""

import sys
import traceback

STEPS = 6


def churn(value):
    """Work enough to make a method long."""
    total = value
    for k in range(STEPS):
        if total % 7 == 3:
            total = total * 3 + k
        elif total % 5 == 2:
            total = total - k * 2
        else:
            total = total + 1
    return total


class Money:
    def __init__(self, cents, unit="EUR"):
        self.cents = cents
        self.unit = unit

    def __add__(self, other):
        if isinstance(other, Money):
            if other.unit != self.unit:
                raise ValueError(f"{self.unit} and {other.unit}")
            cents = self.cents + other.cents
        elif isinstance(other, int):
            cents = self.cents + other * 100
        elif isinstance(other, float):
            cents = self.cents + round(other * 100)
        else:
            return NotImplemented
        if cents > 10_000_000:
            cents = cents % 10_000_000
        if churn(cents) < 0:
            cents = 0
        return Money(cents, self.unit)

    def __iadd__(self, other):
        if type(other) is str:
            return NotImplemented
        if isinstance(other, Money):
            added = other.cents
        elif isinstance(other, int):
            added = other * 100
        else:
            return NotImplemented
        total = self.cents + added
        while total > 10_000_000:
            total -= 10_000_000
        if churn(total) < -1000:
            total = 0
        self.cents = total
        return self

    def __neg__(self):
        total = 0
        for k in range(STEPS):
            total += self.cents if k == 2 else 0
            total -= k
            total += k
            if total < -10_000_000:
                total = 0
        return Money(-total, self.unit)

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        a, b = churn(self.cents), churn(other.cents)
        if a != b:
            return False
        if self.unit != other.unit:
            return None
        return self.cents == other.cents

    def __lt__(self, other):
        if isinstance(other, int):
            cents = other * 100
        elif isinstance(other, Money):
            cents = other.cents
        else:
            return NotImplemented
        if churn(cents) == churn(self.cents) and cents == self.cents:
            return False
        return self.cents < cents

    def __contains__(self, item):
        if item == "nothing":
            return None
        if item == "many":
            return [1, 2]
        if item == "wrong":
            raise LookupError(item)
        a = churn(self.cents)
        for k in range(STEPS):
            if a % 10 == k and item == k:
                return True
        return item == self.unit

    def __bool__(self):
        total = self.cents
        for k in range(STEPS):
            total += k
        for k in range(STEPS):
            total -= k
        if total == 404:
            return 5
        return total != 0

    def __setitem__(self, key, value):
        if key == "cents":
            if not isinstance(value, int):
                raise TypeError(f"not cents: {value!r}")
            total = value
            for k in range(STEPS):
                total += k
            for k in range(STEPS):
                total -= k
            self.cents = total
        elif key == "unit":
            self.unit = value
        else:
            raise KeyError(key)

    @property
    def euros(self):
        return self.cents / 100

    @euros.setter
    def euros(self, value):
        if value < 0:
            raise ValueError("negative")
        total = round(value * 100)
        for k in range(STEPS):
            total += k
        for k in range(STEPS):
            total -= k
        self.cents = total

    def __repr__(self):
        return f"{self.cents}{self.unit}"


class Other:
    def __radd__(self, left):
        churn(1)
        return f"radd of {left!r}"

    def __gt__(self, left):
        return f"gt of {left!r}"

    def __eq__(self, left):
        return f"eq of {left!r}"

    __hash__ = None


def outcome(function, *args):
    try:
        return function(*args)
    except Exception as error:
        lines = [(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)]
        return f"{type(error).__name__}: {error} {lines}"


def added(money, others):
    result = money
    for other in others:
        result = result + other
    return result


def added_in_place(money, others):
    for other in others:
        money += other
    return money


def compared(left, others):
    found = []
    for other in others:
        found.append(left == other)
        found.append(left < other)
    return found


def looked_up(money, items):
    found = []
    for item in items:
        found.append(item in money)
        found.append(item not in money)
    return found


def truths(moneys):
    found = 0
    for money in moneys:
        if money:
            found += 1
        if not money:
            found += 100
        while money and found < 50:
            found += 10
    return found


def stored(money, key, values):
    for value in values:
        money[key] = value
        money.euros = value / 2
    return money


def negated(moneys):
    return [-money for money in moneys]


def cautious(money, others):
    found = []
    for other in others:
        try:
            found.append((money + other).cents)
            found.append(other in money)
        except (ValueError, TypeError, LookupError) as error:
            found.append(f"{type(error).__name__}: {error}")
        finally:
            found.append("done")
    return found


def total(function, *args):
    for _ in range(60):
        result = outcome(function, *args)
    return result


ints = list(range(1, 40))
moneys = [Money(k * 37) for k in ints]
print("hot")
print(total(added, Money(5), moneys), total(added, Money(5), ints))
print(total(added_in_place, Money(5), ints))
print(total(compared, Money(111), moneys)[:12])
print(total(looked_up, Money(3), ["EUR", 1, 2, 3])[:8])
print(total(truths, moneys))
print(total(stored, Money(1), "cents", ints))
print(total(negated, moneys)[:4])
print(total(cautious, Money(7), moneys)[:6])

print("answers that the instruction does not take")
print(outcome(added, Money(5), [1, 2.5, Other()]))
print(outcome(added, Money(5), [1, None]))
print(outcome(added, Money(5), [Money(1), Money(1, "USD")]))
print(outcome(added_in_place, Money(5), [1, 2.5, Money(3)]))
print(outcome(added_in_place, Money(5), [1, "text"]))
print(outcome(added_in_place, Money(5), [Other()]))
print(outcome(compared, Money(111), [Money(111), Other(), 3]))
print(outcome(compared, Money(111), [Money(111, "USD")]))
print(outcome(compared, Money(111), [Money(3), "text"]))
print(outcome(looked_up, Money(3), ["nothing", "many", 3, "EUR"]))
print(outcome(looked_up, Money(3), ["EUR", "wrong"]))
print(outcome(truths, [Money(0), Money(1)]), outcome(truths, [Money(404)]))
print(outcome(stored, Money(1), "cents", [1, 2, "x"]))
print(outcome(stored, Money(1), "cents", [1, -2]))
print(outcome(stored, Money(1), "dollars", [1]))
print(outcome(cautious, Money(7), [1, None, "wrong", Money(1, "USD"), 2.5]))

print("observed")
seen = []


def tracer(frame, event, arg):
    if event in ("call", "return"):
        seen.append((event, frame.f_code.co_name, frame.f_lineno, repr(arg)))
    return tracer


STEPS = 2
sys.settrace(tracer)
try:
    compared(Money(1), [Money(2), Other()])
    looked_up(Money(1), ["many"])
    added_in_place(Money(1), [1, Other()])
finally:
    sys.settrace(None)
for entry in seen:
    print(*entry)

print("observed from within")
STEPS = 6


class Starts:
    """Begins to trace its callers in the middle of the method."""

    now = False

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Starts({self.value})"

    def __add__(self, other):
        if Starts.now:
            sys._getframe(1).f_trace = tracer
            sys.settrace(tracer)
        if type(other) is not Starts:
            return NotImplemented
        result = self.value
        for k in range(STEPS):
            result += other.value * k
        if churn(result) == 0.5:
            result = 0
        return Starts(result % 1000)

    def __lt__(self, other):
        if Starts.now:
            sys._getframe(1).f_trace = tracer
            sys.settrace(tracer)
        if type(other) is not Starts:
            return NotImplemented
        a, b = churn(self.value), churn(other.value)
        if a == b == 0.5:
            return None
        return self.value < other.value


def sums(start, others):
    result = start
    for other in others:
        result = result + other
    sys.settrace(None)
    return result


def orders(start, others):
    found = []
    for other in others:
        found.append(start < other)
    sys.settrace(None)
    return found


starts = [Starts(k) for k in range(30)]
for function in (sums, orders):
    total(function, Starts(1), starts)
    for others in ([starts[2]], [Other()]):
        seen.clear()
        Starts.now = True
        print(outcome(function, Starts(1), others) if others[0] is not starts[2] else len([function(Starts(1), others)]))
        sys.settrace(None)
        Starts.now = False
        for entry in seen:
            print(*entry)

print("the frame")


class Looks:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        names = []
        frame = sys._getframe(0)
        for k in range(STEPS):
            if k % 3 == 0 and frame is not None:
                names.append((frame.f_code.co_name, sorted(frame.f_locals)))
                frame = frame.f_back
        return Looks(self.value * other + len(names)), names


def product(looks):
    for factor in range(2, 5):
        looks, names = looks * factor
    return looks.value, names


print(total(product, Looks(2)))

print("deep")


class Nested:
    def __init__(self, inner):
        self.inner = inner

    def __eq__(self, other):
        if type(other) is not Nested:
            return NotImplemented
        a, b = self.inner, other.inner
        depth = 0
        for k in range(3):
            if k == 2:
                depth += 1
            else:
                depth += 0
        if a is b:
            return True
        if a is None or b is None:
            return False
        return a == b


def nest(depth):
    made = None
    for _ in range(depth):
        made = Nested(made)
    return made


def equal(a, b):
    return a == b


for depth in (10, 60, 200):
    a, b, c = nest(depth), nest(depth), nest(depth + 1)
    print([equal(a, b) for _ in range(20)][-1], equal(a, c))
a, b = nest(50_000), nest(50_000)
try:
    equal(a, b)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
