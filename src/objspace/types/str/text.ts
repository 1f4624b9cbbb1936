/**
 * The text of Python strings: how code points lie in JavaScript's code units.
 *
 * A str is a bare JS string if it holds no surrogate code unit: its offsets are Python's indices. Every other text is a `PyStr`: astral
 * characters are pairs of code units, lone surrogates stay alone. Two lone surrogates that stand together and would read as a pair are told
 * from it by `splits`, the offsets between the two; hardly any text has them. Instances of subclasses of str are adopted PyStr.
 *
 * "Offset" is always a position in code units, "index" one in code points. This file knows nothing of types, so that everything may use it.
 */
import { isHighSurrogate, isLowSurrogate } from '../../../util/code-points.ts';
import { partOf, unitAt } from '../../../util/growing-text.ts';
import { MAX_ITEMS } from '../../../util/limits.ts';
import { error } from '../../exception.ts';
import { PyObject, type Value } from '../../object.ts';
import { allocating, LONG_TEXT, worked } from '../../../util/work.ts';

const SURROGATE = /[\ud800-\udfff]/;
const NO_SPLITS: readonly number[] = [];

/** Code points between two entries of the index table. */
const BLOCK_BITS = 6;
const BLOCK = 1 << BLOCK_BITS;

/** The longest JS string that every engine makes (V8: 2^29 - 24). */
export const MAX_TEXT_LENGTH = 0x1fffffe8;

export class PyStr extends PyObject {
  readonly text: string;
  /** Offsets, ascending, at which a high and a low surrogate do not make a pair. */
  readonly splits: readonly number[];
  /** Whether there is no surrogate (only in instances of subclasses): offsets are indices. */
  readonly isPlain: boolean;
  /** Offset of every 64th code point; built at the first random access. */
  private table: Uint32Array | null;
  /** Number of code points; -1 until counted. */
  private points: number;
  /** Where the last access was: reading on from there needs no walk through a block. */
  private lastIndex: number;
  private lastOffset: number;
  /** The same text as an exact str, for instances of subclasses; made when first needed. */
  private twin: PyStr | null;

  /** Who knows whether there is a surrogate says so: looking makes the engine put together what it keeps in pieces. */
  constructor(text: string, splits: readonly number[] = NO_SPLITS, isPlain = !hasSurrogate(text)) {
    super();
    this.text = text;
    this.splits = splits;
    this.isPlain = isPlain;
    this.table = null;
    this.points = -1;
    this.lastIndex = 0;
    this.lastOffset = 0;
    this.twin = null;
  }

  /** This text as an exact str: instances of subclasses, which have attributes, give up their class. */
  get exact(): Text {
    if (this.isPlain) return this.text;
    if (!('rest' in this)) return this;
    return (this.twin ??= new PyStr(this.text, this.splits));
  }

  /** What template literals show: texts that the host puts together hold pairs, whatever they mean. */
  override toString(): string {
    return this.text;
  }

  /** Number of code points. */
  get length(): number {
    if (this.isPlain) return this.text.length;
    if (this.points < 0) this.buildTable();
    return this.points;
  }

  /** Whether the number of code points is known. */
  get isCounted(): boolean {
    return this.points >= 0;
  }

  /** Says what the number of code points is, where there are surrogates. */
  count(points: number): void {
    this.points = points;
  }

  /** Code units of the code point at an offset: 1 or 2. */
  widthAt(offset: number): number {
    return pairsAt(this.text, this.splits, offset) ? 2 : 1;
  }

  /** Code units of the code point that ends at an offset > 0. */
  widthBefore(offset: number): number {
    return offset > 1 && pairsAt(this.text, this.splits, offset - 2) ? 2 : 1;
  }

  /** Whether a code point begins or ends at the offset. */
  isBoundary(offset: number): boolean {
    return offset === 0 || !pairsAt(this.text, this.splits, offset - 1);
  }

  /** The code point at an offset. */
  pointAt(offset: number): number {
    const isPair = this.widthAt(offset) === 2;
    if (this.text.length < LONG_TEXT) return isPair ? this.text.codePointAt(offset)! : this.text.charCodeAt(offset);
    const unit = unitAt(this.text, offset);
    return isPair ? pairedPoint(unit, unitAt(this.text, offset + 1)) : unit;
  }

  /** Offset of the code point at an index within 0..length. */
  offsetOf(index: number): number {
    if (this.isPlain) return index;
    if (this.table === null) {
      if (index < BLOCK) return this.walk(0, index);
      if (this.points - index < BLOCK && this.points >= 0) return this.walkBack(this.points - index);
      this.buildTable();
    }
    let offset = this.table![index >>> BLOCK_BITS];
    let left = index & (BLOCK - 1);
    if (index >= this.lastIndex && index - this.lastIndex < left) {
      offset = this.lastOffset;
      left = index - this.lastIndex;
    }
    for (; left > 0; left--) offset += this.widthAt(offset);
    this.lastIndex = index;
    this.lastOffset = offset;
    return offset;
  }

  /** The offset so many code points after another. */
  private walk(offset: number, points: number): number {
    for (let left = points; left > 0; left--) offset += this.widthAt(offset);
    return offset;
  }

  /** The offset so many code points before the end. */
  private walkBack(points: number): number {
    let offset = this.text.length;
    for (let left = points; left > 0; left--) offset -= this.widthBefore(offset);
    return offset;
  }

  /** Index of the code point at an offset, which is a boundary. */
  indexOf(offset: number): number {
    if (this.isPlain) return offset;
    if (this.table === null) this.buildTable();
    const table = this.table!;
    let low = 0;
    let high = table.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (table[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    let index = low << BLOCK_BITS;
    for (let at = table[low]; at < offset; index++) at += this.widthAt(at);
    return index;
  }

  private buildTable(): void {
    const { text } = this;
    const table: number[] = [];
    let index = 0;
    for (let offset = 0; offset < text.length; index++) {
      if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
      if ((index & (BLOCK - 1)) === 0) table.push(offset);
      offset += this.widthAt(offset);
    }
    // The end is a position too: that of the index `length`.
    if ((index & (BLOCK - 1)) === 0) table.push(text.length);
    this.table = Uint32Array.from(table);
    this.points = index;
  }
}

/** A str as the functions of this folder take it: a PyStr only if it has surrogates. */
export type Text = string | PyStr;

function pairsAt(text: string, splits: readonly number[], offset: number): boolean {
  const isPair = text.length < LONG_TEXT ? isPairAt(text, offset) : isLongPairAt(text, offset);
  if (!isPair) return false;
  return splits.length === 0 || !hasSplit(splits, offset + 1);
}

function isPairAt(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset)) && isLowSurrogate(text.charCodeAt(offset + 1));
}

function isLongPairAt(text: string, offset: number): boolean {
  if (offset + 1 >= text.length) return false;
  return isHighSurrogate(unitAt(text, offset)) && isLowSurrogate(unitAt(text, offset + 1));
}

function hasSplit(splits: readonly number[], offset: number): boolean {
  let low = 0;
  let high = splits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (splits[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return splits[low] === offset;
}

/** The code point of a pair. */
function pairedPoint(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

export function isSurrogate(point: number): boolean {
  return (point & 0xfffff800) === 0xd800;
}

/** Whether the value is a str or an instance of a subclass. */
export function isText(value: unknown): value is string | PyStr {
  return typeof value === 'string' || value instanceof PyStr;
}

/** The JS text of a str or of an instance of a subclass; adjacent lone surrogates read as a pair in it. */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : (value as PyStr).text;
}

/** The str of a JS text: pairs are astral characters. */
export function strFromText(text: string): string | PyStr {
  return hasSurrogate(text) ? new PyStr(text, NO_SPLITS, false) : text;
}

/** As strFromText, for names: looking at their few characters costs less than a regular expression. */
export function strOfName(name: string): string | PyStr {
  for (let index = 0; index < name.length; index++) if (isSurrogate(name.charCodeAt(index))) return new PyStr(name);
  return name;
}

/** The str of a JS text with `splits` (PyStr). */
export function makeText(text: string, splits: readonly number[]): Text {
  if (splits.length > 0) return new PyStr(text, splits, false);
  return strFromText(text);
}

export function hasSurrogate(text: string): boolean {
  return text.length > LONG_TEXT ? hasLongSurrogate(text) : SURROGATE.test(text);
}

/** Code units of a long text that are looked at in one go. */
const PIECE = 1 << 18;

function hasLongSurrogate(text: string): boolean {
  for (let start = 0; start < text.length; start += PIECE) {
    if (SURROGATE.test(text.slice(start, start + PIECE))) return true;
    worked(PIECE >> 4);
  }
  return false;
}

/** The value as this folder's functions take it; the caller knows that it is a str. */
export function unwrap(value: Value): Text {
  return typeof value === 'string' ? value : (value as PyStr).exact;
}

/** As `unwrap`, or `undefined` for what is no str. */
export function asText(value: Value): Text | undefined {
  return isText(value) ? unwrap(value) : undefined;
}

/** Code units. */
export function unitsOf(text: Text): string {
  return typeof text === 'string' ? text : text.text;
}

export function splitsOf(text: Text): readonly number[] {
  return typeof text === 'string' ? NO_SPLITS : text.splits;
}

/** `len(value)` of a str. */
export function lengthOfText(value: string | PyStr): number {
  return value.length;
}

/** Offset of an index within 0..length. */
export function offsetAt(text: Text, index: number): number {
  return typeof text === 'string' ? index : text.offsetOf(index);
}

/** Index of an offset that is a boundary. */
export function indexAt(text: Text, offset: number): number {
  return typeof text === 'string' ? offset : text.indexOf(offset);
}

/** The code point at an offset. */
export function pointAt(text: Text, offset: number): number {
  return typeof text === 'string' ? unitAt(text, offset) : text.pointAt(offset);
}

/** The code point that ends at an offset > 0. */
export function pointBefore(text: Text, offset: number): number {
  return typeof text === 'string' ? unitAt(text, offset - 1) : text.pointAt(offset - text.widthBefore(offset));
}

/** Code units of a code point. */
export function widthOf(point: number): number {
  return point > 0xffff ? 2 : 1;
}

/** The str of one code point. */
export function strOfPoint(point: number): Text {
  if (point < 0x10000 && !isSurrogate(point)) return String.fromCharCode(point);
  return new PyStr(String.fromCodePoint(point));
}

/** Arrays that are made longer than this begin as V8's dictionaries. */
const MAX_PREALLOCATED = 1 << 25;

/** The code points of a text, in order. */
export function pointsOf(text: Text): number[] {
  if (unitsOf(text).length > MAX_ITEMS) throw error('MemoryError');
  const points = pointArray(text);
  const result: number[] = new Array(Math.min(points.length, MAX_PREALLOCATED));
  // Array.from would go through the iterator, and report nothing.
  for (let index = 0; index < points.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x800);
    result[index] = points[index];
  }
  return result;
}

/** The code points of a text as a typed array. */
export function pointArray(text: Text): Uint32Array {
  const units = unitsOf(text);
  allocating(4 * units.length);
  const points = new Uint32Array(units.length);
  let count = 0;
  for (let offset = 0; offset < units.length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = pointAt(text, offset);
    points[count++] = point;
    offset += widthOf(point);
  }
  return count === units.length ? points : points.slice(0, count);
}

/** The part between two offsets that are boundaries. */
export function sliceUnits(text: Text, start: number, end: number): Text {
  if (typeof text === 'string') return partOf(text, start, end);
  const units = partOf(text.text, start, end);
  if (text.splits.length === 0) return strFromText(units);
  const splits = text.splits.filter((split) => split > start && split < end).map((split) => split - start);
  return makeText(units, splits);
}

/** The part between two indices, 0 <= start <= end <= length. */
export function slicePoints(text: Text, start: number, end: number): Text {
  if (typeof text === 'string') return partOf(text, start, end);
  return sliceUnits(text, text.offsetOf(start), text.offsetOf(end));
}

const FEW_PIECES = 32;
const MANY_PIECES = 4096;

/** Collects pieces of text; keeps lone surrogates apart where pieces meet. */
export class TextBuilder {
  /** Engines concatenate lazily, which is as cheap as an array for some pieces, but takes too much memory for millions. */
  private text: string;
  /** Pieces that come after the first ones: joined from time to time. */
  private pending: string[];
  /** Code units so far. */
  private length: number;
  private count: number;
  private splits: number[] | null;
  private endsInHigh: boolean;
  /** Whether no piece has a surrogate. */
  private isPlain: boolean;

  constructor() {
    this.text = '';
    this.pending = [];
    this.length = 0;
    this.count = 0;
    this.splits = null;
    this.endsInHigh = false;
    this.isPlain = true;
  }

  private add(units: string): void {
    this.length += units.length;
    if (++this.count <= FEW_PIECES || units.length >= LONG_TEXT) {
      if (this.pending.length > 0) this.joinPending();
      this.text += units;
      return;
    }
    this.pending.push(units);
    if (this.pending.length >= MANY_PIECES) this.joinPending();
  }

  private joinPending(): void {
    this.text += this.pending.join('');
    this.pending = [];
  }

  append(piece: Text): void {
    if (typeof piece !== 'string') {
      this.appendBoxed(piece);
    } else if (piece !== '') {
      this.add(piece);
      this.endsInHigh = false;
    }
  }

  appendPoint(point: number): void {
    if (isSurrogate(point)) this.appendBoxed(new PyStr(String.fromCharCode(point)));
    else this.appendWellFormed(point < 0x10000 ? String.fromCharCode(point) : String.fromCodePoint(point));
  }

  /** Text without lone surrogates. */
  appendWellFormed(units: string): void {
    if (units === '') return;
    this.add(units);
    this.endsInHigh = false;
    if (this.isPlain && units.length > 1 && hasSurrogate(units)) this.isPlain = false;
  }

  private appendBoxed(piece: PyStr): void {
    const { text } = piece;
    if (piece.isPlain) {
      this.append(text);
      return;
    }
    const { length } = this;
    if (this.endsInHigh && isLowSurrogate(text.charCodeAt(0))) this.addSplit(length);
    for (const split of piece.splits) this.addSplit(length + split);
    this.add(text);
    this.endsInHigh = isHighSurrogate(text.charCodeAt(text.length - 1));
    this.isPlain = false;
  }

  private addSplit(offset: number): void {
    this.splits ??= [];
    this.splits.push(offset);
  }

  finish(): Text {
    if (this.pending.length > 0) this.joinPending();
    return this.isPlain ? this.text : new PyStr(this.text, this.splits ?? NO_SPLITS, false);
  }
}

/** The pieces as one text. */
export function concatAll(pieces: readonly Text[]): Text {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  const builder = new TextBuilder();
  for (const piece of pieces) builder.append(piece);
  return builder.finish();
}
