/**
 * Iterators of sequences and ranges that are made late: loops count positions themselves, so the object is needed only where a frame that
 * holds it is brought up to date. Where not every round does that, its variable is UNMADE until one does.
 */
import type { Dominance } from './dominators.ts';
import { type Block, type Node, original } from './graph.ts';

/** Whether the operation brings a frame up to date that holds the iterator. */
export function isSynced({ op }: Node, input: Node): boolean {
  return (op === 'store' || op === 'sync') && input.op === 'iterator';
}

/** The iterators that not every round of a loop needs. */
export function lateIterators(dominance: Dominance): Set<Node> {
  const late = new Set<Node>();
  const early = new Set<Node>();
  for (const block of dominance.order) {
    for (const node of block.nodes) {
      for (const input of node.inputs) {
        const iterator = original(input);
        if (!isSynced(node, iterator) || early.has(iterator)) continue;
        (isInEachRound(dominance, block, iterator.block!) ? early : late).add(iterator);
      }
    }
  }
  for (const iterator of early) late.delete(iterator);
  return late;
}

/** Whether a round of a loop that `outside` is not in cannot go without the block. */
function isInEachRound(dominance: Dominance, block: Block, outside: Block): boolean {
  for (const [header, loop] of dominance.loops) {
    if (!loop.has(block) || loop.has(outside)) continue;
    const ends = dominance.predecessors.get(header)!.filter((end) => loop.has(end));
    if (ends.some((end) => dominates(dominance, block, end))) return true;
  }
  return false;
}

function dominates({ parent, number }: Dominance, block: Block, other: Block): boolean {
  let above = other;
  while (number.get(above)! > number.get(block)!) above = parent.get(above)!;
  return above === block;
}
