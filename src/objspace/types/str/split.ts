/** Cutting texts: at separators, at white space, at line ends, in three. */
import { LINE_BREAK, propertiesOf } from '../../../util/unicode-properties.ts';
import { MAX_ITEMS } from '../../../util/limits.ts';
import { error } from '../../exception.ts';
import { SHORT } from './short-search.ts';
import { isSpace } from './spaces.ts';
import { findLastText, findText } from './search.ts';
import { pointAt, pointBefore, sliceUnits, type Text, unitsOf, widthOf } from './text.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../../util/work.ts';

/** Adds a part, while there is room for another. */
function add(parts: Text[], part: Text): void {
  if (parts.length >= MAX_ITEMS - 1) throw error('MemoryError');
  parts.push(part);
}

/** At most `limit` cuts from the left; all if it is negative. */
export function splitAt(text: Text, separator: Text, limit: number): Text[] {
  if (typeof text === 'string' && typeof separator === 'string' && separator.length <= SHORT)
    return splitPlain(text, separator, limit);
  const parts: Text[] = [];
  const size = unitsOf(separator).length;
  const end = unitsOf(text).length;
  let start = 0;
  while (parts.length !== limit) {
    worked(4);
    const at = findText(text, separator, start, end);
    if (at < 0) break;
    add(parts, sliceUnits(text, start, at));
    start = at + size;
  }
  parts.push(start === 0 ? text : sliceUnits(text, start, end));
  return parts;
}

/** As splitAt, where the engine's own search will do. Its split costs twice as much: it keeps its results for another time. */
function splitPlain(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf(separator); at >= 0 && parts.length !== limit; at = text.indexOf(separator, start)) {
    if ((parts.length & 0xff) === 0xff) worked(0x400);
    add(parts, text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(start === 0 ? text : text.slice(start));
  return parts;
}

/** At most `limit` cuts from the right. */
export function splitAtFromRight(text: Text, separator: Text, limit: number): Text[] {
  const parts: Text[] = [];
  const size = unitsOf(separator).length;
  let end = unitsOf(text).length;
  while (parts.length !== limit) {
    worked(4);
    const at = findLastText(text, separator, 0, end);
    if (at < 0) break;
    add(parts, sliceUnits(text, at + size, end));
    end = at;
  }
  parts.push(sliceUnits(text, 0, end));
  return parts.reverse();
}

function isSpaceAt(text: Text, offset: number): boolean {
  return isSpace(pointAt(text, offset));
}

function skipSpace(text: Text, offset: number, end: number): number {
  while (offset < end && isSpaceAt(text, offset)) {
    offset++;
    if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  return offset;
}

function skipWord(text: Text, offset: number, end: number): number {
  while (offset < end && !isSpaceAt(text, offset)) {
    offset += widthOf(pointAt(text, offset));
    if ((offset & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
  }
  return offset;
}

/** At runs of white space, which do not count at the ends. */
export function splitSpace(text: Text, limit: number): Text[] {
  if (typeof text === 'string' && limit < 0) return splitWords(text);
  const parts: Text[] = [];
  const end = unitsOf(text).length;
  let offset = skipSpace(text, 0, end);
  while (offset < end && parts.length !== limit) {
    worked(4);
    const behind = skipWord(text, offset, end);
    add(parts, sliceUnits(text, offset, behind));
    offset = skipSpace(text, behind, end);
  }
  if (offset < end) parts.push(sliceUnits(text, offset, end));
  return parts;
}

/** The same of a text whose units are its characters, without limit. */
function splitWords(text: string): string[] {
  const parts: string[] = [];
  const { length } = text;
  for (let offset = 0; offset < length; offset++) {
    while (offset < length && isSpace(text.charCodeAt(offset))) {
      offset++;
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    if (offset === length) break;
    const start = offset;
    while (offset < length && !isSpace(text.charCodeAt(offset))) {
      offset++;
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    if ((parts.length & 0xff) === 0xff) worked(0x400);
    add(parts, text.slice(start, offset));
  }
  return parts;
}

function isSpaceBefore(text: Text, offset: number): boolean {
  return isSpace(pointBefore(text, offset));
}

export function splitSpaceFromRight(text: Text, limit: number): Text[] {
  const parts: Text[] = [];
  let offset = unitsOf(text).length;
  for (;;) {
    while (offset > 0 && isSpaceBefore(text, offset)) {
      offset--;
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    if (offset === 0) return parts.reverse();
    if (parts.length === limit) break;
    const end = offset;
    while (offset > 0 && !isSpaceBefore(text, offset)) {
      offset -= widthOf(pointBefore(text, offset));
      if ((offset & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
    }
    add(parts, sliceUnits(text, offset, end));
  }
  parts.push(sliceUnits(text, 0, offset));
  return parts.reverse();
}

/** Work of making a line. */
const LINE_WORK = 4;

export function splitLines(text: Text, keepsEnds: boolean): Text[] {
  const lines: Text[] = [];
  const units = unitsOf(text);
  let start = 0;
  for (let offset = 0; offset < units.length; offset++) {
    if ((offset & 0x3fff) === 0x3fff) worked(0x4000);
    const unit = units.charCodeAt(offset);
    if (unit >= 32 && unit < 127) continue;
    // Line ends are in the basic plane: halves of pairs have no properties.
    if ((propertiesOf(unit) & LINE_BREAK) === 0) continue;
    const end = offset;
    worked(LINE_WORK);
    if (unit === 13 && units.charCodeAt(offset + 1) === 10) offset++;
    add(lines, sliceUnits(text, start, keepsEnds ? offset + 1 : end));
    start = offset + 1;
  }
  if (start < units.length) lines.push(sliceUnits(text, start, units.length));
  return lines;
}

/** Before, separator, behind; at the first or the last occurrence. */
export function partitionText(text: Text, separator: Text, fromRight: boolean): Text[] {
  const end = unitsOf(text).length;
  const at = fromRight ? findLastText(text, separator, 0, end) : findText(text, separator, 0, end);
  if (at < 0) return fromRight ? ['', '', text] : [text, '', ''];
  return [sliceUnits(text, 0, at), separator, sliceUnits(text, at + unitsOf(separator).length, end)];
}
