/** `dict(iterable)` where that runs no Python code. */
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { dictType } from '../objspace/types/dict/dict-type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyListIterator } from '../objspace/types/list/iterator.ts';
import { listType } from '../objspace/types/list/list-type.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import { PyStrAsciiIterator, PyStrIterator } from '../objspace/types/str/iterator.ts';
import { isExactTuple, type PyTuple } from '../objspace/types/tuple.ts';
import { PyZip } from '../objspace/types/zip.ts';
import { STRIDE, worked } from '../util/work.ts';
import { isTamedIterator, UNTAMED, type Untamed } from './tame.ts';

export function tamedDictOf(source: Value): PyDict | Exit | Untamed {
  if (source instanceof PyDict) return source.shape === dictType.instanceShape ? source.copy() : UNTAMED;
  if (source instanceof PyList) return source.shape === listType.instanceShape ? ofPairs(source.view()) : UNTAMED;
  if (isExactTuple(source)) return ofPairs((source as PyTuple).items);
  return source instanceof PyZip ? ofZip(source) : UNTAMED;
}

function ofPairs(pairs: readonly Value[]): PyDict | Untamed {
  if (pairs.length >= STRIDE) worked(pairs.length);
  const dict = new PyDict();
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index];
    if (!isExactTuple(pair) || !pair.isPair) return UNTAMED;
    if (!dict.setTamed(pair.first as Value, pair.second as Value)) return UNTAMED;
  }
  return dict;
}

/** What its iterators have given cannot be given back: so all keys are looked at first. */
function ofZip(zip: PyZip): PyDict | Exit | Untamed {
  const isKnown = !(zip as Value & PyZip).shape.type.isHeapType && zip.isOfTwo() && isTamedIterator(zip as Value, 2);
  if (!isKnown || !givesPlainKeys(zip.iterators[0])) return UNTAMED;
  const dict = new PyDict();
  for (let count = 1; ; count++) {
    if (count % STRIDE === 0) worked(STRIDE);
    const pair = zip.next();
    if (pair === undefined) return dict;
    if (pair === EXIT) return EXIT;
    const { first, second } = pair as unknown as PyTuple;
    dict.setTamed(first as Value, second as Value);
  }
}

/** Whether all items are strings, or ints in the form of numbers. */
function givesPlainKeys(iterator: Value): boolean {
  if (iterator instanceof PyListIterator) {
    const list = iterator.sequence;
    return list === null || arePlain(list.view(), iterator.index);
  }
  return (
    iterator instanceof PyRangeIterator || iterator instanceof PyStrIterator || iterator instanceof PyStrAsciiIterator
  );
}

function arePlain(items: readonly Value[], start: number): boolean {
  if (items.length >= STRIDE) worked(items.length >> 3);
  for (let index = start; index < items.length; index++) {
    const type = typeof items[index];
    if (type !== 'string' && type !== 'number') return false;
  }
  return true;
}
