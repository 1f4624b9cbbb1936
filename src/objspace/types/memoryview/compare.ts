/** `==` of memoryviews: shapes must be equal, items compare by value whatever their formats. */
import { STRIDE, worked } from '../../../util/work.ts';
import { BUFFER_FULL_READONLY, type LentBuffer, tryLend } from '../../buffer.ts';
import { type BufferLayout, itemCount } from '../../buffer-layout.ts';
import { swallow } from '../../exception.ts';
import { itemFormat, viewOf } from '../../item-format.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { compareTrue } from '../../operations.ts';
import { type CompareOperator, EQ, NE } from '../../slots.ts';
import type { PyMemoryView } from '../memoryview.ts';
import { NotImplemented } from '../not-implemented.ts';

/** Memory and layout of one side. */
interface Side {
  readonly memory: Uint8Array;
  readonly offset: number;
  readonly layout: BufferLayout;
}

function sameShape(left: BufferLayout, right: BufferLayout): boolean {
  return (
    left.shape.length === right.shape.length &&
    left.shape.every((extent, dimension) => extent === right.shape[dimension])
  );
}

/** Whether `test` says yes to the positions of every two items that are at the same place; it is not asked after it has said no. */
function everyPair(left: Side, right: Side, test: (left: number, right: number) => boolean): boolean {
  const { shape, strides } = left.layout;
  const others = right.layout.strides;
  const walk = (dimension: number, at: number, other: number): boolean => {
    if (dimension === shape.length) return test(at, other);
    for (let index = 0; index < shape[dimension]; index++) {
      if ((index & (STRIDE - 1)) === STRIDE - 1) worked(2 * STRIDE);
      if (!walk(dimension + 1, at + index * strides[dimension], other + index * others[dimension])) return false;
    }
    return true;
  };
  return walk(0, left.offset, right.offset);
}

const INTEGRAL = 'bBcnNhHiIlLqQ';

/** Whether equal bytes mean equal items. */
function comparesBytewise(left: BufferLayout, right: BufferLayout): boolean {
  return left.format === right.format && INTEGRAL.includes(left.format.replace('@', ''));
}

function equalBytewise(left: Side, right: Side): boolean {
  const { itemSize } = left.layout;
  return everyPair(left, right, (at, other) => {
    for (let byte = 0; byte < itemSize; byte++) {
      if (left.memory[at + byte] !== right.memory[other + byte]) return false;
    }
    return true;
  });
}

function equalByValue(left: Side, right: Side): boolean | Exit {
  const [readLeft, readRight] = [itemFormat(left.layout.format), itemFormat(right.layout.format)];
  // Formats that cannot be read compare unequal.
  if (readLeft === undefined || readRight === undefined) return false;
  const [leftView, rightView] = [viewOf(left.memory), viewOf(right.memory)];
  let same: boolean | Exit = true;
  everyPair(left, right, (at, other) => {
    same = compareTrue(readLeft.read(leftView, at), readRight.read(rightView, other), EQ);
    return same === true;
  });
  return same;
}

function equalSides(left: Side, right: Side): boolean | Exit {
  if (!sameShape(left.layout, right.layout)) return false;
  if (itemCount(left.layout) === 0) return true;
  return comparesBytewise(left.layout, right.layout) ? equalBytewise(left, right) : equalByValue(left, right);
}

export function compareViews(self: PyMemoryView, other: Value, operator: CompareOperator): Result {
  if (operator !== EQ && operator !== NE) return NotImplemented;
  const equal = equalTo(self, other);
  if (equal === EXIT || equal === undefined) return equal === undefined ? NotImplemented : EXIT;
  return equal === (operator === EQ);
}

/** Work of finding out how views are compared. */
const BEGINNING = 64;

/** `undefined` for what has no buffer. */
function equalTo(self: PyMemoryView, other: Value): boolean | Exit | undefined {
  if (self.isReleased) return (self as Value) === other;
  worked(BEGINNING);
  const buffer = tryLend(other, BUFFER_FULL_READONLY);
  if (buffer === undefined) return undefined;
  if (buffer === EXIT) return swallow('ValueError') || swallow('BufferError') ? undefined : EXIT;
  try {
    return equalSides(self, buffer as LentBuffer);
  } finally {
    (buffer as LentBuffer).release();
  }
}
