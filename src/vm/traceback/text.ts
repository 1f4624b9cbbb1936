/** Lines, indents and columns of a traceback, counted as Python counts them: in code points. */
import { isWide } from '../../util/wide-characters.ts';

const LINE = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/gu;

/** Puts `prefix` before each line of the text, empty ones too. */
export function indent(text: string, prefix: string): string {
  if (prefix === '') return text;
  let result = '';
  for (const [line] of text.matchAll(LINE)) if (line !== '') result += prefix + line;
  return result;
}

export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Removes the white space that all lines with text begin with; blank lines become empty. */
export function dedent(text: string): string {
  const lines = text.split('\n');
  let margin: string | undefined;
  for (const line of lines) {
    if (isBlank(line)) continue;
    const own = /^[ \t]*/.exec(line)![0];
    margin = margin === undefined ? own : commonPrefix(margin, own);
  }
  const width = margin === undefined ? 0 : margin.length;
  return lines.map((line) => (isBlank(line) ? '' : line.slice(width))).join('\n');
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** The characters of a line: code points, so that indexes are Python's. */
export function charactersOf(line: string): string[] {
  return Array.from(line);
}

const encoder = new TextEncoder();

/** Index of the character at a byte of the line's UTF-8 form; one that the offset cuts counts as a character. */
export function characterOffset(line: string, byteOffset: number): number {
  let bytes = 0;
  let count = 0;
  for (const character of line) {
    if (bytes >= byteOffset) return count;
    bytes += encoder.encode(character).length;
    count++;
  }
  return count;
}

/** Columns that the first `count` characters take on a terminal. */
export function displayWidth(characters: readonly string[], count: number = characters.length): number {
  // As CPython: ASCII lines are not looked at, so an offset beyond the end stays.
  if (characters.every((character) => character < '\x80')) return count;
  let width = 0;
  for (let index = 0; index < count && index < characters.length; index++)
    width += isWide(characters[index].codePointAt(0)!) ? 2 : 1;
  return width;
}

/** Characters of white space at the start. */
export function leadingSpace(characters: readonly string[]): number {
  let count = 0;
  while (count < characters.length && isBlank(characters[count])) count++;
  return count;
}
