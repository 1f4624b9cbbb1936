/**
 * Turns the blocks that are left into the words of a code object: labels become pcs, inline caches, constants and
 * names are numbered in the order of their use, protected regions become the handler table, positions are packed.
 *
 * Requirements:
 *   - blocks are laid out in the order of emission; a jump to what follows anyway is left out;
 *   - the handler table lists inner regions before outer ones: regions are numbered as they are entered, so a higher
 *     number is never around a lower one;
 *   - a ReturnNone without a position stands for the end of the function: each way to it has one of its own, with the
 *     position of what comes before, as in CPython, so that a tracer sees no line that was not run;
 *   - a jump without a position has that of what was emitted before it, so that code that was left out leaves no line behind;
 *   - only constants and names that live instructions mention are kept (and the reserved first constant).
 */
import type { Handler } from '../../bytecode/code.ts';
import type { ConstantValue } from '../../bytecode/constants.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { PositionEncoder } from '../../bytecode/position-table.ts';
import type { FlowGraph } from './flow-graph.ts';
import { HEADER, NONE } from './instruction-buffer.ts';
import {
  CACHE_OFFSET,
  CONSTANT_OFFSET,
  ENDS,
  LABEL_OFFSET,
  NAME_OFFSET,
  REMOVED,
  SIZE,
  VARIADIC,
} from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const CONSTANT_INDICES = new Scratch();
const NAME_INDICES = new Scratch();
const OUTPUT = new Scratch();
const BLOCK_PCS = new Scratch();

export interface Assembled {
  readonly words: Int32Array;
  readonly handlers: Handler[];
  readonly positions: Uint8Array;
  readonly constants: ConstantValue[];
  readonly names: string[];
  readonly cacheCount: number;
}

/** Indices of a pool renumbered in the order of their first use. */
class Renumbering<T> {
  readonly values: T[];
  private readonly pool: readonly T[];
  private readonly indices: Int32Array;

  constructor(pool: readonly T[], scratch: Scratch) {
    this.values = [];
    this.pool = pool;
    this.indices = scratch.take(pool.length, NONE);
  }

  index(old: number): number {
    const known = this.indices[old];
    if (known !== NONE) return known;
    this.indices[old] = this.values.push(this.pool[old]) - 1;
    return this.indices[old];
  }
}

export class Assembler {
  private readonly graph: FlowGraph;
  private readonly source: Int32Array;
  private readonly exceptionRegisters: Int32Array;
  private readonly output: Int32Array;
  private length: number;
  private cacheCount: number;
  private readonly constants: Renumbering<ConstantValue>;
  private readonly names: Renumbering<string>;
  private readonly blockPcs: Int32Array;
  /** Pairs: pc of a label's word, block that it means. */
  private readonly fixups: number[];
  private readonly positions: PositionEncoder;
  /** Pairs: pc of a label's word that means the end of the function, and its position. */
  private readonly exits: number[];
  /** Whether control falls out of the block that was emitted last. */
  private falls: boolean;
  private positionIndex: number;
  private positionCount: number;

  constructor(graph: FlowGraph, exceptionRegisters: Int32Array, firstLine: number) {
    const { buffer } = graph;
    this.graph = graph;
    this.source = buffer.words;
    this.exceptionRegisters = exceptionRegisters;
    // LoopBack in the place of a jump to it has a word more, but the header is a word shorter.
    this.output = OUTPUT.ofLength(buffer.length);
    this.length = 0;
    this.cacheCount = 0;
    this.constants = new Renumbering(buffer.constantPool.values, CONSTANT_INDICES);
    this.names = new Renumbering(buffer.namePool.values, NAME_INDICES);
    this.blockPcs = BLOCK_PCS.ofLength(graph.blockCount + 1);
    this.fixups = [];
    this.positions = new PositionEncoder(firstLine);
    this.exits = [];
    this.falls = true;
    this.positionIndex = NONE;
    this.positionCount = 0;
    if (buffer.hasFirstConstant) this.constants.index(0);
  }

  run(): Assembled {
    const { graph, fixups, output } = this;
    for (let block = 0; block < graph.blockCount; block++) {
      this.blockPcs[block] = this.length;
      if (graph.reachable[block] === 1) this.emitBlock(block);
    }
    this.blockPcs[graph.blockCount] = this.length;
    this.emitExits();
    for (let i = 0; i < fixups.length; i += 2) output[fixups[i]] = this.blockPcs[fixups[i + 1]];
    this.flushPosition();
    return {
      words: output.slice(0, this.length),
      handlers: this.handlers(),
      positions: this.positions.finish(),
      constants: this.constants.values,
      names: this.names.values,
      cacheCount: this.cacheCount,
    };
  }

  private emitBlock(block: number): void {
    const { source, graph } = this;
    if (this.isEndOfFunction(block)) {
      if (this.falls) this.emitReturn(this.placeOf(graph.lasts[block]));
      this.falls = false;
      return;
    }
    this.falls = graph.next[block] !== NONE;
    const end = graph.starts[block + 1];
    let at = graph.starts[block];
    let last: number = NONE;
    while (at < end) {
      const opcode = source[at];
      if (opcode === REMOVED) {
        at += source[at + 1];
        continue;
      }
      let next = at + SIZE[opcode];
      if (VARIADIC[opcode] !== 0) next += source[next - 1];
      if (opcode === Op.Jump) this.emitJump(at, block);
      else if (opcode === Op.Nop && this.isRedundant(at, next, block, last)) {
        at = next;
        continue;
      } else this.emitInstruction(at, next, opcode, block);
      last = opcode;
      at = next;
    }
    if (graph.next[block] === NONE && (last === NONE || ENDS[last] === 0)) throw new Error('control falls off the end');
  }

  /** Whether the block is the end of the function and nothing else. */
  private isEndOfFunction(block: number): boolean {
    return this.graph.isLone(block, Op.ReturnNone) && this.lineOf(this.graph.lasts[block]) < 0;
  }

  /** The position of an instruction, or of what was emitted last if it has none. */
  private placeOf(at: number): number {
    return this.lineOf(at) < 0 && this.positionIndex !== NONE ? this.positionIndex : this.source[at + 1];
  }

  private emitReturn(position: number): void {
    this.countPosition(position);
    this.output[this.length++] = Op.ReturnNone;
  }

  /** Ends of the function for conditional jumps: behind all code, one for each position. */
  private emitExits(): void {
    const { exits, output } = this;
    const pcs = new Map<number, number>();
    for (let i = 0; i < exits.length; i += 2) {
      const position = exits[i + 1];
      let pc = pcs.get(position);
      if (pc === undefined) {
        pc = this.length;
        pcs.set(position, pc);
        this.emitReturn(position);
      }
      output[exits[i]] = pc;
    }
  }

  /** A Nop whose line has another instruction beside it in the block. */
  private isRedundant(at: number, next: number, block: number, last: number): boolean {
    const end = this.graph.starts[block + 1];
    const line = this.lineOf(at);
    if (last !== NONE && this.positionIndex !== NONE && this.lineAt(this.positionIndex) === line) return true;
    let following = next;
    while (following < end && this.source[following] === REMOVED) following += this.source[following + 1];
    if (following === end || this.lineOf(following) !== line) return false;
    return this.source[following] !== Op.Jump || !this.isNext(block, this.graph.target[block]);
  }

  private lineOf(at: number): number {
    return this.lineAt(this.source[at + 1]);
  }

  private lineAt(position: number): number {
    return this.graph.buffer.positions[position].lineno;
  }

  private emitInstruction(at: number, end: number, opcode: number, block: number): void {
    const { source, output } = this;
    const pc = this.length;
    output[pc] = opcode;
    this.countPosition(opcode === Op.LoopBack ? this.placeOf(at) : source[at + 1]);
    for (let i = at + HEADER, to = pc + 1; i < end; i++, to++) output[to] = source[i];
    this.length = pc + end - at - 1;
    const label = LABEL_OFFSET[opcode];
    if (label !== 0) this.linkLabel(pc + label - 1, this.graph.target[block], source[at + 1]);
    const cache = CACHE_OFFSET[opcode];
    if (cache !== 0) output[pc + cache - 1] = this.cacheCount++;
    const constant = CONSTANT_OFFSET[opcode];
    if (constant !== 0) output[pc + constant - 1] = this.constants.index(source[at + constant]);
    const name = NAME_OFFSET[opcode];
    if (name !== 0) output[pc + name - 1] = this.names.index(source[at + name]);
  }

  private linkLabel(at: number, target: number, position: number): void {
    if (this.isEndOfFunction(target)) this.exits.push(at, position);
    else this.fixups.push(at, target);
  }

  private emitJump(at: number, block: number): void {
    const { graph, output } = this;
    const target = graph.target[block];
    this.falls = this.isNext(block, target);
    if (this.falls) return;
    if (this.isEndOfFunction(target)) {
      this.emitReturn(this.placeOf(at));
      return;
    }
    const pc = this.length;
    // Going back at once saves the jump to the end of the loop. A safepoint may raise: it must keep its handler.
    const goesBack =
      graph.isLone(target, Op.LoopBack) && graph.buffer.blockRegions[block] === graph.buffer.blockRegions[target];
    // `continue` has a line of its own.
    const last = graph.lasts[target];
    this.countPosition(goesBack && this.lineOf(last) >= 0 ? this.source[last + 1] : this.placeOf(at));
    output[pc] = goesBack ? Op.LoopBack : Op.Jump;
    this.fixups.push(pc + 1, goesBack ? graph.target[target] : target);
    if (goesBack) output[pc + 2] = this.cacheCount++;
    this.length += goesBack ? 3 : 2;
  }

  /** Whether control gets from the end of `block` to `target` without a jump. */
  private isNext(block: number, target: number): boolean {
    const { graph } = this;
    for (let between = block + 1; between <= target; between++) {
      if (between === target) return true;
      if (graph.reachable[between] === 1 && !graph.isEmpty(between)) return false;
    }
    return false;
  }

  private countPosition(index: number): void {
    if (index !== this.positionIndex) {
      this.flushPosition();
      this.positionIndex = index;
    }
    this.positionCount++;
  }

  private flushPosition(): void {
    if (this.positionCount === 0) return;
    const { lineno, end_lineno, col_offset, end_col_offset } = this.graph.buffer.positions[this.positionIndex];
    this.positions.add(this.positionCount, lineno, end_lineno, col_offset, end_col_offset);
    this.positionCount = 0;
  }

  /** One entry per region and contiguous stretch of its code (the regions inside it included). */
  private handlers(): Handler[] {
    const { buffer } = this.graph;
    const count = buffer.regionHandlers.length;
    if (count === 0) return [];
    const stretches: [start: number, end: number][][] = Array.from({ length: count }, () => []);
    for (let block = 0; block < this.graph.blockCount; block++) this.coverBlock(block, stretches);
    const handlers: Handler[] = [];
    for (let region = count - 1; region >= 0; region--) {
      const handler = buffer.labelBlocks[buffer.regionHandlers[region]];
      for (const [start, end] of stretches[region]) {
        const register = this.exceptionRegisters[handler];
        handlers.push({ start, end, target: this.blockPcs[handler], register });
      }
    }
    return handlers;
  }

  private coverBlock(block: number, stretches: [start: number, end: number][][]): void {
    const { graph, blockPcs } = this;
    const start = blockPcs[block];
    const end = blockPcs[block + 1];
    if (start === end) return;
    const { blockRegions, regionParents, regionHandlers, labelBlocks } = graph.buffer;
    for (let region = blockRegions[block]; region !== NONE; region = regionParents[region]) {
      // A region whose handler nothing can reach has nothing that raises.
      if (graph.reachable[labelBlocks[regionHandlers[region]]] === 0) continue;
      const known = stretches[region];
      const open = known.at(-1);
      if (open !== undefined && open[1] === start) open[1] = end;
      else known.push([start, end]);
    }
  }
}
