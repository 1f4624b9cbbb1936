/** `repr` and `ascii` of a str. */
import { isLowSurrogate } from '../../../util/code-points.ts';
import { reprStr } from '../../../util/repr.ts';
import { caught, raise } from '../../exception.ts';
import type { Exit } from '../../object.ts';
import { MAX_TEXT_LENGTH, splitsOf, strFromText, type Text, unitsOf } from './text.ts';
import { worked } from '../../../util/work.ts';

const NON_ASCII = /[^\0-\x7f]/u;
const ALL_NON_ASCII = /[^\0-\x7f]/gu;

/** An escape is ten times as long as what it stands for, and more than this is no text. */
const ALWAYS_SHORT = MAX_TEXT_LENGTH / 10 - 2;

/** A printable astral character stays as it is, so the result may be a PyStr. */
export function reprText(text: Text): Text | Exit {
  if (unitsOf(text).length > ALWAYS_SHORT) return reprLong(text);
  const literal = reprStr(unitsOf(text), splitsOf(text));
  return typeof text === 'string' ? literal : strFromText(literal);
}

const ESCAPED = /[^ !#-&(-[\]-~]/g;
/** More escapes than this are not gathered. */
const MAX_ESCAPES = 1 << 25;

function reprLong(text: Text): Text | Exit {
  let escapes = 0;
  for (ESCAPED.lastIndex = 0; escapes <= MAX_ESCAPES && ESCAPED.test(unitsOf(text)); ) escapes++;
  if (escapes > MAX_ESCAPES) return raise('MemoryError');
  try {
    return strFromText(reprStr(unitsOf(text), splitsOf(text)));
  } catch (thrown) {
    return caught(thrown);
  }
}

/** `ascii(value)`, given `repr(value)`: escapes what is not ASCII. */
export function escapeNonAscii(text: Text): string {
  const units = unitsOf(text);
  if (!NON_ASCII.test(units)) return units;
  const splits = splitsOf(text);
  const starts = [0, ...splits];
  return starts.map((start, at) => escapeUnits(units, start, starts[at + 1] ?? units.length)).join('');
}

/** Code units that are escaped at a time. */
const PIECE = 1 << 14;

/** Escapes the units [start, end), in pieces that do not divide a pair. */
function escapeUnits(units: string, start: number, end: number): string {
  let escaped = '';
  for (let from = start; from < end; ) {
    const to = Math.min(from + PIECE, end);
    const behind = to < end && isLowSurrogate(units.charCodeAt(to)) ? to + 1 : to;
    escaped += units.slice(from, behind).replace(ALL_NON_ASCII, escapePoint);
    worked(behind - from);
    from = behind;
  }
  return escaped;
}

function escapePoint(character: string): string {
  const point = character.codePointAt(0)!;
  if (point <= 0xff) return `\\x${point.toString(16).padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${point.toString(16).padStart(4, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`;
}
