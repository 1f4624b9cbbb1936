/** Decimal digits of doubles: halves to even, many digits, powers of ten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gcdBig } from '../bigint-gcd.ts';
import { fixedText, significantDigits } from '../float-digits.ts';
import { parseFloatText, parseHexadecimal } from '../float-parse.ts';
import { reprFloat } from '../float-repr.ts';

test('fixed places round the exact value half to even', () => {
  assert.equal(fixedText(0.5, 0), '0');
  assert.equal(fixedText(1.5, 0), '2');
  assert.equal(fixedText(2.5, 0), '2');
  assert.equal(fixedText(0.125, 2), '0.12');
  assert.equal(fixedText(0.375, 2), '0.38');
  assert.equal(fixedText(2.675, 2), '2.67');
  assert.equal(fixedText(1e22, 1), '10000000000000000000000.0');
  assert.equal(fixedText(5e-324, 1074).length, 1076);
  assert.equal(fixedText(0.1, 60), '0.100000000000000005551115123125782702118158340454101562500000');
});

test('significant digits', () => {
  assert.deepEqual(significantDigits(0, 3), { digits: '000', exponent: 0 });
  assert.deepEqual(significantDigits(2.5, 1), { digits: '2', exponent: 0 });
  assert.deepEqual(significantDigits(99.95, 3), { digits: '100', exponent: 2 });
  assert.deepEqual(significantDigits(1e23, 17), { digits: '99999999999999992', exponent: 22 });
  assert.deepEqual(significantDigits(9.5e-307, 1), { digits: '1', exponent: -306 });
  assert.equal(
    significantDigits(0.1, 120).digits.replace(/0+$/, ''),
    '1000000000000000055511151231257827021181583404541015625',
  );
});

test('repr', () => {
  assert.equal(reprFloat(1e16), '1e+16');
  assert.equal(reprFloat(123456789012345.6), '123456789012345.6');
  assert.equal(reprFloat(1e-5), '1e-05');
  assert.equal(reprFloat(-0), '-0.0');
});

test('text', () => {
  assert.equal(parseFloatText(' 1_0.5e1 '), 105);
  assert.equal(parseFloatText('1__0'), undefined);
  assert.equal(parseHexadecimal('0x1.00000000000018p0'), 1.0000000000000004);
  assert.equal(parseHexadecimal('0x1.8p-1075'), 5e-324);
  assert.equal(parseHexadecimal('0x1p1024'), 'overflow');
});

test('greatest common divisor', () => {
  const [a, b] = [3n ** 700n * 7n ** 90n, 3n ** 300n * 11n ** 250n];
  assert.equal(gcdBig(a, b), 3n ** 300n);
  assert.equal(gcdBig(0n, b), b);
  assert.equal(gcdBig(2n ** 300n, 2n ** 299n + 1n), 1n);
});
