/** `slice`, and what a slice means for a sequence of a given length. */
import { raiseTypeError, raiseValueError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { repr, toInt } from '../operations.ts';
import type { Shape } from '../shape.ts';
import type { CompareOperator } from '../slots.ts';
import { typeOf } from '../type.ts';
import { compareItems, hashItems } from './sequences.ts';
import { PyTuple } from './tuple.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { textOf } from './str/str.ts';

export class PySlice {
  declare readonly shape: Shape;
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
declareObjectClass(PySlice);

// ── Indices ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The items that a slice picks: `length` of them from `start` on, `step` apart. `stop` is what `slice.indices` says. */
export interface Indices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
}

/** A bound of a slice as a number, clamped to the safe integers; an error names what a slice's bounds may be. */
export function sliceIndex(value: Value, mayBeNone = true): number | Exit {
  if (typeof value === 'number') return value;
  if (typeof value !== 'bigint' && typeof value !== 'boolean' && typeOf(value).slots.index === undefined) {
    return raiseTypeError(`slice indices must be integers ${mayBeNone ? 'or None ' : ''}or have an __index__ method`);
  }
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return (int as bigint) > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

/** A bound moved into the sequence: negative ones count from its end, what lies outside is clamped. */
function clampBound(bound: number, length: number, step: number): number {
  if (bound < 0) {
    const moved = bound + length;
    return moved >= 0 ? moved : step < 0 ? -1 : 0;
  }
  if (bound >= length) return step < 0 ? length - 1 : length;
  return bound;
}

/** How many steps lead from start to stop. */
export function countSteps(start: number, stop: number, step: number): number {
  if (step > 0) return start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
  return stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
}

/** The bounds of a slice before the length is known: evaluating them may run Python code that changes the sequence. */
export interface Bounds {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number;
}

/** Evaluates step, start and stop, in CPython's order. */
export function sliceBounds(slice: PySlice): Bounds | Exit {
  const step = slice.step === null ? 1 : sliceIndex(slice.step);
  if (step === EXIT) return EXIT;
  if (step === 0) return raiseValueError('slice step cannot be zero');
  const start = slice.start === null ? null : sliceIndex(slice.start);
  if (start === EXIT) return EXIT;
  const stop = slice.stop === null ? null : sliceIndex(slice.stop);
  if (stop === EXIT) return EXIT;
  return { start: start as number | null, stop: stop as number | null, step: step as number };
}

/** The indices that bounds mean in a sequence of `length` items. */
export function adjustBounds({ start, stop, step }: Bounds, length: number): Indices {
  const first = start === null ? (step < 0 ? length - 1 : 0) : clampBound(start, length, step);
  const end = stop === null ? (step < 0 ? -1 : length) : clampBound(stop, length, step);
  return { start: first, stop: end, step, length: countSteps(first, end, step) };
}

/** The indices that a slice means in a sequence of `length` items. */
export function sliceIndices(slice: PySlice, length: number): Indices | Exit {
  const bounds = sliceBounds(slice);
  return bounds === EXIT ? EXIT : adjustBounds(bounds as Bounds, length);
}

/** Start, stop and step in a sequence of any length, exactly: `slice.indices` and slices of ranges know no limit. */
export function exactIndices(slice: PySlice, length: bigint): { start: bigint; stop: bigint; step: bigint } | Exit {
  const step = slice.step === null ? 1n : exactBound(slice.step);
  if (step === EXIT) return EXIT;
  if (step === 0n) return raiseValueError('slice step cannot be zero');
  const lower = (step as bigint) < 0n ? -1n : 0n;
  const upper = (step as bigint) < 0n ? length - 1n : length;
  const start =
    slice.start === null ? ((step as bigint) < 0n ? upper : lower) : exactClamped(slice.start, length, lower, upper);
  if (start === EXIT) return EXIT;
  const stop =
    slice.stop === null ? ((step as bigint) < 0n ? lower : upper) : exactClamped(slice.stop, length, lower, upper);
  if (stop === EXIT) return EXIT;
  return { start: start as bigint, stop: stop as bigint, step: step as bigint };
}

function exactBound(value: Value): bigint | Exit {
  if (
    typeof value !== 'number' &&
    typeof value !== 'bigint' &&
    typeof value !== 'boolean' &&
    typeOf(value).slots.index === undefined
  ) {
    return raiseTypeError('slice indices must be integers or None or have an __index__ method');
  }
  const int = toInt(value);
  return int === EXIT ? EXIT : BigInt(int as number | bigint);
}

function exactClamped(value: Value, length: bigint, lower: bigint, upper: bigint): bigint | Exit {
  let bound = exactBound(value);
  if (bound === EXIT) return EXIT;
  if ((bound as bigint) < 0n) bound = (bound as bigint) + length;
  return (bound as bigint) < lower ? lower : (bound as bigint) > upper ? upper : bound;
}

// ── The type ─────────────────────────────────────────────────────────────────────────────────────────────────────

function newSlice(args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('slice() takes no keyword arguments');
  const [first, second, third] = args;
  switch (args.length) {
    case 0:
      return raiseTypeError('slice expected at least 1 argument, got 0');
    case 1:
      return new PySlice(null, first, null);
    case 2:
      return new PySlice(first, second, null);
    case 3:
      return new PySlice(first, second, third);
    default:
      return raiseTypeError(`slice expected at most 3 arguments, got ${args.length}`);
  }
}

function sliceRepr(self: PySlice): Result {
  let text = 'slice(';
  for (const part of [self.start, self.stop, self.step]) {
    const shown = repr(part);
    if (shown === EXIT) return EXIT;
    text += text === 'slice(' ? textOf(shown as Value) : `, ${textOf(shown as Value)}`;
  }
  return `${text})`;
}

const partsOf = (slice: PySlice): readonly Value[] => [slice.start, slice.stop, slice.step];

function sliceCompare(self: PySlice, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PySlice)) return NotImplemented;
  if (self === other) return operator === 2 || operator === 1 || operator === 5;
  return compareItems(partsOf(self), partsOf(other), operator);
}

function indicesOf(self: PySlice, value: Value): Result {
  const int = toInt(value);
  if (int === EXIT) return EXIT;
  const length = int as number | bigint;
  if (length < 0) return raiseValueError('length should not be negative');
  if (typeof length === 'number' && length < 2 ** 50) {
    const exact = isSmall(self.start) && isSmall(self.stop) && isSmall(self.step);
    const indices = exact ? sliceIndices(self, length) : undefined;
    if (indices === EXIT) return EXIT;
    if (indices !== undefined)
      return new PyTuple([(indices as Indices).start, (indices as Indices).stop, (indices as Indices).step]);
  }
  const indices = exactIndices(self, BigInt(length));
  if (indices === EXIT) return EXIT;
  const { start, stop, step } = indices as { start: bigint; stop: bigint; step: bigint };
  return new PyTuple([normal(start), normal(stop), normal(step)]);
}

const isSmall = (bound: Value): boolean => bound === null || typeof bound === 'number';

/** An int in its one representation. */
function normal(int: bigint): Value {
  const number = Number(int);
  return Number.isSafeInteger(number) ? number : int;
}

export const sliceType = builtinType<PySlice>('slice', {
  base: objectType,
  layout: PySlice,
  isBaseType: false,
  doc: `
    slice(stop)
    slice(start, stop[, step])

    Create a slice object.

    This is used for extended slicing (e.g. a[0:10:2]).
  `,
  slots: {
    repr: sliceRepr,
    hash: (self: PySlice) => hashItems(partsOf(self), true),
    compare: sliceCompare,
    new: (_cls, args, keywords) => newSlice(args, keywords),
  },
  define(slice) {
    slice.member('start', null, (self) => self.start);
    slice.member('stop', null, (self) => self.stop);
    slice.member('step', null, (self) => self.step);
    slice.method(
      'indices(self, object, /)',
      'S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.',
      indicesOf,
    );
    slice.method(
      '__reduce__(self, /)',
      'Return state information for pickling.',
      (self) => new PyTuple([sliceType, new PyTuple(partsOf(self))]),
    );
  },
});
