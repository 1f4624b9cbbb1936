/** Text measured as Python measures it: in code points and in UTF-8 bytes, from JavaScript's UTF-16. */
import { isGrowingAscii } from './growing-text.ts';
import { CHARACTERS, CHARACTERS_WORK, LONG_TEXT, worked } from './work.ts';

/** Units of a long text that are looked at in one go. */
const PIECE = 1 << 18;
const NON_ASCII = /[^\0-\x7f]/;
const NON_LATIN = /[^\0-\xff]/;

/** In texts up to this length looking at each unit costs less than a regular expression. */
const SHORT = 24;

export function isAscii(text: string): boolean {
  if (text.length <= SHORT) {
    for (let offset = 0; offset < text.length; offset++) if (text.charCodeAt(offset) > 127) return false;
    return true;
  }
  return text.length > LONG_TEXT ? (isGrowingAscii(text) ?? !hasInLong(text, NON_ASCII)) : !NON_ASCII.test(text);
}

/** Whether no character is beyond U+00FF. */
export function isLatin1(text: string): boolean {
  return !hasCharacter(text, NON_LATIN);
}

/** Whether a text has a character of a pattern. */
export function hasCharacter(text: string, character: RegExp): boolean {
  return text.length > LONG_TEXT ? hasInLong(text, character) : character.test(text);
}

function hasInLong(text: string, character: RegExp): boolean {
  for (let start = 0; start < text.length; start += PIECE) {
    if (character.test(text.slice(start, start + PIECE))) return true;
    worked(PIECE >> 4);
  }
  return false;
}

export function isHighSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

export function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}

/** Bytes that a code unit adds to its count of units; each half of a surrogate pair adds one. */
export function extraBytes(code: number): number {
  if (code < 0x80) return 0;
  return code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2;
}

/** Length in UTF-8 of text without lone surrogates. */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let length = end - start;
  for (let i = start; i < end; i++) {
    length += extraBytes(text.charCodeAt(i));
    if ((i & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
  }
  return length;
}

/** Number of code points in text[start:end]. */
export function countCodePoints(text: string, start = 0, end = text.length): number {
  let count = end - start;
  for (let i = start + 1; i < end; i++) {
    if (isLowSurrogate(text.charCodeAt(i)) && isHighSurrogate(text.charCodeAt(i - 1))) count--;
  }
  return count;
}

/**
 * Number of characters that the first `bytes` bytes of the UTF-8 of `line` decode to, a cut character counting as one.
 * A count past the end is one more than the characters there are: so CPython clamps the offsets of its errors.
 */
export function charactersInBytes(line: string, bytes: number): number {
  if (bytes <= 0) return bytes;
  let seen = 0;
  let characters = 0;
  for (let i = 0; i < line.length; i++) {
    if (seen >= bytes) return characters;
    const code = line.charCodeAt(i);
    const isPair = isHighSurrogate(code) && isLowSurrogate(line.charCodeAt(i + 1));
    seen += isPair ? 4 : 1 + extraBytes(code);
    if (isPair) i++;
    characters++;
  }
  return seen >= bytes ? characters : characters + 1;
}
