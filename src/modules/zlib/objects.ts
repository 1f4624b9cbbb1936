/** The objects of `zlib`: compressors and decompressors that take data piece by piece. */
import { bytesOf, type PyBytesLike, tryBytesOf } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinType, newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { intArgument, ssizeArgument } from '../../objspace/types/bytes/allocate.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { type Compression, Z_FINISH } from './compression.ts';
import { Decompression, join, parseWindowBits } from './decompression.ts';
import { failureText, ZlibFailure, zlibError } from './errors.ts';

const UNLIMITED = Number.MAX_SAFE_INTEGER;
const NOTHING = new Uint8Array(0);

const dataOf = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;

/** Turns failures of a stream into `zlib.error`; `doing` says what was tried. */
export function withFailures<T>(doing: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof ZlibFailure) throw zlibError.error(failureText(thrown, doing));
    throw thrown;
  }
}

// ── Compress ───────────────────────────────────────────────────────────────────────────────────────────────────────

export class PyCompress extends PyObject {
  readonly stream: Compression;

  constructor(stream: Compression) {
    super();
    this.stream = stream;
  }
}

/** `copy` with its two other names. */
function defineCopying<Self extends PyObject>(
  type: TypeBuilder<Self>,
  what: string,
  copy: (self: Self) => Value,
): void {
  const doc = `Return a copy of the ${what} object.`;
  type.method('copy(self, /)', doc, copy);
  type.method('__copy__(self, /)', null, copy);
  type.method('__deepcopy__(self, memo, /)', null, copy);
}

export const compressType = builtinType<PyCompress>('Compress', {
  base: objectType,
  layout: PyCompress,
  module: 'zlib',
  isBaseType: false,
  define(type) {
    type.method(
      'compress(self, data, /)',
      'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n\nAfter calling this function, some of the input data may still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these buffers.',
      ({ stream }, data) => {
        const input = dataOf(data);
        return withFailures('while compressing data', () => new PyBytes(stream.write(input)));
      },
    );
    type.method(
      'flush(self, mode=zlib.Z_FINISH, /)',
      'Return a bytes object containing any remaining compressed data.\n\n  mode\n    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.\n    If mode == Z_FINISH, the compressor object can no longer be\n    used after calling the flush() method.  Otherwise, more data\n    can still be compressed.',
      ({ stream }, mode) => {
        const number = mode === undefined ? Z_FINISH : (orThrow(intArgument(mode)) as number);
        return withFailures('while flushing', () => new PyBytes(stream.flush(number)));
      },
    );
    defineCopying(type, 'compression', ({ stream }) => {
      if (stream.isFinished) throw error('ValueError', 'Inconsistent stream state');
      return new PyCompress(stream.copy());
    });
  },
});

// ── Decompress ─────────────────────────────────────────────────────────────────────────────────────────────────────

export class PyDecompress extends PyObject {
  readonly stream: Decompression;
  unconsumed: Uint8Array;
  unused: Uint8Array;
  /** Whether the stream was flushed at its end: it cannot be copied then. */
  isOver: boolean;

  constructor(stream: Decompression) {
    super();
    this.stream = stream;
    this.isOver = false;
    this.unconsumed = NOTHING;
    this.unused = NOTHING;
  }
}

function decompress(self: PyDecompress, input: Uint8Array, room: number): Value {
  const { stream } = self;
  if (stream.isDone) {
    self.unused = join(self.unused, input.slice());
    self.unconsumed = NOTHING;
    return new PyBytes(NOTHING);
  }
  return withFailures('while decompressing data', () => {
    const { bytes, left } = stream.run(input, room);
    self.unconsumed = left;
    if (stream.isDone) self.unused = stream.unused;
    return new PyBytes(bytes);
  });
}

export const decompressType = builtinType<PyDecompress>('Decompress', {
  base: objectType,
  layout: PyDecompress,
  module: 'zlib',
  isBaseType: false,
  define(type) {
    type.method(
      'decompress(self, data, /, max_length=0)',
      'Return a bytes object containing the decompressed version of the data.\n\n  data\n    The binary data to decompress.\n  max_length\n    The maximum allowable length of the decompressed data.\n    Unconsumed input data will be stored in\n    the unconsumed_tail attribute.\n\nAfter calling this function, some of the input data may still be stored in\ninternal buffers for later processing.\nCall the flush() method to clear these buffers.',
      (self, data, maxLength) => {
        const input = dataOf(data);
        const room = orThrow(ssizeArgument(maxLength)) as number;
        if (room < 0) throw error('ValueError', 'max_length must be non-negative');
        return decompress(self, input, room === 0 ? UNLIMITED : room);
      },
    );
    type.method(
      'flush(self, length=zlib.DEF_BUF_SIZE, /)',
      'Return a bytes object containing any remaining decompressed data.\n\n  length\n    the initial size of the output buffer.',
      (self, length) => {
        if ((orThrow(ssizeArgument(length)) as number) <= 0)
          throw error('ValueError', 'length must be greater than zero');
        const bytes = self.stream.isDone ? new PyBytes(NOTHING) : decompress(self, self.unconsumed, UNLIMITED);
        self.isOver = self.stream.isDone;
        return bytes;
      },
    );
    defineCopying(type, 'decompression', (self) => {
      if (self.isOver) throw error('ValueError', 'Inconsistent stream state');
      const copy = new PyDecompress(self.stream.copy());
      copy.unconsumed = self.unconsumed;
      copy.unused = self.unused;
      return copy;
    });
    type.member('unused_data', null, (self) => new PyBytes(self.unused));
    type.member('unconsumed_tail', null, (self) => new PyBytes(self.unconsumed));
    type.member('eof', null, (self) => self.stream.isDone);
  },
});

// ── _ZlibDecompressor ──────────────────────────────────────────────────────────────────────────────────────────────

export class PyZlibDecompressor extends PyObject {
  readonly stream: Decompression;
  /** Input that waits for room in the output. */
  waiting: Uint8Array;
  needsInput: boolean;

  constructor(stream: Decompression) {
    super();
    this.stream = stream;
    this.waiting = NOTHING;
    this.needsInput = true;
  }
}

function decompressMore(self: PyZlibDecompressor, data: Value, maxLength: Value): Value {
  const input = dataOf(data);
  const room = orThrow(ssizeArgument(maxLength)) as number;
  if (self.stream.isDone) throw error('EOFError', 'End of stream already reached');
  return withFailures('while decompressing data', () => {
    const limit = room < 0 ? UNLIMITED : room;
    const { bytes, left } = self.stream.run(join(self.waiting, input), limit);
    self.waiting = left;
    self.needsInput = !self.stream.isDone && left.length === 0 && bytes.length < limit;
    return new PyBytes(bytes);
  });
}

export const zlibDecompressorType = builtinType<PyZlibDecompressor>('_ZlibDecompressor', {
  base: objectType,
  layout: PyZlibDecompressor,
  module: 'zlib',
  isBaseType: false,
  signature: "(wbits=15, zdict=b'')",
  doc: 'Create a decompressor object for decompressing data incrementally.',
  slots: {
    new: newSlot("_ZlibDecompressor(cls, wbits=15, zdict=b'')", (_cls, wbits, zdict) => {
      const window = parseWindowBits(Number(orThrow(toInt(wbits))));
      const buffer = tryBytesOf(zdict);
      if (buffer === undefined) throw error('TypeError', 'zdict argument must support the buffer protocol');
      if (window === undefined) throw error('ValueError', 'Invalid initialization option');
      const dictionary = (orThrow(buffer) as PyBytesLike).data;
      return new PyZlibDecompressor(
        new Decompression(window.wrapping, window.bits, dictionary.length === 0 ? undefined : dictionary.slice()),
      );
    }),
  },
  define(type) {
    type.method(
      'decompress(self, /, data, max_length=-1)',
      "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes of\ndecompressed data. If this limit is reached and further output can be\nproduced, *self.needs_input* will be set to ``False``. In this case, the next\ncall to *decompress()* may provide *data* as b'' to obtain more of the output.\n\nIf all of the input data was decompressed and returned (either because this\nwas less than *max_length* bytes, or because *max_length* was negative),\n*self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached raises an\nEOFError.  Any data found after the end of the stream is ignored and saved in\nthe unused_data attribute.",
      decompressMore,
    );
    type.member('eof', 'True if the end-of-stream marker has been reached.', (self) => self.stream.isDone);
    type.member(
      'needs_input',
      'True if more input is needed before more decompressed data can be produced.',
      (self) => self.needsInput,
    );
    type.member(
      'unused_data',
      'Data found after the end of the compressed stream.',
      (self) => new PyBytes(self.stream.unused),
    );
  },
});
