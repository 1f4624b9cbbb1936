/** Errors and warnings of symbol table and code generator, with their places: what CPython 3.14 says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PySyntaxError } from '../../syntax/syntax-error.ts';
import { compileSource } from '../compile.ts';

/** The refusal of `source` as text: message, line, offset, end. */
function refusal(source: string): string {
  try {
    compileSource(source, 't.py', 'exec');
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    return `${error.message} ${error.lineno},${error.offset} ${error.endLineno},${error.endOffset}`;
  }
  return 'none';
}

function warningsOf(source: string): string[] {
  const found: string[] = [];
  compileSource(source, 't.py', 'exec', { warn: ({ message, lineno }) => void found.push(`${lineno}: ${message}`) });
  return found;
}

const REFUSALS: readonly (readonly [source: string, refusal: string])[] = [
  ['return', "'return' outside function 1,1 1,7"],
  ['class A:\n yield', "'yield' outside function 2,2 2,7"],
  ['break', "'break' outside loop 1,1 1,6"],
  ['while 1:\n class A:\n  continue', "'continue' not properly in loop 3,3 3,11"],
  ['*x = y', 'starred assignment target must be in a list or tuple 1,1 1,3'],
  ['a, *b, (*c, *d) = x', 'multiple starred expressions in assignment 1,8 1,16'],
  ['print(*x, y=1, y=2)', 'keyword argument repeated: y 1,16 1,19'],
  ['try: pass\nexcept: pass\nexcept X: pass', "default 'except:' must be last 2,1 2,13"],
  ['async def f():\n yield\n return 1', "'return' with value in async generator 3,2 3,10"],
  ['async def f():\n yield from x', "'yield from' inside async function 2,2 2,14"],
  [
    'def f():\n try: pass\n except* X: return 1',
    "'break', 'continue' and 'return' cannot appear in an except* block 3,20 3,21",
  ],
  ['def f[T=int, U](): pass', "non-default type parameter 'U' follows default type parameter 1,14 1,15"],
  ['match x:\n case a: pass\n case b: pass', "name capture 'a' makes remaining patterns unreachable 2,7 2,8"],
  ['match x:\n case [a, a]: pass', "multiple assignments to name 'a' in pattern 2,11 2,12"],
  ['match x:\n case [a]|[b]: pass', 'alternative patterns bind different names 2,7 2,14'],
  ['match x:\n case {1:a, 1.0:b}: pass', 'mapping pattern checks duplicate key (1.0) 2,7 2,19'],
  ['match x:\n case A(a=1, a=2): pass', 'attribute name repeated in class pattern: a 2,16 2,17'],
  ['def f(x): global x', "name 'x' is parameter and global 1,11 1,19"],
  ['nonlocal x', 'nonlocal declaration not allowed at module level 1,1 1,11'],
  ['def f(): nonlocal x', "no binding for nonlocal 'x' found 1,10 1,20"],
  ['def f(x, x): pass', "duplicate argument 'x' in function definition 1,10 1,11"],
  ['__debug__ = 1', 'cannot assign to __debug__ 1,1 1,10'],
  ['[(x := 1) for x in y]', "assignment expression cannot rebind comprehension iteration variable 'x' 1,3 1,4"],
  [
    'class C: [(x := 1) for y in z]',
    'assignment expression within a comprehension cannot be used in a class body 1,12 1,13',
  ],
  ['[i async for i in x]', 'asynchronous comprehension outside of an asynchronous function 1,1 1,21'],
  ['def f(): await x', "'await' outside async function 1,10 1,17"],
  ['def f(a: (yield)): pass', 'yield expression cannot be used within an annotation 1,11 1,16'],
  [
    'from x import y\nfrom __future__ import annotations',
    'from __future__ imports must occur at the beginning of the file 2,1 2,35',
  ],
  ['def f():\n from x import *', 'import * only allowed at module level 2,16 2,17'],
  ['x = *y', "can't use starred expression here 1,5 1,7"],
  [
    'while x:\n while x:\n  while x:\n   while x:\n    while x:\n     while x:\n      while x:\n       while x:\n        while x:\n         while x:\n          while x:\n           while x:\n            while x:\n             while x:\n              while x:\n               while x:\n                while x:\n                 while x:\n                  while x:\n                   while x:\n                    while x:\n                     while x:\n                      pass\n',
    'too many statically nested blocks 22,22 23,27',
  ],
];

const WARNINGS: readonly (readonly [source: string, warnings: readonly string[]])[] = [
  ['x is 1', ['1: "is" with \'int\' literal. Did you mean "=="?']],
  ['(1, 2) is x', ['1: "is" with \'tuple\' literal. Did you mean "=="?']],
  ['((1, 2), 3) is x', []],
  ['(1)()', ["1: 'int' object is not callable; perhaps you missed a comma?"]],
  ['"a"["b"]', ['1: str indices must be integers or slices, not str; perhaps you missed a comma?']],
  ['assert (x, y)', ['1: assertion is always true, perhaps remove parentheses?']],
  ['def f():\n try: pass\n finally: return', ["3: 'return' in a 'finally' block"]],
  ['try: pass\nfinally: x is 1', ['2: "is" with \'int\' literal. Did you mean "=="?']],
];

for (const [source, expected] of REFUSALS) {
  test(`refused: ${expected}`, () => assert.equal(refusal(source), expected));
}

test('warnings', () => {
  for (const [source, expected] of WARNINGS) assert.deepEqual(warningsOf(source), expected);
});
