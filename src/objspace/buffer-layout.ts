/** How items lie in memory (PEP 3118): item (i, j, ...) is at `offset + i * strides[0] + j * strides[1] + ...`. */
import { slicedBytes } from '../util/copy-bytes.ts';
import { STRIDE, worked } from '../util/work.ts';
import { newBytes } from '../util/new-bytes.ts';

export interface BufferLayout {
  readonly format: string;
  readonly itemSize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** Layout of a plain run of unsigned bytes. */
export function byteLayout(length: number): BufferLayout {
  return { format: 'B', itemSize: 1, shape: [length], strides: [1] };
}

/** Strides of items without gaps, last index fastest. */
export function denseStrides(shape: readonly number[], itemSize: number): number[] {
  const strides = new Array<number>(shape.length);
  let stride = itemSize;
  for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
    strides[dimension] = stride;
    stride *= shape[dimension];
  }
  return strides;
}

export function itemCount(layout: BufferLayout): number {
  return layout.shape.reduce((product, extent) => product * extent, 1);
}

/** Bytes of all items. */
export function byteLength(layout: BufferLayout): number {
  return itemCount(layout) * layout.itemSize;
}

function isDense({ shape, strides, itemSize }: BufferLayout, dimensions: readonly number[]): boolean {
  let expected = itemSize;
  for (const dimension of dimensions) {
    const extent = shape[dimension];
    if (extent === 0) return true;
    if (extent > 1 && strides[dimension] !== expected) return false;
    expected *= extent;
  }
  return true;
}

/** In one dimension CPython goes by the stride, even where there is no item. */
function isRun({ shape, strides, itemSize }: BufferLayout): boolean {
  return shape[0] === 1 || strides[0] === itemSize;
}

/** Whether the items lie one after another, last index fastest. */
export function isContiguous(layout: BufferLayout): boolean {
  if (layout.shape.length === 1) return isRun(layout);
  return (
    layout.shape.includes(0) ||
    isDense(
      layout,
      layout.shape.map((_, dimension) => layout.shape.length - 1 - dimension),
    )
  );
}

/** As isContiguous, but first index fastest. */
export function isFortranContiguous(layout: BufferLayout): boolean {
  if (layout.shape.length === 1) return isRun(layout);
  return (
    layout.shape.includes(0) ||
    isDense(
      layout,
      layout.shape.map((_, dimension) => dimension),
    )
  );
}

/** Calls `visit` with the position of every item, in C order. */
export function forEachItem(offset: number, { shape, strides }: BufferLayout, visit: (position: number) => void): void {
  const walk = (dimension: number, position: number): void => {
    if (dimension === shape.length) {
      visit(position);
      return;
    }
    for (let index = 0; index < shape[dimension]; index++) {
      if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
      walk(dimension + 1, position + index * strides[dimension]);
    }
  };
  walk(0, offset);
}

/** The items in C order in an array of their own. */
export function contiguousCopy(memory: Uint8Array, offset: number, layout: BufferLayout): Uint8Array {
  const length = byteLength(layout);
  if (isContiguous(layout)) return slicedBytes(memory, offset, offset + length);
  const { itemSize } = layout;
  const result = newBytes(length);
  let target = 0;
  forEachItem(offset, layout, (position) => {
    for (let index = 0; index < itemSize; index++) result[target++] = memory[position + index];
  });
  return result;
}

/** The layout with its dimensions reversed: walking it in C order gives Fortran order. */
export function transposed(layout: BufferLayout): BufferLayout {
  return { ...layout, shape: [...layout.shape].reverse(), strides: [...layout.strides].reverse() };
}
