import _ast
from _ast import *

ONLY_AST = _ast.PyCF_ONLY_AST


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


def parse(source, mode='exec'):
    return compile(source, '<test>', mode, ONLY_AST)


def placed(node):
    """Gives every node a place."""
    for name in node._attributes:
        if not hasattr(node, name):
            setattr(node, name, 1 if name.endswith('lineno') else 0)
    for name in node._fields:
        value = getattr(node, name, None)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, AST):
                placed(item)
    return node


def run(*statements):
    namespace = {}
    exec(compile(placed(Module(list(statements), [])), '<test>', 'exec'), namespace)
    return namespace


def refused(*statements):
    kinds = (ValueError, TypeError)
    try:
        compile(placed(Module(list(statements), [])), '<test>', 'exec')
    except kinds as error:
        return str(error)
    raise AssertionError('not refused')


def test_classes():
    assert Name.__mro__[1:3] == (expr, AST) and Name._fields == ('id', 'ctx') and Name.__match_args__ == ('id', 'ctx')
    assert expr._attributes == ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') and expr.end_lineno is None
    assert Name.__doc__ == 'Name(identifier id, expr_context ctx)' and expr_context.__doc__ == 'expr_context = Load | Store | Del'
    assert repr(Name) == "<class 'ast.Name'>" and Name.__module__ == 'ast'
    assert arguments._field_types['posonlyargs'] == list[arg] and Return._field_types['value'] == expr | None
    assert Assign.type_comment is None and AST._fields == () and withitem._attributes == ()


def test_construct():
    name = Name('a')
    assert name.id == 'a' and type(name.ctx) is Load and repr(name) == "Name(id='a', ctx=Load())"
    assert Module().body == [] and Return().value is None and Name(id='b', lineno=3).lineno == 3
    assert raises(TypeError, Name, 'a', Load(), 1) == 'Name constructor takes at most 2 positional arguments'
    assert raises(TypeError, lambda: Name('a', id='b')) == "Name got multiple values for argument 'id'"
    name.extra = 1
    assert name.__dict__['extra'] == 1
    del name.id
    assert raises(AttributeError, lambda: name.id) == "'Name' object has no attribute 'id'"

    class Own(AST):
        _fields = ('a', 'b')

    assert Own(1, 2).b == 2 and repr(Own(1, [1, 2, 3])) == 'Own(a=1, b=[1, ..., 3])'


def test_repr_is_short():
    assert repr(parse('f(g(h(1)))')) == 'Module(body=[Expr(value=Call(func=Name(...), args=[Call(...)], keywords=[]))], type_ignores=[])'
    assert repr(parse('(1,2,3,4)').body[0].value) == 'Tuple(elts=[Constant(value=1, kind=None), ..., Constant(value=4, kind=None)], ctx=Load())'


def test_copy():
    name = Name('a', lineno=1, col_offset=2)
    assert name.__reduce__() == (Name, (None, None), {'id': 'a', 'lineno': 1, 'col_offset': 2, 'ctx': name.ctx})
    other = name.__replace__(id='b')
    assert other.id == 'b' and other.lineno == 1 and name.id == 'a'
    assert raises(TypeError, lambda: name.__replace__(foo=1)) == "Name.__replace__ got an unexpected keyword argument 'foo'."
    assert raises(TypeError, name.__replace__, 1) == '__replace__() takes no positional arguments'


def test_parse():
    tree = parse('x = y + 1.5\n')
    assign = tree.body[0]
    assert type(assign) is Assign and assign.targets[0].id == 'x' and type(assign.targets[0].ctx) is Store
    assert type(assign.value.op) is Add and assign.value.right.value == 1.5 and assign.type_comment is None
    assert (assign.value.lineno, assign.value.col_offset, assign.value.end_lineno, assign.value.end_col_offset) == (1, 4, 1, 11)
    assert parse('1', 'eval').body.value == 1 and type(parse('x', 'single')) is Interactive
    assert parse('a').body[0].value.ctx is parse('b').body[0].value.ctx
    assert parse("u'x'").body[0].value.kind == 'u' and parse('...').body[0].value.value is ...
    assert compile('x = 1 # type: int', 'f', 'exec', ONLY_AST | _ast.PyCF_TYPE_COMMENTS).body[0].type_comment == 'int'
    assert raises(SyntaxError, parse, 'a b').startswith('invalid syntax')


def test_compile():
    source = 'def f(a, *, b=2):\n    return [a * b + i for i in range(3)]\nresult = f(5)\n'
    namespace = {}
    exec(compile(parse(source), '<test>', 'exec'), namespace)
    assert namespace['result'] == [10, 11, 12]
    assert eval(compile(parse('1 + 2', 'eval'), '<test>', 'eval')) == 3
    made = run(Assign([Name('x', Store())], BinOp(Constant(20), Mult(), Constant((1, 'a')))))
    assert made['x'] == (1, 'a') * 20
    tree = compile(parse('x'), 'f', 'exec', ONLY_AST)
    assert tree.body[0].value.id == 'x'
    assert raises(TypeError, compile, parse('1'), 'f', 'eval') == 'expected Expression node, got Module'
    assert raises(TypeError, compile, AST(), 'f', 'exec') == 'expected Module node, got AST'


def test_places_are_checked():
    assert raises(TypeError, compile, Module([Pass()], []), 'f', 'exec') == 'required field "lineno" missing from stmt'
    assert raises(TypeError, compile, Module([Pass(lineno=1)], []), 'f', 'exec') == 'required field "col_offset" missing from stmt'

    def at(**place):
        return raises(ValueError, compile, Expression(Name('x', Load(), **place)), 'f', 'eval')

    assert at(lineno=5, col_offset=0, end_lineno=3, end_col_offset=0) == 'AST node line range (5, 3) is not valid'
    assert at(lineno=5, col_offset=4, end_lineno=5, end_col_offset=0) == 'line 5, column 4-0 is not a valid range'
    assert at(lineno='a', col_offset=0) == "invalid integer value: 'a'"


def test_wrong_fields():
    x = Name('x', Load())
    assert refused(Expr(None)) == "field 'value' is required for Expr"
    assert refused(Expr()) == 'required field "value" missing from Expr'
    assert refused(Expr(Pass())) == 'expected some sort of expr, but got Pass()'
    assert refused(Expr(Name(1, Load()))) == 'AST identifier must be of type str'
    assert refused(Expr(Name('x', None))) == 'expected some sort of expr_context, but got None'
    assert refused(Expr(BinOp(x, And(), x))) == 'expected some sort of operator, but got And()'
    assert refused(Expr(Constant([1]))) == 'got an invalid type in Constant: list'
    assert refused(None) == 'None disallowed in statement list'
    assert raises(TypeError, compile, Module(5, []), 'f', 'exec') == 'Module field "body" must be a list, not a int'


def test_validation():
    x = Name('x', Load())
    store = Name('x', Store())
    body = [Pass()]
    empty = arguments([], [], None, [], [], None, [])
    assert refused(Expr(store)) == 'expression must have Load context but has Store instead'
    assert refused(Assign([], x)) == 'empty targets on Assign'
    assert refused(Assign([Constant(1)], x)) == "expression which can't be assigned to in Store context"
    assert refused(If(x, [], [])) == 'empty body on If'
    assert refused(FunctionDef('f', empty, [], [])) == 'empty body on FunctionDef'
    assert refused(FunctionDef('f', arguments([], [], None, [], [], None, [x]), body, [])) == 'more positional defaults than args on arguments'
    assert refused(Try(body, [], [], [])) == 'Try has neither except handlers nor finalbody'
    assert refused(Raise(None, x)) == 'Raise with cause but no exception'
    assert refused(ImportFrom('a', [alias('b')], -1)) == 'Negative ImportFrom level'
    assert refused(Expr(Name('None', Load()))) == "identifier field can't represent 'None' constant"
    assert refused(Expr(BoolOp(And(), [x]))) == 'BoolOp with less than 2 values'
    assert refused(Expr(Dict([x], []))) == "Dict doesn't have the same number of keys as values"
    assert refused(Expr(Compare(x, [], []))) == 'Compare with no comparators'
    assert refused(Expr(ListComp(x, []))) == 'comprehension with no generators'
    assert refused(Match(x, [match_case(MatchSingleton(1), None, body)])) == 'MatchSingleton can only contain True, False and None'
    assert refused(Match(x, [match_case(MatchStar('x'), None, body)])) == "can't use MatchStar here"
    assert refused(Match(x, [match_case(MatchAs(MatchAs(), '_'), None, body)])) == "can't capture name '_' in patterns"


def test_names_whose_normal_form_is_a_constant():
    for source in ['Tru\u1d49', 'x.Tru\u1d49', 'def Tru\u1d49(): pass', 'f(Tru\u1d49=1)', 'import Tru\u1d49']:
        for given in (source, source.encode()):
            try:
                compile(given, '<test>', 'exec', 0x400)
            except ValueError as error:
                assert str(error) == "identifier field can't represent 'True' constant"
            else:
                assert False, source
    # Other keywords are names then.
    compile('\uff49\uff46 = 1', '<test>', 'exec')
