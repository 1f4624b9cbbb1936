/** How letters are compared without case, while a pattern is compiled. */
import { lowerAscii, simpleLower, simpleUpper, upperAscii } from '../_sre/characters.ts';
import * as Sre from '../_sre/sre-codes.ts';

/** Lowercase letters, and others with the same uppercase. */
export type ExtraCases = ReadonlyMap<number, readonly number[]>;

export interface Folding {
  lower(point: number): number;
  /** Whether the character has another case. */
  isCased(point: number): boolean;
  /** Of Unicode. */
  readonly extra: ExtraCases | null;
}

const ASCII: Folding = {
  lower: lowerAscii,
  isCased: (point) => lowerAscii(point) !== point || upperAscii(point) !== point,
  extra: null,
};

const isCasedInUnicode = (point: number): boolean => simpleLower(point) !== point || simpleUpper(point) !== point;

export const isWithoutCase = (flags: number): boolean => (flags & Sre.FLAG_IGNORECASE) !== 0;

/** What is compared without case is compared as the locale says, at run time. */
export const isByLocale = (flags: number): boolean => isWithoutCase(flags) && (flags & Sre.FLAG_LOCALE) !== 0;

/** Null where case matters, and where the locale decides. */
export function foldingOf(flags: number, extra: ExtraCases): Folding | null {
  if (!isWithoutCase(flags) || (flags & Sre.FLAG_LOCALE) !== 0) return null;
  return (flags & Sre.FLAG_UNICODE) !== 0 ? { lower: simpleLower, isCased: isCasedInUnicode, extra } : ASCII;
}
