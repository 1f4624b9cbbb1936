"""`dis` and what is built on it: what holds of the instructions of any implementation."""

import dis
import inspect
import io
import sys

limit = 3


def sample(a, b):
    total = a + limit
    for item in b:
        if item:
            print(item, sep='x')
    try:
        return total.real
    except ValueError:
        return [x for x in b]


def outer():
    a = 1

    def inner(b):
        return a + limit + len(b) + unknown.attribute

    return inner


def test_names_and_lines():
    first = sample.__code__.co_firstlineno
    found = {i.argval: i.line_number - first for i in dis.get_instructions(sample) if i.opname in ('LOAD_GLOBAL', 'LOAD_ATTR')}
    assert found == {'limit': 1, 'print': 4, 'real': 6, 'ValueError': 7}, found


def test_constants():
    constants = [i.argval for i in dis.get_instructions('x = "text"') if i.opcode in dis.hasconst]
    assert 'text' in constants


def test_offsets():
    instructions = list(dis.get_instructions(sample))
    for one, other in zip(instructions, instructions[1:]):
        assert one.offset < one.end_offset <= other.offset
    assert instructions[-1].end_offset == len(sample.__code__.co_code)
    places = {i.offset for i in instructions}
    assert {i.jump_target for i in instructions} - {None} <= places
    labelled = {i.offset for i in instructions if i.is_jump_target}
    assert set(dis.findlabels(sample.__code__.co_code)) == labelled and labelled
    for i in instructions:
        assert dis.opname[i.opcode] == i.opname and dis.opmap[i.opname] == i.opcode
        assert i.baseopname and i.opname in str(i)


def test_positions():
    starts = dict(dis.findlinestarts(sample.__code__))
    for i in dis.get_instructions(sample):
        assert i.starts_line == (i.offset in starts)
        if i.starts_line and i.offset:
            assert i.line_number == starts[i.offset]
        if i.line_number is not None:
            assert i.positions.lineno == i.line_number
    shifted = next(i for i in dis.get_instructions(sample, first_line=1) if i.argval == 'limit')
    assert shifted.line_number == 2


def shown(*args, **keywords):
    file = io.StringIO()
    dis.dis(*args, file=file, **keywords)
    return file.getvalue()


def test_text():
    text = shown(sample)
    for part in ('limit', 'print', 'item', 'ValueError', 'ExceptionTable:', ' L1:', 'to L1'):
        assert part in text, part
    assert 'Disassembly of' in shown('def f(): pass') and 'Disassembly of' not in shown('def f(): pass', depth=0)
    assert shown(sample.__code__) == text == dis.Bytecode(sample).dis()
    assert len(shown(sample, show_offsets=True)) > len(text)
    assert 'Name:              sample' in dis.code_info(sample)


def test_traceback():
    file = io.StringIO()
    try:
        sample(1, 2)
    except TypeError as error:
        dis.distb(error.__traceback__.tb_next, file=file)
        bytecode = dis.Bytecode.from_traceback(error.__traceback__)
    marked = [line for line in file.getvalue().splitlines() if '-->' in line]
    assert len(marked) == 1, marked
    assert bytecode.codeobj is sample.__code__
    assert [line for line in bytecode.dis().splitlines() if '-->' in line] == marked


def test_closures():
    variables = inspect.getclosurevars(outer())
    assert variables.nonlocals == {'a': 1} and variables.globals == {'limit': 3}
    assert variables.builtins == {'len': len} and variables.unbound == {'attribute', 'unknown'}


def test_imports_and_stores():
    code = compile('import a.b\nfrom ..c import d, e\nx = 1\ny = x', '<test>', 'exec')
    assert list(dis._find_imports(code)) == [('a.b', 0, None), ('c', 2, ('d', 'e'))]
    assert list(dis._find_store_names(code)) == ['a', 'd', 'e', 'x', 'y']


def test_breakpoints():
    import pdb
    first = sample.__code__.co_firstlineno
    assert pdb.find_first_executable_line(sample.__code__) == first + 1
    assert pdb.find_first_executable_line(outer().__code__) == outer().__code__.co_firstlineno + 1
