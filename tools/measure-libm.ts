/**
 * Measures the elementary functions against CPython's `math` on random arguments: share of equal results, largest distance in ulps.
 *
 *     node tools/run.mjs tools/measure-libm.ts PYTHON [count] [name,name...]
 *
 * docs/numbers.md has the figures.
 */
import { spawnSync } from 'node:child_process';
import { acos, asin, atan, atan2 } from '../src/util/libm/atan.ts';
import { cbrt } from '../src/util/libm/cbrt.ts';
import { erf, erfc } from '../src/util/libm/error-function.ts';
import { exp, exp2 } from '../src/util/libm/exp.ts';
import { gamma, lgamma } from '../src/util/libm/gamma.ts';
import { hypot } from '../src/util/libm/hypot.ts';
import { acosh, asinh, atanh, cosh, expm1, log1p, sinh, tanh } from '../src/util/libm/hyperbolic.ts';
import { log, log10, log2 } from '../src/util/libm/log.ts';
import { pow } from '../src/util/libm/pow.ts';
import { cos, sin, tan } from '../src/util/libm/trigonometric.ts';

/** Reads doubles, calls the function on one or two at a time, writes the results; NaN where it raises. */
const PYTHON_SIDE = `
import array, math, sys
name, arity = sys.argv[1], int(sys.argv[2])
values = array.array('d', sys.stdin.buffer.read())
function = getattr(math, name)
def run(*args):
    try:
        return function(*args)
    except (ValueError, OverflowError):
        return math.nan
arguments = zip(*[iter(values)] * arity)
sys.stdout.buffer.write(array.array('d', [run(*a) for a in arguments]).tobytes())
`;

let state = 20260101;

function random(): number {
  let bits = 0;
  for (let part = 0; part < 2; part++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bits = bits * 2 ** 26 + (state >>> 6);
  }
  return bits / 2 ** 52;
}

type Source = () => number;
const between =
  (low: number, high: number): Source =>
  () =>
    low + random() * (high - low);
/** Sizes spread evenly over their logarithms, of both signs. */
const sizes =
  (low: number, high: number): Source =>
  () =>
    (random() < 0.5 ? -1 : 1) * Math.exp(Math.log(low) + random() * Math.log(high / low));
const any =
  (...sources: Source[]): Source =>
  () =>
    sources[Math.floor(random() * sources.length)]();
const positive =
  (source: Source): Source =>
  () =>
    Math.abs(source());

type Row = readonly [compute: (...args: number[]) => number, ...sources: Source[]];

const angles = any(between(-4, 4), between(-100, 100), sizes(1e-5, 1e5), sizes(1, 1e300));
const coordinates = any(between(-10, 10), sizes(1e-5, 1e5));
const magnitudes = positive(any(sizes(1e-300, 1e300), between(0.5, 2), between(0, 100)));
const unit = any(between(-1, 1), sizes(1e-6, 1));
const hyperbolic = any(between(-20, 20), between(-1, 1), between(-709, 709));
const gammas = any(between(-20, 20), between(0.1, 171), between(-170, 1));

const FUNCTIONS: Record<string, Row> = {
  exp: [exp, any(between(-745, 709), between(-1, 1), between(-30, 30))],
  exp2: [exp2, any(between(-1074, 1023), between(-2, 2))],
  expm1: [expm1, any(between(-40, 709), between(-1, 1), sizes(1e-10, 1))],
  log: [log, magnitudes],
  log2: [log2, magnitudes],
  log10: [log10, magnitudes],
  log1p: [log1p, any(between(-0.999, 2), sizes(1e-10, 0.9), positive(sizes(1e-5, 1e100)))],
  pow: [pow as Row[0], positive(any(between(0, 1000), sizes(1e-20, 1e20))), any(between(-10, 10), between(-30, 30))],
  sin: [sin, angles],
  cos: [cos, angles],
  tan: [tan, angles],
  asin: [asin, unit],
  acos: [acos, unit],
  atan: [atan, any(between(-2, 2), sizes(1e-5, 1e5), between(-50, 50))],
  atan2: [atan2 as Row[0], coordinates, coordinates],
  hypot: [hypot as Row[0], coordinates, coordinates],
  sinh: [sinh, hyperbolic],
  cosh: [cosh, hyperbolic],
  tanh: [tanh, any(between(-20, 20), between(-1, 1))],
  asinh: [asinh, any(between(-20, 20), sizes(1e-6, 1e10))],
  acosh: [acosh, any(between(1, 3), positive(sizes(1.1, 1e10)))],
  atanh: [atanh, any(between(-1, 1), sizes(1e-6, 0.5))],
  cbrt: [cbrt, any(sizes(1e-300, 1e300), between(-100, 100))],
  erf: [erf, any(between(-6, 6), between(-1, 1))],
  erfc: [erfc, any(between(-6, 27), between(-1, 1))],
  gamma: [gamma, gammas],
  lgamma: [lgamma, gammas],
};

const view = new DataView(new ArrayBuffer(8));

/** Place of a double among all in order: neighbours differ by 1. */
function ordinal(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function measure(python: string, name: string, count: number): string {
  const [compute, ...sources] = FUNCTIONS[name];
  const values = new Float64Array(count * sources.length);
  for (let index = 0; index < values.length; index++) values[index] = sources[index % sources.length]();
  const input = new Uint8Array(values.buffer);
  const run = spawnSync(python, ['-c', PYTHON_SIDE, name, String(sources.length)], { input, maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  const wanted = new Float64Array(
    run.stdout.buffer.slice(run.stdout.byteOffset, run.stdout.byteOffset + run.stdout.length),
  );
  let [compared, equal, worst] = [0, 0, 0n];
  for (let index = 0; index < count; index++) {
    if (Number.isNaN(wanted[index])) continue;
    const got = compute(...values.subarray(index * sources.length, (index + 1) * sources.length));
    compared++;
    if (Object.is(got, wanted[index])) equal++;
    const distance = ordinal(got) - ordinal(wanted[index]);
    const size = distance < 0n ? -distance : distance;
    if (size > worst) worst = size;
  }
  return `${name.padEnd(8)} ${((100 * equal) / compared).toFixed(3).padStart(8)} % equal, at most ${worst} ulp`;
}

const [, , python, count = '100000', names] = process.argv;
if (python === undefined) {
  console.error('usage: node tools/run.mjs tools/measure-libm.ts PYTHON [count] [name,name...]');
  process.exit(2);
}
for (const name of names === undefined ? Object.keys(FUNCTIONS) : names.split(','))
  console.log(measure(python, name, Number(count)));
