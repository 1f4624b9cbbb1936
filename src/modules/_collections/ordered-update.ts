/** Filling an OrderedDict, or a subclass that has taken over `__setitem__`, as its `update` does. */
import { findAttribute } from '../../objspace/attributes.ts';
import { raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call, getItem, iterate, itemsOf, setItem } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import { updateFromDict } from '../../objspace/types/dict/update.ts';

/** Whether nobody has taken over how entries are stored. */
function storesAsDict(target: Value): target is PyDict {
  return target instanceof PyDict && !typeOf(target).isHeapType;
}

export function fillOrdered(target: Value, source: Value): true | Exit {
  if (storesAsDict(target) && source instanceof PyDict && !typeOf(source).isHeapType)
    return updateFromDict(target, source);
  if (source instanceof PyDict && source.shape === dictType.instanceShape) return fromItems(target, source);
  const keys = findAttribute(source, 'keys');
  if (keys === EXIT) return EXIT;
  if (keys !== undefined) return fromMapping(target, source, keys as Value);
  const items = findAttribute(source, 'items');
  if (items === EXIT) return EXIT;
  const pairs = items === undefined ? source : call(items as Value, []);
  return pairs === EXIT ? EXIT : fromPairs(target, pairs as Value);
}

function fromItems(target: Value, source: PyDict): true | Exit {
  for (let position = source.nextPosition(0); position >= 0; position = source.nextPosition(position + 1)) {
    if (setItem(target, source.keyAt(position), source.valueAt(position)) === EXIT) return EXIT;
  }
  return true;
}

function fromMapping(target: Value, source: Value, keysMethod: Value): true | Exit {
  const keys = call(keysMethod, []);
  if (keys === EXIT) return EXIT;
  return iterate(keys as Value, (key) => {
    const value = getItem(source, key);
    return value === EXIT ? EXIT : setItem(target, key, value as Value);
  });
}

function fromPairs(target: Value, pairs: Value): true | Exit {
  return iterate(pairs, (pair) => {
    const items = itemsOf(pair);
    if (items === EXIT) return EXIT;
    const [key, value] = items as Value[];
    const { length } = items as Value[];
    if (length < 2) return raiseValueError(`need more than ${length} value${length === 1 ? '' : 's'} to unpack`);
    if (length > 2) return raiseValueError('too many values to unpack (expected 2)');
    return setItem(target, key, value);
  });
}
