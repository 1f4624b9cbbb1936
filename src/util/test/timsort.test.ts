/** The sort against the host's own stable sort, on data with runs, and its promise when a comparison throws. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timsort } from '../timsort.ts';

let seed = 12345;
function random(limit: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

const MAKERS: Record<string, (length: number) => number[]> = {
  random: (length) => Array.from({ length }, () => random(length)),
  'few distinct': (length) => Array.from({ length }, () => random(4)),
  ascending: (length) => Array.from({ length }, (_, index) => index),
  descending: (length) => Array.from({ length }, (_, index) => -index),
  'ascending with noise': (length) => Array.from({ length }, (_, index) => (random(20) === 0 ? random(length) : index)),
  runs: (length) => Array.from({ length }, (_, index) => (index % 100) * (index % 200 < 100 ? 1 : -1)),
  'two halves': (length) => Array.from({ length }, (_, index) => (index < length / 2 ? index + length : index)),
};

for (const [name, make] of Object.entries(MAKERS)) {
  test(`sorts ${name}, stably`, () => {
    for (const length of [0, 1, 2, 3, 10, 63, 64, 65, 200, 1000, 5000]) {
      const keys = make(length);
      const expected = keys.map((key, index) => [key, index]).sort((a, b) => a[0] - b[0]);
      const values = keys.map((_, index) => index);
      timsort(keys, values, (a, b) => a < b);
      assert.deepEqual(
        keys,
        expected.map((pair) => pair[0]),
      );
      assert.deepEqual(
        values,
        expected.map((pair) => pair[1]),
      );
    }
  });

  test(`keeps a permutation of ${name} when a comparison throws`, () => {
    for (const length of [2, 70, 1000]) {
      for (const limit of [1, 5, 80, 700, 4000]) {
        const original = make(length);
        const keys = [...original];
        const values = keys.map((_, index) => index);
        let count = 0;
        try {
          timsort(keys, values, (a, b) => {
            if (++count > limit) throw new Error('stop');
            return a < b;
          });
        } catch {}
        assert.deepEqual(
          keys,
          values.map((index) => original[index]),
        );
        assert.deepEqual(
          [...values].sort((a, b) => a - b),
          original.map((_, index) => index),
        );
      }
    }
  });
}

test('asks at most n - 1 times about what is sorted already', () => {
  let count = 0;
  timsort(MAKERS['ascending'](1000), null, (a, b) => {
    count++;
    return a < b;
  });
  assert.equal(count, 999);
});
