/** BLAKE2b: words of 64 bits, digests of up to 64 bytes. Each word is two of 32 bits, low half first. */
import { Blake2, type Blake2Parameters, ORDERS, QUARTERS } from './blake2.ts';
import { squareRootFractions } from './constants.ts';

const ROUNDS = 12;
const work = new Int32Array(32);

let initial: Int32Array | undefined;

/** The initial state: SHA-512's, with the halves the other way round. */
function initialState(): Int32Array {
  initial ??= squareRootFractions()
    .slice(0, 16)
    .map((_, index, halves) => halves[index ^ 1]);
  return initial;
}

/** work[a] += work[b], and two halves more. */
function add(a: number, b: number, low: number, high: number): void {
  const sum = (work[2 * a] >>> 0) + (work[2 * b] >>> 0) + (low >>> 0);
  work[2 * a] = sum;
  work[2 * a + 1] += work[2 * b + 1] + high + Math.floor(sum / 2 ** 32);
}

/** work[a] = (work[a] ^ work[b]) rotated to the right. */
function turn(a: number, b: number, count: number): void {
  const low = work[2 * a] ^ work[2 * b];
  const high = work[2 * a + 1] ^ work[2 * b + 1];
  if (count === 32) {
    work[2 * a] = high;
    work[2 * a + 1] = low;
  } else if (count < 32) {
    work[2 * a] = (low >>> count) | (high << (32 - count));
    work[2 * a + 1] = (high >>> count) | (low << (32 - count));
  } else {
    // By 63: to the left by one.
    work[2 * a] = (low << 1) | (high >>> 31);
    work[2 * a + 1] = (high << 1) | (low >>> 31);
  }
}

function mix([a, b, c, d]: readonly number[], words: Int32Array, first: number, second: number): void {
  add(a, b, words[2 * first], words[2 * first + 1]);
  turn(d, a, 32);
  add(c, d, 0, 0);
  turn(b, c, 24);
  add(a, b, words[2 * second], words[2 * second + 1]);
  turn(d, a, 16);
  add(c, d, 0, 0);
  turn(b, c, 63);
}

function start(parameters: Blake2Parameters): Int32Array {
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  block.set([parameters.digestSize, parameters.key.length, parameters.fanout, parameters.depth]);
  view.setUint32(4, parameters.leafSize, true);
  view.setBigUint64(8, parameters.nodeOffset, true);
  block.set([parameters.nodeDepth, parameters.innerSize], 16);
  block.set(parameters.salt, 32);
  block.set(parameters.person, 48);
  return initialState().map((word, index) => word ^ view.getInt32(4 * index, true));
}

export class Blake2b extends Blake2 {
  constructor(parameters: Blake2Parameters, state?: Int32Array) {
    super(parameters, state ?? start(parameters), 128);
    if (state === undefined) this.absorbKey();
  }

  protected fork(state: Int32Array): Blake2b {
    return new Blake2b(this.parameters, state);
  }

  protected compress(length: number, isLast: boolean): void {
    const { state } = this;
    const words = new Int32Array(this.block.buffer);
    work.set(state);
    work.set(initialState(), 16);
    work[24] ^= length;
    work[25] ^= Math.floor(length / 2 ** 32);
    if (isLast) this.invert(28);
    if (isLast && this.parameters.isLastNode) this.invert(30);
    for (let round = 0; round < ROUNDS; round++) {
      const order = ORDERS[round % 10];
      QUARTERS.forEach((quarter, index) => mix(quarter, words, order[2 * index], order[2 * index + 1]));
    }
    for (let index = 0; index < 16; index++) state[index] ^= work[index] ^ work[index + 16];
  }

  private invert(index: number): void {
    work[index] = ~work[index];
    work[index + 1] = ~work[index + 1];
  }
}
