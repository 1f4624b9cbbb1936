# `__new__` of a class is looked for by the __getattribute__ of its metaclass, where it is a Python function.
class Silent(type):
    pass


class Made(metaclass=Silent):
    def __new__(cls, *args):
        return object.__new__(cls)

    def __init__(self, *args):
        print('init', args)


class Plain(metaclass=Silent):
    def __init__(self, *args):
        print('plain init', args)


def make(cls):
    try:
        return type(cls('a')).__name__
    except TypeError as error:
        return error


for turn in range(300):
    made, plain = make(Made), make(Plain)
print(made, plain)
Silent.__getattribute__ = None
for turn in range(3):
    print(make(Made), make(Plain))
del Silent.__getattribute__
print(make(Made), make(Plain))


class Telling(type):
    def __getattribute__(cls, name):
        print('asked for', name)
        return type.__getattribute__(cls, name)


class Told(metaclass=Telling):
    def __new__(cls, *args):
        return object.__new__(cls)

    def __repr__(self):
        return 'told'


class Below(Told):
    def __new__(cls, *args):
        return super().__new__(cls)


class Other(metaclass=Telling):
    def __new__(cls, *args):
        return args


Telling.__getattr__ = lambda cls, name: None
print(Told(), Below(1), Other(2, 3))
