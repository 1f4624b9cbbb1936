/** The fixed tables of DEFLATE (RFC 1951): lengths, distances, code-length order, fixed codes. */

const range = (length: number, value: (index: number) => number): number[] =>
  Array.from({ length }, (_, index) => value(index));

/** Extra bits of the length symbols 257..285. */
export const LENGTH_EXTRA: readonly number[] = [...range(28, (index) => (index < 8 ? 0 : (index >> 2) - 1)), 0];
/** Extra bits of the distance symbols. */
export const DISTANCE_EXTRA: readonly number[] = range(30, (index) => (index < 4 ? 0 : (index >> 1) - 1));

function bases(extra: readonly number[], first: number): number[] {
  let base = first;
  return extra.map((bits) => {
    const own = base;
    base += 1 << bits;
    return own;
  });
}

/** The least length of each length symbol; the last stands for 258 alone. */
export const LENGTH_BASE: readonly number[] = bases(LENGTH_EXTRA, 3).map((base, index) => (index === 28 ? 258 : base));
export const DISTANCE_BASE: readonly number[] = bases(DISTANCE_EXTRA, 1);

/** The order in which the lengths of the code-length code are written. */
export const CODE_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

export const FIXED_LITERAL_LENGTHS: Uint8Array = Uint8Array.from(
  range(288, (symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
export const FIXED_DISTANCE_LENGTHS: Uint8Array = new Uint8Array(30).fill(5);

export const END_OF_BLOCK = 256;
export const WINDOW_SIZE = 32768;
export const MIN_MATCH = 3;
export const MAX_MATCH = 258;
