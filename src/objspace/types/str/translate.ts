/** `str.translate` and `str.maketrans`. */
import { error, orThrow, swallow } from '../../exception.ts';
import { EXIT, type Value } from '../../object.ts';
import { getItem } from '../../operations.ts';
import { primitiveTypes, typeOf } from '../../type.ts';
import { PyDict } from '../dict/dict.ts';
import { textArgument } from './arguments.ts';
import { asText, isText, pointArray, pointAt, sliceUnits, type Text, TextBuilder, unitsOf, widthOf } from './text.ts';
import { LONG_TEXT, worked } from '../../../util/work.ts';

/** What a table says of a character: text, or `undefined` to leave it. `isPure`: what is not in the dictionary is nowhere. */
function mappingOf(table: Value, point: number, isPure: boolean): Text | undefined {
  const mapped = isPure ? (table as unknown as PyDict).get(point) : getItem(table, point);
  if (mapped === undefined) return undefined;
  if (mapped === EXIT) {
    if (swallow('LookupError')) return undefined;
    throw orThrow(mapped);
  }
  if (mapped === null) return '';
  const text = asText(mapped as Value);
  if (text !== undefined) return text;
  return characterOf(mapped as Value);
}

const FIRST_SURROGATE = 0xd800;
const OUT_OF_RANGE = 'character mapping must be in range(0x110000)';

function characterOf(mapped: Value): Text {
  if (!typeOf(mapped).isSubtypeOf(primitiveTypes.int))
    throw error('TypeError', 'character mapping must return integer, None or str');
  const point = Number(typeof mapped === 'object' ? (mapped as unknown as { value: number | bigint }).value : mapped);
  if (!(point >= 0 && point <= 0x10ffff)) throw error('ValueError', OUT_OF_RANGE);
  if (point < FIRST_SURROGATE) return String.fromCharCode(point);
  const builder = new TextBuilder();
  builder.appendPoint(point);
  return builder.finish();
}

/** In shorter texts a pure table is asked again for each character. */
const SHORT = 16;

/** Tables with more keys are not looked through before they are used. */
const MAX_LOOKED_THROUGH = 32;

/** A bit for each ASCII character that the table has been found to have. */
const inTable = new Int32Array(4);
/** The layout of the dictionary that was looked through last, and the answer: many texts are translated by one table. */
let lastLayout = 0;
let isLastKnown = false;

/** Looks through a pure table: whether `inTable` says what it has, because all its keys are plain ints. */
function lookThrough(table: PyDict): boolean {
  const layout = table.namedLayout();
  if (layout !== lastLayout) {
    lastLayout = layout;
    isLastKnown = noteKeys(table);
  }
  return isLastKnown;
}

function noteKeys(table: PyDict): boolean {
  if (table.size > MAX_LOOKED_THROUGH) return false;
  inTable.fill(0);
  for (let at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
    const key = table.keyAt(at);
    if (typeof key !== 'number') return false;
    if (key >= 0 && key < 128) inTable[key >> 5] |= 1 << (key & 31);
  }
  return true;
}

/** From `offset` on, the first unit that a table which has been looked through may have something for; not much further than that. */
function afterUntouched(units: string, offset: number): number {
  const limit = Math.min(units.length, offset + LONG_TEXT);
  for (let at = offset; at < limit; at++) {
    const unit = units.charCodeAt(at);
    if (unit >= 128 || (inTable[unit >> 5] & (1 << (unit & 31))) !== 0) return at;
  }
  return limit;
}

export function translateText(text: Text, table: Value): Text {
  const units = unitsOf(text);
  // CPython asks a table once for each ASCII character; so do we for all characters, where asking has no effects.
  const isPure = table instanceof PyDict && table.shape.type.name === 'dict';
  const isKnown = isPure && lookThrough(table as unknown as PyDict);
  if (isKnown && afterUntouched(units, 0) === units.length) return text;
  if (isPure && typeof text === 'string' && text.length >= SHORT) return translateUnits(text, table);
  const builder = new TextBuilder();
  const known = isPure && units.length < SHORT ? null : new Map<number, Text | undefined>();
  let start = 0;
  for (let offset = 0; offset < units.length; ) {
    worked(2);
    if (isKnown) {
      const next = afterUntouched(units, offset);
      worked((next - offset) >> 3);
      offset = next;
      if (offset === units.length) break;
    }
    const point = pointAt(text, offset);
    const end = offset + widthOf(point);
    let mapped = known?.get(point);
    if (known === null) mapped = mappingOf(table, point, true);
    else if (!(isPure || point < 128) || (mapped === undefined && !known.has(point))) {
      mapped = mappingOf(table, point, isPure);
      known.set(point, mapped);
    }
    if (mapped !== undefined) {
      if (offset > start) builder.append(sliceUnits(text, start, offset));
      builder.append(mapped);
      start = end;
    }
    offset = end;
  }
  if (start === 0) return text;
  builder.append(sliceUnits(text, start, units.length));
  return builder.finish();
}

// ── Texts of one unit a character, by a dictionary ───────────────────────────────────────────────────────────────

/** What becomes of a unit, if not another unit. */
const UNASKED = -1;
const TO_TEXT = -2;

/** Units in a row are made text so many at a time. */
const CHUNK = 4096;
/** Units below have a place in an array. */
const COMMON = 256;
/** Copied where a text is translated, which costs less than filling. */
const NOTHING_ASKED: readonly number[] = new Array(COMMON).fill(UNASKED);

/** Asks the table once for each character. */
class UnitTable {
  private readonly table: Value;
  private readonly common: number[];
  private others: Map<number, number> | null;
  private texts: Map<number, Text> | null;

  constructor(table: Value) {
    this.table = table;
    this.common = NOTHING_ASKED.slice();
    this.others = null;
    this.texts = null;
  }

  /** The unit that a unit becomes, or TO_TEXT. */
  target(unit: number): number {
    const target = unit < COMMON ? this.common[unit] : this.others?.get(unit);
    return target === undefined || target === UNASKED ? this.ask(unit) : target;
  }

  textOf(unit: number): Text {
    return this.texts!.get(unit)!;
  }

  private ask(unit: number): number {
    const mapped = mappingOf(this.table, unit, true);
    let target = unit;
    if (typeof mapped === 'string' && mapped.length === 1) target = mapped.charCodeAt(0);
    else if (mapped !== undefined) {
      target = TO_TEXT;
      this.texts ??= new Map();
      this.texts.set(unit, mapped);
    }
    if (unit < COMMON) {
      this.common[unit] = target;
      return target;
    }
    this.others ??= new Map();
    this.others.set(unit, target);
    return target;
  }
}

function translateUnits(text: string, dictionary: Value): Text {
  const table = new UnitTable(dictionary);
  const builder = new TextBuilder();
  let run: number[] = [];
  let isChanged = false;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const target = table.target(unit);
    if (target !== unit) isChanged = true;
    if (target === TO_TEXT || run.length === CHUNK) {
      worked(run.length + 2);
      builder.append(String.fromCharCode.apply(null, run));
      run = [];
    }
    if (target === TO_TEXT) builder.append(table.textOf(unit));
    else run.push(target);
  }
  if (!isChanged) return text;
  builder.append(String.fromCharCode.apply(null, run));
  return builder.finish();
}

// ── maketrans ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Work of setting an item. */
const SET_WORK = 8;

function set(table: PyDict, key: Value, value: Value): void {
  orThrow(table.set(key, value));
}

/** A key of a table given as a dictionary. */
function keyOf(key: Value): Value {
  const text = asText(key);
  if (text !== undefined) {
    if (text.length !== 1) throw error('ValueError', 'string keys in translatetable must be of length 1');
    return pointAt(text, 0);
  }
  if (!typeOf(key).isSubtypeOf(primitiveTypes.int))
    throw error('TypeError', 'keys in translate table mustbe strings or integers');
  return key;
}

function fromDictionary(source: Value): PyDict {
  if (!(source instanceof PyDict))
    throw error('TypeError', 'if you give only one argument to maketrans it must be a dict');
  const table = new PyDict();
  for (let at = source.nextPosition(0); at >= 0; at = source.nextPosition(at + 1))
    set(table, keyOf(source.keyAt(at)), source.valueAt(at));
  return table;
}

export function makeTranslation(x: Value, y: Value | undefined, z: Value | undefined): Value {
  const targets = y === undefined ? undefined : pointArray(textArgument(y, 'maketrans() argument 2'));
  const deleted = z === undefined ? [] : pointArray(textArgument(z, 'maketrans() argument 3'));
  if (targets === undefined) return fromDictionary(x);
  if (!isText(x)) throw error('TypeError', 'first maketrans argument must be a string if there is a second argument');
  const sources = pointArray(asText(x)!);
  if (sources.length !== targets.length)
    throw error('ValueError', 'the first two maketrans arguments must have equal length');
  const table = new PyDict();
  for (let at = 0; at < sources.length; at++) {
    worked(SET_WORK);
    set(table, sources[at], targets[at]);
  }
  for (const point of deleted) {
    worked(SET_WORK);
    set(table, point, null);
  }
  return table;
}
