/** Reads the strings of a JSON document. */
import { EXIT, type Exit } from '../../objspace/object.ts';
import { isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { sliceUnits, type Text, TextBuilder } from '../../objspace/types/str/text.ts';
import { worked } from '../../util/work.ts';
import { raiseDecodeError } from './decode-error.ts';

/** Work of reading an escape and what is before it. */
const ESCAPE_WORK = 10;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LOWER_U = 0x75;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A reader of strings; `end` is the offset behind the closing quote of the last one. */
export class StringReader {
  readonly document: Text;
  readonly units: string;
  readonly isStrict: boolean;
  end: number;

  constructor(document: Text, isStrict: boolean) {
    this.document = document;
    this.units = typeof document === 'string' ? document : document.text;
    this.isStrict = isStrict;
    this.end = 0;
  }

  /** The string whose opening quote is in front of `start`. */
  read(start: number): Text | Exit {
    const stop = this.findStop(start);
    if (stop < 0) return this.fail(start, stop);
    if (this.units.charCodeAt(stop) !== QUOTE) return this.readEscaped(start, stop);
    this.end = stop + 1;
    return typeof this.document === 'string'
      ? this.document.slice(start, stop)
      : sliceUnits(this.document, start, stop);
  }

  /** The offset of the next quote or backslash; -1 if there is none, -2 - offset of a control character that may not be there. */
  private findStop(from: number): number {
    const { units, isStrict } = this;
    for (let offset = from; offset < units.length; offset++) {
      const unit = units.charCodeAt(offset);
      if (unit === QUOTE || unit === BACKSLASH) return offset;
      if ((offset & 0x3fff) === 0) worked(0x1000);
      if (unit <= 0x1f && isStrict) return -2 - offset;
    }
    return -1;
  }

  private fail(start: number, stop: number): Exit {
    if (stop < -1) return raiseDecodeError('Invalid control character at', this.document, -2 - stop);
    return raiseDecodeError('Unterminated string starting at', this.document, start - 1);
  }

  private readEscaped(start: number, firstStop: number): Text | Exit {
    const builder = new TextBuilder();
    let from = start;
    for (let stop = firstStop; ; stop = this.findStop(from)) {
      if (stop < 0) return this.fail(start, stop);
      worked(ESCAPE_WORK);
      if (stop > from) builder.append(sliceUnits(this.document, from, stop));
      if (this.units.charCodeAt(stop) === QUOTE) {
        this.end = stop + 1;
        return builder.finish();
      }
      const next = this.readEscape(start, stop, builder);
      if (next === EXIT) return EXIT;
      from = next as number;
    }
  }

  /** Appends what the escape at `offset` stands for; the offset behind it. */
  private readEscape(start: number, offset: number, builder: TextBuilder): number | Exit {
    const { units } = this;
    if (offset + 1 >= units.length)
      return raiseDecodeError('Unterminated string starting at', this.document, start - 1);
    if (units.charCodeAt(offset + 1) !== LOWER_U) {
      const meant = ESCAPES[units[offset + 1]];
      if (meant === undefined) return raiseDecodeError('Invalid \\escape', this.document, offset);
      builder.appendWellFormed(meant);
      return offset + 2;
    }
    const unit = this.hexAt(offset + 2);
    if (unit < 0) return raiseDecodeError('Invalid \\uXXXX escape', this.document, offset + 1);
    const low = isHighSurrogate(unit) && units.startsWith('\\u', offset + 6) ? this.lowSurrogateAt(offset + 8) : -1;
    if (low === EXIT) return EXIT;
    if ((low as number) >= 0) {
      builder.appendPoint(0x10000 + ((unit & 0x3ff) << 10) + ((low as number) & 0x3ff));
      return offset + 12;
    }
    builder.appendPoint(unit);
    return offset + 6;
  }

  /** The second half of a pair of escapes; -1 if it is another character. */
  private lowSurrogateAt(offset: number): number | Exit {
    const unit = this.hexAt(offset);
    if (unit < 0) {
      return offset + 4 < this.units.length
        ? raiseDecodeError('Invalid \\uXXXX escape', this.document, offset - 1)
        : -1;
    }
    return isLowSurrogate(unit) ? unit : -1;
  }

  /** Four hexadecimal digits; -1 if they are not there. */
  private hexAt(offset: number): number {
    const { units } = this;
    if (offset + 4 > units.length) return -1;
    let value = 0;
    for (let at = offset; at < offset + 4; at++) {
      const digit = hexDigit(units.charCodeAt(at));
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  }
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
