"""What AttributeError, NameError and ImportError know about their origin."""

import types

from apptest_checks import table_check

check = table_check(globals())
module = types.ModuleType('module')


class Plain:
    __slots__ = ('slot',)


class Open:
    attribute = 1


def fields(run):
    """Name and object of the AttributeError or NameError, beside its text."""
    try:
        run()
    except (AttributeError, NameError) as error:
        return type(error).__name__, str(error), error.name, type(getattr(error, 'obj', None)).__name__


def unbound():
    missing
    missing = 1


def deleted():
    variable = 1
    del variable
    variable


def free():
    def inner():
        return variable
    inner()
    variable = 1


def importing(statement):
    try:
        exec(statement)
    except ImportError as error:
        return type(error).__name__, str(error), error.name, error.path, error.name_from


def test_attributes():
    check(r"""
fields(lambda: Open().missing)  -->  ('AttributeError', "'Open' object has no attribute 'missing'", 'missing', 'Open')
fields(lambda: Open.missing)  -->  ('AttributeError', "type object 'Open' has no attribute 'missing'", 'missing', 'type')
fields(lambda: Plain().slot)  -->  ('AttributeError', "'apptest.Plain' object has no attribute 'slot'", 'slot', 'Plain')
fields(lambda: Plain().missing)  -->  ('AttributeError', "'Plain' object has no attribute 'missing'", 'missing', 'Plain')
fields(lambda: setattr(Plain(), 'missing', 1))  -->  ('AttributeError', "'Plain' object has no attribute 'missing' and no __dict__ for setting new attributes", 'missing', 'Plain')
fields(lambda: delattr(Plain(), 'slot'))  -->  ('AttributeError', 'slot', None, 'NoneType')
fields(lambda: delattr(Open(), 'missing'))  -->  ('AttributeError', "'Open' object has no attribute 'missing'", None, 'NoneType')
fields(lambda: delattr(Open(), 'attribute'))  -->  ('AttributeError', "'Open' object has no attribute 'attribute'", None, 'NoneType')
fields(lambda: module.missing)  -->  ('AttributeError', "module 'module' has no attribute 'missing'", 'missing', 'module')
fields(lambda: (1).missing)  -->  ('AttributeError', "'int' object has no attribute 'missing'", 'missing', 'int')
fields(lambda: setattr((1), 'missing', 2))  -->  ('AttributeError', "'int' object has no attribute 'missing' and no __dict__ for setting new attributes", 'missing', 'int')
fields(lambda: setattr((1), 'real', 2))  -->  ('AttributeError', "attribute 'real' of 'int' objects is not writable", None, 'NoneType')
fields(lambda: int.missing)  -->  ('AttributeError', "type object 'int' has no attribute 'missing'", 'missing', 'type')
fields(lambda: setattr(int, 'missing', 2))  -->  TypeError: cannot set 'missing' attribute of immutable type 'int'
fields(lambda: None.missing)  -->  ('AttributeError', "'NoneType' object has no attribute 'missing'", 'missing', 'NoneType')
fields(lambda: [].append.missing)  -->  ('AttributeError', "'builtin_function_or_method' object has no attribute 'missing'", 'missing', 'builtin_function_or_method')
fields(lambda: super(Open, Open()).missing)  -->  ('AttributeError', "'super' object has no attribute 'missing'", 'missing', 'super')
fields(lambda: object().__dict__)  -->  ('AttributeError', "'object' object has no attribute '__dict__'", '__dict__', 'object')
fields(lambda: getattr(Open(), 'missing'))  -->  ('AttributeError', "'Open' object has no attribute 'missing'", 'missing', 'Open')
setattr(int, 'missing', 2)  -->  TypeError: cannot set 'missing' attribute of immutable type 'int'
""")


def test_names():
    check(r"""
fields(lambda: missing)  -->  ('NameError', "name 'missing' is not defined", 'missing', 'NoneType')
fields(unbound)  -->  ('UnboundLocalError', "cannot access local variable 'missing' where it is not associated with a value", None, 'NoneType')
fields(deleted)  -->  ('UnboundLocalError', "cannot access local variable 'variable' where it is not associated with a value", None, 'NoneType')
fields(free)  -->  ('NameError', "cannot access free variable 'variable' where it is not associated with a value in enclosing scope", 'variable', 'NoneType')
fields(lambda: exec('missing'))  -->  ('NameError', "name 'missing' is not defined", 'missing', 'NoneType')
fields(lambda: exec('del missing'))  -->  ('NameError', "name 'missing' is not defined", 'missing', 'NoneType')
fields(lambda: exec('global missing; del missing'))  -->  ('NameError', "name 'missing' is not defined", 'missing', 'NoneType')
fields(lambda: eval('missing', {}))  -->  ('NameError', "name 'missing' is not defined", 'missing', 'NoneType')
""")


def test_imports():
    check(r"""
importing('import missing_module')  -->  ('ModuleNotFoundError', "No module named 'missing_module'", 'missing_module', None, None)
importing('import missing_module.part')  -->  ('ModuleNotFoundError', "No module named 'missing_module'", 'missing_module', None, None)
importing('from missing_module import name')  -->  ('ModuleNotFoundError', "No module named 'missing_module'", 'missing_module', None, None)
importing('import types.part')  -->  ('ModuleNotFoundError', "No module named 'types.part'; 'types' is not a package", 'types.part', None, None)
importing('from . import missing')  -->  ('ImportError', 'attempted relative import with no known parent package', None, None, None)
importing('from .part import missing')  -->  ('ImportError', 'attempted relative import with no known parent package', None, None, None)
""")
