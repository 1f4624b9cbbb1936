/** A stream that is compressed: header, data and checksum of zlib (RFC 1950) and gzip (RFC 1952), or bare DEFLATE data. */
import { adler32, crc32 } from '../../util/checksums.ts';
import { Deflater, HUFFMAN_ONLY } from './deflate.ts';
import { join } from './decompression.ts';
import { STREAM_ERROR, ZlibFailure } from './errors.ts';

type Wrapping = 'zlib' | 'gzip' | 'raw';

export const Z_NO_FLUSH = 0;
export const Z_PARTIAL_FLUSH = 1;
export const Z_SYNC_FLUSH = 2;
export const Z_FULL_FLUSH = 3;
export const Z_FINISH = 4;
export const Z_BLOCK = 5;

export interface CompressionOptions {
  readonly level: number;
  readonly wbits: number;
  readonly strategy: number;
  readonly dictionary: Uint8Array | undefined;
}

/** The wrapping and window that `wbits` asks for; undefined if it is no value for it. */
function parseWindowBits(wbits: number): { wrapping: Wrapping; bits: number } | undefined {
  if (wbits <= -9 && wbits >= -15) return { wrapping: 'raw', bits: -wbits };
  if (wbits >= 8 && wbits <= 15) return { wrapping: 'zlib', bits: Math.max(wbits, 9) };
  if (wbits >= 24 && wbits <= 31) return { wrapping: 'gzip', bits: Math.max(wbits - 16, 9) };
  return undefined;
}

export class Compression {
  private readonly options: CompressionOptions;
  private readonly wrapping: Wrapping;
  private readonly windowBits: number;
  private deflater: Deflater;
  private hasHeader: boolean;
  isFinished: boolean;
  private checksum: number;
  private total: number;

  /** undefined if the options are none that zlib knows. */
  static create(options: CompressionOptions): Compression | undefined {
    const { level, strategy, wbits } = options;
    const window = parseWindowBits(wbits);
    if (window === undefined || level < -1 || level > 9 || strategy < 0 || strategy > 4) return undefined;
    return new Compression(options, window.wrapping, window.bits);
  }

  private constructor(options: CompressionOptions, wrapping: Wrapping, windowBits: number) {
    this.options = options;
    this.wrapping = wrapping;
    this.windowBits = windowBits;
    this.deflater = new Deflater(options.level, options.strategy, windowBits);
    this.hasHeader = wrapping === 'raw';
    this.isFinished = false;
    this.checksum = wrapping === 'zlib' ? 1 : 0;
    this.total = 0;
    if (options.dictionary !== undefined) this.deflater.setDictionary(options.dictionary);
  }

  copy(): Compression {
    const other = Object.assign(Object.create(Compression.prototype) as Compression, this);
    other.deflater = this.deflater.copy();
    return other;
  }

  private check(): void {
    if (this.isFinished) throw new ZlibFailure(STREAM_ERROR, 'inconsistent stream state');
  }

  /** Throws a ZlibFailure. */
  write(input: Uint8Array): Uint8Array {
    this.check();
    this.deflater.write(input);
    if (this.wrapping === 'zlib') this.checksum = adler32(input, this.checksum);
    else if (this.wrapping === 'gzip') this.checksum = crc32(input, this.checksum);
    this.total += input.length;
    return this.drain();
  }

  private drain(): Uint8Array {
    const bytes = this.deflater.drain();
    if (this.hasHeader) return bytes;
    this.hasHeader = true;
    return join(this.wrapping === 'gzip' ? this.gzipHeader() : this.zlibHeader(), bytes);
  }

  /** Throws a ZlibFailure. */
  flush(mode: number): Uint8Array {
    if (mode === Z_NO_FLUSH) return new Uint8Array(0);
    this.check();
    if (mode < 0 || mode > Z_BLOCK) throw new ZlibFailure(STREAM_ERROR, 'inconsistent stream state');
    if (mode === Z_FINISH) return this.finish();
    if (mode === Z_SYNC_FLUSH || mode === Z_FULL_FLUSH) this.deflater.sync(mode === Z_FULL_FLUSH);
    else if (mode === Z_PARTIAL_FLUSH) this.deflater.partial();
    else this.deflater.flushBlock();
    return this.drain();
  }

  private finish(): Uint8Array {
    this.deflater.finish();
    this.isFinished = true;
    return join(this.drain(), this.trailer());
  }

  /** How hard the level tries, in the two bits of zlib's header. */
  private effort(): number {
    const level = this.options.level < 0 ? 6 : this.options.level;
    if (this.options.strategy >= HUFFMAN_ONLY || level < 2) return 0;
    return level < 6 ? 1 : level === 6 ? 2 : 3;
  }

  private zlibHeader(): Uint8Array {
    const { dictionary } = this.options;
    const method = 8 | ((this.windowBits - 8) << 4);
    const flags = (this.effort() << 6) | (dictionary === undefined ? 0 : 0x20);
    const header = [method, flags + 31 - ((method * 256 + flags) % 31)];
    if (dictionary !== undefined) header.push(...bigEndian(adler32(dictionary)));
    return Uint8Array.from(header);
  }

  private gzipHeader(): Uint8Array {
    const effort = this.options.level === 9 ? 2 : this.effort() === 0 ? 4 : 0;
    return Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, effort, 3);
  }

  private trailer(): Uint8Array {
    if (this.wrapping === 'raw') return new Uint8Array(0);
    if (this.wrapping === 'zlib') return Uint8Array.from(bigEndian(this.checksum));
    return Uint8Array.from([...bigEndian(this.checksum).reverse(), ...bigEndian(this.total % 2 ** 32).reverse()]);
  }
}

function bigEndian(word: number): number[] {
  return [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff];
}
