/**
 * Sorting tuples of simple items column by column: all rows by their first items, then those that tie by their second ones, and so on. A column
 * of numbers or strings is sorted by the host, without a call for each comparison. Nothing can be seen of it: simple items have one
 * order, whatever is compared with what; where a column that decides has other items, the caller compares the tuples one by one.
 */
import type { Value } from '../../object.ts';
import { sortDoubles } from '../../../util/sort-doubles.ts';
import { timsort } from '../../../util/timsort.ts';
import { worked } from '../../../util/work.ts';
import { PyFloat } from '../float-object.ts';
import { isExactTuple, type PyTuple } from '../tuple.ts';

/** Fewer rows are compared one by one. */
const LEAST_ROWS = 40;
/** Ties of at most so many rows are sorted by insertion. */
const SHORT_TIE = 8;
/** Beyond this many levels of tuples in tuples the operations compare, which know how deep they may go. */
export const MAX_NESTING = 20;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** Rows in an order so far, and where neighbours tie: starts and ends by turns. */
class Ordering {
  readonly order: number[];
  ties: number[];

  constructor(count: number) {
    this.order = Array.from({ length: count }, (_item, index) => index);
    this.ties = [0, count];
  }
}

/** The order in which exact tuples of one length come, as indices; `undefined` if they have to be compared one by one. */
export function orderOfRows(rows: readonly Value[]): number[] | undefined {
  if (rows.length < LEAST_ROWS) return undefined;
  const ordering = new Ordering(rows.length);
  return refineByTuples(ordering, rows, 0) ? ordering.order : undefined;
}

/** Whether the rows that tie have exact tuples of one length; ties are refined by them then. `cells`: by row. */
function refineByTuples(ordering: Ordering, cells: readonly Value[], depth: number): boolean {
  if (depth > MAX_NESTING) return false;
  const { order, ties } = ordering;
  if (ties.length === 0) return true;
  const first = cells[order[ties[0]]];
  if (!isExactTuple(first)) return false;
  const { length } = first;
  for (let tie = 0; tie < ties.length; tie += 2) {
    for (let at = ties[tie]; at < ties[tie + 1]; at++) {
      const cell = cells[order[at]];
      if (!isExactTuple(cell) || cell.length !== length) return false;
    }
  }
  for (let column = 0; column < length && ordering.ties.length > 0; column++)
    if (!refine(ordering, cells as unknown as readonly PyTuple[], column, depth)) return false;
  return true;
}

/** Sorts the rows of each tie by a column; false if its items are not simple. */
function refine(ordering: Ordering, rows: readonly PyTuple[], column: number, depth: number): boolean {
  const cells: Value[] = new Array(rows.length).fill(null);
  const { order, ties } = ordering;
  for (let tie = 0; tie < ties.length; tie += 2)
    for (let at = ties[tie]; at < ties[tie + 1]; at++) cells[order[at]] = rows[order[at]].at(column);
  worked(rows.length);
  if (isExactTuple(cells[order[ties[0]]])) return refineByTuples(ordering, cells, depth + 1);
  const remaining: number[] = [];
  for (let tie = 0; tie < ties.length; tie += 2)
    if (!sortTie(order, ties[tie], ties[tie + 1], cells, remaining)) return false;
  ordering.ties = remaining;
  return true;
}

/** Sorts rows that tie by their cells, and adds what still ties to `remaining`. */
function sortTie(order: number[], start: number, end: number, cells: readonly Value[], remaining: number[]): boolean {
  const keys: Value[] = [];
  for (let at = start; at < end; at++) keys.push(cells[order[at]]);
  const isText = typeof keys[0] === 'string';
  if (isText ? !keys.every(isHostText) : !makeNumbers(keys)) return false;
  if (end - start <= SHORT_TIE) insertionSort(keys, order, start);
  else if (isText) sortTexts(keys as string[], order, start);
  else sortNumbers(keys as number[], order, start);
  for (let first = 0, at = 1; at <= keys.length; at++) {
    if (at < keys.length && keys[at] === keys[first]) continue;
    if (at - first > 1) remaining.push(start + first, start + at);
    first = at;
  }
  return true;
}

function isHostText(value: Value): boolean {
  return typeof value === 'string';
}

/** Ints that are numbers, bools and floats are in the order of their doubles; false if there is anything else. */
function makeNumbers(keys: Value[]): boolean {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof key === 'number') continue;
    if (typeof key === 'boolean') keys[at] = Number(key);
    else if (key instanceof PyFloat && !Number.isNaN(key.value)) keys[at] = key.value + 0;
    else return false;
  }
  return true;
}

function insertionSort(keys: Value[], order: number[], start: number): void {
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next] as string;
    const row = order[start + next];
    let at = next;
    for (; at > 0 && key < (keys[at - 1] as string); at--) {
      keys[at] = keys[at - 1];
      order[start + at] = order[start + at - 1];
    }
    keys[at] = key;
    order[start + at] = row;
  }
}

function lessNumber(left: number, right: number): boolean {
  worked(1);
  return left < right;
}

function lessText(left: string, right: string): boolean {
  worked(1);
  return left < right;
}

/** Ints that are not too far apart become doubles with their places, whose order is a stable one. */
function sortNumbers(keys: number[], order: number[], start: number): void {
  const count = keys.length;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let isIntegral = true;
  for (let at = 0; at < count; at++) {
    const key = keys[at];
    if (key < least) least = key;
    if (key > greatest) greatest = key;
    if (isIntegral && !Number.isInteger(key)) isIntegral = false;
  }
  if (!isIntegral || (greatest - least + 1) * count > MAX_SAFE) {
    const rows = order.slice(start, start + count);
    timsort(keys, rows, lessNumber);
    for (let at = 0; at < count; at++) order[start + at] = rows[at];
    return;
  }
  sortRanks(keys, least, order, start);
}

/** Sorts by `keys[at] - least`, a small number. */
function sortRanks(keys: number[], least: number, order: number[], start: number): void {
  const count = keys.length;
  const places: number[] = new Array(count);
  let isSorted = true;
  for (let at = 0; at < count; at++) {
    places[at] = (keys[at] - least) * count + at;
    if (at > 0 && places[at] < places[at - 1]) isSorted = false;
  }
  if (isSorted) return;
  sortDoubles(places);
  const rows = order.slice(start, start + count);
  for (let at = 0; at < count; at++) {
    const rank = Math.floor(places[at] / count);
    keys[at] = rank + least;
    order[start + at] = rows[places[at] - rank * count];
  }
}

/** Each text gets its rank among the different ones. */
function sortTexts(keys: string[], order: number[], start: number): void {
  const ranks = new Map<string, number>();
  for (const key of keys) ranks.set(key, 0);
  const texts = [...ranks.keys()];
  timsort(texts, null, lessText);
  for (let rank = 0; rank < texts.length; rank++) ranks.set(texts[rank], rank);
  const numbers = keys.map((key) => ranks.get(key)!);
  sortRanks(numbers, 0, order, start);
  for (let at = 0; at < keys.length; at++) keys[at] = texts[numbers[at]];
}
