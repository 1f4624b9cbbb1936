/** Replacing parts of a text. */
import { SHORT } from './long-search.ts';
import { findText } from './search.ts';
import { concatAll, sliceUnits, type Text, TextBuilder, unitsOf, widthOf, pointAt } from './text.ts';

/** At most `limit` occurrences; all if it is negative. */
export function replaceText(text: Text, old: Text, replacement: Text, limit: number): Text {
  if (limit === 0) return text;
  const size = unitsOf(old).length;
  if (size === 0) return insertBetween(text, replacement, limit);
  if (
    limit < 0 &&
    size <= SHORT &&
    typeof text === 'string' &&
    typeof old === 'string' &&
    typeof replacement === 'string'
  ) {
    return text.includes(old) ? text.split(old).join(replacement) : text;
  }
  const end = unitsOf(text).length;
  let at = findText(text, old, 0, end);
  if (at < 0) return text;
  const builder = new TextBuilder();
  let start = 0;
  for (let count = 0; at >= 0 && count !== limit; count++) {
    builder.append(sliceUnits(text, start, at));
    builder.append(replacement);
    start = at + size;
    at = findText(text, old, start, end);
  }
  builder.append(sliceUnits(text, start, end));
  return builder.finish();
}

/** Puts `inserted` before each character and behind the last. */
function insertBetween(text: Text, inserted: Text, limit: number): Text {
  const end = unitsOf(text).length;
  const pieces: Text[] = [];
  let offset = 0;
  let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
  for (; offset < end && left > 0; left--) {
    const behind = offset + widthOf(pointAt(text, offset));
    pieces.push(inserted, sliceUnits(text, offset, behind));
    offset = behind;
  }
  pieces.push(left > 0 ? inserted : sliceUnits(text, offset, end));
  return concatAll(pieces);
}
