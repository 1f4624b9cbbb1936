/** `DecimalTuple`: the named tuple that `Decimal.as_tuple()` gives, a class of Python's `collections.namedtuple`, one per interpreter. */
import { orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { setAttribute } from '../../objspace/attributes.ts';
import { state } from '../../objspace/state.ts';
import { callImported } from '../../objspace/types/imported.ts';

const types = new WeakMap<object, Value>();

export function decimalTupleType(): Value {
  let type = types.get(state.interpreter);
  if (type === undefined) {
    type = orThrow(callImported('collections', 'namedtuple', ['DecimalTuple', 'sign digits exponent'])) as Value;
    orThrow(setAttribute(type, '__module__', 'decimal'));
    types.set(state.interpreter, type);
  }
  return type;
}
