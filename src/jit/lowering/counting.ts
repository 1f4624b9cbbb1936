/** Ranges that are iterated over: by themselves (control.ts), or under `enumerate` and `zip`. */
import type { Builder } from '../builder.ts';
import { type Counter, MAX_SAFE, type Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';

/** The iterator of a range, and how it counts. */
export interface Counted extends Counter {
  readonly iterator: Node;
}

/** Makes sure that all numbers of the range are safe ints. */
export function expectCounted(b: Builder, range: Node): Counted {
  const parts = range.op === 'range' ? range.inputs : null;
  const first = parts === null ? b.pure('start', '$0.start', [range], kinds.BOUND) : parts[0];
  const by = parts === null ? b.pure('step', '$0.step', [range], kinds.BOUND) : parts[2];
  // Ranges that are made in the unit have small bounds.
  const made = b.pure('iterator', 'rangeIterator($0)', [range], parts === null ? kinds.BOUND : kinds.RANGE_ITERATOR);
  const iterator = b.expect(made, kinds.RANGE_ITERATOR)!;
  const start = b.expect(first, kinds.INT)!;
  const step = b.expect(by, kinds.INT)!;
  const [low, high] = boundsOf(start, parts === null ? null : parts[1], step);
  return { iterator, start, step, low, high };
}

/** How many items a range has. */
export function lengthOfRange(b: Builder, range: Node): Node {
  if (range.op !== 'range') return b.int('length', '$0.length', [range], 0, MAX_SAFE);
  const [start, stop, step] = range.inputs;
  const most = Math.max(0, stop.high - start.low, start.high - stop.low);
  if (!step.isConstant || step.constant !== 1)
    return b.int('length', 'countItems($0, $1, $2)', [start, stop, step], 0, Math.min(most, MAX_SAFE));
  if (start.isConstant && start.constant === 0 && stop.low >= 0) return stop;
  return b.int('length', 'Math.max($1 - $0, 0)', [start, stop], 0, Math.min(most, MAX_SAFE));
}

/** Bounds of the items of a range. */
function boundsOf(start: Node, stop: Node | null, step: Node): [number, number] {
  const end = stop !== null && isWithin(stop.kinds, kinds.INT) ? stop : null;
  if (step.low > 0) return [start.low, end === null ? MAX_SAFE : Math.max(end.high - 1, start.low)];
  if (step.high < 0) return [end === null ? -MAX_SAFE : Math.min(end.low + 1, start.high), start.high];
  return [-MAX_SAFE, MAX_SAFE];
}

/** The item number `position`, which the range has. */
export function itemOfRange(b: Builder, { start, step, low, high }: Counter, position: Node): Node {
  const isPlain = step.isConstant && step.constant === 1;
  return b.int('item', isPlain ? '$0 + $1' : '$0 + $1 * $2', [start, position, step], low, high);
}
