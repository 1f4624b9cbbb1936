/** The methods of `array.array`. */
import { getAttribute } from '../../objspace/attributes.ts';
import { bytesOf, defineBufferMethods, type PyBytesLike } from '../../objspace/buffer.ts';
import { error, orThrow, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { becomeDictionary, isShaped } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, compareTrue, isSameOrEqual, toIndex, argumentName } from '../../objspace/operations.ts';
import { EQ } from '../../objspace/slots.ts';
import { identityOf } from '../../objspace/identity.ts';
import { sliceBound, ssizeArgument } from '../../objspace/types/bytes/allocate.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { GenericAlias } from '../../objspace/types/generic-alias.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, pointsOf, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyArray } from './array.ts';
import { extendFrom, sameKind } from './items.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { worked } from '../../util/work.ts';

/** Bytes of items, as they are in memory; throws where their number does not fit. */
export function itemBytes(self: PyArray, value: Value): Uint8Array {
  const { data } = orThrow(bytesOf(value)) as PyBytesLike;
  if (data.length % self.itemSize !== 0) throw error('ValueError', 'bytes length not a multiple of item size');
  return data;
}

export function appendBytes(self: PyArray, data: Uint8Array): true | Exit {
  return self.splice(self.length, self.length, data);
}

/** Appends the characters of a str to an array of characters. */
export function appendText(self: PyArray, value: Value): true | Exit {
  const points = Uint32Array.from(pointsOf(unwrap(value)));
  return appendBytes(self, new Uint8Array(points.buffer));
}

export function toList(self: PyArray): PyList {
  const items: Value[] = [];
  for (let index = 0; index < self.length; index++) {
    worked(2);
    items.push(self.get(index));
  }
  return PyList.of(items);
}

function find(self: PyArray, value: Value, start = 0, end = Number.MAX_SAFE_INTEGER): number {
  for (let index = start; index < Math.min(end, self.length); index++) {
    worked(2);
    if (orThrow(compareTrue(self.get(index), value, EQ))) return index;
  }
  return -1;
}

export function extend(self: PyArray, other: Value): true | Exit {
  if (!(other instanceof PyArray)) return extendFrom(self, other);
  return other.code === self.code
    ? appendBytes(self, other.data)
    : raiseTypeError('can only extend with array of same kind');
}

function fromList(self: PyArray, list: Value): Result {
  if (!(list instanceof PyList)) return raiseTypeError('arg must be list');
  const length = self.length;
  if (list.length > 0 && self.checkResizable() === EXIT) return EXIT;
  const size = list.length;
  for (let index = 0; index < size; index++) {
    const added = self.appendOnce(list.get(index));
    // The item's conversion may have changed the list.
    if (added !== EXIT && list.length === size) continue;
    self.resize(length);
    return added === EXIT ? EXIT : raise('RuntimeError', 'list changed size during iteration');
  }
  return null;
}

function swapBytes(self: PyArray): void {
  const { itemSize, data } = self;
  if (![1, 2, 4, 8].includes(itemSize)) throw error('RuntimeError', "don't know how to byteswap this array type");
  for (let at = 0; at < data.length; at += itemSize) {
    worked(2);
    data.subarray(at, at + itemSize).reverse();
  }
}

function reverse(self: PyArray): void {
  const { itemSize, data } = self;
  const copy = data.slice();
  for (let index = 0; index < self.length; index++) {
    worked(2);
    const from = (self.length - 1 - index) * itemSize;
    data.set(copy.subarray(from, from + itemSize), index * itemSize);
  }
}

function pop(self: PyArray, indexValue: Value): Result {
  const given = orThrow(ssizeArgument(indexValue)) as number;
  if (self.length === 0) return raise('IndexError', 'pop from empty array');
  const index = given < 0 ? given + self.length : given;
  if (index < 0 || index >= self.length) return raise('IndexError', 'pop index out of range');
  const item = self.get(index);
  return self.splice(index, index + 1, new Uint8Array(0)) === EXIT ? EXIT : item;
}

function insert(self: PyArray, indexValue: Value, value: Value): Result {
  const given = orThrow(ssizeArgument(indexValue)) as number;
  const index = given < 0 ? Math.max(0, given + self.length) : Math.min(given, self.length);
  return self.insert(index, value) === EXIT ? EXIT : null;
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const BLOCK_SIZE = 65536;

function toFile(self: PyArray, file: Value): Result {
  for (let start = 0; start < self.data.length; start += BLOCK_SIZE) {
    const write = getAttribute(file, 'write');
    if (write === EXIT || call(write as Value, [new PyBytes(self.data.slice(start, start + BLOCK_SIZE))]) === EXIT)
      return EXIT;
  }
  return self.length === 0 ? null : checkWritable(file);
}

function checkWritable(file: Value): Result {
  return getAttribute(file, 'write') === EXIT ? EXIT : null;
}

function fromFile(self: PyArray, file: Value, countValue: Value): Result {
  const count = orThrow(ssizeArgument(countValue)) as number;
  if (count < 0) return raiseValueError('negative count');
  const wanted = count * self.itemSize;
  const read = getAttribute(file, 'read');
  if (read === EXIT) return EXIT;
  const bytes = call(read as Value, [wanted]);
  if (bytes === EXIT) return EXIT;
  if (!(bytes instanceof PyBytes)) return raiseTypeError("read() didn't return bytes");
  const whole = bytes.data.subarray(0, bytes.length - (bytes.length % self.itemSize));
  if (whole.length !== bytes.length) return raiseValueError('bytes length not a multiple of item size');
  if (appendBytes(self, whole) === EXIT) return EXIT;
  return bytes.length === wanted ? null : raise('EOFError', 'read() returned not enough data');
}

// ── Pickling ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by module.ts: `_array_reconstructor`. */
export const reconstructor = perInterpreter((): { value: Value } => ({ value: null }));

function reduce(self: PyArray, protocolValue: Value): Result {
  const protocol = orThrow(toIndex(protocolValue)) as number;
  const state = isShaped(self) && self.shape.type.hasDict ? becomeDictionary(self) : null;
  const own = state !== null && state.size === 0 && !self.shape.type.isHeapType ? null : state;
  if (protocol < 3) return new PyTuple([self.shape.type, new PyTuple([self.code.letter, toList(self)]), own]);
  const args = new PyTuple([
    self.shape.type,
    self.code.letter,
    self.code.machineFormat,
    new PyBytes(self.data.slice()),
  ]);
  return new PyTuple([reconstructor().value, args, own]);
}

// ── Declarations ───────────────────────────────────────────────────────────────────────────────────────────────────

const nothing = (done: true | Exit): Result => (done === EXIT ? EXIT : null);

function defineChanging(type: TypeBuilder<PyArray>): void {
  type.method('append(self, v, /)', 'Append new value v to the end of the array.', (self, value) =>
    nothing(self.append(value)),
  );
  type.method('clear(self, /)', 'Remove all items from the array.', (self) => nothing(self.resize(0)));
  type.method('extend(self, bb, /)', 'Append items to the end of the array.', (self, other) =>
    nothing(extend(self, other)),
  );
  type.method('insert(self, i, v, /)', 'Insert a new item v into the array before position i.', insert);
  type.method('pop(self, i=-1, /)', 'Return the i-th element and delete it from the array.\n\ni defaults to -1.', pop);
  type.method('remove(self, v, /)', 'Remove the first occurrence of v in the array.', (self, value) => {
    const index = find(self, value);
    if (index < 0) return raiseValueError('array.remove(x): x not in array');
    return nothing(self.splice(index, index + 1, new Uint8Array(0)));
  });
  type.method('reverse(self, /)', 'Reverse the order of the items in the array.', (self) => {
    reverse(self);
    return null;
  });
  type.method(
    'byteswap(self, /)',
    'Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is raised.',
    (self) => {
      swapBytes(self);
      return null;
    },
  );
  type.method(
    'frombytes(self, buffer, /)',
    'Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.',
    (self, buffer) => nothing(appendBytes(self, itemBytes(self, buffer))),
  );
  type.method('fromlist(self, list, /)', 'Append items to array from list.', fromList);
  type.method(
    'fromfile(self, f, n, /)',
    'Read n objects from the file object f and append them to the end of the array.',
    fromFile,
  );
  type.method(
    'fromunicode(self, ustr, /)',
    'Extends this array with data from the unicode string ustr.\n\nThe array must be a unicode type array; otherwise a ValueError is raised.\nUse array.frombytes(ustr.encode(...)) to append Unicode data to an array of\nsome other type.',
    (self, text) => {
      if (!isText(text)) return raiseTypeError(`fromunicode() argument must be str, not ${argumentName(text)}`);
      if (!self.code.isText)
        return raiseValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
      return nothing(appendText(self, text));
    },
  );
}

function defineLooking(type: TypeBuilder<PyArray>): void {
  type.method('count(self, v, /)', 'Return number of occurrences of v in the array.', (self, value) => {
    let count = 0;
    for (let index = 0; index < self.length; index++) {
      worked(2);
      if (orThrow(isSameOrEqual(self.get(index), value))) count++;
    }
    return count;
  });
  type.method(
    'index(self, v, start=0, stop=sys.maxsize, /)',
    'Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.',
    (self, value, start, stop) => {
      const from = orThrow(sliceBound(start, self.length, 0)) as number;
      const to = orThrow(sliceBound(stop, self.length, self.length)) as number;
      const index = find(self, value, from, to);
      return index < 0 ? raiseValueError('array.index(x): x not in array') : index;
    },
  );
  type.method(
    'buffer_info(self, /)',
    "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.\n\nThe length should be multiplied by the itemsize attribute to calculate\nthe buffer length in bytes.",
    (self) => new PyTuple([identityOf(self), self.length]),
  );
  type.method(
    'tobytes(self, /)',
    'Convert the array to an array of machine values and return the bytes representation.',
    (self) => new PyBytes(self.data.slice()),
  );
  type.method('tolist(self, /)', 'Convert array to an ordinary list with the same items.', toList);
  type.method('tofile(self, f, /)', 'Write all items (as machine values) to the file object f.', toFile);
  type.method(
    'tounicode(self, /)',
    'Extends this array with data from the unicode string ustr.\n\nConvert the array to a unicode string.  The array must be a unicode type array;\notherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a\nunicode string from an array of some other type.',
    (self) => {
      return self.code.isText
        ? self.text()
        : raiseValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    },
  );
  type.method('__copy__(self, /)', 'Return a copy of the array.', (self) => sameKind(self, self.data.slice()));
  type.method('__deepcopy__(self, unused, /)', 'Return a copy of the array.', (self) =>
    sameKind(self, self.data.slice()),
  );
  type.method('__reduce_ex__(self, value, /)', 'Return state information for pickling.', reduce);
  type.method('__sizeof__(self, /)', 'Size of the array in memory, in bytes.', (self) => 64 + self.data.length);
  type.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
  type.getset('typecode', 'the typecode character used to create the array', (self) => self.code.letter);
  type.getset('itemsize', 'the size, in bytes, of one array item', (self) => self.itemSize);
}

export function defineArrayMethods(type: TypeBuilder<PyArray>): void {
  defineBufferMethods(type as never, true);
  defineChanging(type);
  defineLooking(type);
}
