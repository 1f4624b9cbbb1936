/** The elementary functions against series in fixed point: nearly always the nearest double, never farther than the next one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arcSeries,
  BITS,
  divide,
  expSeries,
  fromDouble,
  ln2Bits,
  multiply,
  ONE,
  piBits,
  sinCosSeries,
  squareRoot,
  toDouble,
} from '../../bigint-series.ts';
import { acos, asin } from '../asin.ts';
import { atan, atan2 } from '../atan.ts';
import { cbrt } from '../cbrt.ts';
import { erf, erfc } from '../error-function.ts';
import { exp, exp2 } from '../exp.ts';
import { hypot } from '../hypot.ts';
import { log, log2 } from '../log.ts';
import { pow } from '../pow.ts';
import { cos, sin } from '../sine.ts';
import { tan } from '../tangent.ts';

/** A small generator, so that every run tests the same. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const high = state;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (high * 2 ** 21 + (state >>> 11)) / 2 ** 53;
  };
}

const view = new DataView(new ArrayBuffer(8));

function ordinal(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Checks `count` results against the exact ones; `share` of them must be the nearest doubles. */
function check(count: number, share: number, run: () => [got: number, want: number]): void {
  let equal = 0;
  for (let index = 0; index < count; index++) {
    const [got, want] = run();
    if (Object.is(got, want)) equal++;
    const distance = ordinal(got) - ordinal(want);
    assert.ok(distance <= 1n && distance >= -1n, `${got} instead of ${want}`);
  }
  assert.ok(equal >= count * share, `${equal} of ${count} are the nearest`);
}

const ln2 = ln2Bits();
const pi = piBits(BITS);

/** e ** x with x in fixed point: [mantissa, binary exponent]. */
function exactExp(x: bigint): number {
  const k = x / ln2;
  return toDouble(expSeries(x - k * ln2)) * 2 ** Number(k);
}

/** By Newton's method on the exponential. */
function exactLog(x: number): bigint {
  let k = 0;
  let m = x;
  for (; m >= 1.5; k++) m /= 2;
  for (; m < 0.75; k--) m *= 2;
  const target = fromDouble(m);
  let y = fromDouble(Math.fround(Math.log(m)));
  for (let step = 0; step < 4; step++) {
    const difference = multiply(target, expSeries(-y)) - ONE;
    y +=
      difference - multiply(difference, difference) / 2n + multiply(difference, multiply(difference, difference)) / 3n;
  }
  return y + BigInt(k) * ln2;
}

test('exponentials and logarithms', () => {
  const random = randoms(1);
  check(2000, 0.995, () => {
    const x = (random() - 0.5) * 1300;
    return [exp(x), exactExp(fromDouble(x))];
  });
  check(500, 0.995, () => {
    const x = (random() - 0.5) * 100;
    return [exp2(x), exactExp(multiply(fromDouble(x), ln2))];
  });
  check(500, 0.995, () => {
    const x = random() < 0.5 ? random() * 100 + 1e-9 : 1 + (random() - 0.5) / 16;
    return [log(x), toDouble(exactLog(x))];
  });
  check(500, 0.995, () => {
    const x = random() * 1000 + 1e-9;
    return [log2(x), toDouble(divide(exactLog(x), ln2))];
  });
  check(500, 0.995, () => {
    const [x, y] = [random() * 100 + 1e-9, (random() - 0.5) * 200];
    return [pow(x, y), exactExp(multiply(exactLog(x), fromDouble(y)))];
  });
});

/** [sin, cos] of a double, reduced exactly. */
function exactSinCos(x: number): [bigint, bigint] {
  const angle = fromDouble(x) % (2n * pi);
  return sinCosSeries(angle);
}

test('trigonometric functions', () => {
  const random = randoms(2);
  check(1000, 0.995, () => {
    const x = (random() - 0.5) * 200;
    return [sin(x), toDouble(exactSinCos(x)[0])];
  });
  check(1000, 0.995, () => {
    const x = (random() - 0.5) * 1e7;
    return [cos(x), toDouble(exactSinCos(x)[1])];
  });
  check(500, 0.995, () => {
    const x = (random() - 0.5) * 20;
    const [sine, cosine] = exactSinCos(x);
    return [tan(x), toDouble(divide(sine, cosine))];
  });
});

/** atan of a number in fixed point that is not negative. */
function exactAtan(x: bigint): bigint {
  if (x > ONE) return pi / 2n - exactAtan(divide(ONE, x));
  // Halving the angle twice: tan(a/2) = t / (1 + sqrt(1 + t**2)).
  let t = x;
  for (let step = 0; step < 3; step++) t = divide(t, ONE + squareRoot(ONE + multiply(t, t)));
  return 8n * arcSeries(t, true);
}

test('inverse trigonometric functions', () => {
  const random = randoms(3);
  check(300, 0.99, () => {
    const x = random() * 4;
    return [atan(x), toDouble(exactAtan(fromDouble(x)))];
  });
  check(300, 0.99, () => {
    const [y, x] = [random() * 4, random() * 4 + 1e-6];
    return [atan2(y, x), toDouble(exactAtan(divide(fromDouble(y), fromDouble(x))))];
  });
  check(300, 0.99, () => {
    const x = random();
    const fixed = fromDouble(x);
    return [asin(x), toDouble(exactAtan(divide(fixed, squareRoot(ONE - multiply(fixed, fixed)))))];
  });
  check(300, 0.99, () => {
    const x = random() + 1e-9;
    const fixed = fromDouble(x);
    return [acos(x), toDouble(exactAtan(divide(squareRoot(ONE - multiply(fixed, fixed)), fixed)))];
  });
});

test('roots', () => {
  const random = randoms(4);
  check(300, 0.98, () => {
    const [x, y] = [random() * 10, random() * 10];
    const [a, b] = [fromDouble(x), fromDouble(y)];
    return [hypot(x, y), toDouble(squareRoot(multiply(a, a) + multiply(b, b)))];
  });
  check(300, 0.99, () => {
    const x = random() * 100 + 1e-6;
    return [cbrt(x), exactExp(exactLog(x) / 3n)];
  });
  assert.equal(cbrt(-27), -3);
});

/** The error function by its series without cancellation. */
function exactErf(x: number): bigint {
  const fixed = fromDouble(x);
  const square = multiply(fixed, fixed);
  let term = fixed;
  let sum = fixed;
  for (let n = 1n; term !== 0n; n++) {
    term = (2n * multiply(term, square)) / (2n * n + 1n);
    sum += term;
  }
  let decay = expSeries(-square / 64n);
  for (let step = 0; step < 6; step++) decay = multiply(decay, decay);
  return divide(2n * multiply(decay, sum), squareRoot(pi));
}

test('error functions', () => {
  const random = randoms(5);
  check(300, 0.99, () => {
    const x = random() * 5;
    return [erf(x), toDouble(exactErf(x))];
  });
  check(300, 0.99, () => {
    const x = random() * 5;
    return [erfc(x), toDouble(ONE - exactErf(x))];
  });
});

test('zeros, infinities and NaN', () => {
  assert.ok(Object.is(sin(-0), -0) && Object.is(tan(-0), -0) && Object.is(atan(-0), -0) && Object.is(asin(-0), -0));
  assert.equal(exp(Number.NEGATIVE_INFINITY), 0);
  assert.equal(exp(-745.13), 5e-324);
  assert.equal(exp(-746), 0);
  assert.equal(exp(709.8), Number.POSITIVE_INFINITY);
  assert.equal(log(5e-324), -744.4400719213812);
  assert.equal(log(0), Number.NEGATIVE_INFINITY);
  assert.ok(Number.isNaN(log(-1)) && Number.isNaN(sin(Number.POSITIVE_INFINITY)) && Number.isNaN(pow(-1, 0.5)));
  assert.equal(pow(2, -1074), 5e-324);
  assert.equal(pow(-2, 3), -8);
  assert.equal(cos(1e22), 0.523214785395139);
});
