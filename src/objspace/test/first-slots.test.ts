/** A new class takes the slots of its base and of its own namespace: the same that its whole MRO would give it. */
import assert from 'node:assert';
import { test } from 'node:test';
import '../../interpreter/types.ts';
import { exceptionTypes } from '../exception.ts';
import '../types/exceptions/exceptions.ts';
import { firstSlots, updateSlots } from '../slot-wrappers.ts';
import { ROWS_BY_NAME } from '../slots.ts';
import { PyType } from '../type.ts';
import { dictType } from '../types/dict/dict-type.ts';
import { intType } from '../types/int/int.ts';
import { listType } from '../types/list/list-type.ts';
import { objectType } from '../types/object.ts';
import { typeType } from '../types/type.ts';

function derive(base: PyType, names: readonly string[]): PyType {
  const type = new PyType('Derived', [base], true);
  type.mro = [type, ...base.mro];
  for (const name of names) type.namespace.set(name, null);
  return type;
}

function check(base: PyType, names: readonly string[]): PyType {
  const type = derive(base, names);
  firstSlots(type);
  const first = { ...type.slots };
  updateSlots(type);
  assert.deepEqual(first, { ...type.slots }, `${base.name} with ${names.join()}`);
  return type;
}

test('slots of new classes', () => {
  const bases = [objectType, typeType, intType, listType, dictType, ...Object.values(exceptionTypes)];
  for (const base of bases) {
    check(base, []);
    for (const name of ROWS_BY_NAME.keys()) check(check(base, [name]), ['__hash__', '__len__', '__getattr__']);
  }
});
