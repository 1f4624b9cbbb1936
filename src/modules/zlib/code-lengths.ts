/**
 * Lengths of Huffman codes for given frequencies, none longer than a limit.
 *
 * Equal frequencies can give different codes of the same size; nodes are taken in the order in which zlib takes them, so that the
 * compressed bytes are the same.
 */

/** Nodes by weight, then by the depth of what is below them. */
class NodeHeap {
  private readonly nodes: number[];
  private readonly weights: number[];
  private readonly depths: number[];

  constructor(nodes: number[], weights: number[], depths: number[]) {
    this.nodes = nodes;
    this.weights = weights;
    this.depths = depths;
    for (let index = (nodes.length >> 1) - 1; index >= 0; index--) this.sink(index);
  }

  get size(): number {
    return this.nodes.length;
  }

  get least(): number {
    return this.nodes[0];
  }

  private isLess(a: number, b: number): boolean {
    return (
      this.weights[a] < this.weights[b] || (this.weights[a] === this.weights[b] && this.depths[a] <= this.depths[b])
    );
  }

  private sink(from: number): void {
    const { nodes } = this;
    const node = nodes[from];
    let index = from;
    for (let child = 2 * index + 1; child < nodes.length; child = 2 * index + 1) {
      if (child + 1 < nodes.length && this.isLess(nodes[child + 1], nodes[child])) child++;
      if (this.isLess(node, nodes[child])) break;
      nodes[index] = nodes[child];
      index = child;
    }
    nodes[index] = node;
  }

  removeLeast(): number {
    const least = this.nodes[0];
    const last = this.nodes.pop()!;
    if (this.nodes.length > 0) {
      this.nodes[0] = last;
      this.sink(0);
    }
    return least;
  }

  replaceLeast(node: number): void {
    this.nodes[0] = node;
    this.sink(0);
  }
}

/** Lengths by symbol; at least two symbols get a code, so that every code has at least one bit. */
export function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  const weights = [...frequencies];
  const leaves: number[] = [];
  frequencies.forEach((weight, symbol) => {
    if (weight > 0) leaves.push(symbol);
  });
  addMissing(leaves, weights);
  const { parents, removed } = buildTree(leaves, weights);
  return lengthsOf(frequencies.length, parents, removed, limit);
}

/** A code needs two symbols: the first ones are added that have no code yet. */
function addMissing(leaves: number[], weights: number[]): void {
  let last = leaves.length === 0 ? -1 : leaves[leaves.length - 1];
  while (leaves.length < 2) {
    const symbol = last < 2 ? ++last : 0;
    leaves.push(symbol);
    weights[symbol] = 1;
  }
}

/** Parents of all nodes, and the nodes in the order in which they were taken, the root last. */
function buildTree(leaves: number[], weights: number[]): { parents: number[]; removed: number[] } {
  const depths = new Array<number>(weights.length).fill(0);
  const parents: number[] = [];
  const removed: number[] = [];
  const heap = new NodeHeap([...leaves], weights, depths);
  while (heap.size > 1) {
    const first = heap.removeLeast();
    const second = heap.least;
    const node = weights.length;
    weights.push(weights[first] + weights[second]);
    depths.push(Math.max(depths[first], depths[second]) + 1);
    parents[first] = node;
    parents[second] = node;
    removed.push(first, second);
    heap.replaceLeast(node);
  }
  removed.push(heap.least);
  return { parents, removed };
}

function lengthsOf(
  symbolCount: number,
  parents: readonly number[],
  removed: readonly number[],
  limit: number,
): Uint8Array {
  const depth = new Map<number, number>([[removed[removed.length - 1], 0]]);
  const counts = new Array<number>(limit + 1).fill(0);
  const lengths = new Uint8Array(symbolCount);
  let tooLong = 0;
  for (let index = removed.length - 2; index >= 0; index--) {
    const node = removed[index];
    let length = depth.get(parents[node])! + 1;
    if (length > limit) {
      length = limit;
      tooLong++;
    }
    depth.set(node, length);
    if (node >= symbolCount) continue;
    lengths[node] = length;
    counts[length]++;
  }
  if (tooLong > 0) shorten(counts, tooLong, limit);
  if (tooLong > 0) reassign(lengths, counts, removed, symbolCount, limit);
  return lengths;
}

/** Makes room for codes that were cut to the limit: each pair of them goes below a code that becomes longer. */
function shorten(counts: number[], tooLong: number, limit: number): void {
  for (let left = tooLong; left > 0; left -= 2) {
    let length = limit - 1;
    while (counts[length] === 0) length--;
    counts[length]--;
    counts[length + 1] += 2;
    counts[limit]--;
  }
}

/** The rarest symbols get the longest codes. */
function reassign(
  lengths: Uint8Array,
  counts: readonly number[],
  removed: readonly number[],
  symbolCount: number,
  limit: number,
): void {
  let next = 0;
  for (let length = limit; length > 0; length--) {
    for (let count = counts[length]; count > 0; next++) {
      if (removed[next] >= symbolCount) continue;
      lengths[removed[next]] = length;
      count--;
    }
  }
}
