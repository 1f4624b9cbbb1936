"""Hot code goes on where what it relied on changes underneath: by what is inlined, metaclasses that come or change, classes of modules."""
import types

COUNT = 0
DEPTH = 0


def count():
    global COUNT
    COUNT += 1


def sums(turns):
    total = 0
    for _ in range(turns):
        total += COUNT
        count()
    return total


print([sums(50) for _ in range(30)], COUNT)


def enter():
    global DEPTH
    DEPTH = (DEPTH + 1) % 5


def within():
    enter()
    return DEPTH


def depths(turns):
    seen = []
    while turns:
        try:
            seen.append((DEPTH, within(), DEPTH))
        finally:
            turns -= 1
    return seen


for _ in range(30):
    last = depths(12)
print(last)


class Meta(type):
    pass


class Strange(type):
    def __call__(cls, *args):
        return 7


class Made(metaclass=Meta):
    def __init__(self, value):
        self.value = value


class Error(Exception, metaclass=Meta):
    pass


class StrangeError(Exception, metaclass=Strange):
    pass


def other_call(cls, *args):
    return types.SimpleNamespace(value=1000)


def make(turns, at):
    made = caught = 0
    for turn in range(turns):
        made += Made(turn).value + (StrangeError() == 7)
        error = Error('x')
        caught += type(error) is Error
        try:
            raise Error
        except Error:
            caught += 10
        except TypeError as found:
            caught += 100
        if turn == at:
            Meta.__call__ = other_call
        if turn == at + 3:
            del Meta.__call__
    return made, caught


for turn in range(30):
    found = make(50, 1000 if turn < 25 else 20)
    if turn > 23:
        print(found)


def call(turns, at):
    total = 0
    for turn in range(turns):
        total += Made(turn).value
        if turn == at:
            Made.__class__ = Strange
            Made.value = 5
            if Made(1) != 7:
                print('not called')
            del Made.value
            Made.__class__ = Meta
        if turn == at + 2:
            Made.__init__ = lambda self, value: setattr(self, 'value', 1)
    return total


for turn in range(30):
    found = call(50, 1000 if turn < 25 else 20)
    if turn > 23:
        print(found)


class Shouting(types.ModuleType):
    def __getattribute__(self, name):
        return 1000


module = types.ModuleType('module')
module.VALUE = 1


def values(turns, at):
    total = 0
    for turn in range(turns):
        total += module.VALUE
        if turn == at:
            object.__setattr__(module, '__class__', Shouting)
        if turn == at + 2:
            object.__setattr__(module, '__class__', types.ModuleType)
    return total


for turn in range(30):
    found = values(50, 1000 if turn < 25 else 20)
    if turn > 23:
        print(found)
