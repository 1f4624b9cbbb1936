/** Methods and members of `memoryview`. */
import { byteLength, contiguousCopy, isContiguous, isFortranContiguous, transposed } from '../../buffer-layout.ts';
import { encodeText, textForC } from '../../codecs.ts';
import { error, orThrow, raiseValueError } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { ItemFormat } from '../../item-format.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { hashOf, isSameOrEqual, toInt, argumentName, typeName } from '../../operations.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { hashBytes } from '../bytes/hash.ts';
import { hexText } from '../bytes/hex.ts';
import { GenericAlias } from '../generic-alias.ts';
import { PyList } from '../list/list.ts';
import { sliceIndex } from '../slice.ts';
import { memoryViewOf, type PyMemoryView } from '../memoryview.ts';
import { isText, textOf } from '../str/text.ts';
import { PyTuple } from '../tuple.ts';
import { castView } from './cast.ts';
import { readItem, viewFormat } from './items.ts';
import { worked } from '../../../util/work.ts';

export function hashView(self: PyMemoryView): Result {
  if (self.hash >= 0) return self.hash;
  if (self.check() === EXIT) return EXIT;
  if (!self.isReadonly) return raiseValueError('cannot hash writable memoryview object');
  if (!/^@?[Bbc]$/.test(self.layout.format)) {
    return raiseValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  // An owner that cannot be hashed makes the view unhashable.
  if (self.owner !== null && self.held(() => hashOf(self.owner)) === EXIT) return EXIT;
  self.hash = hashBytes(contiguousCopy(self.memory, self.offset, self.layout));
  return self.hash;
}

const live = (self: PyMemoryView): PyMemoryView => {
  orThrow(self.check());
  return self;
};

function toBytes(self: PyMemoryView, order: Value): Value {
  const { memory, offset, layout } = live(self);
  if (order !== null && !isText(order)) {
    throw error('TypeError', `tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
  }
  const name = order === null ? 'C' : orThrow(textForC(order));
  if (name !== 'C' && name !== 'F' && name !== 'A') throw error('ValueError', "order must be 'C', 'F' or 'A'");
  const isFortran = name === 'F' || (name === 'A' && !isContiguous(layout) && isFortranContiguous(layout));
  return new PyBytes(contiguousCopy(memory, offset, isFortran ? transposed(layout) : layout));
}

/** Work of reading an item. */
const ITEM_WORK = 4;

function toList(self: PyMemoryView): Value {
  const { shape, strides } = self.layout;
  const format = orThrow(viewFormat(self)) as ItemFormat;
  const walk = (dimension: number, position: number): Value => {
    if (dimension === shape.length) return format.read(self.view, position);
    const items: Value[] = [];
    for (let index = 0; index < shape[dimension]; index++) {
      worked(ITEM_WORK);
      items.push(walk(dimension + 1, position + index * strides[dimension]));
    }
    return PyList.of(items);
  };
  return walk(0, self.offset);
}

/** Calls `visit` with each item's index and value until it says false; one dimension only. */
function scan(self: PyMemoryView, start: number, end: number, visit: (index: number, item: Value) => boolean): void {
  const { shape, strides } = self.layout;
  for (let index = start; index < Math.min(end, shape[0]); index++) {
    live(self);
    if (!visit(index, orThrow(readItem(self, self.offset + index * strides[0])) as Value)) return;
  }
}

function count(self: PyMemoryView, value: Value): number {
  const dimensions = live(self).layout.shape.length;
  if (dimensions === 0) throw error('TypeError', 'invalid indexing of 0-dim memory');
  if (dimensions > 1) throw error('NotImplementedError', 'multi-dimensional sub-views are not implemented');
  let found = 0;
  scan(self, 0, Number.MAX_SAFE_INTEGER, (_index, item) => {
    if (orThrow(isSameOrEqual(item, value))) found++;
    return true;
  });
  return found;
}

/** A bound of the part in which `index` looks. */
function positionArgument(value: Value, length: number): number {
  const index = orThrow(sliceIndex(value, false));
  return index < 0 ? Math.max(index + length, 0) : index;
}

function indexOfValue(self: PyMemoryView, value: Value, start: Value, stop: Value): number {
  const { shape } = live(self).layout;
  if (shape.length === 0) throw error('TypeError', 'invalid lookup on 0-dim memory');
  if (shape.length > 1) throw error('NotImplementedError', 'multi-dimensional lookup is not implemented');
  const from = positionArgument(start, shape[0]);
  const to = positionArgument(stop, shape[0]);
  let found = -1;
  scan(self, from, to, (index, item) => {
    if (orThrow(isSameOrEqual(item, value))) found = index;
    return found < 0;
  });
  if (found < 0) throw error('ValueError', 'memoryview.index(x): x not found');
  return found;
}

function defineMembers(type: TypeBuilder<PyMemoryView>): void {
  const member = (name: string, doc: string, value: (self: PyMemoryView) => Value): void => {
    type.getset(name, doc, (self) => (self.check() === EXIT ? EXIT : value(self)));
  };
  const numbers = (values: readonly number[]): Value => new PyTuple([...values]);
  member('obj', 'The underlying object of the memoryview.', (self) => self.owner);
  member('nbytes', 'The amount of space in bytes that the array would use in\n a contiguous representation.', (self) =>
    byteLength(self.layout),
  );
  member('readonly', 'A bool indicating whether the memory is read only.', (self) => self.isReadonly);
  member('itemsize', 'The size in bytes of each element of the memoryview.', (self) => self.layout.itemSize);
  member(
    'format',
    'A string containing the format (in struct module style)\n for each element in the view.',
    (self) => self.layout.format,
  );
  member(
    'ndim',
    'An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.',
    (self) => self.layout.shape.length,
  );
  member('shape', 'A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.', (self) =>
    numbers(self.layout.shape),
  );
  member(
    'strides',
    'A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.',
    (self) => numbers(self.layout.strides),
  );
  member('suboffsets', 'A tuple of integers used internally for PIL-style arrays.', () => numbers([]));
  member('c_contiguous', 'A bool indicating whether the memory is C contiguous.', (self) => isContiguous(self.layout));
  member('f_contiguous', 'A bool indicating whether the memory is Fortran contiguous.', (self) =>
    isFortranContiguous(self.layout),
  );
  member(
    'contiguous',
    'A bool indicating whether the memory is contiguous.',
    (self) => isContiguous(self.layout) || isFortranContiguous(self.layout),
  );
}

function defineConversions(type: TypeBuilder<PyMemoryView>): void {
  type.method(
    "tobytes(self, /, order='C')",
    "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}. When order is 'C' or 'F', the data of the\noriginal array is converted to C or Fortran order. For contiguous views,\n'A' returns an exact copy of the physical memory. In particular, in-memory\nFortran order is preserved. For non-contiguous views, the data is converted\nto C first. order=None is the same as order='C'.",
    toBytes,
  );
  type.method('tolist(self, /)', 'Return the data in the buffer as a list of elements.', (self) => toList(live(self)));
  type.method(
    'hex(self, /, sep=<absent>, bytes_per_sep=1)',
    "Return the data in the buffer as a str of hexadecimal numbers.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = memoryview(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
    (self, separator, bytesPerSeparator) => {
      const { memory, offset, layout } = live(self);
      return self.held(() => hexText(contiguousCopy(memory, offset, layout), separator, bytesPerSeparator));
    },
  );
  type.method(
    'cast(self, /, format, shape=<absent>)',
    'Cast a memoryview to a new format or shape.',
    (self, format, shape) => {
      if (!isText(format))
        throw error('TypeError', `cast() argument 'format' must be str, not ${argumentName(format)}`);
      const view = live(self);
      orThrow(encodeText(format, 'ascii'));
      return castView(view, textOf(format), shape);
    },
  );
  type.method('toreadonly(self, /)', 'Return a readonly version of the memoryview.', (self) => {
    const { layout, offset } = live(self);
    return self.derive(layout, offset, true);
  });
  type.method('count(self, value, /)', 'Count the number of occurrences of a value.', count);
  type.method(
    'index(self, value, start=0, stop=sys.maxsize, /)',
    'Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.',
    indexOfValue,
  );
}

export function defineViewMethods(type: TypeBuilder<PyMemoryView>): void {
  defineMembers(type);
  defineConversions(type);
  type.method('release(self, /)', 'Release the underlying buffer exposed by the memoryview object.', (self) =>
    self.release() === EXIT ? EXIT : null,
  );
  type.method('__enter__(self, /)', null, (self) => self.enter());
  type.method(
    '__exit__(self, /, *exc_info)',
    'Release the underlying buffer exposed by the memoryview object.',
    (self) => (self.release() === EXIT ? EXIT : null),
  );
  type.classMethod(
    '_from_flags(cls, /, object, flags)',
    'Create a new memoryview object which references the given object.',
    (_cls, object, flags) => memoryViewOf(object, Number(orThrow(toInt(flags)))),
  );
  type.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
}
