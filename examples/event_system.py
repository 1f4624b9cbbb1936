"""Events: a bus with priorities and cancellation, signals as class attributes, and a spreadsheet that listens."""


class Event:
    """Subclasses name their fields; instances carry them."""

    fields = ()

    def __init_subclass__(cls, *, fields="", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.fields = (*cls.fields, *fields.split())

    def __init__(self, **values):
        missing = [name for name in self.fields if name not in values]
        if missing:
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")
        self.__dict__.update(values)
        self.cancelled = False

    def cancel(self):
        self.cancelled = True

    def __repr__(self):
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.fields)
        return f"{type(self).__name__}({inner})"


class KeyPressed(Event, fields="key"):
    pass


class ChordPressed(KeyPressed, fields="modifiers"):
    pass


class Moved(Event, fields="x y"):
    pass


class Bus:
    def __init__(self):
        self._handlers = {}
        self._order = 0

    def on(self, kind, *, priority=0):
        """Registers the decorated function; higher priorities hear first."""

        def register(handler):
            self._order += 1
            entries = self._handlers.setdefault(kind, [])
            entries.append((-priority, self._order, handler))
            entries.sort(key=lambda entry: entry[:2])
            return handler

        return register

    def off(self, handler):
        for entries in self._handlers.values():
            entries[:] = [entry for entry in entries if entry[2] is not handler]

    def emit(self, event):
        """Handlers of the event's class and of its bases; returns how many heard it."""
        heard = 0
        for kind in type(event).__mro__:
            for _, _, handler in tuple(self._handlers.get(kind, ())):
                if event.cancelled:
                    return heard
                heard += 1
                handler(event)
        return heard


class Signal:
    """A descriptor: each instance gets a list of listeners of its own when first asked."""

    def __set_name__(self, owner, name):
        self.slot = "_signal_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.slot not in instance.__dict__:
            instance.__dict__[self.slot] = Listeners()
        return instance.__dict__[self.slot]


class Listeners:
    def __init__(self):
        self.functions = []

    def __iadd__(self, function):
        self.functions.append(function)
        return self

    def __isub__(self, function):
        self.functions.remove(function)
        return self

    def __call__(self, *args, **kwargs):
        return [function(*args, **kwargs) for function in self.functions]

    def __len__(self):
        return len(self.functions)


class Cell:
    changed = Signal()

    def __init__(self, value=0):
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        if old != new:
            self.changed(self, old, new)


class Formula(Cell):
    def __init__(self, function, *sources):
        super().__init__(function(*(s.value for s in sources)))
        self.function, self.sources = function, sources
        self.recalculations = 0
        for source in sources:
            listeners = source.changed
            listeners += self._update

    def _update(self, _cell, _old, _new):
        self.recalculations += 1
        self.value = self.function(*(s.value for s in self.sources))


def keyboard():
    bus, log = Bus(), []

    @bus.on(KeyPressed)
    def note(event):
        log.append(f"key {event.key}")

    @bus.on(KeyPressed, priority=10)
    def guard(event):
        if event.key == "q":
            log.append("guard stops q")
            event.cancel()

    @bus.on(Event, priority=99)
    def everything(event):
        log.append(f"saw {event}")

    bus.on(Moved)(lambda event: log.append(f"at {event.x},{event.y}"))

    print(bus.emit(KeyPressed(key="a")), bus.emit(KeyPressed(key="q")), bus.emit(Moved(x=1, y=2)))
    print(bus.emit(ChordPressed(key="s", modifiers={"ctrl"})))
    bus.off(everything)
    print(bus.emit(KeyPressed(key="b")))
    print(*log, sep="\n")
    try:
        ChordPressed(key="x")
    except TypeError as error:
        print("TypeError:", error)
    print(ChordPressed.fields, [c.__name__ for c in ChordPressed.__mro__])


def spreadsheet():
    price, count, rate = Cell(20), Cell(3), Cell(0.25)
    net = Formula(lambda p, n: p * n, price, count)
    tax = Formula(lambda amount, r: amount * r, net, rate)
    total = Formula(lambda a, b: a + b, net, tax)

    def report(cell, old, new):
        print(f"   total {old} -> {new}")

    total.changed += report
    print("start", net.value, tax.value, total.value)
    price.value = 30
    count.value = 4
    count.value = 4
    rate.value = 0.5
    print("recalculated", [f.recalculations for f in (net, tax, total)], len(price.changed), len(total.changed))
    total.changed -= report
    price.value = 1
    print("end", total.value, isinstance(Cell.changed, Signal))


# `total.changed += report` stores the listeners back, which a descriptor without __set__ lets the instance shadow.
if __name__ == "__main__":
    keyboard()
    print()
    spreadsheet()
