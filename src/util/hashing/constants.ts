/** The constants of SHA-2 and BLAKE2: fractions of the roots of primes, computed rather than written down. */

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** The largest integer whose power is at most `value`, by bisection. */
function integerRoot(value: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits after the point of the square (2) or cube (3) roots of the first primes, as pairs of 32 bits, high half first. */
function rootFractions(count: number, power: 2 | 3): Int32Array {
  const halves = new Int32Array(2 * count);
  firstPrimes(count).forEach((prime, index) => {
    const root = integerRoot(BigInt(prime) << BigInt(64 * power), BigInt(power));
    halves[2 * index] = Number((root >> 32n) & 0xffffffffn);
    halves[2 * index + 1] = Number(root & 0xffffffffn);
  });
  return halves;
}

let cubeRoots: Int32Array | undefined;
let squareRoots: Int32Array | undefined;

/** 80 pairs: the round constants of SHA-512, whose high halves are SHA-256's. */
export function cubeRootFractions(): Int32Array {
  cubeRoots ??= rootFractions(80, 3);
  return cubeRoots;
}

/** 16 pairs: the initial states of SHA-512 and SHA-384. */
export function squareRootFractions(): Int32Array {
  squareRoots ??= rootFractions(16, 2);
  return squareRoots;
}

/** The high (0) or low (1) halves of the pairs [from, to). */
export function halvesOf(pairs: Int32Array, from: number, to: number, half: 0 | 1): Int32Array {
  return Int32Array.from({ length: to - from }, (_, index) => pairs[2 * (from + index) + half]);
}
