/** Words alike, as `difflib.get_close_matches` finds them: the share of characters in common runs (Ratcliff and Obershelp). */

/** Characters of `a` and `b` in their longest common run, and in the runs on either side of it. */
function matchingCharacters(a: string, b: string): number {
  let length = 0;
  let startA = 0;
  let startB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let k = 0;
      while (i + k < a.length && j + k < b.length && a[i + k] === b[j + k]) k++;
      if (k > length) [length, startA, startB] = [k, i, j];
    }
  }
  if (length === 0) return 0;
  const before = matchingCharacters(a.slice(0, startA), b.slice(0, startB));
  return length + before + matchingCharacters(a.slice(startA + length), b.slice(startB + length));
}

export function closeMatches(word: string, candidates: readonly string[], count: number, cutoff: number): string[] {
  const scored: { score: number; candidate: string }[] = [];
  for (const candidate of candidates) {
    const score = (2 * matchingCharacters(candidate, word)) / (candidate.length + word.length);
    if (score >= cutoff) scored.push({ score, candidate });
  }
  scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? 1 : -1));
  return scored.slice(0, count).map(({ candidate }) => candidate);
}
