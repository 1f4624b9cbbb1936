/** Quoted-printable (RFC 1521) for bodies, and its variant for headers. */
import { ByteSink } from '../../objspace/codecs/byte-sink.ts';
import { worked } from '../../util/work.ts';

const MAX_LINE = 76;
const EQUALS = 61;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const DOT = 46;
const UNDERSCORE = 95;

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  const lower = byte | 32;
  if (byte >= 48 && byte <= 57) return byte - 48;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

export function decodeQuotedPrintable(data: Uint8Array, isHeader: boolean): Uint8Array {
  const sink = new ByteSink(data.length);
  let position = 0;
  while (position < data.length) {
    worked(2);
    const byte = data[position];
    if (byte !== EQUALS) {
      sink.push(isHeader && byte === UNDERSCORE ? SPACE : byte);
      position++;
      continue;
    }
    position = decodeEscape(data, position, sink);
  }
  return sink.finish();
}

/** What follows an equals sign: answers where to go on. */
function decodeEscape(data: Uint8Array, start: number, sink: ByteSink): number {
  const next = data[start + 1];
  if (next === undefined) return start + 1;
  if (next === NEWLINE || next === RETURN) {
    const end = data.indexOf(NEWLINE, start + 1);
    return end < 0 ? data.length : end + 1;
  }
  if (next === EQUALS) {
    sink.push(EQUALS);
    return start + 2;
  }
  const [high, low] = [hexValue(next), hexValue(data[start + 2])];
  if (high >= 0 && low >= 0) {
    sink.push(high * 16 + low);
    return start + 3;
  }
  sink.push(EQUALS);
  return start + 1;
}

export interface QuotingOptions {
  readonly quotesTabs: boolean;
  readonly isText: boolean;
  readonly isHeader: boolean;
}

class QuotedPrintableEncoder {
  private readonly data: Uint8Array;
  private readonly options: QuotingOptions;
  private readonly sink: ByteSink;
  private readonly usesCrlf: boolean;
  private column: number;

  constructor(data: Uint8Array, options: QuotingOptions) {
    this.data = data;
    this.options = options;
    this.sink = new ByteSink(data.length * 2);
    const newline = data.indexOf(NEWLINE);
    this.usesCrlf = newline > 0 && data[newline - 1] === RETURN;
    this.column = 0;
  }

  run(): Uint8Array {
    let position = 0;
    while (position < this.data.length) {
      worked(2);
      position = this.step(position);
    }
    return this.sink.finish();
  }

  private newline(): void {
    if (this.usesCrlf) this.sink.push(RETURN);
    this.sink.push(NEWLINE);
    this.column = 0;
  }

  private softBreak(): void {
    this.sink.push(EQUALS);
    this.newline();
  }

  private quote(byte: number): void {
    if (this.column + 3 >= MAX_LINE) this.softBreak();
    this.sink.appendText(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    this.column += 3;
  }

  private isLineEnd(position: number): boolean {
    const { data } = this;
    return data[position] === NEWLINE || (data[position] === RETURN && data[position + 1] === NEWLINE);
  }

  private mustQuote(position: number): boolean {
    const { data, options } = this;
    const byte = data[position];
    if (byte > 126 || byte === EQUALS || (options.isHeader && byte === UNDERSCORE)) return true;
    if (byte === DOT && this.column === 0) return this.isLoneDot(position);
    if (!options.isText && (byte === RETURN || byte === NEWLINE)) return true;
    if (byte === TAB || byte === SPACE) {
      if (options.quotesTabs) return true;
      return position + 1 === data.length;
    }
    return byte < 33 && byte !== RETURN && byte !== NEWLINE;
  }

  /** A line that is a single dot ends a message in SMTP. */
  private isLoneDot(position: number): boolean {
    const next = this.data[position + 1];
    return next === undefined || next === NEWLINE || next === RETURN || next === 0;
  }

  private step(position: number): number {
    const { data, options } = this;
    if (this.mustQuote(position)) {
      this.quote(data[position]);
      return position + 1;
    }
    if (options.isText && this.isLineEnd(position)) return this.endLine(position);
    const isBeforeEnd = position + 1 === data.length || data[position + 1] === NEWLINE;
    if (!isBeforeEnd && this.column + 1 >= MAX_LINE) this.softBreak();
    this.column++;
    this.sink.push(options.isHeader && data[position] === SPACE ? UNDERSCORE : data[position]);
    return position + 1;
  }

  /** White space before a line end would be lost on the way: the last of it is quoted. */
  private endLine(position: number): number {
    const last = this.sink.last();
    if (last === SPACE || last === TAB) {
      this.sink.dropLast();
      this.sink.appendText(last === SPACE ? '=20' : '=09');
    }
    this.newline();
    return position + (this.data[position] === RETURN ? 2 : 1);
  }
}

export function encodeQuotedPrintable(data: Uint8Array, options: QuotingOptions): Uint8Array {
  return new QuotedPrintableEncoder(data, options).run();
}
