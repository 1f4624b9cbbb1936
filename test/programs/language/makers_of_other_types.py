# What object.__new__ and others say to classes that are to be made otherwise: which class they name.
def told(call, *args):
    try:
        print(type(call(*args)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


class Whole(int):
    pass


class Static(Whole):
    def __new__(cls, *rest):
        return object.__new__(cls)


class OfClass(Whole):
    @classmethod
    def __new__(cls, *rest):
        return object.__new__(cls)


class Called(Whole):
    __new__ = staticmethod(lambda cls, *rest: str.__new__(cls))


class Partial(Static):
    class __new__:
        def __init__(self, cls, *rest):
            told(object.__new__, cls)


for cls in (Whole, Static, OfClass, Called, Partial):
    told(cls, 5)
    for maker in (object, int, str, list):
        told(maker.__new__, cls)
Whole.__new__ = lambda cls, *rest: list.__new__(cls)
for cls in (Whole, Static, OfClass, Called, Partial):
    told(cls, 5)

for args in ((['a', 1], 'x'), ((), 'x'), (5, 'x'), (None, 'x'), (5, b'x'), ([1], bytearray(b'')), ('ab', '')):
    told(sum, *args)


# Static and class methods set the names of what they wrap as their class sets attributes.
class Told:
    def __setattr__(self, name, value):
        print(type(self).__name__, name, value)
        if name == '__doc__':
            raise ValueError(name)


class ToldStatic(Told, staticmethod):
    pass


class ToldClass(Told, classmethod):
    pass


def wrapped():
    """Of what is wrapped."""


for cls in (ToldStatic, ToldClass):
    for value in (wrapped, len, 5, Told):
        told(cls, value)
