/** `operator.length_hint`: how many items an iterable says it will give. */
import { raise, raiseTypeError, raiseValueError, swallow } from './exception.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { callSpecial, toInt, typeName } from './operations.ts';
import { typeOf } from './type.ts';
import { NotImplemented } from './types/not-implemented.ts';

/** `len(value)`, else `value.__length_hint__()`, else the default. */
export function lengthHint(value: Value, otherwise: number): number | Exit {
  const { slots } = typeOf(value);
  if (slots.len !== undefined) {
    const length = slots.len(value as never);
    if (length !== EXIT) return Number(length);
    if (!swallow('TypeError')) return EXIT;
  }
  const hint = callSpecial(value, '__length_hint__', []);
  if (hint === undefined || hint === NotImplemented) return otherwise;
  if (hint === EXIT) return swallow('TypeError') ? otherwise : EXIT;
  if (typeof hint !== 'number' && typeof hint !== 'bigint' && typeof hint !== 'boolean') {
    return raiseTypeError(`__length_hint__ must be an integer, not ${typeName(hint as Value)}`);
  }
  const count = toInt(hint);
  if ((count as number | bigint) >= 2 ** 63)
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  if ((count as number | bigint) < 0) return raiseValueError('__length_hint__() should return >= 0');
  return Number(count);
}
