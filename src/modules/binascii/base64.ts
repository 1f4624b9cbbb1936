/** Base 64 (RFC 4648), with CPython's tolerance of dirt and its strict mode. */
import type { PyBaseException } from '../../objspace/exception.ts';
import { binasciiError } from './errors.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
const NEWLINE = 10;

const VALUES = new Int8Array(256).fill(-1);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

export function encodeBase64(data: Uint8Array, hasNewline: boolean): Uint8Array {
  const result = newBytes(Math.ceil(data.length / 3) * 4 + (hasNewline ? 1 : 0));
  let at = 0;
  for (let index = 0; index < data.length; index += 3) {
    if (index % 0x3000 === 0x2ffd) worked(0x3000);
    const group = (data[index] << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0);
    result[at++] = ALPHABET.charCodeAt(group >> 18);
    result[at++] = ALPHABET.charCodeAt((group >> 12) & 63);
    result[at++] = index + 1 < data.length ? ALPHABET.charCodeAt((group >> 6) & 63) : PAD;
    result[at++] = index + 2 < data.length ? ALPHABET.charCodeAt(group & 63) : PAD;
  }
  if (hasNewline) result[at] = NEWLINE;
  return result;
}

class Base64Decoder {
  private readonly data: Uint8Array;
  private readonly isStrict: boolean;
  private readonly result: Uint8Array;
  private length: number;
  /** Digits of the group of four so far. */
  private digits: number;
  private leftOver: number;
  private pads: number;
  private hasPadding: boolean;

  constructor(data: Uint8Array, isStrict: boolean) {
    this.data = data;
    this.isStrict = isStrict;
    this.result = newBytes(Math.ceil(data.length / 4) * 3);
    this.length = 0;
    this.digits = 0;
    this.leftOver = 0;
    this.pads = 0;
    this.hasPadding = false;
  }

  /** Throws binascii.Error. */
  run(): Uint8Array {
    if (this.isStrict && this.data[0] === PAD) throw binasciiError.error('Leading padding not allowed');
    for (let index = 0; index < this.data.length; index++) {
      if ((index & 0x3fff) === 0x3fff) worked(0x1000);
      const byte = this.data[index];
      if (byte === PAD) {
        this.padding(index);
        continue;
      }
      const value = VALUES[byte];
      if (value < 0) {
        if (this.isStrict) throw binasciiError.error('Only base64 data is allowed');
        continue;
      }
      if (this.isStrict && this.hasPadding) throw binasciiError.error('Discontinuous padding not allowed');
      this.pads = 0;
      this.digit(value);
    }
    this.checkEnd();
    return this.finish();
  }

  private padding(index: number): void {
    this.hasPadding = true;
    this.pads++;
    if (!this.isStrict) return;
    if (this.digits === 0) throw binasciiError.error('Excess padding not allowed');
    if (this.digits === 1) throw this.tooShort();
    // Nothing may follow the padding that completes a group.
    const isComplete = this.digits >= 2 && this.digits + this.pads >= 4;
    if (isComplete && index + 1 < this.data.length) throw binasciiError.error(excess(this.data[index + 1]));
  }

  private digit(value: number): void {
    switch (this.digits) {
      case 0:
        this.digits = 1;
        this.leftOver = value;
        return;
      case 1:
        this.digits = 2;
        this.result[this.length++] = (this.leftOver << 2) | (value >> 4);
        this.leftOver = value & 15;
        return;
      case 2:
        this.digits = 3;
        this.result[this.length++] = (this.leftOver << 4) | (value >> 2);
        this.leftOver = value & 3;
        return;
      default:
        this.digits = 0;
        this.result[this.length++] = (this.leftOver << 6) | value;
        this.leftOver = 0;
    }
  }

  private checkEnd(): void {
    if (this.digits === 0 || (this.digits > 1 && this.digits + this.pads >= 4)) return;
    if (this.digits > 1) throw binasciiError.error('Incorrect padding');
    throw this.tooShort();
  }

  /** One digit alone holds less than a byte. */
  private tooShort(): PyBaseException {
    const count = Math.floor(this.length / 3) * 4 + 1;
    return binasciiError.error(
      `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
    );
  }

  private finish(): Uint8Array {
    return this.result.slice(0, this.length);
  }
}

function excess(next: number): string {
  if (next === PAD) return 'Excess padding not allowed';
  return VALUES[next] < 0 ? 'Only base64 data is allowed' : 'Excess data after padding';
}

export function decodeBase64(data: Uint8Array, isStrict: boolean): Uint8Array {
  return new Base64Decoder(data, isStrict).run();
}
