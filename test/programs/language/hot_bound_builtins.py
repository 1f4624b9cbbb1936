"""Methods of builtin objects as values, and builtins that hand over to Python code, in hot functions."""

import contextvars

variable = contextvars.ContextVar("variable", default=0)


class Holder:
    def __init__(self):
        self.context = contextvars.copy_context()
        self.items = []


def method_of(holder):
    return holder.context.run


def append_of(holder):
    return holder.items.append


def call_both(holder, n):
    run = holder.context.run
    append = holder.items.append
    append(n)
    return run(len, holder.items)


holder = Holder()
kinds = set()
for i in range(3000):
    kinds.add(type(method_of(holder)).__name__)
    kinds.add(type(append_of(holder)).__name__)
    last = call_both(holder, i)
print(kinds, last, method_of(holder) == holder.context.run, append_of(holder).__self__ is holder.items)
print(append_of(holder).__name__, append_of(holder).__qualname__, repr(append_of(holder))[:35])


def increase(by):
    variable.set(variable.get() + by)
    if by == 7:
        raise ValueError(by)
    return variable.get()


def through_spread(context, *args):
    return context.run(increase, *args)


def through_call(context, by):
    return context.run(increase, by)


def through_value(context, by):
    run = context.run
    return run(increase, by)


def depth(n, context):
    """Calls in contexts within each other."""
    return 0 if n == 0 else 1 + contextvars.copy_context().run(depth, n - 1, context)


def by_turns(turns):
    context = contextvars.copy_context()
    total = errors = 0
    for i in range(turns):
        for way in through_spread, through_call, through_value:
            try:
                total += way(context, 7 if i % 100 == 50 else i % 3)
            except ValueError as error:
                errors += error.args[0]
    return total, errors, context[variable], variable.get()


print(by_turns(4000))
print([depth(n % 20, None) for n in range(2000)][-3:])


class Context:
    """Something else with a method `run`."""

    def run(self, function, *args):
        return "own", function(*args)


print(through_call(Context(), 1), through_spread(Context(), 2), through_value(Context(), 3))
print(by_turns(500))


def echo():
    value = None
    while True:
        value = yield value


def send_values(n):
    generator = echo()
    next(generator)
    send = generator.send
    return sum(send(i) for i in range(n)), sum(map(send, range(n)))


print(send_values(5000))


def reenter(context):
    try:
        context.run(context.run, len, "")
    except RuntimeError as error:
        return str(error).split("<")[0]


print({reenter(contextvars.copy_context()) for _ in range(3000)})


# ── Keywords of builtins ─────────────────────────────────────────────────────────────────────────────────────────

def with_keywords(n):
    found = [sorted([3, 1, 2], key=lambda x: -x, reverse=n % 2 == 0), sorted([3, 1, 2], reverse=True)]
    found.append("a,b,c".split(sep=",", maxsplit=n % 3))
    found.append("a,b,c".split(",", maxsplit=1))
    found.append(int("11", base=2 + n % 2))
    found.append(max([n], default=3, key=abs))
    found.append(max([], default=n % 5))
    found.append(dict(a=n, b=2) if n % 2 else dict([("c", 1)], a=n))
    found.append("{} {x}".format(n, x=1))
    for wrong in (
        lambda: sorted([1], keys=len),
        lambda: "a".split(",", sep=","),
        lambda: int("1", bases=3),
        lambda: sorted(key=len),
        lambda: len(obj="x"),
        lambda: "a".split(",", 1, maxsplit=2),
        lambda: max(1, 2, keyed=abs),
    ):
        try:
            found.append(wrong())
        except TypeError as error:
            found.append(str(error))
    return found


for n in range(600):
    last = with_keywords(n)
print(last)
print(with_keywords(1))


# ── Attributes that classes do not have ──────────────────────────────────────────────────────────────────────────

class Meta(type):
    def __getattr__(cls, name):
        if name == "made":
            return cls.__name__
        raise AttributeError(name)


class Plain:
    there = 1


class Special(metaclass=Meta):
    pass


def asked(cls):
    return hasattr(cls, "there"), hasattr(cls, "made"), getattr(cls, "missing", None), getattr(cls, "made", 0)


for _ in range(2000):
    answers = [asked(cls) for cls in (Plain, Special, int, Meta)]
print(answers)
Plain.made = 5
print(asked(Plain))
