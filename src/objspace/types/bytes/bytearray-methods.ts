/** The methods that only bytearray has: those that change it, copying and pickling. */
import { tryBytesOf, type PyBytesLike } from '../../buffer.ts';
import { error, orThrow, takeException } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { callSpecial, len, toIndex, typeName } from '../../operations.ts';
import { PyTuple } from '../tuple.ts';
import { isText } from '../str/text.ts';
import { ssizeArgument } from './allocate.ts';
import { byteValue, bytesFromIterable } from './byte-values.ts';
import type { PyByteArray } from './bytearray.ts';
import { PyBytes } from './bytes.ts';
import { slicedBytes } from '../../../util/copy-bytes.ts';
import { worked } from '../../../util/work.ts';

const NO_BYTES = new Uint8Array(0);

function extend(self: PyByteArray, items: Value): true | Exit {
  const end = self.length;
  const buffer = tryBytesOf(items);
  if (buffer !== undefined) {
    // A Python-level `__buffer__` may have changed the length meanwhile.
    const at = Math.min(end, self.length);
    if (buffer === EXIT) {
      takeException();
      throw error('TypeError', `can't set bytearray slice from ${typeName(items)}`);
    }
    return self.splice(at, at, (buffer as PyBytesLike).data);
  }
  if (isText(items) && len(items) !== 0)
    throw error('TypeError', `expected iterable of integers; got: '${typeName(items)}'`);
  const bytes = bytesFromIterable(items, 'bytearray', true);
  if (bytes === undefined) throw error('TypeError', `can't extend bytearray with ${typeName(items)}`);
  return self.extend(orThrow(bytes) as Uint8Array);
}

function pop(self: PyByteArray, index: number): number {
  if (self.length === 0) throw error('IndexError', 'pop from empty bytearray');
  const position = index < 0 ? index + self.length : index;
  if (position < 0 || position >= self.length) throw error('IndexError', 'pop index out of range');
  orThrow(self.checkResizable());
  const byte = self.at(position);
  orThrow(position === self.length - 1 ? self.dropLast() : self.splice(position, position + 1, NO_BYTES));
  return byte;
}

function insert(self: PyByteArray, index: number, item: Value): void {
  const byte = orThrow(byteValue(item)) as number;
  const from = index < 0 ? Math.max(0, index + self.length) : Math.min(index, self.length);
  orThrow(self.splice(from, from, Uint8Array.of(byte)));
}

function remove(self: PyByteArray, value: Value): void {
  const byte = orThrow(byteValue(value)) as number;
  const position = self.data.indexOf(byte);
  if (position < 0) throw error('ValueError', 'value not found in bytearray');
  orThrow(self.splice(position, position + 1, NO_BYTES));
}

/** Class, arguments and state; before protocol 3 the bytes travel as latin-1 text. */
function reduce(self: PyByteArray, protocol: number): Value {
  const state = self.shape.type.isHeapType ? (orThrow(callSpecial(self, '__getstate__', [])!) as Value) : null;
  const args = protocol >= 3 ? [new PyBytes(self.data.slice())] : latin1Arguments(self.data);
  return new PyTuple([self.shape.type, new PyTuple(args), state]);
}

function latin1Arguments(data: Uint8Array): Value[] {
  if (data.length === 0) return [];
  let text = '';
  for (let position = 0; position < data.length; position += 8192) {
    text += String.fromCharCode(...data.subarray(position, position + 8192));
    worked(4096);
  }
  return [text, 'latin-1'];
}

export function defineByteArrayMethods(type: TypeBuilder<PyByteArray>, make: (data: Uint8Array) => PyByteArray): void {
  type.method(
    'append(self, item, /)',
    'Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.',
    (self, item) => {
      orThrow(self.append(orThrow(byteValue(item)) as number));
      return null;
    },
  );
  type.method('clear(self, /)', 'Remove all items from the bytearray.', (self) =>
    self.replaceAll(NO_BYTES) === EXIT ? EXIT : null,
  );
  type.method('copy(self, /)', 'Return a copy of B.', (self) => make(slicedBytes(self.data, 0, self.data.length)));
  type.method(
    'extend(self, iterable_of_ints, /)',
    'Append all the items from the iterator or sequence to the end of the bytearray.\n\n  iterable_of_ints\n    The iterable of items to append.',
    (self, items) => (extend(self, items) === EXIT ? EXIT : null),
  );
  type.method(
    'insert(self, index, item, /)',
    'Insert a single item into the bytearray before the given index.\n\n  index\n    The index where the value is to be inserted.\n  item\n    The item to be inserted.',
    (self, index, item) => {
      insert(self, orThrow(ssizeArgument(index)) as number, item);
      return null;
    },
  );
  type.method(
    'pop(self, index: index = -1, /)',
    'Remove and return a single item from B.\n\n  index\n    The index from where to remove the item.\n    -1 (the default value) means remove the last item.\n\nIf no index argument is given, will pop the last item.',
    pop,
  );
  type.method(
    'remove(self, value, /)',
    'Remove the first occurrence of a value in the bytearray.\n\n  value\n    The value to remove.',
    (self, value) => {
      remove(self, value);
      return null;
    },
  );
  type.method('reverse(self, /)', 'Reverse the order of the values in B in place.', (self) => {
    worked(self.length >> 3);
    self.data.reverse();
    return null;
  });
  type.method(
    'resize(self, size, /)',
    'Resize the internal buffer of bytearray to len.\n\n  size\n    New size to resize to..',
    (self, size) => {
      const length = orThrow(ssizeArgument(size)) as number;
      if (length < 0) throw error('ValueError', `Can only resize to positive sizes, got ${length}`);
      orThrow(self.resize(length));
      return null;
    },
  );
  type.method(
    '__alloc__(self, /)',
    'B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.',
    (self) => self.capacity,
  );
  type.method('__reduce__(self, /)', 'Return state information for pickling.', (self) => reduce(self, 2));
  type.method('__reduce_ex__(self, proto=0, /)', 'Return state information for pickling.', (self, protocol) =>
    reduce(self, orThrow(toIndex(protocol)) as number),
  );
  type.method(
    '__sizeof__(self, /)',
    'Returns the size of the bytearray object in memory, in bytes.',
    (self) => 56 + self.capacity,
  );
}
