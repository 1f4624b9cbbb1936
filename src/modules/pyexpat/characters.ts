/** Characters and names of XML 1.0: each is looked for at a place of the text. */
import { isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { IN_NAME, STARTS_NAME, wideNameKind } from './name-characters.ts';

/** Neither ends text nor the value of an attribute, nor has to become something else in it. */
export const IN_TEXT = 4;
export const IN_CDATA = 8;
export const IN_VALUE = 16;
/** Text, and the ends of lines that are told as they stand. */
const IN_RUN = 64;
/** Any character of a document. */
const IS_CHARACTER = 32;

const KINDS = tableOfKinds();

function tableOfKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  const add = (characters: string, kind: number): void => {
    for (let index = 0; index < characters.length; index++) kinds[characters.charCodeAt(index)] |= kind;
  };
  const remove = (characters: string, kind: number): void => {
    for (let index = 0; index < characters.length; index++) kinds[characters.charCodeAt(index)] &= ~kind;
  };
  kinds.fill(IS_CHARACTER | IN_TEXT | IN_RUN | IN_CDATA | IN_VALUE, 32);
  add('\t\n\r', IS_CHARACTER | IN_TEXT | IN_RUN | IN_CDATA | IN_VALUE);
  remove('<&\r\n]', IN_TEXT);
  remove('<&\r]', IN_RUN);
  remove('\r\n]', IN_CDATA);
  remove('<&"\'\t\r\n', IN_VALUE);
  add('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:', STARTS_NAME | IN_NAME);
  add('0123456789-.', IN_NAME);
  return kinds;
}

/** The place behind all characters from `at` on that are of the kind, and those beyond ASCII that a document may contain. */
export function endOfKind(text: string, at: number, end: number, kind: number): number {
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit < 128 ? (KINDS[unit] & kind) === 0 : unit >= 0xd800 && !isWideCharacter(text, next, unit)) return next;
  }
  return end;
}

/** Whether the code unit, from the surrogates on, is part of a character that a document may contain. */
function isWideCharacter(text: string, at: number, unit: number): boolean {
  if (unit < 0xdc00) return isLowSurrogate(text.charCodeAt(at + 1));
  if (unit < 0xe000) return at > 0 && isHighSurrogate(text.charCodeAt(at - 1));
  return unit < 0xfffe;
}

/** The end of the name that begins at the place: the place itself if none does. */
export function endOfName(text: string, at: number): number {
  if (at >= text.length || (nameKind(text.charCodeAt(at)) & STARTS_NAME) === 0) return at;
  return endOfToken(text, at + 1);
}

/** Likewise of a token of the characters of names. */
function endOfToken(text: string, at: number): number {
  let next = at;
  while (next < text.length && (nameKind(text.charCodeAt(next)) & IN_NAME) !== 0) next++;
  return next;
}

export const nameKind = (unit: number): number => (unit < 128 ? KINDS[unit] : wideNameKind(unit));

// ── The same of code units in an array, which ends with what is of no kind; surrogates are of none ─────────────────

function endOfCodes(codes: Uint16Array, at: number, kind: number, limit: number): number {
  for (let next = at; next < limit; next++) {
    const unit = codes[next];
    if (unit < 128 ? (KINDS[unit] & kind) === 0 : unit >= 0xd800 && !isWidePlain(unit)) return next;
  }
  return limit;
}

const isWidePlain = (unit: number): boolean => unit >= 0xe000 && unit < 0xfffe;

export const endOfTextCodes = (codes: Uint16Array, at: number): number => endOfCodes(codes, at, IN_TEXT, codes.length);
export const endOfRunCodes = (codes: Uint16Array, at: number, limit: number): number =>
  endOfCodes(codes, at, IN_RUN, limit);
export const endOfValueCodes = (codes: Uint16Array, at: number): number =>
  endOfCodes(codes, at, IN_VALUE, codes.length);

export function endOfSpaceCodes(codes: Uint16Array, at: number): number {
  let next = at;
  while (isSpace(codes[next])) next++;
  return next;
}

// ── Parts of markup ──────────────────────────────────────────────────────────────────────────────────────────────

export function endOfSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** The name at the place; '' if there is none. */
export const nameAt = (text: string, at: number): string => text.slice(at, endOfName(text, at));
export const nameTokenAt = (text: string, at: number): string => text.slice(at, endOfToken(text, at));
export const spaceAt = (text: string, at: number): number => endOfSpace(text, at) - at;

/** The place of the first character between the two that may not be there; -1 if all may. */
export function invalidCharacter(text: string, start: number, end: number): number {
  const limit = Math.min(end, text.length);
  const found = endOfKind(text, start, limit, IS_CHARACTER);
  return found >= limit ? -1 : found;
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
