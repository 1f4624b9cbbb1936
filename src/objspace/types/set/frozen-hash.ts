/**
 * The hash of a frozenset with CPython's values: it does not depend on the order of the elements. Their hashes are spread and joined by
 * xor, all in 64 bits; the number of elements and a last mixing follow.
 */
import { highWordOf, intOfWords, lowWordOf, multiplyHigh } from '../../../util/words64.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import type { PySetBase } from './storage.ts';

const SPREAD_SHIFT = 16;
const SPREAD_MASK = 89869747;
const SPREAD_FACTOR = 3644798167;
const COUNT_FACTOR = 1927868237;
const LAST_FACTOR = 69069;
const LAST_ADDEND = 907133923;

export function frozenHash(set: PySetBase, hashOf: (element: Value) => Result): number | bigint | Exit {
  let high = 0;
  let low = 0;
  for (let position = set.nextPosition(0); position >= 0; position = set.nextPosition(position + 1)) {
    const hash = set.wildHashAt(position) ?? hashOf(set.at(position));
    if (hash === EXIT) return EXIT;
    const hashHigh = highWordOf(hash as number | bigint);
    const hashLow = lowWordOf(hash as number | bigint);
    const spreadLow = hashLow ^ SPREAD_MASK ^ (hashLow << SPREAD_SHIFT);
    const spreadHigh = hashHigh ^ ((hashHigh << SPREAD_SHIFT) | (hashLow >>> (32 - SPREAD_SHIFT)));
    low ^= Math.imul(spreadLow, SPREAD_FACTOR);
    high ^= multiplyHigh(spreadLow, SPREAD_FACTOR) + Math.imul(spreadHigh, SPREAD_FACTOR);
  }
  return finish(high, low, set.size + 1);
}

function finish(high: number, low: number, count: number): number | bigint {
  low ^= Math.imul(count, COUNT_FACTOR);
  high ^= multiplyHigh(count, COUNT_FACTOR);
  low ^= ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7));
  high ^= (high >>> 11) ^ (high >>> 25);
  const productHigh = multiplyHigh(low, LAST_FACTOR) + Math.imul(high, LAST_FACTOR);
  const resultLow = (Math.imul(low, LAST_FACTOR) + LAST_ADDEND) | 0;
  const carry = resultLow >>> 0 < LAST_ADDEND ? 1 : 0;
  const resultHigh = (productHigh + carry) | 0;
  return resultHigh === -1 && resultLow === -1 ? 590923713 : intOfWords(resultHigh, resultLow);
}
