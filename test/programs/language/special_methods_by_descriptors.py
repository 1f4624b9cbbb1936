"""Special methods that are no functions: static methods, None, and properties that have no method for the object."""


def show(function):
    for _ in range(50):
        try:
            shown = repr(function())
        except Exception as error:
            shown = f'{type(error).__name__}: {error}'
    return shown.split(' at 0x')[0]


class Missing:
    @property
    def missing(self):
        return self.nothing

    __bool__ = __hash__ = __repr__ = __iter__ = __contains__ = __add__ = __radd__ = __pow__ = __lt__ = missing


class MissingWithItems(Missing):
    def __len__(self):
        return 0

    def __getitem__(self, index):
        return [1, 2, 3][index]


class Nothing:
    __bool__ = None
    __hash__ = property(lambda self: None)
    __iter__ = None


class Failing:
    @property
    def failing(self):
        return {}['key']

    __bool__ = __hash__ = __repr__ = __iter__ = __contains__ = __add__ = __radd__ = __pow__ = __lt__ = failing


class RaisingTypeError:
    def __iter__(self):
        raise TypeError('not seen by the operator')


class WithoutIterator:
    def __iter__(self):
        return 5


class OwnContains(RaisingTypeError):
    def __contains__(self, item):
        raise TypeError('seen')


class FailingItems:
    def __iter__(self):
        return self

    def __next__(self):
        raise TypeError('seen')


operations = [
    lambda x: bool(x),
    lambda x: not x,
    lambda x: 1 if x else 2,
    lambda x: hash(x) and 'hashed',
    lambda x: {x: 1} and 'hashed',
    lambda x: repr(x),
    lambda x: list(iter(x)),
    lambda x: [*x],
    lambda x: [y for y in x],
    lambda x: 2 in x,
    lambda x: 7 not in x,
    lambda x: x + 1,
    lambda x: 1 + x,
    lambda x: x**2,
    lambda x: pow(x, 2, 3),
    lambda x: x < 1,
]
classes = [Missing, MissingWithItems, Nothing, Failing, RaisingTypeError, WithoutIterator, OwnContains, FailingItems]
for cls in classes:
    for number, operation in enumerate(operations):
        print(cls.__name__, number, show(lambda: operation(cls())))


class Static:
    __getattr__ = staticmethod(lambda name: name.upper())


class OfClass:
    __getattr__ = classmethod(lambda cls, name: (cls.__name__, name))


class Builtin:
    __getattr__ = len


class NotCallable:
    __getattr__ = 5


class AllStatic:
    __getattribute__ = staticmethod(lambda name: name * 2)


class Plain:
    def __getattr__(self, name):
        return 'plain'


class Meta(type):
    __getattr__ = staticmethod(lambda name: 'of the class')


class WithMeta(metaclass=Meta):
    pass


def read(x):
    return x.attribute


for found in [Static(), OfClass(), Builtin(), NotCallable(), AllStatic(), Plain(), WithMeta]:
    print(show(lambda: read(found)), show(lambda: getattr(found, 'other')), show(lambda: hasattr(found, 'other')))

changing = Plain()
for method in [staticmethod(len), lambda self, name: 1, classmethod(lambda cls, name: 2)]:
    Plain.__getattr__ = method
    print(show(lambda: read(changing)))
