/**
 * The elementary functions against results of CPython on the C library of Linux, recorded by `tools/measure-libm.ts --record`: nearly all
 * are equal to the last digit, the others are neighbours.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { acos, asin } from '../asin.ts';
import { atan, atan2 } from '../atan.ts';
import { erf, erfc } from '../error-function.ts';
import { exp, exp2 } from '../exp.ts';
import { expm1 } from '../expm1.ts';
import { gamma, lgamma } from '../gamma.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from '../hyperbolic.ts';
import { hypot } from '../hypot.ts';
import { log, log10, log2 } from '../log.ts';
import { log1p } from '../log1p.ts';
import { pow } from '../pow.ts';
import { cos, sin } from '../sine.ts';
import { tan } from '../tangent.ts';

const FUNCTIONS: Record<string, (x: number, y: number) => number> = {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  erf,
  erfc,
  exp,
  exp2,
  expm1,
  gamma,
  hypot,
  lgamma,
  log,
  log10,
  log1p,
  log2,
  pow,
  sin,
  sinh,
  tan,
  tanh,
};

const view = new DataView(new ArrayBuffer(8));

function double(hexadecimal: string): number {
  view.setBigUint64(0, BigInt(`0x${hexadecimal}`));
  return view.getFloat64(0);
}

test('recorded results', () => {
  const differing: string[] = [];
  let compared = 0;
  for (const line of readFileSync('src/util/libm/test/results.txt', 'utf8').trimEnd().split('\n')) {
    const [name, ...words] = line.split(' ');
    // The C library's cube root is often not the nearest double; ours always is.
    if (name === 'cbrt') continue;
    const values = words.map(double);
    const wanted = values.pop()!;
    const got = FUNCTIONS[name](values[0], values[1]);
    compared++;
    if (Object.is(got, wanted)) continue;
    differing.push(`${name}(${values.join(', ')}): ${got} instead of ${wanted}`);
    assert.ok(Math.abs(got - wanted) <= Math.abs(wanted) * 2 ** -52, differing.at(-1));
  }
  assert.ok(compared > 1400, `${compared} results`);
  assert.ok(differing.length <= 2, differing.join('\n'));
});
