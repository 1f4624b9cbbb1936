/**
 * Keyword arguments whose names are no str, as in `f(**{1: 2})`. Most callees refuse them, some after other checks, a few take them.
 *
 * Among the names of a call's keywords such a key is an `OddKeyword`: an object where all others are primitive strings. It equals no name,
 * so that no parameter gets it; who takes any keyword refuses it, or asks for its key.
 */
import { error } from '../exception.ts';
import type { Value } from '../object.ts';
import { strOfName } from '../types/str/text.ts';

/** No subclass of String: once there is one, V8 makes all operations on strings slower. */
class OddKeyword {
  readonly key: Value;

  constructor(key: Value) {
    this.key = key;
  }

  toString(): string {
    return '?';
  }
}

export const ODD_KEYWORDS_TEXT = 'keywords must be strings';

/** Whether there has ever been one: most programs need not look for them. */
export const oddKeywords = { wereMade: false };

export function oddKeyword(key: Value): string {
  oddKeywords.wereMade = true;
  return new OddKeyword(key) as unknown as string;
}

export function isOdd(keyword: string): boolean {
  return typeof keyword !== 'string';
}

export function hasOdd(keywords: readonly string[]): boolean {
  if (!oddKeywords.wereMade) return false;
  for (const keyword of keywords) if (isOdd(keyword)) return true;
  return false;
}

/** What the mapping had as the keyword's name. */
export function keyOfKeyword(keyword: string): Value {
  return isOdd(keyword) ? (keyword as unknown as OddKeyword).key : strOfName(keyword);
}

/** For callees that take any keyword whose name is a str. */
export function refuseOdd(keyword: string): void {
  if (isOdd(keyword)) throw error('TypeError', ODD_KEYWORDS_TEXT);
}
