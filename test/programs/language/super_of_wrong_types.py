# What super() says to wrong arguments: called itself, initialised again, of a derived class.
class Derived(super):
    pass


def told(call, *args, **keywords):
    try:
        print(type(call(*args, **keywords)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


for args in ((None,), (5, 1), ('a', None), (len,), (None, None), (int, 'a'), (int, None), (int,), (1, 2, 3), ()):
    told(super, *args)
    told(Derived, *args)
    told(super.__init__, super(int), *args)
    told(super.__init__, Derived(int), *args)
told(super, type=int)


def claiming(value):
    __class__ = value

    def method(self):
        return super().x

    return method


for value in (7, None, int):
    told(claiming(value), 1)


class Base:
    pass


class Unrelated:
    claims = 0

    @property
    def __class__(self):
        Unrelated.claims += 1
        if Unrelated.claims % 3 == 0:
            return Base
        raise ValueError if Unrelated.claims % 3 == 1 else AttributeError


def name(value):
    return super(Base, value).__repr__


for _ in range(3):
    told(super, Base, Unrelated())
for _ in range(3):
    told(name, Unrelated())
for _ in range(3):
    told(super(Base).__get__, Unrelated())
