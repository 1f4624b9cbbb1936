/**
 * Measures the elementary functions against CPython's `math` on random arguments: share of equal results, largest distance in ulps,
 * nanoseconds per call beside those of `Math`.
 *
 *     node tools/run.mjs tools/measure-libm.ts PYTHON [count] [name,name...]
 *     node tools/run.mjs tools/measure-libm.ts PYTHON --record
 *
 * docs/numbers.md has the figures. The second form writes the results that the unit test expects.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { acos, asin } from '../src/util/libm/asin.ts';
import { atan, atan2 } from '../src/util/libm/atan.ts';
import { cbrt } from '../src/util/libm/cbrt.ts';
import { erf, erfc } from '../src/util/libm/error-function.ts';
import { exp, exp2 } from '../src/util/libm/exp.ts';
import { gamma, lgamma } from '../src/util/libm/gamma.ts';
import { hypot } from '../src/util/libm/hypot.ts';
import { expm1 } from '../src/util/libm/expm1.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from '../src/util/libm/hyperbolic.ts';
import { log1p } from '../src/util/libm/log1p.ts';
import { log, log10, log2 } from '../src/util/libm/log.ts';
import { pow } from '../src/util/libm/pow.ts';
import { cos, sin } from '../src/util/libm/sine.ts';
import { tan } from '../src/util/libm/tangent.ts';

/** Reads doubles, calls the function on one or two at a time, writes the results; NaN where it raises. */
const PYTHON_SIDE = `
import array, math, sys
name, arity = sys.argv[1], int(sys.argv[2])
values = array.array('d', sys.stdin.buffer.read())
function = (lambda x, y: abs(complex(x, y))) if name == 'hypot' else getattr(math, name)
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
    (random() < 0.5 ? -1 : 1) * Math.exp(Math.log(low) + random() * (Math.log(high) - Math.log(low)));
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

/** What CPython's function gives for the arguments, which stand one after the other. */
function wantedOf(python: string, name: string, values: Float64Array): Float64Array {
  const input = new Uint8Array(values.buffer);
  const arity = FUNCTIONS[name].length - 1;
  const run = spawnSync(python, ['-c', PYTHON_SIDE, name, String(arity)], { input, maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw run.error ?? new Error(run.stderr.toString());
  const { buffer, byteOffset, length } = run.stdout;
  return new Float64Array(buffer.slice(byteOffset, byteOffset + length));
}

function argumentsFor(name: string, count: number): Float64Array {
  const [, ...sources] = FUNCTIONS[name];
  const values = new Float64Array(count * sources.length);
  for (let index = 0; index < values.length; index++) values[index] = sources[index % sources.length]();
  return values;
}

function measure(python: string, name: string, count: number): string {
  const [compute, ...sources] = FUNCTIONS[name];
  const values = argumentsFor(name, count);
  const wanted = wantedOf(python, name, values);
  let [compared, equal, worst] = [0, 0, 0n];
  for (let index = 0; index < count; index++) {
    if (Number.isNaN(wanted[index])) continue;
    const place = index * sources.length;
    const got = sources.length === 1 ? compute(values[place]) : compute(values[place], values[place + 1]);
    compared++;
    if (Object.is(got, wanted[index])) equal++;
    const distance = ordinal(got) - ordinal(wanted[index]);
    const size = distance < 0n ? -distance : distance;
    if (size > worst) worst = size;
  }
  const share = ((100 * equal) / compared).toFixed(4).padStart(9);
  return `${name.padEnd(8)} ${share} % equal, at most ${worst} ulp, ${times(name)}`;
}

/** Nanoseconds per call of ours and of the engine's function. */
function times(name: string): string {
  const [compute, ...sources] = FUNCTIONS[name];
  const values = argumentsFor(name, 4096);
  const ours = timeOf(compute, sources.length, values);
  const engine = (Math as unknown as Record<string, ((...args: number[]) => number) | undefined>)[name];
  if (engine === undefined) return `${ours.toFixed(1)} ns`;
  return `${ours.toFixed(1)} ns, Math.${name} ${timeOf(engine, sources.length, values).toFixed(1)} ns`;
}

/** The best of some rounds; the loop is compiled anew for each function, so that the call in it is one that can be inlined. */
function timeOf(compute: (...args: number[]) => number, arity: number, values: Float64Array): number {
  const call = arity === 1 ? 'compute(values[i])' : 'compute(values[i], values[i + 1])';
  const body = `let sum = 0; for (let i = 0; i < values.length; i += ${arity}) sum += ${call}; return sum;`;
  const round = new Function('compute', 'values', body) as (c: typeof compute, v: Float64Array) => number;
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 400; count++) {
    const begin = performance.now();
    round(compute, values);
    best = Math.min(best, performance.now() - begin);
  }
  return (best * 1e6 * arity) / values.length;
}

const hexadecimal = (x: number): string => {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16);
};

const RECORDED = 60;
/** Ends of ranges: of doubles, of functions, of the methods' intervals. */
const EXTREMES = [
  0,
  5e-324,
  1e-310,
  2.2250738585072014e-308,
  1e-300,
  1e-17,
  1e-9,
  0.126,
  0.3,
  0.5,
  0.855469,
  0.9375,
  1,
  1.0647,
  2,
  2.426265,
  3,
  22,
  22.5,
  36.7,
  700.5,
  708.4,
  709.7825,
  709.782712893384,
  709.79,
  710.4,
  710.48,
  745.1332191019411,
  745.14,
  1022.5,
  1023.999999999999,
  1024,
  1074,
  1074.5,
  1075.5,
  1e15,
  1e22,
  1e100,
  1.7976931348623157e308,
  Infinity,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
].flatMap((x) => [x, -x]);

/** A line per call: name, arguments, result, the doubles as hexadecimal bits. */
function record(python: string): void {
  const lines: string[] = [];
  for (const name of Object.keys(FUNCTIONS)) {
    const arity = FUNCTIONS[name].length - 1;
    const extremes =
      arity === 1 ? EXTREMES : EXTREMES.flatMap((x, index) => [x, EXTREMES[(index * 7 + 3) % EXTREMES.length]]);
    const values = Float64Array.of(...argumentsFor(name, RECORDED), ...extremes);
    const wanted = wantedOf(python, name, values);
    for (let index = 0; index < wanted.length; index++) {
      const args = values.subarray(index * arity, (index + 1) * arity);
      if (!Number.isNaN(wanted[index]))
        lines.push([name, ...Array.from(args, hexadecimal), hexadecimal(wanted[index])].join(' '));
    }
  }
  writeFileSync('src/util/libm/test/results.txt', `${lines.join('\n')}\n`);
}

const [, , python, count = '100000', names] = process.argv;
if (python === undefined) {
  console.error('usage: node tools/run.mjs tools/measure-libm.ts PYTHON [count | --record] [name,name...]');
  process.exit(2);
}
if (count === '--record') record(python);
else
  for (const name of names === undefined ? Object.keys(FUNCTIONS) : names.split(','))
    console.log(measure(python, name, Number(count)));
