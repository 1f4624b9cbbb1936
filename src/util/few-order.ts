/**
 * Stable orders of few doubles, by a merge sort without calls: a general sort asks a function for each comparison, which costs several times as
 * much as comparing two numbers. It works in memory that is there already: nothing else runs in between.
 */

/** So many keys are ordered here. */
export const MOST_FEW = 256;
/** Runs of so many keys are made by insertion. */
const RUN = 16;

const GIVEN = new Float64Array(MOST_FEW);
const KEYS = new Float64Array(MOST_FEW);
const SPARE_KEYS = new Float64Array(MOST_FEW);
const PLACES = new Int32Array(MOST_FEW);
const SPARE_PLACES = new Int32Array(MOST_FEW);

/** Sets a key of the next order. */
export function setKey(at: number, key: number): void {
  GIVEN[at] = key;
}

/** Whether keys that have been set are the same. */
export function areKeysEqual(first: number, second: number): boolean {
  return GIVEN[first] === GIVEN[second];
}

/** The places of the first `count` keys, of which none is NaN, in ascending order. */
export function orderKeys(count: number): number[] {
  for (let start = 0; start < count; start += RUN) sortRun(start, Math.min(start + RUN, count));
  let isSpare = false;
  for (let width = RUN; width < count; width *= 2) {
    if (isSpare) mergeAll(SPARE_KEYS, SPARE_PLACES, width, count, KEYS, PLACES);
    else mergeAll(KEYS, PLACES, width, count, SPARE_KEYS, SPARE_PLACES);
    isSpare = !isSpare;
  }
  const places = isSpare ? SPARE_PLACES : PLACES;
  const order: number[] = [];
  for (let at = 0; at < count; at++) order.push(places[at]);
  return order;
}

function sortRun(start: number, end: number): void {
  for (let next = start; next < end; next++) {
    const key = GIVEN[next];
    let at = next;
    for (; at > start && key < KEYS[at - 1]; at--) {
      KEYS[at] = KEYS[at - 1];
      PLACES[at] = PLACES[at - 1];
    }
    KEYS[at] = key;
    PLACES[at] = next;
  }
}

/** Merges all pairs of runs of a width into other memory. */
function mergeAll(
  keys: Float64Array,
  places: Int32Array,
  width: number,
  count: number,
  toKeys: Float64Array,
  toPlaces: Int32Array,
): void {
  for (let start = 0; start < count; start += 2 * width) {
    const middle = Math.min(start + width, count);
    const end = Math.min(middle + width, count);
    let left = start;
    let right = middle;
    for (let at = start; at < end; at++) {
      const from = left < middle && (right >= end || keys[left] <= keys[right]) ? left++ : right++;
      toKeys[at] = keys[from];
      toPlaces[at] = places[from];
    }
  }
}
