"""`__import__` with globals that are None, and `with` over methods of other builtin types."""


def show(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: __import__('os', None).__name__)
show(lambda: __import__('os', None, None, (), 1))
show(lambda: __import__('os', level=1))
show(lambda: __import__('os', {}, None, (), 1))
show(lambda: __import__('os', globals=None, level=1))
show(lambda: __import__('os', 5, None, (), 1))
show(lambda: __import__('', None, None, (), 0))


def enter(manager):
    with manager as value:
        return value


view = type(memoryview(b''))


class Both:
    __enter__ = view.__enter__
    __exit__ = view.__exit__


class Second:
    def __enter__(self):
        return 'entered'

    __exit__ = view.__exit__


class ClassMethods:
    __enter__ = dict.__dict__['fromkeys']
    __exit__ = dict.__dict__['fromkeys']


class Wrappers:
    __enter__ = list.__len__
    __exit__ = list.__len__


class Mixed:
    __enter__ = str.upper
    __exit__ = view.__exit__


for manager in (Both(), Second(), ClassMethods(), Wrappers(), Mixed()):
    for _ in range(3):
        show(enter, manager)
