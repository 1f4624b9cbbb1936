/**
 * Runs a program (program.ts) on a subject, by backtracking over a stack of its own: nothing recurses. `run` is one switch over all
 * instructions, and so longer than functions are elsewhere.
 *
 * The stack holds what to do when the current way fails, each entry with its kind on top:
 *
 *   RESUME  instruction, position          go on there
 *   CHOICE  index, instruction, position   try the alternatives of a BRANCH from that index on
 *   GREEDY  instruction, least, position   a repetition of one character goes on from a smaller position
 *   LAZY    instruction, position, most    a repetition of one character takes one more
 *   BODY    instruction, position          a lazy repetition of a block takes one more iteration
 *   UNDO    register, value                a register gets its old value back
 *   UNMARK  mark, value, last group        a mark and the number of the last group get their old values back
 *   FENCE   outer fence, position, resume  the end of a part that is matched on its own: fails, or goes on at `resume` if that is >= 0
 *
 * Registers hold the groups' marks, the number of the last group closed and the counters of repetitions. Whoever changes one while the stack
 * is not empty pushes an UNDO first: so whatever way the matcher goes back, the registers are what they were there.
 */
import { EXIT, type Exit } from '../../objspace/object.ts';
import { raise } from '../../objspace/exception.ts';
import { safepoint } from '../../interpreter/safepoint.ts';
import { state } from '../../objspace/state.ts';
import { isAsciiWord, isUnicodeWord, lowerOf } from './characters.ts';
import { accepts, GIVES_NOTHING_BACK } from './analyse.ts';
import * as Op from './program.ts';
import type { Program } from './program.ts';
import * as Sre from './sre-codes.ts';
import type { Subject } from './subject.ts';
import { CASE_MODES } from './translate.ts';
import { allocating, worked } from '../../util/work.ts';

const RESUME = 0;
const GREEDY = 1;
const LAZY = 2;
const BODY = 3;
const UNDO = 4;
const FENCE = 5;
const CHOICE = 6;
const UNMARK = 7;

/** Most words that one instruction pushes. */
const HEADROOM = 32;
/** Entries beyond this are MemoryError: about half a gigabyte. */
const MAX_STACK = 1 << 27;
const FIRST_STACK = 256;
/** A larger stack is given up after use. */
const LARGEST_SPARE = 1 << 16;
const NO_STACK = new Int32Array(0);
/** The stack of the last match, for the next one. */
let spareStack: Int32Array | null = null;
/** A BRANCH that is met so often is worth a table. */
const MET_OFTEN = 64;
/** Ways gone back between two looks at signals and limits. */
const STEPS = 50_000;

/** Characters that are passed between two reports, a power of two, and the work of them. */
const WINDOW = 1 << 16;
const WINDOW_MASK = WINDOW - 1;
const WINDOW_WORK = 1 << 14;

export class Matcher {
  readonly program: Program;
  readonly subject: Subject;
  /** Where the subject ends for this search. */
  readonly end: number;
  readonly registers: Int32Array;
  /** Where the last match ended. */
  position: number;
  private readonly text: string;
  private readonly array: Uint8Array | Uint32Array | null;
  private stack: Int32Array;
  private top: number;
  private fence: number;
  private steps: number;
  /** Whether no register has been set. */
  private isClean: boolean;

  constructor(program: Program, subject: Subject, end: number) {
    this.program = program;
    this.subject = subject;
    this.end = end;
    this.registers = program.spareRegisters ?? new Int32Array(program.registers);
    program.spareRegisters = null;
    this.position = 0;
    this.text = subject.text;
    this.array = subject.array;
    this.stack = NO_STACK;
    this.top = 0;
    this.fence = -1;
    this.steps = STEPS;
    this.isClean = false;
  }

  private at(position: number): number {
    return this.array === null ? this.text.charCodeAt(position) : this.array[position];
  }

  private grow(): Exit | undefined {
    if (this.stack.length >= MAX_STACK) return raise('MemoryError');
    allocating(this.stack.length * 8);
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
    return undefined;
  }

  private setRegister(register: number, value: number): void {
    this.isClean = false;
    if (this.top > 0) {
      this.stack[this.top++] = register;
      this.stack[this.top++] = this.registers[register];
      this.stack[this.top++] = UNDO;
    }
    this.registers[register] = value;
  }

  /** Begins or ends a group. */
  private mark(mark: number, position: number): void {
    this.isClean = false;
    const { registers } = this;
    const last = this.program.groups * 2;
    if (this.top > 0) this.pushWide(mark, registers[mark], registers[last], UNMARK);
    registers[mark] = position;
    if ((mark & 1) === 1) registers[last] = (mark >> 1) + 1;
  }

  private push(a: number, b: number, kind: number): void {
    this.stack[this.top++] = a;
    this.stack[this.top++] = b;
    this.stack[this.top++] = kind;
  }

  private pushWide(a: number, b: number, c: number, kind: number): void {
    this.stack[this.top++] = a;
    this.stack[this.top++] = b;
    this.stack[this.top++] = c;
    this.stack[this.top++] = kind;
  }

  /**
   * Whether the pattern matches at `start`. `mustEnd`: only up to the end; `mustAdvance`: not the empty text. The registers and `position`
   * tell what matched.
   */
  matchAt(start: number, mustEnd: boolean, mustAdvance: boolean): boolean | Exit {
    // Taken, not shared: what runs at a safepoint may match as well.
    this.stack = spareStack ?? new Int32Array(FIRST_STACK);
    spareStack = null;
    const before = this.steps;
    const result = this.run(start, mustEnd, mustAdvance);
    // A matcher that is made for one match hardly ever comes to a look of its own.
    if (this.steps < before) state.fuel -= before - this.steps;
    if (this.stack.length <= LARGEST_SPARE) spareStack = this.stack;
    this.stack = NO_STACK;
    return result;
  }

  private run(start: number, mustEnd: boolean, mustAdvance: boolean): boolean | Exit {
    if (!this.isClean) this.registers.fill(-1);
    this.isClean = true;
    this.top = 0;
    this.fence = -1;
    const { words, sets } = this.program;
    const { registers, end } = this;
    let pc = 0;
    let position = start;
    for (;;) {
      if (this.top + HEADROOM > this.stack.length && this.grow() === EXIT) return EXIT;
      switch (words[pc]) {
        case Op.TEST: {
          if (position >= end || !accepts(words[pc + 1], words[pc + 2], this.at(position), sets)) break;
          position++;
          pc += 3;
          continue;
        }
        case Op.TEXT: {
          const count = words[pc + 1];
          if (position + count > end) break;
          let same = 0;
          while (same < count && this.at(position + same) === words[pc + 2 + same]) same++;
          this.steps -= same >> 2;
          if (same < count) break;
          position += count;
          pc += 2 + count;
          continue;
        }
        case Op.MATCH:
          if ((mustEnd && position !== end) || (mustAdvance && position === start)) break;
          this.position = position;
          return true;
        case Op.AT:
          if (!this.isAt(words[pc + 1], position)) break;
          pc += 2;
          continue;
        case Op.MARK: {
          this.mark(words[pc + 1], position);
          pc += 2;
          continue;
        }
        case Op.BRANCH:
          pc = this.chooseBranch(pc, 0, position);
          if (pc < 0) break;
          continue;
        case Op.JUMP:
          pc = words[pc + 1];
          continue;
        case Op.GREEDY: {
          const next = this.beginGreedy(pc, position);
          if (next < 0) break;
          position = next;
          pc += 6;
          continue;
        }
        case Op.LAZY: {
          const next = this.beginLazy(pc, position);
          if (next < 0) break;
          position = next;
          pc += 6;
          continue;
        }
        case Op.POSSESSIVE: {
          if (position > end) break;
          const next = this.scan(words[pc + 1], words[pc + 2], position, this.limit(position, words[pc + 4]));
          this.steps -= (next - position) >> 2;
          if (next - position < words[pc + 3]) break;
          position = next;
          pc += 5;
          continue;
        }
        case Op.SKIP:
          pc = words[pc + 2];
          continue;
        case Op.STAR:
          pc = this.star(pc, position);
          if (pc < 0) return EXIT;
          continue;
        case Op.LOOP:
          this.setRegister(words[pc + 1], 0);
          this.setRegister(words[pc + 1] + 1, -1);
          pc = words[pc + 2];
          continue;
        case Op.MAX_UNTIL:
          pc = this.untilMost(pc, position);
          if (pc < 0) return EXIT;
          continue;
        case Op.MIN_UNTIL: {
          const register = words[pc + 1];
          const count = registers[register];
          if (count < words[pc + 2]) {
            if (this.isInterrupted()) return EXIT;
            this.setRegister(register, count + 1);
            pc = words[pc + 4];
          } else {
            this.push(pc, position, BODY);
            pc += 5;
          }
          continue;
        }
        case Op.ATOMIC:
          this.raiseFence(position, -1);
          pc += 1;
          continue;
        case Op.ATOMIC_END:
          this.dropChoices();
          pc += 1;
          continue;
        case Op.LOOK:
          if (position < words[pc + 1]) break;
          this.raiseFence(position, -1);
          position -= words[pc + 1];
          pc += 3;
          continue;
        case Op.LOOK_END:
          position = this.dropChoices();
          pc += 1;
          continue;
        case Op.LOOK_NOT:
          if (position < words[pc + 1]) {
            pc = words[pc + 2];
            continue;
          }
          this.raiseFence(position, words[pc + 2]);
          position -= words[pc + 1];
          pc += 3;
          continue;
        case Op.LOOK_NOT_END:
          this.unwind();
          break;
        case Op.POSSESSIVE_LOOP:
          pc = this.beginPossessive(pc, position);
          if (pc < 0) return EXIT;
          continue;
        case Op.POSSESSIVE_END:
          this.dropChoices();
          this.setRegister(words[pc + 1], registers[words[pc + 1]] + 1);
          pc = words[pc + 2];
          continue;
        case Op.GROUP: {
          const length = this.sameAsGroup(words[pc + 1], position, 0);
          if (length < 0) break;
          position += length;
          pc += 2;
          continue;
        }
        case Op.GROUP_IGNORE: {
          const length = this.sameAsGroup(words[pc + 1], position, words[pc + 2]);
          if (length < 0) break;
          position += length;
          pc += 3;
          continue;
        }
        case Op.IF_GROUP: {
          const first = registers[words[pc + 1] * 2];
          const isSet = first >= 0 && registers[words[pc + 1] * 2 + 1] >= first;
          pc = isSet ? pc + 3 : words[pc + 2];
          continue;
        }
      }
      // This way failed: take the next one from the stack.
      pc = this.back();
      if (pc < 0) return pc === STOP ? EXIT : false;
      position = this.position;
    }
  }

  /** Counts a step; from time to time looks whether something ends the match: then an exception is in flight. */
  isInterrupted(): boolean {
    if (--this.steps >= 0) return false;
    this.steps = STEPS;
    return safepoint() === EXIT;
  }

  /** Takes entries off the stack until one says where to go on: gives the instruction and sets `position`. */
  private back(): number {
    const { stack, registers } = this;
    const { words } = this.program;
    while (this.top > 0) {
      if (this.isInterrupted()) return STOP;
      const kind = stack[--this.top];
      const value = stack[--this.top];
      switch (kind) {
        case UNDO:
          registers[stack[--this.top]] = value;
          continue;
        case UNMARK:
          registers[this.program.groups * 2] = value;
          registers[stack[this.top - 2]] = stack[this.top - 1];
          this.top -= 2;
          continue;
        case RESUME:
          this.position = value;
          return stack[--this.top];
        case CHOICE: {
          const pc = stack[--this.top];
          const chosen = this.chooseBranch(pc, stack[--this.top], value);
          if (chosen < 0) continue;
          this.position = value;
          return chosen;
        }
        case FENCE: {
          this.position = stack[--this.top];
          this.fence = stack[--this.top];
          if (value < 0) continue;
          return value;
        }
        case BODY: {
          const pc = stack[--this.top];
          if (!this.anotherIteration(pc, value)) continue;
          this.position = value;
          return words[pc + 4];
        }
        case GREEDY: {
          const least = stack[--this.top];
          const pc = stack[--this.top];
          const next = this.giveBack(pc, least, value);
          if (next < 0) continue;
          this.position = next;
          return pc + 6;
        }
        default: {
          const from = stack[--this.top];
          const pc = stack[--this.top];
          const next = this.takeMore(pc, from, value);
          if (next < 0) continue;
          this.position = next;
          return pc + 6;
        }
      }
    }
    return NO_WAY;
  }

  // ── Alternatives ─────────────────────────────────────────────────────────────────────────────────────────────

  /** The instruction of the first alternative from `index` on whose first character fits; -1 if there is none. */
  private chooseBranch(pc: number, index: number, position: number): number {
    const { words } = this.program;
    const count = words[pc + 1];
    const point = position < this.end ? this.at(position) : -1;
    const chosen = this.nextAlternative(pc, index, point);
    if (chosen >= count) return -1;
    const other = this.nextAlternative(pc, chosen + 1, point);
    if (other < count) this.pushWide(other, pc, position, CHOICE);
    return words[pc + 3 + chosen * 3];
  }

  /** The first alternative from `index` on that can begin with a character, -1 for the end; their number if there is none. */
  private nextAlternative(pc: number, index: number, point: number): number {
    const { words, sets, tables } = this.program;
    const count = words[pc + 1];
    if (point >= 0 && point < 256) {
      const table = tables[words[pc + 2]];
      if (typeof table === 'object') return table[index * 256 + point];
      if (index === 0 && count > 2 && count < 256) this.countBranch(pc);
    }
    let entry = pc + 3 + index * 3;
    for (; index < count; index++, entry += 3) {
      const kind = words[entry + 1];
      if (kind < 0 || (point >= 0 && accepts(kind, words[entry + 2], point, sets))) break;
    }
    return index;
  }

  /** A BRANCH that is met often gets a table. */
  private countBranch(pc: number): void {
    const { words, sets, tables } = this.program;
    const met = ((tables[words[pc + 2]] as number | undefined) ?? 0) + 1;
    tables[words[pc + 2]] = met;
    if (met < MET_OFTEN) return;
    const count = words[pc + 1];
    const table = new Uint8Array((count + 1) * 256).fill(count, count * 256);
    for (let index = count - 1; index >= 0; index--) {
      const entry = pc + 3 + index * 3;
      for (let point = 0; point < 256; point++) {
        const isPossible = words[entry + 1] < 0 || accepts(words[entry + 1], words[entry + 2], point, sets);
        table[index * 256 + point] = isPossible ? index : table[(index + 1) * 256 + point];
      }
    }
    tables[words[pc + 2]] = table;
  }

  // ── Repetitions of one character ─────────────────────────────────────────────────────────────────────────────

  private limit(position: number, most: number): number {
    return most >= this.end - position ? this.end : position + most;
  }

  /** The first position from `position` on, at most `limit`, whose character the test refuses. */
  private scan(kind: number, argument: number, position: number, limit: number): number {
    if (kind === Op.ALL) return limit;
    // The engine's search is fast, and would look at what is behind a window, too.
    if (limit - position <= WINDOW || kind === Op.NOT_CHAR) return this.scanNear(kind, argument, position, limit);
    for (let from = position; ; from += WINDOW) {
      const near = Math.min(limit, from + WINDOW);
      const reached = this.scanNear(kind, argument, from, near);
      if (reached < near || near === limit) return reached;
      worked(WINDOW_WORK);
    }
  }

  private scanNear(kind: number, argument: number, position: number, limit: number): number {
    switch (kind) {
      case Op.CHAR:
        while (position < limit && this.at(position) === argument) position++;
        return position;
      case Op.NOT_CHAR:
        return this.scanNot(argument, position, limit);
    }
    const set = this.program.sets[argument];
    const { latin } = set;
    while (position < limit) {
      const point = this.at(position);
      if (point < 256 ? latin[point] === 0 : !set.has(point)) break;
      position++;
    }
    return position;
  }

  private scanNot(point: number, position: number, limit: number): number {
    const near = Math.min(limit, position + 16);
    while (position < near && this.at(position) !== point) position++;
    if (position < near || position === limit) return position;
    // Far: let the engine look.
    const found = this.find(point, position);
    return found < 0 || found > limit ? limit : found;
  }

  private find(point: number, position: number): number {
    if (this.array !== null) return this.array.indexOf(point, position);
    return point > 0xffff ? -1 : this.text.indexOf(String.fromCharCode(point), position);
  }

  private beginGreedy(pc: number, position: number): number {
    const { words } = this.program;
    const least = position + words[pc + 3];
    // Only where the search begins behind its end is a position beyond it: nothing is repeated there, not even no times.
    if (least > this.end) return -1;
    const most = this.scan(words[pc + 1], words[pc + 2], position, this.limit(position, words[pc + 4]));
    this.steps -= (most - position) >> 2;
    if (most < least) return -1;
    // Nothing to give back, or nothing that could help: what follows is no repeated character, or the end of the pattern.
    if (most === least || words[pc + 5] === GIVES_NOTHING_BACK || words[pc + 6] === Op.MATCH) return most;
    return this.giveBack(pc, least, most);
  }

  /** The largest position from `least` to `from` at which what follows may match; what is left of them goes onto the stack. */
  private giveBack(pc: number, least: number, from: number): number {
    const following = this.program.words[pc + 5];
    let position = from;
    if (following >= 0) {
      if (position >= this.end) position = this.end - 1;
      while (position >= least && this.at(position) !== following) {
        position--;
        if ((position & WINDOW_MASK) === 0) worked(WINDOW_WORK);
      }
      this.steps -= (from - position) >> 2;
      if (position < least) return -1;
    }
    if (position > least) this.pushWide(pc, least, position - 1, GREEDY);
    return position;
  }

  private beginLazy(pc: number, position: number): number {
    const { words } = this.program;
    const least = words[pc + 3];
    const start = position + least;
    if (start > this.end) return -1;
    if (least > 0) {
      this.steps -= least >> 2;
      if (this.scan(words[pc + 1], words[pc + 2], position, start) < start) return -1;
    }
    return this.tryLazy(pc, start, this.limit(position, words[pc + 4]));
  }

  private takeMore(pc: number, from: number, most: number): number {
    const { words, sets } = this.program;
    if (from >= most || !accepts(words[pc + 1], words[pc + 2], this.at(from), sets)) return -1;
    return this.tryLazy(pc, from + 1, most);
  }

  /** The first position from `from` on at which what follows may match. */
  private tryLazy(pc: number, from: number, most: number): number {
    const { words, sets } = this.program;
    const following = words[pc + 5];
    let position = from;
    if (following >= 0) {
      while (position < this.end && this.at(position) !== following) {
        if (position >= most || !accepts(words[pc + 1], words[pc + 2], this.at(position), sets)) return -1;
        position++;
        if ((position & WINDOW_MASK) === 0) worked(WINDOW_WORK);
      }
      this.steps -= (position - from) >> 2;
      if (position >= this.end) return -1;
    }
    this.pushWide(pc, position, most, LAZY);
    return position;
  }

  // ── Repetitions of blocks ────────────────────────────────────────────────────────────────────────────────────

  /** One more iteration, what follows, or one with the other to come back to. */
  private star(pc: number, position: number): number {
    const { words, sets } = this.program;
    const point = position < this.end ? this.at(position) : -1;
    const first = words[pc + 2];
    if (this.isInterrupted()) return STOP;
    if (first >= 0 && (point < 0 || !sets[first].has(point))) return pc + 4;
    const following = words[pc + 3];
    if (following < 0 || (point >= 0 && sets[following].has(point))) this.push(pc + 4, position, RESUME);
    return words[pc + 1];
  }

  private untilMost(pc: number, position: number): number {
    const { words } = this.program;
    const register = words[pc + 1];
    const count = this.registers[register];
    if (this.isInterrupted()) return STOP;
    if (count < words[pc + 2]) {
      this.setRegister(register, count + 1);
      return words[pc + 4];
    }
    // An iteration that matched nothing is the last one.
    if (count >= words[pc + 3] && words[pc + 3] !== Op.UNBOUNDED) return pc + 5;
    if (this.registers[register + 1] === position) return pc + 5;
    this.push(pc + 5, position, RESUME);
    this.setRegister(register, count + 1);
    this.setRegister(register + 1, position);
    return words[pc + 4];
  }

  private anotherIteration(pc: number, position: number): boolean {
    const { words } = this.program;
    const register = words[pc + 1];
    const count = this.registers[register];
    if (count >= words[pc + 3] && words[pc + 3] !== Op.UNBOUNDED) return false;
    if (this.registers[register + 1] === position) return false;
    this.setRegister(register, count + 1);
    this.setRegister(register + 1, position);
    return true;
  }

  private beginPossessive(pc: number, position: number): number {
    const { words } = this.program;
    const register = words[pc + 1];
    const count = this.registers[register];
    if (this.isInterrupted()) return STOP;
    if (count < words[pc + 2]) {
      this.raiseFence(position, -1);
      return pc + 5;
    }
    const isFull = count >= words[pc + 3] && words[pc + 3] !== Op.UNBOUNDED;
    if (isFull || this.registers[register + 1] === position) return words[pc + 4];
    this.raiseFence(position, words[pc + 4]);
    this.setRegister(register + 1, position);
    return pc + 5;
  }

  // ── Parts that are matched on their own ──────────────────────────────────────────────────────────────────────

  private raiseFence(position: number, resume: number): void {
    this.pushWide(this.fence, position, resume, FENCE);
    this.fence = this.top;
  }

  /** The part matched: forgets its choices and the fence, but not how to undo it. Gives the position at which it began. */
  private dropChoices(): number {
    const { stack } = this;
    const bottom = this.fence - 4;
    const position = stack[bottom + 1];
    const undos: number[] = [];
    for (let at = this.top; at > this.fence; at -= entrySize(stack[at - 1])) {
      const kind = stack[at - 1];
      if (kind === UNDO || kind === UNMARK) undos.push(at);
    }
    this.fence = stack[bottom];
    this.top = bottom;
    if (bottom === 0) return position;
    // Moved down one after the other, the lowest first: none overtakes one that is still to be moved.
    for (let index = undos.length - 1; index >= 0; index--) {
      const at = undos[index];
      const size = entrySize(stack[at - 1]);
      stack.copyWithin(this.top, at - size, at);
      this.top += size;
    }
    return position;
  }

  /** A part that must not match did: undoes it, and takes the fence away. */
  private unwind(): void {
    const { stack, registers } = this;
    while (this.top > this.fence) {
      const kind = stack[this.top - 1];
      if (kind === UNDO) {
        registers[stack[this.top - 3]] = stack[this.top - 2];
      } else if (kind === UNMARK) {
        registers[this.program.groups * 2] = stack[this.top - 2];
        registers[stack[this.top - 4]] = stack[this.top - 3];
      }
      this.top -= entrySize(kind);
    }
    const bottom = this.fence - 4;
    this.fence = stack[bottom];
    this.top = bottom;
  }

  // ── Groups and places ────────────────────────────────────────────────────────────────────────────────────────

  /** Length of the group's text if it stands at `position`; -1 if it does not, or the group is not set. */
  private sameAsGroup(group: number, position: number, mode: number): number {
    const start = this.registers[group * 2];
    const stop = this.registers[group * 2 + 1];
    const length = stop - start;
    if (start < 0 || length < 0 || position + length > this.end) return -1;
    this.steps -= length >> 2;
    const lower = lowerOf(CASE_MODES[mode]);
    for (let index = 0; index < length; index++) {
      if ((index & WINDOW_MASK) === WINDOW_MASK) worked(WINDOW_WORK);
      const left = this.at(start + index);
      const right = this.at(position + index);
      if (left !== right && (mode === 0 || lower(left) !== lower(right))) return -1;
    }
    return length;
  }

  private isAt(place: number, position: number): boolean {
    switch (place) {
      case Sre.AT_BEGINNING:
      case Sre.AT_BEGINNING_STRING:
        return position === 0;
      case Sre.AT_BEGINNING_LINE:
        return position === 0 || this.at(position - 1) === 10;
      case Sre.AT_END:
        return position === this.end || (position === this.end - 1 && this.at(position) === 10);
      case Sre.AT_END_LINE:
        return position === this.end || this.at(position) === 10;
      case Sre.AT_END_STRING:
        return position === this.end;
      case Sre.AT_UNI_BOUNDARY:
        return this.isBoundary(position, isUnicodeWord);
      case Sre.AT_UNI_NON_BOUNDARY:
        return !this.isBoundary(position, isUnicodeWord);
      case Sre.AT_BOUNDARY:
      case Sre.AT_LOC_BOUNDARY:
        return this.isBoundary(position, isAsciiWord);
      default:
        return !this.isBoundary(position, isAsciiWord);
    }
  }

  private isBoundary(position: number, isWord: (point: number) => boolean): boolean {
    const before = position > 0 && isWord(this.at(position - 1));
    return before !== (position < this.end && isWord(this.at(position)));
  }
}

/** What `back` answers when nothing is left, and when an exception is in flight. */
const NO_WAY = -1;
const STOP = -2;

/** Words of an entry. */
function entrySize(kind: number): number {
  return kind === UNDO || kind === BODY || kind === RESUME ? 3 : 4;
}
