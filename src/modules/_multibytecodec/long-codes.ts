/** Codes of more than three bytes: of GB 18030 for all of Unicode, and of KS X 1001 for the syllables that have none, by their letters. */
import type { ByteSink } from '../../objspace/codecs/byte-sink.ts';
import type { PointSink } from '../../objspace/codecs/point-sink.ts';
import { type FourByteRanges, readFourByteRanges } from './unpack.ts';

// ── GB 18030 ───────────────────────────────────────────────────────────────────────────────────────────────────────

const FOUR = 4;
const BASIC_PLANE = 0x10000;
const LAST_POINT = 0x10ffff;
/** The number of 90 30 81 30, where the other planes begin. */
const OTHER_PLANES = 189000;

let ranges: FourByteRanges | undefined;

/** How many of the sorted numbers are not above `value`, less one. */
function rangeOf(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function decodeFour(data: Uint8Array, at: number, sink: PointSink): number {
  if (at + 3 >= data.length) return 0;
  const [first, second, third, last] = data.subarray(at, at + FOUR);
  if (first < 0x81 || first > 0xfe || third < 0x81 || third > 0xfe || last < 0x30 || last > 0x39) return -1;
  const point = pointOf(((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + last - 0x30);
  if (point < 0) return -1;
  sink.push(point);
  return FOUR;
}

function pointOf(number: number): number {
  if (number >= OTHER_PLANES) {
    const point = number - OTHER_PLANES + BASIC_PLANE;
    return point <= LAST_POINT ? point : -1;
  }
  ranges ??= readFourByteRanges();
  const index = rangeOf(ranges.numbers, number);
  const point = ranges.points[index] + number - ranges.numbers[index];
  return point < BASIC_PLANE ? point : -1;
}

/** Whatever has no code of two bytes, and is no surrogate. */
export function encodeFour(point: number, sink: ByteSink): number {
  if (point >= 0xd800 && point < 0xe000) return -1;
  ranges ??= readFourByteRanges();
  const index = rangeOf(ranges.points, point);
  let number =
    point >= BASIC_PLANE ? point - BASIC_PLANE + OTHER_PLANES : ranges.numbers[index] + point - ranges.points[index];
  const last = number % 10;
  number = Math.floor(number / 10);
  const third = number % 126;
  number = Math.floor(number / 126);
  sink.push(0x81 + Math.floor(number / 10));
  sink.push(0x30 + (number % 10));
  sink.push(0x81 + third);
  sink.push(0x30 + last);
  return 1;
}

// ── KS X 1001 ──────────────────────────────────────────────────────────────────────────────────────────────────────

const EIGHT = 8;
const FILLER = 0xd4;
const ROW = 0xa4;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** The cells of the letters, in the order of the syllables that begin and end with them; no letter at the end is the filler. */
const INITIALS = [
  0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
];
const FIRST_VOWEL = 0xbf;
const VOWELS = 21;
const FINALS = [
  FILLER,
  ...[0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5],
  ...[0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe],
];

export function decodeHangul(data: Uint8Array, at: number, sink: PointSink): number {
  if (at + EIGHT > data.length) return 0;
  if (data[at + 2] !== ROW || data[at + 4] !== ROW || data[at + 6] !== ROW) return -1;
  const initial = INITIALS.indexOf(data[at + 3]);
  const vowel = data[at + 5] - FIRST_VOWEL;
  const final = FINALS.indexOf(data[at + 7]);
  if (initial < 0 || vowel < 0 || vowel >= VOWELS || final < 0) return -1;
  sink.push(FIRST_SYLLABLE + (initial * VOWELS + vowel) * FINALS.length + final);
  return EIGHT;
}

export function encodeHangul(point: number, sink: ByteSink): number {
  if (point < FIRST_SYLLABLE || point > LAST_SYLLABLE) return -1;
  const number = point - FIRST_SYLLABLE;
  const medial = Math.floor(number / FINALS.length);
  const cells = [
    FILLER,
    INITIALS[Math.floor(medial / VOWELS)],
    FIRST_VOWEL + (medial % VOWELS),
    FINALS[number % FINALS.length],
  ];
  for (const cell of cells) {
    sink.push(ROW);
    sink.push(cell);
  }
  return 1;
}
