/**
 * The hash of a frozenset with CPython's values: it does not depend on the order of the elements. Their hashes are spread and joined by
 * xor, all in 64 bits; the number of elements and a last mixing follow.
 */
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import type { PySetBase } from './storage.ts';

const word = (value: bigint): bigint => BigInt.asUintN(64, value);

const spread = (hash: bigint): bigint => word((hash ^ 89869747n ^ word(hash << 16n)) * 3644798167n);

export function frozenHash(set: PySetBase, hashOf: (element: Value) => Result): number | bigint | Exit {
  let joined = 0n;
  for (const element of set.toArray()) {
    const hash = hashOf(element);
    if (hash === EXIT) return EXIT;
    joined ^= spread(word(BigInt(hash as number | bigint)));
  }
  joined ^= word((BigInt(set.size) + 1n) * 1927868237n);
  joined ^= (joined >> 11n) ^ (joined >> 25n);
  const hash = BigInt.asIntN(64, word(joined * 69069n + 907133923n));
  if (hash === -1n) return 590923713;
  return hash >= -9007199254740991n && hash <= 9007199254740991n ? Number(hash) : hash;
}
