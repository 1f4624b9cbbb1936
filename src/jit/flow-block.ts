/** Basic blocks of bytecode, and where control goes from them. */
import { instructionInfo } from '../bytecode/operands.ts';
import type { Choice, Version } from './versions.ts';

export class FlowBlock {
  readonly start: number;
  /** Behind its last instruction. */
  end: number;
  /** pc of the last instruction. */
  last: number;
  readonly successors: FlowBlock[];
  /** Where the code goes on when it is resumed: not by a way within the unit. */
  continuation: FlowBlock | null;
  /** The exception handlers of its instructions. */
  readonly handlers: FlowBlock[];
  /** Whether it is entered by exceptions, and by them alone. */
  isHandler: boolean;
  /** A loop goes back to it. */
  isHeader: boolean;
  /** Place in reverse post-order. */
  order: number;
  /** Registers that are read before they are written from here on. */
  liveIn: Set<number>;
  /** The version of a loop that it belongs to; null in code as it is in the source. */
  version: Version | null;
  /** Whether it is of one round of a loop (unrolling.ts). */
  isUnrolled: boolean;
  /** Of an empty block in front of a loop: the versions of that. */
  choice: Choice | null;

  constructor(start: number) {
    this.start = start;
    this.end = start;
    this.last = start;
    this.successors = [];
    this.continuation = null;
    this.handlers = [];
    this.isHandler = false;
    this.isHeader = false;
    this.order = -1;
    this.liveIn = new Set();
    this.version = null;
    this.isUnrolled = false;
    this.choice = null;
  }
}

/** The same instructions; where control goes from it is still to be said. */
export function copyOf(block: FlowBlock): FlowBlock {
  const copy = new FlowBlock(block.start);
  copy.end = block.end;
  copy.last = block.last;
  copy.continuation = block.continuation;
  copy.isHandler = block.isHandler;
  copy.liveIn = block.liveIn;
  return copy;
}

/** Where control can go from a block. */
export function waysFrom(block: FlowBlock): readonly FlowBlock[] {
  return block.handlers.length === 0 ? block.successors : [...block.successors, ...block.handlers];
}

/** Where the instruction may jump to; -1 if it does not. */
export function labelOf(words: Int32Array, pc: number): number {
  const { operands } = instructionInfo(words[pc]);
  const at = operands.findIndex((operand) => operand.kind === 'label');
  return at < 0 ? -1 : words[pc + 1 + at];
}

export function predecessorsOf(blocks: readonly FlowBlock[]): Map<FlowBlock, FlowBlock[]> {
  const predecessors = new Map<FlowBlock, FlowBlock[]>(blocks.map((block) => [block, []]));
  for (const block of blocks) for (const next of waysFrom(block)) predecessors.get(next)!.push(block);
  return predecessors;
}

/** What leads to one of the jumps back without passing the header. */
export function loopOf(
  header: FlowBlock,
  latches: readonly FlowBlock[],
  predecessors: Map<FlowBlock, FlowBlock[]>,
): Set<FlowBlock> {
  const loop = new Set([header]);
  const todo = [...latches];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    if (loop.has(block)) continue;
    loop.add(block);
    todo.push(...predecessors.get(block)!);
  }
  return loop;
}
