/** `_operator`: the operators as functions. Reference: https://docs.python.org/3.14/library/operator.html */
import {
  absolute,
  ADD,
  type BinaryOperator,
  BIT_AND,
  BIT_OR,
  BIT_XOR,
  binary,
  FLOOR_DIVIDE,
  inplace,
  invert,
  LEFT_SHIFT,
  MATRIX_MULTIPLY,
  MODULO,
  MULTIPLY,
  negative,
  POWER,
  positive,
  RIGHT_SHIFT,
  SUBTRACT,
  TRUE_DIVIDE,
} from '../../objspace/arithmetic.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, compare, contains, getItem, isTrue, setItem, toInt, typeName } from '../../objspace/operations.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE } from '../../objspace/slots.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { attrgetterType, itemgetterType, methodcallerType } from './getters.ts';
import { compareDigest } from './digest.ts';
import { concat, countOf, indexOf, lengthHint } from './sequences.ts';

/** `a is b`. */
function isSameObject(a: Value, b: Value): boolean {
  return a === b || (a instanceof PyFloat && b instanceof PyFloat && Object.is(a.value, b.value));
}

function negate(truth: boolean | Exit): boolean | Exit {
  return truth === EXIT ? EXIT : !truth;
}

function defineBinary(module: ModuleBuilder): void {
  const rows: [string, BinaryOperator, string][] = [
    ['add', ADD, '+'],
    ['sub', SUBTRACT, '-'],
    ['mul', MULTIPLY, '*'],
    ['matmul', MATRIX_MULTIPLY, '@'],
    ['floordiv', FLOOR_DIVIDE, '//'],
    ['truediv', TRUE_DIVIDE, '/'],
    ['mod', MODULO, '%'],
    ['lshift', LEFT_SHIFT, '<<'],
    ['rshift', RIGHT_SHIFT, '>>'],
    ['and_', BIT_AND, '&'],
    ['xor', BIT_XOR, '^'],
    ['or_', BIT_OR, '|'],
    ['pow', POWER, '**'],
  ];
  for (const [name, operator, symbol] of rows) {
    const inplaceName = `i${name.replace('_', '')}`;
    define(module, `${name}(a, b, /)`, `Same as a ${symbol} b.`, (a, b) => binary(a, b, operator));
    define(module, `${inplaceName}(a, b, /)`, `Same as a ${symbol}= b.`, (a, b) => inplace(a, b, operator));
  }
}

/** The types of a signature that is put together cannot be checked. */
function define(module: ModuleBuilder, signature: string, doc: string, body: (a: Value, b: Value) => Result): void {
  module.function(signature, doc, body as never);
}

function defineComparisons(module: ModuleBuilder): void {
  const rows: [string, CompareOperator, string][] = [
    ['lt', LT, '<'],
    ['le', LE, '<='],
    ['eq', EQ, '=='],
    ['ne', NE, '!='],
    ['ge', GE, '>='],
    ['gt', GT, '>'],
  ];
  for (const [name, operator, symbol] of rows) {
    define(module, `${name}(a, b, /)`, `Same as a ${symbol} b.`, (a, b) => compare(a, b, operator));
  }
}

function defineUnary(module: ModuleBuilder): void {
  module.function('truth(a, /)', 'Return True if a is true, False otherwise.', isTrue);
  module.function('not_(a, /)', 'Same as not a.', (a) => negate(isTrue(a)));
  module.function('index(a, /)', 'Same as a.__index__()', toInt);
  module.function('neg(a, /)', 'Same as -a.', negative);
  module.function('pos(a, /)', 'Same as +a.', positive);
  module.function('abs(a, /)', 'Same as abs(a).', absolute);
  module.function('inv(a, /)', 'Same as ~a.', invert);
  module.function('invert(a, /)', 'Same as ~a.', invert);
  module.function('is_(a, b, /)', 'Same as a is b.', isSameObject);
  module.function('is_not(a, b, /)', 'Same as a is not b.', (a, b) => !isSameObject(a, b));
  module.function('is_none(a, /)', 'Same as a is None.', (a) => a === null);
  module.function('is_not_none(a, /)', 'Same as a is not None.', (a) => a !== null);
}

function defineItems(module: ModuleBuilder): void {
  module.function('getitem(a, b, /)', 'Same as a[b].', getItem);
  module.function('setitem(a, b, c, /)', 'Same as a[b] = c.', (a, b, c) => (setItem(a, b, c) === EXIT ? EXIT : null));
  module.function('delitem(a, b, /)', 'Same as del a[b].', (a, b) => (setItem(a, b, undefined) === EXIT ? EXIT : null));
  module.function('contains(a, b, /)', 'Same as b in a (note reversed operands).', contains);
  module.function('concat(a, b, /)', 'Same as a + b, for a and b sequences.', (a, b) => concat(a, b, false));
  module.function('iconcat(a, b, /)', 'Same as a += b, for a and b sequences.', (a, b) => concat(a, b, true));
  module.function('countOf(a, b, /)', 'Return the number of items in a which are, or which equal, b.', countOf);
  module.function('indexOf(a, b, /)', 'Return the first index of b in a.', indexOf);
  module.function('length_hint(obj, default=0, /)', LENGTH_HINT_DOC, (object, fallback) =>
    typeOf(fallback).slots.index === undefined
      ? raiseTypeError(`'${typeName(fallback)}' object cannot be interpreted as an integer`)
      : lengthHint(object, toInt(fallback)),
  );
}

const LENGTH_HINT_DOC =
  'Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\n' +
  'If the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.\n' +
  'The result will be an integer >= 0.';

const COMPARE_DIGEST_DOC =
  "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography.\n\n" +
  'a and b must both be of the same type: either str (ASCII only),\nor any bytes-like object.\n\n' +
  'Note: If a and b are of different lengths, or if an error occurs,\na timing attack could theoretically reveal information about the\n' +
  'types and lengths of a and b--but not their values.';

export const _operator = builtinModule(
  '_operator',
  'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  ' +
    'For example, operator.add(x, y)\nis equivalent to the expression x+y.  The function names are those\nused for special methods; ' +
    "variants without leading and trailing\n'__' are also provided for convenience.",
  (module) => {
    defineUnary(module);
    defineBinary(module);
    defineComparisons(module);
    defineItems(module);
    module.function('call(obj, /, *args, **kwargs)', 'Same as obj(*args, **kwargs).', (callee, args, keywords) =>
      keywords.size === 0 ? call(callee, args) : call(callee, [...args, ...keywords.values()], [...keywords.keys()]),
    );
    module.function('_compare_digest(a, b, /)', COMPARE_DIGEST_DOC, compareDigest);
    module.types(attrgetterType, itemgetterType, methodcallerType);
  },
);
