/**
 * Instructions of one function while it is being compiled: flat storage, blocks and protected regions.
 *
 * No object is made per instruction. An instruction is a run of words: opcode, index of its position, then the
 * operands of its row in `INSTRUCTIONS`. Until assembly a `label` operand holds a label's number, an `ic` operand is 0, and a
 * register from `fixedCount` on is a temporary, of which there are as many as one likes.
 *
 * Basic blocks come for free: a block opens where a label is placed, where the protected region changes and behind
 * every instruction that jumps or ends.
 */
import type { ConstantValue } from '../../bytecode/constants.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { ConstantPool, NamePool } from './pools.ts';

/** A place in the code that jumps go to: made by `newLabel`, fixed by `place`. */
export type Label = number & { readonly label: true };

/** Whatever has the position of a piece of source: a node of the syntax tree, above all. */
export interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** Instructions without a position of their own (`co_positions` gives None for them). */
export const NO_POSITION: Located = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

/** Words in front of the operands: opcode and position. */
export const HEADER = 2;

/** A block whose label was never placed, or a region that is none. */
export const NONE = -1;

/** The line of no instruction, with a position or without. */
const UNKNOWN_LINE = -2;

/** Buffers that a finished function gave back: most functions are small and come one after the other. */
const spareBuffers: Int32Array[] = [];
const FIRST_CAPACITY = 4096;
const MAX_SPARE_CAPACITY = 1 << 20;

export class InstructionBuffer {
  /** Registers below are local variables and cells; those from here on are temporaries. */
  fixedCount: number;
  /** The instructions. Longer than `length`; replaced when it grows. */
  words: Int32Array;
  length: number;
  /** Number of registers so far, temporaries included. */
  registerCount: number;
  readonly blockStarts: number[];
  readonly blockRegions: number[];
  /** Block of each label, or NONE while it is not placed. */
  readonly labelBlocks: number[];
  readonly regionHandlers: Label[];
  readonly regionRegisters: number[];
  readonly regionParents: number[];
  /** Distinct positions in the order of their first use. */
  readonly positions: Located[];
  readonly constantPool: ConstantPool;
  readonly namePool: NamePool;
  /** Whether the first constant is kept even if no instruction loads it. */
  hasFirstConstant: boolean;
  /** Pairs of offset and register: locals that count as used there (`noteUse`). */
  readonly noted: number[];
  private region: number;
  private located: Located;
  private reachable: boolean;
  /** Line of the instruction before that will stay; UNKNOWN_LINE where ways meet. */
  private line: number;
  /** What has been touched on a line that no instruction stands for so far. */
  private untold: Located | null;

  /** `fixedCount` is the number of local variables and cells made by this function: registers 0 to fixedCount - 1. */
  constructor(fixedCount: number) {
    this.fixedCount = fixedCount;
    this.words = spareBuffers.pop() ?? new Int32Array(FIRST_CAPACITY);
    this.length = 0;
    this.registerCount = fixedCount;
    this.blockStarts = [0];
    this.blockRegions = [NONE];
    this.labelBlocks = [];
    this.regionHandlers = [];
    this.regionRegisters = [];
    this.regionParents = [];
    this.positions = [];
    this.constantPool = new ConstantPool();
    this.namePool = new NamePool();
    this.hasFirstConstant = false;
    this.noted = [];
    this.region = NONE;
    this.located = NO_POSITION;
    this.reachable = true;
    this.line = UNKNOWN_LINE;
    this.untold = null;
  }

  /** A new temporary register. */
  newTemp(): number {
    return this.registerCount++;
  }

  newLabel(): Label {
    return (this.labelBlocks.push(NONE) - 1) as Label;
  }

  /** Makes `label` mean the instruction that is emitted next. Each label is placed once. */
  place(label: Label): void {
    if (this.untold !== null) this.tell();
    this.line = UNKNOWN_LINE;
    this.openBlock();
    this.labelBlocks[label] = this.blockStarts.length - 1;
    this.reachable = true;
  }

  /** Whether control can reach what is emitted next: false behind a jump, return or raise until a label is placed. */
  get isReachable(): boolean {
    return this.reachable;
  }

  /** Whether a label or the border of a region stands right here. */
  get isAtBlockStart(): boolean {
    return this.blockStarts[this.blockStarts.length - 1] === this.length;
  }

  /** Instructions from here on belong to `node`. Returns the builder: `builder.at(node).add(...)`. */
  at(node: Located): this {
    this.located = node;
    return this;
  }

  /** As `at`, from the four numbers: lines from 1, columns in UTF-8 bytes from 0. */
  position(line: number, column: number, endLine: number, endColumn: number): this {
    this.located = { lineno: line, col_offset: column, end_lineno: endLine, end_col_offset: endColumn };
    return this;
  }

  /** Instructions from here on have no position. */
  noPosition(): this {
    this.located = NO_POSITION;
    return this;
  }

  /**
   * Something is read or written at `node` for which there is no instruction, or one that may be removed: a local variable, a constant
   * that is an operand. Tracers are told its line, by a Nop where no instruction beside it stands for that.
   */
  touch(node: Located): this {
    if (this.untold !== null && this.untold.lineno !== node.lineno) this.tell();
    if (this.line !== node.lineno) this.untold = node;
    return this;
  }

  private tell(): void {
    const { located } = this;
    this.located = this.untold!;
    this.untold = null;
    this.begin(Op.Nop, HEADER);
    this.located = located;
  }

  /** The position in force, to come back to with `at`. */
  get currentPosition(): Located {
    return this.located;
  }

  /** From here to the matching `leaveTry`, an exception goes to `register` and control to `handler`. */
  enterTry(handler: Label, register: number): void {
    const parent = this.region;
    this.region = this.regionHandlers.push(handler) - 1;
    this.regionRegisters.push(register);
    this.regionParents.push(parent);
    this.openBlock();
  }

  /** Ends the innermost region. To leave one for a while (`return` in `try ... finally`), leave it and enter it again. */
  leaveTry(): void {
    this.region = this.regionParents[this.region];
    this.openBlock();
  }

  /** The innermost region around what is emitted next, to come back to with `enterRegion`. */
  get currentRegion(): number {
    return this.region;
  }

  /** What is emitted from here on stands in `region`, for code that is moved behind everything else. */
  enterRegion(region: number): void {
    this.region = region;
    this.openBlock();
  }

  /** Counts `local` as used here, for the order of the local variables. */
  noteUse(local: number): void {
    this.noted.push(this.length, local);
  }

  /** Appends an instruction of `size` words, header included; returns the index of its first word. */
  protected begin(opcode: number, size: number): number {
    const { lineno } = this.located;
    if (this.untold !== null && this.untold.lineno !== lineno) this.tell();
    if (opcode !== Op.Move && opcode !== Op.CheckBound && opcode !== Op.Jump) {
      this.untold = null;
      // A generator that has been made is entered on its line again.
      this.line = opcode === Op.ReturnGenerator ? UNKNOWN_LINE : lineno;
    }
    const start = this.length;
    const end = start + size;
    if (end > this.words.length) this.grow(end);
    this.length = end;
    const positions = this.positions;
    if (positions.length === 0 || positions[positions.length - 1] !== this.located) positions.push(this.located);
    this.words[start] = opcode;
    this.words[start + 1] = positions.length - 1;
    return start;
  }

  /** Closes the block behind an instruction that jumps (`falls`: and may fall through) or ends. */
  protected endBlock(falls: boolean): void {
    if (!falls) this.reachable = false;
    this.openBlock();
  }

  protected constant(value: ConstantValue): number {
    return this.constantPool.index(value);
  }

  protected name(name: string): number {
    return this.namePool.index(name);
  }

  /** Gives the storage back; the buffer must not be used any more. */
  protected release(): void {
    if (this.words.length <= MAX_SPARE_CAPACITY) spareBuffers.push(this.words);
    this.words = EMPTY;
  }

  private openBlock(): void {
    const last = this.blockStarts.length - 1;
    if (this.blockStarts[last] === this.length) {
      this.blockRegions[last] = this.region;
      return;
    }
    this.blockStarts.push(this.length);
    this.blockRegions.push(this.region);
  }

  private grow(needed: number): void {
    const larger = new Int32Array(Math.max(needed, this.words.length * 2));
    larger.set(this.words);
    this.words = larger;
  }
}

const EMPTY = new Int32Array(0);
