/**
 * Loops in several versions. An innermost loop that has met the same lists with items kept in different ways (ints at one time, floats at another) would have
 * to test and box each item. So it is copied: where it is entered the lists are looked at, once, and one version works on lists of floats only, one
 * on lists of ints only, and the loop as it is in the source serves all others.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { FLOAT as FLOAT_ITEMS, INT as INT_ITEMS, type ListKind } from '../objspace/types/list/kinds.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { copyOf, FlowBlock, labelOf, loopOf, predecessorsOf } from './flow-block.ts';
import type { Node } from './graph.ts';
import { FLOAT, isWithin, LIST, LIST_EMPTY, LIST_OF_FLOATS } from './kinds.ts';
import type { Profile } from './profile.ts';

/** Each version has lists of one of these. */
const KINDS: readonly ListKind[] = [FLOAT_ITEMS, INT_ITEMS];

/** Words of bytecode beyond which a loop is not copied. */
const MOST_WORDS = 80;

/** A copy of a loop, for lists that keep their items in one way. */
export class Version {
  readonly kind: ListKind;
  readonly header: FlowBlock;
  /** The lists that are known to be such where the copy is entered, once it is compiled. */
  readonly lists: Set<Node>;

  constructor(kind: ListKind, header: FlowBlock) {
    this.kind = kind;
    this.header = header;
    this.lists = new Set();
  }
}

/** What an empty block in front of a loop chooses from. */
export interface Choice {
  readonly header: FlowBlock;
  readonly loop: ReadonlySet<FlowBlock>;
  readonly versions: readonly Version[];
}

/** Ways of keeping items that a mask says, if it is one of lists. */
export function strategiesIn(mask: number): number {
  return isWithin(mask, LIST) ? mask & ~LIST_EMPTY : 0;
}

function isMixed(mask: number): boolean {
  const strategies = strategiesIn(mask);
  return (strategies & (strategies - 1)) !== 0;
}

/** Whether a mask is of lists that have floats at one time and other items at another. */
export function isMixedWithFloats(mask: number): boolean {
  return isMixed(mask) && (mask & LIST_OF_FLOATS) !== 0;
}

/** The instructions of a code that may have to do with items of lists. */
export function accessesIn(words: Int32Array): number[] {
  const found: number[] = [];
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
    const opcode = words[pc];
    if (opcode === Op.LoadItem || opcode === Op.StoreItem || opcode === Op.GetIter) found.push(pc);
  }
  return found;
}

/** Those of them that meet lists whose items are kept in different ways, floats among them. */
export function mixedAccesses(accesses: readonly number[], words: Int32Array, { sites }: Profile): readonly number[] {
  return accesses.some((pc) => isMixedAccess(words[pc], sites[pc]?.masks))
    ? accesses.filter((pc) => isMixedAccess(words[pc], sites[pc]?.masks))
    : NONE;
}

const NONE: readonly number[] = [];

function isMixedAccess(opcode: number, masks: readonly number[] | undefined): boolean {
  if (masks === undefined) return false;
  return isMixedWithFloats(masks[0]) || (opcode === Op.StoreItem && isMixed(masks[0]) && (masks[2] & FLOAT) !== 0);
}

/** Puts a choice in front of each innermost loop with such an instruction; gives the blocks that are added, and the one that stands for `entry` now. */
export function addVersions(
  blocks: readonly FlowBlock[],
  entry: FlowBlock,
  words: Int32Array,
  mixed: readonly number[],
): { added: FlowBlock[]; entry: FlowBlock } {
  const added: FlowBlock[] = [];
  let first = entry;
  const predecessors = predecessorsOf(blocks);
  for (const { header, loop } of innermostLoops(blocks, words, predecessors)) {
    if (!isWorthwhile(loop, words, mixed)) continue;
    const choice = new FlowBlock(header.start);
    choice.last = header.start;
    choice.liveIn = header.liveIn;
    for (const before of predecessors.get(header)!) {
      if (loop.has(before)) continue;
      before.successors[before.successors.indexOf(header)] = choice;
    }
    if (header === first) first = choice;
    const versions = KINDS.map((kind) => versionOf(kind, header, loop, added));
    choice.choice = { header, loop, versions };
    choice.successors.push(...versions.map((version) => version.header), header);
    added.push(choice);
  }
  return { added, entry: first };
}

function versionOf(kind: ListKind, header: FlowBlock, loop: ReadonlySet<FlowBlock>, added: FlowBlock[]): Version {
  const copies = new Map([...loop].map((block) => [block, copyOf(block)]));
  const version = new Version(kind, copies.get(header)!);
  for (const [block, copy] of copies) {
    copy.version = version;
    copy.successors.push(...block.successors.map((next) => copies.get(next) ?? next));
    copy.handlers.push(...block.handlers);
    added.push(copy);
  }
  return version;
}

export function innermostLoops(
  blocks: readonly FlowBlock[],
  words: Int32Array,
  predecessors: Map<FlowBlock, FlowBlock[]>,
): { header: FlowBlock; loop: Set<FlowBlock> }[] {
  const latches = new Map<FlowBlock, FlowBlock[]>();
  for (const latch of blocks) {
    if (words[latch.last] !== Op.LoopBack) continue;
    const header = latch.successors.find(({ start }) => start === labelOf(words, latch.last))!;
    latches.set(header, [...(latches.get(header) ?? []), latch]);
  }
  const loops = [...latches].map(([header, ends]) => ({ header, loop: loopOf(header, ends, predecessors) }));
  return loops.filter(({ header, loop }) => loops.every((other) => other.header === header || !loop.has(other.header)));
}

function isWorthwhile(loop: ReadonlySet<FlowBlock>, words: Int32Array, mixed: readonly number[]): boolean {
  let size = 0;
  for (const block of loop) {
    if (block.isHandler || block.continuation !== null) return false;
    size += block.end - block.start;
  }
  return size <= MOST_WORDS && mixed.some((pc) => isOfLoop(pc, loop, words));
}

/** Whether the access is in the loop, or makes the iterator that the loop moves on. */
function isOfLoop(pc: number, loop: ReadonlySet<FlowBlock>, words: Int32Array): boolean {
  for (const block of loop) {
    if (block.start <= pc && pc < block.end) return true;
    if (words[pc] !== Op.GetIter) continue;
    for (let at = block.start; at < block.end; at += instructionLength(words, at))
      if (words[at] === Op.ForIter && words[at + 2] === words[pc + 1]) return true;
  }
  return false;
}
