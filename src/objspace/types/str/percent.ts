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
import { PyTuple } from '../tuple.ts';
import { checkLength, padText } from './justify.ts';
import { escapeNonAscii } from './repr.ts';
import {
  asText,
  indexAt,
  isText,
  pointAt,
  type PyStr,
  sliceUnits,
  strOfPoint,
  type Text,
  TextBuilder,
  unitsOf,
  unwrap,
  widthOf,
} from './text.ts';
import { worked } from '../../../util/work.ts';

const LEFT = 1;
const SIGN = 2;
const BLANK = 4;
const ALTERNATE = 8;
const ZERO = 16;
const FLAGS: Readonly<Record<string, number>> = { '-': LEFT, '+': SIGN, ' ': BLANK, '#': ALTERNATE, '0': ZERO };

const MAX_WIDTH = 2 ** 63;
const MAX_SSIZE = (1n << 63n) - 1n;
const MAX_PRECISION = 0x7fffffff;
const DEFAULT_PRECISION = 6;
const LETTER_S = 115;
const LETTER_D = 100;

/** What stands between `%` and the letter. */
interface Specifier {
  flags: number;
  /** -1 where there is none; likewise the precision. */
  width: number;
  precision: number;
}

/** A number taken apart: the prefix is `0x` and the like. */
interface NumberText {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly digits: string;
}

class PercentFormatter {
  private readonly format: Text;
  private readonly units: string;
  private readonly values: Value;
  /** Whether keys pick values. */
  private readonly isMapping: boolean;
  private position: number;
  /** The values to take in turn, and how many were taken. */
  private items: readonly Value[];
  private taken: number;
  private readonly builder: TextBuilder;

  constructor(format: Text, values: Value) {
    this.format = format;
    this.units = unitsOf(format);
    this.values = values;
    this.isMapping = isMapping(values);
    this.position = 0;
    this.items = values instanceof PyTuple ? values.items : [values];
    this.taken = 0;
    this.builder = new TextBuilder();
  }

  run(): Text {
    const { units } = this;
    while (this.position < units.length) {
      worked(4);
      const percent = units.indexOf('%', this.position);
      const end = percent < 0 ? units.length : percent;
      if (end > this.position) this.builder.append(sliceUnits(this.format, this.position, end));
      this.position = end + 1;
      if (percent >= 0) this.conversion();
    }
    if (this.taken < this.items.length && !this.isMapping) {
      throw error('TypeError', 'not all arguments converted during string formatting');
    }
    return this.builder.finish();
  }

  private conversion(): void {
    if (this.units[this.position] === '%') {
      this.position++;
      this.builder.append('%');
      return;
    }
    if (this.units[this.position] === '(') this.key();
    const plain = this.plainConversion();
    if (plain !== undefined) {
      this.builder.append(plain);
      return;
    }
    const specifier = this.specifier();
    const at = this.position;
    if (at >= this.units.length) throw incomplete();
    const point = pointAt(this.format, at);
    this.position += widthOf(point);
    const value = this.nextValue();
    this.builder.append(this.convert(String.fromCodePoint(point), specifier, value, at));
  }

  /** `%s` of a str and `%d` of an int, without anything between: by far the most frequent ones. */
  private plainConversion(): string | undefined {
    const letter = this.units.charCodeAt(this.position);
    if ((letter !== LETTER_S && letter !== LETTER_D) || this.taken >= this.items.length) return undefined;
    const value = this.items[this.taken];
    const isPlain = typeof value === 'number' || (letter === LETTER_S && typeof value === 'string');
    if (!isPlain) return undefined;
    this.position++;
    this.taken++;
    return typeof value === 'string' ? value : String(value);
  }

  private nextValue(): Value {
    if (this.taken >= this.items.length) throw error('TypeError', 'not enough arguments for format string');
    return this.items[this.taken++];
  }

  /** `(key)`: from here on the values are what the key picks. */
  private key(): void {
    if (!this.isMapping) throw error('TypeError', 'format requires a mapping');
    const { units } = this;
    const start = ++this.position;
    for (let depth = 1; depth > 0; this.position++) {
      if (this.position >= units.length) throw error('ValueError', 'incomplete format key');
      if (units[this.position] === '(') depth++;
      else if (units[this.position] === ')') depth--;
    }
    const key = sliceUnits(this.format, start, this.position - 1);
    this.items = [orThrow(getItem(this.values, key))];
    this.taken = 0;
  }

  private specifier(): Specifier {
    const { units } = this;
    const specifier: Specifier = { flags: 0, width: -1, precision: -1 };
    for (let flag = FLAGS[units[this.position]]; flag !== undefined; flag = FLAGS[units[++this.position]])
      specifier.flags |= flag;
    this.width(specifier);
    if (units[this.position] === '.') {
      this.position++;
      specifier.precision = this.precision();
    }
    const modifier = units[this.position];
    if (modifier === 'h' || modifier === 'l' || modifier === 'L') this.position++;
    return specifier;
  }

  private width(specifier: Specifier): void {
    if (this.units[this.position] !== '*') {
      specifier.width = this.number(MAX_WIDTH, 'width too big');
      return;
    }
    const width = this.star(MAX_SSIZE, 'Python int too large to convert to C ssize_t');
    if (width < 0) specifier.flags |= LEFT;
    specifier.width = Math.abs(width);
  }

  private precision(): number {
    if (this.units[this.position] === '*')
      return Math.max(0, this.star(BigInt(MAX_PRECISION), 'Python int too large to convert to C int'));
    return Math.max(0, this.number(MAX_PRECISION, 'precision too big'));
  }

  /** Decimal digits as a number; -1 if there are none. */
  private number(limit: number, message: string): number {
    const start = this.position;
    let number = 0;
    for (let digit = this.digit(); digit >= 0; digit = this.digit()) {
      number = number * 10 + digit;
      if (number > limit) throw error('ValueError', message);
      this.position++;
    }
    return this.position === start ? -1 : number;
  }

  private digit(): number {
    const digit = this.units.charCodeAt(this.position) - 48;
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  private star(limit: bigint, message: string): number {
    this.position++;
    const value = this.nextValue();
    if (!isInt(value)) throw error('TypeError', '* wants int');
    const int = intOf(value);
    if (int > limit || int < -limit - 1n) throw error('OverflowError', message);
    return Number(int);
  }

  private convert(letter: string, specifier: Specifier, value: Value, at: number): Text {
    switch (letter) {
      case 's':
        return placeText(typeof value === 'string' ? value : unwrap(orThrow(str(value))), specifier);
      case 'r':
        return placeText(unwrap(orThrow(repr(value))), specifier);
      case 'a':
        return placeText(escapeNonAscii(unwrap(orThrow(repr(value)))), specifier);
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

const incomplete = (): object => error('ValueError', 'incomplete format');

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
  const point = orThrow(toInt(value));
  if (point < 0 || point > 0x10ffff) throw error('OverflowError', '%c arg not in range(0x110000)');
  return strOfPoint(Number(point));
}

/** The slot `%`; without a single `%` the result is the format itself. */
export function formatPercent(format: string | PyStr, values: Value): Result {
  try {
    const text = unwrap(format);
    const result = new PercentFormatter(text, values).run();
    return unitsOf(text).includes('%') ? result : format;
  } catch (thrown) {
    return caught(thrown);
  }
}
