/** SHA-3 and SHAKE (FIPS 202): the sponge Keccak-f[1600]. Lanes of 64 bits are two words of 32, low half first. */
import type { Hash } from './hash.ts';
import { worked } from '../work.ts';

const ROUNDS = 24;

/** The constants of the rounds: bits of a linear feedback shift register at the places 2^j - 1. */
const ROUND_CONSTANTS = new Int32Array(2 * ROUNDS);
/** Where a lane goes in the steps rho and pi, and how far it is rotated. */
const TARGETS = new Uint8Array(25);
const ROTATIONS = new Uint8Array(25);

function fillTables(): void {
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let bit = 0; bit < 7; bit++) {
      if ((register & 1) !== 0) {
        const place = 2 ** bit - 1;
        ROUND_CONSTANTS[2 * round + (place >> 5)] |= 1 << (place & 31);
      }
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  let [x, y] = [1, 0];
  for (let step = 0; step < 24; step++) {
    const source = x + 5 * y;
    [x, y] = [y, (2 * x + 3 * y) % 5];
    TARGETS[source] = x + 5 * y;
    ROTATIONS[source] = (((step + 1) * (step + 2)) / 2) % 64;
  }
}
fillTables();

const parity = new Int32Array(10);
const moved = new Int32Array(50);

/** Step theta: each lane is mixed with the parities of two columns. */
function mixColumns(lanes: Int32Array): void {
  for (let index = 0; index < 10; index++) {
    parity[index] = lanes[index] ^ lanes[index + 10] ^ lanes[index + 20] ^ lanes[index + 30] ^ lanes[index + 40];
  }
  for (let x = 0; x < 5; x++) {
    const before = 2 * ((x + 4) % 5);
    const after = 2 * ((x + 1) % 5);
    const low = parity[before] ^ ((parity[after] << 1) | (parity[after + 1] >>> 31));
    const high = parity[before + 1] ^ ((parity[after + 1] << 1) | (parity[after] >>> 31));
    for (let index = 2 * x; index < 50; index += 10) {
      lanes[index] ^= low;
      lanes[index + 1] ^= high;
    }
  }
}

/** Steps rho and pi: lanes are rotated and change places. */
function moveLanes(lanes: Int32Array): void {
  for (let lane = 0; lane < 25; lane++) {
    const rotation = ROTATIONS[lane];
    const swap = rotation >= 32 ? 1 : 0;
    const low = lanes[2 * lane + swap];
    const high = lanes[2 * lane + 1 - swap];
    const count = rotation & 31;
    const target = 2 * TARGETS[lane];
    moved[target] = count === 0 ? low : (low << count) | (high >>> (32 - count));
    moved[target + 1] = count === 0 ? high : (high << count) | (low >>> (32 - count));
  }
}

function permute(lanes: Int32Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    mixColumns(lanes);
    moveLanes(lanes);
    for (let row = 0; row < 50; row += 10) {
      for (let index = 0; index < 10; index++) {
        lanes[row + index] = moved[row + index] ^ (~moved[row + ((index + 2) % 10)] & moved[row + ((index + 4) % 10)]);
      }
    }
    lanes[0] ^= ROUND_CONSTANTS[2 * round];
    lanes[1] ^= ROUND_CONSTANTS[2 * round + 1];
  }
}

export class Keccak implements Hash {
  private readonly lanes: Int32Array;
  private readonly bytes: Uint8Array;
  /** Bytes that are absorbed between two permutations. */
  readonly rate: number;
  /** What follows the input: tells SHA-3 from SHAKE. */
  readonly suffix: number;
  private readonly digestSize: number;
  private filled: number;

  constructor(rate: number, suffix: number, digestSize: number) {
    this.lanes = new Int32Array(50);
    this.bytes = new Uint8Array(this.lanes.buffer);
    this.rate = rate;
    this.suffix = suffix;
    this.digestSize = digestSize;
    this.filled = 0;
  }

  update(data: Uint8Array): void {
    const { bytes, rate } = this;
    let { filled } = this;
    for (let index = 0; index < data.length; index++) {
      bytes[filled++] ^= data[index];
      if (filled === rate) {
        worked(100);
        permute(this.lanes);
        filled = 0;
      }
    }
    this.filled = filled;
  }

  copy(): Keccak {
    const copy = new Keccak(this.rate, this.suffix, this.digestSize);
    copy.lanes.set(this.lanes);
    copy.filled = this.filled;
    return copy;
  }

  digest(): Uint8Array {
    return this.squeeze(this.digestSize);
  }

  /** A digest of any length. */
  squeeze(length: number): Uint8Array {
    const sponge = this.copy();
    sponge.bytes[sponge.filled] ^= this.suffix;
    sponge.bytes[this.rate - 1] ^= 0x80;
    const digest = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += this.rate) {
      permute(sponge.lanes);
      digest.set(sponge.bytes.subarray(0, Math.min(this.rate, length - offset)), offset);
    }
    return digest;
  }
}
