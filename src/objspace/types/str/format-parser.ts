/**
 * The syntax of `str.format`: literal text, fields `{name!conversion:spec}`, and what a field's name is made of.
 *
 * The parser works on code units: all its marks are ASCII, so every place where it cuts is a boundary of characters.
 */
import { error } from '../../exception.ts';
import { decimalValue } from '../../../util/unicode-properties.ts';
import { pointAt, sliceUnits, type Text, unitsOf, widthOf } from './text.ts';
import { worked } from '../../../util/work.ts';

export interface Field {
  readonly name: Text;
  readonly spec: Text;
  /** The character behind `!`; '' if there is none. */
  readonly conversion: Text;
  /** Whether the spec has fields of its own. */
  readonly isNested: boolean;
}

/** Literal text and the field behind it, if one follows. */
export interface Markup {
  readonly literal: Text;
  readonly field: Field | null;
}

const valueError = (message: string): Error => error('ValueError', message) as never;

export class FormatParser {
  private readonly text: Text;
  private readonly units: string;
  private position: number;

  constructor(text: Text) {
    this.text = text;
    this.units = unitsOf(text);
    this.position = 0;
  }

  /** The next piece, `undefined` at the end; throws ValueError. */
  next(): Markup | undefined {
    const { units } = this;
    const start = this.position;
    if (start >= units.length) return undefined;
    let at = start;
    for (; at < units.length && units[at] !== '{' && units[at] !== '}'; at++)
      if ((at & 0x3fff) === 0x3fff) worked(0x4000);
    if (at === units.length) {
      this.position = at;
      return { literal: sliceUnits(this.text, start, at), field: null };
    }
    const brace = units[at];
    if (units[at + 1] === brace) {
      this.position = at + 2;
      return { literal: sliceUnits(this.text, start, at + 1), field: null };
    }
    if (brace === '}' || at + 1 === units.length) throw valueError(`Single '${brace}' encountered in format string`);
    this.position = at + 1;
    return { literal: sliceUnits(this.text, start, at), field: this.parseField() };
  }

  private parseField(): Field {
    const start = this.position;
    const end = this.findNameEnd();
    const name = sliceUnits(this.text, start, end);
    const mark = this.units[end];
    this.position = end + 1;
    if (mark === '}') return { name, spec: '', conversion: '', isNested: false };
    let conversion: Text = '';
    if (mark === '!') {
      conversion = this.parseConversion();
      const behind = this.units[this.position++];
      if (behind === '}') return { name, spec: '', conversion, isNested: false };
      if (behind === undefined) throw valueError("unmatched '{' in format spec");
      if (behind !== ':') throw valueError("expected ':' after conversion specifier");
    }
    return this.parseSpec(name, conversion);
  }

  /** Offset of the `}`, `:` or `!` that ends the name; what stands in brackets does not. */
  private findNameEnd(): number {
    const { units } = this;
    for (let at = this.position; at < units.length; at++) {
      if ((at & 0x3fff) === 0x3fff) worked(0x4000);
      const unit = units[at];
      if (unit === '}' || unit === ':' || unit === '!') return at;
      if (unit === '{') throw valueError("unexpected '{' in field name");
      if (unit === '[') {
        const close = units.indexOf(']', at);
        if (close < 0) break;
        at = close;
      }
    }
    throw valueError("expected '}' before end of string");
  }

  private parseConversion(): Text {
    const at = this.position;
    if (at >= this.units.length) throw valueError('end of string while looking for conversion specifier');
    this.position = at + widthOf(pointAt(this.text, at));
    return sliceUnits(this.text, at, this.position);
  }

  private parseSpec(name: Text, conversion: Text): Field {
    const { units } = this;
    const start = this.position;
    let depth = 1;
    let isNested = false;
    for (let at = start; at < units.length; at++) {
      if ((at & 0x3fff) === 0x3fff) worked(0x4000);
      if (units[at] === '{') {
        depth++;
        isNested = true;
      } else if (units[at] === '}' && --depth === 0) {
        this.position = at + 1;
        return { name, spec: sliceUnits(this.text, start, at), conversion, isNested };
      }
    }
    throw valueError("unmatched '{' in format spec");
  }
}

// ── Names of fields ──────────────────────────────────────────────────────────────────────────────────────────────

/** Digits that a number is exact with. */
const SAFE_DIGITS = 15;
const MAX_INDEX = (1n << 63n) - 1n;

/** The number that a text of decimal digits is; -1 if it is none. */
export function indexOfText(text: Text): number | bigint {
  const { length } = unitsOf(text);
  if (length === 0) return -1;
  let digits = '';
  for (let offset = 0; offset < length; ) {
    const point = pointAt(text, offset);
    const digit = decimalValue(point);
    if (digit < 0) return -1;
    digits += digit;
    offset += widthOf(point);
  }
  if (digits.length <= SAFE_DIGITS) return Number(digits);
  const index = digits.length > 1000 ? MAX_INDEX + 1n : BigInt(digits);
  if (index > MAX_INDEX) throw valueError('Too many decimal digits in format string');
  return index <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(index) : index;
}

/** `.name` or `[key]`, where a key of digits is a number. */
export interface Step {
  readonly isAttribute: boolean;
  readonly name: Text;
  /** -1 for a key that is no number. */
  readonly index: number | bigint;
}

/** The beginning of a field's name, before the first `.` or `[`. */
export function firstOfName(name: Text): Text {
  const end = unitsOf(name).search(/[.[]/);
  return end < 0 ? name : sliceUnits(name, 0, end);
}

/** The steps that follow the beginning of a name, which is `offset` code units long. */
export class NameSteps {
  private readonly name: Text;
  private readonly units: string;
  private offset: number;

  constructor(name: Text, offset: number) {
    this.name = name;
    this.units = unitsOf(name);
    this.offset = offset;
  }

  /** The next step, `undefined` at the end; throws ValueError. */
  next(): Step | undefined {
    const { units } = this;
    if (this.offset >= units.length) return undefined;
    const mark = units[this.offset++];
    if (mark !== '.' && mark !== '[') throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    const step = mark === '.' ? this.attribute() : this.key();
    if (step.name === '') throw valueError('Empty attribute in format string');
    return step;
  }

  private attribute(): Step {
    const start = this.offset;
    while (this.offset < this.units.length && this.units[this.offset] !== '.' && this.units[this.offset] !== '[')
      this.offset++;
    return { isAttribute: true, name: sliceUnits(this.name, start, this.offset), index: -1 };
  }

  private key(): Step {
    const start = this.offset;
    const close = this.units.indexOf(']', start);
    if (close < 0) throw valueError("Missing ']' in format string");
    this.offset = close + 1;
    const name = sliceUnits(this.name, start, close);
    return { isAttribute: false, name, index: indexOfText(name) };
  }
}

/** A field's name taken apart: `index` is -1 for a name, and for '', which counts by itself. */
export interface FieldName {
  readonly first: Text;
  readonly index: number | bigint;
  /** The steps behind it, read one by one: a mistake in them shows only when it is their turn. */
  steps(): { next(): Step | undefined };
}

function parseName(name: Text): FieldName {
  const first = firstOfName(name);
  const { length } = unitsOf(first);
  if (length === unitsOf(name).length) return { first, index: indexOfText(first), steps: () => NO_STEPS };
  return { first, index: indexOfText(first), steps: () => new NameSteps(name, length) };
}

const NO_STEPS = { next: () => undefined };

/** A piece of a format whose fields have their names taken apart. */
export interface Piece {
  readonly literal: Text;
  readonly field: (Field & { readonly path: FieldName }) | null;
}

/** Formats that were parsed, with what they are made of; those with mistakes are not among them. */
const known = new Map<string, readonly Piece[]>();
const MAX_KNOWN = 512;
const MAX_KNOWN_LENGTH = 500;

function* parsePieces(format: Text): Generator<Piece> {
  const parser = new FormatParser(format);
  for (let markup = parser.next(); markup !== undefined; markup = parser.next()) {
    worked(10);
    const { literal, field } = markup;
    yield field === null ? { literal, field } : { literal, field: { ...field, path: parseName(field.name) } };
  }
}

/** The pieces of a format, in turn; throws ValueError where it comes to a mistake. */
export function piecesOf(format: Text): Iterable<Piece> {
  return knownPieces(format) ?? parsePieces(format);
}

/** The pieces of a format that is not long and without mistakes. */
export function knownPieces(format: Text): readonly Piece[] | undefined {
  if (typeof format !== 'string' || format.length > MAX_KNOWN_LENGTH) return undefined;
  return known.get(format) ?? remember(format);
}

function remember(format: string): readonly Piece[] | undefined {
  try {
    const pieces = [...parsePieces(format)];
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(format, pieces);
    return pieces;
  } catch {
    return undefined;
  }
}
