/**
 * Removes moves from and to temporaries that nobody can notice. For a temporary t and any register x:
 *
 *   t = op(...); x = t            becomes   x = op(...)     and x is read where t was
 *   t = x; ... use of t ...       becomes   ... use of x ...
 *
 * Requirements (local variables are visible: to handlers, to tracebacks, to whoever inspects the frame during a call):
 *   - a local is written earlier than its Move only if nothing stands in between that could raise, read it or write it, and on the line of
 *     the Move: tracers see it unbound before;
 *   - a register may be read later than its Move only if nothing in between writes it, and all reads of the temporary are in
 *     the same block: then the temporary and its Move vanish;
 *   - cells are registers like locals here: their registers are written once, at the start.
 * Each Move looks ahead a bounded distance, so the pass is linear.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { FlowGraph } from './flow-graph.ts';
import { HEADER, NONE } from './instruction-buffer.ts';
import {
  lowestBit,
  READS,
  REMOVED,
  removeInstruction,
  SIZE,
  sizeAt,
  VARIADIC,
  VARIADIC_READS,
  VARIADIC_WRITES,
  WRITES,
} from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const READ_COUNTS = new Scratch();
const WRITE_COUNTS = new Scratch();

/** How many instructions a Move is followed. */
const REACH = 40;
const DST = HEADER;
const SRC = HEADER + 1;

export function propagateCopies(graph: FlowGraph): void {
  if (hasMove(graph)) new CopyPropagation(graph).run();
}

function hasMove(graph: FlowGraph): boolean {
  const { words, length } = graph.buffer;
  for (let at = 0; at < length; at += sizeAt(words, at)) if (words[at] === Op.Move) return true;
  return false;
}

class CopyPropagation {
  private readonly graph: FlowGraph;
  private readonly words: Int32Array;
  private readonly fixed: number;
  /** Number of instructions that read and that write each temporary. */
  private readonly readCounts: Int32Array;
  private readonly writeCounts: Int32Array;

  constructor(graph: FlowGraph) {
    const { buffer } = graph;
    this.graph = graph;
    this.words = buffer.words;
    this.fixed = buffer.fixedCount;
    this.readCounts = READ_COUNTS.take(buffer.registerCount - this.fixed, 0);
    this.writeCounts = WRITE_COUNTS.take(buffer.registerCount - this.fixed, 0);
  }

  run(): void {
    const { graph } = this;
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.countBlock(block);
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.rewriteBlock(block);
  }

  private countBlock(block: number): void {
    const { words, graph } = this;
    const exception = graph.exceptionRegister[block];
    if (exception >= this.fixed) this.writeCounts[exception - this.fixed]++;
    const end = graph.starts[block + 1];
    for (let at = graph.starts[block]; at < end; at += sizeAt(words, at)) {
      if (words[at] === REMOVED) continue;
      forEachOperand(words, at, true, (offset) => this.count(this.readCounts, words[offset]));
      forEachOperand(words, at, false, (offset) => this.count(this.writeCounts, words[offset]));
    }
  }

  private count(counts: Int32Array, register: number): void {
    if (register >= this.fixed) counts[register - this.fixed]++;
  }

  private rewriteBlock(block: number): void {
    const { words, graph } = this;
    const end = graph.starts[block + 1];
    let previous: number = NONE;
    for (let at = graph.starts[block]; at < end; at += sizeAt(words, at)) {
      const opcode = words[at];
      if (opcode === REMOVED) continue;
      if (opcode === Op.Move) {
        if (previous !== NONE) this.writeDirectly(previous, at, end);
        if (words[at] === Op.Move) this.readDirectly(at, end);
      }
      if (words[at] !== REMOVED && words[at] !== Op.Nop) previous = at;
    }
  }

  /** `t = op(...); x = t`, one behind the other: computes into x. What reads t further on reads x. */
  private writeDirectly(producer: number, move: number, end: number): void {
    const { words, fixed } = this;
    const wanted = words[move + DST];
    const temp = words[move + SRC];
    if (temp < fixed || words[producer] === REMOVED || this.writeCounts[temp - fixed] !== 1) return;
    if (wanted < fixed && this.lineOf(producer) !== this.lineOf(move)) return;
    const written = this.destination(producer, temp);
    if (written === NONE || this.doesWrite(producer, wanted)) return;
    const others = this.readCounts[temp - fixed] - 1;
    if (others > 0 && !this.canRead(temp, wanted, others, move + sizeAt(words, move), end)) return;
    words[written] = wanted;
    this.replaceReads(temp, wanted, others, move + sizeAt(words, move), end);
    this.readCounts[temp - fixed] = 0;
    removeInstruction(words, move);
  }

  private lineOf(at: number): number {
    return this.graph.buffer.positions[this.words[at + 1]].lineno;
  }

  /** Offset of the operand through which the instruction writes `temp`, or NONE. */
  private destination(producer: number, temp: number): number {
    let found: number = NONE;
    forEachOperand(this.words, producer, false, (offset) => {
      if (this.words[offset] === temp) found = offset;
    });
    return found;
  }

  /** `t = x; ... t ...`: reads x where t was read, if that is all there is to t. */
  private readDirectly(move: number, end: number): void {
    const { words, fixed } = this;
    const temp = words[move + DST];
    const source = words[move + SRC];
    if (temp < fixed || this.writeCounts[temp - fixed] !== 1) return;
    const reads = this.readCounts[temp - fixed];
    const next = move + sizeAt(words, move);
    if (!this.canRead(temp, source, reads, next, end)) return;
    this.replaceReads(temp, source, reads, next, end);
    this.readCounts[temp - fixed] = 0;
    removeInstruction(words, move);
  }

  /** Whether all `reads` of `temp` are in [from, end) and in front of any write to `source`. */
  private canRead(temp: number, source: number, reads: number, from: number, end: number): boolean {
    const { words } = this;
    let found = 0;
    let steps = 0;
    for (let at = from; at < end && found < reads; at += sizeAt(words, at)) {
      if (words[at] === REMOVED) continue;
      if (++steps > REACH) return false;
      forEachOperand(words, at, true, (offset) => {
        if (words[offset] === temp) found++;
      });
      if (found < reads && this.doesWrite(at, source)) return false;
    }
    return found === reads;
  }

  private doesWrite(at: number, register: number): boolean {
    let found = false;
    forEachOperand(this.words, at, false, (offset) => {
      if (this.words[offset] === register) found = true;
    });
    return found;
  }

  private replaceReads(temp: number, source: number, reads: number, from: number, end: number): void {
    const { words } = this;
    let left = reads;
    for (let at = from; at < end && left > 0; at += sizeAt(words, at)) {
      if (words[at] === REMOVED) continue;
      forEachOperand(words, at, true, (offset) => {
        if (words[offset] !== temp) return;
        words[offset] = source;
        left--;
      });
    }
  }
}

/** Calls `visit` with the offset of every register operand that the instruction reads, or writes. */
function forEachOperand(words: Int32Array, at: number, reads: boolean, visit: (offset: number) => void): void {
  const opcode = words[at];
  const size = SIZE[opcode];
  for (let bits = reads ? READS[opcode] : WRITES[opcode]; bits !== 0; bits &= bits - 1) visit(at + lowestBit(bits));
  if (VARIADIC[opcode] !== (reads ? VARIADIC_READS : VARIADIC_WRITES)) return;
  const end = at + size + words[at + size - 1];
  for (let i = at + size; i < end; i++) visit(i);
}
