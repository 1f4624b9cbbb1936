/** Replacing parts of a text. */
import { SHORT } from './short-search.ts';
import { findText } from './search.ts';
import { sliceUnits, type Text, TextBuilder, unitsOf, widthOf, pointAt } from './text.ts';
import { worked } from '../../../util/work.ts';

/** In longer texts there may be so many occurrences that their pieces are better collected. */
const LONG = 1 << 12;

/** At most `limit` occurrences; all if it is negative. */
export function replaceText(text: Text, old: Text, replacement: Text, limit: number): Text {
  if (limit === 0) return text;
  const size = unitsOf(old).length;
  if (size === 0) return insertBetween(text, replacement, limit);
  if (
    size <= SHORT &&
    unitsOf(text).length < LONG &&
    typeof text === 'string' &&
    typeof old === 'string' &&
    typeof replacement === 'string'
  ) {
    return replacePlain(text, old, replacement, limit);
  }
  const end = unitsOf(text).length;
  let at = findText(text, old, 0, end);
  if (at < 0) return text;
  const builder = new TextBuilder();
  let start = 0;
  for (let count = 0; at >= 0 && count !== limit; count++) {
    worked(4);
    builder.append(sliceUnits(text, start, at));
    builder.append(replacement);
    start = at + size;
    at = findText(text, old, start, end);
  }
  builder.append(sliceUnits(text, start, end));
  return builder.finish();
}

/** As replaceText, where the engine's own search will do. */
function replacePlain(text: string, old: string, replacement: string, limit: number): string {
  let at = text.indexOf(old);
  if (at < 0) return text;
  let result = '';
  let start = 0;
  for (let count = 0; at >= 0 && count !== limit; count++) {
    result += text.slice(start, at) + replacement;
    start = at + old.length;
    at = text.indexOf(old, start);
  }
  return result + text.slice(start);
}

/** Puts `inserted` before each character and behind the last. */
function insertBetween(text: Text, inserted: Text, limit: number): Text {
  const end = unitsOf(text).length;
  const builder = new TextBuilder();
  let offset = 0;
  let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
  for (; offset < end && left > 0; left--) {
    worked(4);
    const behind = offset + widthOf(pointAt(text, offset));
    builder.append(inserted);
    builder.append(sliceUnits(text, offset, behind));
    offset = behind;
  }
  builder.append(left > 0 ? inserted : sliceUnits(text, offset, end));
  return builder.finish();
}
