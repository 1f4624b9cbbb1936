/** SHA-512 and SHA-384 (FIPS 180-4). Words of 64 bits are two of 32, high half first: BigInt would be twenty times slower. */
import { cubeRootFractions, squareRootFractions } from './constants.ts';
import { BlockHash } from './hash.ts';

const words = new Int32Array(160);
/** The eight working words. */
const work = new Int32Array(16);

/** The high half of a rotation to the right by less than 32; the low half is the same with the halves exchanged. */
function rotate(high: number, low: number, count: number): number {
  return (high >>> count) | (low << (32 - count));
}

/** The sum of some 32-bit words that is carried into the high half. */
function carry(sum: number): number {
  return Math.floor(sum / 2 ** 32);
}

function schedule(view: DataView, offset: number): void {
  for (let index = 0; index < 32; index++) words[index] = view.getInt32(offset + 4 * index);
  for (let index = 32; index < 160; index += 2) {
    const [eh, el] = [words[index - 30], words[index - 29]];
    const [lh, ll] = [words[index - 4], words[index - 3]];
    const firstHigh = rotate(eh, el, 1) ^ rotate(eh, el, 8) ^ (eh >>> 7);
    const firstLow = rotate(el, eh, 1) ^ rotate(el, eh, 8) ^ rotate(el, eh, 7);
    const secondHigh = rotate(lh, ll, 19) ^ rotate(ll, lh, 29) ^ (lh >>> 6);
    const secondLow = rotate(ll, lh, 19) ^ rotate(lh, ll, 29) ^ rotate(ll, lh, 6);
    const low = (firstLow >>> 0) + (secondLow >>> 0) + (words[index - 13] >>> 0) + (words[index - 31] >>> 0);
    words[index] = firstHigh + secondHigh + words[index - 14] + words[index - 32] + carry(low);
    words[index + 1] = low;
  }
}

/** One round: mixes a word of the schedule into the working words, whose names move on by one place. */
function round(addends: Int32Array, step: number): void {
  const [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl] = work;
  const bigHigh = rotate(eh, el, 14) ^ rotate(eh, el, 18) ^ rotate(el, eh, 9);
  const bigLow = rotate(el, eh, 14) ^ rotate(el, eh, 18) ^ rotate(eh, el, 9);
  const choiceHigh = (eh & fh) ^ (~eh & gh);
  const choiceLow = (el & fl) ^ (~el & gl);
  const firstLow =
    (hl >>> 0) + (bigLow >>> 0) + (choiceLow >>> 0) + (addends[step + 1] >>> 0) + (words[step + 1] >>> 0);
  const firstHigh = (hh + bigHigh + choiceHigh + addends[step] + words[step] + carry(firstLow)) | 0;
  const smallHigh = rotate(ah, al, 28) ^ rotate(al, ah, 2) ^ rotate(al, ah, 7);
  const smallLow = rotate(al, ah, 28) ^ rotate(ah, al, 2) ^ rotate(ah, al, 7);
  const majorityHigh = (ah & bh) ^ (ah & ch) ^ (bh & ch);
  const majorityLow = (al & bl) ^ (al & cl) ^ (bl & cl);
  const secondLow = (smallLow >>> 0) + (majorityLow >>> 0);
  const secondHigh = smallHigh + majorityHigh + carry(secondLow);
  work.copyWithin(2, 0, 14);
  const newE = (dl >>> 0) + ((firstLow | 0) >>> 0);
  work[8] = dh + firstHigh + carry(newE);
  work[9] = newE;
  const newA = ((firstLow | 0) >>> 0) + ((secondLow | 0) >>> 0);
  work[0] = firstHigh + secondHigh + carry(newA);
  work[1] = newA;
}

export class Sha512 extends BlockHash {
  protected readonly lengthSize = 16;
  protected readonly isLittleEndian = false;
  protected readonly digestSize: number;

  constructor(state: Int32Array, digestSize: number) {
    super(state, 128);
    this.digestSize = digestSize;
  }

  protected fork(state: Int32Array): Sha512 {
    return new Sha512(state, this.digestSize);
  }

  protected compress(view: DataView, offset: number): void {
    schedule(view, offset);
    const { state } = this;
    const addends = cubeRootFractions();
    work.set(state);
    for (let step = 0; step < 160; step += 2) round(addends, step);
    for (let index = 0; index < 16; index += 2) {
      const low = (state[index + 1] >>> 0) + (work[index + 1] >>> 0);
      state[index] += work[index] + carry(low);
      state[index + 1] = low;
    }
  }
}

export function sha512(): Sha512 {
  return new Sha512(squareRootFractions().slice(0, 16), 64);
}

export function sha384(): Sha512 {
  return new Sha512(squareRootFractions().slice(16, 32), 48);
}
