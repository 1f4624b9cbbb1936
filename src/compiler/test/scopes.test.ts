/** Names, flags and variables of code objects, as CPython's compiler gives them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Code } from '../../bytecode/code.ts';
import { compileSource, type CompileOptions } from '../compile.ts';

type Row = readonly [qualname: string, flags: number, varnames: string, cellvars: string, freevars: string];

function rows(code: Code): Row[] {
  const own: Row = [
    code.qualname,
    code.flags,
    code.varnames.join(' '),
    code.cellvars.join(' '),
    code.freevars.join(' '),
  ];
  return [own, ...code.constants.flatMap((constant) => (constant instanceof Code ? rows(constant) : []))];
}

function check(name: string, source: string, expected: readonly Row[], options: CompileOptions = {}): void {
  test(name, () => {
    assert.deepEqual(rows(compileSource(source, 't.py', 'exec', options)).slice(1), expected);
  });
}

check(
  'parameters come first, then locals in the order of use',
  'def f(a, *b, c, **d):\n  y = x = a\n  z: int\n  return y',
  [['f', 0xf, 'a c b d y x', '', '']],
);
check('values are used before the targets of their assignment', 'def f():\n  a = [b := 1]\n  return a', [
  ['f', 3, 'b a', '', ''],
]);
check('methods see the class through a cell', 'class C:\n  def f(self): return super().f()', [
  ['C', 0, '', '__class__ __classdict__', ''],
  ['C.f', 0x8000003, 'self', '', '__class__'],
]);
check('functions inside functions', 'def f(x):\n  def g(): return x\n  class K:\n    y = lambda: x', [
  ['f', 3, 'x g K', 'x', ''],
  ['f.<locals>.g', 0x13, '', '', 'x'],
  ['f.<locals>.K', 0, '', '', 'x'],
  ['f.<locals>.K.<lambda>', 0x8000013, '', '', 'x'],
]);
check('a global function inside a function is named as one', 'def f():\n  global g\n  def g(): pass', [
  ['f', 3, '', '', ''],
  ['g', 0x13, '', '', ''],
]);
check(
  'generator expressions are functions, list comprehensions are not',
  'def f(x):\n  return [y for y in x], (z for z in x)',
  [
    ['f', 3, 'x y', '', ''],
    ['f.<locals>.<genexpr>', 0x33, '.0 z', '', ''],
  ],
);
check('a variable of a comprehension has a register of its own', 'def f(x):\n  return [x for x in x], [x for x in x]', [
  ['f', 3, 'x x', '', ''],
]);
check('annotations of a function are a function', 'def f(a: int) -> str: pass', [
  ['__annotate__', 3, 'format', '', ''],
  ['f', 3, 'a', '', ''],
]);
check('annotations as text need no cell', 'from __future__ import annotations\nclass C:\n  x: int\n', [
  ['C', 0x1000000, '', '', ''],
]);
check('what is made inside type parameters is named after what is around them', 'def f[T](x: T): return lambda: T', [
  ['<generic parameters of f>', 3, '', 'T', ''],
  ['__annotate__', 0x13, 'format', '', 'T'],
  ['f', 0x13, 'x', '', 'T'],
  ['f.<locals>.<lambda>', 0x13, '', '', 'T'],
]);
check('private names', 'class _C:\n  def __f(self, __x):\n    self.__y = __x', [
  ['_C', 0, '', '__classdict__', ''],
  ['_C.__f', 0x8000003, 'self _C__x', '', ''],
]);
check('coroutines and generators', 'async def f(): yield\nasync def g(): await x\ndef h(): yield', [
  ['f', 0x203, '', '', ''],
  ['g', 0x83, '', '', ''],
  ['h', 0x23, '', '', ''],
]);

test('docstrings stay the first constant, and go with -OO', () => {
  const source = 'def f():\n  "doc"\n  return 1.5\n';
  const inner = (optimize: number) => compileSource(source, 't.py', 'exec', { optimize }).constants[0] as Code;
  assert.equal(inner(0).constants[0], 'doc');
  assert.equal(inner(0).flags & 0x4000000, 0x4000000);
  assert.notEqual(inner(2).constants[0], 'doc');
});

test('await at the top level makes a coroutine of the module', () => {
  assert.equal(compileSource('await x', 't.py', 'exec', { flags: 0x2000 }).flags, 0x80);
});
