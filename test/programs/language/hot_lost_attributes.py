"""Attributes that objects lose, and those that hide one of the class, in loops that are compiled."""


class Record:
    kind = "class"

    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c

    def close(self):
        del self.b
        return self

    def reopen(self, b):
        self.b = b
        return self


def lose(n):
    kept = []
    for i in range(n):
        record = Record(i, str(i), None).close()
        if i % 1000 == 1:
            kept.append(record)
        if i % 3 == 0:
            record.reopen(i)
            kept = kept[-3:] + [record]
    return [vars(record) for record in kept], list(kept[0].__dict__)


print(lose(4000))


def inside(n):
    total = 0
    for i in range(n):
        record = Record(i, i, i)
        del record.a
        total += record.b + record.c
        record.a = 1
        total += record.a
        del record.c
        total += record.a + record.b
    return total, record.__dict__


print(inside(3000))


def missing(n):
    errors = {}
    for i in range(n):
        record = Record(1, 2, 3)
        try:
            del record.a
            if i % 100 == 5:
                del record.a
            record.a
        except AttributeError as error:
            errors[str(error)] = errors.get(str(error), 0) + 1
    return errors


print(missing(2000))


class Floats:
    def __init__(self, x):
        self.x = x
        self.y = x * 2
        self.name = "f"


def floats(n):
    total = 0.0
    for i in range(n):
        f = Floats(i + 0.5)
        del f.name
        total += f.x + f.y
        if i % 50 == 0:
            del f.x
            f.x = "text"
            f.name = f.x
    return total, vars(f), list(vars(Floats(1.0)))


print(floats(3000))


class Many:
    pass


def many(n):
    """All orders in which attributes can be lost."""
    seen = set()
    for i in range(n):
        m = Many()
        for k in range(6):
            setattr(m, "n%d" % ((k * i) % 7), k)
        for k in range(i % 7):
            name = "n%d" % ((i + k * 3) % 7)
            if hasattr(m, name):
                delattr(m, name)
            m.last = k
        seen.add(tuple(vars(m).items()))
    return len(seen), max(seen)


print(many(2000))


class Wide:
    def __init__(self):
        for k in range(9):
            setattr(self, "w%d" % k, k)


def wide(n):
    total = 0
    for i in range(n):
        w = Wide()
        del w.w2, w.w7
        del w.w0
        w.w9 = w.w8 + w.w6
        total += w.w9 + w.w1
        del w.w9
    return total, vars(w)


print(wide(2000))


class Slotted:
    __slots__ = ("s", "__dict__")


def slotted(n):
    for i in range(n):
        o = Slotted()
        o.s = i
        o.a = 1
        o.b = 2
        del o.a
        if i % 2:
            del o.s
    return vars(o), hasattr(o, "s")


print(slotted(2001), slotted(2000))


class Text(str):
    pass


def derived(n):
    for i in range(n):
        t = Text("t")
        t.a, t.b, t.c = i, i + 1, i + 2
        del t.a
        del t.b
    return vars(t), t


print(derived(2000))


class Logged:
    lost = 0

    def __delattr__(self, name):
        Logged.lost += 1
        super().__delattr__(name)


class Described:
    @property
    def p(self):
        return 1

    @p.deleter
    def p(self):
        self.gone = True


def others(n):
    for i in range(n):
        o = Logged()
        o.a = o.b = 1
        del o.a
        d = Described()
        del d.p
    return vars(o), vars(d), Logged.lost


print(others(2000))

# ── Attributes that hide those of the class ──


class Counter:
    count = 0
    names = ()

    def step(self):
        self.count += 1
        self.names = ("x",)
        self.__doc__ = "own"
        return self.count

    def method(self):
        return "method"


def hiding(n):
    total = 0
    for i in range(n):
        c = Counter()
        c.step()
        total += c.step()
        if i % 2:
            del c.count
            total += c.count
        c.method = i
    return total, vars(c), c.__doc__, type(c).__doc__, c.method


print(hiding(3000))


def changing(n):
    c = Counter()
    total = 0
    for i in range(n):
        c.count = i
        if i == n // 2:
            Counter.count = property(lambda self: -1, lambda self, value: None)
        total += c.count
    return total, vars(c)


print(changing(2000))


class Documented:
    """What it is."""


class Bare:
    pass


def documents(n):
    for i in range(n):
        d, b = Documented(), Bare()
        found = type(d).__doc__, type(b).__doc__, Documented.__doc__, d.__doc__
        if i == n // 2:
            Documented.__doc__ = "changed"
            Bare.__doc__ = property(lambda self: "of an object")
    return found[0], type(found[1]).__name__, found[2:], b.__doc__


print(documents(2000))
