/** Line ends of text streams: translating them to `\n`, remembering which were seen, finding where a line ends. */
import { sliceUnits, type Text, TextBuilder, unitsOf } from '../../objspace/types/str/text.ts';
import { behindLineEnd, hasLineEnd, LONE_CARRIAGE, LONE_FEED, replaceLineEnds } from '../../util/line-ends.ts';
import { worked } from '../../util/work.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import type { Value } from '../../objspace/object.ts';

/** Bits of the line ends seen. */
export const SEEN_CR = 1;
export const SEEN_LF = 2;
export const SEEN_CRLF = 4;

const NAMES: readonly (readonly [bit: number, text: string])[] = [
  [SEEN_CR, '\r'],
  [SEEN_LF, '\n'],
  [SEEN_CRLF, '\r\n'],
];

/** The attribute `newlines`: None, one, or a tuple of several. */
export function newlinesValue(seen: number): Value {
  const names = NAMES.filter(([bit]) => (seen & bit) !== 0).map(([, text]) => text);
  if (names.length === 0) return null;
  return names.length === 1 ? names[0] : new PyTuple(names);
}

/** Which line ends the text has. */
export function seenIn(units: string): number {
  if (!units.includes('\r')) return units.includes('\n') ? SEEN_LF : 0;
  return (
    (units.includes('\r\n') ? SEEN_CRLF : 0) |
    (hasLineEnd(units, LONE_CARRIAGE) ? SEEN_CR : 0) |
    (hasLineEnd(units, LONE_FEED) ? SEEN_LF : 0)
  );
}

const ANY_END = /\r\n?/g;

/** The text with every line end as `\n`. */
export function translated(text: Text): Text {
  if (!unitsOf(text).includes('\r')) return text;
  if (typeof text === 'string') return replaceLineEnds(text, ANY_END, '\n');
  return replacedBetween(text, ANY_END, '\n');
}

/** Work of replacing one. */
const MATCH_WORK = 16;

/** Replaces matches of a pattern, keeping lone surrogates apart. */
function replacedBetween(text: Text, pattern: RegExp, replacement: string): Text {
  const builder = new TextBuilder();
  let start = 0;
  for (const match of unitsOf(text).matchAll(pattern)) {
    worked(MATCH_WORK);
    builder.append(sliceUnits(text, start, match.index));
    builder.append(replacement);
    start = match.index + match[0].length;
  }
  builder.append(sliceUnits(text, start, unitsOf(text).length));
  return builder.finish();
}

/** The text with every `\n` as `newline`. */
export function withNewlines(text: Text, newline: string): Text {
  if (newline === '\n' || !unitsOf(text).includes('\n')) return text;
  if (typeof text === 'string') return replaceLineEnds(text, /\n/g, newline);
  return replacedBetween(text, /\n/g, newline);
}

/** How lines end when they are read. */
export interface LineEnds {
  /** Line ends have become `\n` already. */
  readonly isTranslated: boolean;
  /** Any of `\n`, `\r`, `\r\n` ends a line. */
  readonly isUniversal: boolean;
  /** The line end otherwise. */
  readonly newline: string;
}

/**
 * The offset behind the first line end at or after `start`; -1 if there is none. A `\r` at the very end counts as one: the decoder
 * keeps it back while more may come.
 */
export function endOfLine(units: string, start: number, { isTranslated, isUniversal, newline }: LineEnds): number {
  if (isTranslated) return behind(units.indexOf('\n', start), 1);
  if (!isUniversal) return behind(units.indexOf(newline, start), newline.length);
  return behindLineEnd(units, start);
}

function behind(position: number, length: number): number {
  return position < 0 ? -1 : position + length;
}
