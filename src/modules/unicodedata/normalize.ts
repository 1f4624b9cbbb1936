/** Normal forms of Unicode (UAX 15): decomposition, canonical order, composition. */
import { type CharacterDatabase, decompositions, oldDecompositions } from './database.ts';
import { worked } from '../../util/work.ts';

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

// Hangul syllables are computed.
const FIRST_SYLLABLE = 0xac00;
const FIRST_LEAD = 0x1100;
const FIRST_VOWEL = 0x1161;
/** One before the first: no tail. */
const NO_TAIL = 0x11a7;
const LEADS = 19;
const VOWELS = 21;
const TAILS = 28;
const SYLLABLES = LEADS * VOWELS * TAILS;

/** The parts of a Hangul syllable, `undefined` for other characters. */
export function hangulParts(point: number): number[] | undefined {
  const index = point - FIRST_SYLLABLE;
  if (index < 0 || index >= SYLLABLES) return undefined;
  const parts = [FIRST_LEAD + Math.floor(index / (VOWELS * TAILS)), FIRST_VOWEL + (Math.floor(index / TAILS) % VOWELS)];
  if (index % TAILS !== 0) parts.push(NO_TAIL + (index % TAILS));
  return parts;
}

function decomposePoint(database: CharacterDatabase, point: number, isCompatible: boolean, into: number[]): void {
  const hangul = hangulParts(point);
  if (hangul !== undefined) {
    into.push(...hangul);
    return;
  }
  const corrected = database.isOld ? oldDecompositions().get(point) : undefined;
  const step = point < 0xa0 ? undefined : database.decomposition(point);
  if (corrected !== undefined) into.push(corrected);
  else if (step === undefined || (step.tag !== '' && !isCompatible)) into.push(point);
  else for (const part of step.points) decomposePoint(database, part, isCompatible, into);
}

/** Runs from this length on are sorted by counting, in pieces that can be interrupted; classes are below 256. */
const LONG_RUN = 1 << 10;

function sortedByClass(run: number[], classOf: (point: number) => number): number[] {
  if (run.length < LONG_RUN) return run.sort((a, b) => classOf(a) - classOf(b));
  const buckets: number[][] = [];
  for (const point of run) {
    worked(4);
    const combining = classOf(point);
    buckets[combining] ??= [];
    buckets[combining].push(point);
  }
  const sorted: number[] = [];
  for (const bucket of buckets)
    for (const point of bucket ?? []) {
      worked(1);
      sorted.push(point);
    }
  return sorted;
}

/** Sorts runs of marks by their combining classes; equal ones keep their order. */
function order(points: number[], classOf: (point: number) => number): void {
  for (let start = 0; start < points.length; ) {
    worked(4);
    if (classOf(points[start]) === 0) {
      start++;
      continue;
    }
    let end = start + 1;
    for (; end < points.length && classOf(points[end]) !== 0; end++) worked(2);
    if (end - start > 1) {
      const run = sortedByClass(points.slice(start, end), classOf);
      for (let at = start; at < end; at++) points[at] = run[at - start];
    }
    start = end;
  }
}

let compositions: Map<number, number> | undefined;

const pairKey = (first: number, second: number): number => first * 0x110000 + second;

function compositionTable(): Map<number, number> {
  if (compositions !== undefined) return compositions;
  compositions = new Map();
  for (const [point, { isComposed, points }] of decompositions()) {
    if (isComposed && points.length === 2) compositions.set(pairKey(points[0], points[1]), point);
  }
  return compositions;
}

/** The character that two make together; `undefined` if they make none. */
function composePair(first: number, second: number): number | undefined {
  const lead = first - FIRST_LEAD;
  const vowel = second - FIRST_VOWEL;
  if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS)
    return FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS;
  const index = first - FIRST_SYLLABLE;
  const tail = second - NO_TAIL;
  if (index >= 0 && index < SYLLABLES && index % TAILS === 0 && tail > 0 && tail < TAILS) return first + tail;
  return compositionTable().get(pairKey(first, second));
}

/** Composes in place, and shortens the array to what is left. */
function compose(points: number[], classOf: (point: number) => number): void {
  let length = 0;
  let starter = -1;
  /** Combining class of what was kept last behind the starter; 0 directly behind it, -1 if a second starter stands between. */
  let lastClass = 0;
  for (const point of points) {
    worked(4);
    const combining = classOf(point);
    const isReachable = starter >= 0 && (length === starter + 1 || (lastClass !== 0 && lastClass < combining));
    const composed = isReachable ? composePair(points[starter], point) : undefined;
    if (composed !== undefined) {
      points[starter] = composed;
      continue;
    }
    if (combining === 0) starter = length;
    lastClass = combining;
    points[length++] = point;
  }
  points.length = length;
}

export function normalizePoints(database: CharacterDatabase, form: NormalForm, text: Uint32Array): number[] {
  const isCompatible = form === 'NFKC' || form === 'NFKD';
  const points: number[] = [];
  for (const point of text) {
    worked(8);
    decomposePoint(database, point, isCompatible, points);
  }
  const classes = new Map<number, number>();
  const classOf = (point: number): number => {
    if (point < 0x300) return 0;
    let combining = classes.get(point);
    if (combining === undefined) {
      combining = database.record(point).combining;
      classes.set(point, combining);
    }
    return combining;
  };
  order(points, classOf);
  if (form === 'NFC' || form === 'NFKC') compose(points, classOf);
  return points;
}
