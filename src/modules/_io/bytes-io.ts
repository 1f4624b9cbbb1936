/** `BytesIO`: bytes in memory as a buffered stream. */
import {
  type BufferExporter,
  bytesOf,
  defineBufferMethods,
  LentBuffer,
  Loans,
  type PyBytesLike,
  writableBytesOf,
} from '../../objspace/buffer.ts';
import { byteLayout } from '../../objspace/buffer-layout.ts';
import { caught, orThrow, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, iter, next, typeName } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { bytesType, copyOfPart, PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { memoryViewOf } from '../../objspace/types/memoryview.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { bufferedIOBaseType, PyBufferedIOBase, streamNew } from './base.ts';
import { attributesOf, restoreAttributes } from './string-io.ts';
import { checked, defineAbilities } from './memory-stream.ts';
import { MAX_SSIZE, memoryOffset, moveTo, offsetArgument, positionOf, raiseClosed, sizeArgument } from './support.ts';
import { copyBytes, slicedBytes } from '../../util/copy-bytes.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { STRIDE, worked } from '../../util/work.ts';

const NOTHING = new Uint8Array(0);

export class PyBytesIO extends PyBufferedIOBase {
  private storage: Uint8Array;
  length: number;
  position: number;
  /** The exact position where it is beyond what a number holds; there is nothing then, and nothing can be written. */
  far: bigint | null;
  isShut: boolean;
  /** Views that `getbuffer` gave out: the size cannot change while there are any. */
  readonly loans: Loans;

  constructor() {
    super();
    this.storage = NOTHING;
    this.length = 0;
    this.position = 0;
    this.far = null;
    this.isShut = false;
    this.loans = new Loans();
  }

  /** Starts anew with these bytes, which are copied. */
  begin(bytes: Uint8Array): void {
    this.storage = slicedBytes(bytes, 0, bytes.length);
    this.length = bytes.length;
    this.position = 0;
  }

  get data(): Uint8Array {
    return this.storage.subarray(0, this.length);
  }

  check(): true | Exit {
    return this.isShut ? raiseClosed() : true;
  }

  checkResizable(): true | Exit {
    if (this.check() === EXIT) return EXIT;
    if (this.loans.areNone) return true;
    if (!this.loans.isLocked((owner) => owner instanceof PyBytesIOBuffer && owner.source === this)) return true;
    return raise('BufferError', 'Existing exports of data: object cannot be re-sized');
  }

  private reserve(length: number): true | Exit {
    if (length <= this.storage.length) return true;
    if (length > 2 ** 32) return raise('MemoryError');
    const larger = newBytes(Math.max(length, this.storage.length + (this.storage.length >> 1), 64));
    copyBytes(this.data, larger, 0);
    this.storage = larger;
    return true;
  }

  write(bytes: Uint8Array): true | Exit {
    if (bytes.length === 0) return true;
    const position = this.advance(bytes.length);
    if (position === EXIT) return EXIT;
    // Memory of our own may be what is written: the old storage stays as it is, and the new one gets all of it first.
    this.storage.set(bytes, position as number);
    if (bytes.length >= STRIDE) worked(bytes.length >> 5);
    return true;
  }

  /** Writes what never is memory of our own. */
  writePlain(bytes: PyBytes): true | Exit {
    if (bytes.length === 0) return true;
    const position = this.advance(bytes.length);
    if (position === EXIT) return EXIT;
    bytes.copyTo(this.storage, position as number);
    return true;
  }

  /** Makes room for what will be written and goes behind it; where it belongs. */
  private advance(count: number): number | Exit {
    const { position } = this;
    if (this.far !== null) {
      const isBeyond = this.far + BigInt(count) > MAX_SSIZE;
      return isBeyond ? raise('OverflowError', 'new buffer size too large') : raise('MemoryError');
    }
    const end = position + count;
    if (this.reserve(end) === EXIT) return EXIT;
    if (position > this.length) this.storage.fill(0, this.length, position);
    this.position = end;
    this.length = Math.max(this.length, end);
    return position;
  }

  /** Bytes left, at most `size` (-1: all). */
  private countFor(size: number): number {
    const left = Math.max(0, this.length - this.position);
    return size < 0 ? left : Math.min(size, left);
  }

  read(size: number): PyBytes {
    const start = this.position;
    const count = this.countFor(size);
    this.position += count;
    return copyOfPart(this.storage, start, start + count);
  }

  readInto(target: Uint8Array): number {
    const count = this.countFor(target.length);
    copyBytes(this.storage.subarray(this.position, this.position + count), target, 0);
    this.position += count;
    return count;
  }

  readLine(limit: number): PyBytes {
    if (this.position >= this.length) return new PyBytes(NOTHING);
    const newline = this.storage.indexOf(10, this.position);
    const end = newline < 0 || newline >= this.length ? this.length : newline + 1;
    const length = end - this.position;
    return this.read(limit < 0 ? length : Math.min(length, limit));
  }

  truncate(size: number): void {
    if (size >= this.length) return;
    this.storage = slicedBytes(this.storage, 0, size);
    this.length = size;
  }

  close(): void {
    this.isShut = true;
    this.storage = NOTHING;
    this.length = 0;
  }
}

/** What `getbuffer` makes views of. */
export class PyBytesIOBuffer extends PyObject implements BufferExporter {
  readonly source: PyBytesIO;

  constructor(source: PyBytesIO) {
    super();
    this.source = source;
  }

  exportBuffer(_flags: number): LentBuffer | Exit {
    const { source } = this;
    return new LentBuffer(this, source.data, 0, false, byteLayout(source.length), source.loans.add());
  }
}

export const bytesIOBufferType: PyType = builtinType<PyBytesIOBuffer>('_BytesIOBuffer', {
  base: objectType,
  layout: PyBytesIOBuffer,
  isBaseType: false,
  module: '_io',
  define(type) {
    defineBufferMethods(type as never, true);
  },
});

function initialise(self: PyBytesIO, initial: Value): true | Exit {
  if (!self.isShut && self.checkResizable() === EXIT) return EXIT;
  self.begin(NOTHING);
  if (initial === null) return true;
  const bytes = bytesOf(initial);
  if (bytes === EXIT) return EXIT;
  self.begin((bytes as PyBytesLike).data);
  return true;
}

function write(self: PyBytesIO, value: Value): Result {
  if (self.checkResizable() === EXIT) return EXIT;
  if (value instanceof PyBytes && value.shape === bytesType.instanceShape)
    return self.writePlain(value) === EXIT ? EXIT : value.length;
  const bytes = bytesOf(value);
  if (bytes === EXIT || self.checkResizable() === EXIT) return EXIT;
  const { data } = bytes as PyBytesLike;
  return self.write(data) === EXIT ? EXIT : data.length;
}

function writeQuickly(self: PyBytesIO, value: Value): Result {
  try {
    return write(self, value);
  } catch (thrown) {
    return caught(thrown);
  }
}

function readQuickly(self: PyBytesIO, size: Value): Result {
  try {
    return readSized(self, size);
  } catch (thrown) {
    return caught(thrown);
  }
}

function writeLines(self: PyBytesIO, lines: Value): Result {
  if (self.check() === EXIT) return EXIT;
  const iterator = iter(lines);
  if (iterator === EXIT) return EXIT;
  for (;;) {
    const line = next(iterator as Value);
    if (line === undefined) return null;
    if (line === EXIT || write(self, line as Value) === EXIT) return EXIT;
  }
}

function readLines(self: PyBytesIO, hint: Value): Result {
  if (self.check() === EXIT) return EXIT;
  if (
    hint !== null &&
    typeof hint !== 'number' &&
    typeof hint !== 'boolean' &&
    typeOf(hint).slots.index === undefined
  ) {
    return raiseTypeError(`integer argument expected, got '${typeName(hint)}'`);
  }
  const limit = orThrow(sizeArgument(hint)) as number;
  const lines = PyList.of([]);
  let size = 0;
  for (let line = self.readLine(-1); line.length > 0; line = self.readLine(-1)) {
    worked(4);
    lines.append(line);
    size += line.length;
    if (limit > 0 && size >= limit) break;
  }
  return lines;
}

function seek(self: PyBytesIO, offsetValue: Value, whenceValue: Value): Result {
  if (self.check() === EXIT) return EXIT;
  const offset = orThrow(memoryOffset(offsetValue)) as number | bigint;
  const whence = orThrow(offsetArgument(whenceValue)) as number;
  if (offset < 0 && whence === 0) return raiseValueError(`negative seek value ${offset}`);
  if (whence < 0 || whence > 2) return raiseValueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  return moveTo(self, whence === 0 ? 0 : whence === 1 ? self.position : self.length, offset);
}

function truncate(self: PyBytesIO, sizeValue: Value): Result {
  if (self.checkResizable() === EXIT) return EXIT;
  const size =
    sizeValue === null ? (positionOf(self) as number | bigint) : (orThrow(memoryOffset(sizeValue)) as number | bigint);
  if (size < 0) return raiseValueError(`negative size value ${size}`);
  self.truncate(Number(size));
  return size;
}

function setState(self: PyBytesIO, state: Value): Result {
  if (!(state instanceof PyTuple) || state.items.length < 3) {
    return raiseTypeError(`${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`);
  }
  const [initial, position, attributes] = state.items;
  if (self.checkResizable() === EXIT || initialise(self, null) === EXIT) return EXIT;
  if (write(self, initial) === EXIT) return EXIT;
  if (typeof position !== 'number')
    return raiseTypeError(`second item of state must be an integer, not ${typeName(position)}`);
  if (position < 0) return raiseValueError('position value cannot be negative');
  self.position = position;
  return restoreAttributes(self, attributes, 'third') === EXIT ? EXIT : null;
}

function nextLine(self: PyBytesIO): Result | undefined {
  if (self.check() === EXIT) return EXIT;
  const line = self.readLine(-1);
  return line.length === 0 ? undefined : line;
}

/** A method with a size argument. */
const sized =
  (run: (self: PyBytesIO, size: number) => Result) =>
  (self: PyBytesIO, size: Value): Result => {
    const count = sizeArgument(size);
    return count === EXIT || self.check() === EXIT ? EXIT : run(self, count as number);
  };

const readSized = sized((self, size) => self.read(size));

function defineBytesIOMethods(type: TypeBuilder<PyBytesIO>): void {
  type.method(
    'read(self, size=-1, /)',
    'Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative, read until EOF is reached.\nReturn an empty bytes object at EOF.',
    readSized,
  );
  type.quick('read', readQuickly);
  type.method(
    'read1(self, size=-1, /)',
    'Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative or omitted, read until EOF is reached.\nReturn an empty bytes object at EOF.',
    readSized,
  );
  type.method(
    'readline(self, size=-1, /)',
    'Next line from the file, as a bytes object.\n\nRetain newline.  A non-negative size argument limits the maximum\nnumber of bytes to return (an incomplete line may be returned then).\nReturn an empty bytes object at EOF.',
    sized((self, size) => self.readLine(size)),
  );
  type.method(
    'readlines(self, size=None, /)',
    'List of bytes objects, each a line from the file.\n\nCall readline() repeatedly and return a list of the lines so read.\nThe optional size argument, if given, is an approximate bound on the\ntotal number of bytes in the lines returned.',
    readLines,
  );
  type.method(
    'readinto(self, buffer, /)',
    'Read bytes into buffer.\n\nReturns number of bytes read (0 for EOF), or None if the object\nis set not to block and has no data to read.',
    (self, buffer) => {
      const target = writableBytesOf(buffer, 'readinto');
      return target === EXIT || self.check() === EXIT ? EXIT : self.readInto((target as PyBytesLike).data);
    },
  );
  type.method('write(self, b, /)', 'Write bytes to file.\n\nReturn the number of bytes written.', write);
  type.quick('write', writeQuickly);
  type.method(
    'writelines(self, lines, /)',
    'Write lines to the file.\n\nNote that newlines are not added.  lines can be any iterable object\nproducing bytes-like objects. This is equivalent to calling write() for\neach element.',
    writeLines,
  );
  type.method(
    'getvalue(self, /)',
    'Retrieve the entire contents of the BytesIO object.',
    checked((self) => new PyBytes(slicedBytes(self.data, 0, self.data.length))),
  );
  type.method(
    'getbuffer(self, /)',
    'Get a read-write view over the contents of the BytesIO object.',
    checked((self) => memoryViewOf(new PyBytesIOBuffer(self))),
  );
  type.method(
    'seek(self, pos, whence=0, /)',
    'Change stream position.\n\nSeek to byte offset pos relative to position indicated by whence:\n     0  Start of stream (the default).  pos should be >= 0;\n     1  Current position - pos may be negative;\n     2  End of stream - pos usually negative.\nReturns the new absolute position.',
    seek,
  );
  type.method('tell(self, /)', 'Current file position, an integer.', checked<PyBytesIO>(positionOf));
  type.method(
    'truncate(self, size=None, /)',
    'Truncate the file to at most size bytes.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is unchanged.  Returns the new size.',
    truncate,
  );
  defineQuestions(type);
}

function defineQuestions(type: TypeBuilder<PyBytesIO>): void {
  type.method(
    'flush(self, /)',
    'Does nothing.',
    checked(() => null),
  );
  type.method(
    'isatty(self, /)',
    'Always returns False.\n\nBytesIO objects are not connected to a TTY-like device.',
    checked(() => false),
  );
  defineAbilities(type);
  type.method('close(self, /)', 'Disable all I/O operations.', (self) => {
    if (!self.isShut && self.checkResizable() === EXIT) return EXIT;
    self.close();
    return call(bufferedIOBaseType.lookup('close')!, [self]);
  });
  type.getset('closed', 'True if the file is closed.', (self) => self.isShut);
  type.method(
    '__getstate__(self, /)',
    null,
    checked(
      (self) =>
        new PyTuple([new PyBytes(slicedBytes(self.data, 0, self.data.length)), self.position, attributesOf(self)]),
    ),
  );
  type.method('__setstate__(self, object, /)', null, setState);
  type.method('__sizeof__(self, /)', null, (self) => 104 + self.length);
}

export const bytesIOType: PyType = builtinType<PyBytesIO>('BytesIO', {
  base: bufferedIOBaseType,
  layout: PyBytesIO,
  module: '_io',
  signature: "(initial_bytes=b'')",
  doc: 'Buffered I/O implementation using an in-memory bytes buffer.',
  slots: {
    new: streamNew(PyBytesIO, () => bytesIOType),
    init: initSlot("BytesIO(self, initial_bytes=b'')", initialise),
    iter: (self: PyBytesIO) => (self.check() === EXIT ? EXIT : self),
    next: nextLine,
  },
  define: defineBytesIOMethods,
});
