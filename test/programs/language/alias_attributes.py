"""What generic aliases and unions have of `__module__` and other attributes that their classes have."""
import collections, contextvars, string.templatelib, types, typing, weakref, sys


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


T = typing.TypeVar('T')
for alias in (list[int], dict[str, T], tuple[()], collections.abc.Callable[[int], str], collections.deque[int], int | str, T | int,
              types.GenericAlias(5, (3,)), types.SimpleNamespace(a=1), contextvars.ContextVar('v'), sys.flags, weakref.ref(list),
              string.templatelib.Interpolation(1), collections.OrderedDict(), sys.version_info):
    print(type(alias).__module__, type(alias).__qualname__, '__module__' in vars(type(alias)), '__module__' in dir(alias))
    for name in '__module__', '__name__', '__qualname__', '__origin__', '__args__', '__parameters__', 'nosuch':
        show(lambda: getattr(alias, name))
        show(lambda: setattr(alias, name, 1) if name != 'a' else None)


class Alias(types.GenericAlias):
    pass


alias = Alias(list, int)
print(alias.__module__, Alias.__module__, alias)
