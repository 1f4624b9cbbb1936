/** `escape_encode` and `escape_decode`: the escapes of bytes literals, used by pickle's oldest protocol. */
import { raiseValueError } from '../exception.ts';
import { EXIT, type Exit } from '../object.ts';
import { ByteSink } from './byte-sink.ts';
import { invalidEscape, readOctal } from './unicode-escape.ts';
import { worked } from '../../util/work.ts';

const BACKSLASH = 92;
const QUESTION_MARK = 63;

const SIMPLE: Readonly<Record<number, number>> = {
  92: 92,
  39: 39,
  34: 34,
  98: 8,
  102: 12,
  116: 9,
  110: 10,
  114: 13,
  118: 11,
  97: 7,
};

const hexText = (byte: number): string => byte.toString(16).padStart(2, '0');

export function escapeBytes(data: Uint8Array): Uint8Array {
  const sink = new ByteSink(data.length);
  for (const byte of data) {
    worked(2);
    if (byte === 39 || byte === BACKSLASH) sink.appendText(`\\${String.fromCharCode(byte)}`);
    else if (byte === 9) sink.appendText('\\t');
    else if (byte === 10) sink.appendText('\\n');
    else if (byte === 13) sink.appendText('\\r');
    else if (byte < 32 || byte >= 127) sink.appendText(`\\x${hexText(byte)}`);
    else sink.push(byte);
  }
  return sink.finish();
}

class BytesUnescaper {
  private readonly data: Uint8Array;
  private readonly errors: string;
  private readonly sink: ByteSink;
  private invalid: { escape: string; isOctal: boolean } | undefined;

  constructor(data: Uint8Array, errors: string) {
    this.data = data;
    this.errors = errors;
    this.sink = new ByteSink(data.length);
    this.invalid = undefined;
  }

  run(): Uint8Array | Exit {
    let position = 0;
    while (position < this.data.length) {
      worked(2);
      if (this.data[position] !== BACKSLASH) {
        this.sink.push(this.data[position++]);
        continue;
      }
      const next = this.escape(position);
      if (next === EXIT) return EXIT;
      position = next as number;
    }
    if (this.invalid !== undefined && !invalidEscape('b', this.invalid.escape, this.invalid.isOctal)) return EXIT;
    return this.sink.finish();
  }

  private escape(start: number): number | Exit {
    if (start + 1 === this.data.length) return raiseValueError('Trailing \\ in string');
    const byte = this.data[start + 1];
    if (byte === 10) return start + 2;
    if (SIMPLE[byte] !== undefined) {
      this.sink.push(SIMPLE[byte]);
      return start + 2;
    }
    if (byte >= 48 && byte <= 55) return this.octal(start);
    if (byte === 120) return this.hexadecimal(start);
    this.invalid ??= { escape: String.fromCharCode(byte), isOctal: false };
    this.sink.push(BACKSLASH);
    return start + 1;
  }

  private octal(start: number): number {
    const { value, length } = readOctal(this.data, start + 1);
    if (value > 0o377) this.invalid ??= { escape: value.toString(8), isOctal: true };
    this.sink.push(value & 0xff);
    return start + 1 + length;
  }

  private hexadecimal(start: number): number | Exit {
    const digits = String.fromCharCode(...this.data.subarray(start + 2, start + 4));
    if (/^[0-9a-f]{2}$/i.test(digits)) {
      this.sink.push(Number.parseInt(digits, 16));
      return start + 4;
    }
    if (this.errors === 'strict') return raiseValueError(`invalid \\x escape at position ${start}`);
    if (this.errors === 'replace') this.sink.push(QUESTION_MARK);
    else if (this.errors !== 'ignore')
      return raiseValueError(`decoding error; unknown error handling code: ${this.errors}`);
    // One digit may stand there: it belongs to the bad escape.
    return start + 2 + (/^[0-9a-f]/i.test(digits) ? 1 : 0);
  }
}

export function unescapeBytes(data: Uint8Array, errors: string): Uint8Array | Exit {
  return new BytesUnescaper(data, errors).run();
}
