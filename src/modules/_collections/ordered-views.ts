/** Views and the iterator of OrderedDict: as those of dict, but any change of the keys ends an iteration with an error. */
import { raise } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { ABSENT, type PyDict } from '../../objspace/types/dict/dict.ts';
import { itemPart, keyPart, valuePart } from '../../objspace/types/dict/iterators.ts';
import {
  dictItemsType,
  dictKeysType,
  dictValuesType,
  PyDictItems,
  PyDictKeys,
  PyDictValues,
} from '../../objspace/types/dict/views.ts';
import { builtinNamed } from '../../objspace/builtin-names.ts';
import { REDUCE_DOC, reduction } from '../../objspace/types/iterator-methods.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';

export type OrderedPart = 'keys' | 'values' | 'items';

const PARTS = { keys: keyPart, values: valuePart, items: itemPart };

export class OrderedIterator extends PyObject {
  /** Null once exhausted. */
  dict: PyDict | null;
  readonly part: OrderedPart;
  readonly isReversed: boolean;
  position: number;
  readonly version: number;
  readonly size: number;

  constructor(dict: PyDict, part: OrderedPart, isReversed: boolean) {
    super();
    this.dict = dict;
    this.part = part;
    this.isReversed = isReversed;
    this.position = isReversed ? dict.end : 0;
    this.version = dict.version;
    this.size = dict.size;
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Result | undefined {
    const { dict } = this;
    if (dict === null) return undefined;
    if (dict.version !== this.version) {
      this.dict = null;
      return raise('RuntimeError', 'OrderedDict mutated during iteration');
    }
    const position = this.isReversed ? dict.previousPosition(this.position) : dict.nextPosition(this.position);
    if (position === ABSENT) {
      this.dict = null;
      return undefined;
    }
    this.position = position + (this.isReversed ? -1 : 1);
    return PARTS[this.part](dict, position);
  }
}

/** What is left, without moving the iterator. */
function remainingItems(self: OrderedIterator): Value[] | typeof EXIT {
  const { dict, position } = self;
  const items: Value[] = [];
  let item = self.next();
  for (; item !== undefined && item !== EXIT; item = self.next()) items.push(item as Value);
  self.dict = dict;
  self.position = position;
  return item === EXIT ? EXIT : items;
}

export const orderedIteratorType: PyType = builtinType<OrderedIterator>('odict_iterator', {
  base: objectType,
  layout: OrderedIterator,
  isBaseType: false,
  slots: { iter: (self: OrderedIterator) => self, next: (self: OrderedIterator) => self.next() },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
      const items = remainingItems(self);
      return items === EXIT ? EXIT : reduction(builtinNamed('iter'), [PyList.of(items as Value[])]);
    });
  },
});

export class PyOrderedKeys extends PyDictKeys {}
export class PyOrderedValues extends PyDictValues {}
export class PyOrderedItems extends PyDictItems {}

function viewType(
  name: string,
  base: PyType,
  layout: typeof PyOrderedKeys | typeof PyOrderedValues | typeof PyOrderedItems,
  part: OrderedPart,
): PyType {
  return builtinType<PyOrderedKeys>(name, {
    base,
    layout: layout as never,
    isBaseType: false,
    slots: { iter: (self: PyOrderedKeys) => new OrderedIterator(self.dict, part, false) },
    define(type) {
      type.method('__reversed__(self, /)', null, (self) => new OrderedIterator(self.dict, part, true));
    },
  });
}

export const orderedKeysType = viewType('odict_keys', dictKeysType, PyOrderedKeys, 'keys');
export const orderedValuesType = viewType('odict_values', dictValuesType, PyOrderedValues, 'values');
export const orderedItemsType = viewType('odict_items', dictItemsType, PyOrderedItems, 'items');
