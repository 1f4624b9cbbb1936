import _symtable


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError('nothing raised')


def table(source):
    return _symtable.symtable(source, '<test>', 'exec')


def scope(entry, name):
    return entry.symbols[name] >> _symtable.SCOPE_OFF


def test_functions():
    top = table('def f(a, *b, c):\n    x = a\n    def g():\n        nonlocal x\n        x = y\n')
    assert (top.name, top.type, top.nested, top.lineno) == ('top', _symtable.TYPE_MODULE, 0, 0)
    f = [child for child in top.children if child.name == 'f'][0]
    assert f.varnames == ['a', 'c', 'b'] and f.type == _symtable.TYPE_FUNCTION and f.lineno == 1
    assert scope(f, 'x') == _symtable.CELL and scope(f, 'a') == _symtable.LOCAL and f.symbols['a'] & _symtable.DEF_PARAM
    g = [child for child in f.children if child.name == 'g'][0]
    assert g.nested == 1 and scope(g, 'x') == _symtable.FREE and scope(g, 'y') == _symtable.GLOBAL_IMPLICIT
    assert f.children is f.children and f.id != g.id


def test_classes_and_types():
    top = table('class C[T]:\n    x: int\n    __p = 1\ntype A = C\nimport os.path as p\n')
    hidden = top.children[0]
    assert hidden.type == _symtable.TYPE_TYPE_PARAMETERS and hidden.name == 'C'
    inner = [child for child in hidden.children if child.type == _symtable.TYPE_CLASS][0]
    assert inner.symbols['x'] & _symtable.DEF_ANNOT and '_C__p' in inner.symbols
    assert top.children[1].type == _symtable.TYPE_TYPE_ALIAS and top.symbols['p'] & _symtable.DEF_IMPORT


def test_errors():
    assert raises(SyntaxError, table, 'a b').startswith('invalid syntax')
    assert raises(ValueError, _symtable.symtable, 'x', 'f', 'foo') == "symtable() arg 3 must be 'exec' or 'eval' or 'single'"
    assert raises(TypeError, _symtable.symtable, 5, 'f', 'exec') == 'symtable() arg 1 must be a string or bytes object'
    assert raises(TypeError, type(table(''))) == "cannot create 'symtable entry' instances"
