/** How far two names are apart, as CPython counts it to suggest one for the other; on the bytes of their UTF-8 form. */

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_LENGTH = 40;
const MAX_CANDIDATES = 750;

const encoder = new TextEncoder();

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function substitutionCost(a: number, b: number): number {
  if (a === b) return 0;
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

/** The parts of two names between their common beginning and end. */
function trimmed(a: Uint8Array, b: Uint8Array): [Uint8Array, Uint8Array] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.subarray(start, a.length - end), b.subarray(start, b.length - end)];
}

/** The distance, or anything above `most` if it is greater. */
function distance(left: Uint8Array, right: Uint8Array, most: number): number {
  let [a, b] = trimmed(left, right);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > most) return most + 1;
  return matrix(a, b, most);
}

/** The Levenshtein matrix, one row at a time. */
function matrix(a: Uint8Array, b: Uint8Array, most: number): number {
  const row = Array.from(a, (_byte, index) => (index + 1) * MOVE_COST);
  let result = 0;
  for (let index = 0; index < b.length; index++) {
    let diagonal = index * MOVE_COST;
    result = diagonal;
    let minimum = Number.MAX_SAFE_INTEGER;
    for (let column = 0; column < a.length; column++) {
      const substitute = diagonal + substitutionCost(b[index], a[column]);
      diagonal = row[column];
      result = Math.min(Math.min(result, diagonal) + MOVE_COST, substitute);
      row[column] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > most) return most + 1;
  }
  return result;
}

/** The candidate nearest to `name`, if one is near enough. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= MAX_CANDIDATES) return undefined;
  const wanted = encoder.encode(name);
  let best: string | undefined;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const bytes = encoder.encode(candidate);
    const allowed = Math.floor(((bytes.length + wanted.length + 3) * MOVE_COST) / 6);
    const most = Math.min(allowed, bestDistance - 1);
    const found = distance(wanted, bytes, most);
    if (found > most || found >= bestDistance) continue;
    best = candidate;
    bestDistance = found;
  }
  return best;
}
