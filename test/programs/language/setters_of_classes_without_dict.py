"""What is said of attributes that have no place depends on whether the class sets attributes in its own way."""


class Plain:
    __slots__ = ('x',)


class Setting(Plain):
    __slots__ = ()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Deleting(Plain):
    __slots__ = ()

    def __delattr__(self, name):
        super().__delattr__(name)


class Derived(Setting):
    __slots__ = ('y',)


class Naming(Plain):
    __slots__ = ()
    __setattr__ = object.__setattr__


class NamingOther(Plain):
    __slots__ = ()
    __setattr__ = object.__delattr__


class Whole(int):
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Reading(Setting):
    __slots__ = ()
    constant = 1

    @property
    def got(self):
        return 1


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for cls in Plain, Setting, Deleting, Derived, Naming, NamingOther, Whole, Reading:
    print(cls.__name__)
    for name in 'other', 'constant', 'got', '__setattr__':
        attempt(setattr, cls(), name, 1)
        attempt(object.__setattr__, cls(), name, 1)
        attempt(delattr, cls(), name)
        attempt(object.__delattr__, cls(), name)
for plain in 1, '', (), None, print, range(3), object():
    attempt(setattr, plain, 'other', 1)
    attempt(delattr, plain, 'other')

# What a class names may change.
one = Naming()
Naming.__setattr__ = lambda self, name, value: print('set', name)
one.other = 1
attempt(delattr, one, 'other')
del Naming.__setattr__
attempt(delattr, one, 'other')
one.x = 3
print(one.x)
Naming.__delattr__ = object.__delattr__
attempt(delattr, one, 'other')


class Failure(ValueError):
    __setattr__ = object.__setattr__


class Meta(type):
    __setattr__ = type.__setattr__
    __delattr__ = type.__delattr__


class Made(metaclass=Meta):
    def read(self):
        return self.value


failure = Failure()
failure.x = 2
print(failure.x)
for value in range(3):
    Made.value = value
    print(Made().read())
del Made.value
attempt(delattr, Made, 'value')
attempt(Made().read)
