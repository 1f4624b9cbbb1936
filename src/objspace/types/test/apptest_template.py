"""Templates (PEP 750): string.templatelib."""

from string.templatelib import Interpolation, Template

from apptest_checks import assigned, table_check

check = table_check(globals())

name = 'world'
value = 3.5


def test_templates():
    check(r"""
t'', t'a', t'{name}', t'a {name!r:>{10}} b {value=}'  -->  (Template(strings=('',), interpolations=()), Template(strings=('a',), interpolations=()), Template(strings=('', ''), interpolations=(Interpolation('world', 'name', None, ''),)), Template(strings=('a ', ' b value=', ''), interpolations=(Interpolation('world', 'name', 'r', '>10'), Interpolation(3.5, 'value', 'r', ''))))
t'a {name} b'.strings, t'a {name} b'.values, t'{name}{value}'.strings, t''.strings  -->  (('a ', ' b'), ('world',), ('', '', ''), ('',))
t'a {name!r:>5}'.interpolations, t'{value = }'.strings, t'{value:.2f}'.interpolations[0].format_spec  -->  ((Interpolation('world', 'name', 'r', '>5'),), ('value = ', ''), '.2f')
list(t'a {name} b'), list(t'{name}{value}'), list(t'')  -->  (['a ', Interpolation('world', 'name', None, ''), ' b'], [Interpolation('world', 'name', None, ''), Interpolation(3.5, 'value', None, '')], [])
t'a' + t'b {name}', (t'{name}' + t'{value}').strings, t'a' 'b'.join('x') if False else 'skipped'  -->  SyntaxError: cannot mix t-string literals with string or bytes literals (<string>, line 1)
t'a' + 'b'  -->  TypeError: can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template
'a' + t'b'  -->  TypeError: can only concatenate str (not "string.templatelib.Template") to str
t'a' == t'a', hash(t'a') is not None  -->  (False, True)
Template('a', Interpolation(1, 'x'), 'b', 'c').strings, Template().strings, Template(Interpolation(1), Interpolation(2)).strings  -->  (('a', 'bc'), ('',), ('', '', ''))
Template(1)  -->  TypeError: Template.__new__ *args need to be of type 'str' or 'Interpolation', got int
Template(x=1)  -->  TypeError: Template.__new__ only accepts *args arguments
type('T', (Template,), {})  -->  TypeError: type 'string.templatelib.Template' is not an acceptable base type
t'a'.x  -->  AttributeError: 'string.templatelib.Template' object has no attribute 'x'
assigned(t'a', 'strings', ())  -->  AttributeError: readonly attribute
t'{name}'.__reduce__()[1]  -->  (('', ''), (Interpolation('world', 'name', None, ''),))
""")


def test_interpolations():
    check(r"""
Interpolation(1), Interpolation(1, 'x', 'r', '>5'), Interpolation(value=2, expression='y')  -->  (Interpolation(1, '', None, ''), Interpolation(1, 'x', 'r', '>5'), Interpolation(2, 'y', None, ''))
Interpolation()  -->  TypeError: Interpolation() missing required argument 'value' (pos 1)
Interpolation(1, 2)  -->  TypeError: Interpolation() argument 'expression' must be str, not int
Interpolation(1, 'x', 'q')  -->  ValueError: Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'
Interpolation(1, 'x', None, 5)  -->  TypeError: Interpolation() argument 'format_spec' must be str, not int
Interpolation(1, 'x').value, Interpolation(1, 'x').expression, Interpolation(1).conversion, Interpolation(1).format_spec  -->  (1, 'x', None, '')
Interpolation.__match_args__, Interpolation[int]  -->  (('value', 'expression', 'conversion', 'format_spec'), string.templatelib.Interpolation[int])
type('I', (Interpolation,), {})  -->  TypeError: type 'string.templatelib.Interpolation' is not an acceptable base type
assigned(Interpolation(1), 'value', 2)  -->  AttributeError: readonly attribute
Interpolation(1, 'x', 's', 'd').__reduce__()[1]  -->  (1, 'x', 's', 'd')
""")
