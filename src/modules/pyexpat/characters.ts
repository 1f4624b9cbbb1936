/** Characters and names of XML 1.0 as sticky expressions: each is tried at a place of the text. */

const NAME_START =
  ':A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME_REST = `${NAME_START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040`;

const NAME = new RegExp(`[${NAME_START}][${NAME_REST}]*`, 'uy');
const NAME_TOKEN = new RegExp(`[${NAME_REST}]+`, 'uy');
const SPACE = /[ \t\r\n]*/y;
/** A character that no document contains. */
const INVALID = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The name at the place; '' if there is none. */
export const nameAt = (text: string, at: number): string => matchAt(NAME, text, at);
export const nameTokenAt = (text: string, at: number): string => matchAt(NAME_TOKEN, text, at);
export const spaceAt = (text: string, at: number): number => matchAt(SPACE, text, at).length;

/** The place of the first character between the two that may not be there; -1 if all may. */
export function invalidCharacter(text: string, start: number, end: number): number {
  INVALID.lastIndex = start;
  const found = INVALID.exec(text);
  return found === null || found.index >= end ? -1 : found.index;
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The character of a reference `#38` or `#x26`; `undefined` if there is none. */
export function referencedCharacter(body: string): string | undefined {
  const found = /^#(?:(\d+)|x([0-9a-fA-F]+))$/.exec(body);
  if (found === null) return undefined;
  const digits = (found[1] ?? found[2]).replace(/^0+/, '');
  if (digits.length > 7) return undefined;
  const point = found[1] === undefined ? Number.parseInt(digits, 16) : Number(digits);
  if (!(point > 0 && point <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(point);
  return invalidCharacter(character, 0, character.length) < 0 ? character : undefined;
}

export const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
