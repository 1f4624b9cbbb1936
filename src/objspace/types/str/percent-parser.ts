/**
 * The syntax of printf-style formats: literal text, and conversions `%(key)flags width.precision letter`.
 *
 * What a format is made of does not depend on the values, so formats are parsed once. A mistake shows when it is the turn of the
 * conversion that it is in, behind what that takes from the values before it.
 */
import { error } from '../../exception.ts';
import { CHARACTERS, worked } from '../../../util/work.ts';
import { pointAt, sliceUnits, type Text, unitsOf, widthOf } from './text.ts';

export const LEFT = 1;
export const SIGN = 2;
export const BLANK = 4;
export const ALTERNATE = 8;
export const ZERO = 16;
const FLAGS: Readonly<Record<string, number>> = { '-': LEFT, '+': SIGN, ' ': BLANK, '#': ALTERNATE, '0': ZERO };

const MAX_WIDTH = 2 ** 63;
const MAX_PRECISION = 0x7fffffff;

/** A width or precision that is one of the values. */
export const STAR = -2;

export interface Conversion {
  readonly hasKey: boolean;
  /** Null if there is none, or if it has no end. */
  readonly key: Text | null;
  readonly flags: number;
  /** STAR, or -1 where there is none; likewise the precision. */
  readonly width: number;
  readonly precision: number;
  readonly hasStar: boolean;
  /** Whether it is `s` or `d` with nothing before it but a key. */
  readonly isPlain: boolean;
  readonly letter: string;
  /** Offset of the letter. */
  readonly at: number;
  /** Makes the error; null if all is well. */
  readonly mistake: (() => object) | null;
}

/** Literal text and the conversion behind it, if one follows. */
export interface PercentPiece {
  readonly literal: Text;
  readonly conversion: Conversion | null;
}

class PercentParser {
  private readonly format: Text;
  private readonly units: string;
  private position: number;
  private mistake: (() => object) | null;

  constructor(format: Text) {
    this.format = format;
    this.units = unitsOf(format);
    this.position = 0;
    this.mistake = null;
  }

  /** The pieces up to the first mistake. */
  pieces(): PercentPiece[] {
    const pieces: PercentPiece[] = [];
    while (this.position < this.units.length && this.mistake === null) {
      worked(4);
      pieces.push(this.piece());
    }
    return pieces;
  }

  private piece(): PercentPiece {
    const { units, position: start } = this;
    const percent = units.indexOf('%', start);
    const end = percent < 0 ? units.length : percent;
    if (end - start >= CHARACTERS) worked((end - start) >> 4);
    const isEscape = percent >= 0 && units[percent + 1] === '%';
    const literal = sliceUnits(this.format, start, isEscape ? end + 1 : end);
    this.position = isEscape ? end + 2 : end + 1;
    return { literal, conversion: percent < 0 || isEscape ? null : this.conversion() };
  }

  private conversion(): Conversion {
    const hasKey = this.units[this.position] === '(';
    const key = hasKey ? this.key() : null;
    const start = this.position;
    const flags = this.mistake === null ? this.flags() : 0;
    const width = this.mistake === null ? this.number(MAX_WIDTH, 'width too big') : -1;
    const precision = this.mistake === null ? this.precision() : -1;
    const isBare = this.position === start;
    if (this.mistake === null) this.skipModifier();
    const at = this.position;
    const letter = this.mistake === null ? this.letter() : '';
    return {
      hasKey,
      key,
      flags,
      width,
      precision,
      hasStar: width === STAR || precision === STAR,
      isPlain: isBare && (letter === 's' || letter === 'd'),
      letter,
      at,
      mistake: this.mistake,
    };
  }

  private key(): Text | null {
    const { units } = this;
    const start = ++this.position;
    for (let depth = 1; depth > 0; this.position++) {
      if (this.position >= units.length) {
        this.mistake = () => error('ValueError', 'incomplete format key');
        return null;
      }
      if (units[this.position] === '(') depth++;
      else if (units[this.position] === ')') depth--;
    }
    return sliceUnits(this.format, start, this.position - 1);
  }

  private flags(): number {
    const { units } = this;
    let flags = 0;
    for (let flag = FLAGS[units[this.position]]; flag !== undefined; flag = FLAGS[units[++this.position]])
      flags |= flag;
    return flags;
  }

  private precision(): number {
    if (this.units[this.position] !== '.') return -1;
    this.position++;
    const precision = this.number(MAX_PRECISION, 'precision too big');
    return precision === -1 ? 0 : precision;
  }

  /** Decimal digits as a number, or a star; -1 if there are none. */
  private number(limit: number, message: string): number {
    if (this.units[this.position] === '*') {
      this.position++;
      return STAR;
    }
    const start = this.position;
    let number = 0;
    for (let digit = this.digit(); digit >= 0; digit = this.digit()) {
      number = number * 10 + digit;
      if (number > limit) {
        this.mistake = () => error('ValueError', message);
        return -1;
      }
      this.position++;
    }
    return this.position === start ? -1 : number;
  }

  private digit(): number {
    const digit = this.units.charCodeAt(this.position) - 48;
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  private skipModifier(): void {
    const modifier = this.units[this.position];
    if (modifier === 'h' || modifier === 'l' || modifier === 'L') this.position++;
  }

  private letter(): string {
    const { units } = this;
    if (this.position >= units.length) {
      this.mistake = () => error('ValueError', 'incomplete format');
      return '';
    }
    const point = pointAt(this.format, this.position);
    this.position += widthOf(point);
    return String.fromCodePoint(point);
  }
}

/** Formats that were parsed, with what they are made of. */
const known = new Map<string, readonly PercentPiece[]>();
const MAX_KNOWN = 512;
const MAX_KNOWN_LENGTH = 500;

export function percentPieces(format: Text): readonly PercentPiece[] {
  if (typeof format !== 'string' || format.length > MAX_KNOWN_LENGTH) return new PercentParser(format).pieces();
  return known.get(format) ?? remember(format);
}

function remember(format: string): readonly PercentPiece[] {
  const pieces = new PercentParser(format).pieces();
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(format, pieces);
  return pieces;
}
