/** Huge BigInts as text, and text as huge BigInts: in halves, down to what the engine converts in a few milliseconds. */
import { worked } from '../work.ts';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';
import { cut, paste } from './pieces.ts';
import { bitLength, isHugeDecimal } from './size.ts';

/** Digits that the engine reads or writes at once; larger parts have a power of two times as many. */
const LEAF_DIGITS = 8192;
/** Work of that, in units of work.ts. */
const LEAF_WORK = 100_000;
/** Reading so many takes a few microseconds, which is not reported. */
const FEW_DIGITS = 512;

/** Powers base ** (LEAF_DIGITS * 2 ** i). The first takes as long as thousands of short conversions: it is made when it is asked for. */
class Powers {
  private readonly base: number;
  private readonly known: bigint[] = [];

  constructor(base: number) {
    this.base = base;
  }

  get(index: number): bigint {
    if (this.known.length === 0) this.known.push(BigInt(this.base) ** BigInt(LEAF_DIGITS));
    while (this.known.length <= index) {
      const last = this.known[this.known.length - 1];
      this.known.push(multiply(last, last));
    }
    return this.known[index];
  }
}

/** The decimal text of an int of any size. */
export function decimalText(value: bigint): string {
  if (!isHugeDecimal(value)) return value.toString();
  const powers = new Powers(10);
  const size = value < 0n ? -value : value;
  let level = 0;
  while (powers.get(level) <= size) level++;
  const parts: string[] = [];
  write(parts, size, level, powers);
  return (value < 0n ? '-' : '') + parts.join('').replace(/^0+/, '');
}

/** Appends the digits of a number below powers[level], with all leading zeros. */
function write(parts: string[], value: bigint, level: number, powers: Powers): void {
  if (level === 0) {
    worked(LEAF_WORK);
    parts.push(value.toString().padStart(LEAF_DIGITS, '0'));
    return;
  }
  const [high, low] = divide(value, powers.get(level - 1));
  write(parts, high, level - 1, powers);
  write(parts, low, level - 1, powers);
}

/** The int that digits of a base stand for; `read` reads LEAF_DIGITS or less. */
export function readDigits(digits: string, base: number, read: (digits: string) => bigint): bigint {
  return digits.length <= FEW_DIGITS ? read(digits) : readPart(digits, new Powers(base), read);
}

function readPart(digits: string, powers: Powers, read: (digits: string) => bigint): bigint {
  if (digits.length <= LEAF_DIGITS) {
    worked(Math.ceil(LEAF_WORK * (digits.length / LEAF_DIGITS) ** 2));
    return read(digits);
  }
  let level = 0;
  while (LEAF_DIGITS * 2 ** (level + 1) < digits.length) level++;
  const split = digits.length - LEAF_DIGITS * 2 ** level;
  const high = readPart(digits.slice(0, split), powers, read);
  const low = readPart(digits.slice(split), powers, read);
  return multiply(high, powers.get(level)) + low;
}

/** Bits of a piece of text in a base that is a power of two: a multiple of 1, 3 and 4. */
const PIECE_BITS = 12 << 18;

/** The text of a positive int in base 2, 8 or 16. */
export function binaryText(value: bigint, base: 2 | 8 | 16): string {
  if (!isHugeDecimal(value)) return value.toString(base);
  const digits = PIECE_BITS / Math.log2(base);
  const pieces = cut(value, PIECE_BITS, Math.ceil(bitLength(value) / PIECE_BITS));
  const texts = pieces.reverse().map((piece, index) => {
    worked(LEAF_WORK);
    const text = piece.toString(base);
    return index === 0 ? text : text.padStart(digits, '0');
  });
  return texts.join('');
}

/** The int that digits of base 2, 8 or 16 stand for. */
export function readBinary(digits: string, base: 2 | 8 | 16): bigint {
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : '0x';
  const size = PIECE_BITS / Math.log2(base);
  const pieces: bigint[] = [];
  for (let end = digits.length; end > 0; end -= size) {
    pieces.push(BigInt(prefix + digits.slice(Math.max(0, end - size), end)));
    worked(LEAF_WORK);
  }
  return paste(pieces, PIECE_BITS);
}
