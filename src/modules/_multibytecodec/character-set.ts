/**
 * Character sets of East Asia whose codes stand for themselves: a byte, two bytes of which the first tells that there are two, and the few
 * that are longer (long-codes.ts). Codes for two characters are those of JIS X 0213 and of HKSCS.
 */
import type { PointSink } from '../../objspace/codecs/point-sink.ts';
import type { ByteSink } from '../../objspace/codecs/byte-sink.ts';
import { decodeFour, decodeHangul, encodeFour, encodeHangul } from './long-codes.ts';
import { packedSet, type PackedSet, readKeys, readTable } from './unpack.ts';

/** What decoding answers where there is no character; how many bytes are illegal is told by a number below 0. */
export const INCOMPLETE = 0;
/** What encoding answers. */
export const NOT_ENCODED = -1;
export const UNDECIDED = 0;

/** By first byte: what else than a character it is. */
const LEADS = -1;
const ILLEGAL = -2;
/** `two` has these for pairs, less their number. */
const FIRST_PAIR = -1;
/** First of three bytes in EUC. */
const THREE = 0x8f;
const NUL = -1;
const CODES = 0x10000;
/** JIS X 0213 of 2000 does not have what it got in 2004: both bytes are illegal. */
const LATER = 0x80000000 | 0;

const sets = new Map<string, CharacterSet>();

export function characterSet(name: string): CharacterSet {
  let set = sets.get(name);
  if (set === undefined) sets.set(name, (set = new CharacterSet(name)));
  return set;
}

export class CharacterSet {
  readonly name: string;
  private readonly packed: PackedSet;
  /** By byte: a character, LEADS, or ILLEGAL. */
  private readonly first: Int32Array;
  /** Characters of codes of two bytes, and of those behind THREE, whose second byte is 128 less; 0 for none. */
  private readonly two: Int32Array;
  /** The code of a character; made when the first one is encoded. */
  private codes: Map<number, number> | undefined;
  private readonly pairs: (readonly [code: number, first: number, second: number])[];
  /** Codes of pairs, by their first and second character. */
  private readonly followers: Map<number, Map<number, number>>;
  private readonly hasThree: boolean;
  private readonly hasFour: boolean;
  private readonly hasHangul: boolean;

  constructor(name: string) {
    this.name = name;
    this.packed = packedSet(name);
    this.hasThree = name.startsWith('euc_j');
    this.hasFour = name === 'gb18030';
    this.hasHangul = name === 'euc_kr';
    this.first = firstBytes(this.packed.firstBytes);
    this.two = this.startFromBases();
    readKeys(this.packed.dropped, (code) => {
      this.two[code] = name.endsWith('x0213') ? LATER : 0;
    });
    readTable(this.packed.given, (code, point) => {
      this.two[code] = point;
    });
    this.pairs = [];
    this.followers = new Map();
    for (const pair of this.packed.pairs === '' ? [] : this.packed.pairs.split(',')) this.addPair(pair);
  }

  private startFromBases(): Int32Array {
    const two = new Int32Array(CODES);
    for (const name of this.packed.bases) {
      const base = characterSet(name);
      const isMoved = this.hasThree && !base.hasThree;
      for (let code = 0; code < CODES; code++) {
        const point = base.two[code];
        if (point <= 0) continue;
        const own = isMoved ? movedToEuc(code) : code;
        if (own >= 0) two[own] = point;
      }
    }
    return two;
  }

  private addPair(text: string): void {
    const [code, first, second] = text.split(':').map((part) => Number.parseInt(part, 16));
    this.two[code] = FIRST_PAIR - this.pairs.length;
    this.pairs.push([code, first, second]);
    let seconds = this.followers.get(first);
    if (seconds === undefined) this.followers.set(first, (seconds = new Map()));
    seconds.set(second, code);
  }

  // ── Decoding ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes what stands at `at`; answers how many bytes that is, INCOMPLETE, or below 0 how many are illegal. */
  decodeAt(data: Uint8Array, at: number, sink: PointSink): number {
    const kind = this.first[data[at]];
    if (kind >= 0) {
      sink.push(kind);
      return 1;
    }
    if (kind === ILLEGAL) return -1;
    if (at + 1 >= data.length) return INCOMPLETE;
    if (this.hasThree && data[at] === THREE) return this.decodeThree(data, at, sink);
    const second = data[at + 1];
    if (this.hasFour && second >= 0x30 && second < 0x3a) return decodeFour(data, at, sink);
    const code = (data[at] << 8) | second;
    if (this.hasHangul && code === 0xa4d4) return decodeHangul(data, at, sink);
    // In EUC the second byte of two has its high bit: codes without it are those of three bytes.
    if (this.hasThree && second < 0x80) return -1;
    return this.pushCode(code, sink) ? 2 : this.two[code] === LATER ? -2 : -1;
  }

  private decodeThree(data: Uint8Array, at: number, sink: PointSink): number {
    if (at + 2 >= data.length) return INCOMPLETE;
    const last = data[at + 2];
    return last >= 0x80 && this.pushCode((data[at + 1] << 8) | (last & 0x7f), sink) ? 3 : -1;
  }

  private pushCode(code: number, sink: PointSink): boolean {
    const point = this.two[code];
    if (point > 0) {
      sink.push(point);
      return true;
    }
    if (point === 0 || point === LATER) return false;
    const [, first, second] = this.pairs[FIRST_PAIR - point];
    sink.push(first);
    sink.push(second);
    return true;
  }

  // ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Writes the code of the character at `at`, or of it and the next one; answers how many characters that is, NOT_ENCODED, or UNDECIDED if
   * the next one, which is not there yet, decides.
   */
  encodeAt(points: Uint32Array, at: number, isFinal: boolean, sink: ByteSink): number {
    const point = points[at];
    const seconds = this.followers.get(point);
    if (seconds !== undefined) {
      if (at + 1 === points.length && !isFinal) return UNDECIDED;
      const code = seconds.get(points[at + 1]);
      if (code !== undefined) return this.write(code, 2, sink);
    }
    this.codes ??= this.reversed();
    const code = this.codes.get(point);
    if (code !== undefined) return this.write(code, 1, sink);
    if (this.hasFour) return encodeFour(point, sink);
    return this.hasHangul ? encodeHangul(point, sink) : NOT_ENCODED;
  }

  private write(code: number, count: number, sink: ByteSink): number {
    if (code > 0xff) {
      const isThree = this.hasThree && (code & 0x80) === 0;
      if (isThree) sink.push(THREE);
      sink.push(code >> 8);
      sink.push(isThree ? code | 0x80 : code & 0xff);
    } else sink.push(Math.max(code, 0));
    return count;
  }

  /** The lowest code of each character, with what is otherwise; those of three bytes come last. */
  private reversed(): Map<number, number> {
    const codes = new Map<number, number>();
    const add = (point: number, code: number): void => {
      if (!codes.has(point)) codes.set(point, code);
    };
    this.first.forEach((point, byte) => {
      if (point >= 0) add(point, byte);
    });
    for (const isThree of this.hasThree ? [false, true] : [false])
      this.two.forEach((point, code) => {
        if (point > 0 && (!this.hasThree || ((code & 0x80) === 0) === isThree)) add(point, code);
      });
    readTable(this.packed.other, (point, code) => {
      if (code === 0) codes.delete(point);
      else codes.set(point, code === NUL ? 0 : code);
    });
    return codes;
  }
}

function firstBytes(packed: string): Int32Array {
  const kinds = new Int32Array(256);
  let byte = 0;
  for (const part of packed.split(' ')) {
    const [kind, count] = part.split('*');
    for (let left = count === undefined ? 1 : Number(count); left > 0; left--) {
      kinds[byte] = kind === '=' ? byte : kind === '-' ? ILLEGAL : kind === '2' ? LEADS : Number.parseInt(kind, 16);
      byte++;
    }
  }
  return kinds;
}

/** The code in EUC of one in Shift JIS, which has two rows in one; -1 for those of the second plane, which are elsewhere. */
function movedToEuc(code: number): number {
  const first = code >> 8;
  const second = code & 0xff;
  if (first >= 0xf0) return -1;
  const row = 2 * (first - (first < 0xa0 ? 0x81 : 0xc1));
  const cell = second - (second < 0x80 ? 0x40 : 0x41);
  return ((row + Math.floor(cell / 94) + 0xa1) << 8) | ((cell % 94) + 0xa1);
}
