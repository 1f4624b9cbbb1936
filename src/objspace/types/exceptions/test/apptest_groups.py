"""Exception groups: making, splitting, deriving, showing."""

import copy

from apptest_checks import table_check

check = table_check(globals())


class Mine(ExceptionGroup):
    pass


class MyBase(BaseExceptionGroup):
    pass


class Wrong(ExceptionGroup):
    def derive(self, exceptions):
        return 1


class AlsoWrong(ExceptionGroup):
    def derive(self, exceptions):
        return [ValueError()]


class Derived(ExceptionGroup):
    def derive(self, exceptions):
        return Derived('derived ' + self.message, exceptions)


nested = ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])])
noted = ExceptionGroup('m', [ValueError(1), TypeError(2)])
noted.add_note('a note')


def test_making():
    check(r"""
ExceptionGroup('m', [ValueError(1)])  -->  ExceptionGroup('m', [ValueError(1)])
BaseExceptionGroup('m', [ValueError(1)])  -->  ExceptionGroup('m', [ValueError(1)])
BaseExceptionGroup('m', [KeyboardInterrupt()])  -->  BaseExceptionGroup('m', [KeyboardInterrupt()])
ExceptionGroup('m', [KeyboardInterrupt()])  -->  TypeError: Cannot nest BaseExceptions in an ExceptionGroup
Mine('m', [KeyboardInterrupt()])  -->  TypeError: Cannot nest BaseExceptions in 'Mine'
MyBase('m', [ValueError()])  -->  MyBase('m', [ValueError()])
ExceptionGroup('m', [])  -->  ValueError: second argument (exceptions) must be a non-empty sequence
ExceptionGroup('m', 1)  -->  TypeError: second argument (exceptions) must be a sequence
ExceptionGroup('m', [1])  -->  ValueError: Item 0 of second argument (exceptions) is not an exception
ExceptionGroup(1, [ValueError()])  -->  TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
ExceptionGroup('m')  -->  TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
ExceptionGroup('m', {ValueError()})  -->  TypeError: second argument (exceptions) must be a sequence
ExceptionGroup('m', 'abc')  -->  ValueError: Item 0 of second argument (exceptions) is not an exception
ExceptionGroup('m', [ValueError(1)], x=1)  -->  TypeError: ExceptionGroup() takes no keyword arguments
ExceptionGroup('m', (ValueError(1),)).exceptions, ExceptionGroup('m', (ValueError(1),))  -->  ((ValueError(1),), ExceptionGroup('m', (ValueError(1),)))
ExceptionGroup('m', [ValueError(1)]).args, ExceptionGroup('m', [ValueError(1)]).message  -->  (('m', [ValueError(1)]), 'm')
str(ExceptionGroup('m', [ValueError(1)])), str(ExceptionGroup('m', [ValueError(1), TypeError()]))  -->  ('m (1 sub-exception)', 'm (2 sub-exceptions)')
ExceptionGroup[int], ExceptionGroup.__mro__, ExceptionGroup.__bases__  -->  (ExceptionGroup[int], (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>), (<class 'BaseExceptionGroup'>, <class 'Exception'>))
copy.copy(ExceptionGroup('m', [ValueError(1)]))  -->  ExceptionGroup('m', [ValueError(1)])
""")


def test_splitting():
    check(r"""
nested.split(ValueError)  -->  (ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(3)])]), ExceptionGroup('m', [ExceptionGroup('n', [TypeError(2)])]))
nested.split((ValueError, TypeError))  -->  (ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])]), None)
nested.split(KeyError)  -->  (None, ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])]))
nested.split(())  -->  (None, ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])]))
nested.split(lambda e: isinstance(e, TypeError))  -->  (ExceptionGroup('m', [ExceptionGroup('n', [TypeError(2)])]), ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(3)])]))
nested.subgroup(TypeError), nested.subgroup(KeyError)  -->  (ExceptionGroup('m', [ExceptionGroup('n', [TypeError(2)])]), None)
nested.subgroup(ExceptionGroup) is nested  -->  True
nested.split(1)  -->  TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
nested.split(int)  -->  TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
nested.split((int,))  -->  TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
nested.derive([KeyError()]), Mine('m', [ValueError()]).derive([KeyError()])  -->  (ExceptionGroup('m', [KeyError()]), ExceptionGroup('m', [KeyError()]))
nested.derive(1)  -->  TypeError: second argument (exceptions) must be a sequence
Wrong('m', [ValueError(), TypeError()]).split(TypeError)  -->  TypeError: derive must return an instance of BaseExceptionGroup
AlsoWrong('m', [ValueError(), TypeError()]).split(TypeError)  -->  TypeError: derive must return an instance of BaseExceptionGroup
Derived('m', [ValueError(), TypeError()]).split(TypeError)  -->  (Derived('derived m', [TypeError()]), Derived('derived m', [ValueError()]))
noted.split(ValueError)[0].__notes__, noted.split(ValueError)[0].__notes__ is noted.__notes__  -->  (['a note'], False)
noted.split(ValueError)[0].__suppress_context__, noted.split(ValueError)[0].__cause__  -->  (True, None)
""")
