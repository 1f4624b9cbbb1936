/** Decoding tables of canonical Huffman codes: short codes by one look-up, longer ones bit by bit. */

const MAX_BITS = 15;
/** Bits of the look-up. */
export const FAST_BITS = 9;

export class HuffmanTable {
  /** By the next FAST_BITS bits: symbol << 4 | length; 0 where the code is longer or there is none. */
  readonly fast: Uint16Array;
  /** Number of codes of each length. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
  /** Codes left over: negative if there are more codes than fit, positive if not all are used. */
  readonly left: number;

  constructor(lengths: Uint8Array) {
    this.counts = new Uint16Array(MAX_BITS + 1);
    for (const length of lengths) this.counts[length]++;
    this.left = leftOver(this.counts);
    this.symbols = new Uint16Array(lengths.length);
    const offsets = new Uint16Array(MAX_BITS + 2);
    for (let length = 1; length <= MAX_BITS; length++) offsets[length + 1] = offsets[length] + this.counts[length];
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== 0) this.symbols[offsets[lengths[symbol]]++] = symbol;
    }
    this.fast = new Uint16Array(1 << FAST_BITS);
    if (this.left >= 0) this.fillFast(lengths);
  }

  private fillFast(lengths: Uint8Array): void {
    const codes = canonicalCodes(lengths, this.counts);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0 || length > FAST_BITS) continue;
      const step = 1 << length;
      for (let index = reverseBits(codes[symbol], length); index < 1 << FAST_BITS; index += step) {
        this.fast[index] = (symbol << 4) | length;
      }
    }
  }
}

function leftOver(counts: Uint16Array): number {
  let left = 1;
  for (let length = 1; length <= MAX_BITS; length++) {
    left = left * 2 - counts[length];
    if (left < 0) return left;
  }
  return left;
}

/** The code of each symbol, most significant bit first. */
export function canonicalCodes(lengths: Uint8Array, counts: Uint16Array): Uint16Array {
  const next = new Uint16Array(MAX_BITS + 2);
  for (let length = 1, code = 0; length <= MAX_BITS; length++) {
    code = (code + (length === 1 ? 0 : counts[length - 1])) << 1;
    next[length] = code;
  }
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++)
    if (lengths[symbol] !== 0) codes[symbol] = next[lengths[symbol]]++;
  return codes;
}

export function reverseBits(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}
