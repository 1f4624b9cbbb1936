/** Huge integers against the engine's own operations. */
import assert from 'node:assert';
import { test } from 'node:test';
import { workHooks } from '../../work.ts';
import { divide, quotientOf, remainderOf } from '../divide.ts';
import { multiply, power } from '../multiply.ts';
import { bitLength } from '../size.ts';
import { binaryText, decimalText, readBinary, readDigits } from '../text.ts';

let seed = 12345;
function random(bits: number): bigint {
  let hex = '';
  for (let length = Math.ceil(bits / 4); hex.length < length; ) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    hex += (seed >>> 8).toString(16).padStart(6, '0');
  }
  return BigInt.asUintN(bits, BigInt(`0x${hex}`)) | (1n << BigInt(bits - 1));
}

/** Long runs of ones and zeros are where carries and estimates of quotients go wrong. */
function samples(bits: number): bigint[] {
  const top = 1n << BigInt(bits);
  return [random(bits), top - 1n, top, top + 1n, top - (1n << BigInt(bits >> 1)), random(bits) << BigInt(bits >> 2)];
}

const SIZES = [600_000, 1_400_000];

test('products', () => {
  for (const bits of SIZES)
    for (const left of samples(bits))
      for (const right of [...samples(bits).slice(0, 4), 3n, random(60_000), random(300_000), left])
        assert.ok(multiply(left, -right) === -(left * right));
});

test('quotients of numbers that are nearly as long as each other', () => {
  const factors = [0n, 1n, 2n, 7n, 10n, (1n << 63n) - 1n, 1n << 64n, (1n << 64n) + 1n, (1n << 70n) - 1n];
  for (const bits of [8191, 8192, 8193, 8320, 20_000]) {
    for (const divisor of samples(bits)) {
      for (const factor of factors) {
        for (const rest of [-1n, 0n, 1n, divisor >> 1n, divisor - 1n]) {
          const dividend = divisor * factor + rest;
          if (dividend < 0n) continue;
          assert.ok(quotientOf(dividend, divisor) === dividend / divisor);
          assert.ok(remainderOf(dividend, divisor) === dividend % divisor);
          const [quotient, remainder] = divide(dividend, divisor);
          assert.ok(quotient === dividend / divisor && remainder === dividend % divisor);
        }
      }
    }
  }
});

test('quotients and remainders', () => {
  for (const bits of SIZES) {
    for (const dividend of samples(bits)) {
      for (const divisor of [
        7n,
        ...samples(1000),
        ...samples(200_000),
        ...samples(Math.floor(bits / 2)),
        ...samples(bits - 5),
      ]) {
        const [quotient, remainder] = divide(-dividend, divisor);
        assert.ok(quotient === -dividend / divisor && remainder === -dividend % divisor);
      }
    }
  }
});

test('powers', () => {
  assert.ok(power(-3n, 900_001) === (-3n) ** 900_001n);
  const base = random(5000);
  assert.ok(power(base, 301) === base ** 301n);
});

test('lengths', () => {
  for (const bits of [1, 2, 52, 53, 64, 4095, 4096, 4097, 8192, 1_000_000, 2 ** 21])
    for (const delta of [-1n, 0n, 1n]) {
      const value = (1n << BigInt(bits)) + delta;
      assert.strictEqual(bitLength(value), value.toString(2).length);
    }
});

test('text', () => {
  for (const bits of [65_535, 65_536, 70_000, 300_001]) {
    for (const value of [...samples(bits), 10n ** BigInt(Math.floor(bits / 3.3)), 10n ** 8192n, 10n ** 8192n - 1n]) {
      const text = value.toString();
      assert.ok(decimalText(value) === text && decimalText(-value) === `-${text}`);
      assert.ok(readDigits(text, 10, BigInt) === value);
    }
  }
  const value = random(7_000_003);
  for (const base of [2, 8, 16] as const) {
    const text = value.toString(base);
    assert.ok(binaryText(value, base) === text && readBinary(text, base) === value);
  }
});

test('short texts are read without a report of work', () => {
  const { done } = workHooks;
  let reported = 0;
  workHooks.done = (units) => {
    reported += units;
  };
  try {
    assert.ok(readDigits('9'.repeat(60), 10, BigInt) === 10n ** 60n - 1n);
    assert.strictEqual(reported, 0);
    assert.ok(readDigits('9'.repeat(4000), 10, BigInt) === 10n ** 4000n - 1n);
    assert.ok(reported > 10_000 && reported < 100_000);
  } finally {
    workHooks.done = done;
  }
});
