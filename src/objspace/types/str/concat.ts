/** Concatenation, repetition and joining of texts, with CPython's limits. */
import { raise, raiseTypeError } from '../../exception.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { toSize, typeName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { sequenceItems } from '../../sequence-items.ts';
import { PyList } from '../list/list.ts';
import { allocating, LONG_TEXT, worked } from '../../../util/work.ts';
import { isHighSurrogate, isLowSurrogate } from '../../../util/code-points.ts';
import { noteConcatenation, unitAt } from '../../../util/growing-text.ts';
import { asText, hasSurrogate, MAX_TEXT_LENGTH, PyStr, splitsOf, type Text, TextBuilder, unitsOf } from './text.ts';

/** One more than sys.maxsize: what CPython calls too long before it tries to allocate. */
const TOO_LONG = 2 ** 63;

export function concatTexts(a: Text, b: Text): Result {
  const length = unitsOf(a).length + unitsOf(b).length;
  if (length > MAX_TEXT_LENGTH) return raise('MemoryError');
  // Engines concatenate lazily: only growth to another size is worth a look.
  if (Math.clz32(length) < Math.clz32(unitsOf(a).length)) allocating(length);
  return joined(a, b);
}

/** `a + b`. */
function joined(a: Text, b: Text): Text {
  if (typeof a === 'string' && typeof b === 'string') return joinedUnits(a, b);
  const left = unitsOf(a);
  const right = unitsOf(b);
  if (left === '') return b;
  if (right === '') return a;
  const splits = splitsOf(b).length === 0 && !meet(left, right) ? splitsOf(a) : splitsOfBoth(a, b);
  const text = new PyStr(joinedUnits(left, right), splits, false);
  // A text whose length is asked for while it grows is not counted anew.
  if (typeof a !== 'string' && a.isCounted) text.count(a.length + b.length);
  return text;
}

export function joinedUnits(left: string, right: string): string {
  const text = left + right;
  if (left.length >= LONG_TEXT) noteConcatenation(left, right, text);
  return text;
}

/** Whether lone surrogates meet that would read as a pair. */
function meet(left: string, right: string): boolean {
  return isLowSurrogate(right.charCodeAt(0)) && isHighSurrogate(unitAt(left, left.length - 1));
}

function splitsOfBoth(a: Text, b: Text): number[] {
  const left = unitsOf(a);
  const splits = splitsOf(a).slice();
  if (meet(left, unitsOf(b))) splits.push(left.length);
  for (const split of splitsOf(b)) splits.push(left.length + split);
  return splits;
}

/** `text + right`. */
export function concatValue(text: Text, right: Value): Result {
  const other = asText(right);
  if (other === undefined) return raiseTypeError(`can only concatenate str (not "${typeName(right)}") to str`);
  return concatTexts(text, other);
}

/** `text * count`. */
export function repeatText(text: Text, count: Value): Result {
  const size = toSize(count);
  if (size === EXIT) return EXIT;
  const times = size as number;
  const units = unitsOf(text);
  if (times <= 0 || units === '') return '';
  if (units.length * times > MAX_TEXT_LENGTH) {
    // A count beyond the safe integers has been clamped: several characters of such are more than any size.
    const isTooLong = times === Number.MAX_SAFE_INTEGER ? text.length > 1 : text.length * times >= TOO_LONG;
    return isTooLong ? raise('OverflowError', 'repeated string is too long') : raise('MemoryError');
  }
  allocating(units.length * times);
  if (typeof text === 'string') return text.repeat(times);
  const meetsItself = hasSurrogate(units[0]) && hasSurrogate(units[units.length - 1]);
  if (text.splits.length === 0 && !meetsItself) return new PyStr(units.repeat(times), undefined, false);
  const builder = new TextBuilder();
  for (let left = times; left > 0; left--) builder.append(text);
  return builder.finish();
}

/** `separator.join(iterable)`. */
export function joinValues(separator: Text, iterable: Value): Result {
  // Joining runs no Python code: a list stays as it is, and need not be copied.
  const isList = iterable instanceof PyList && !typeOf(iterable).isHeapType;
  const items = isList ? iterable.view() : sequenceItems(iterable, 'can only join an iterable');
  return items === EXIT ? EXIT : joinItems(separator, items as Value[]);
}

/** Of the class itself: what a derived one holds is joined as a `str`. */
const isStr = (item: Value): boolean =>
  typeof item === 'string' || (item instanceof PyStr && !typeOf(item as Value).isHeapType);

function joinItems(separator: Text, items: readonly Value[]): Result {
  if (items.length === 1 && isStr(items[0])) return items[0];
  let isPlain = typeof separator === 'string';
  let units = unitsOf(separator).length * Math.max(items.length - 1, 0);
  const runs: string[] = [];
  let joined = units;
  for (let index = 0; index < items.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x4000);
    const item = items[index];
    if (typeof item === 'string') {
      units += item.length;
      if ((index & (RUN - 1)) === RUN - 1 && isPlain && units <= MAX_TEXT_LENGTH) {
        allocating(units - joined);
        joined = units;
        runs.push(items.slice(index + 1 - RUN, index + 1).join(separator as string));
      }
      continue;
    }
    const text = asText(item);
    if (text === undefined) {
      return raiseTypeError(`sequence item ${index}: expected str instance, ${typeName(item)} found`);
    }
    isPlain = false;
    units += unitsOf(text).length;
  }
  if (units > MAX_TEXT_LENGTH) return raise('MemoryError');
  if (!isPlain) return joinBoxed(separator, items);
  if (units <= SHORT) return joinShort(separator as string, items as string[]);
  allocating(units);
  if (runs.length === 0) return joinPieces(separator as string, items as string[], units);
  const rest = items.length % RUN;
  if (rest > 0) runs.push(items.slice(-rest).join(separator as string));
  return joinPieces(separator as string, runs, units);
}

/** So many items are joined at once, a power of two: what the first look at them has brought into the processor's cache is still there. */
const RUN = 4096;

function joinPieces(separator: string, pieces: readonly string[], units: number): string {
  return units <= STRETCH ? pieces.join(separator) : joinStretches(separator, pieces);
}

/** The engine holds texts of so many units in one piece, however they are put together; its `join` takes two to four times as long for them. */
const SHORT = 12;

function joinShort(separator: string, items: readonly string[]): string {
  let text = items.length === 0 ? '' : items[0];
  for (let index = 1; index < items.length; index++) text = text + separator + items[index];
  return text;
}

/** Units that are joined at once: a few milliseconds. */
const STRETCH = 1 << 24;

function joinStretches(separator: string, items: readonly string[]): string {
  let text = '';
  for (let from = 0, to = 0; from < items.length; from = to) {
    let units = items[to++].length + separator.length;
    // The engine concatenates long ones lazily.
    const isLong = units >= LONG_TEXT;
    while (!isLong && to < items.length && units < STRETCH) units += items[to++].length + separator.length;
    const stretch = isLong ? items[from] : items.slice(from, to).join(separator);
    text += from === 0 ? stretch : separator + stretch;
    worked(units >> 5);
  }
  return text;
}

function joinBoxed(separator: Text, items: readonly Value[]): Text {
  const builder = new TextBuilder();
  items.forEach((item, index) => {
    if (index > 0) builder.append(separator);
    builder.append(asText(item)!);
  });
  return builder.finish();
}
