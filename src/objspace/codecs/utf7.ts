/** UTF-7 (RFC 2152): ASCII but for `+...-` runs of base 64 that hold UTF-16. */
import { EXIT, type Exit } from '../object.ts';
import { isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { pointArray, type Text } from '../types/str/text.ts';
import { ByteSink } from './byte-sink.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../util/work.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLUS = 43;
const MINUS = 45;
const BACKSLASH = 92;
const TILDE = 126;

/** Value of a base 64 digit, or -1. */
function digitOf(byte: number): number {
  return byte < 0x80 ? BASE64.indexOf(String.fromCharCode(byte)) : -1;
}

/** Characters that stand for themselves when read. */
function isDirect(byte: number): boolean {
  return byte > 0 && byte < 0x80;
}

/** Characters that are written as they are: all of ASCII but NUL, other controls than \t \n \r, `\`, `~` and `+`. */
function isWrittenDirectly(point: number): boolean {
  if (point === 9 || point === 10 || point === 13) return true;
  return point >= 32 && point < 127 && point !== PLUS && point !== BACKSLASH && point !== TILDE;
}

class Utf7Decoder {
  private readonly context: DecodeContext;
  private position: number;
  private inShift: boolean;
  /** Where the run of base 64 begins. */
  private shiftStart: number;
  private bits: number;
  private bitCount: number;
  /** A high surrogate that waits for its other half; 0 if there is none. */
  private high: number;
  /** The output when the run began, for input that is not final. */
  private pending: number[];

  constructor(data: Uint8Array, errors: string) {
    this.context = new DecodeContext('utf7', data, errors);
    this.position = 0;
    this.inShift = false;
    this.shiftStart = 0;
    this.bits = 0;
    this.bitCount = 0;
    this.high = 0;
    this.pending = [];
  }

  run(isFinal: boolean): Decoded | Exit {
    const { context } = this;
    while (this.position < context.data.length) {
      worked(2);
      const step = this.inShift ? this.shifted(context.data[this.position]) : this.direct(context.data[this.position]);
      if (step === EXIT) return EXIT;
    }
    if (!this.inShift) return context.finish(this.position);
    if (!isFinal) return context.finish(this.shiftStart);
    return this.endInShift();
  }

  /** The input ends within a run: fine if nothing is left of a character. */
  private endInShift(): Decoded | Exit {
    const { context } = this;
    const isIncomplete = this.high !== 0 || this.bitCount >= 6 || (this.bitCount > 0 && this.bits !== 0);
    this.flush();
    if (!isIncomplete) return context.finish(context.data.length);
    const next = context.fail(this.shiftStart, context.data.length, 'unterminated shift sequence');
    if (next === EXIT) return EXIT;
    this.position = next as number;
    this.inShift = false;
    return this.position < context.data.length ? this.run(true) : context.finish(this.position);
  }

  private emit(point: number): void {
    this.pending.push(point);
  }

  private flush(): void {
    for (const point of this.pending) this.context.sink.push(point);
    this.pending = [];
  }

  private fail(start: number, end: number, reason: string): true | Exit {
    this.flush();
    this.inShift = false;
    const next = this.context.fail(start, end, reason);
    if (next === EXIT) return EXIT;
    this.position = next as number;
    return true;
  }

  private direct(byte: number): true | Exit {
    if (byte === PLUS) return this.beginShift();
    if (!isDirect(byte) && byte !== 0)
      return this.fail(this.position, this.position + 1, 'unexpected special character');
    this.context.sink.push(byte);
    this.position++;
    return true;
  }

  private beginShift(): true | Exit {
    const start = this.position++;
    const byte = this.context.data[this.position];
    if (byte === MINUS) {
      this.position++;
      this.context.sink.push(PLUS);
      return true;
    }
    this.shiftStart = start;
    if (byte !== undefined && digitOf(byte) < 0) {
      this.position++;
      return this.fail(start, this.position, 'ill-formed sequence');
    }
    this.inShift = true;
    this.bits = 0;
    this.bitCount = 0;
    this.high = 0;
    return true;
  }

  private shifted(byte: number): true | Exit {
    const digit = digitOf(byte);
    if (digit < 0) return this.endShift(byte);
    this.position++;
    this.bits = (this.bits << 6) | digit;
    this.bitCount += 6;
    if (this.bitCount < 16) return true;
    this.bitCount -= 16;
    const unit = (this.bits >>> this.bitCount) & 0xffff;
    this.bits &= (1 << this.bitCount) - 1;
    this.unit(unit);
    return true;
  }

  private unit(unit: number): void {
    if (this.high !== 0) {
      const high = this.high;
      this.high = 0;
      if (isLowSurrogate(unit)) {
        this.emit(0x10000 + ((high & 0x3ff) << 10) + (unit & 0x3ff));
        return;
      }
      this.emit(high);
    }
    if (isHighSurrogate(unit)) this.high = unit;
    else this.emit(unit);
  }

  private endShift(byte: number): true | Exit {
    if (this.bitCount > 0) {
      const end = this.position + 1;
      if (this.bitCount >= 6) return this.failInShift(end, 'partial character in shift sequence');
      if (this.bits !== 0) return this.failInShift(end, 'non-zero padding bits in shift sequence');
    }
    if (this.high !== 0 && isDirect(byte)) this.emit(this.high);
    this.high = 0;
    this.flush();
    this.inShift = false;
    if (byte === MINUS) this.position++;
    return true;
  }

  private failInShift(end: number, reason: string): true | Exit {
    return this.fail(this.shiftStart, end, reason);
  }
}

export function decodeUtf7(data: Uint8Array, errors: string, isFinal: boolean): Decoded | Exit {
  return new Utf7Decoder(data, errors).run(isFinal);
}

// ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

class Utf7Encoder {
  private readonly sink = new ByteSink();
  private inShift = false;
  private bits = 0;
  private bitCount = 0;

  run(points: Uint32Array): Uint8Array {
    for (let index = 0; index < points.length; index++) {
      this.point(points[index]);
      if ((index & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
    }
    if (this.bitCount > 0) this.padding();
    if (this.inShift) this.sink.push(MINUS);
    return this.sink.finish();
  }

  private point(point: number): void {
    if (isWrittenDirectly(point)) {
      if (this.inShift) this.leave(point);
      this.sink.push(point);
      return;
    }
    if (!this.inShift) {
      this.sink.push(PLUS);
      if (point === PLUS) {
        this.sink.push(MINUS);
        return;
      }
      this.inShift = true;
    }
    if (point > 0xffff) {
      this.unit(0xd7c0 + (point >> 10));
      this.unit(0xdc00 | (point & 0x3ff));
    } else {
      this.unit(point);
    }
  }

  /** The run ends before a direct character: with a `-` where that one would read as a digit. */
  private leave(point: number): void {
    if (this.bitCount > 0) this.padding();
    this.inShift = false;
    if (digitOf(point) >= 0 || point === MINUS) this.sink.push(MINUS);
  }

  private padding(): void {
    this.sink.push(BASE64.charCodeAt((this.bits << (6 - this.bitCount)) & 63));
    this.bits = 0;
    this.bitCount = 0;
  }

  private unit(unit: number): void {
    this.bits = (this.bits << 16) | unit;
    this.bitCount += 16;
    while (this.bitCount >= 6) {
      this.bitCount -= 6;
      this.sink.push(BASE64.charCodeAt((this.bits >>> this.bitCount) & 63));
    }
    this.bits &= (1 << this.bitCount) - 1;
  }
}

export function encodeUtf7(text: Text): Uint8Array {
  return new Utf7Encoder().run(pointArray(text));
}
