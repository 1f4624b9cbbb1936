/** `zlib`: compression and decompression, and checksums. */
import { bytesOf, type PyBytesLike, tryBytesOf } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { intArgument, ssizeArgument } from '../../objspace/types/bytes/allocate.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { adler32, crc32 } from '../../util/checksums.ts';
import { Compression, Z_FINISH } from './compression.ts';
import { Decompression, parseWindowBits } from './decompression.ts';
import { BUFFER_ERROR, failureText, STREAM_ERROR, ZlibFailure, zlibError } from './errors.ts';
import { PyCompress, PyDecompress, withFailures, zlibDecompressorType } from './objects.ts';
import { newBytes } from '../../util/new-bytes.ts';

const DEFLATED = 8;
const DEFAULT_BUFFER_SIZE = 16384;
const UNLIMITED = Number.MAX_SAFE_INTEGER;

const dataOf = (value: Value): Uint8Array => (orThrow(bytesOf(value)) as PyBytesLike).data;
const number = (value: Value): number => orThrow(intArgument(value)) as number;

function compress(data: Value, level: Value, wbits: Value): Value {
  const input = dataOf(data);
  const compression = Compression.create({
    level: number(level),
    wbits: number(wbits),
    strategy: 0,
    dictionary: undefined,
  });
  if (compression === undefined) throw zlibError.error('Bad compression level');
  const first = compression.write(input);
  const second = compression.flush(Z_FINISH);
  const bytes = newBytes(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return new PyBytes(bytes);
}

function decompress(data: Value, wbits: Value, bufsize: Value): Value {
  const input = dataOf(data);
  if ((orThrow(ssizeArgument(bufsize)) as number) < 0) throw error('ValueError', 'bufsize must be non-negative');
  const window = parseWindowBits(number(wbits));
  if (window === undefined) {
    throw zlibError.error(
      failureText(new ZlibFailure(STREAM_ERROR, 'inconsistent stream state'), 'while preparing to decompress data'),
    );
  }
  const stream = new Decompression(window.wrapping, window.bits, undefined);
  return withFailures('while decompressing data', () => {
    const { bytes } = stream.run(input, UNLIMITED);
    if (!stream.isDone) throw new ZlibFailure(BUFFER_ERROR, 'incomplete or truncated stream');
    return new PyBytes(bytes);
  });
}

/** A dictionary argument: absent or None is none. */
function dictionaryOf(value: Value | undefined, isDecompressing: boolean): Uint8Array | undefined {
  if (value === undefined || value === null) return undefined;
  const buffer = isDecompressing ? tryBytesOf(value) : orThrow(bytesOf(value));
  if (buffer === undefined) throw error('TypeError', 'zdict argument must support the buffer protocol');
  return (orThrow(buffer) as PyBytesLike).data.slice();
}

function compressor(
  level: Value,
  method: Value,
  wbits: Value,
  memLevel: Value,
  strategy: Value,
  zdict: Value | undefined,
): Value {
  const dictionary = dictionaryOf(zdict ?? null, false);
  const memory = number(memLevel);
  const options = { level: number(level), wbits: number(wbits), strategy: number(strategy), dictionary };
  const stream = number(method) === DEFLATED && memory >= 1 && memory <= 9 ? Compression.create(options) : undefined;
  if (stream === undefined) throw error('ValueError', 'Invalid initialization option');
  return new PyCompress(stream);
}

export function newDecompression(wbits: Value, zdict: Value | undefined): Decompression {
  const dictionary = dictionaryOf(zdict, true);
  const window = parseWindowBits(number(wbits));
  if (window === undefined) throw error('ValueError', 'Invalid initialization option');
  return new Decompression(window.wrapping, window.bits, dictionary?.length === 0 ? undefined : dictionary);
}

/** An int modulo 2^32. */
function word(value: Value): number {
  return Number(BigInt.asUintN(32, BigInt(orThrow(toInt(value)) as number | bigint)));
}

function defineFunctions(module: ModuleBuilder): void {
  module.function(
    'adler32(data, value=1, /)',
    'Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
    (data, value) => adler32(dataOf(data), word(value)),
  );
  module.function(
    'crc32(data, value=0, /)',
    'Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
    (data, value) => crc32(dataOf(data), word(value)),
  );
  module.function(
    'compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)',
    'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n  level\n    Compression level, in 0-9 or -1.\n  wbits\n    The window buffer size and container format.',
    compress,
  );
  module.function(
    'decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)',
    'Returns a bytes object containing the uncompressed data.\n\n  data\n    Compressed data.\n  wbits\n    The window buffer size and container format.\n  bufsize\n    The initial output buffer size.',
    decompress,
  );
  module.function(
    'compressobj(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=<absent>)',
    'Return a compressor object.\n\n  level\n    The compression level (an integer in the range 0-9 or -1; default is\n    currently equivalent to 6).  Higher compression levels are slower,\n    but produce smaller results.\n  method\n    The compression algorithm.  If given, this must be DEFLATED.\n  wbits\n    +9 to +15: The base-two logarithm of the window size.  Include a zlib\n        container.\n    -9 to -15: Generate a raw stream.\n    +25 to +31: Include a gzip container.\n  memLevel\n    Controls the amount of memory used for internal compression state.\n    Valid values range from 1 to 9.  Higher values result in higher memory\n    usage, faster compression, and smaller output.\n  strategy\n    Used to tune the compression algorithm.  Possible values are\n    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.\n  zdict\n    The predefined compression dictionary - a sequence of bytes\n    containing subsequences that are likely to occur in the input data.',
    compressor,
  );
  module.function(
    "decompressobj(wbits=MAX_WBITS, zdict=b'')",
    'Return a decompressor object.\n\n  wbits\n    The window buffer size and container format.\n  zdict\n    The predefined compression dictionary.  This must be the same\n    dictionary as used by the compressor that produced the input data.',
    (wbits, zdict) => new PyDecompress(newDecompression(wbits, zdict)),
  );
}

const CONSTANTS: readonly (readonly [name: string, value: Value])[] = [
  ['MAX_WBITS', 15],
  ['DEFLATED', DEFLATED],
  ['DEF_MEM_LEVEL', 8],
  ['DEF_BUF_SIZE', DEFAULT_BUFFER_SIZE],
  ['Z_NO_COMPRESSION', 0],
  ['Z_BEST_SPEED', 1],
  ['Z_BEST_COMPRESSION', 9],
  ['Z_DEFAULT_COMPRESSION', -1],
  ['Z_FILTERED', 1],
  ['Z_HUFFMAN_ONLY', 2],
  ['Z_RLE', 3],
  ['Z_FIXED', 4],
  ['Z_DEFAULT_STRATEGY', 0],
  ['Z_NO_FLUSH', 0],
  ['Z_PARTIAL_FLUSH', 1],
  ['Z_SYNC_FLUSH', 2],
  ['Z_FULL_FLUSH', 3],
  ['Z_FINISH', Z_FINISH],
  ['Z_BLOCK', 5],
  ['Z_TREES', 6],
  ['ZLIB_VERSION', '1.3.2'],
  ['ZLIB_RUNTIME_VERSION', '1.3.2'],
];

export const zlib = builtinModule(
  'zlib',
  "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and flush() methods; decompressor\nobjects support decompress() and flush().",
  (module) => {
    defineFunctions(module);
    for (const [name, value] of CONSTANTS) module.constant(name, value);
    module.constant('__version__', '1.0');
    module.types(zlibDecompressorType);
    module.constant('error', zlibError.type);
  },
);
