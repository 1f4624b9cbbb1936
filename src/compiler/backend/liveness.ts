/**
 * Live intervals of temporaries: for each, the first and the last point at which its value must be kept.
 *
 * A point is twice the offset of an instruction for its reads, plus one for its writes. An interval is the
 * hull of all live points, so it has no holes; code is emitted in source order, which leaves few.
 *
 * Requirements:
 *   - exception edges count: what a handler reads is live in its whole region from the first instruction that may raise;
 *   - the register of a handler's exception is written at the handler's start;
 *   - work is proportional to the code plus, for each temporary live across blocks, the blocks it is live in (most
 *     temporaries live in one block, so no sets of registers per block are made).
 */
import type { FlowGraph } from './flow-graph.ts';
import { NONE } from './instruction-buffer.ts';
import { lowestBit, READS, REMOVED, SIZE, VARIADIC, VARIADIC_READS, WRITES } from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const FROM = new Scratch();
const TO = new Scratch();
const CROSSES = new Scratch();
const WRITTEN_IN = new Scratch();
const EXPOSED_IN = new Scratch();
const EXPOSURES = new Scratch();
const WRITERS = new Scratch();
const PREDECESSORS = new Scratch();
const RAISERS = new Scratch();
const NEEDS = new Scratch();
const BLOCK_WRITES = new Scratch();
const FIRST_WRITES = new Scratch();

/** A linked list per temporary or block, in two arrays: `heads[key]` is an entry, `links[entry]` the next one. */
class ListTable {
  readonly heads: Int32Array;
  readonly links: number[];
  readonly values: number[];

  constructor(keys: number, scratch: Scratch) {
    this.heads = scratch.take(keys, NONE);
    this.links = [];
    this.values = [];
  }

  add(key: number, value: number): void {
    this.links.push(this.heads[key]);
    this.heads[key] = this.values.push(value) - 1;
  }
}

export class Intervals {
  /** Number of the first temporary; the arrays are indexed by register minus this. */
  readonly firstTemp: number;
  readonly count: number;
  /** First and last point of each temporary; NONE for one that does not occur. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Whether the temporary is live at a border of blocks. */
  readonly crosses: Int32Array;
  /** The temporaries that cross blocks. */
  readonly crossing: number[];

  constructor(firstTemp: number, count: number) {
    this.firstTemp = firstTemp;
    this.count = count;
    this.from = FROM.take(count, NONE);
    this.to = TO.take(count, NONE);
    this.crosses = CROSSES.take(count, 0);
    this.crossing = [];
  }

  extend(temp: number, point: number): void {
    if (this.from[temp] === NONE || point < this.from[temp]) this.from[temp] = point;
    if (point > this.to[temp]) this.to[temp] = point;
  }
}

/** The point behind everything in the block that ends at word `end`, and before the next block. */
export function endPoint(end: number): number {
  return 2 * end - 1;
}

export function findIntervals(graph: FlowGraph): Intervals {
  return new LivenessAnalysis(graph).run();
}

class LivenessAnalysis {
  private readonly graph: FlowGraph;
  private readonly words: Int32Array;
  private readonly fixed: number;
  private readonly intervals: Intervals;
  /** Last block that wrote each temporary, while blocks are scanned in order. */
  private readonly writtenIn: Int32Array;
  /** Last block for which each temporary was noted as read before written. */
  private readonly exposedIn: Int32Array;
  /** Blocks that read each temporary before they write it. */
  private readonly exposures: ListTable;
  /** Blocks that write each temporary, and the offsets of their first writes (entry by entry). */
  private readonly writers: ListTable;
  private readonly writeOffsets: number[];

  constructor(graph: FlowGraph) {
    const { buffer } = graph;
    const count = buffer.registerCount - buffer.fixedCount;
    this.graph = graph;
    this.words = buffer.words;
    this.fixed = buffer.fixedCount;
    this.intervals = new Intervals(this.fixed, count);
    this.writtenIn = WRITTEN_IN.take(count, NONE);
    this.exposedIn = EXPOSED_IN.take(count, NONE);
    this.exposures = new ListTable(count, EXPOSURES);
    this.writers = new ListTable(count, WRITERS);
    this.writeOffsets = [];
  }

  run(): Intervals {
    const { graph, intervals } = this;
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.scanBlock(block);
    if (intervals.crossing.length > 0) {
      const walk = new BackwardWalk(graph, intervals, this.writers, this.writeOffsets);
      for (const temp of intervals.crossing) walk.extend(temp, this.exposures);
    }
    return intervals;
  }

  private scanBlock(block: number): void {
    const { words, graph } = this;
    const end = graph.starts[block + 1];
    const exception = graph.exceptionRegister[block];
    let at = graph.starts[block];
    if (exception !== NONE) this.write(exception, block, at, 2 * at);
    while (at < end) {
      const opcode = words[at];
      if (opcode === REMOVED) {
        at += words[at + 1];
        continue;
      }
      for (let bits = READS[opcode]; bits !== 0; bits &= bits - 1) this.read(words[at + lowestBit(bits)], block, at);
      let next = at + SIZE[opcode];
      const variadic = VARIADIC[opcode];
      if (variadic !== 0) {
        const first = next;
        next += words[first - 1];
        if (variadic === VARIADIC_READS) for (let i = first; i < next; i++) this.read(words[i], block, at);
        else for (let i = first; i < next; i++) this.write(words[i], block, at, 2 * at + 1);
      }
      for (let bits = WRITES[opcode]; bits !== 0; bits &= bits - 1) {
        this.write(words[at + lowestBit(bits)], block, at, 2 * at + 1);
      }
      at = next;
    }
  }

  private read(register: number, block: number, at: number): void {
    const temp = register - this.fixed;
    if (temp < 0) return;
    this.intervals.extend(temp, 2 * at);
    if (this.writtenIn[temp] === block || this.exposedIn[temp] === block) return;
    this.exposedIn[temp] = block;
    this.exposures.add(temp, block);
    if (this.intervals.crosses[temp] === 0) {
      this.intervals.crosses[temp] = 1;
      this.intervals.crossing.push(temp);
    }
  }

  private write(register: number, block: number, at: number, point: number): void {
    const temp = register - this.fixed;
    if (temp < 0) return;
    this.intervals.extend(temp, point);
    if (this.writtenIn[temp] === block) return;
    this.writtenIn[temp] = block;
    this.writers.add(temp, block);
    this.writeOffsets.push(at);
  }
}

/** Follows edges backwards from the blocks that need a value to those that write it. */
class BackwardWalk {
  private readonly graph: FlowGraph;
  private readonly intervals: Intervals;
  private readonly writers: ListTable;
  private readonly writeOffsets: number[];
  /** Blocks that go to each block, and those whose exceptions it handles. */
  private readonly predecessors: ListTable;
  private readonly raisers: ListTable;
  /** The temporary for which a block was last found to need it at its start. */
  private readonly needs: Int32Array;
  /** The temporary that a block was last noted to write, and where it does so first. */
  private readonly writes: Int32Array;
  private readonly firstWrites: Int32Array;
  private readonly stack: number[];

  constructor(graph: FlowGraph, intervals: Intervals, writers: ListTable, writeOffsets: number[]) {
    const { blockCount } = graph;
    this.graph = graph;
    this.intervals = intervals;
    this.writers = writers;
    this.writeOffsets = writeOffsets;
    this.predecessors = new ListTable(blockCount, PREDECESSORS);
    this.raisers = new ListTable(blockCount, RAISERS);
    this.needs = NEEDS.take(blockCount, NONE);
    this.writes = BLOCK_WRITES.take(blockCount, NONE);
    this.firstWrites = FIRST_WRITES.ofLength(blockCount);
    this.stack = [];
    this.collectPredecessors();
  }

  extend(temp: number, exposures: ListTable): void {
    const { writers, stack } = this;
    for (let entry = writers.heads[temp]; entry !== NONE; entry = writers.links[entry]) {
      const block = writers.values[entry];
      this.writes[block] = temp;
      this.firstWrites[block] = this.writeOffsets[entry];
    }
    for (let entry = exposures.heads[temp]; entry !== NONE; entry = exposures.links[entry]) {
      this.need(temp, exposures.values[entry]);
    }
    while (stack.length > 0) this.extendIntoPredecessors(temp, stack.pop() as number);
  }

  private collectPredecessors(): void {
    const { graph, predecessors, raisers } = this;
    for (let block = 0; block < graph.blockCount; block++) {
      if (graph.reachable[block] === 0) continue;
      if (graph.next[block] !== NONE) predecessors.add(graph.next[block], block);
      if (graph.target[block] !== NONE) predecessors.add(graph.target[block], block);
      if (graph.handler[block] !== NONE) raisers.add(graph.handler[block], block);
    }
  }

  /** `temp` is live at the start of `block`. */
  private need(temp: number, block: number): void {
    if (this.needs[block] === temp) return;
    this.needs[block] = temp;
    this.intervals.extend(temp, 2 * this.graph.starts[block]);
    this.stack.push(block);
  }

  private extendIntoPredecessors(temp: number, block: number): void {
    const { graph, predecessors, raisers, intervals } = this;
    for (let entry = predecessors.heads[block]; entry !== NONE; entry = predecessors.links[entry]) {
      const from = predecessors.values[entry];
      intervals.extend(temp, endPoint(graph.starts[from + 1]));
      if (this.writes[from] !== temp) this.need(temp, from);
    }
    for (let entry = raisers.heads[block]; entry !== NONE; entry = raisers.links[entry]) {
      const from = raisers.values[entry];
      intervals.extend(temp, endPoint(graph.starts[from + 1]));
      const isWrittenFirst = this.writes[from] === temp && this.firstWrites[from] < graph.firstRaises[from];
      if (!isWrittenFirst) this.need(temp, from);
    }
  }
}
