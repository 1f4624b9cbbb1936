/** Texts about wrong keywords. */
import { nearestName } from '../../util/edit-distance.ts';
import { isOdd, ODD_KEYWORDS_TEXT } from './odd-keywords.ts';

/** A keyword that no parameter has; the end of the message is the one that was probably meant. */
export function unexpectedKeywordText(callee: string, keyword: string, candidates: readonly string[]): string {
  if (isOdd(keyword)) return ODD_KEYWORDS_TEXT;
  const meant = nearestName(keyword, candidates);
  const hint = meant === undefined ? '' : `. Did you mean '${meant}'?`;
  return `${callee}() got an unexpected keyword argument '${keyword}'${hint}`;
}

/** For a constructor that takes its arguments by hand, all of which have names. */
export function tooManyText(
  callee: string,
  most: number,
  args: readonly unknown[],
  keywords: readonly string[] | null,
): string {
  const kind = keywords !== null && keywords.length === args.length ? 'keyword ' : '';
  return `${callee}() takes at most ${most} ${kind}arguments (${args.length} given)`;
}
