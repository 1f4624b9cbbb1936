/** `operator.length_hint`: how many items an iterable says it will give. */
import { raise, raiseTypeError, raiseValueError, swallow } from './exception.ts';
import { EXIT, type Exit, type Result, type Value } from './object.ts';
import { call, lookupSpecial, toInt, typeName } from './operations.ts';
import { typeOf } from './type.ts';
import { layoutOf } from './types/object.ts';
import { isInt } from './types/int/int-object.ts';
import { NotImplemented } from './types/not-implemented.ts';

/** `len(value)`, else `value.__length_hint__()`, else the default. */
export function exactLengthHint(value: Value, otherwise: Value): Result {
  const { slots } = typeOf(value);
  if (slots.len !== undefined) {
    const length = slots.len(value as never);
    if (length !== EXIT || !swallow('TypeError')) return length;
  }
  // A TypeError of the call says that there is no hint; one of the look-up is an error.
  const method = lookupSpecial(value, '__length_hint__');
  if (method === undefined) return otherwise;
  if (method === EXIT) return EXIT;
  const hint = call(method as Value, []);
  if (hint === NotImplemented) return otherwise;
  if (hint === EXIT) return swallow('TypeError') ? otherwise : EXIT;
  return checkedHint(hint as Value);
}

/**
 * Whether asking for the length of an object of a builtin type runs Python code: a class below has a `__len__` of its own. Whoever asks
 * must not take the items in any other way then.
 */
export function hasOwnLength(value: Value): boolean {
  const type = typeOf(value);
  return type.isHeapType && type.slots.len !== layoutOf(type).slots.len;
}

function checkedHint(hint: Value): Result {
  if (!isInt(hint)) return raiseTypeError(`__length_hint__ must be an integer, not ${typeName(hint)}`);
  const count = toInt(hint) as number | bigint;
  if (typeof count === 'bigint' && BigInt.asIntN(64, count) !== count)
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  return count < 0 ? raiseValueError('__length_hint__() should return >= 0') : count;
}

/** The same for those to whom all lengths that no memory holds are one. */
export function lengthHint(value: Value, otherwise: number): number | Exit {
  const hint = exactLengthHint(value, otherwise);
  return hint === EXIT ? EXIT : Number(hint);
}
