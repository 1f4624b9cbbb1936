/** `_struct`: C structs as bytes. `struct` is a thin module over it. */
import { bytesOf, type PyBytesLike, writableBytesOf } from '../../objspace/buffer.ts';
import { keyHash } from '../../objspace/types/dict/keys.ts';
import { error, orThrow, raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { builtinType, initSlot, newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { declareObjectClass, EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { repr, toInt, argumentName, typeName } from '../../objspace/operations.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import { structError } from './codes.ts';
import { clearCache, type Format, formatOf } from './format.ts';

// ── Packing ────────────────────────────────────────────────────────────────────────────────────────────────────────

function checkCount(format: Format, given: number, name: string): true | Exit {
  if (given === format.count) return true;
  return structError.raise(`${name} expected ${format.count} items for packing (got ${given})`);
}

function pack(format: Format, values: readonly Value[]): Result {
  if (checkCount(format, values.length, 'pack') === EXIT) return EXIT;
  return format.packed(values);
}

const MAX_SSIZE = (1n << 63n) - 1n;

/** An offset that C's Py_ssize_t holds, exactly. */
function exactOffset(value: Value): number | bigint | Exit {
  const int = toInt(value);
  if (typeof int === 'bigint' && (int > MAX_SSIZE || int < -MAX_SSIZE - 1n)) {
    return raise('IndexError', `cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  return int;
}

/** An offset into a buffer, counted from its end if negative. */
function packOffset(exact: number | bigint, size: number, length: number): number | Exit {
  const given = Number(exact);
  if (given < 0) {
    if (given + size > 0) return structError.raise(`no space to pack ${size} bytes at offset ${given}`);
    if (given + length < 0) return structError.raise(`offset ${given} out of range for ${length}-byte buffer`);
    return given + length;
  }
  if (length - given >= size) return given;
  return structError.raise(
    `pack_into requires a buffer of at least ${BigInt(size) + BigInt(exact)} bytes for packing ${size} bytes at offset ${exact} (actual buffer size is ${length})`,
  );
}

function packInto(format: Format, args: readonly Value[]): Result {
  if (args.length === 0) return structError.raise('pack_into expected buffer argument');
  if (args.length === 1) return structError.raise('pack_into expected offset argument');
  const [buffer, offsetValue, ...values] = args;
  if (checkCount(format, values.length, 'pack_into') === EXIT) return EXIT;
  const target = writable(buffer);
  const given = exactOffset(offsetValue);
  if (given === EXIT) return EXIT;
  const offset = packOffset(given as number | bigint, format.size, target.length);
  if (offset === EXIT) return EXIT;
  target.fill(0, offset as number, (offset as number) + format.size);
  return format.pack(target, offset as number, values) === EXIT ? EXIT : null;
}

function writable(buffer: Value): Uint8Array {
  const bytes = writableBytesOf(buffer, '');
  if (bytes === EXIT && swallow('TypeError')) {
    throw error('TypeError', `argument must be read-write bytes-like object, not ${argumentName(buffer)}`);
  }
  return (orThrow(bytes) as PyBytesLike).data;
}

// ── Unpacking ──────────────────────────────────────────────────────────────────────────────────────────────────────

const dataOf = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

function unpack(format: Format, buffer: Value): Result {
  const data = dataOf(buffer);
  if (data.length !== format.size) return structError.raise(`unpack requires a buffer of ${format.size} bytes`);
  return format.unpack(data, 0);
}

function unpackFrom(format: Format, buffer: Value, offsetValue: Value): Result {
  const data = dataOf(buffer);
  const { size } = format;
  const exact = orThrow(exactOffset(offsetValue)) as number | bigint;
  let offset = Number(exact);
  if (offset < 0) {
    if (offset + size > 0) return structError.raise(`not enough data to unpack ${size} bytes at offset ${offset}`);
    if (offset + data.length < 0)
      return structError.raise(`offset ${offset} out of range for ${data.length}-byte buffer`);
    offset += data.length;
  }
  if (data.length - offset < size) {
    return structError.raise(
      `unpack_from requires a buffer of at least ${BigInt(size) + BigInt(exact)} bytes for unpacking ${size} bytes at offset ${exact} (actual buffer size is ${data.length})`,
    );
  }
  return format.unpack(data, offset);
}

class PyUnpackIterator {
  declare readonly shape: Shape;
  readonly format: Format;
  /** null when exhausted. */
  data: Uint8Array | null;
  position: number;

  constructor(format: Format, data: Uint8Array) {
    this.format = format;
    this.data = data;
    this.position = 0;
  }

  next(): Value | undefined {
    const { data, format, position } = this;
    if (data === null || position >= data.length) {
      this.data = null;
      return undefined;
    }
    this.position = position + format.size;
    return format.unpack(data, position);
  }
}
declareObjectClass(PyUnpackIterator);

export const unpackIteratorType = builtinType<PyUnpackIterator & Value>('unpack_iterator', {
  base: objectType,
  layout: PyUnpackIterator as never,
  module: '_struct',
  isBaseType: false,
  slots: {
    iter: (self: Value) => self,
    next: (self: PyUnpackIterator) => self.next(),
  },
  define(type) {
    type.method('__length_hint__(self, /)', null, ({ data, position, format }) =>
      data === null ? 0 : (data.length - position) / format.size,
    );
  },
});

function iterUnpack(format: Format, buffer: Value): Result {
  if (format.size === 0) return structError.raise('cannot iteratively unpack with a struct of length 0');
  const data = dataOf(buffer);
  if (data.length % format.size !== 0) {
    return structError.raise(`iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
  }
  return new PyUnpackIterator(format, data) as Value;
}

// ── Struct ─────────────────────────────────────────────────────────────────────────────────────────────────────────

class PyStruct extends PyObject {
  format: Format | undefined;

  constructor() {
    super();
    this.format = undefined;
  }
}

function compiled(self: PyStruct): Format {
  if (self.format === undefined) throw error('RuntimeError', 'Struct object is not initialized');
  return self.format;
}

function defineStructMethods(type: TypeBuilder<PyStruct>): void {
  type.method(
    '@pack(self, /, *values)',
    'S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.  See help(struct) for more on format\nstrings.',
    (self, values) => pack(compiled(self), values),
  );
  type.method(
    '@pack_into(self, /, *values)',
    'S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.  Note that the offset is a required argument.  See\nhelp(struct) for more on format strings.',
    (self, values) => packInto(compiled(self), values),
  );
  type.method(
    'unpack(self, buffer, /)',
    "Return a tuple containing unpacked values.\n\nUnpack according to the format string Struct.format. The buffer's size\nin bytes must be Struct.size.\n\nSee help(struct) for more on format strings.",
    (self, buffer) => unpack(compiled(self), buffer),
  );
  type.method(
    'unpack_from(self, /, buffer, offset=0)',
    "Return a tuple containing unpacked values.\n\nValues are unpacked according to the format string Struct.format.\n\nThe buffer's size in bytes, starting at position offset, must be\nat least Struct.size.\n\nSee help(struct) for more on format strings.",
    (self, buffer, offset) => unpackFrom(compiled(self), buffer, offset),
  );
  type.method(
    'iter_unpack(self, buffer, /)',
    'Return an iterator yielding tuples.\n\nTuples are unpacked from the given bytes source, like a repeated\ninvocation of unpack_from().\n\nRequires that the bytes length be a multiple of the struct size.',
    (self, buffer) => iterUnpack(compiled(self), buffer),
  );
  type.method(
    '__sizeof__(self, /)',
    'S.__sizeof__() -> size of S in memory, in bytes',
    (self) => 56 + compiled(self).fields.length * 32,
  );
  type.getset('format', 'struct format string', (self) => compiled(self).text);
  type.getset('size', 'struct size in bytes', (self) => (self.format === undefined ? -1 : self.format.size));
}

const structType: PyType = builtinType<PyStruct>('Struct', {
  base: objectType,
  layout: PyStruct,
  module: '_struct',
  doc: 'Struct(fmt) --> compiled struct object\n\n',
  slots: {
    new: newSlot('Struct(cls, *args, **kwargs)', (cls) =>
      cls === structType ? new PyStruct() : adopt(new PyStruct(), cls),
    ),
    init: initSlot('Struct(self, format)', (self: PyStruct, format) => {
      self.format = formatOf(format);
      return true;
    }),
    repr: (self: PyStruct) => {
      if (self.format === undefined) return raise('RuntimeError', 'Struct object is not initialized');
      const text = repr(self.format.text);
      return text === EXIT ? EXIT : `${typeOf(self).name}(${textOf(text as Value)})`;
    },
  },
  define: defineStructMethods,
});

// ── The module ─────────────────────────────────────────────────────────────────────────────────────────────────────

function withFormat(args: readonly Value[], run: (format: Format, values: readonly Value[]) => Result): Result {
  if (args.length === 0) return raiseTypeError('missing format argument');
  return run(formatArgument(args[0]), args.slice(1));
}

function formatArgument(value: Value): Format {
  if (value instanceof PyStruct) return compiled(value);
  // CPython looks for it among the formats that it keeps.
  if (typeof value === 'object' && value !== null) orThrow(keyHash(value, 'dict key'));
  return formatOf(value);
}

function defineFunctions(module: ModuleBuilder): void {
  module.function(
    'calcsize(format, /)',
    'Return size in bytes of the struct described by the format string.',
    (format) => formatArgument(format).size,
  );
  module.function(
    '@pack(*values)',
    'pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.  See help(struct) for more on format strings.',
    (args) => withFormat(args, pack),
  );
  module.function(
    '@pack_into(*values)',
    'pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.  Note\nthat the offset is a required argument.  See help(struct) for more\non format strings.',
    (args) => withFormat(args, packInto),
  );
  module.function(
    'unpack(format, buffer, /)',
    "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size in bytes must be calcsize(format).\n\nSee help(struct) for more on format strings.",
    (format, buffer) => unpack(formatArgument(format), buffer),
  );
  module.function(
    'unpack_from(format, /, buffer, offset=0)',
    "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size, minus offset, must be at least calcsize(format).\n\nSee help(struct) for more on format strings.",
    (format, buffer, offset) => unpackFrom(formatArgument(format), buffer, offset),
  );
  module.function(
    'iter_unpack(format, buffer, /)',
    'Return an iterator yielding tuples unpacked from the given bytes.\n\nThe bytes are unpacked according to the format string, like\na repeated invocation of unpack_from().\n\nRequires that the bytes length be a multiple of the struct size.',
    (format, buffer) => iterUnpack(formatArgument(format), buffer),
  );
  module.function('_clearcache()', 'Clear the internal cache.', () => {
    clearCache();
    return null;
  });
}

const DOC = `Functions to convert between Python values and C structs.
Python bytes objects are used to hold the data representing the C struct
and also as format strings (explained below) to describe the layout of data
in the C struct.

The optional first format char indicates byte order, size and alignment:
  @: native order, size & alignment (default)
  =: native order, std. size & alignment
  <: little-endian, std. size & alignment
  >: big-endian, std. size & alignment
  !: same as >

The remaining chars indicate types of args and must match exactly;
these can be preceded by a decimal repeat count:
  x: pad byte (no data); c:char; b:signed byte; B:unsigned byte;
  ?:_Bool; h:short; H:unsigned short; i:int; I:unsigned int;
  l:long; L:unsigned long; f:float; d:double; e:half-float.
Special cases (preceding decimal count indicates length):
  s:string (array of char); p: pascal string (with count byte).
Special cases (only available in native format):
  n:ssize_t; N:size_t;
  P:an integer type that is wide enough to hold a pointer.
Special case (not in native mode unless 'long long' in platform C):
  q:long long; Q:unsigned long long
Whitespace between formats is ignored.

The variable struct.error is an exception raised on errors.`;

export const _struct = builtinModule('_struct', DOC, (module) => {
  defineFunctions(module);
  module.types(structType);
  module.constant('error', structError.type);
});
