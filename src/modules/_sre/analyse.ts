/**
 * What is known of a program before it runs: what a part can begin with, whether it can be empty. From that repetitions and alternatives
 * learn which ways are not worth trying.
 *
 * Everything here is an upper bound: a set may be larger than what is really possible, never smaller.
 */
import { worked } from '../../util/work.ts';
import { CharSet, complement, markAll, singleton } from './char-set.ts';
import * as Op from './program.ts';

export interface Test {
  readonly kind: number;
  readonly argument: number;
}

/** What can begin a part is not followed further than this. */
const MAX_TESTS = 64;
const MAX_STEPS = 256;
/** Work of a step on the way. */
const STEP_WORK = 8;

/** In place of the literal that follows a repetition: giving back cannot help. */
export const GIVES_NOTHING_BACK = -2;

/** Words of an instruction. */
export function sizeOf(words: { readonly [index: number]: number }, at: number): number {
  switch (words[at]) {
    case Op.TEXT:
      return 2 + words[at + 1];
    case Op.BRANCH:
      return 3 + 3 * words[at + 1];
    case Op.GREEDY:
    case Op.LAZY:
      return 6;
    case Op.POSSESSIVE:
    case Op.MAX_UNTIL:
    case Op.MIN_UNTIL:
    case Op.POSSESSIVE_LOOP:
      return 5;
    case Op.STAR:
      return 4;
    case Op.TEST:
    case Op.LOOP:
    case Op.SKIP:
    case Op.LOOK:
    case Op.LOOK_NOT:
    case Op.POSSESSIVE_END:
    case Op.GROUP_IGNORE:
    case Op.IF_GROUP:
      return 3;
    case Op.AT:
    case Op.MARK:
    case Op.JUMP:
    case Op.GROUP:
      return 2;
    default:
      return 1;
  }
}

/** Whether a test accepts a character. */
export function accepts(kind: number, argument: number, point: number, sets: readonly CharSet[]): boolean {
  switch (kind) {
    case Op.CHAR:
      return point === argument;
    case Op.NOT_CHAR:
      return point !== argument;
    case Op.SET:
      return sets[argument].has(point);
    default:
      return true;
  }
}

/** Where an instruction that takes no character leads; `undefined` if it takes one, or more must be known. */
function successors(words: readonly number[], at: number): readonly number[] | undefined {
  switch (words[at]) {
    case Op.FAIL:
      return [];
    case Op.MARK:
    case Op.AT:
      return [at + 2];
    case Op.ATOMIC:
    case Op.ATOMIC_END:
      return [at + 1];
    case Op.JUMP:
      return [words[at + 1]];
    case Op.LOOP:
    case Op.SKIP:
    case Op.POSSESSIVE_END:
      return [words[at + 2]];
    case Op.BRANCH:
      return Array.from({ length: words[at + 1] }, (_, index) => words[at + 3 + index * 3]);
    case Op.MAX_UNTIL:
    case Op.MIN_UNTIL:
      return [words[at + 4], at + 5];
    case Op.STAR:
      return [words[at + 1], at + 4];
    case Op.POSSESSIVE_LOOP:
      return [at + 5, words[at + 4]];
    case Op.LOOK:
    case Op.LOOK_NOT:
      return [words[at + 2]];
    case Op.IF_GROUP:
      return [at + 3, words[at + 2]];
    default:
      return undefined;
  }
}

/**
 * The tests one of which the next character must pass from `start` on; `null` if there may be no next character.
 *
 * What is chosen within a part that gives nothing back must not depend on what stands behind it: `isWithin` stops at the end of such a part.
 */
export function firstTests(words: readonly number[], start: number, isWithin: boolean): Test[] | null {
  const tests: Test[] = [];
  const pending = [start];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    // Long ways are not worth knowing: looking for them from every place would take the square of the pattern's length.
    if (tests.length > MAX_TESTS || seen.size > MAX_STEPS) return null;
    seen.add(at);
    worked(STEP_WORK);
    if (isWithin && (words[at] === Op.ATOMIC_END || words[at] === Op.POSSESSIVE_END)) return null;
    const next = successors(words, at);
    if (next !== undefined) {
      pending.push(...next);
      continue;
    }
    const test = testOf(words, at);
    if (test === undefined) return null;
    tests.push(test);
    const isRepeat = words[at] === Op.GREEDY || words[at] === Op.LAZY || words[at] === Op.POSSESSIVE;
    if (isRepeat && words[at + 3] === 0) pending.push(at + sizeOf(words, at));
  }
  return tests;
}

function testOf(words: readonly number[], at: number): Test | undefined {
  switch (words[at]) {
    case Op.TEXT:
      return { kind: Op.CHAR, argument: words[at + 2] };
    case Op.TEST:
    case Op.GREEDY:
    case Op.LAZY:
    case Op.POSSESSIVE:
      return { kind: words[at + 1], argument: words[at + 2] };
    default:
      return undefined;
  }
}

/** Whether a way leads from `start` to `end` without taking a character. */
export function isNullable(words: readonly number[], start: number, end: number): boolean {
  const pending = [start];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === end) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    const next = successors(words, at);
    if (next !== undefined) pending.push(...next);
    else if (words[at] === Op.GROUP || words[at] === Op.GROUP_IGNORE) pending.push(at + sizeOf(words, at));
    else if (words[at] !== Op.TEST && words[at] !== Op.TEXT && words[at + 3] === 0)
      pending.push(at + sizeOf(words, at));
  }
  return false;
}

/** The set of all characters that pass one of the tests; `null` if that says nothing. */
export function setOf(tests: readonly Test[] | null, sets: readonly CharSet[]): CharSet | null {
  if (tests === null || tests.some((test) => test.kind === Op.ALL)) return null;
  if (tests.length === 1 && tests[0].kind === Op.SET) return sets[tests[0].argument];
  return new CharSet({
    has: (point) => tests.some(({ kind, argument }) => accepts(kind, argument, point, sets)),
    mark(latin) {
      for (const test of tests) markTest(latin, test, sets);
    },
  });
}

/** Marks what passes a test that not all pass. */
function markTest(latin: Uint8Array, { kind, argument }: Test, sets: readonly CharSet[]): void {
  if (kind === Op.SET) markAll(latin, sets[argument].latin);
  else if (kind === Op.CHAR) singleton(argument).mark(latin);
  else complement(singleton(argument)).mark(latin);
}

function addSet(tests: readonly Test[] | null, sets: CharSet[]): number {
  const set = setOf(tests, sets);
  if (set === null) return -1;
  const known = sets.indexOf(set);
  return known >= 0 ? known : sets.push(set) - 1;
}

/** Tells repetitions and alternatives what must come first or next. */
export function improve(words: number[], sets: CharSet[]): void {
  for (let at = 0; at < words.length; at += sizeOf(words, at)) {
    switch (words[at]) {
      case Op.BRANCH:
        improveBranch(words, at, sets);
        break;
      case Op.GREEDY:
      case Op.LAZY:
        improveRepeat(words, at, sets);
        break;
      case Op.STAR:
        words[at + 2] = addSet(firstTests(words, words[at + 1], true), sets);
        words[at + 3] = addSet(firstTests(words, at + 4, true), sets);
    }
  }
}

function improveBranch(words: number[], at: number, sets: CharSet[]): void {
  for (let entry = at + 3; entry < at + 3 + words[at + 1] * 3; entry += 3) {
    const tests = firstTests(words, words[entry], true);
    if (tests !== null && tests.length === 1) {
      words[entry + 1] = tests[0].kind;
      words[entry + 2] = tests[0].argument;
      continue;
    }
    const set = addSet(tests, sets);
    words[entry + 1] = set < 0 ? -1 : Op.SET;
    words[entry + 2] = set;
  }
}

function improveRepeat(words: number[], at: number, sets: readonly CharSet[]): void {
  const following = firstTests(words, at + 6, true);
  if (following === null) return;
  if (words[at] === Op.GREEDY && following.every((test) => excludes(words, at, test, sets)))
    words[at + 5] = GIVES_NOTHING_BACK;
  else if (following.length === 1 && following[0].kind === Op.CHAR) words[at + 5] = following[0].argument;
}

/** Whether no character passes both the test of a repetition and that of what follows. */
function excludes(words: readonly number[], at: number, following: Test, sets: readonly CharSet[]): boolean {
  const kind = words[at + 1];
  const argument = words[at + 2];
  if (following.kind === Op.CHAR) return !accepts(kind, argument, following.argument, sets);
  return kind === Op.CHAR && following.kind !== Op.ALL && !accepts(following.kind, following.argument, argument, sets);
}
