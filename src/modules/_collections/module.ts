/** `_collections`: containers of `collections` that CPython writes in C. Reference: https://docs.python.org/3.14/library/collections.html */
import { ADD, binary } from '../../objspace/arithmetic.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, iterate, setItem } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict, RAISED } from '../../objspace/types/dict/dict.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import { defaultdictType } from './defaultdict.ts';
import { dequeIteratorType, dequeReverseIteratorType } from './deque-iterators.ts';
import { dequeType } from './deque-type.ts';
import { orderedDictType } from './ordered-dict.ts';
import { tupleGetterType } from './tuple-getter.ts';

/** `mapping[item] += 1` for all items. */
function countElements(mapping: Value, iterable: Value): Result {
  const done = countsDirectly(mapping) ? countInDict(mapping as PyDict, iterable) : countInMapping(mapping, iterable);
  return done === EXIT ? EXIT : null;
}

/** Whether neither `get` nor `__setitem__` was taken over by a subclass. */
function countsDirectly(mapping: Value): boolean {
  if (!(mapping instanceof PyDict)) return false;
  const type = typeOf(mapping);
  return type.lookup('get') === dictType.lookup('get') && type.lookup('__setitem__') === dictType.lookup('__setitem__');
}

function countInDict(dict: PyDict, iterable: Value): true | Exit {
  return iterate(iterable, (item) => {
    const position = dict.insert(item, 1, null);
    if (position < 0) return position === RAISED ? EXIT : true;
    const count = dict.valueAt(position);
    const sum = typeof count === 'number' && count < Number.MAX_SAFE_INTEGER ? count + 1 : binary(count, 1, ADD);
    return sum === EXIT ? EXIT : dict.setEqual(item, position, sum as Value);
  });
}

function countInMapping(mapping: Value, iterable: Value): true | Exit {
  const get = getAttribute(mapping, 'get');
  if (get === EXIT) return EXIT;
  return iterate(iterable, (item) => {
    const count = call(get as Value, [item, 0]);
    const sum = count === EXIT ? EXIT : binary(count as Value, 1, ADD);
    return sum === EXIT ? EXIT : setItem(mapping, item, sum as Value);
  });
}

export const _collections = builtinModule(
  '_collections',
  'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
  (module) => {
    module.types(
      dequeType,
      defaultdictType,
      orderedDictType,
      dequeIteratorType,
      dequeReverseIteratorType,
      tupleGetterType,
    );
    module.function(
      '_count_elements(mapping, iterable, /)',
      'Count elements in the iterable, updating the mapping',
      countElements,
    );
  },
);
