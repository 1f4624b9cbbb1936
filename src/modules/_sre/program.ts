/**
 * The matcher's own instructions, into which the code of Lib/re/_compiler.py is translated (translate.ts).
 *
 * An instruction is an opcode and its operands, all 32-bit words. A "test" is two words, a kind and its argument: all single characters
 * are one of four kinds, since comparing without case is a matter of how a set is made.
 */
import type { CharSet } from './char-set.ts';
import type { HostPattern } from './host-pattern.ts';
import { AT_BEGINNING, AT_BEGINNING_LINE, AT_BEGINNING_STRING } from './sre-codes.ts';

// Kinds of tests.
export const CHAR = 0;
export const NOT_CHAR = 1;
export const ALL = 2;
export const SET = 3;

// Instructions. `kind argument` is a test.
export const FAIL = 0;
/** The end of the pattern. */
export const MATCH = 1;
/** kind argument */
export const TEST = 2;
/** code points that follow each other: count, point ... */
export const TEXT = 3;
/** position code (sre-codes.ts) */
export const AT = 4;
/** register */
export const MARK = 5;
/** number of alternatives, number of the BRANCH, then for each: target, and the test of its first character (kind -1: none) */
export const BRANCH = 6;
/** target */
export const JUMP = 7;
/** kind argument min max following: as many characters as possible, giving back. `following` is the literal that must follow, or -1. */
export const GREEDY = 8;
/** kind argument min max following: as few characters as possible. */
export const LAZY = 9;
/** kind argument min max: as many as possible, giving nothing back. */
export const POSSESSIVE = 10;
/** registers (a count and the place where the last iteration began), until: begins a repetition */
export const LOOP = 11;
/** registers min max body: as many iterations as possible */
export const MAX_UNTIL = 12;
/** registers min max body: as few iterations as possible */
export const MIN_UNTIL = 13;
/** begins a part that is not gone back into once it matched */
export const ATOMIC = 14;
export const ATOMIC_END = 15;
/** how far back, target behind it: begins what must match here */
export const LOOK = 16;
export const LOOK_END = 17;
/** how far back, target: begins what must not match here */
export const LOOK_NOT = 18;
export const LOOK_NOT_END = 19;
/** registers min max exit: begins an iteration that gives nothing back */
export const POSSESSIVE_LOOP = 20;
/** registers target */
export const POSSESSIVE_END = 21;
/** group */
export const GROUP = 22;
/** group, number of the case mode (CASE_MODES) */
export const GROUP_IGNORE = 23;
/** group, target if it is not set */
export const IF_GROUP = 24;

/** body, set, set: any number of iterations of a block that is never empty, as many as possible. The sets are those of what can begin an
 * iteration and of what can follow; -1 where that is not known. */
export const STAR = 25;

/** unused, target: a jump in the place of a LOOP */
export const SKIP = 26;

/** No upper bound. */
export const UNBOUNDED = 0x7fffffff;

/** More of a prefix is not looked for. */
const MAX_PREFIX = 64;

export class Program {
  readonly words: Int32Array;
  readonly sets: readonly CharSet[];
  readonly groups: number;
  /** Two per group, the number of the last group closed, two per repetition. */
  readonly registers: number;
  /** Least number of characters of a match. */
  readonly minWidth: number;
  /** Literal text with which every match begins, as code points. */
  readonly prefix: readonly number[];
  /** The prefix as JS text. */
  readonly prefixText: string;
  /** What the first character of every match is in; `null` if that is not known. */
  readonly first: CharSet | null;
  /** Whether a match can only begin at the beginning of the text. */
  readonly isAnchored: boolean;
  /** Whether a match can only begin at the beginning of a line. */
  readonly isLineAnchored: boolean;
  /** For each BRANCH how often it was met, then its table: where the search for the next possible alternative leads, by alternative and character. */
  readonly tables: (Uint8Array | number | undefined)[];
  /** Registers of a search that is over, for the next one. */
  spareRegisters: Int32Array | null;
  /** Searches so far, and the program as the host's own engine runs it: `undefined` while that is not worth it, null if it cannot. */
  uses: number;
  host: HostPattern | null | undefined;

  constructor(
    words: number[],
    sets: readonly CharSet[],
    groups: number,
    registers: number,
    minWidth: number,
    prefix: readonly number[],
    first: CharSet | null,
  ) {
    this.words = Int32Array.from(words);
    this.sets = sets;
    this.groups = groups;
    this.registers = registers;
    this.minWidth = minWidth;
    this.prefix = prefix;
    this.prefixText = String.fromCodePoint(...prefix.slice(0, MAX_PREFIX));
    this.first = first;
    const place = words[0] === AT ? words[1] : -1;
    this.isAnchored = place === AT_BEGINNING || place === AT_BEGINNING_STRING;
    this.tables = [];
    this.spareRegisters = null;
    this.uses = 0;
    this.host = undefined;
    this.isLineAnchored = place === AT_BEGINNING_LINE;
  }
}
