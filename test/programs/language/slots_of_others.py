"""Special methods that a class takes from a builtin type that it is not derived from: called with the object, they say that it does not fit."""


class Init: __init__ = list.__init__
class InitOfInt(int): __init__ = list.__init__
class Len: __len__ = list.__len__
class Repr: __repr__ = list.__repr__
class Item: __getitem__ = list.__getitem__
class Call: __call__ = type.__call__
class Class: __len__ = dict.fromkeys
class Method: __len__ = str.upper; __call__ = list.append; __bool__ = int.bit_length; __hash__ = str.lower
class Many:
    __hash__ = str.__hash__
    __eq__ = str.__eq__
    __iter__ = list.__iter__
    __add__ = int.__add__
    __bool__ = int.__bool__
    __contains__ = list.__contains__
    __setitem__ = list.__setitem__
    __getattribute__ = object.__getattribute__
    __next__ = enumerate.__next__
    __index__ = int.__index__
    __format__ = str.__format__


for text in '''Init() Init(1) Init([1]) InitOfInt(1) len(Len()) repr(Repr()) str(Repr()) Item()[1] Call()() len(Class()) len(Method()) Method()(1)
    bool(Method()) hash(Method()) hash(Many()) Many()==1 iter(Many()) Many()+1 bool(Many()) 1==Many() Many()!=1 (3)in(Many()) next(Many()) int(Many())
    [1][Many()] format(Many()) Many().__len__ Len().__len__ list(Len()) bool(Len())'''.split():
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
