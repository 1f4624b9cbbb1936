/**
 * The gamma function and its logarithm by Lanczos' approximation, as CPython has them: with the coefficients that Boost publishes
 * (N = 13, g = 6.0246...), so that the digits are CPython's. They are good to some ulps.
 */
import { exp } from './exp.ts';
import { log } from './log.ts';
import { pow } from './pow.ts';
import { cos, sin } from './sine.ts';

const LANCZOS_G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;

const NUMERATOR: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];

/** x (x+1) ... (x+11). */
const DENOMINATOR: readonly number[] = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** (n-1)! as far as doubles hold it exactly. */
const MAX_EXACT_FACTORIAL = 23;

/** The quotient of both polynomials; by powers of 1/x for large x, which do not overflow. */
function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let n = NUMERATOR.length - 1; n >= 0; n--) {
      top = top * x + NUMERATOR[n];
      bottom = bottom * x + DENOMINATOR[n];
    }
  } else {
    for (let n = 0; n < NUMERATOR.length; n++) {
      top = top / x + NUMERATOR[n];
      bottom = bottom / x + DENOMINATOR[n];
    }
  }
  return top / bottom;
}

/** sin(pi x), exactly zero at integers. */
export function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 || Object.is(x, -0) ? -1 : 1;
  switch (Math.round(2 * y)) {
    case 0:
      return sign * sin(Math.PI * y);
    case 1:
      return sign * cos(Math.PI * (y - 0.5));
    case 2:
      return sign * sin(Math.PI * (1 - y));
    case 3:
      return sign * -cos(Math.PI * (y - 1.5));
    default:
      return sign * sin(Math.PI * (y - 2));
  }
}

/** Gamma(x); NaN where it has no value (poles that are negative integers, -inf). Infinite for what is too large, and at zeros. */
export function gamma(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x === Number.NEGATIVE_INFINITY) return Number.NaN;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= MAX_EXACT_FACTORIAL) return factorial(x - 1);
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  return gammaBySum(x, size);
}

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}

function gammaBySum(x: number, size: number): number {
  const y = size + G_MINUS_HALF;
  // What the sum of size and g loses.
  let lost: number;
  if (size > G_MINUS_HALF) lost = y - size - G_MINUS_HALF;
  else lost = y - G_MINUS_HALF - size;
  const correction = (lost * LANCZOS_G) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    result -= correction * result;
    if (size < 140) return result / pow(y, size - 0.5);
    // The power alone would overflow.
    const root = pow(y, size / 2 - 0.25);
    return result / root / root;
  }
  let result = lanczosSum(size) / exp(y);
  result += correction * result;
  if (size < 140) return result * pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return result * root * root;
}

/** log(|Gamma(x)|); infinite at the poles. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let result = log(lanczosSum(size)) - LANCZOS_G;
  result += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x < 0) result = log(Math.PI) - log(Math.abs(sinPi(size))) - log(size) - result;
  return result;
}
