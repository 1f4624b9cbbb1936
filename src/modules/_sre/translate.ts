/**
 * Translates the code of Lib/re/_compiler.py into the matcher's instructions (program.ts). Refuses what that compiler would not make.
 *
 * What is gained: one kind of test for single characters, texts compared at once, alternatives and repetitions that know what must come
 * first or next, and repetitions that give nothing back where giving back could never help.
 */
import { worked } from '../../util/work.ts';
import type { CaseMode } from './characters.ts';
import {
  categorySet,
  CharSet,
  complement,
  ignoringCase,
  NOTHING,
  pointsOf,
  type PointSet,
  readSet,
  singleton,
} from './char-set.ts';
import { firstTests, improve, isNullable, setOf, type Test } from './analyse.ts';
import { invalidCode } from './invalid-code.ts';
import * as Op from './program.ts';
import { Program } from './program.ts';
import * as Sre from './sre-codes.ts';

/** Case modes by number, as GROUP_IGNORE names them. */
export const CASE_MODES: readonly CaseMode[] = ['none', 'ascii', 'locale', 'unicode'];

/** Of the operations that come in four: plain, ASCII, locale, Unicode. */
function caseMode(op: number): number {
  if (op >= Sre.GROUPREF_UNI_IGNORE) return 3;
  if (op >= Sre.GROUPREF_LOC_IGNORE) return 2;
  return op >= Sre.GROUPREF_IGNORE ? 1 : 0;
}

/** The least information about a jump that is filled in later. */
type Hole = number;

/** Work of translating an operation. */
const OPERATION_WORK = 8;

const NEWLINE = 10;
const MAX_POINT = 0x10ffff;

class Translator {
  private readonly code: readonly number[];
  private readonly words: number[];
  private readonly sets: CharSet[];
  private readonly groups: number;
  private registers: number;
  private branches: number;
  /** Start of the TEXT that literals are appended to; -1 where a jump may lead. */
  private openText: number;
  private minWidth: number;
  private prefix: readonly number[];
  private first: CharSet | null;

  constructor(code: readonly number[], groups: number) {
    this.code = code;
    this.words = [];
    this.sets = [];
    this.groups = groups;
    this.registers = groups * 2 + 1;
    this.branches = 0;
    this.openText = -1;
    this.minWidth = 0;
    this.prefix = [];
    this.first = null;
  }

  run(): Program {
    const { code } = this;
    const start = code[0] === Sre.INFO ? this.information() : 0;
    const end = this.block(start, code.length);
    if (code[end] !== Sre.SUCCESS || end !== code.length - 1) throw invalidCode();
    this.emit(Op.MATCH);
    improve(this.words, this.sets);
    if (this.prefix.length === 0) this.first ??= setOf(firstTests(this.words, 0, false), this.sets);
    return new Program(this.words, this.sets, this.groups, this.registers, this.minWidth, this.prefix, this.first);
  }

  private emit(...words: number[]): number {
    const at = this.words.length;
    this.words.push(...words);
    this.openText = -1;
    return at;
  }

  /** The block that describes the whole: skip, flags, least and largest width, then a prefix or a set. */
  private information(): number {
    const { code } = this;
    const end = 1 + this.word(1);
    if (end > code.length || end < 5) throw invalidCode();
    this.minWidth = Math.min(this.word(3), Op.UNBOUNDED);
    if ((code[2] & Sre.INFO_PREFIX) !== 0) {
      this.prefix = code.slice(7, 7 + this.word(5));
      if (7 + code[5] > end || this.prefix.some((point) => point > MAX_POINT)) throw invalidCode();
    } else if ((code[2] & Sre.INFO_CHARSET) !== 0) {
      this.first = new CharSet(pointsOf(readSet(code, 5, end)));
    }
    return end;
  }

  private word(at: number): number {
    const word = this.code[at];
    if (word === undefined) throw invalidCode();
    return word;
  }

  /** Where the word at `at` leads: it counts from its own place. */
  private target(at: number, end: number): number {
    const target = at + this.word(at);
    if (target > end || target <= at) throw invalidCode();
    return target;
  }

  /** Translates operations up to `end`, or to the SUCCESS, UNTIL or JUMP that ends a block; gives its place. */
  private block(start: number, end: number): number {
    let at = start;
    while (at < end) {
      worked(OPERATION_WORK);
      const next = this.operation(at, end);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  /** Translates one operation and gives the place of the next one; -1 if it ends a block. */
  private operation(at: number, end: number): number {
    const op = this.code[at];
    switch (op) {
      case Sre.SUCCESS:
      case Sre.MAX_UNTIL:
      case Sre.MIN_UNTIL:
      case Sre.JUMP:
        return -1;
      case Sre.FAILURE:
        this.emit(Op.FAIL);
        return at + 1;
      case Sre.MARK:
        if (this.word(at + 1) >= this.groups * 2) throw invalidCode();
        this.emit(Op.MARK, this.code[at + 1]);
        return at + 2;
      case Sre.AT:
        if (this.word(at + 1) > Sre.AT_UNI_NON_BOUNDARY) throw invalidCode();
        this.emit(Op.AT, this.code[at + 1]);
        return at + 2;
      case Sre.BRANCH:
        return this.branch(at, end);
      case Sre.REPEAT:
        return this.repeat(at, end);
      case Sre.REPEAT_ONE:
      case Sre.MIN_REPEAT_ONE:
      case Sre.POSSESSIVE_REPEAT_ONE:
        return this.repeatOne(at, end);
      case Sre.POSSESSIVE_REPEAT:
        return this.possessiveRepeat(at, end);
      case Sre.ATOMIC_GROUP:
        this.emit(Op.ATOMIC);
        return this.closed(at + 2, this.target(at + 1, end), Op.ATOMIC_END);
      case Sre.ASSERT:
      case Sre.ASSERT_NOT:
        return this.assertion(at, end);
      case Sre.GROUPREF_EXISTS:
        return this.conditional(at, end);
      case Sre.GROUPREF:
      case Sre.GROUPREF_IGNORE:
      case Sre.GROUPREF_LOC_IGNORE:
      case Sre.GROUPREF_UNI_IGNORE:
        this.reference(op, this.word(at + 1));
        return at + 2;
      default:
        return this.single(at, end);
    }
  }

  private group(number: number): number {
    if (number >= this.groups) throw invalidCode();
    return number;
  }

  private reference(op: number, number: number): void {
    const mode = caseMode(op);
    if (mode === 0) this.emit(Op.GROUP, this.group(number));
    else this.emit(Op.GROUP_IGNORE, this.group(number), mode);
  }

  /** A single character: literals are gathered into texts. */
  private single(at: number, end: number): number {
    const test = this.test(at, end);
    if (test.kind === Op.CHAR) this.literal(test.argument);
    else this.emit(Op.TEST, test.kind, test.argument);
    return at + this.testSize(at);
  }

  private literal(point: number): void {
    const text = this.openText;
    if (text < 0) {
      const begun = this.emit(Op.TEXT, 1, point);
      this.openText = begun;
      return;
    }
    this.words[text + 1]++;
    this.words.push(point);
  }

  private testSize(at: number): number {
    switch (this.code[at]) {
      case Sre.FAILURE:
      case Sre.ANY:
      case Sre.ANY_ALL:
        return 1;
      case Sre.IN:
      case Sre.IN_IGNORE:
      case Sre.IN_LOC_IGNORE:
      case Sre.IN_UNI_IGNORE:
        return 1 + this.word(at + 1);
      default:
        return 2;
    }
  }

  /** The test that an operation on a single character is. */
  private test(at: number, end: number): Test {
    const op = this.code[at];
    switch (op) {
      case Sre.FAILURE:
        return this.setTest(NOTHING);
      case Sre.ANY:
        return { kind: Op.NOT_CHAR, argument: NEWLINE };
      case Sre.ANY_ALL:
        return { kind: Op.ALL, argument: 0 };
      case Sre.LITERAL:
        return { kind: Op.CHAR, argument: this.word(at + 1) };
      case Sre.NOT_LITERAL:
        return { kind: Op.NOT_CHAR, argument: this.word(at + 1) };
      case Sre.CATEGORY:
        return this.setTest(categorySet(this.word(at + 1)));
      case Sre.IN:
      case Sre.IN_IGNORE:
      case Sre.IN_LOC_IGNORE:
      case Sre.IN_UNI_IGNORE: {
        const set = readSet(this.code, at + 2, this.target(at + 1, end));
        return this.setTest(op === Sre.IN ? pointsOf(set) : ignoringCase(set, CASE_MODES[caseMode(op)]));
      }
      default:
        return this.ignoringTest(op, this.word(at + 1));
    }
  }

  private ignoringTest(op: number, point: number): Test {
    const isLiteral = op === Sre.LITERAL_IGNORE || op === Sre.LITERAL_LOC_IGNORE || op === Sre.LITERAL_UNI_IGNORE;
    const isNot =
      op === Sre.NOT_LITERAL_IGNORE || op === Sre.NOT_LITERAL_LOC_IGNORE || op === Sre.NOT_LITERAL_UNI_IGNORE;
    if (!isLiteral && !isNot) throw invalidCode();
    const matches = ignoringCase({ members: singleton(point), isNegated: false }, CASE_MODES[caseMode(op)]);
    return this.setTest(isNot ? complement(matches) : matches);
  }

  private setTest(set: PointSet): Test {
    this.sets.push(new CharSet(set));
    return { kind: Op.SET, argument: this.sets.length - 1 };
  }

  /** Alternatives: each is a block with a skip before it and a jump to the end behind it. */
  private branch(at: number, end: number): number {
    const { code } = this;
    const starts: number[] = [];
    let skip = at + 1;
    while (this.word(skip) !== 0) {
      starts.push(skip + 1);
      skip = this.target(skip, end);
    }
    const head = this.emit(Op.BRANCH, starts.length, this.branches++);
    for (let index = 0; index < starts.length; index++) this.words.push(0, -1, 0);
    const holes: Hole[] = [];
    for (const [index, start] of starts.entries()) {
      this.openText = -1;
      this.words[head + 3 + index * 3] = this.words.length;
      const stop = starts[index + 1] === undefined ? skip : starts[index + 1] - 1;
      const jump = this.block(start, stop);
      if (code[jump] !== Sre.JUMP || jump !== stop - 2) throw invalidCode();
      if (index < starts.length - 1) holes.push(this.emit(Op.JUMP, 0) + 1);
    }
    this.land(holes);
    return skip + 1;
  }

  /** Jumps lead to here. */
  private land(holes: readonly Hole[]): void {
    for (const hole of holes) this.words[hole] = this.words.length;
    this.openText = -1;
  }

  private bounds(at: number): { min: number; max: number } {
    const min = this.word(at);
    const max = this.word(at + 1);
    if (min > max) throw invalidCode();
    return { min: Math.min(min, Op.UNBOUNDED), max: Math.min(max, Op.UNBOUNDED) };
  }

  private newRegisters(): number {
    this.registers += 2;
    return this.registers - 2;
  }

  /** skip min max item SUCCESS */
  private repeatOne(at: number, end: number): number {
    const next = this.target(at + 1, end);
    const { min, max } = this.bounds(at + 2);
    const op = this.code[at];
    const test = this.test(at + 4, next);
    if (this.code[next - 1] !== Sre.SUCCESS || at + 4 + this.testSize(at + 4) !== next - 1) throw invalidCode();
    if (op === Sre.POSSESSIVE_REPEAT_ONE) this.emit(Op.POSSESSIVE, test.kind, test.argument, min, max);
    else this.emit(op === Sre.REPEAT_ONE ? Op.GREEDY : Op.LAZY, test.kind, test.argument, min, max, -1);
    return next;
  }

  /** skip min max body UNTIL: LOOP jumps to the UNTIL, which goes to the body or on. */
  private repeat(at: number, end: number): number {
    const until = this.target(at + 1, end);
    const { min, max } = this.bounds(at + 2);
    const registers = this.newRegisters();
    const loop = this.emit(Op.LOOP, registers, 0);
    const body = this.words.length;
    const stop = this.block(at + 4, until);
    const op = this.word(until);
    if (stop !== until || (op !== Sre.MAX_UNTIL && op !== Sre.MIN_UNTIL)) throw invalidCode();
    const isSimple =
      op === Sre.MAX_UNTIL && min <= 1 && max === Op.UNBOUNDED && !isNullable(this.words, body, this.words.length);
    if (isSimple) {
      // What is never empty needs no counting: with at least one iteration the body comes first, else the choice.
      this.words[loop] = Op.SKIP;
      this.words[loop + 2] = min === 1 ? body : this.words.length;
      this.emit(Op.STAR, body, -1, -1);
      return until + 1;
    }
    this.words[loop + 2] = this.words.length;
    this.emit(op === Sre.MAX_UNTIL ? Op.MAX_UNTIL : Op.MIN_UNTIL, registers, min, max, body);
    return until + 1;
  }

  /** skip min max body SUCCESS */
  private possessiveRepeat(at: number, end: number): number {
    const stop = this.target(at + 1, end);
    const { min, max } = this.bounds(at + 2);
    const registers = this.newRegisters();
    const begin = this.emit(Op.LOOP, registers, this.words.length + 3);
    const head = this.emit(Op.POSSESSIVE_LOOP, registers, min, max, 0);
    if (this.block(at + 4, stop) !== stop || this.code[stop] !== Sre.SUCCESS) throw invalidCode();
    this.emit(Op.POSSESSIVE_END, registers, head);
    this.words[begin + 2] = head;
    this.land([head + 4]);
    return stop + 1;
  }

  /** A block that SUCCESS ends, right before `next`. */
  private closed(start: number, next: number, endOp: number): number {
    if (this.block(start, next) !== next - 1 || this.code[next - 1] !== Sre.SUCCESS) throw invalidCode();
    this.emit(endOp);
    return next;
  }

  private assertion(at: number, end: number): number {
    const next = this.target(at + 1, end);
    const back = this.word(at + 2);
    if (this.code[at] === Sre.ASSERT) {
      const look = this.emit(Op.LOOK, back, 0);
      this.closed(at + 3, next, Op.LOOK_END);
      this.land([look + 2]);
      return next;
    }
    const head = this.emit(Op.LOOK_NOT, back, 0);
    this.closed(at + 3, next, Op.LOOK_NOT_END);
    this.land([head + 2]);
    return next;
  }

  /** group skip yes [JUMP skip no] */
  private conditional(at: number, end: number): number {
    const head = this.emit(Op.IF_GROUP, this.group(this.word(at + 1)), 0);
    const otherwise = this.target(at + 2, end + 1) - 1;
    const stop = this.block(at + 3, otherwise);
    if (stop === otherwise) {
      this.land([head + 2]);
      return otherwise;
    }
    if (this.code[stop] !== Sre.JUMP || stop !== otherwise - 2) throw invalidCode();
    const jump = this.emit(Op.JUMP, 0);
    this.land([head + 2]);
    const next = this.target(stop + 1, end);
    if (this.block(otherwise, next) !== next) throw invalidCode();
    this.land([jump + 1]);
    return next;
  }
}

export function translate(code: readonly number[], groups: number): Program {
  return new Translator(code, groups).run();
}
