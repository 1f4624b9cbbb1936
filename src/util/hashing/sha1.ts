/** SHA-1 (FIPS 180-4): not for security, but Git and others name things by it. */
import { BlockHash } from './hash.ts';

const START = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
const ADDENDS = Int32Array.of(0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6);

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  return round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

const words = new Int32Array(80);

export class Sha1 extends BlockHash {
  protected readonly lengthSize = 8;
  protected readonly isLittleEndian = false;
  protected readonly digestSize = 20;

  constructor(state: Int32Array = START.slice()) {
    super(state, 64);
  }

  protected fork(state: Int32Array): Sha1 {
    return new Sha1(state);
  }

  protected compress(view: DataView, offset: number): void {
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(offset + 4 * index);
    for (let index = 16; index < 80; index++) {
      const word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16];
      words[index] = (word << 1) | (word >>> 31);
    }
    const { state } = this;
    let [a, b, c, d, e] = state;
    for (let step = 0; step < 80; step++) {
      const round = Math.floor(step / 20);
      const sum = (((a << 5) | (a >>> 27)) + mix(round, b, c, d) + e + ADDENDS[round] + words[step]) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = sum;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }
}
