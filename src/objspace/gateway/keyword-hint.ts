/** The end of the message about a keyword that no parameter has: the one that was probably meant. */
import { nearestName } from '../../util/edit-distance.ts';

export function unexpectedKeywordText(callee: string, keyword: string, candidates: readonly string[]): string {
  const meant = nearestName(keyword, candidates);
  const hint = meant === undefined ? '' : `. Did you mean '${meant}'?`;
  return `${callee}() got an unexpected keyword argument '${keyword}'${hint}`;
}
