/** `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`: the roots of all streams, and what they do in terms of each other's methods. */
import { type PyBytesLike, writableBytesOf } from '../../objspace/buffer.ts';
import {
  orThrow,
  raise,
  raiseObject,
  raiseTypeError,
  raiseValueError,
  swallow,
  takeException,
} from '../../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, iter, len, next, toInt, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import {
  DEFAULT_BUFFER_SIZE,
  invoke,
  lookAttribute,
  raiseClosed,
  raiseUnsupported,
  sizeArgument,
  truthOfAttribute,
} from './support.ts';
import { newBytes } from '../../util/new-bytes.ts';

export class PyIOBase extends PyObject {
  /** `__dict__`; null until something is in it. Instances of Python classes keep their attributes by shape. */
  attributes: PyDict | null;
  /** Whether `_IOBase.close` has run. */
  isClosed: boolean;

  constructor() {
    super();
    this.attributes = null;
    this.isClosed = false;
  }
}

export class PyRawIOBase extends PyIOBase {}
export class PyBufferedIOBase extends PyIOBase {}
export class PyTextIOBase extends PyIOBase {}

/** The dictionary of a stream whose class is builtin. */
export function streamDictionary(self: PyIOBase, create: boolean): PyDict | null {
  if (self.attributes === null && create) self.attributes = new PyDict();
  return self.attributes;
}

/** A `new` slot that makes objects of `layout`. */
export function streamNew(layout: new () => PyIOBase, type: () => PyType) {
  return (cls: PyType): Result => (cls === type() ? new layout() : adopt(new layout(), cls));
}

// ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** EXIT if the stream says that it is closed; `closed` may be a method of a Python class's property. */
export function checkClosed(self: Value): true | Exit {
  const closed = lookAttribute(self, 'closed');
  if (closed === undefined) return true;
  if (closed === EXIT) return EXIT;
  const truth = isTrue(closed as Value);
  if (truth === EXIT) return EXIT;
  return truth ? raiseClosed() : true;
}

export function checkCapability(self: Value, method: string, adjective: string): true | Exit {
  const answer = invoke(self, method);
  if (answer === EXIT) return EXIT;
  return answer === true ? true : raiseUnsupported(`File or stream is not ${adjective}.`);
}

const CHECKS: readonly [name: string, method: string, adjective: string][] = [
  ['_checkReadable', 'readable', 'readable'],
  ['_checkWritable', 'writable', 'writable'],
  ['_checkSeekable', 'seekable', 'seekable'],
];

// ── Lines ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How many bytes to read next for a line: up to the next newline that `peek` shows. */
function bytesToRead(peek: Value | undefined, limit: number): number | Exit {
  if (peek === undefined) return 1;
  const ahead = call(peek, [1]);
  if (ahead === EXIT) return swallow('InterruptedError' as never) ? 1 : EXIT;
  if (!(ahead instanceof PyBytes)) {
    return raise('OSError', `peek() should have returned a bytes object, not '${typeName(ahead as Value)}'`);
  }
  if (ahead.length === 0) return 1;
  const visible = limit >= 0 ? ahead.data.subarray(0, limit) : ahead.data;
  const newline = visible.indexOf(10);
  return newline < 0 ? Math.max(visible.length, 1) : newline + 1;
}

/** `_IOBase.readline`: in terms of `read`, and `peek` where there is one. */
function readLine(self: Value, limit: number): Result {
  const peek = lookAttribute(self, 'peek');
  if (peek === EXIT) return EXIT;
  const parts: Uint8Array[] = [];
  let size = 0;
  while (limit < 0 || size < limit) {
    const count = bytesToRead(peek as Value | undefined, limit < 0 ? -1 : limit - size);
    if (count === EXIT) return EXIT;
    const bytes = invoke(self, 'read', [count as number]);
    if (bytes === EXIT) return EXIT;
    if (!(bytes instanceof PyBytes)) {
      return raise('OSError', `read() should have returned a bytes object, not '${typeName(bytes as Value)}'`);
    }
    if (bytes.length === 0) break;
    parts.push(bytes.data);
    size += bytes.length;
    if (bytes.data[bytes.length - 1] === 10) break;
  }
  return new PyBytes(concatBytes(parts));
}

/** `readlines(hint)`: whole lines until their sizes reach the hint. */
export function readLines(self: Value, hint: number): Result {
  const lines = PyList.of([]);
  const iterator = iter(self);
  if (iterator === EXIT) return EXIT;
  let size = 0;
  for (;;) {
    const line = next(iterator as Value);
    if (line === EXIT) return EXIT;
    if (line === undefined) return lines;
    lines.append(line as Value);
    const length = hint > 0 ? len(line as Value) : 0;
    if (length === EXIT) return EXIT;
    size += Number(length);
    if (hint > 0 && size >= hint) return lines;
  }
}

function nextLine(self: Value): Result | undefined {
  const line = invoke(self, 'readline');
  if (line === EXIT) return EXIT;
  const length = len(line as Value);
  if (length === EXIT) return EXIT;
  return length === 0 ? undefined : line;
}

function writeLines(self: Value, lines: Value): Result {
  if (checkClosed(self) === EXIT) return EXIT;
  const iterator = iter(lines);
  if (iterator === EXIT) return EXIT;
  for (;;) {
    const line = next(iterator as Value);
    if (line === undefined) return null;
    if (line === EXIT || invoke(self, 'write', [line as Value]) === EXIT) return EXIT;
  }
}

/** `_IOBase.close`: flushes, and is closed whatever happened. */
function closeBase(self: PyIOBase): Result {
  const closed = truthOfAttribute(self, 'closed');
  if (closed === EXIT) return EXIT;
  if (self.isClosed || closed) return null;
  const flushed = invoke(self, 'flush');
  self.isClosed = true;
  return flushed === EXIT ? EXIT : null;
}

// ── _IOBase ────────────────────────────────────────────────────────────────────────────────────────────────────────

const unsupported = (name: string) => (): Result => raiseUnsupported(name);

function defineSeeking(type: TypeBuilder<PyIOBase>): void {
  type.method(
    'seek(self, offset, whence=os.SEEK_SET, /)',
    "Change the stream position to the given byte offset.\n\n  offset\n    The stream position, relative to 'whence'.\n  whence\n    The relative position to seek from.\n\nThe offset is interpreted relative to the position indicated by whence.\nValues for whence are:\n\n* os.SEEK_SET or 0 -- start of stream (the default); offset should be zero or positive\n* os.SEEK_CUR or 1 -- current stream position; offset may be negative\n* os.SEEK_END or 2 -- end of stream; offset is usually negative\n\nReturn the new absolute position.",
    unsupported('seek'),
  );
  type.method('tell(self, /)', 'Return current stream position.', (self) => invoke(self, 'seek', [0, 1]));
  type.method(
    'truncate(self, size=None, /)',
    'Truncate file to size bytes.\n\nFile pointer is left unchanged. Size defaults to the current IO position\nas reported by tell(). Return the new size.',
    unsupported('truncate'),
  );
  type.method(
    'fileno(self, /)',
    'Return underlying file descriptor if one exists.\n\nRaise OSError if the IO object does not use a file descriptor.',
    unsupported('fileno'),
  );
  const no = (self: PyIOBase): Result => (self === undefined ? null : false);
  type.method(
    'seekable(self, /)',
    'Return whether object supports random access.\n\nIf False, seek(), tell() and truncate() will raise OSError.\nThis method may need to do a test seek().',
    no,
  );
  type.method(
    'readable(self, /)',
    'Return whether object was opened for reading.\n\nIf False, read() will raise OSError.',
    no,
  );
  type.method(
    'writable(self, /)',
    'Return whether object was opened for writing.\n\nIf False, write() will raise OSError.',
    no,
  );
  type.method(
    'isatty(self, /)',
    "Return whether this is an 'interactive' stream.\n\nReturn False if it can't be determined.",
    (self) => (checkClosed(self) === EXIT ? EXIT : false),
  );
}

function defineClosing(type: TypeBuilder<PyIOBase>): void {
  type.method(
    'flush(self, /)',
    'Flush write buffers, if applicable.\n\nThis is not implemented for read-only and non-blocking streams.',
    (self) => (self.isClosed ? raiseClosed() : null),
  );
  type.method(
    'close(self, /)',
    'Flush and close the IO object.\n\nThis method has no effect if the file is already closed.',
    closeBase,
  );
  type.getset('closed', null, (self) => self.isClosed);
  type.method('__enter__(self, /)', null, (self) => (checkClosed(self) === EXIT ? EXIT : self));
  type.method('@__exit__(self, /, *args)', null, (self) => invoke(self, 'close'));
  type.method('_checkClosed(self, /)', null, (self) => (checkClosed(self) === EXIT ? EXIT : null));
  for (const [name, method, adjective] of CHECKS) {
    type.method(`${name}(self, /)` as 'x(self, /)', null, (self) => checkCapability(self, method, adjective));
  }
}

function finalize(self: PyIOBase): Result {
  const closed = truthOfAttribute(self, 'closed');
  if (closed === EXIT) swallow('Exception');
  else if (!closed && invoke(self, 'close') === EXIT) state.interpreter.unraisable(takeException(), self);
  return null;
}

export const ioBaseType: PyType = builtinType<PyIOBase>('_IOBase', {
  base: objectType,
  layout: PyIOBase,
  module: '_io',
  dictionary: streamDictionary,
  doc: `
    The abstract base class for all I/O classes.

    This class provides dummy implementations for many methods that
    derived classes can override selectively; the default implementations
    represent a file that cannot be read, written or seeked.

    Even though IOBase does not declare read, readinto, or write because
    their signatures will vary, implementations and clients should
    consider those methods part of the interface. Also, implementations
    may raise UnsupportedOperation when operations they do not support are
    called.

    The basic type used for binary data read from or written to a file is
    bytes. Other bytes-like objects are accepted as method arguments too.
    In some cases (such as readinto), a writable object is required. Text
    I/O classes work with str data.

    Note that calling any method (except additional calls to close(),
    which are ignored) on a closed stream should raise a ValueError.

    IOBase (and its subclasses) support the iterator protocol, meaning
    that an IOBase object can be iterated over yielding the lines in a
    stream.

    IOBase also supports the :keyword:\`with\` statement. In this example,
    fp is closed after the suite of the with statement is complete:

    with open('spam.txt', 'r') as fp:
        fp.write('Spam and eggs!')
  `,
  slots: {
    new: streamNew(PyIOBase, () => ioBaseType),
    iter: (self: PyIOBase) => (checkClosed(self) === EXIT ? EXIT : self),
    next: nextLine,
    finalize,
  },
  define(type) {
    defineSeeking(type);
    defineClosing(type);
    type.method(
      'readline(self, size=-1, /)',
      "Read and return a line from the stream.\n\nIf size is specified, at most size bytes will be read.\n\nThe line terminator is always b'\\n' for binary files; for text\nfiles, the newlines argument to open can be used to select the line\nterminator(s) recognized.",
      (self, size) => readLine(self, orThrow(sizeArgument(size)) as number),
    );
    type.method(
      'readlines(self, hint=-1, /)',
      'Return a list of lines from the stream.\n\nhint can be specified to control the number of lines read: no more\nlines will be read if the total size (in bytes/characters) of all\nlines so far exceeds hint.',
      (self, hint) => readLines(self, orThrow(sizeArgument(hint)) as number),
    );
    type.method(
      'writelines(self, lines, /)',
      'Write a list of lines to stream.\n\nLine separators are not added, so it is usual for each of the\nlines provided to have a line separator at the end.',
      writeLines,
    );
    type.getset('__dict__', null, (self) => streamDictionary(self, true));
  },
});

/** `_finalizing`: set by CPython while an object is collected. */
export function defineFinalizing(type: TypeBuilder<never>): void {
  (type as unknown as TypeBuilder<PyIOBase & { isFinalizing: boolean }>).member(
    '_finalizing',
    null,
    (self) => self.isFinalizing,
    (self, value) => {
      if (typeof value !== 'boolean') return raiseTypeError('attribute value type must be bool');
      self.isFinalizing = value;
      return true;
    },
  );
}

// ── _RawIOBase ─────────────────────────────────────────────────────────────────────────────────────────────────────

function rawRead(self: Value, size: Value): Result {
  const count = sizeArgument(size);
  if (count === EXIT) return EXIT;
  if ((count as number) < 0) return invoke(self, 'readall');
  const buffer = new PyByteArray(newBytes(count as number));
  const read = invoke(self, 'readinto', [buffer]);
  if (read === EXIT || read === null) return read;
  const given = toInt(read as Value);
  if (given === EXIT) return EXIT;
  const length = Number(given);
  if (length < 0 || length > buffer.length) {
    return raiseValueError(`readinto returned ${given} outside buffer size ${buffer.length}`);
  }
  return new PyBytes(buffer.data.slice(0, length));
}

function rawReadAll(self: Value): Result {
  const parts: Uint8Array[] = [];
  for (;;) {
    const bytes = invoke(self, 'read', [DEFAULT_BUFFER_SIZE]);
    if (bytes === EXIT) return EXIT;
    if (bytes === null && parts.length === 0) return null;
    if (bytes !== null && !(bytes instanceof PyBytes)) return raiseTypeError('read() should return bytes');
    if (bytes === null || bytes.length === 0) return new PyBytes(concatBytes(parts));
    parts.push(bytes.data);
  }
}

export const rawIOBaseType: PyType = builtinType<PyRawIOBase>('_RawIOBase', {
  base: ioBaseType,
  layout: PyRawIOBase,
  module: '_io',
  doc: 'Base class for raw binary I/O.',
  slots: { new: streamNew(PyRawIOBase, () => rawIOBaseType) },
  define(type) {
    type.method('read(self, size=-1, /)', null, rawRead);
    type.method('readall(self, /)', 'Read until EOF, using multiple read() call.', rawReadAll);
    type.method('@@readinto(self, buffer, /)', null, () => raise('NotImplementedError'));
    type.method('@@write(self, b, /)', null, () => raise('NotImplementedError'));
  },
});

// ── _BufferedIOBase ────────────────────────────────────────────────────────────────────────────────────────────────

/** `readinto` in terms of `read` or `read1`. */
export function readIntoByReading(self: Value, buffer: Value, method: 'read' | 'read1', name: string): Result {
  const target = writableBytesOf(buffer, name);
  if (target === EXIT) return EXIT;
  const { data } = target as PyBytesLike;
  const bytes = invoke(self, method, [data.length]);
  if (bytes === EXIT) return EXIT;
  if (!(bytes instanceof PyBytes)) return raiseTypeError('read() should return bytes');
  if (bytes.length > data.length) {
    return raiseValueError(`read() returned too much data: ${data.length} bytes requested, ${bytes.length} returned`);
  }
  data.set(bytes.data);
  return bytes.length;
}

export const bufferedIOBaseType: PyType = builtinType<PyBufferedIOBase>('_BufferedIOBase', {
  base: ioBaseType,
  layout: PyBufferedIOBase,
  module: '_io',
  doc: `
    Base class for buffered IO objects.

    The main difference with RawIOBase is that the read() method
    supports omitting the size argument, and does not have a default
    implementation that defers to readinto().

    In addition, read(), readinto() and write() may raise
    BlockingIOError if the underlying raw stream is in non-blocking
    mode and not ready; unlike their raw counterparts, they will never
    return None.

    A typical implementation should not inherit from a RawIOBase
    implementation, but wrap one.
  `,
  slots: { new: streamNew(PyBufferedIOBase, () => bufferedIOBaseType) },
  define(type) {
    type.method(
      'detach(self, /)',
      'Disconnect this buffer from its underlying raw stream and return it.\n\nAfter the raw stream has been detached, the buffer is in an unusable\nstate.',
      unsupported('detach'),
    );
    type.method(
      'read(self, size=-1, /)',
      "Read and return up to n bytes.\n\nIf the size argument is omitted, None, or negative, read and\nreturn all data until EOF.\n\nIf the size argument is positive, and the underlying raw stream is\nnot 'interactive', multiple raw reads may be issued to satisfy\nthe byte count (unless EOF is reached first).\nHowever, for interactive raw streams (as well as sockets and pipes),\nat most one raw read will be issued, and a short result does not\nimply that EOF is imminent.\n\nReturn an empty bytes object on EOF.\n\nReturn None if the underlying raw stream was open in non-blocking\nmode and no data is available at the moment.",
      unsupported('read'),
    );
    type.method(
      'read1(self, size=-1, /)',
      'Read and return up to size bytes, with at most one read() call to the underlying raw stream.\n\nReturn an empty bytes object on EOF.\nA short result does not imply that EOF is imminent.',
      unsupported('read1'),
    );
    type.method('readinto(self, buffer, /)', null, (self, buffer) =>
      readIntoByReading(self, buffer, 'read', 'readinto'),
    );
    type.method('readinto1(self, buffer, /)', null, (self, buffer) =>
      readIntoByReading(self, buffer, 'read1', 'readinto1'),
    );
    type.method(
      'write(self, b, /)',
      'Write buffer b to the IO stream.\n\nReturn the number of bytes written, which is always\nthe length of b in bytes.\n\nRaise BlockingIOError if the buffer is full and the\nunderlying raw stream cannot accept more data at the moment.',
      unsupported('write'),
    );
  },
});

// ── _TextIOBase ────────────────────────────────────────────────────────────────────────────────────────────────────

export const textIOBaseType: PyType = builtinType<PyTextIOBase>('_TextIOBase', {
  base: ioBaseType,
  layout: PyTextIOBase,
  module: '_io',
  doc: `
    Base class for text I/O.

    This class provides a character and line based interface to stream
    I/O. There is no readinto method because Python's character strings
    are immutable.
  `,
  slots: { new: streamNew(PyTextIOBase, () => textIOBaseType) },
  define(type) {
    type.method(
      'detach(self, /)',
      'Separate the underlying buffer from the TextIOBase and return it.\n\nAfter the underlying buffer has been detached, the TextIO is in an unusable state.',
      unsupported('detach'),
    );
    type.method(
      'read(self, size=-1, /)',
      'Read at most size characters from stream.\n\nRead from underlying buffer until we have size characters or we hit EOF.\nIf size is negative or omitted, read until EOF.',
      unsupported('read'),
    );
    type.method(
      'readline(self, size=-1, /)',
      'Read until newline or EOF.\n\nReturn an empty string if EOF is hit immediately.\nIf size is specified, at most size characters will be read.',
      unsupported('readline'),
    );
    type.method(
      'write(self, s, /)',
      'Write string s to stream.\n\nReturn the number of characters written\n(which is always equal to the length of the string).',
      unsupported('write'),
    );
    type.getset('encoding', 'Encoding of the text stream.\n\nSubclasses should override.', () => null);
    type.getset(
      'newlines',
      'Line endings translated so far.\n\nOnly line endings translated during reading are considered.\n\nSubclasses should override.',
      () => null,
    );
    type.getset('errors', 'The error setting of the decoder or encoder.\n\nSubclasses should override.', () => null);
  },
});

// ── Two failures at once ───────────────────────────────────────────────────────────────────────────────────────────

/** Runs `first`, then `second` whatever happened: an exception of the second has that of the first as its context. */
export function bothThen(first: () => Result, second: () => Result): Result {
  const before = first();
  if (before !== EXIT) return second();
  const failure = takeException();
  const after = second();
  if (after === EXIT) {
    const later = takeException();
    if (later !== failure && later.context === null) later.context = failure;
    return raiseObject(later);
  }
  return raiseObject(failure);
}
