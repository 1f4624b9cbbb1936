/** Pancake flipping over all permutations: small arrays and integer loops. */

function flipsOf(permutation) {
  const pancakes = permutation.slice();
  let flips = 0;
  for (let first = pancakes[0]; first !== 0; first = pancakes[0]) {
    for (let low = 0, high = first; low < high; low++, high--) {
      const pancake = pancakes[low];
      pancakes[low] = pancakes[high];
      pancakes[high] = pancake;
    }
    flips++;
  }
  return flips;
}

function fannkuch(n) {
  const permutation = Array.from({ length: n }, (_, i) => i);
  const count = new Array(n).fill(0);
  let [checksum, maximum, remaining] = [0, 0, n];
  for (let index = 0; ; index++) {
    for (; remaining !== 1; remaining--) count[remaining - 1] = remaining;
    const flips = flipsOf(permutation);
    maximum = Math.max(maximum, flips);
    checksum += index & 1 ? -flips : flips;
    for (;;) {
      if (remaining === n) return [checksum, maximum];
      permutation.splice(remaining, 0, permutation.shift());
      count[remaining]--;
      if (count[remaining] > 0) break;
      remaining++;
    }
  }
}

export function main(n = 9) {
  const [checksum, maximum] = fannkuch(n);
  if (n === 9 && !(checksum === 8629 && maximum === 30)) throw new Error(`${checksum} ${maximum}`);
  return [checksum, maximum];
}
