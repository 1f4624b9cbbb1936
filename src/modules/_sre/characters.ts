/** Characters as regular expressions see them: categories and lower case, in ASCII, Unicode and the C locale (which is ASCII's). */
import { simpleLower, simpleUpper } from '../../util/unicode-case.ts';
import { ALPHANUMERIC, DECIMAL, LINE_BREAK, propertiesOf, SPACE } from '../../util/unicode-properties.ts';
import * as Sre from './sre-codes.ts';

const UNDERSCORE = 95;
const NEWLINE = 10;

export const lowerAscii = (point: number): number => (point >= 65 && point <= 90 ? point + 32 : point);
export const upperAscii = (point: number): number => (point >= 97 && point <= 122 ? point - 32 : point);

const isAsciiDigit = (point: number): boolean => point >= 48 && point <= 57;
const isAsciiSpace = (point: number): boolean => point === 32 || (point >= 9 && point <= 13);

export function isAsciiWord(point: number): boolean {
  return isAsciiDigit(point) || (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || point === UNDERSCORE;
}

export function isUnicodeWord(point: number): boolean {
  return point === UNDERSCORE || (propertiesOf(point) & ALPHANUMERIC) !== 0;
}

const has =
  (bits: number) =>
  (point: number): boolean =>
    (propertiesOf(point) & bits) !== 0;

const TESTS: Readonly<Record<number, (point: number) => boolean>> = {
  [Sre.CATEGORY_DIGIT]: isAsciiDigit,
  [Sre.CATEGORY_SPACE]: isAsciiSpace,
  [Sre.CATEGORY_WORD]: isAsciiWord,
  [Sre.CATEGORY_LINEBREAK]: (point) => point === NEWLINE,
  [Sre.CATEGORY_LOC_WORD]: isAsciiWord,
  [Sre.CATEGORY_UNI_DIGIT]: has(DECIMAL),
  [Sre.CATEGORY_UNI_SPACE]: has(SPACE),
  [Sre.CATEGORY_UNI_WORD]: isUnicodeWord,
  [Sre.CATEGORY_UNI_LINEBREAK]: has(LINE_BREAK),
};

/** The test of a category; odd ones are the negations of those before them. */
export function categoryTest(category: number): (point: number) => boolean {
  const test = TESTS[category & ~1];
  return (category & 1) === 0 ? test : (point) => !test(point);
}

/** How a character is compared without case. */
export type CaseMode = 'none' | 'ascii' | 'locale' | 'unicode';

export function lowerOf(mode: CaseMode): (point: number) => number {
  return mode === 'unicode' ? simpleLower : mode === 'none' ? (point) => point : lowerAscii;
}

export { simpleLower, simpleUpper };
