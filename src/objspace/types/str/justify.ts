/** Padding of texts: center, ljust, rjust, zfill, expandtabs. Sizes have been checked against MAX_TEXT_LENGTH by the caller or here. */
import { error } from '../../exception.ts';
import { concatAll, MAX_TEXT_LENGTH, PyStr, sliceUnits, splitsOf, type Text, TextBuilder, unitsOf } from './text.ts';
import { CHARACTERS, worked } from '../../../util/work.ts';

/** Refuses a length that no text has. */
export function checkLength(length: number): void {
  if (length > MAX_TEXT_LENGTH) throw error('MemoryError');
}

/** `fill` is one character. */
export function padText(text: Text, left: number, right: number, fill: Text): Text {
  if (left <= 0 && right <= 0) return text;
  const before = Math.max(left, 0);
  const behind = Math.max(right, 0);
  checkLength((before + behind) * unitsOf(fill).length + unitsOf(text).length);
  if (before + behind >= CHARACTERS) worked((before + behind) >> 4);
  if (typeof text === 'string' && typeof fill === 'string') return fill.repeat(before) + text + fill.repeat(behind);
  if (unitsOf(fill).length === 2) return padWithPairs(text, before, behind, unitsOf(fill));
  return concatAll([repeatCharacter(fill, before), text, repeatCharacter(fill, behind)]);
}

/** A pair of surrogates makes no other pair with what it meets: nobody has to look into what the engine keeps in pieces. */
function padWithPairs(text: Text, before: number, behind: number, pair: string): Text {
  const splits = splitsOf(text).map((split) => split + 2 * before);
  return new PyStr(pair.repeat(before) + unitsOf(text) + pair.repeat(behind), splits, false);
}

export function repeatCharacter(fill: Text, count: number): Text {
  if (typeof fill === 'string') return fill.repeat(count);
  return count === 0 ? '' : new PyStr(fill.text.repeat(count), undefined, false);
}

/** The odd character goes to the left where the width is odd too, as in CPython. */
export function centerText(text: Text, width: number, fill: Text): Text {
  const padding = width - text.length;
  if (padding <= 0) return text;
  checkLength(width);
  const left = (padding >> 1) + (padding & width & 1);
  return padText(text, left, padding - left, fill);
}

/** Zeros go behind the sign. */
export function zeroFillText(text: Text, width: number): Text {
  const padding = width - text.length;
  if (padding <= 0) return text;
  checkLength(width);
  const units = unitsOf(text);
  if (units[0] !== '+' && units[0] !== '-') return padText(text, padding, 0, '0');
  const rest = sliceUnits(text, 1, units.length);
  // Engines concatenate lazily, but they join at once.
  if (typeof rest === 'string') return units[0] + '0'.repeat(padding) + rest;
  return concatAll([units[0], '0'.repeat(padding), rest]);
}

/** Columns count from the last line end; a tab size of 0 or less removes the tabs. */
export function expandTabs(text: Text, size: number): Text {
  const units = unitsOf(text);
  if (!units.includes('\t')) return text;
  const builder = new TextBuilder();
  let start = 0;
  let column = 0;
  let total = 0;
  for (let offset = 0; offset < units.length; offset++) {
    if ((offset & 0x3fff) === 0x3fff) worked(0x4000);
    const unit = units.charCodeAt(offset);
    if (unit === 10 || unit === 13) column = 0;
    else if (unit !== 9) column += typeof text !== 'string' && text.widthAt(offset) === 2 ? 0 : 1;
    if (unit !== 9) continue;
    const spaces = size > 0 ? size - (column % size) : 0;
    total += spaces + offset - start;
    checkLength(total);
    builder.append(sliceUnits(text, start, offset));
    builder.append(' '.repeat(spaces));
    column += spaces;
    start = offset + 1;
  }
  builder.append(sliceUnits(text, start, units.length));
  return builder.finish();
}
