/** `format % values`: printf-style formatting of text. */
import { caught, error, orThrow, swallow } from '../../exception.ts';
import { formatDouble } from '../../format-number.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { fullNameOf, getItem, repr, str, toFloat, toInt, typeName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { absInt } from '../int/arithmetic.ts';
import { intFromValue } from '../int/conversion.ts';
import { type Int, isInt, intOf } from '../int/int-object.ts';
import { digitsInBase, intText } from '../int/text.ts';
import { PyDict } from '../dict/dict.ts';
import { isExactTuple, PyTuple } from '../tuple.ts';
import { checkLength, padText } from './justify.ts';
import {
  ALTERNATE,
  BLANK,
  type Conversion,
  LEFT,
  type PercentPiece,
  percentPieces,
  SIGN,
  STAR,
  ZERO,
} from './percent-parser.ts';
import { escapeNonAscii } from './repr.ts';
import { asText, indexAt, isText, type PyStr, sliceUnits, strOfPoint, type Text, TextBuilder, unwrap } from './text.ts';
import { worked } from '../../../util/work.ts';

const MAX_SSIZE = (1n << 63n) - 1n;
const MAX_PRECISION = 0x7fffffff;
const DEFAULT_PRECISION = 6;
/** Texts of more pieces are collected by a builder: engines concatenate lazily, which takes too much memory for many. */
const MAX_CONCATENATED = 50;

/** Texts that are put together without a look at what they come to are no longer. */
const LONG = 2 ** 20;

/** What stands between `%` and the letter. */
interface Specifier {
  readonly flags: number;
  /** -1 where there is none; likewise the precision. */
  readonly width: number;
  readonly precision: number;
}

/** A number taken apart: the prefix is `0x` and the like. */
interface NumberText {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly digits: string;
}

class PercentFormatter {
  private readonly format: Text;
  private readonly values: Value;
  /** Whether keys pick values. */
  private readonly isMapping: boolean;
  /** The values to take in turn, and how many were taken. */
  private items: readonly Value[];
  private taken: number;
  /** A text of a class of the program's that a conversion has put in as it is. */
  private special: Value | undefined;

  constructor(format: Text, values: Value) {
    this.format = format;
    this.values = values;
    this.isMapping = isMapping(values);
    this.items = values instanceof PyTuple ? values.items : [values];
    this.taken = 0;
    this.special = undefined;
  }

  run(pieces: readonly PercentPiece[]): Value {
    const result = pieces.length <= MAX_CONCATENATED ? this.concatenated(pieces) : this.built('', pieces, 0);
    if (this.taken < this.items.length && !this.isMapping) {
      throw error('TypeError', 'not all arguments converted during string formatting');
    }
    // A format that is nothing but `%s` gives the object itself.
    const isAlone = this.special !== undefined && pieces.length === 1 && pieces[0].literal === '';
    return isAlone ? this.special! : result;
  }

  /** For as long as all pieces are strings of the host. */
  private concatenated(pieces: readonly PercentPiece[]): Text {
    let text = '';
    for (let index = 0; index < pieces.length; index++) {
      const { literal, conversion } = pieces[index];
      if (typeof literal !== 'string') return this.built(text, pieces, index);
      worked(4);
      text += literal;
      if (conversion === null) continue;
      const shown = this.shown(conversion);
      if (typeof shown !== 'string') return this.built(text, pieces, index, shown);
      text += shown;
    }
    return text;
  }

  /** From a piece on; `shown` is what its conversion has come to, if that is known. */
  private built(before: string, pieces: readonly PercentPiece[], from: number, shown?: Text): Text {
    const builder = new TextBuilder();
    builder.append(before);
    if (shown !== undefined) builder.append(shown);
    for (let index = shown === undefined ? from : from + 1; index < pieces.length; index++) {
      worked(4);
      const { literal, conversion } = pieces[index];
      builder.append(literal);
      if (conversion !== null) builder.append(this.shown(conversion));
    }
    return builder.finish();
  }

  private shown(conversion: Conversion): Text {
    if (conversion.hasKey) this.pick(conversion.key);
    if (this.taken < this.items.length) {
      const plain = plainText(conversion, this.items[this.taken]);
      if (plain !== undefined) {
        this.taken++;
        return plain;
      }
    }
    const specifier = conversion.hasStar ? this.starred(conversion) : conversion;
    if (conversion.mistake !== null) throw conversion.mistake();
    return this.convert(conversion.letter, specifier, this.nextValue(), conversion.at);
  }

  private nextValue(): Value {
    if (this.taken >= this.items.length) throw error('TypeError', 'not enough arguments for format string');
    return this.items[this.taken++];
  }

  /** `(key)`: from here on the values are what the key picks. A key without an end picks nothing. */
  private pick(key: Text | null): void {
    if (!this.isMapping) throw error('TypeError', 'format requires a mapping');
    if (key === null) return;
    this.items = [orThrow(getItem(this.values, key))];
    this.taken = 0;
  }

  private starred({ flags, width, precision }: Conversion): Specifier {
    let left = 0;
    let wide = width;
    if (width === STAR) {
      wide = this.star(MAX_SSIZE, 'Python int too large to convert to C ssize_t');
      if (wide < 0) left = LEFT;
      wide = Math.abs(wide);
    }
    const precise =
      precision === STAR
        ? Math.max(0, this.star(BigInt(MAX_PRECISION), 'Python int too large to convert to C int'))
        : precision;
    return { flags: flags | left, width: wide, precision: precise };
  }

  private star(limit: bigint, message: string): number {
    const value = this.nextValue();
    if (!isInt(value)) throw error('TypeError', '* wants int');
    const int = intOf(value);
    if (int > limit || int < -limit - 1n) throw error('OverflowError', message);
    return Number(int);
  }

  private textOf(made: Value, { width, precision }: Specifier): Text {
    const text = unwrap(made);
    this.special = text !== made && width < 0 && precision < 0 ? made : undefined;
    return text;
  }

  private asciiTextOf(made: Value, specifier: Specifier): Text {
    const text = this.textOf(made, specifier);
    const escaped = escapeNonAscii(text);
    if (escaped !== text) this.special = undefined;
    return escaped;
  }

  private convert(letter: string, specifier: Specifier, value: Value, at: number): Text {
    switch (letter) {
      case 's':
        return placeText(typeof value === 'string' ? value : this.textOf(orThrow(str(value)), specifier), specifier);
      case 'r':
        return placeText(this.textOf(orThrow(repr(value)), specifier), specifier);
      case 'a':
        return placeText(this.asciiTextOf(orThrow(repr(value)), specifier), specifier);
      case 'c':
        return placeText(characterFor(value), { ...specifier, precision: -1 });
      case 'd':
      case 'i':
      case 'u':
        if (typeof value === 'number' && specifier.flags === 0 && specifier.width < 0 && specifier.precision < 0)
          return String(value);
        return placeNumber(integerText(letter, value, specifier), specifier);
      case 'o':
      case 'x':
      case 'X':
        return placeNumber(integerText(letter, value, specifier), specifier);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return placeNumber(floatText(letter, value, specifier), specifier);
    }
    const point = letter.codePointAt(0)!;
    const shown = point >= 31 && point < 127 ? letter : '?';
    const index = indexAt(this.format, at);
    throw error('ValueError', `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${index}`);
  }
}

function isMapping(values: Value): boolean {
  return !(values instanceof PyTuple) && !isText(values) && typeOf(values).slots.getItem !== undefined;
}

function placeText(text: Text, { flags, width, precision }: Specifier): Text {
  let shown = text;
  if (precision >= 0 && precision < text.length) {
    shown = sliceUnits(text, 0, typeof text === 'string' ? precision : text.offsetOf(precision));
  }
  const missing = width - shown.length;
  if (missing <= 0) return shown;
  return (flags & LEFT) !== 0 ? padText(shown, 0, missing, ' ') : padText(shown, missing, 0, ' ');
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

function placeNumber({ isNegative, prefix, digits }: NumberText, { flags, width }: Specifier): string {
  const sign = isNegative ? '-' : (flags & SIGN) !== 0 ? '+' : (flags & BLANK) !== 0 ? ' ' : '';
  const missing = width - sign.length - prefix.length - digits.length;
  if (missing <= 0) return sign + prefix + digits;
  checkLength(width);
  if ((flags & LEFT) !== 0) return sign + prefix + digits + ' '.repeat(missing);
  if ((flags & ZERO) !== 0) return sign + prefix + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + prefix + digits;
}

function integerText(letter: string, value: Value, { flags, precision }: Specifier): NumberText {
  const int = integerFor(letter, value);
  let digits: string;
  let prefix = '';
  if (letter === 'd' || letter === 'i' || letter === 'u') {
    digits = orThrow(intText(absInt(int)));
  } else {
    digits = digitsInBase(int, letter === 'o' ? 8 : 16);
    if (letter === 'X') digits = digits.toUpperCase();
    if ((flags & ALTERNATE) !== 0) prefix = `0${letter}`;
  }
  if (precision > digits.length) {
    checkLength(precision);
    digits = digits.padStart(precision, '0');
  }
  return { isNegative: int < 0, prefix, digits };
}

/** Decimal conversions take any real number, the others only integers. */
function integerFor(letter: string, value: Value): Int {
  if (isInt(value)) return intOf(value);
  const isDecimal = letter === 'd' || letter === 'i' || letter === 'u';
  const { slots } = typeOf(value);
  if (slots.index !== undefined || slots.int !== undefined || slots.float !== undefined) {
    const int = isDecimal ? intFromValue(value) : toInt(value);
    if (int !== EXIT) return int as Int;
    if (!swallow('TypeError')) throw orThrow(int);
  }
  const wanted = isDecimal ? 'a real number' : 'an integer';
  throw error('TypeError', `%${letter} format: ${wanted} is required, not ${typeName(value)}`);
}

function floatText(letter: string, value: Value, { flags, precision }: Specifier): NumberText {
  const number = orThrow(toFloat(value));
  const places = precision < 0 ? DEFAULT_PRECISION : precision;
  checkLength(places);
  const text = formatDouble(number, letter, places, (flags & ALTERNATE) !== 0);
  const isNegative = text.startsWith('-');
  return { isNegative, prefix: '', digits: isNegative ? text.slice(1) : text };
}

function characterFor(value: Value): Text {
  const text = asText(value);
  if (text !== undefined) {
    if (text.length === 1) return text;
    throw error('TypeError', `%c requires an int or a unicode character, not a string of length ${text.length}`);
  }
  const type = typeOf(value);
  if (type.slots.index === undefined)
    throw error('TypeError', `%c requires an int or a unicode character, not ${fullNameOf(type)}`);
  const point = toInt(value);
  if (point === EXIT) {
    if (!swallow('TypeError')) throw orThrow(point);
    throw error('TypeError', `%c requires an int or a unicode character, not ${fullNameOf(type)}`);
  }
  if ((point as Int) < 0 || (point as Int) > 0x10ffff) throw error('OverflowError', '%c arg not in range(0x110000)');
  return strOfPoint(Number(point));
}

/** Whether the format is a text without `%`. */
function isLiteral(pieces: readonly PercentPiece[], format: Text): boolean {
  if (pieces.length !== 1) return false;
  const { literal, conversion } = pieces[0];
  return conversion === null && literal.length === format.length;
}

// ── The most frequent formats ────────────────────────────────────────────────────────────────────────────────────

/**
 * `format % values` where all conversions are `%s` of a str or `%d` of an int, of a tuple or by keys of a dictionary, and as many as there
 * are values; `undefined` for any other. Runs no Python code, and raises nothing.
 */
export function formatPlainly(format: Text, values: Value): string | undefined {
  if (typeof format !== 'string') return undefined;
  if (isExactTuple(values)) return formatItems(format, values.items);
  // Builtin classes find the keys that are there as dictionaries do; those that are not are left to their `[]`.
  const isBuiltin = values instanceof PyDict && !values.shape.type.isHeapType;
  return isBuiltin ? formatEntries(format, values) : undefined;
}

/** The same of a tuple with these items. */
export function formatItems(format: string, items: readonly Value[]): string | undefined {
  const pieces = percentPieces(format);
  if (pieces.length > MAX_CONCATENATED || format.length > LONG) return undefined;
  let text = '';
  let taken = 0;
  for (let index = 0; index < pieces.length; index++) {
    const { literal, conversion } = pieces[index];
    if (typeof literal !== 'string') return undefined;
    text += literal;
    if (conversion === null) continue;
    if (conversion.hasKey || taken === items.length) return undefined;
    const shown = plainText(conversion, items[taken++]);
    if (shown === undefined) return undefined;
    text += shown;
  }
  return taken === items.length ? text : undefined;
}

function formatEntries(format: string, values: PyDict): string | undefined {
  const pieces = percentPieces(format);
  // Looking for a key in a table may run Python code.
  if (pieces.length > MAX_CONCATENATED || format.length > LONG || values.table !== null) return undefined;
  let text = '';
  for (let index = 0; index < pieces.length; index++) {
    const { literal, conversion } = pieces[index];
    if (typeof literal !== 'string') return undefined;
    text += literal;
    if (conversion === null) continue;
    if (typeof conversion.key !== 'string') return undefined;
    const shown = plainText(conversion, values.getStr(conversion.key));
    if (shown === undefined) return undefined;
    text += shown;
  }
  return text;
}

/** `%s` of a str and `%d` of an int, without anything between: by far the most frequent ones. */
function plainText(conversion: Conversion, value: Value | undefined): string | undefined {
  if (!conversion.isPlain) return undefined;
  if (typeof value === 'number') return `${value}`;
  return typeof value === 'string' && value.length <= LONG && conversion.letter === 's' ? value : undefined;
}

/** The slot `%`; without a single `%` the result is the format itself. */
export function formatPercent(format: string | PyStr, values: Value): Result {
  try {
    const plain = formatPlainly(format, values);
    if (plain !== undefined) return plain;
    const text = unwrap(format);
    const pieces = percentPieces(text);
    const result = new PercentFormatter(text, values).run(pieces);
    return isLiteral(pieces, text) ? format : result;
  } catch (thrown) {
    return caught(thrown);
  }
}
