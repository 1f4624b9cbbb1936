/** Filling a dictionary from mappings, pairs and keyword arguments: `dict(...)`, `update`, `|=`, `fromkeys`. */
import { hasOdd, ODD_KEYWORDS_TEXT } from '../../gateway/odd-keywords.ts';
import { findAttribute, getAttribute } from '../../attributes.ts';
import { isInFlight, raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { call, getItem, iter, iterate, itemsOf, typeName } from '../../operations.ts';
import { safepoints } from '../../safepoint.ts';
import { state } from '../../state.ts';
import { typeOf } from '../../type.ts';
import { PyDict, RAISED } from './dict.ts';
import { dictType } from './dict-type.ts';
import { PyList } from '../list/list.ts';
import { listType } from '../list/list-type.ts';
import { PySetBase } from '../set/storage.ts';
import { isExactTuple } from '../tuple.ts';
import { worked } from '../../../util/work.ts';

/** Whether the object is a dictionary whose entries may be read directly: no class has taken over its iteration. */
export function isPlainDict(value: Value): value is PyDict {
  return value instanceof PyDict && value.shape.type.slots.iter === dictType.slots.iter;
}

/** Positional and keyword arguments of `dict(...)` and `update(...)`. */
export function updateFromArguments(
  self: PyDict,
  name: string,
  args: readonly Value[],
  keywords: readonly string[] | null,
): true | Exit {
  const count = keywords === null ? args.length : args.length - keywords.length;
  if (count > 1) return raiseTypeError(`${name} expected at most 1 argument, got ${count}`);
  if (count === 1 && update(self, args[0]) === EXIT) return EXIT;
  if (keywords === null) return true;
  if (hasOdd(keywords)) return raiseTypeError(ODD_KEYWORDS_TEXT);
  setKeywords(self, keywords, args, count);
  return true;
}

function setKeywords(self: PyDict, keywords: readonly string[], args: readonly Value[], first: number): void {
  for (let index = 0; index < keywords.length; index++) {
    if (--state.fuel < 0) worked(1);
    self.setStr(keywords[index], args[first + index]);
  }
}

/** `self.update(source)` for a mapping or an iterable of pairs. */
export function update(self: PyDict, source: Value): true | Exit {
  if (isPlainDict(source)) return updateFromDict(self, source);
  const keys = findAttribute(source, 'keys');
  if (keys === EXIT) return EXIT;
  return keys === undefined ? updateFromPairs(self, source) : updateFromMapping(self, source);
}

export function updateFromDict(self: PyDict, source: PyDict): true | Exit {
  if (self === source || source.size === 0) return true;
  if (self.size === 0) {
    self.copyEntries(source);
    return true;
  }
  const { size } = source;
  for (let position = source.nextPosition(0); position >= 0; position = source.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const value = source.valueAt(position);
    const known = self.insertKeyOf(source, position, value, 'dict key');
    if (known === RAISED) return EXIT;
    if (known >= 0) self.replace(known, value);
    if (source.size !== size) return raise('RuntimeError', 'dict mutated during update');
  }
  return true;
}

/** Any object with `keys()` and `__getitem__`. */
export function updateFromMapping(self: PyDict, mapping: Value): true | Exit {
  const keys = keysOf(mapping);
  if (keys === EXIT) return EXIT;
  for (const key of keys as Value[]) {
    const value = getItem(mapping, key);
    if (value === EXIT || self.set(key, value as Value) === EXIT) return EXIT;
  }
  return true;
}

export function keysOf(mapping: Value): Value[] | Exit {
  const method = getAttribute(mapping, 'keys');
  const view = method === EXIT ? EXIT : call(method as Value, []);
  if (view === EXIT) return EXIT;
  const slots = typeOf(view as Value).slots;
  if (slots.iter === undefined && slots.getItem === undefined) {
    return raiseTypeError(`${typeName(mapping)}.keys() returned a non-iterable (type ${typeName(view as Value)})`);
  }
  return itemsOf(view as Value);
}

function updateFromPairs(self: PyDict, pairs: Value): true | Exit {
  let index = 0;
  return iterate(pairs, (pair) => {
    if (isExactTuple(pair) && pair.isPair) {
      index++;
      return self.set(pair.first as Value, pair.second as Value);
    }
    const items = pairItems(pair, index);
    if (items === EXIT) return EXIT;
    const [key, value] = items as Value[];
    index++;
    return self.set(key, value);
  });
}

function pairItems(pair: Value, index: number): Value[] | Exit {
  const iterator = iter(pair);
  if (iterator === EXIT && isInFlight('TypeError')) {
    state.exception = null;
    raiseTypeError('object is not iterable');
  }
  const items = iterator === EXIT ? EXIT : itemsOf(iterator as Value);
  if (items === EXIT)
    return isInFlight('TypeError')
      ? addNote(`Cannot convert dictionary update sequence element #${index} to a sequence`)
      : EXIT;
  const { length } = items as Value[];
  if (length === 2) return items;
  return raiseValueError(`dictionary update sequence element #${index} has length ${length}; 2 is required`);
}

/** Adds a note to the exception in flight. */
export function addNote(note: string): Exit {
  const exception = state.exception!;
  state.exception = null;
  const add = getAttribute(exception, 'add_note');
  if (add !== EXIT) call(add as Value, [note]);
  state.exception = exception;
  return EXIT;
}

/** `cls.fromkeys(iterable, value)`. */
export function fromKeys(cls: Value, iterable: Value, value: Value): Result {
  const made = call(cls, []);
  if (made === EXIT) return EXIT;
  const target = made as Value;
  const isExact = target instanceof PyDict && target.shape === dictType.instanceShape;
  if (isExact && iterable instanceof PyDict && isPlainDict(iterable)) return fromEntries(target, iterable, value);
  if (isExact && iterable instanceof PySetBase && iterable.entries !== null)
    return fromEntries(target, iterable.entries, value);
  if (isExact && iterable instanceof PyList && iterable.shape === listType.instanceShape)
    return fromItems(target, iterable, value);
  const setItem = typeOf(target).slots.setItem;
  if (!isExact && setItem === undefined)
    return raiseTypeError(`'${typeName(target)}' object does not support item assignment`);
  const done = iterate(iterable, (key) => (isExact ? target.set(key, value) : setItem!(target as never, key, value)));
  return done === EXIT ? EXIT : target;
}

/** Comparing keys may change the list. */
function fromItems(target: PyDict, keys: PyList, value: Value): Result {
  for (let index = 0; index < keys.length; index++) {
    if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
    if (target.set(keys.get(index), value) === EXIT) return EXIT;
  }
  return target;
}

function fromEntries(target: PyDict, source: PyDict, value: Value): Result {
  for (let position = source.nextPosition(0); position >= 0; position = source.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const known = target.insertKeyOf(source, position, value, 'dict key');
    if (known === RAISED) return EXIT;
    if (known >= 0) target.replace(known, value);
  }
  return target;
}
