/** Line ends in texts of any length: in pieces, between which a program can be interrupted. */
import { worked } from './work.ts';

/** Characters that are looked at in one go, and the work of it. */
const PIECE = 1 << 18;
const PIECE_WORK = PIECE >> 4;

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Each `\r` that is none of `\r\n`, each `\n` that is none, and any end. */
export const LONE_CARRIAGE = /\r(?!\n)/;
export const LONE_FEED = /(?<!\r)\n/;
const ANY_END = /[\r\n]/;

/** Where the piece from `start` on ends: not within `\r\n`. */
function endOfPiece(text: string, start: number): number {
  const end = start + PIECE;
  return text.charCodeAt(end - 1) === CARRIAGE_RETURN && text.charCodeAt(end) === LINE_FEED ? end + 1 : end;
}

/** Whether the text has a match of a pattern of line ends. */
export function hasLineEnd(text: string, pattern: RegExp): boolean {
  if (text.length <= PIECE) return pattern.test(text);
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = endOfPiece(text, start);
    if (pattern.test(text.slice(start, end))) return true;
    worked(PIECE_WORK);
  }
  return false;
}

/** The text with the matches of a global pattern of line ends replaced. */
export function replaceLineEnds(text: string, pattern: RegExp, newline: string): string {
  if (text.length <= PIECE) return text.replace(pattern, newline);
  let result = '';
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = endOfPiece(text, start);
    result += text.slice(start, end).replace(pattern, newline);
    worked(PIECE_WORK);
  }
  return result;
}

/** The text with every line end as `\n`. */
export function withPlainLines(text: string): string {
  return text.includes('\r') ? replaceLineEnds(text, /\r\n?/g, '\n') : text;
}

/** The offset behind the first line end of any kind at or after `start`; -1 if there is none. */
export function behindLineEnd(text: string, start: number): number {
  for (let from = start; from < text.length; from += PIECE) {
    const found = text.slice(from, from + PIECE).search(ANY_END);
    if (found >= 0) return from + found + (text.startsWith('\r\n', from + found) ? 2 : 1);
    if (text.length - from > PIECE) worked(PIECE_WORK);
  }
  return -1;
}
