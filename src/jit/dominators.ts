/** Reverse post-order, dominators and loops of a graph (Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm"). */
import type { Block, Edge } from './graph.ts';

export function successorsOf(block: Block): Edge[] {
  const { terminator } = block;
  if (terminator === null) return [];
  if (terminator.type === 'goto') return [terminator.edge];
  return terminator.type === 'branch' ? [terminator.yes, terminator.no] : [];
}

export interface Dominance {
  /** Reachable blocks in reverse post-order. */
  readonly order: Block[];
  readonly number: Map<Block, number>;
  readonly parent: Map<Block, Block>;
  readonly children: Map<Block, Block[]>;
  /** Of each loop header, the blocks of its loop. */
  readonly loops: Map<Block, Set<Block>>;
  readonly predecessors: Map<Block, Block[]>;
}

export function dominanceOf(entry: Block): Dominance {
  const order = reversePostOrder(entry);
  const number = new Map(order.map((block, index) => [block, index]));
  const predecessors = new Map<Block, Block[]>(order.map((block) => [block, []]));
  for (const block of order) for (const { to } of successorsOf(block)) predecessors.get(to)!.push(block);
  const parent = immediateDominators(order, number, predecessors);
  const children = new Map<Block, Block[]>(order.map((block) => [block, []]));
  for (const block of order) if (block !== entry) children.get(parent.get(block)!)!.push(block);
  return { order, number, parent, children, loops: loopsOf(order, number, predecessors), predecessors };
}

function reversePostOrder(entry: Block): Block[] {
  const order: Block[] = [];
  const seen = new Set<Block>();
  const visit = (block: Block): void => {
    seen.add(block);
    for (const { to } of successorsOf(block)) if (!seen.has(to)) visit(to);
    order.push(block);
  };
  visit(entry);
  return order.reverse();
}

function immediateDominators(
  order: Block[],
  number: Map<Block, number>,
  predecessors: Map<Block, Block[]>,
): Map<Block, Block> {
  const parent = new Map<Block, Block>([[order[0], order[0]]]);
  const common = (first: Block, second: Block): Block => {
    let [a, b] = [first, second];
    while (a !== b) {
      while (number.get(a)! > number.get(b)!) a = parent.get(a)!;
      while (number.get(b)! > number.get(a)!) b = parent.get(b)!;
    }
    return a;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const block of order.slice(1)) {
      let found: Block | undefined;
      for (const before of predecessors.get(block)!)
        if (parent.has(before)) found = found === undefined ? before : common(found, before);
      if (found !== parent.get(block)) {
        parent.set(block, found!);
        isChanged = true;
      }
    }
  }
  return parent;
}

function loopsOf(
  order: Block[],
  number: Map<Block, number>,
  predecessors: Map<Block, Block[]>,
): Map<Block, Set<Block>> {
  const loops = new Map<Block, Set<Block>>();
  for (const header of order) {
    const latches = predecessors.get(header)!.filter((block) => number.get(block)! >= number.get(header)!);
    if (latches.length === 0) continue;
    const loop = new Set<Block>([header]);
    const todo = latches;
    for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
      if (loop.has(block)) continue;
      loop.add(block);
      todo.push(...predecessors.get(block)!);
    }
    loops.set(header, loop);
  }
  return loops;
}

/** Whether every jump back is to a block that dominates the jump: only such loops can be written as loops. */
export function isReducible(dominance: Dominance): boolean {
  const { order, number, parent } = dominance;
  for (const block of order) {
    for (const { to } of successorsOf(block)) {
      if (number.get(to)! > number.get(block)!) continue;
      let above = block;
      while (number.get(above)! > number.get(to)!) above = parent.get(above)!;
      if (above !== to) return false;
    }
  }
  return true;
}
