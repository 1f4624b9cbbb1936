"""Classes with `__getattr__`: attributes that are there, methods, and what the fallback gives, in hot code."""


class Proxy:
    limit = 3
    shared = []

    def __init__(self, target):
        self.target = target
        self.asked = 0

    def __getattr__(self, name):
        if name.startswith("no_"):
            raise AttributeError(name)
        self.asked += 1
        return getattr(self.target, name)

    def method(self, value):
        return value + self.limit

    @property
    def checked(self):
        if self.asked % 50 == 7:
            raise AttributeError("not now")
        return "checked"

    @property
    def plain(self):
        return self.asked


class Target:
    def __init__(self):
        self.value = 5
        self.checked = "of the target"

    def twice(self, x):
        return 2 * x


def reading(n):
    proxy = Proxy(Target())
    total = 0
    for k in range(n):
        total += proxy.value + proxy.limit + proxy.method(k) + proxy.twice(k) + proxy.plain
        proxy.shared.append(k)
    return total, proxy.asked, len(Proxy.shared)


def properties(n):
    proxy = Proxy(Target())
    seen = {}
    for k in range(n):
        got = proxy.checked
        seen[got] = seen.get(got, 0) + 1
        if k % 3 == 0:
            proxy.value
    return seen


def missing(n):
    proxy = Proxy(Target())
    errors = set()
    for k in range(n):
        try:
            proxy.no_such
        except AttributeError as error:
            errors.add((str(error), error.name))
        try:
            proxy.other
        except AttributeError as error:
            errors.add((str(error), error.name, type(error.obj).__name__))
    return sorted(errors), proxy.asked, hasattr(proxy, "no_x"), getattr(proxy, "no_y", 1), hasattr(proxy, "value")


def changing(n):
    class Own(Proxy):
        pass

    proxy = Own(Target())
    out = []
    for k in range(n):
        if k == n - 10:
            proxy.value = "own"
        elif k == n - 8:
            del proxy.value
        elif k == n - 6:
            Own.value = "of the class"
        elif k == n - 4:
            Own.__getattr__ = lambda self, name: name.upper()
            del Own.value
        elif k == n - 2:
            Own.__getattribute__ = lambda self, name: "always"
        got = proxy.value
        if not out or out[-1] != got:
            out.append(got)
    return out


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x

    def __getattr__(self, name):
        return "no " + name


def slotted(n):
    thing = Slotted(1)
    out = set()
    for k in range(n):
        if k == n - 3:
            thing.y = "y"
        if k == n - 1:
            del thing.x
        out.add((thing.x, thing.y, thing.z))
    return sorted(map(str, out))


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 10 else name


class Endless:
    def __getattr__(self, name):
        return self.missing


def deep(n):
    thing = Deep()
    total = 0
    for k in range(n):
        total += len(thing.a) + len(thing.abc)
    try:
        Endless().x
    except RecursionError:
        total += 1
    return total


class Chain:
    """Each attribute gives another object, as builders of paths do."""
    def __init__(self, path=""):
        self.path = path

    def __getattr__(self, name):
        return Chain(f"{self.path}.{name}")

    def __call__(self, *args):
        return Chain(f"{self.path}({len(args)})")


def chained(n):
    for k in range(n):
        path = Chain().a.b(k).c
    return path.path


for function in reading, properties, missing, changing, slotted, deep, chained:
    print(function.__name__, function(300))
