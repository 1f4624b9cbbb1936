/** Sets of characters: a table for the first 256 code points, a memory for the rest of the basic plane, a test behind both. */
import { categoryTest, type CaseMode, lowerAscii, lowerOf, simpleUpper, upperAscii } from './characters.ts';
import { invalidCode } from './invalid-code.ts';
import * as Sre from './sre-codes.ts';

export type PointTest = (point: number) => boolean;

const LATIN = 256;
const BASIC = 0x10000;
const YES = 1;
const NO = 2;

export class CharSet {
  private readonly test: PointTest;
  private table: Uint8Array | null;
  private memory: Uint8Array | null;

  constructor(test: PointTest) {
    this.test = test;
    this.table = null;
    this.memory = null;
  }

  /** 1 for members; made when the set is first used. */
  get latin(): Uint8Array {
    if (this.table !== null) return this.table;
    const table = new Uint8Array(LATIN);
    for (let point = 0; point < LATIN; point++) table[point] = this.test(point) ? 1 : 0;
    return (this.table = table);
  }

  has(point: number): boolean {
    return point < LATIN ? this.latin[point] !== 0 : this.hasWide(point);
  }

  private hasWide(point: number): boolean {
    if (point >= BASIC) return this.test(point);
    const memory = (this.memory ??= new Uint8Array(BASIC));
    if (memory[point] === 0) memory[point] = this.test(point) ? YES : NO;
    return memory[point] === YES;
  }
}

/** One member of a set in the code. */
type Member = PointTest;

/** A set as it stands in the code: what passes one of the members, or what passes none. */
export interface CodeSet {
  readonly isMember: PointTest;
  readonly isNegated: boolean;
}

export function testOf({ isMember, isNegated }: CodeSet): PointTest {
  return isNegated ? (point) => !isMember(point) : isMember;
}

/** Reads the members from `start` to the FAILURE that ends them; `end` bounds the code. */
export function readSet(code: readonly number[], start: number, end: number): CodeSet {
  const members: Member[] = [];
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
  return { isMember: (point) => members.some((member) => member(point)), isNegated };
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

function readMember(code: readonly number[], at: number): Member {
  const first = code[at + 1];
  const last = code[at + 2];
  switch (code[at]) {
    case Sre.LITERAL:
      return (point) => point === first;
    case Sre.RANGE:
      return (point) => point >= first && point <= last;
    case Sre.RANGE_UNI_IGNORE:
      return (point) =>
        (point >= first && point <= last) || (simpleUpper(point) >= first && simpleUpper(point) <= last);
    case Sre.CATEGORY:
      if (!(first < Sre.CATEGORIES)) throw invalidCode();
      return categoryTest(first);
    case Sre.CHARSET: {
      const bits = code.slice(at + 1, at + 1 + LATIN / 32);
      return (point) => point < LATIN && ((bits[point >>> 5] >>> (point & 31)) & 1) === 1;
    }
    case Sre.BIGCHARSET:
      return bigSet(code, at);
    default:
      throw invalidCode();
  }
}

/** 256 numbers of blocks, a byte each, then the blocks of 256 bits. */
function bigSet(code: readonly number[], at: number): Member {
  const blocks = at + 2 + LATIN / 4;
  const words = code.slice(at + 2, blocks);
  const bits = code.slice(blocks, blocks + code[at + 1] * (LATIN / 32));
  return (point) => {
    if (point >= BASIC) return false;
    const block = (words[point >>> 10] >>> ((point >>> 5) & 24)) & 0xff;
    return ((bits[block * 8 + ((point & 0xff) >>> 5)] >>> (point & 31)) & 1) === 1;
  };
}

/** The test of a set that is compared without case; in a locale a character is a member in either case. */
export function ignoringCase(set: CodeSet, mode: CaseMode): PointTest {
  if (mode !== 'locale') {
    const test = testOf(set);
    const lower = lowerOf(mode);
    return (point) => test(lower(point));
  }
  const { isMember, isNegated } = set;
  return (point) => (isMember(lowerAscii(point)) || isMember(upperAscii(point))) !== isNegated;
}
