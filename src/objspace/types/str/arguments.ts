/** Arguments of str's methods, with the texts of CPython's errors. */
import { error, orThrow } from '../../exception.ts';
import type { Value } from '../../object.ts';
import { toInt, argumentName, typeName } from '../../operations.ts';
import { sliceBound } from '../bytes/allocate.ts';
import { asText, offsetAt, type Text, unitsOf } from './text.ts';

/** A str argument; `where` names it as in `find() argument 1`. */
export function textArgument(value: Value, where: string): Text {
  const text = asText(value);
  if (text === undefined) throw error('TypeError', `${where} must be str, not ${argumentName(value)}`);
  return text;
}

/** An argument that is a C `int`. */
export function cIntArgument(value: Value): number {
  const int = orThrow(toInt(value));
  if (int >= -0x80000000 && int <= 0x7fffffff) return Number(int);
  throw error('OverflowError', 'Python int too large to convert to C int');
}

/** Part of a text in which a method works: as indices and as offsets. `start` may lie behind `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** Whether start <= end <= length. */
  readonly isValid: boolean;
}

/** The offsets of [start:end]. */
export function rangeOf(text: Text, start: Value | undefined, end: Value | undefined): Range {
  if (start === undefined && end === undefined) return { start: 0, end: unitsOf(text).length, isValid: true };
  const { length } = text;
  const first = orThrow(sliceBound(start, length, 0));
  const last = Math.min(orThrow(sliceBound(end, length, length)), length);
  if (first > last) return { start: 0, end: 0, isValid: false };
  return { start: offsetAt(text, first), end: offsetAt(text, last), isValid: true };
}

/** The character that pads. */
export function fillArgument(value: Value): Text {
  const text = asText(value);
  if (text === undefined)
    throw error('TypeError', `The fill character must be a unicode character, not ${typeName(value)}`);
  if (text.length !== 1) throw error('TypeError', 'The fill character must be exactly one character long');
  return text;
}

/** A separator of split and partition. */
export function separatorArgument(value: Value, expected: string): Text {
  const text = asText(value);
  if (text === undefined) throw error('TypeError', `must be ${expected}, not ${typeName(value)}`);
  if (text === '') throw error('ValueError', 'empty separator');
  return text;
}
