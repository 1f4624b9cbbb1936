"""_suggestions: the name that was meant."""

import _suggestions

from apptest_checks import table_check

check = table_check(globals())


def test_names():
    check(r"""
_suggestions._generate_suggestions(['apple', 'banana'], 'appel'), _suggestions._generate_suggestions(['a'], 'zzzz')  -->  ('apple', None)
_suggestions._generate_suggestions([], 'x'), _suggestions._generate_suggestions(['Foo', 'foo'], 'FOO')  -->  (None, 'Foo')
_suggestions._generate_suggestions(['name', 'names'], 'nam'), _suggestions._generate_suggestions(['x'], 'x')  -->  ('name', None)
_suggestions._generate_suggestions((), 'x')  -->  TypeError: candidates must be a list
_suggestions._generate_suggestions([1], 'x')  -->  TypeError: all elements in 'candidates' must be strings
_suggestions._generate_suggestions(['a'], 1)  -->  TypeError: _generate_suggestions() argument 2 must be str, not int
""")
