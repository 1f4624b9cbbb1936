/** MD5 (RFC 1321): not for security, but file formats and protocols still name things by it. */
import { BlockHash } from './hash.ts';

const START = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
/** Rotations: four of each round, in turn. */
const ROTATIONS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);

/** Which word of the block a step takes. */
const WORDS = Uint8Array.from({ length: 64 }, (_, step) => {
  const factor = [1, 5, 3, 7][step >> 4];
  const start = [0, 1, 5, 0][step >> 4];
  return (factor * step + start) & 15;
});

function mix(round: number, b: number, c: number, d: number): number {
  switch (round) {
    case 0:
      return (b & c) | (~b & d);
    case 1:
      return (d & b) | (~d & c);
    case 2:
      return b ^ c ^ d;
    default:
      return c ^ (b | ~d);
  }
}

export class Md5 extends BlockHash {
  protected readonly lengthSize = 8;
  protected readonly isLittleEndian = true;
  protected readonly digestSize = 16;

  constructor(state: Int32Array = START.slice()) {
    super(state, 64);
  }

  protected fork(state: Int32Array): Md5 {
    return new Md5(state);
  }

  protected compress(view: DataView, offset: number): void {
    const { state } = this;
    let [a, b, c, d] = state;
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      const sum = (a + mix(round, b, c, d) + SINES[step] + view.getInt32(offset + 4 * WORDS[step], true)) | 0;
      const rotation = ROTATIONS[(round << 2) | (step & 3)];
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << rotation) | (sum >>> (32 - rotation)))) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
