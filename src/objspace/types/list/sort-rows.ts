/**
 * Sorting tuples of simple items column by column: all rows by their first items, then those that tie by their second ones, and so on. A column
 * of numbers or strings is sorted by the host, without a call for each comparison. Nothing can be seen of it: simple items have one
 * order, whatever is compared with what; where a column that decides has other items, the caller compares the tuples one by one.
 */
import type { Value } from '../../object.ts';
import { type Less, timsort } from '../../../util/timsort.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { state } from '../../state.ts';
import { PyFloat } from '../float-object.ts';
import { isExactTuple, type PyTuple } from '../tuple.ts';
import { permute, simpleOrder } from './simple-order.ts';

/** Fewer rows are compared one by one. */
const LEAST_ROWS = 40;
/** Ties of at most so many rows are sorted by insertion. */
const SHORT_TIE = 8;
/** Beyond this many levels of tuples in tuples the operations compare, which know how deep they may go. */
export const MAX_NESTING = 20;

/** Reports the work of having gone through rows; ties are many and short, so that nothing is asked at each row. */
function passedAll(count: number): void {
  if (count >= STRIDE) worked(count >> 1);
}

/** Rows in an order so far, and where neighbours tie: starts and ends by turns. */
class Ordering {
  readonly order: number[];
  ties: number[];

  constructor(count: number) {
    this.order = [];
    for (let row = 0; row < count; row++) this.order.push(row);
    passedAll(count);
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
  passedAll(cells.length);
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
  passedAll(end - start);
  const isText = typeof keys[0] === 'string';
  if (isText ? !keys.every(isHostText) : !makeNumbers(keys)) return false;
  passedAll(end - start);
  if (end - start <= SHORT_TIE) insertionSort(keys, order, start);
  else sortKeys(keys, order, start, isText ? lessText : lessNumber);
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

function lessNumber(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  return (left as number) < (right as number);
}

function lessText(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  return (left as string) < (right as string);
}

function sortKeys(keys: Value[], order: number[], start: number, less: Less<Value>): void {
  const places = simpleOrder(keys);
  if (places === undefined) {
    const rows = order.slice(start, start + keys.length);
    timsort(keys, rows, less);
    for (let at = 0; at < rows.length; at++) order[start + at] = rows[at];
    return;
  }
  permute(keys, places);
  permute(order, places, start);
}
