/**
 * Gives every temporary a register: linear scan over live intervals, in one walk over the code that also rewrites it.
 *
 * Requirements:
 *   - two temporaries share a register only if their intervals do not overlap. A destination may take the
 *     register of an operand that ends there: instructions read before they write. Two destinations of one instruction differ;
 *   - the number of registers is the greatest number of overlapping intervals: a new one is taken only if none is free;
 *   - a register that was freed last is taken first, so the destination of a Move gets the register of a source that ends
 *     there, and the Move disappears.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { FlowGraph } from './flow-graph.ts';
import { NONE } from './instruction-buffer.ts';
import { endPoint, type Intervals } from './liveness.ts';
import {
  lowestBit,
  READS,
  REMOVED,
  removeInstruction,
  SIZE,
  VARIADIC,
  VARIADIC_READS,
  WRITES,
} from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const REGISTERS = new Scratch();
const EXCEPTION_REGISTERS = new Scratch();

export class RegisterAllocation {
  /** Size of the register file: locals, cells and the temporaries' registers. */
  registerCount: number;
  /** Register of each temporary, or NONE for one that does not occur. */
  readonly registers: Int32Array;
  /** Register that takes the exception of the block's handler region, by handler block. */
  readonly exceptionRegisters: Int32Array;
  private readonly graph: FlowGraph;
  private readonly words: Int32Array;
  private readonly intervals: Intervals;
  private readonly fixed: number;
  private readonly free: number[];
  /** Crossing temporaries that begin or end at the border of a block: lists by block. */
  private readonly beginning: Map<number, number[]>;
  private readonly ending: Map<number, number[]>;
  private readonly dying: number[];

  constructor(graph: FlowGraph, intervals: Intervals) {
    this.registerCount = graph.buffer.fixedCount;
    this.registers = REGISTERS.take(intervals.count, NONE);
    this.exceptionRegisters = EXCEPTION_REGISTERS.ofLength(graph.blockCount);
    this.exceptionRegisters.set(graph.exceptionRegister.subarray(0, graph.blockCount));
    this.graph = graph;
    this.words = graph.buffer.words;
    this.intervals = intervals;
    this.fixed = graph.buffer.fixedCount;
    this.free = [];
    this.beginning = new Map();
    this.ending = new Map();
    this.dying = [];
    this.sortCrossing();
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.allocateBlock(block);
  }

  /** Notes the temporaries whose interval begins or ends between instructions. */
  private sortCrossing(): void {
    const { from, to, crossing } = this.intervals;
    const begins = new Map<number, number[]>();
    const ends = new Map<number, number[]>();
    for (const temp of crossing) {
      addTo(begins, from[temp], temp);
      addTo(ends, to[temp], temp);
    }
    if (crossing.length === 0) return;
    const { starts, reachable, blockCount } = this.graph;
    for (let block = 0; block < blockCount; block++) {
      if (reachable[block] === 0) continue;
      const first = begins.get(2 * starts[block]);
      if (first !== undefined) this.beginning.set(block, first);
      const last = ends.get(endPoint(starts[block + 1]));
      if (last !== undefined) this.ending.set(block, last);
    }
  }

  private allocateBlock(block: number): void {
    const { graph, words } = this;
    const end = graph.starts[block + 1];
    this.enterBlock(block);
    let at = graph.starts[block];
    while (at < end) {
      const opcode = words[at];
      if (opcode === REMOVED) {
        at += words[at + 1];
        continue;
      }
      let next = at + SIZE[opcode];
      if (VARIADIC[opcode] !== 0) next += words[next - 1];
      this.allocateInstruction(at, opcode, next);
      at = next;
    }
    for (const temp of this.ending.get(block) ?? []) this.release(temp);
  }

  private enterBlock(block: number): void {
    for (const temp of this.beginning.get(block) ?? []) this.assign(temp);
    const exception = this.graph.exceptionRegister[block];
    if (exception === NONE || exception < this.fixed) return;
    const temp = exception - this.fixed;
    this.exceptionRegisters[block] = this.assign(temp);
    // Where nothing reads the exception, its register is free again at once.
    if (this.intervals.to[temp] === 2 * this.graph.starts[block]) this.release(temp);
  }

  private allocateInstruction(at: number, opcode: number, end: number): void {
    const { words } = this;
    const variadic = VARIADIC[opcode];
    const first = at + SIZE[opcode];
    for (let bits = READS[opcode]; bits !== 0; bits &= bits - 1) this.rewriteRead(at + lowestBit(bits), at);
    if (variadic === VARIADIC_READS) for (let i = first; i < end; i++) this.rewriteRead(i, at);
    this.releaseDying();
    for (let bits = WRITES[opcode] & ~READS[opcode]; bits !== 0; bits &= bits - 1) {
      this.rewriteWrite(at + lowestBit(bits), at);
    }
    if (variadic !== 0 && variadic !== VARIADIC_READS) for (let i = first; i < end; i++) this.rewriteWrite(i, at);
    this.releaseDying();
    if (opcode === Op.Move && words[at + 2] === words[at + 3]) removeInstruction(words, at);
  }

  private rewriteRead(offset: number, at: number): void {
    const temp = this.words[offset] - this.fixed;
    if (temp < 0) return;
    this.words[offset] = this.registers[temp];
    if (this.intervals.to[temp] === 2 * at) this.dying.push(temp);
  }

  private rewriteWrite(offset: number, at: number): void {
    const temp = this.words[offset] - this.fixed;
    if (temp < 0) return;
    this.words[offset] = this.assign(temp);
    if (this.intervals.to[temp] === 2 * at + 1) this.dying.push(temp);
  }

  private assign(temp: number): number {
    if (this.registers[temp] === NONE) this.registers[temp] = this.free.pop() ?? this.registerCount++;
    return this.registers[temp];
  }

  private release(temp: number): void {
    // An operand may name the temporary twice: it is released once.
    if (this.intervals.to[temp] === NONE) return;
    this.intervals.to[temp] = NONE;
    this.free.push(this.registers[temp]);
  }

  private releaseDying(): void {
    const { dying } = this;
    while (dying.length > 0) this.release(dying.pop() as number);
  }
}

function addTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
