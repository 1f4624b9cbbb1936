/** Indexing and slicing of memoryviews, and assignment. */
import { lend, type LentBuffer, BUFFER_FULL_READONLY } from '../../buffer.ts';
import { type BufferLayout, contiguousCopy, forEachItem } from '../../buffer-layout.ts';
import { raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import type { ItemFormat, Misfit, Taken } from '../../item-format.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { toSize } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { Ellipsis } from '../ellipsis.ts';
import type { PyMemoryView } from '../memoryview.ts';
import { type Indices, PySlice, sliceIndices } from '../slice.ts';
import { PyTuple } from '../tuple.ts';

const notImplemented = (what: string): Exit => raise('NotImplementedError', what);

/** How the view's items are read and written. */
export function viewFormat(self: PyMemoryView): ItemFormat | Exit {
  return self.format ?? notImplemented(`memoryview: format ${self.layout.format} not supported`);
}

export function readItem(self: PyMemoryView, position: number): Result {
  const format = viewFormat(self);
  return format === EXIT ? EXIT : (format as ItemFormat).read(self.view, position);
}

function writeItem(self: PyMemoryView, position: number, value: Value): true | Exit {
  const format = viewFormat(self);
  if (format === EXIT) return EXIT;
  // Converting the value may run Python code, which may release the view: the memory is touched afterwards.
  const taken: Taken = (format as ItemFormat).take(value);
  if (taken === EXIT) return EXIT;
  if (typeof taken === 'string') return raiseMisfit(self, taken);
  if (self.check() === EXIT) return EXIT;
  (format as ItemFormat).put(self.view, position, taken as number | bigint);
  return true;
}

function raiseMisfit(self: PyMemoryView, misfit: Misfit): Exit {
  const name = self.layout.format.replace('@', '');
  return misfit === 'wrong type'
    ? raiseTypeError(`memoryview: invalid type for format '${name}'`)
    : raiseValueError(`memoryview: invalid value for format '${name}'`);
}

function isIndex(key: Value): boolean {
  return typeof key === 'number' || typeOf(key).slots.index !== undefined;
}

/** An index within the view, as a number. */
function indexOf(key: Value): number | Exit {
  return toSize(key, 'IndexError');
}

/** Bytes from the first item to the one at `index` of a dimension. */
function stepsTo({ shape, strides }: BufferLayout, dimension: number, index: number): number | Exit {
  const at = index < 0 ? index + shape[dimension] : index;
  if (at < 0 || at >= shape[dimension]) return raise('IndexError', `index out of bounds on dimension ${dimension + 1}`);
  return at * strides[dimension];
}

/** Position of the item that a tuple of indices names. */
function positionOf(self: PyMemoryView, indices: readonly Value[]): number | Exit {
  const dimensions = self.layout.shape.length;
  if (indices.length > dimensions) {
    return raiseTypeError(`cannot index ${dimensions}-dimension view with ${indices.length}-element tuple`);
  }
  if (indices.length < dimensions) return notImplemented('sub-views are not implemented');
  let position = self.offset;
  for (const [dimension, key] of indices.entries()) {
    const index = indexOf(key);
    if (index === EXIT) return EXIT;
    const steps = stepsTo(self.layout, dimension, index as number);
    if (steps === EXIT) return EXIT;
    position += steps as number;
  }
  return position;
}

/** The view of a slice of the first dimension. */
function sliced(self: PyMemoryView, key: PySlice): PyMemoryView | Exit {
  const { layout } = self;
  if (isPlain(key.start) && isPlain(key.stop) && isPlain(key.step)) {
    const indices = sliceIndices(key, layout.shape[0]);
    return indices === EXIT ? EXIT : partOf(self, indices as Indices);
  }
  // Evaluating the bounds may release the view: the slice has its share of the loan before.
  const whole = self.derive(layout);
  const indices = sliceIndices(key, layout.shape[0]);
  const part = indices === EXIT ? EXIT : partOf(whole, indices as Indices);
  whole.release();
  return part;
}

function isPlain(bound: Value): boolean {
  return bound === null || typeof bound === 'number';
}

function partOf(whole: PyMemoryView, { start, step, length }: Indices): PyMemoryView {
  const { format, itemSize, shape, strides } = whole.layout;
  const layout = { format, itemSize, shape: withFirst(shape, length), strides: withFirst(strides, strides[0] * step) };
  return whole.derive(layout, whole.offset + start * strides[0]);
}

/** The extents or strides with another one of the first dimension. */
function withFirst(numbers: readonly number[], first: number): number[] {
  return numbers.length === 1 ? [first] : [first, ...numbers.slice(1)];
}

const isAll = (items: readonly Value[], test: (item: Value) => boolean): boolean => items.every(test);

/** What a key that is no single index asks for. */
function wrongKey(key: Value): Exit {
  const isMulti = key instanceof PyTuple && key.items.length > 0 && isAll(key.items, (item) => item instanceof PySlice);
  return isMulti
    ? notImplemented('multi-dimensional slicing is not implemented')
    : raiseTypeError('memoryview: invalid slice key');
}

export function getViewItem(self: PyMemoryView, key: Value): Result {
  if (self.check() === EXIT) return EXIT;
  const dimensions = self.layout.shape.length;
  if (dimensions === 0) return getScalar(self, key);
  if (isIndex(key)) {
    const index = indexOf(key);
    if (index === EXIT) return EXIT;
    if (dimensions > 1) return notImplemented('multi-dimensional sub-views are not implemented');
    const steps = stepsTo(self.layout, 0, index as number);
    return steps === EXIT || self.check() === EXIT ? EXIT : readItem(self, self.offset + (steps as number));
  }
  if (key instanceof PySlice) return sliced(self, key);
  if (!(key instanceof PyTuple) || !isAll(key.items, isIndex)) return wrongKey(key);
  const position = positionOf(self, key.items);
  return position === EXIT || self.check() === EXIT ? EXIT : readItem(self, position as number);
}

function getScalar(self: PyMemoryView, key: Value): Result {
  if (key === Ellipsis) return self;
  if (key instanceof PyTuple && key.items.length === 0) return readItem(self, self.offset);
  return raiseTypeError('invalid indexing of 0-dim memory');
}

export function setViewItem(self: PyMemoryView, key: Value, value: Value | undefined): true | Exit {
  if (self.check() === EXIT) return EXIT;
  if (self.isReadonly) return raiseTypeError('cannot modify read-only memory');
  if (value === undefined) return raiseTypeError('cannot delete memory');
  if (self.layout.shape.length === 0) return setScalar(self, key, value);
  return setIn(self, key, value);
}

function setScalar(self: PyMemoryView, key: Value, value: Value): true | Exit {
  const names = key === Ellipsis || (key instanceof PyTuple && key.items.length === 0);
  return names ? writeItem(self, self.offset, value) : raiseTypeError('invalid indexing of 0-dim memory');
}

function setIn(self: PyMemoryView, key: Value, value: Value): true | Exit {
  const { layout } = self;
  if (isIndex(key)) {
    if (layout.shape.length > 1) return notImplemented('sub-views are not implemented');
    const index = indexOf(key);
    if (index === EXIT) return EXIT;
    const steps = stepsTo(layout, 0, index as number);
    return steps === EXIT || self.check() === EXIT ? EXIT : writeItem(self, self.offset + (steps as number), value);
  }
  if (key instanceof PySlice) {
    if (layout.shape.length === 1) return setSlice(self, key, value);
    return notImplemented('memoryview slice assignments are currently restricted to ndim = 1');
  }
  if (!(key instanceof PyTuple) || !isAll(key.items, isIndex)) return wrongKey(key);
  const position = positionOf(self, key.items);
  return position === EXIT || self.check() === EXIT ? EXIT : writeItem(self, position as number, value);
}

function setSlice(self: PyMemoryView, key: PySlice, value: Value): true | Exit {
  const buffer = lend(value, BUFFER_FULL_READONLY);
  if (buffer === EXIT) return EXIT;
  const source = buffer as LentBuffer;
  const target = sliced(self, key);
  if (target === EXIT) {
    source.release();
    return EXIT;
  }
  const done = self.check() === EXIT ? EXIT : copyInto(target as PyMemoryView, source);
  source.release();
  (target as PyMemoryView).release();
  return done;
}

/** Copies items of the same structure; the two may overlap. */
function copyInto(target: PyMemoryView, source: LentBuffer): true | Exit {
  const [to, from] = [target.layout, source.layout];
  const isSame = from.shape.length === 1 && from.shape[0] === to.shape[0] && from.itemSize === to.itemSize;
  if (!isSame || from.format.replace('@', '') !== to.format.replace('@', '')) {
    return raiseValueError('memoryview assignment: lvalue and rvalue have different structures');
  }
  const bytes = contiguousCopy(source.memory, source.offset, from);
  let at = 0;
  forEachItem(target.offset, to, (position) => {
    target.memory.set(bytes.subarray(at, at + to.itemSize), position);
    at += to.itemSize;
  });
  return true;
}
