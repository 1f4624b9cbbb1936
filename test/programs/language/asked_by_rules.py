"""Attributes that statements and methods ask for by the rules of the object: `__path__` of modules, `__notes__` of exceptions; names of frames."""
import sys, types
def show(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)

module = types.ModuleType('asked')
sys.modules['asked'] = module
module.there = 1
asked = []
def imports():
    from asked import there
    return there
def imports_missing():
    from asked import missing
    return missing
def answering(answer):
    def answer_name(name):
        asked.append(name)
        if isinstance(answer, Exception): raise answer
        return answer
    return answer_name
for answer in (KeyError('key'), AttributeError('attribute'), ImportError('import'), 'text', [], None, 5):
    module.__getattr__ = answering(answer)
    for function in (imports, imports_missing):
        asked.clear()
        show((repr(answer), function.__name__), function)
        print(asked)
del module.__getattr__
show('without', imports)
class Package(types.ModuleType):
    @property
    def __path__(self): asked.append('property'); raise OSError('path')
module.__class__ = Package
asked.clear()
show('property', imports)
print(asked)
module.__class__ = types.ModuleType
for turn in range(300):
    if turn == 200: module.__getattr__ = answering(KeyError('late'))
    try: result = imports()
    except KeyError as e: result = repr(e)
    if turn % 66 == 0: print(turn, result)

class Noted(Exception):
    @property
    def __notes__(self): raise ZeroDivisionError('notes')
class Listed(Exception):
    notes = []
    @property
    def __notes__(self): return self.notes
class Falling(Exception):
    def __getattr__(self, name): print('asked', name); raise AttributeError(name)
class Slotted(Exception):
    __notes__ = ['of the class']
show('noted', lambda: Noted().add_note('a'))
show('listed', lambda: (Listed().add_note('a'), Listed.notes))
show('falling', lambda: (e := Falling(), e.add_note('a'), e.__notes__)[1:])
show('slotted', lambda: (Slotted().add_note('b'), Slotted.__notes__, Slotted().__dict__))

def proxy():
    x = 1
    names = sys._getframe().f_locals
    names['extra'] = 2
    names[5] = 6
    names[None] = 7
    names['x'] = 8
    print(list(names), list(reversed(names)), names.keys(), len(names))
    return x, [key for key in names], [*names], 5 in names, None in names
show('proxy', proxy)
