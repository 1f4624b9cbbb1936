/**
 * The control flow of a function: blocks, edges, and what the edges alone allow to simplify.
 *
 * Requirements:
 *   - the order of blocks is that of emission; `Jump` and the conditional jumps go forwards, LoopBack alone goes backwards, and
 *     stays the only one that does (it is the safepoint);
 *   - a block's exception edge goes to the handler of its innermost region, and exists only if something in the block can
 *     raise; handlers are reachable through such edges only;
 *   - a removed jump had no effect of its own, so tracing loses at most an artificial jump.
 * Every step is linear in blocks and words; threading terminates because it follows forward jumps only.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { type InstructionBuffer, NONE } from './instruction-buffer.ts';
import { ENDS, LABEL_OFFSET, RAISES, REMOVED, removeInstruction, sizeAt } from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const STARTS = new Scratch();
const LASTS = new Scratch();
const FIRST_RAISES = new Scratch();
const NEXT = new Scratch();
const TARGET = new Scratch();
const HANDLER = new Scratch();
const EXCEPTION_REGISTER = new Scratch();
const REACHABLE = new Scratch();
const FINAL = new Scratch();
const ENTRIES = new Scratch();

/** Conditional jumps and their opposites. */
const OPPOSITE = new Map<number, number>([
  [Op.JumpIfTrue, Op.JumpIfFalse],
  [Op.JumpIfFalse, Op.JumpIfTrue],
  [Op.JumpIfNone, Op.JumpIfNotNone],
  [Op.JumpIfNotNone, Op.JumpIfNone],
]);

export class FlowGraph {
  readonly buffer: InstructionBuffer;
  readonly blockCount: number;
  /** Offset of each block's first word; one more than there are blocks. */
  readonly starts: Int32Array;
  /** Offset of each block's last instruction, or NONE if the block is empty. */
  readonly lasts: Int32Array;
  /** Offset of each block's first instruction that can raise, or NONE. */
  readonly firstRaises: Int32Array;
  /** Block that control falls into, or NONE. */
  readonly next: Int32Array;
  /** Block that the last instruction may jump to, or NONE. */
  readonly target: Int32Array;
  /** Block of the handler that takes exceptions of this block, or NONE. */
  readonly handler: Int32Array;
  /** For a block that is a handler, the register of its exception, else NONE. */
  readonly exceptionRegister: Int32Array;
  readonly reachable: Int32Array;

  constructor(buffer: InstructionBuffer) {
    const count = buffer.blockStarts.length;
    this.buffer = buffer;
    this.blockCount = count;
    this.starts = STARTS.ofLength(count + 1);
    this.starts.set(buffer.blockStarts);
    this.starts[count] = buffer.length;
    this.lasts = LASTS.take(count, NONE);
    this.firstRaises = FIRST_RAISES.take(count, NONE);
    this.next = NEXT.take(count, NONE);
    this.target = TARGET.take(count, NONE);
    this.handler = HANDLER.take(count, NONE);
    this.exceptionRegister = EXCEPTION_REGISTER.take(count, NONE);
    this.reachable = REACHABLE.take(count, 0);
    this.findEdges();
    this.threadJumps();
    this.findReachable();
    this.invertBranches();
  }

  isEmpty(block: number): boolean {
    return this.lasts[block] === NONE;
  }

  /** Opcode of the last instruction of a block that is not empty. */
  lastOpcode(block: number): number {
    return this.buffer.words[this.lasts[block]];
  }

  /** Whether the block is nothing but one instruction, with this opcode. */
  isLone(block: number, opcode: number): boolean {
    return this.lasts[block] === this.starts[block] && this.lastOpcode(block) === opcode;
  }

  /** Forgets the handlers of blocks in which nothing raises any more, and what only they could reach. */
  pruneHandlers(): void {
    const { blockCount, handler } = this;
    let isChanged = false;
    for (let block = 0; block < blockCount; block++) {
      if (handler[block] === NONE) continue;
      this.scanBlock(block);
      if (this.firstRaises[block] !== NONE) continue;
      handler[block] = NONE;
      isChanged = true;
    }
    if (!isChanged) return;
    const wasReachable = this.reachable.slice(0, blockCount);
    this.reachable.fill(0, 0, blockCount);
    this.findReachable();
    for (let block = 0; block < blockCount; block++) this.reachable[block] &= wasReachable[block];
  }

  private findEdges(): void {
    const { buffer, blockCount } = this;
    for (let block = 0; block < blockCount; block++) {
      this.scanBlock(block);
      const last = this.lasts[block];
      const opcode = last === NONE ? Op.Move : buffer.words[last];
      if (ENDS[opcode] === 0 && block + 1 < blockCount) this.next[block] = block + 1;
      const offset = LABEL_OFFSET[opcode];
      if (offset !== 0) this.target[block] = this.placedBlock(buffer.words[last + offset]);
      const region = buffer.blockRegions[block];
      if (region !== NONE && this.firstRaises[block] !== NONE) this.connectHandler(block, region);
    }
  }

  private scanBlock(block: number): void {
    const { words } = this.buffer;
    const end = this.starts[block + 1];
    let last = NONE;
    let firstRaise = NONE;
    for (let at = this.starts[block]; at < end; at += sizeAt(words, at)) {
      if (words[at] === REMOVED) continue;
      last = at;
      if (firstRaise === NONE && RAISES[words[at]] === 1) firstRaise = at;
    }
    this.lasts[block] = last;
    this.firstRaises[block] = firstRaise;
  }

  private connectHandler(block: number, region: number): void {
    const handler = this.placedBlock(this.buffer.regionHandlers[region]);
    this.handler[block] = handler;
    this.exceptionRegister[handler] = this.buffer.regionRegisters[region];
  }

  private placedBlock(label: number): number {
    const block = this.buffer.labelBlocks[label];
    if (block === NONE) throw new Error(`label ${label} is used but was never placed`);
    return block;
  }

  /** Lets jumps go directly where a chain of empty blocks and lone jumps would take them. */
  private threadJumps(): void {
    const final = FINAL.ofLength(this.blockCount);
    for (let block = this.blockCount - 1; block >= 0; block--) {
      final[block] = this.passesTo(block, final);
      const target = this.target[block];
      if (target === NONE) continue;
      if (target > block) this.target[block] = final[target];
      else if (this.lastOpcode(block) !== Op.LoopBack) throw new Error('only LoopBack may jump backwards');
    }
  }

  /** Where control ends up that enters `block`, if the block does nothing; else the block itself. */
  private passesTo(block: number, final: Int32Array): number {
    if (this.isEmpty(block)) return this.next[block] === NONE ? block : final[this.next[block]];
    if (this.isLone(block, Op.Jump) && this.target[block] > block) return final[this.target[block]];
    return block;
  }

  private findReachable(): void {
    const stack = [0];
    const visit = (block: number): void => {
      if (block === NONE || this.reachable[block] === 1) return;
      this.reachable[block] = 1;
      stack.push(block);
    };
    this.reachable[0] = 1;
    while (stack.length > 0) {
      const block = stack.pop() as number;
      visit(this.next[block]);
      visit(this.target[block]);
      visit(this.handler[block]);
    }
  }

  /** `if c goto L; goto M; L:` becomes `if not c goto M; L:` where nothing else comes to the middle jump. */
  private invertBranches(): void {
    const entries = this.countEntries();
    for (let block = 0; block + 2 < this.blockCount; block++) {
      const jump = block + 1;
      if (this.reachable[block] === 0 || this.isEmpty(block)) continue;
      const opposite = OPPOSITE.get(this.lastOpcode(block));
      if (opposite === undefined || entries[jump] !== 1 || !this.isLone(jump, Op.Jump)) continue;
      if (this.target[block] !== this.following(jump)) continue;
      this.buffer.words[this.lasts[block]] = opposite;
      this.next[block] = this.target[block];
      this.target[block] = this.target[jump];
      this.reachable[jump] = 0;
      removeInstruction(this.buffer.words, this.lasts[jump]);
      this.lasts[jump] = NONE;
    }
  }

  /** The first block behind `block` that does something. */
  private following(block: number): number {
    let found = block + 1;
    while (found < this.blockCount && this.isEmpty(found)) found++;
    return found;
  }

  private countEntries(): Int32Array {
    const entries = ENTRIES.take(this.blockCount, 0);
    for (let block = 0; block < this.blockCount; block++) {
      if (this.reachable[block] === 0) continue;
      if (this.next[block] !== NONE) entries[this.next[block]]++;
      if (this.target[block] !== NONE) entries[this.target[block]]++;
    }
    return entries;
  }
}
