/** The end of the message about a keyword that no parameter has: the one that was probably meant. */
import { nearestName } from '../../util/edit-distance.ts';
import { isOdd, ODD_KEYWORDS_TEXT } from './odd-keywords.ts';

export function unexpectedKeywordText(callee: string, keyword: string, candidates: readonly string[]): string {
  if (isOdd(keyword)) return ODD_KEYWORDS_TEXT;
  const meant = nearestName(keyword, candidates);
  const hint = meant === undefined ? '' : `. Did you mean '${meant}'?`;
  return `${callee}() got an unexpected keyword argument '${keyword}'${hint}`;
}
