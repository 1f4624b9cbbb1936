/**
 * Units that are entered at the header of an inner loop. What runs around it is entered in its middle: its iterators and numbers are those that the
 * interpreter has made, and the inner loop would have to serve them as well as those that each of its further rounds makes anew.
 * So what is left of the round of each loop around it is copied, and leads to that loop as it is in the source.
 *
 * With the loops h0 (where the unit is entered) in h1 in ... hk, copy 0 is what is reached from h0 within h1 before h1 begins a new round, copy 1 what is
 * reached from h1 within h2 before h2 does, and so on; hk and what follows it is not copied.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { copyOf, type FlowBlock, labelOf, loopOf, predecessorsOf, waysFrom } from './flow-block.ts';

/** Words of bytecode beyond which copies cost more than they gain. */
const MOST_COPIED = 400;

/** A loop of the source: its header, and all its blocks. */
interface Loop {
  readonly header: FlowBlock;
  readonly blocks: Set<FlowBlock>;
}

/**
 * Copies of blocks for a unit that is entered at `entry`, that of `entry` first; none if it is not in a loop within another. `isInside`: it may be
 * entered anywhere in a loop, whose round is left then, too.
 */
export function peel(
  entry: FlowBlock,
  blocks: readonly FlowBlock[],
  words: Int32Array,
  isInside: boolean,
): FlowBlock[] {
  const nest = loopsAround(entry, blocks, words);
  const isHeader = nest.length > 0 && nest[0].header === entry;
  if (isHeader ? nest.length < 2 : nest.length === 0 || !isInside) return [];
  const regions: Set<FlowBlock>[] = isHeader ? [] : [restOfRound(entry, nest[0])];
  for (let level = 1; level < nest.length; level++) regions.push(restOfRound(nest[level - 1].header, nest[level]));
  const size = regions.reduce((sum, region) => sum + wordsIn(region), 0);
  return size > MOST_COPIED ? [] : copied(regions);
}

function wordsIn(region: Set<FlowBlock>): number {
  let sum = 0;
  for (const block of region) sum += block.end - block.start;
  return sum;
}

/** The loops that contain the block, from the inside. */
function loopsAround(block: FlowBlock, blocks: readonly FlowBlock[], words: Int32Array): Loop[] {
  const latches = new Map<number, FlowBlock[]>();
  for (const latch of blocks) {
    if (words[latch.last] !== Op.LoopBack) continue;
    const start = labelOf(words, latch.last);
    latches.set(start, [...(latches.get(start) ?? []), latch]);
  }
  if (latches.size === 0) return [];
  const predecessors = predecessorsOf(blocks);
  const loops = blocks
    .filter(({ start }) => latches.has(start))
    .map((header) => ({ header, blocks: loopOf(header, latches.get(header.start)!, predecessors) }));
  return loops.filter((loop) => loop.blocks.has(block)).sort((one, other) => one.blocks.size - other.blocks.size);
}

/** What is reached from a block of the loop before the next round begins. */
function restOfRound(from: FlowBlock, { header, blocks }: Loop): Set<FlowBlock> {
  const region = new Set<FlowBlock>();
  const todo = [from];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    if (region.has(block) || block === header || !blocks.has(block)) continue;
    region.add(block);
    todo.push(...waysFrom(block));
  }
  return region;
}

function copied(regions: readonly Set<FlowBlock>[]): FlowBlock[] {
  const copies = regions.map((region) => new Map([...region].map((block) => [block, copyOf(block)])));
  copies.forEach((level, index) => {
    const copyFrom = (target: FlowBlock): FlowBlock => {
      for (let at = index; at < copies.length; at++) {
        const copy = copies[at].get(target);
        if (copy !== undefined) return copy;
      }
      return target;
    };
    for (const [block, copy] of level) {
      copy.successors.push(...block.successors.map(copyFrom));
      copy.handlers.push(...block.handlers.map(copyFrom));
    }
  });
  return copies.flatMap((level) => [...level.values()]);
}
