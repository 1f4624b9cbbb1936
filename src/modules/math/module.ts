/** `math`: functions of real numbers, integers and sequences of them. Reference: https://docs.python.org/3.14/library/math.html */
import { raiseValueError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { toFloat } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { reprFloat } from '../../util/float-repr.ts';
import { acos, asin } from '../../util/libm/asin.ts';
import { atan, atan2 } from '../../util/libm/atan.ts';
import { cbrt } from '../../util/libm/cbrt.ts';
import { erf, erfc } from '../../util/libm/error-function.ts';
import { exp, exp2 } from '../../util/libm/exp.ts';
import { gamma, lgamma } from '../../util/libm/gamma.ts';
import { expm1 } from '../../util/libm/expm1.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from '../../util/libm/hyperbolic.ts';
import { log1p } from '../../util/libm/log1p.ts';
import { log, log10, log2 } from '../../util/libm/log.ts';
import { pow } from '../../util/libm/pow.ts';
import { cos, sin } from '../../util/libm/sine.ts';
import { tan } from '../../util/libm/tangent.ts';
import {
  copySign,
  domainError,
  fma,
  fmod,
  frexp,
  ldexp,
  modf,
  nextAfter,
  rangeError,
  remainder,
  ulp,
} from './float-parts.ts';
import { comb, factorial, gcd, isqrt, lcm, perm } from './integers.ts';
import { logarithm, logWithBase } from './logarithms.ts';
import { ceil, floor, trunc } from './rounding.ts';
import { dist, fsum, hypot, lengthInPlane, prod, sumprod } from './sums.ts';

const DEGREES_PER_RADIAN = 180 / Math.PI;
const RADIANS_PER_DEGREE = Math.PI / 180;

interface Unary {
  readonly name: string;
  readonly doc: string;
  readonly compute: (x: number) => number;
  /** What the error says where the function has no value; `math domain error` where it says nothing. */
  readonly expected?: string;
  /** Whether an infinite result of a finite argument is too large, rather than a pole. */
  readonly overflows?: boolean;
}

const IN_UNIT_RANGE = 'a number in range from -1 up to 1';
const NO_POLE = 'a noninteger or positive integer';

const UNARY: readonly Unary[] = [
  {
    name: 'acos',
    doc: 'Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.',
    compute: acos,
    expected: IN_UNIT_RANGE,
  },
  {
    name: 'acosh',
    doc: 'Return the inverse hyperbolic cosine of x.',
    compute: acosh,
    expected: 'argument value not less than 1',
  },
  {
    name: 'asin',
    doc: 'Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
    compute: asin,
    expected: IN_UNIT_RANGE,
  },
  { name: 'asinh', doc: 'Return the inverse hyperbolic sine of x.', compute: asinh },
  {
    name: 'atan',
    doc: 'Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
    compute: atan,
  },
  {
    name: 'atanh',
    doc: 'Return the inverse hyperbolic tangent of x.',
    compute: atanh,
    expected: 'a number between -1 and 1',
  },
  { name: 'cbrt', doc: 'Return the cube root of x.', compute: cbrt },
  { name: 'cos', doc: 'Return the cosine of x (measured in radians).', compute: cos, expected: 'a finite input' },
  { name: 'cosh', doc: 'Return the hyperbolic cosine of x.', compute: cosh, overflows: true },
  { name: 'erf', doc: 'Error function at x.', compute: erf },
  { name: 'erfc', doc: 'Complementary error function at x.', compute: erfc },
  { name: 'exp', doc: 'Return e raised to the power of x.', compute: exp, overflows: true },
  { name: 'exp2', doc: 'Return 2 raised to the power of x.', compute: exp2, overflows: true },
  {
    name: 'expm1',
    doc: 'Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.',
    compute: expm1,
    overflows: true,
  },
  { name: 'fabs', doc: 'Return the absolute value of the float x.', compute: Math.abs },
  {
    name: 'log1p',
    doc: 'Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.',
    compute: log1p,
    expected: 'argument value > -1',
  },
  { name: 'sin', doc: 'Return the sine of x (measured in radians).', compute: sin, expected: 'a finite input' },
  { name: 'sinh', doc: 'Return the hyperbolic sine of x.', compute: sinh, overflows: true },
  { name: 'sqrt', doc: 'Return the square root of x.', compute: Math.sqrt, expected: 'a nonnegative input' },
  { name: 'tan', doc: 'Return the tangent of x (measured in radians).', compute: tan, expected: 'a finite input' },
  { name: 'tanh', doc: 'Return the hyperbolic tangent of x.', compute: tanh },
  { name: 'gamma', doc: 'Gamma function at x.', compute: gamma, expected: NO_POLE, overflows: true },
  {
    name: 'lgamma',
    doc: 'Natural logarithm of absolute value of Gamma function at x.',
    compute: lgamma,
    expected: NO_POLE,
    overflows: true,
  },
];

/** Poles of gamma and lgamma that are infinite, not too large. */
function isPole(x: number): boolean {
  return x <= 0 && Number.isInteger(x);
}

function checkedUnary(row: Unary): (x: number) => number | Exit {
  const { compute } = row;
  const outOfDomain = (x: number): Exit =>
    row.expected === undefined ? domainError() : raiseValueError(`expected ${row.expected}, got ${reprFloat(x)}`);
  return (x) => {
    const result = compute(x);
    if (Number.isFinite(result)) return result;
    if (Number.isNaN(result)) return Number.isNaN(x) ? result : outOfDomain(x);
    if (!Number.isFinite(x)) return result;
    return row.overflows === true && !(row.expected === NO_POLE && isPole(x)) ? rangeError() : outOfDomain(x);
  };
}

/** The argument is converted here, not by the signature: a call then goes straight to the body. */
function onFloat(compute: (x: number) => number | Exit): (value: Value) => number | Exit {
  return (value) => {
    if (value instanceof PyFloat) return compute(value.value);
    const x = toFloat(value);
    return x === EXIT ? EXIT : compute(x as number);
  };
}

/** Likewise for two arguments. */
function onFloats(compute: (x: number, y: number) => number | Exit): (left: Value, right: Value) => number | Exit {
  return (left, right) => {
    const x = toFloat(left);
    if (x === EXIT) return EXIT;
    const y = toFloat(right);
    return y === EXIT ? EXIT : compute(x as number, y as number);
  };
}

function defineUnary(module: ModuleBuilder): void {
  for (const row of UNARY) {
    module.function(`${row.name}(x, /) -> float`, row.doc, onFloat(checkedUnary(row)) as never);
    module.ofFloats(row.name, row.compute);
  }
}

function checkedPow(x: number, y: number): number | Exit {
  const result = pow(x, y);
  if (Number.isFinite(result) || !Number.isFinite(x) || !Number.isFinite(y)) return result;
  return Number.isNaN(result) || x === 0 ? domainError() : rangeError();
}

function defineBinary(module: ModuleBuilder): void {
  module.function(
    'atan2(y, x, /) -> float',
    'Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.',
    onFloats(atan2),
  );
  module.ofFloats('atan2', atan2);
  module.function(
    'copysign(x, y, /) -> float',
    'Return a float with the magnitude (absolute value) of x but the sign of y.\n\n' +
      'On platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n',
    onFloats(copySign),
  );
  module.ofFloats('copysign', copySign);
  module.function(
    'fmod(x, y, /) -> float',
    'Return fmod(x, y), according to platform C.\n\nx % y may differ.',
    onFloats(fmod),
  );
  module.ofFloats('fmod', (x, y) => x % y);
  module.function('pow(x, y, /) -> float', 'Return x**y (x to the power of y).', onFloats(checkedPow));
  module.ofFloats('pow', pow);
  module.function(
    'remainder(x: float, y: float, /) -> float',
    'Difference between x and the closest integer multiple of y.\n\n' +
      'Return x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\n' +
      'y, the nearest even value of n is used. The result is always exact.',
    remainder,
  );
  module.function(
    'fma(x: float, y: float, z: float, /) -> float',
    'Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.',
    fma,
  );
}

function defineParts(module: ModuleBuilder): void {
  module.function(
    'frexp(x: float, /)',
    'Return the mantissa and exponent of x, as pair (m, e).\n\nIf x is a finite nonzero number, then m is a float with\n' +
      '0.5 <= abs(m) < 1.0 and an integer e is such that\nx == m * 2**e exactly.  Else, return (x, 0).',
    frexp,
  );
  module.function(
    'ldexp(x: float, i, /) -> float',
    'Return x * (2**i).\n\nThis is essentially the inverse of frexp().',
    ldexp,
  );
  module.function(
    'modf(x: float, /)',
    'Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.',
    modf,
  );
  module.function(
    'nextafter(x: float, y: float, /, *, steps=None) -> float',
    'Return the floating-point value the given number of steps after x towards y.\n\n' +
      'If steps is not specified or is None, it defaults to 1.\n\nRaises a TypeError, if x or y is not a double, or if steps is not\n' +
      'an integer.  Raises ValueError if steps is negative.',
    nextAfter,
  );
  module.function('ulp(x: float, /) -> float', 'Return the value of the least significant bit of the float x.', ulp);
  module.function('floor(x, /)', 'Return the floor of x as an Integral.\n\nThis is the largest integer <= x.', floor);
  module.function('ceil(x, /)', 'Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.', ceil);
  module.function(
    'trunc(x, /)',
    'Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.',
    trunc,
  );
  module.function('degrees(x, /) -> float', 'Convert angle x from radians to degrees.', onFloat(toDegrees));
  module.ofFloats('degrees', toDegrees);
  module.function('radians(x, /) -> float', 'Convert angle x from degrees to radians.', onFloat(toRadians));
  module.ofFloats('radians', toRadians);
}

function toDegrees(x: number): number {
  return x * DEGREES_PER_RADIAN;
}

function toRadians(x: number): number {
  return x * RADIANS_PER_DEGREE;
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean | Exit {
  if (relative < 0 || absolute < 0) return raiseValueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}

function defineTests(module: ModuleBuilder): void {
  module.function(
    'isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)',
    'Determine whether two floating-point numbers are close in value.\n\n' +
      '  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n' +
      '  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\n' +
      'Return True if a is close in value to b, and False otherwise.\n\n' +
      'For the values to be considered close, the difference between them\nmust be smaller than at least one of the tolerances.\n\n' +
      '-inf, inf and NaN behave similarly to the IEEE 754 Standard.  That\nis, NaN is not close to anything, even itself.  inf and -inf are\n' +
      'only close to themselves.',
    isClose,
  );
  module.function(
    'isfinite(x: float, /) -> bool',
    'Return True if x is neither an infinity nor a NaN, and False otherwise.',
    (x) => Number.isFinite(x),
  );
  module.function(
    'isinf(x: float, /) -> bool',
    'Return True if x is a positive or negative infinity, and False otherwise.',
    (x) => Math.abs(x) === Number.POSITIVE_INFINITY,
  );
  module.function('isnan(x: float, /) -> bool', 'Return True if x is a NaN (not a number), and False otherwise.', (x) =>
    Number.isNaN(x),
  );
}

function defineLogarithms(module: ModuleBuilder): void {
  module.function(
    '@log(x, base=<absent>, /) -> float',
    'log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\n' +
      'If the base is not specified, returns the natural logarithm (base e) of x.',
    (x, base) => (base === undefined ? logarithm(x, log) : logWithBase(x, base)),
  );
  module.function('log10(x, /) -> float', 'Return the base 10 logarithm of x.', (x) => logarithm(x, log10));
  module.function('log2(x, /) -> float', 'Return the base 2 logarithm of x.', (x) => logarithm(x, log2));
  module.ofFloats('log', (x) => log(x));
  module.ofFloats('log10', log10);
  module.ofFloats('log2', log2);
}

function defineIntegers(module: ModuleBuilder): void {
  module.function(
    'comb(n, k, /)',
    'Number of ways to choose k items from n items without repetition and without order.\n\n' +
      'Evaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.\n\n' +
      'Also called the binomial coefficient because it is equivalent\nto the coefficient of k-th term in polynomial expansion of the\n' +
      'expression (1 + x)**n.\n\nRaises TypeError if either of the arguments are not integers.\n' +
      'Raises ValueError if either of the arguments are negative.',
    comb,
  );
  module.function(
    'perm(n, k=None, /)',
    'Number of ways to choose k items from n items without repetition and with order.\n\n' +
      'Evaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.\n\n' +
      'If k is not specified or is None, then k defaults to n\nand the function returns n!.\n\n' +
      'Raises TypeError if either of the arguments are not integers.\nRaises ValueError if either of the arguments are negative.',
    perm,
  );
  module.function('factorial(n, /)', 'Find n!.', factorial);
  module.function('gcd(*integers)', 'Greatest Common Divisor.', gcd);
  module.function('lcm(*integers)', 'Least Common Multiple.', lcm);
  module.function('isqrt(n, /)', 'Return the integer part of the square root of the input.', isqrt);
}

function defineSums(module: ModuleBuilder): void {
  module.function(
    'fsum(seq, /) -> float',
    'Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.',
    fsum,
  );
  module.function(
    'prod(iterable, /, *, start=1)',
    'Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\n' +
      'When the iterable is empty, return the start value.  This function is\n' +
      'intended specifically for use with numeric values and may reject\nnon-numeric types.',
    (iterable, start) => prod(iterable, start),
  );
  module.function(
    'sumprod(p, q, /)',
    'Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n' +
      '    sum(map(operator.mul, p, q, strict=True))\n\nFor float and mixed int/float inputs, the intermediate products\n' +
      'and sums are computed with extended precision.',
    sumprod,
  );
  module.function(
    'dist(p, q, /) -> float',
    'Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\n' +
      'coordinates.  Both inputs must have the same dimension.\n\nRoughly equivalent to:\n' +
      '    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))',
    dist,
  );
  module.function(
    'hypot(*coordinates) -> float',
    'Multidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n' +
      '    sqrt(sum(x**2 for x in coordinates))\n\nFor a two dimensional point (x, y), gives the hypotenuse\n' +
      'using the Pythagorean theorem:  sqrt(x*x + y*y).\n\n' +
      'For example, the hypotenuse of a 3/4/5 right triangle is:\n\n    >>> hypot(3.0, 4.0)\n    5.0',
    hypot,
  );
  module.ofFloats('hypot', lengthInPlane);
}

export const math = builtinModule(
  'math',
  'This module provides access to the mathematical functions\ndefined by the C standard.',
  (module) => {
    defineUnary(module);
    defineBinary(module);
    defineParts(module);
    defineTests(module);
    defineLogarithms(module);
    defineIntegers(module);
    defineSums(module);
    module.constant('pi', new PyFloat(Math.PI));
    module.constant('e', new PyFloat(Math.E));
    module.constant('tau', new PyFloat(2 * Math.PI));
    module.constant('inf', new PyFloat(Number.POSITIVE_INFINITY));
    module.constant('nan', new PyFloat(Number.NaN));
  },
);
