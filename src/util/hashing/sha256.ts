/** SHA-256 and SHA-224 (FIPS 180-4). */
import { cubeRootFractions, halvesOf, squareRootFractions } from './constants.ts';
import { BlockHash } from './hash.ts';

let addends: Int32Array | undefined;
const words = new Int32Array(64);

function rotate(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

function schedule(view: DataView, offset: number): void {
  for (let index = 0; index < 16; index++) words[index] = view.getInt32(offset + 4 * index);
  for (let index = 16; index < 64; index++) {
    const early = words[index - 15];
    const late = words[index - 2];
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = words[index - 16] + first + words[index - 7] + second;
  }
}

export class Sha256 extends BlockHash {
  protected readonly lengthSize = 8;
  protected readonly isLittleEndian = false;
  protected readonly digestSize: number;

  constructor(state: Int32Array, digestSize: number) {
    super(state, 64);
    this.digestSize = digestSize;
  }

  protected fork(state: Int32Array): Sha256 {
    return new Sha256(state, this.digestSize);
  }

  protected compress(view: DataView, offset: number): void {
    addends ??= halvesOf(cubeRootFractions(), 0, 64, 0);
    schedule(view, offset);
    const { state } = this;
    let [a, b, c, d, e, f, g, h] = state;
    for (let step = 0; step < 64; step++) {
      const choice = (e & f) ^ (~e & g);
      const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + addends[step] + words[step]) | 0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

export function sha256(): Sha256 {
  return new Sha256(halvesOf(squareRootFractions(), 0, 8, 0), 32);
}

/** Starts from the second 32 bits of the roots of the ninth to sixteenth primes. */
export function sha224(): Sha256 {
  return new Sha256(halvesOf(squareRootFractions(), 8, 16, 1), 28);
}
