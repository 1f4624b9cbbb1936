/** `memoryview.cast`: the same bytes as items of another format or in another shape. */
import { byteLength, denseStrides, isContiguous } from '../../buffer-layout.ts';
import { error, orThrow } from '../../exception.ts';
import { itemFormat } from '../../item-format.ts';
import type { Value } from '../../object.ts';
import { ssizeArgument } from '../bytes/allocate.ts';
import { PyList } from '../list/list.ts';
import type { PyMemoryView } from '../memoryview.ts';
import { type Int, intOf, isInt } from '../int/int.ts';
import { PyTuple } from '../tuple.ts';
import { worked } from '../../../util/work.ts';

const MAX_DIMENSIONS = 64;
const BYTE_FORMATS = /^@?[Bbc]$/;

/** Casts go from or to bytes. */
function castFormat(self: PyMemoryView, format: string): { format: string; itemSize: number } {
  const target = /^@?.$/s.test(format) ? itemFormat(format) : undefined;
  if (target === undefined) {
    throw error(
      'ValueError',
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (itemFormat(self.layout.format) === undefined) {
    throw error(
      'ValueError',
      "memoryview: source format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!BYTE_FORMATS.test(self.layout.format) && !BYTE_FORMATS.test(format)) {
    throw error('TypeError', 'memoryview: cannot cast between two non-byte formats');
  }
  if (byteLength(self.layout) % target.size !== 0)
    throw error('TypeError', 'memoryview: length is not a multiple of itemsize');
  return { format, itemSize: target.size };
}

function extentOf(value: Value): Int {
  if (!isInt(value)) throw error('TypeError', 'memoryview.cast(): elements of shape must be integers');
  if ((orThrow(ssizeArgument(value)) as number) <= 0)
    throw error('ValueError', 'memoryview.cast(): elements of shape must be integers > 0');
  return intOf(value);
}

function shapeOf(value: Value): number[] {
  if (!(value instanceof PyList) && !(value instanceof PyTuple))
    throw error('TypeError', 'shape must be a list or a tuple');
  const items = value instanceof PyList ? value.toArray() : value.items;
  if (items.length > MAX_DIMENSIONS)
    throw error('ValueError', `memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
  const shape = items.map(extentOf);
  if (shape.reduce((product: bigint, extent) => product * BigInt(extent), 1n) >= 1n << 63n)
    throw error('ValueError', 'memoryview.cast(): product(shape) > SSIZE_MAX');
  return shape.map(Number);
}

/** Throws Python exceptions. */
/** Work of making a view of another format. */
const CAST_WORK = 64;

export function castView(self: PyMemoryView, format: string, shapeValue: Value | undefined): PyMemoryView {
  worked(CAST_WORK);
  if (!isContiguous(self.layout)) throw error('TypeError', 'memoryview: casts are restricted to C-contiguous views');
  const dimensions = self.layout.shape.length;
  const isOneToMany = shapeValue === undefined || dimensions === 1 || lengthOf(shapeValue) === 1;
  if (!isOneToMany) throw error('TypeError', 'memoryview: cast must be 1D -> ND or ND -> 1D');
  const target = castFormat(self, format);
  const size = byteLength(self.layout);
  const shape = shapeValue === undefined ? [size / target.itemSize] : shapeOf(shapeValue);
  if (shape.reduce((product, extent) => product * extent, target.itemSize) !== size) {
    throw error('TypeError', 'memoryview: product(shape) * itemsize != buffer size');
  }
  return self.derive({ ...target, shape, strides: denseStrides(shape, target.itemSize) });
}

function lengthOf(value: Value): number {
  if (value instanceof PyList) return value.length;
  return value instanceof PyTuple ? value.items.length : 1;
}
