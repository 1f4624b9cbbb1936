# What stands in a class as __init_subclass__ is asked as super() of the new class would ask it: without an instance.
import functools


class Getter:
    def __get__(self, instance, owner=None):
        print('get', instance, owner.__name__)
        return lambda **rest: print('called', rest)


class Called:
    def __call__(self, *rest, **more):
        print('called', rest, more)


def plain(*rest, **more):
    print('plain', len(rest), more)


for value in (Getter(), Called(), staticmethod(plain), classmethod(plain), plain, property(plain), functools.partial(plain, 1), len, dict.get, int.__init_subclass__, None, 5, object.__dict__['__init_subclass__']):
    try:
        base = type('Base', (), {'__init_subclass__': value})
        for more in ({}, {'a': 1}):
            try:
                type('Sub', (base,), {}, **more)
                print('made')
            except Exception as error:
                print(type(error).__name__, error)
        setattr(base, '__init_subclass__', value)
        type('Again', (base,), {})
        print('made')
    except Exception as error:
        print(type(error).__name__, error)
