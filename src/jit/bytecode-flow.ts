/** The control flow of a code: basic blocks, loops, and which registers are still needed where. */
import type { Code, Handler } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { FlowBlock, labelOf, loopOf, predecessorsOf, waysFrom } from './flow-block.ts';
import { peel } from './peeling.ts';
import { unroll } from './unrolling.ts';
import { addVersions } from './versions.ts';

/** The registers that an instruction reads and writes. */
export function readsOf(words: Int32Array, pc: number): number[] {
  const { operands } = instructionInfo(words[pc]);
  const reads: number[] = [];
  for (let index = 0; index < operands.length; index++) {
    const { kind } = operands[index];
    const word = words[pc + 1 + index];
    if (kind === 'reg' || kind === 'var') reads.push(word);
    else if (kind === 'regs') for (let item = 0; item < word; item++) reads.push(words[pc + 2 + index + item]);
  }
  return reads;
}

export function writesOf(words: Int32Array, pc: number): number[] {
  const { operands } = instructionInfo(words[pc]);
  const writes: number[] = [];
  for (let index = 0; index < operands.length; index++) {
    const { kind } = operands[index];
    const word = words[pc + 1 + index];
    if (kind === 'dst' || kind === 'var') writes.push(word);
    else if (kind === 'dsts') for (let item = 0; item < word; item++) writes.push(words[pc + 2 + index + item]);
  }
  return writes;
}

/** The blocks that can be reached from `entry`. */
export class Flow {
  readonly code: Code;
  private readonly isConsumed: boolean;
  readonly mixed: readonly number[];
  readonly entry: FlowBlock;
  readonly blocks: FlowBlock[];
  /** The blocks of the source, by where they begin; others are copies of them (peeling.ts). */
  private readonly originals: Map<number, FlowBlock>;
  /** Registers that variables live in: kept whatever happens, because debuggers and tracebacks show them. */
  readonly variableCount: number;
  /** Of each loop header that was asked for: the loop, and the registers that are written in it. */
  private readonly loops: Map<FlowBlock, Set<FlowBlock>>;
  private readonly written: Map<FlowBlock, Set<number>>;
  /** The blocks of all loops, once somebody has asked for them. */
  private repeated: Set<FlowBlock> | null;

  /**
   * `isConsumed`: of a generator that goes on behind each Yield, with its consumer or as it is drained; `mixed`: accesses to lists of several sorts
   * (versions.ts).
   */
  constructor(code: Code, entry: number, isConsumed = false, mixed: readonly number[] = []) {
    this.code = code;
    this.mixed = mixed;
    this.isConsumed = isConsumed;
    this.variableCount = Math.max(code.varnames.length, ...code.cellRegisters.map((register) => register + 1));
    this.originals = new Map();
    this.loops = new Map();
    this.written = new Map();
    this.repeated = null;
    this.findBlocks(entry);
    this.blocks = [...this.originals.values()];
    this.findLiveRegisters();
    const copies =
      entry === 0
        ? []
        : peel(this.originals.get(entry)!, this.blocks, code.words, isConsumed || code.words[entry] === Op.YieldFrom);
    const versions =
      mixed.length === 0 ? null : addVersions(this.blocks, this.originals.get(entry)!, code.words, mixed);
    this.entry = copies[0] ?? versions?.entry ?? this.originals.get(entry)!;
    const rounds = isConsumed || versions !== null ? [] : unroll(this.blocks, this.originals.get(entry)!, code);
    this.blocks.push(...copies, ...rounds);
    if (versions !== null) this.blocks.push(...versions.added);
    this.findHeaders();
  }

  /** Words of bytecode in the blocks that have been executed, rounds of loops as one. */
  visitedWords(profile: { isVisited(pc: number): boolean }): number {
    let count = 0;
    for (const block of this.blocks)
      if (!block.isUnrolled && profile.isVisited(block.start)) count += block.end - block.start;
    return count;
  }

  /** Where the unit is entered in the middle of loops, other blocks head them than in the source. */
  private findHeaders(): void {
    const order = this.order();
    order.forEach((block, index) => {
      block.order = index;
    });
    for (const block of order) for (const next of block.successors) if (next.order <= block.order) next.isHeader = true;
  }

  private findBlocks(entry: number): void {
    const { words } = this.code;
    const leaders = new Set<number>([entry]);
    for (const handler of this.code.handlers) leaders.add(handler.target);
    for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
      const target = labelOf(words, pc);
      if (target >= 0) leaders.add(target);
      const info = instructionInfo(words[pc]);
      if (info.jumps || info.ends || isSuspension(words[pc])) leaders.add(pc + instructionLength(words, pc));
    }
    const todo = [entry];
    const blockAt = (pc: number): FlowBlock => {
      let block = this.originals.get(pc);
      if (block === undefined) {
        block = new FlowBlock(pc);
        this.originals.set(pc, block);
        todo.push(pc);
      }
      return block;
    };
    blockAt(entry);
    const done = new Set<number>();
    for (let start = todo.pop(); start !== undefined; start = todo.pop()) {
      if (done.has(start)) continue;
      done.add(start);
      const block = this.originals.get(start)!;
      let pc = start;
      for (;;) {
        block.last = pc;
        const next = pc + instructionLength(words, pc);
        block.end = next;
        const info = instructionInfo(words[pc]);
        const target = labelOf(words, pc);
        if (isSuspension(words[pc])) {
          if (this.isConsumed) block.successors.push(blockAt(next));
          else block.continuation = blockAt(next);
        } else if (!info.ends && (info.jumps || leaders.has(next))) block.successors.push(blockAt(next));
        if (target >= 0) block.successors.push(blockAt(target));
        if (info.ends || info.jumps || leaders.has(next)) break;
        pc = next;
      }
      for (const handler of this.code.handlers) {
        if (handler.start >= block.end || block.start >= handler.end) continue;
        const target = blockAt(handler.target);
        if (!block.handlers.includes(target)) block.handlers.push(target);
        target.isHandler = true;
      }
    }
  }

  private findLiveRegisters(): void {
    const blocks = [...this.blocks].reverse();
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const block of blocks) {
        const live = this.liveThrough(block, null);
        if (live.size !== block.liveIn.size) {
          block.liveIn = live;
          isChanged = true;
        }
      }
    }
  }

  /** What is live where the block begins; `note` is told what is live behind and before each of its instructions. */
  private liveThrough(
    block: FlowBlock,
    note: ((pc: number, behind: Set<number>, before: Set<number>) => void) | null,
  ): Set<number> {
    const live = new Set<number>();
    addLiveBehind(block, live);
    for (const pc of this.instructionsOf(block).reverse()) {
      this.addLiveInHandler(pc, live);
      const behind = note === null ? live : new Set(live);
      step(this.code.words, pc, live);
      this.addLiveInHandler(pc, live);
      note?.(pc, behind, new Set(live));
    }
    return live;
  }

  /** The handler of exceptions that the instruction raises: inner ones come first in the table. */
  handlerOf(pc: number): Handler | undefined {
    return this.code.handlers.find((handler) => handler.start <= pc && pc < handler.end);
  }

  /** What the handler of the instruction needs. */
  private addLiveInHandler(pc: number, live: Set<number>): void {
    const handler = this.handlerOf(pc);
    if (handler === undefined) return;
    for (const register of this.originals.get(handler.target)!.liveIn)
      if (register !== handler.register) live.add(register);
  }

  /** Where a block goes on that leads to the instruction at `pc`. */
  next(block: FlowBlock, pc: number): FlowBlock {
    return waysFrom(block).find(({ start }) => start === pc) ?? this.originals.get(pc)!;
  }

  instructionsOf(block: FlowBlock): number[] {
    const { words } = this.code;
    const pcs: number[] = [];
    for (let pc = block.start; pc < block.end; pc += instructionLength(words, pc)) pcs.push(pc);
    return pcs;
  }

  /** Whether a register is kept although it may not be live: variables, and what consumers of generators add behind the code's registers. */
  isKept(register: number): boolean {
    return register < this.variableCount || register >= this.code.registerCount;
  }

  /** Whether several ways lead to the instruction at `pc`, the beginning of the unit included. */
  isJoin(pc: number): boolean {
    if (!this.originals.has(pc)) return false;
    const joins = this.blocks.filter(({ start }) => start === pc);
    return joins.some((join) => this.waysTo(join) > (join === this.entry ? 0 : 1));
  }

  private waysTo(target: FlowBlock): number {
    return this.blocks.filter((block) => waysFrom(block).includes(target)).length;
  }

  /** Whether no loop is headed by an exception handler: such code cannot be compiled. */
  get isStructured(): boolean {
    return this.blocks.every((block) => !block.isHeader || !block.isHandler);
  }

  /** Registers needed before the instruction at `pc`. */
  liveBefore(pc: number): Set<number> {
    return this.liveSets().before.get(pc)!;
  }

  /** Registers needed behind the instruction at `pc`, by whatever follows. */
  liveBehind(pc: number): Set<number> {
    return this.liveSets().behind.get(pc)!;
  }

  /**
   * The same while the instruction is executed: what it is about to write is not needed, and may hold what has been needed by nobody for so
   * long that it is forgotten.
   */
  liveWithin(pc: number): Set<number> {
    let live = this.within.get(pc);
    if (live === undefined) {
      live = new Set(this.liveBehind(pc));
      for (const register of writesOf(this.code.words, pc)) live.delete(register);
      this.addLiveInHandler(pc, live);
      this.within.set(pc, live);
    }
    return live;
  }

  private readonly within = new Map<number, Set<number>>();

  private sets: { before: Map<number, Set<number>>; behind: Map<number, Set<number>> } | null = null;

  private liveSets(): { before: Map<number, Set<number>>; behind: Map<number, Set<number>> } {
    if (this.sets !== null) return this.sets;
    const before = new Map<number, Set<number>>();
    const behind = new Map<number, Set<number>>();
    for (const block of this.originals.values())
      this.liveThrough(block, (pc, liveBehind, liveBefore) => {
        behind.set(pc, liveBehind);
        before.set(pc, liveBefore);
      });
    this.sets = { before, behind };
    return this.sets;
  }

  /** Blocks of the loop that goes back to `header`. */
  private loopOf(header: FlowBlock): Set<FlowBlock> {
    let loop = this.loops.get(header);
    if (loop === undefined) {
      const before = predecessorsOf(this.blocks);
      const latches = before.get(header)!.filter(({ order }) => order >= header.order);
      loop = loopOf(header, latches, before);
      this.loops.set(header, loop);
    }
    return loop;
  }

  /** Whether the instruction at `pc` is in a loop. */
  isInLoop(pc: number): boolean {
    if (this.repeated === null) {
      this.repeated = new Set();
      for (const block of this.blocks.values())
        if (block.isHeader) for (const inner of this.loopOf(block)) this.repeated.add(inner);
    }
    for (const block of this.repeated) if (block.start <= pc && pc < block.end) return true;
    return false;
  }

  /** Registers that the loop writes. */
  writtenIn(header: FlowBlock): Set<number> {
    let written = this.written.get(header);
    if (written === undefined) {
      written = new Set();
      for (const block of this.loopOf(header)) {
        for (const pc of this.instructionsOf(block))
          for (const register of writesOf(this.code.words, pc)) written.add(register);
        for (const handler of this.code.handlers) if (handler.target === block.start) written.add(handler.register);
      }
      this.written.set(header, written);
    }
    return written;
  }

  /** Whether the loop moves the iterator in a register on. */
  movesIn(header: FlowBlock, iterator: number): boolean {
    const { words } = this.code;
    return [...this.loopOf(header)].some((block) =>
      this.instructionsOf(block).some((pc) => words[pc] === Op.ForIter && words[pc + 2] === iterator),
    );
  }

  /** Reverse post-order from the entry; what a jump leads to, as out of a loop, comes behind what follows the instruction. */
  order(): FlowBlock[] {
    const order: FlowBlock[] = [];
    const seen = new Set<FlowBlock>();
    const visit = (block: FlowBlock): void => {
      seen.add(block);
      const ways = waysFrom(block);
      for (let index = ways.length - 1; index >= 0; index--) if (!seen.has(ways[index])) visit(ways[index]);
      order.push(block);
    };
    visit(this.entry);
    return order.reverse();
  }
}

/** What is live where the block ends. */
function addLiveBehind(block: FlowBlock, live: Set<number>): void {
  for (const next of block.successors) for (const register of next.liveIn) live.add(register);
  if (block.continuation !== null) for (const register of block.continuation.liveIn) live.add(register);
}

/** Whether the frame is left, to be resumed behind the instruction. */
function isSuspension(opcode: number): boolean {
  return opcode === Op.Yield || opcode === Op.ReturnGenerator;
}

/** What is live before an instruction, from what is live behind it. */
function step(words: Int32Array, pc: number, live: Set<number>): void {
  for (const register of writesOf(words, pc)) live.delete(register);
  for (const register of readsOf(words, pc)) live.add(register);
}
