/** What a character can begin or continue, for the tokenizer: tables for ASCII, Unicode's properties for the rest. */
import { STRIDE, worked } from '../util/work.ts';
import { isInRanges, XID_CONTINUE, XID_START } from '../util/unicode-ranges.ts';

export const OTHER = 0;
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const QUOTE = 4;
export const LINE_END = 5;
export const COMMENT = 6;
export const BACKSLASH = 7;
export const OPERATOR = 8;

/** Class of each ASCII character as the first of a token. */
export const CLASS_OF: Uint8Array = new Uint8Array(128);
/** 1 for each ASCII character that can continue a name. */
export const CONTINUES_NAME: Uint8Array = new Uint8Array(128);

function assign(characters: string, characterClass: number): void {
  for (let i = 0; i < characters.length; i++) CLASS_OF[characters.charCodeAt(i)] = characterClass;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';
assign(' \t\f', SPACE);
assign(LETTERS, LETTER);
assign('0123456789', DIGIT);
assign('\'"', QUOTE);
assign('\n', LINE_END);
assign('#', COMMENT);
assign('\\', BACKSLASH);
assign('()[]{}:,;.+-*/%|&^~<>=!@', OPERATOR);
for (const character of LETTERS + '0123456789') CONTINUES_NAME[character.charCodeAt(0)] = 1;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** Can start or continue a name, or may be a non-ASCII character that does. */
export function canContinueName(code: number): boolean {
  return code >= 128 || CONTINUES_NAME[code] === 1;
}

/** Index in UTF-16 of the first character that makes `name` no identifier; -1 if it is one. */
/** Work of looking a character up. */
const POINT_WORK = 4;

export function firstInvalidInName(name: string): number {
  for (let i = 0, steps = 1; i < name.length; steps++) {
    if ((steps & (STRIDE - 1)) === 0) worked(STRIDE * POINT_WORK);
    const point = name.codePointAt(i)!;
    const isValid = point === 95 || isInRanges(i === 0 ? XID_START() : XID_CONTINUE(), point);
    if (!isValid) return i;
    i += point > 0xffff ? 2 : 1;
  }
  return -1;
}
