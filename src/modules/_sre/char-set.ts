/** Sets of characters: a table for the first 256 code points, a memory for the rest of the basic plane, a test behind both. */
import { categoryTest, type CaseMode, lowerAscii, lowerOf, simpleUpper, upperAscii } from './characters.ts';
import { invalidCode } from './invalid-code.ts';
import * as Sre from './sre-codes.ts';

export type PointTest = (point: number) => boolean;

const LATIN = 256;
const BASIC = 0x10000;
const YES = 1;
const NO = 2;

/** What a set is made of. Patterns are compiled for one search, too: the table of a set must not take 256 tests. */
export interface PointSet {
  readonly has: PointTest;
  /** Writes 1 for the members below 256, and leaves the other places as they are. */
  mark(latin: Uint8Array): void;
}

export class CharSet {
  private readonly set: PointSet;
  private table: Uint8Array | null;
  private memory: Uint8Array | null;

  constructor(set: PointSet) {
    this.set = set;
    this.table = null;
    this.memory = null;
  }

  /** 1 for members; made when the set is first used. */
  get latin(): Uint8Array {
    return (this.table ??= latinOf(this.set));
  }

  has(point: number): boolean {
    return point < LATIN ? this.latin[point] !== 0 : this.hasWide(point);
  }

  private hasWide(point: number): boolean {
    if (point >= BASIC) return this.set.has(point);
    const memory = (this.memory ??= new Uint8Array(BASIC));
    if (memory[point] === 0) memory[point] = this.set.has(point) ? YES : NO;
    return memory[point] === YES;
  }
}

function latinOf(set: PointSet): Uint8Array {
  const latin = new Uint8Array(LATIN);
  set.mark(latin);
  return latin;
}

export function markAll(latin: Uint8Array, members: Uint8Array): void {
  for (let point = 0; point < LATIN; point++) latin[point] |= members[point];
}

/** The set of what passes a test. */
export function setByTest(has: PointTest): PointSet {
  return {
    has,
    mark(latin) {
      for (let point = 0; point < LATIN; point++) if (has(point)) latin[point] = 1;
    },
  };
}

export const NOTHING: PointSet = { has: () => false, mark() {} };

export function singleton(member: number): PointSet {
  return {
    has: (point) => point === member,
    mark(latin) {
      if (member < LATIN) latin[member] = 1;
    },
  };
}

export function complement(set: PointSet): PointSet {
  return {
    has: (point) => !set.has(point),
    mark(latin) {
      const members = latinOf(set);
      for (let point = 0; point < LATIN; point++) latin[point] |= members[point] ^ 1;
    },
  };
}

function union(sets: readonly PointSet[]): PointSet {
  if (sets.length === 1) return sets[0];
  return {
    has: (point) => sets.some((set) => set.has(point)),
    mark(latin) {
      for (const set of sets) set.mark(latin);
    },
  };
}

function rangeOf(first: number, last: number): PointSet {
  return {
    has: (point) => point >= first && point <= last,
    mark(latin) {
      latin.fill(1, first, last + 1);
    },
  };
}

/** Members of categories below 256, by category. */
const latinOfCategories: Uint8Array[] = [];

export function categorySet(category: number): PointSet {
  if (!(category < Sre.CATEGORIES)) throw invalidCode();
  const has = categoryTest(category);
  return {
    has,
    mark(latin) {
      markAll(latin, (latinOfCategories[category] ??= latinOf(setByTest(has))));
    },
  };
}

/** A set as it stands in the code: what passes one of the members, or what passes none. */
export interface CodeSet {
  readonly members: PointSet;
  readonly isNegated: boolean;
}

export function pointsOf({ members, isNegated }: CodeSet): PointSet {
  return isNegated ? complement(members) : members;
}

/** Reads the members from `start` to the FAILURE that ends them; `end` bounds the code. */
export function readSet(code: readonly number[], start: number, end: number): CodeSet {
  const members: PointSet[] = [];
  let isNegated = false;
  let at = start;
  while (at < end && code[at] !== Sre.FAILURE) {
    if (code[at] === Sre.NEGATE) {
      isNegated = !isNegated;
      at++;
      continue;
    }
    members.push(readMember(code, at));
    at += memberSize(code, at);
  }
  if (at >= end) throw invalidCode();
  return { members: union(members), isNegated };
}

function memberSize(code: readonly number[], at: number): number {
  switch (code[at]) {
    case Sre.RANGE:
    case Sre.RANGE_UNI_IGNORE:
      return 3;
    case Sre.CHARSET:
      return 1 + LATIN / 32;
    case Sre.BIGCHARSET:
      return 2 + LATIN / 4 + code[at + 1] * (LATIN / 32);
    default:
      return 2;
  }
}

function readMember(code: readonly number[], at: number): PointSet {
  const first = code[at + 1];
  const last = code[at + 2];
  switch (code[at]) {
    case Sre.LITERAL:
      return singleton(first);
    case Sre.RANGE:
      return rangeOf(first, last);
    case Sre.RANGE_UNI_IGNORE:
      return setByTest(
        (point) => (point >= first && point <= last) || (simpleUpper(point) >= first && simpleUpper(point) <= last),
      );
    case Sre.CATEGORY:
      return categorySet(first);
    case Sre.CHARSET:
      return smallSet(code.slice(at + 1, at + 1 + LATIN / 32));
    case Sre.BIGCHARSET:
      return bigSet(code, at);
    default:
      throw invalidCode();
  }
}

/** Marks the characters of a block, of which `bits` has 256 bits from the word `from` on. */
function markBlock(latin: Uint8Array, bits: readonly number[], from: number): void {
  for (let point = 0; point < LATIN; point++) latin[point] |= (bits[from + (point >>> 5)] >>> (point & 31)) & 1;
}

function smallSet(bits: readonly number[]): PointSet {
  return {
    has: (point) => point < LATIN && ((bits[point >>> 5] >>> (point & 31)) & 1) === 1,
    mark(latin) {
      markBlock(latin, bits, 0);
    },
  };
}

/** 256 numbers of blocks, a byte each, then the blocks of 256 bits. */
function bigSet(code: readonly number[], at: number): PointSet {
  const blocks = at + 2 + LATIN / 4;
  const words = code.slice(at + 2, blocks);
  const bits = code.slice(blocks, blocks + code[at + 1] * (LATIN / 32));
  return {
    has(point) {
      if (point >= BASIC) return false;
      const block = (words[point >>> 10] >>> ((point >>> 5) & 24)) & 0xff;
      return ((bits[block * 8 + ((point & 0xff) >>> 5)] >>> (point & 31)) & 1) === 1;
    },
    mark(latin) {
      markBlock(latin, bits, (words[0] & 0xff) * 8);
    },
  };
}

/** What is in a set where it is compared without case; in a locale a character is a member in either case. */
export function ignoringCase(set: CodeSet, mode: CaseMode): PointSet {
  if (mode === 'locale') {
    const { members, isNegated } = set;
    return setByTest((point) => (members.has(lowerAscii(point)) || members.has(upperAscii(point))) !== isNegated);
  }
  const points = pointsOf(set);
  const lower = lowerOf(mode);
  return {
    has: (point) => points.has(lower(point)),
    mark(latin) {
      const members = latinOf(points);
      // No letter below 256 has its lower case beyond.
      for (let point = 0; point < LATIN; point++) latin[point] |= members[lower(point)];
    },
  };
}
