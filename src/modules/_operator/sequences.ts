/** Functions of `_operator` on sequences and iterables. */
import { ADD, binary, inplace } from '../../objspace/arithmetic.ts';
import { raise, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { exactLengthHint } from '../../objspace/length-hint.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { isSameOrEqual, iter, iterate, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';

const isSequence = (value: Value): boolean => typeOf(value).slots.getItem !== undefined && !(value instanceof PyDict);

/** `a + b` for sequences only: numbers are refused. */
export function concat(a: Value, b: Value, isInplace: boolean): Result {
  const { slots } = typeOf(a);
  const slot = (isInplace ? slots.inplaceConcat : undefined) ?? slots.concat;
  if (slot !== undefined) return slot(a as never, b);
  if (isSequence(a) && isSequence(b)) return isInplace ? inplace(a, b, ADD) : binary(a, b, ADD);
  return raiseTypeError(`'${typeName(a)}' object can't be concatenated`);
}

/** Calls `visit` with the index of each item that equals `value`, until it returns false. */
function eachMatch(iterable: Value, value: Value, visit: (index: number) => boolean): true | Exit {
  const iterator = iter(iterable);
  if (iterator === EXIT) {
    return swallow('TypeError') ? raiseTypeError(`argument of type '${typeName(iterable)}' is not iterable`) : EXIT;
  }
  let index = 0;
  return iterate(iterator as Value, (item) => {
    const same = isSameOrEqual(item, value);
    if (same === EXIT) return EXIT;
    return same === true ? visit(index++) : ++index > 0;
  });
}

export function countOf(iterable: Value, value: Value): Result {
  let count = 0;
  const done = eachMatch(iterable, value, () => ++count > 0);
  return done === EXIT ? EXIT : count;
}

export function indexOf(iterable: Value, value: Value): Result {
  let found = -1;
  const done = eachMatch(iterable, value, (index) => {
    found = index;
    return false;
  });
  if (done === EXIT) return EXIT;
  return found < 0 ? raiseValueError('sequence.index(x): x not in sequence') : found;
}

/** `len(object)`, else what `__length_hint__` says, else the default. */
export function lengthHint(object: Value, fallback: Result): Result {
  if (fallback === EXIT || (typeof fallback === 'bigint' && BigInt.asIntN(64, fallback) !== fallback)) {
    return fallback === EXIT ? EXIT : raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return exactLengthHint(object, fallback as Value);
}
