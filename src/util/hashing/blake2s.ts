/** BLAKE2s: words of 32 bits, digests of up to 32 bytes. */
import { Blake2, type Blake2Parameters, ORDERS, QUARTERS } from './blake2.ts';
import { halvesOf, squareRootFractions } from './constants.ts';

const ROUNDS = 10;
const work = new Int32Array(16);

let initial: Int32Array | undefined;

/** The initial state: SHA-256's. */
function initialState(): Int32Array {
  initial ??= halvesOf(squareRootFractions(), 0, 8, 0);
  return initial;
}

function rotate(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

function mix([a, b, c, d]: readonly number[], first: number, second: number): void {
  work[a] += work[b] + first;
  work[d] = rotate(work[d] ^ work[a], 16);
  work[c] += work[d];
  work[b] = rotate(work[b] ^ work[c], 12);
  work[a] += work[b] + second;
  work[d] = rotate(work[d] ^ work[a], 8);
  work[c] += work[d];
  work[b] = rotate(work[b] ^ work[c], 7);
}

function start(parameters: Blake2Parameters): Int32Array {
  const block = new Uint8Array(32);
  const view = new DataView(block.buffer);
  block.set([parameters.digestSize, parameters.key.length, parameters.fanout, parameters.depth]);
  view.setUint32(4, parameters.leafSize, true);
  view.setUint32(8, Number(parameters.nodeOffset & 0xffffffffn), true);
  view.setUint16(12, Number((parameters.nodeOffset >> 32n) & 0xffffn), true);
  block.set([parameters.nodeDepth, parameters.innerSize], 14);
  block.set(parameters.salt, 16);
  block.set(parameters.person, 24);
  return initialState().map((word, index) => word ^ view.getInt32(4 * index, true));
}

export class Blake2s extends Blake2 {
  constructor(parameters: Blake2Parameters, state?: Int32Array) {
    super(parameters, state ?? start(parameters), 64);
    if (state === undefined) this.absorbKey();
  }

  protected fork(state: Int32Array): Blake2s {
    return new Blake2s(this.parameters, state);
  }

  protected compress(length: number, isLast: boolean): void {
    const { state } = this;
    const words = new Int32Array(this.block.buffer);
    work.set(state);
    work.set(initialState(), 8);
    work[12] ^= length;
    work[13] ^= Math.floor(length / 2 ** 32);
    if (isLast) work[14] = ~work[14];
    if (isLast && this.parameters.isLastNode) work[15] = ~work[15];
    for (let round = 0; round < ROUNDS; round++) {
      const order = ORDERS[round];
      QUARTERS.forEach((quarter, index) => mix(quarter, words[order[2 * index]], words[order[2 * index + 1]]));
    }
    for (let index = 0; index < 8; index++) state[index] ^= work[index] ^ work[index + 8];
  }
}
