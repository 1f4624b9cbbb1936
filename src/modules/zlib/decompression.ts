/** A stream to be decompressed: header, data and checksum of zlib (RFC 1950) and gzip (RFC 1952), or bare DEFLATE data. */
import { adler32, crc32 } from '../../util/checksums.ts';
import { DATA_ERROR, NEED_DICTIONARY, ZlibFailure } from './errors.ts';
import { InflateError, Inflater } from './inflate.ts';
import { copyBytes } from '../../util/copy-bytes.ts';
import { newBytes } from '../../util/new-bytes.ts';

type Wrapping = 'zlib' | 'gzip' | 'auto' | 'raw';

const MAX_BITS = 15;
const DEFLATED = 8;
const PRESET_DICTIONARY = 0x20;

/** Flags of a gzip header. */
const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const RESERVED = 0xe0;

/** What `wbits` asks for; undefined if it is no value for it. */
export function parseWindowBits(wbits: number): { wrapping: Wrapping; bits: number } | undefined {
  if (wbits <= -8 && wbits >= -MAX_BITS) return { wrapping: 'raw', bits: -wbits };
  if (wbits === 0) return { wrapping: 'zlib', bits: MAX_BITS };
  if (wbits >= 8 && wbits <= MAX_BITS) return { wrapping: 'zlib', bits: wbits };
  if (wbits === 16 || (wbits >= 24 && wbits <= 31))
    return { wrapping: 'gzip', bits: wbits === 16 ? MAX_BITS : wbits - 16 };
  if (wbits === 32 || (wbits >= 40 && wbits <= 47))
    return { wrapping: 'auto', bits: wbits === 32 ? MAX_BITS : wbits - 32 };
  return undefined;
}

const dataError = (text: string): ZlibFailure => new ZlibFailure(DATA_ERROR, text);

export class Decompression {
  private wrapping: Wrapping;
  private readonly windowBits: number;
  private readonly dictionary: Uint8Array | undefined;
  private inflater: Inflater | undefined;
  /** Input of earlier calls that was not enough to go on. */
  private kept: Uint8Array;
  private checksum: number;
  private total: number;
  isDone: boolean;
  /** Input behind the end of the stream. */
  unused: Uint8Array;

  constructor(wrapping: Wrapping, windowBits: number, dictionary: Uint8Array | undefined) {
    this.wrapping = wrapping;
    this.windowBits = windowBits;
    this.dictionary = dictionary;
    this.kept = new Uint8Array(0);
    this.checksum = 0;
    this.total = 0;
    this.isDone = false;
    this.unused = new Uint8Array(0);
    this.inflater = wrapping === 'raw' ? this.begin(dictionary) : undefined;
  }

  copy(): Decompression {
    const other = Object.assign(Object.create(Decompression.prototype) as Decompression, this);
    other.inflater = this.inflater?.copy();
    return other;
  }

  private begin(dictionary: Uint8Array | undefined): Inflater {
    const inflater = new Inflater(this.windowBits);
    if (dictionary !== undefined) inflater.setDictionary(dictionary);
    this.checksum = this.wrapping === 'zlib' ? 1 : 0;
    return inflater;
  }

  /**
   * Decompresses input into at most `room` bytes. Answers them, and the input that was left because the room was full.
   * Throws a ZlibFailure.
   */
  run(input: Uint8Array, room: number): { bytes: Uint8Array; left: Uint8Array } {
    const all = this.kept.length === 0 ? input : join(this.kept, input);
    this.kept = new Uint8Array(0);
    let position = 0;
    if (this.inflater === undefined) {
      position = this.header(all);
      if (position < 0) return this.wait(all);
    }
    const inflater = this.inflater!;
    if (inflater.isDone) return { bytes: new Uint8Array(0), left: this.trailer(all.subarray(position)) };
    const { bytes, position: end } = inflate(inflater, all, position, room);
    this.count(bytes);
    const rest = all.slice(end);
    if (inflater.isDone) return { bytes, left: this.trailer(join(inflater.rest(), rest)) };
    if (bytes.length === room) return { bytes, left: rest };
    this.kept = rest;
    return { bytes, left: new Uint8Array(0) };
  }

  private wait(input: Uint8Array): { bytes: Uint8Array; left: Uint8Array } {
    this.kept = input.slice();
    return { bytes: new Uint8Array(0), left: new Uint8Array(0) };
  }

  private count(bytes: Uint8Array): void {
    if (this.wrapping === 'zlib') this.checksum = adler32(bytes, this.checksum);
    else if (this.wrapping === 'gzip') this.checksum = crc32(bytes, this.checksum);
    this.total += bytes.length;
  }

  /** The checksum behind the data; what follows it is not ours. Always answers that no input is left over. */
  private trailer(input: Uint8Array): Uint8Array {
    const none = new Uint8Array(0);
    const size = this.wrapping === 'zlib' ? 4 : this.wrapping === 'gzip' ? 8 : 0;
    const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    const isGzip = this.wrapping === 'gzip';
    if (size > 0 && input.length >= 4 && view.getUint32(0, isGzip) !== this.checksum)
      throw dataError('incorrect data check');
    if (input.length < size) {
      this.kept = input.slice();
      return none;
    }
    if (isGzip && view.getUint32(4, true) !== this.total % 2 ** 32) throw dataError('incorrect length check');
    this.isDone = true;
    this.unused = input.slice(size);
    return none;
  }

  // ── Headers ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Reads the header: where the data begins, -1 if there is not enough yet. */
  private header(input: Uint8Array): number {
    if (input.length < 2) return -1;
    const isGzip = input[0] === 0x1f && input[1] === 0x8b;
    if (isGzip && this.wrapping !== 'zlib') return this.gzipHeader(input);
    if (this.wrapping === 'gzip') throw dataError('incorrect header check');
    return this.zlibHeader(input);
  }

  private zlibHeader(input: Uint8Array): number {
    const [method, flags] = input;
    if ((method * 256 + flags) % 31 !== 0) throw dataError('incorrect header check');
    if ((method & 15) !== DEFLATED) throw dataError('unknown compression method');
    if ((method >> 4) + 8 > this.windowBits) throw dataError('invalid window size');
    this.wrapping = 'zlib';
    if ((flags & PRESET_DICTIONARY) === 0) {
      this.inflater = this.begin(undefined);
      return 2;
    }
    if (input.length < 6) return -1;
    if (this.dictionary === undefined) throw new ZlibFailure(NEED_DICTIONARY);
    const wanted = new DataView(input.buffer, input.byteOffset).getUint32(2);
    if (adler32(this.dictionary) !== wanted) throw new ZlibFailure(DATA_ERROR);
    this.inflater = this.begin(this.dictionary);
    return 6;
  }

  private gzipHeader(input: Uint8Array): number {
    if (input.length < 4) return -1;
    const flags = input[3];
    if (input[2] !== DEFLATED) throw dataError('unknown compression method');
    if ((flags & RESERVED) !== 0) throw dataError('unknown header flags set');
    const end = endOfGzipHeader(input, flags);
    if (end < 0) return -1;
    if ((flags & HEADER_CRC) !== 0) {
      const own = crc32(input.subarray(0, end - 2)) & 0xffff;
      if ((input[end - 2] | (input[end - 1] << 8)) !== own) throw dataError('header crc mismatch');
    }
    this.wrapping = 'gzip';
    this.inflater = this.begin(undefined);
    return end;
  }
}

/** Behind the optional fields; -1 if they do not end within the input. */
function endOfGzipHeader(input: Uint8Array, flags: number): number {
  let position = 10;
  if ((flags & EXTRA) !== 0) {
    if (input.length < position + 2) return -1;
    position += 2 + (input[position] | (input[position + 1] << 8));
  }
  for (const text of [NAME, COMMENT]) {
    if ((flags & text) === 0) continue;
    const zero = position < input.length ? input.indexOf(0, position) : -1;
    if (zero < 0) return -1;
    position = zero + 1;
  }
  if ((flags & HEADER_CRC) !== 0) position += 2;
  return position <= input.length ? position : -1;
}

function inflate(
  inflater: Inflater,
  input: Uint8Array,
  position: number,
  room: number,
): { bytes: Uint8Array; position: number } {
  try {
    return inflater.run(input, position, room);
  } catch (thrown) {
    if (thrown instanceof InflateError) throw dataError(thrown.message);
    throw thrown;
  }
}

export function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = newBytes(first.length + second.length);
  copyBytes(first, joined, 0);
  copyBytes(second, joined, first.length);
  return joined;
}
