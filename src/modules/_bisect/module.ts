/** `_bisect`: binary search in sorted sequences. Reference: https://docs.python.org/3.14/library/bisect.html */
import { getAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, compareTrue, getItem, len, toInt, typeName } from '../../objspace/operations.ts';
import { LT } from '../../objspace/slots.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { insertIntoList, listType } from '../../objspace/types/list/list-type.ts';
import { normalize } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';

/** Where to search: sequences such as ranges may have more items than a number counts. */
interface Range {
  low: Int;
  high: Int;
}

function rangeOf(sequence: Value, lowValue: Value, highValue: Value): Range | Exit {
  if (lowValue === 0 && highValue === null && isExactList(sequence)) return { low: 0, high: sequence.length };
  const low = sizeOf(
    lowValue,
    `'${typeName(lowValue)}' object cannot be interpreted as an integer`,
    'Python int too large to convert to C ssize_t',
  );
  if (low === EXIT) return EXIT;
  const high =
    highValue === null
      ? -1
      : sizeOf(
          highValue,
          `argument should be integer or None, not '${typeName(highValue)}'`,
          `cannot fit '${typeName(highValue)}' into an index-sized integer`,
        );
  if (high === EXIT) return EXIT;
  if ((low as Int) < 0) return raiseValueError('lo must be non-negative');
  if (high !== -1) return { low: low as Int, high: high as Int };
  if (sequence instanceof PyDict) return raiseTypeError(`${typeName(sequence)} is not a sequence`);
  const length = len(sequence);
  return length === EXIT ? EXIT : { low: low as Int, high: length as Int };
}

/** An int of 64 bits. */
function sizeOf(value: Value, notInteger: string, tooLarge: string): Int | Exit {
  if (typeOf(value).slots.index === undefined) return raiseTypeError(notInteger);
  const int = toInt(value);
  if (typeof int === 'bigint' && BigInt.asIntN(64, int) !== int) return raise('OverflowError', tooLarge);
  return int as Int | Exit;
}

function middleOf(low: Int, high: Int): Int {
  if (typeof low === 'number' && typeof high === 'number' && high < 2 ** 30) return (low + high) >> 1;
  if (typeof low === 'number' && typeof high === 'number' && high < 2 ** 52) return Math.floor((low + high) / 2);
  return normalize((BigInt(low) + BigInt(high)) / 2n);
}

function itemAt(sequence: Value, index: Int): Result {
  if (isExactList(sequence) && index < sequence.length) return sequence.get(index as number);
  if (sequence instanceof PyDict) return raiseTypeError(`${typeName(sequence)} is not a sequence`);
  return getItem(sequence, index);
}

function isExactList(sequence: Value): sequence is Value & PyList {
  return sequence instanceof PyList && sequence.shape === listType.instanceShape;
}

function isLess(left: Value, right: Value): boolean | Exit {
  return typeof left === 'number' && typeof right === 'number' ? left < right : compareTrue(left, right, LT);
}

/** The index in front of (`isLeft`) or behind the items that equal `x`. */
function search(sequence: Value, x: Value, range: Range, key: Value, isLeft: boolean): Int | Exit {
  if (typeOf(sequence).slots.getItem === undefined)
    return raiseTypeError(`'${typeName(sequence)}' object does not support indexing`);
  let { low, high } = range;
  while (low < high) {
    const middle = middleOf(low, high);
    let item = itemAt(sequence, middle);
    if (item !== EXIT && key !== null) item = call(key, [item as Value]);
    if (item === EXIT) return EXIT;
    const isBefore = isLeft ? isLess(item as Value, x) : isLess(x, item as Value);
    if (isBefore === EXIT) return EXIT;
    if (isBefore === isLeft) low = typeof middle === 'number' ? middle + 1 : normalize(middle + 1n);
    else high = middle;
  }
  return low;
}

function bisect(isLeft: boolean) {
  return (sequence: Value, x: Value, low: Value, high: Value, key: Value): Result => {
    const range = rangeOf(sequence, low, high);
    return range === EXIT ? EXIT : search(sequence, x, range as Range, key, isLeft);
  };
}

function insort(isLeft: boolean) {
  return (sequence: Value, x: Value, low: Value, high: Value, key: Value): Result => {
    // The key function may change the sequence.
    const sortKey = key === null ? x : call(key, [x]);
    const range = sortKey === EXIT ? EXIT : rangeOf(sequence, low, high);
    if (range === EXIT) return EXIT;
    const index = search(sequence, sortKey as Value, range as Range, key, isLeft);
    if (index === EXIT) return EXIT;
    if (isExactList(sequence)) {
      return insertIntoList(sequence, index as Int, x) === EXIT ? EXIT : null;
    }
    const insert = getAttribute(sequence, 'insert');
    if (insert === EXIT) return EXIT;
    return call(insert as Value, [index as Int, x]) === EXIT ? EXIT : null;
  };
}

const ARGUMENTS = '(a, x, lo=0, hi=None, *, key=None)';
const BOUNDS_DOC =
  'Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\n' +
  'A custom key function can be supplied to customize the sort order.';

const bisectDoc = (left: string, right: string, where: string, side: string): string =>
  `Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e ${left} x, and all e in\na[i:] have e ${right} x.  So if x already appears in the list, a.insert(i, x)\nwill insert just ${where} the ${side}most x already there.\n\n${BOUNDS_DOC}`;

const insortDoc = (side: string): string =>
  `Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the ${side} of the ${side}most x.\n\n${BOUNDS_DOC}`;

export const _bisect = builtinModule(
  '_bisect',
  'Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n',
  (module) => {
    module.function(`bisect_right${ARGUMENTS}`, bisectDoc('<=', '>', 'after', 'right'), bisect(false) as never);
    module.function(`bisect_left${ARGUMENTS}`, bisectDoc('<', '>=', 'before', 'left'), bisect(true) as never);
    module.function(`insort_right${ARGUMENTS}`, insortDoc('right'), insort(false) as never);
    module.function(`insort_left${ARGUMENTS}`, insortDoc('left'), insort(true) as never);
  },
);
