"""Decorators of every kind: plain, with arguments, as classes, stacked, on classes and methods, with registries."""

calls = []


def logged(function):
    def wrapper(*args, **kwargs):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        calls.append(f"{function.__name__}({shown})")
        return function(*args, **kwargs)

    return wraps(function)(wrapper)


def wraps(original):
    def copy(wrapper):
        for name in ("__module__", "__name__", "__doc__"):
            setattr(wrapper, name, getattr(original, name, None))
        wrapper.__qualname__ = getattr(original, "__qualname__", original.__name__)
        wrapper.__dict__.update(original.__dict__)
        wrapper.__wrapped__ = original
        return wrapper

    return copy


def repeat(times, *, collect=list):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            return collect(function(*args) for _ in range(times))

        return wrapper

    return decorate


def retry(*kinds, attempts=3):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args)
                except kinds as error:
                    calls.append(f"attempt {attempt}: {error}")
                    if attempt == attempts:
                        raise

        return wrapper

    return decorate


class CountCalls:
    """A decorator that is an object; __get__ makes it work on methods too."""

    def __init__(self, function):
        self.function, self.count = function, 0
        self.__name__ = function.__name__

    def __call__(self, *args, **kwargs):
        self.count += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return lambda *args, **kwargs: self(instance, *args, **kwargs)


class Registry(dict):
    def __call__(self, name=None, **properties):
        if callable(name):
            return self()(name)

        def register(function):
            self[name or function.__name__] = function
            vars(function).update(properties)
            return function

        return register


def checked(function):
    """Checks arguments against annotations at every call."""
    names = function.__code__.co_varnames[:function.__code__.co_argcount]

    @wraps(function)
    def wrapper(*args):
        for name, value in zip(names, args):
            wanted = function.__annotations__.get(name, object)
            if not isinstance(value, wanted):
                raise TypeError(f"{function.__name__}: {name} must be {wanted.__name__}, not {type(value).__name__}")
        return function(*args)

    return wrapper


def ordered(cls):
    """Fills in the comparisons that follow from __lt__ and __eq__."""
    missing = {
        "__gt__": lambda self, other: other < self,
        "__le__": lambda self, other: not other < self,
        "__ge__": lambda self, other: not self < other,
    }
    for name, method in missing.items():
        if name not in vars(cls):
            setattr(cls, name, method)
    return cls


def singleton(cls):
    instance = None

    def get(*args):
        nonlocal instance
        if instance is None:
            instance = cls(*args)
        return instance

    return get


class lazy:
    """A property computed once: a non-data descriptor, so the instance attribute takes over."""

    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


command = Registry()


@command
def hello(who="world"):
    """Greets."""
    return f"hello, {who}"


@command("add", hidden=True)
@logged
@checked
def add_numbers(a: int, b: int):
    return a + b


@repeat(3)
@CountCalls
def dice():
    return dice.__wrapped__.count * 7 % 6 + 1


@retry(ValueError, KeyError, attempts=2)
@logged
def fragile(text):
    return int(text)


@ordered
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    @CountCalls
    def bump(self, by=1):
        *head, last = self.parts
        return ".".join(map(str, [*head, last + by]))

    @lazy
    def label(self):
        calls.append("label computed")
        return "v" + ".".join(map(str, self.parts))

    @classmethod
    @logged
    def latest(cls, *texts):
        return max(map(cls, texts))

    @staticmethod
    @repeat(2, collect="".join)
    def twice(text):
        return text


@singleton
class Settings:
    def __init__(self, mode):
        self.mode = mode


def main():
    print(hello(), command["hello"]("you"), command["add"](2, 3), sorted(command), command["add"].hidden)
    try:
        add_numbers("2", 3)
    except TypeError as error:
        print(error)
    print(dice(), dice.__name__, dice.__wrapped__.count)
    print(fragile("42"))
    try:
        fragile("x")
    except ValueError as error:
        print("gave up:", error)
    old, new = Version("3.9.1"), Version("3.14")
    print(new > old, new >= old, old <= old, old != new, Version.latest("1.0", "1.10", "1.9").parts)
    print(new.bump(), new.bump(by=5), Version.bump.count, Version.twice("ab"))
    print(new.label, new.label, "label" in vars(new), isinstance(Version.label, lazy))
    print(Settings("dark") is Settings("light"), Settings().mode)
    print(*calls, sep="\n")
    print(add_numbers.__wrapped__.__wrapped__(1, 1), add_numbers.__qualname__, hello.__doc__)


@lambda function: function(6)
def six_times_seven(n):
    return n * 7


if __name__ == "__main__":
    main()
    print(six_times_seven)
