/** Unicode's decimal digits and spaces as ASCII, which is how Python reads numbers in text. */
import { isAscii } from './code-points.ts';
import { decimalValue } from './unicode-properties.ts';
import { CHARACTERS, CHARACTERS_WORK, LONG_TEXT, STRIDE, worked } from './work.ts';

const SPACE = /[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Digits and spaces beyond ASCII become ASCII ones, all other characters beyond ASCII '?', which no number contains. */
export function asciiNumeral(text: string): string {
  if (isAscii(text)) return text;
  let result = '';
  let count = 0;
  for (const character of text) {
    if ((++count & (STRIDE - 1)) === 0) worked(STRIDE);
    const point = character.codePointAt(0)!;
    if (point < 128) result += character;
    else if (SPACE.test(character)) result += ' ';
    else {
      const value = decimalValue(point);
      result += value < 0 ? '?' : String(value);
    }
  }
  return result;
}

/** The text without the ASCII white space around it. */
export function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) {
    start++;
    if ((start & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) {
    end--;
    if ((end & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function withoutMany(text: string): string {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += LONG_TEXT) {
    pieces.push(text.slice(start, start + LONG_TEXT).replaceAll('_', ''));
    worked(LONG_TEXT >> 1);
  }
  return pieces.join('');
}

/** The text without its underscores. */
export function withoutAny(text: string): string {
  return text.length <= LONG_TEXT ? text.replaceAll('_', '') : withoutMany(text);
}

/** Whether each underscore stands between two digits. */
function areBetweenDigits(text: string): boolean {
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    worked(2);
    if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A text without underscores, if each stands between two decimal digits; `undefined` otherwise. */
export function withoutUnderscoresBetween(text: string): string | undefined {
  if (!text.includes('_')) return text;
  if (!areBetweenDigits(text)) return undefined;
  return withoutAny(text);
}

/** The digits without underscores, if each stands between two digits; `undefined` otherwise. */
export function withoutUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text;
  if (text.startsWith('_') || text.endsWith('_') || text.includes('__')) return undefined;
  return withoutAny(text);
}
