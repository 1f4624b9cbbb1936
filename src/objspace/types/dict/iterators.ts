/**
 * Iterators over dictionaries: keys, values, items, forwards and backwards.
 *
 * An iterator holds a position. A dictionary that has another size than at the start raises RuntimeError from then on; one that gained
 * as many keys as it lost goes on, and raises when it turns out to have more entries than there were.
 */
import { raise } from '../../exception.ts';
import { builtinType, type TypeBuilder } from '../../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../object.ts';
import type { Shape } from '../../shape.ts';
import { builtinNamed } from '../../builtin-names.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC, reduction } from '../iterator-methods.ts';
import { PyList } from '../list/list.ts';
import { objectType } from '../object.ts';
import { PyTuple } from '../tuple.ts';
import { ABSENT, type PyDict, RAISED } from './dict.ts';

/** Each kind has a host class of its own, made by the same text: the engine keeps their sites apart, and constructors stay plain. */
function iteratorClass() {
  const Iterator = class {
    /** Null once exhausted. */
    dict: PyDict | null;
    position: number;
    /** Size at the start; -1 after it has changed. */
    expected: number;
    remaining: number;

    constructor(dict: PyDict, position: number) {
      this.dict = dict;
      this.position = position;
      this.expected = dict.size;
      this.remaining = dict.size;
    }
  };
  declareObjectClass(Iterator);
  return Iterator;
}

export const PyDictKeyIterator = iteratorClass();
export const PyDictValueIterator = iteratorClass();
export const PyDictItemIterator = iteratorClass();
export const PyDictReverseKeyIterator = iteratorClass();
export const PyDictReverseValueIterator = iteratorClass();
export const PyDictReverseItemIterator = iteratorClass();

export type DictIterator = InstanceType<typeof PyDictKeyIterator> & { readonly shape: Shape };

function sizeChanged(self: DictIterator): number {
  self.expected = -1;
  raise('RuntimeError', 'dictionary changed size during iteration');
  return RAISED;
}

function keysChanged(self: DictIterator): number {
  self.dict = null;
  raise('RuntimeError', 'dictionary keys changed during iteration');
  return RAISED;
}

/** Moves to the next entry: its position, ABSENT at the end, RAISED. */
export function advance(self: DictIterator): number {
  const { dict } = self;
  if (dict === null) return ABSENT;
  if (self.expected !== dict.size) return sizeChanged(self);
  // Mostly there is no hole.
  let position = self.position;
  if (position < dict.first || position >= dict.end || dict.keys[position] === undefined) {
    position = dict.nextPosition(position);
    if (position === ABSENT) {
      self.dict = null;
      return ABSENT;
    }
  }
  if (self.remaining === 0) return keysChanged(self);
  self.position = position + 1;
  self.remaining--;
  return position;
}

function retreat(self: DictIterator): number {
  const { dict } = self;
  if (dict === null) return ABSENT;
  if (self.expected !== dict.size) return sizeChanged(self);
  // A dictionary that was emptied and filled again may have fewer positions.
  const position = self.position < dict.end ? dict.previousPosition(self.position) : ABSENT;
  if (position === ABSENT) {
    self.dict = null;
    return ABSENT;
  }
  if (self.remaining === 0) return keysChanged(self);
  self.position = position - 1;
  self.remaining--;
  return position;
}

type Step = (self: DictIterator) => number;
type Part = (dict: PyDict, position: number) => Value;

export const keyPart: Part = (dict, position) => dict.keys[position] as Value;
export const valuePart: Part = (dict, position) => dict.values[position] as Value;
export const itemPart: Part = (dict, position) =>
  new PyTuple(null, dict.keys[position] as Value, dict.values[position] as Value);

/** What is left, without moving the iterator. */
function remainingItems(self: DictIterator, step: Step, part: Part): Value[] | Exit {
  const { dict, position, expected, remaining } = self;
  const items: Value[] = [];
  let at = step(self);
  for (; at >= 0; at = step(self)) items.push(part(dict!, at));
  self.dict = dict;
  self.position = position;
  self.expected = expected;
  self.remaining = remaining;
  return at === RAISED ? EXIT : items;
}

function iteratorType(
  name: string,
  layout: ReturnType<typeof iteratorClass>,
  step: Step,
  part: Part,
  next: (self: DictIterator) => Result | undefined,
) {
  return builtinType<DictIterator>(name, {
    base: objectType,
    layout: layout as never,
    isBaseType: false,
    slots: { iter: (self: DictIterator) => self, next },
    define(type: TypeBuilder<DictIterator>) {
      type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self) =>
        self.dict !== null && self.expected === self.dict.size ? self.remaining : 0,
      );
      type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
        const items = remainingItems(self, step, part);
        return items === EXIT ? EXIT : reduction(builtinNamed('iter'), [PyList.of(items as Value[])]);
      });
    },
  });
}

// One function per kind, rather than one that calls `step` and `part`: these run once per item of every loop over a dictionary.

export function nextKey(self: DictIterator): Result | undefined {
  const { dict } = self;
  const position = advance(self);
  if (position < 0) return position === RAISED ? EXIT : undefined;
  return dict!.keys[position];
}

export function nextValue(self: DictIterator): Result | undefined {
  const { dict } = self;
  const position = advance(self);
  if (position < 0) return position === RAISED ? EXIT : undefined;
  return dict!.values[position];
}

export function nextPair(self: DictIterator): Result | undefined {
  const { dict } = self;
  const position = advance(self);
  if (position < 0) return position === RAISED ? EXIT : undefined;
  return new PyTuple(null, dict!.keys[position] as Value, dict!.values[position] as Value);
}

const backwards =
  (part: Part) =>
  (self: DictIterator): Result | undefined => {
    const { dict } = self;
    const position = retreat(self);
    if (position < 0) return position === RAISED ? EXIT : undefined;
    return part(dict!, position);
  };

export const dictKeyIteratorType = iteratorType('dict_keyiterator', PyDictKeyIterator, advance, keyPart, nextKey);
export const dictValueIteratorType = iteratorType(
  'dict_valueiterator',
  PyDictValueIterator,
  advance,
  valuePart,
  nextValue,
);
export const dictItemIteratorType = iteratorType('dict_itemiterator', PyDictItemIterator, advance, itemPart, nextPair);
export const dictReverseKeyIteratorType = iteratorType(
  'dict_reversekeyiterator',
  PyDictReverseKeyIterator,
  retreat,
  keyPart,
  backwards(keyPart),
);
export const dictReverseValueIteratorType = iteratorType(
  'dict_reversevalueiterator',
  PyDictReverseValueIterator,
  retreat,
  valuePart,
  backwards(valuePart),
);
export const dictReverseItemIteratorType = iteratorType(
  'dict_reverseitemiterator',
  PyDictReverseItemIterator,
  retreat,
  itemPart,
  backwards(itemPart),
);

export const iterKeys = (dict: PyDict): DictIterator => new PyDictKeyIterator(dict, 0) as DictIterator;
export const iterValues = (dict: PyDict): DictIterator => new PyDictValueIterator(dict, 0) as DictIterator;
export const iterItems = (dict: PyDict): DictIterator => new PyDictItemIterator(dict, 0) as DictIterator;
export const reverseKeys = (dict: PyDict): DictIterator =>
  new PyDictReverseKeyIterator(dict, dict.end - 1) as DictIterator;
export const reverseValues = (dict: PyDict): DictIterator =>
  new PyDictReverseValueIterator(dict, dict.end - 1) as DictIterator;
export const reverseItems = (dict: PyDict): DictIterator =>
  new PyDictReverseItemIterator(dict, dict.end - 1) as DictIterator;
