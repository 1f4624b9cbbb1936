/** `BufferedReader`, `BufferedWriter`, `BufferedRandom`: the types. What they do is in buffered.ts. */
import { getAttribute } from '../../objspace/attributes.ts';
import { bytesOf, type PyBytesLike, writableBytesOf } from '../../objspace/buffer.ts';
import { orThrow, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { repr, toInt, typeName } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import { bothThen, bufferedIOBaseType, checkCapability, defineFinalizing, streamNew } from './base.ts';
import { PyBuffered, raiseNotSeekable } from './buffered.ts';
import { isRawClosed } from './raw-access.ts';
import { EXACT_TYPES } from './text-io.ts';
import { invoke, lookAttribute, offsetArgument, raiseClosed, raiseUnsupported, sizeArgument } from './support.ts';

export class PyBufferedReader extends PyBuffered {}
export class PyBufferedWriter extends PyBuffered {}
export class PyBufferedRandom extends PyBuffered {}

const asBytes = (data: Uint8Array | null | Exit): Result =>
  data === EXIT || data === null ? (data as null | Exit) : new PyBytes(data as Uint8Array);

// ── Common ─────────────────────────────────────────────────────────────────────────────────────────────────────────

type Capabilities = 'reader' | 'writer' | 'random';

function initialise(self: PyBuffered, raw: Value, bufferSize: Value, kind: Capabilities): true | Exit {
  self.isReady = false;
  self.isDetached = false;
  if (kind === 'random' && checkCapability(raw, 'seekable', 'seekable') === EXIT) return EXIT;
  if (kind !== 'writer' && checkCapability(raw, 'readable', 'readable') === EXIT) return EXIT;
  if (kind !== 'reader' && checkCapability(raw, 'writable', 'writable') === EXIT) return EXIT;
  const size = toInt(bufferSize);
  if (size === EXIT) return EXIT;
  if (Number(size) <= 0) return raiseValueError('buffer size must be strictly positive');
  self.forgetPending();
  self.begin(raw, Number(size), kind !== 'writer', kind !== 'reader');
  return true;
}

function isClosed(self: PyBuffered): boolean | Exit {
  return self.checkReady() === EXIT ? EXIT : isRawClosed(self.raw);
}

/** Flushes through the method `flush`, which a subclass may override, then closes the raw stream whatever happened. */
function close(self: PyBuffered): Result {
  if (self.checkReady() === EXIT) return EXIT;
  const closed = isClosed(self);
  if (closed === EXIT) return EXIT;
  if (closed) return null;
  const result = bothThen(
    () => invoke(self, 'flush'),
    () => invoke(self.raw, 'close'),
  );
  self.forgetPending();
  return result;
}

function flush(self: PyBuffered): Result {
  if (self.checkReady() === EXIT) return EXIT;
  const closed = isClosed(self);
  if (closed === EXIT) return EXIT;
  if (closed) return raiseClosed(self.isWritable ? 'flush of closed file' : undefined);
  if (!self.isWritable) return invoke(self.raw, 'flush');
  return self.flush() === EXIT ? EXIT : null;
}

function detach(self: PyBuffered): Result {
  if (self.checkReady() === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  const { raw } = self;
  self.raw = null;
  self.isDetached = true;
  self.isReady = false;
  self.forgetPending();
  return raw;
}

function seek(self: PyBuffered, target: Value, whenceValue: Value): Result {
  const whence = toInt(whenceValue);
  if (whence === EXIT) return EXIT;
  if (whence !== 0 && whence !== 1 && whence !== 2) return raiseValueError(`whence value ${whence} unsupported`);
  if (self.checkOpen('seek of') === EXIT) return EXIT;
  const seekable = truthOf(invoke(self.raw, 'seekable'));
  if (seekable === EXIT) return EXIT;
  if (!seekable) return raiseNotSeekable();
  const offset = offsetArgument(target);
  return offset === EXIT ? EXIT : self.seek(offset as number, whence);
}

function truthOf(result: Result): boolean | Exit {
  return result === EXIT ? EXIT : result === true;
}

function truncate(self: PyBuffered, position: Value): Result {
  if (self.checkOpen('truncate of') === EXIT) return EXIT;
  if (!self.isWritable) return raiseUnsupported('truncate');
  if (self.flush() === EXIT) return EXIT;
  return invoke(self.raw, 'truncate', [position === null ? (orThrow(self.tell()) as number) : position]);
}

function reprBuffered(self: PyBuffered): Result {
  const shown = typeName(self);
  const name = lookAttribute(self, 'name');
  if (name === EXIT) return swallow('ValueError') ? `<${shown}>` : EXIT;
  if (name === undefined) return `<${shown}>`;
  const text = repr(name as Value);
  return text === EXIT ? EXIT : `<${shown} name=${textOf(text as Value)}>`;
}

/** Passes a question on to the raw stream. */
const ofRaw =
  (name: string) =>
  (self: PyBuffered): Result =>
    self.checkReady() === EXIT ? EXIT : invoke(self.raw, name);
const attributeOfRaw =
  (name: string) =>
  (self: PyBuffered): Result =>
    self.checkReady() === EXIT ? EXIT : getAttribute(self.raw, name);

function defineCommon(type: TypeBuilder<PyBuffered>): void {
  type.method(
    'detach(self, /)',
    'Disconnect this buffer from its underlying raw stream and return it.\n\nAfter the raw stream has been detached, the buffer is in an unusable\nstate.',
    detach,
  );
  type.method('flush(self, /)', null, flush);
  type.method('close(self, /)', null, close);
  type.method('seekable(self, /)', null, ofRaw('seekable'));
  type.method('fileno(self, /)', null, ofRaw('fileno'));
  type.method('isatty(self, /)', null, ofRaw('isatty'));
  type.method('seek(self, target, whence=0, /)', null, seek);
  type.method('tell(self, /)', null, (self) => (self.checkReady() === EXIT ? EXIT : self.tell()));
  type.method('truncate(self, pos=None, /)', null, truncate);
  type.method('_dealloc_warn(self, source, /)', null, () => null);
  type.method('__sizeof__(self, /)', null, (self) => 144 + self.bufferSize);
  type.method('__getstate__(self, /)', null, (self) =>
    raiseTypeError(`cannot pickle '${typeOf(self).name}' instances`),
  );
  type.member('raw', null, (self) => self.raw);
  defineFinalizing(type as never);
  type.getset('closed', null, isClosed);
  type.getset('name', null, attributeOfRaw('name'));
  type.getset('mode', null, attributeOfRaw('mode'));
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────────

function read(self: PyBuffered, size: Value): Result {
  const count = sizeArgument(size);
  if (count === EXIT || self.checkReady() === EXIT) return EXIT;
  if ((count as number) < -1) return raiseValueError('read length must be non-negative or -1');
  if (self.checkOpen('read of') === EXIT) return EXIT;
  return asBytes(count === -1 ? self.readAll() : self.read(count as number));
}

function readOnce(self: PyBuffered, size: Value): Result {
  const count = offsetArgument(size);
  if (count === EXIT || self.checkOpen('read of') === EXIT) return EXIT;
  return asBytes(self.readOnce((count as number) < 0 ? self.bufferSize : (count as number)));
}

function readInto(self: PyBuffered, buffer: Value, isOnce: boolean): Result {
  const target = writableBytesOf(buffer, isOnce ? 'readinto1' : 'readinto');
  if (target === EXIT || self.checkOpen('readinto of') === EXIT) return EXIT;
  return self.readInto((target as PyBytesLike).data, isOnce) as Result;
}

function peek(self: PyBuffered): Result {
  if (self.checkOpen('peek of') === EXIT) return EXIT;
  if (self.isWritable && self.flushPending() === EXIT) return EXIT;
  if (self.available === 0) {
    const count = self.fill();
    if (count === EXIT) return EXIT;
  }
  return new PyBytes(self.peeked().slice());
}

function readLine(self: PyBuffered, size: Value): Result {
  const limit = sizeArgument(size);
  if (limit === EXIT || self.checkOpen('readline of') === EXIT) return EXIT;
  return asBytes(self.readLine(limit as number));
}

/** The next line; classes that override `readline` are asked by it. */
function nextLine(self: PyBuffered): Result | undefined {
  const isExact = !typeOf(self).isHeapType;
  if (isExact && self.available > 0 && self.checkOpen('readline of') !== EXIT) {
    const quick = self.quickLine();
    if (quick !== undefined) return new PyBytes(quick);
  }
  const line = isExact ? readLine(self, -1) : invoke(self, 'readline');
  if (line === EXIT) return EXIT;
  if (line instanceof PyBytes) return line.length === 0 ? undefined : line;
  return raiseTypeError(`readline() should have returned a bytes object, not '${typeName(line as Value)}'`);
}

function defineReading(type: TypeBuilder<PyBuffered>): void {
  type.method('readable(self, /)', null, ofRaw('readable'));
  type.method('read(self, size=-1, /)', null, read);
  type.method('read1(self, size=-1, /)', null, readOnce);
  type.method('readinto(self, buffer, /)', null, (self, buffer) => readInto(self, buffer, false));
  type.method('readinto1(self, buffer, /)', null, (self, buffer) => readInto(self, buffer, true));
  type.method('readline(self, size=-1, /)', null, readLine);
  type.method('peek(self, size=0, /)', null, (self, size) => (offsetArgument(size) === EXIT ? EXIT : peek(self)));
}

// ── Writing ────────────────────────────────────────────────────────────────────────────────────────────────────────

function write(self: PyBuffered, value: Value): Result {
  if (self.checkReady() === EXIT) return EXIT;
  const bytes = bytesOf(value);
  if (bytes === EXIT || self.checkOpen('write to') === EXIT) return EXIT;
  return self.write((bytes as PyBytesLike).data);
}

function defineWriting(type: TypeBuilder<PyBuffered>): void {
  type.method('writable(self, /)', null, ofRaw('writable'));
  type.method(
    'write(self, buffer, /)',
    'Write buffer b to the IO stream.\n\nReturn the number of bytes written, which is always\nthe length of b in bytes.\n\nRaise BlockingIOError if the buffer is full and the\nunderlying raw stream cannot accept more data at the moment.',
    write,
  );
}

// ── The types ──────────────────────────────────────────────────────────────────────────────────────────────────────

const SIGNATURE = '(raw, buffer_size=DEFAULT_BUFFER_SIZE)';

export const bufferedReaderType: PyType = builtinType<PyBufferedReader>('BufferedReader', {
  base: bufferedIOBaseType,
  layout: PyBufferedReader,
  module: '_io',
  signature: SIGNATURE,
  doc: 'Create a new buffered reader using the given readable raw IO object.',
  slots: {
    new: streamNew(PyBufferedReader, () => bufferedReaderType),
    init: initSlot('BufferedReader(self, raw, buffer_size=131072)', (self: PyBuffered, raw, size) =>
      initialise(self, raw, size, 'reader'),
    ),
    repr: reprBuffered,
    next: nextLine,
  },
  define(type) {
    defineCommon(type);
    defineReading(type);
  },
});

export const bufferedWriterType: PyType = builtinType<PyBufferedWriter>('BufferedWriter', {
  base: bufferedIOBaseType,
  layout: PyBufferedWriter,
  module: '_io',
  signature: SIGNATURE,
  doc: `
    A buffer for a writeable sequential RawIO object.

    The constructor creates a BufferedWriter for the given writeable raw
    stream. If the buffer_size is not given, it defaults to
    DEFAULT_BUFFER_SIZE.
  `,
  slots: {
    new: streamNew(PyBufferedWriter, () => bufferedWriterType),
    init: initSlot('BufferedWriter(self, raw, buffer_size=131072)', (self: PyBuffered, raw, size) =>
      initialise(self, raw, size, 'writer'),
    ),
    repr: reprBuffered,
  },
  define(type) {
    defineCommon(type);
    defineWriting(type);
  },
});

export const bufferedRandomType: PyType = builtinType<PyBufferedRandom>('BufferedRandom', {
  base: bufferedIOBaseType,
  layout: PyBufferedRandom,
  module: '_io',
  signature: SIGNATURE,
  doc: `
    A buffered interface to random access streams.

    The constructor creates a reader and writer for a seekable stream,
    raw, given in the first argument. If the buffer_size is omitted it
    defaults to DEFAULT_BUFFER_SIZE.
  `,
  slots: {
    new: streamNew(PyBufferedRandom, () => bufferedRandomType),
    init: initSlot('BufferedRandom(self, raw, buffer_size=131072)', (self: PyBuffered, raw, size) =>
      initialise(self, raw, size, 'random'),
    ),
    repr: reprBuffered,
    next: nextLine,
  },
  define(type) {
    defineCommon(type);
    defineReading(type);
    defineWriting(type);
  },
});

for (const type of [bufferedReaderType, bufferedWriterType, bufferedRandomType]) EXACT_TYPES.add(type);
