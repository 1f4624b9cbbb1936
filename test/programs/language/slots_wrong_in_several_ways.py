# Which of several wrong __slots__ is told of first.
class Open:
    pass


class Closed:
    __slots__ = ('a', '__weakref__')


for bases in ((), (Open,), (Closed,), (int,), (list,), (KeyError,)):
    for slots in (('x', '__dict__'), ('__dict__', '__dict__'), ('__dict__', 5), ('x', 5), ('x', 'a b'), ('__weakref__', '__weakref__'), ('y', '__weakref__'), ('__dict__', '__weakref__', 'x')):
        try:
            type('Made', bases, {'x': 1, '__slots__': slots})
            print(bases, slots, 'made')
        except Exception as error:
            print(bases, slots, type(error).__name__, error)
