/**
 * Removes CheckBound where the local variable is bound on every path: a forward analysis over the blocks.
 *
 * Requirements:
 *   - `Unbind` (of `del`, and of the name of `except ... as`) makes a variable unbound; a CheckBound that passes proves it bound;
 *   - an instruction that raises has not written its destinations, so a handler sees a variable as bound only if it was bound
 *     at the start of every block of its region that can raise, and is unbound nowhere in it;
 *   - the iterator of a loop that is exhausted does not write the loop's variable: only the way into the body binds it;
 *   - the state of every block begins as "all bound" and only shrinks, so the iteration ends; without `del` in
 *     loops the second round finds nothing to do.
 * Only variables that are checked somewhere take part: one bit each per block.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { FlowGraph } from './flow-graph.ts';
import { HEADER, NONE } from './instruction-buffer.ts';
import {
  lowestBit,
  REMOVED,
  removeInstruction,
  SIZE,
  sizeAt,
  VARIADIC,
  VARIADIC_WRITES,
  WRITES,
} from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const INDICES = new Scratch();
const ENTRY = new Scratch();
const BOUND = new Scratch();
const UNBOUND = new Scratch();
const EVER_UNBOUND = new Scratch();
const LOOP_VARIABLE = new Scratch();

/** `boundCount`: registers below are parameters, bound at entry. */
export function removeBoundChecks(graph: FlowGraph, boundCount: number): void {
  const checked = checkedLocals(graph);
  if (checked === undefined) return;
  new DefiniteAssignment(graph, checked).run(boundCount);
  // A check may have been the only thing in a protected region that could raise.
  if (graph.buffer.regionHandlers.length > 0) graph.pruneHandlers();
}

/** For each local its index among the checked ones, or NONE; `undefined` if nothing is checked. */
function checkedLocals(graph: FlowGraph): Int32Array | undefined {
  const { words, length, fixedCount } = graph.buffer;
  let indices: Int32Array | undefined;
  let count = 0;
  for (let at = 0; at < length; at += sizeAt(words, at)) {
    if (words[at] !== Op.CheckBound) continue;
    indices ??= INDICES.take(fixedCount + 1, NONE);
    const local = words[at + HEADER];
    if (indices[local] === NONE) indices[local] = count++;
  }
  if (indices !== undefined) indices[fixedCount] = count;
  return indices;
}

class DefiniteAssignment {
  private readonly graph: FlowGraph;
  private readonly indices: Int32Array;
  /** Words of bits per block. */
  private readonly width: number;
  private readonly entry: Int32Array;
  /** Bound, unbound at the end of a block whatever came in; and unbound anywhere in it. */
  private readonly bound: Int32Array;
  private readonly unbound: Int32Array;
  private readonly everUnbound: Int32Array;
  /** Index of the variable that the ForIter at the end of a block binds on the way into the loop, or NONE. */
  private readonly loopVariable: Int32Array;

  constructor(graph: FlowGraph, checked: Int32Array) {
    const count = checked[graph.buffer.fixedCount];
    this.graph = graph;
    this.indices = checked;
    this.width = (count + 31) >> 5;
    const size = graph.blockCount * this.width;
    this.entry = ENTRY.take(size, -1);
    this.bound = BOUND.take(size, 0);
    this.unbound = UNBOUND.take(size, 0);
    this.everUnbound = EVER_UNBOUND.take(size, 0);
    this.loopVariable = LOOP_VARIABLE.take(graph.blockCount, NONE);
  }

  run(boundCount: number): void {
    const { graph, entry, width, indices } = this;
    entry.fill(0, 0, width);
    for (let local = 0; local < boundCount; local++) {
      const index = indices[local];
      if (index !== NONE) entry[index >> 5] |= 1 << (index & 31);
    }
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.summarise(block);
    while (this.spread());
    for (let block = 0; block < graph.blockCount; block++) if (graph.reachable[block] === 1) this.removeIn(block);
  }

  private summarise(block: number): void {
    const { words } = this.graph.buffer;
    const end = this.graph.starts[block + 1];
    for (let at = this.graph.starts[block]; at < end; at += sizeAt(words, at)) {
      const opcode = words[at];
      if (opcode === REMOVED) continue;
      if (opcode === Op.CheckBound) this.noteBound(block, words[at + HEADER]);
      else if (opcode === Op.Unbind) this.noteUnbound(block, words[at + HEADER]);
      else if (opcode === Op.ForIter) this.loopVariable[block] = this.indexOf(words[at + HEADER]);
      else this.noteWrites(block, at, opcode);
    }
  }

  private noteWrites(block: number, at: number, opcode: number): void {
    const { words } = this.graph.buffer;
    for (let bits = WRITES[opcode]; bits !== 0; bits &= bits - 1) this.noteBound(block, words[at + lowestBit(bits)]);
    if (VARIADIC[opcode] !== VARIADIC_WRITES) return;
    const end = at + sizeAt(words, at);
    for (let i = at + SIZE[opcode]; i < end; i++) this.noteBound(block, words[i]);
  }

  private noteBound(block: number, register: number): void {
    const index = this.indexOf(register);
    if (index === NONE) return;
    const word = block * this.width + (index >> 5);
    this.bound[word] |= 1 << (index & 31);
    this.unbound[word] &= ~(1 << (index & 31));
  }

  private noteUnbound(block: number, register: number): void {
    const index = this.indexOf(register);
    if (index === NONE) return;
    const word = block * this.width + (index >> 5);
    this.unbound[word] |= 1 << (index & 31);
    this.everUnbound[word] |= 1 << (index & 31);
    this.bound[word] &= ~(1 << (index & 31));
  }

  private indexOf(register: number): number {
    return register < this.graph.buffer.fixedCount ? this.indices[register] : NONE;
  }

  /** One round over all blocks; returns whether anything changed that an earlier block must see. */
  private spread(): boolean {
    const { graph } = this;
    let changedEarlier = false;
    for (let block = 0; block < graph.blockCount; block++) {
      if (graph.reachable[block] === 0) continue;
      const { next, target, handler } = graph;
      this.flow(block, next[block], false, this.loopVariable[block]);
      if (this.flow(block, target[block], false) && target[block] <= block) changedEarlier = true;
      if (this.flow(block, handler[block], true) && handler[block] <= block) changedEarlier = true;
    }
    return changedEarlier;
  }

  /**
   * Narrows the state at the start of `to` by that at the end (or, for a handler, anywhere) of `from`; the variable
   * number `alsoBound` is bound on this way.
   */
  private flow(from: number, to: number, isException: boolean, alsoBound: number = NONE): boolean {
    if (to === NONE) return false;
    const { width, entry, bound, unbound, everUnbound } = this;
    let changed = false;
    for (let i = 0; i < width; i++) {
      const at = from * width + i;
      let state = isException ? entry[at] & ~everUnbound[at] : (entry[at] | bound[at]) & ~unbound[at];
      if (alsoBound !== NONE && alsoBound >> 5 === i) state |= 1 << (alsoBound & 31);
      const narrowed = entry[to * width + i] & state;
      if (narrowed === entry[to * width + i]) continue;
      entry[to * width + i] = narrowed;
      changed = true;
    }
    return changed;
  }

  /** Removes the checks of a block, with what is known at each. */
  private removeIn(block: number): void {
    const { words } = this.graph.buffer;
    const { entry, width } = this;
    // From here on the summaries serve as the running state: bound since the start of the block, or unbound since.
    this.bound.fill(0, block * width, block * width + width);
    this.unbound.fill(0, block * width, block * width + width);
    const end = this.graph.starts[block + 1];
    for (let at = this.graph.starts[block]; at < end; at += sizeAt(words, at)) {
      const opcode = words[at];
      if (opcode === REMOVED) continue;
      if (opcode === Op.Unbind) this.noteUnbound(block, words[at + HEADER]);
      else if (opcode !== Op.CheckBound) this.noteWrites(block, at, opcode);
      else {
        const local = words[at + HEADER];
        const index = this.indices[local];
        const word = block * width + (index >> 5);
        const state = (entry[word] | this.bound[word]) & ~this.unbound[word];
        this.noteBound(block, local);
        if ((state & (1 << (index & 31))) !== 0) removeInstruction(words, at);
      }
    }
  }
}
