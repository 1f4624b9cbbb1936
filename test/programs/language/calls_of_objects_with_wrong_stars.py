# How errors of * and ** in calls name what is called, when that is an object of a class: as str() does, which may fail or be anything.
class Plain:
    def __call__(self, *rest, **more):
        return rest, more


class Named(Plain):
    def __str__(self):
        return 'named'


class Failing(Plain):
    def __str__(self):
        raise ValueError('no name')


class Qualified(Plain):
    __qualname__ = 'Changed'

    def __init__(self, name='changed'):
        self.__qualname__ = name


class Module(Qualified):
    __module__ = 'elsewhere'


class Asked(Plain):
    def __getattr__(self, name):
        raise KeyError(name)


class Uncallable:
    def __str__(self):
        return 'uncallable'


class Mapping:
    def keys(self):
        return ['a', 5]

    def __getitem__(self, key):
        return key


def tell(call):
    for _ in range(3):
        try:
            result = call()
        except Exception as error:
            text = str(error)
            result = type(error).__name__, text.partition(' at 0x')[0], text.partition('>')[2]
    print(result)


def one(*rest, **more):
    return rest


for called in (Plain(), Named(), Failing(), Qualified(), Qualified(5), Module(), Module(None), Asked(), Uncallable(), one, Named, one.__call__, len, [].append, str.upper, None, 5, 'text'):
    tell(lambda: called(**5))
    tell(lambda: called(*5))
    tell(lambda: called(*5, **5))
    tell(lambda: called(1, *None))
    tell(lambda: called(a=1, **{'a': 2}))
    tell(lambda: called(**{'a': 1}, **{'a': 2}))
    tell(lambda: called(**{5: 2}))
    tell(lambda: called(**{'b': 2}, **{5: 2}))
    tell(lambda: called(**Mapping()))
    tell(lambda: called(a=1, **Mapping()))


# The mapping is taken up before the items are asked for, unless they stand behind others.
def items(label):
    print('items', label)
    SHARED.clear()
    yield 1


class Told(Mapping):
    def keys(self):
        print('keys')
        LISTED.append(9)
        return []


SHARED = {}
LISTED = []
for _ in range(3):
    SHARED['a'] = 1
    print(one.__call__(*items('alone'), **Told()))
    print(one(0, *items('behind'), **Told()))
    SHARED['a'] = 1
    print((lambda *rest, **more: more)(*items('changing'), **SHARED))
    print(one(*LISTED, **Told()))
    print(one(*LISTED, **{'a': 1}, **Told()))
