/** `cmath`: functions of complex numbers. Reference: https://docs.python.org/3.14/library/cmath.html */
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { divideComplex } from '../../objspace/types/complex-arithmetic.ts';
import { complexFromNumber } from '../../objspace/types/complex-conversion.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { atan2 } from '../../util/libm/atan.ts';
import { hypot } from '../../util/libm/hypot.ts';
import { domainError, rangeError } from '../math/float-parts.ts';
import * as functions from './functions.ts';
import type { ComplexFunction } from './functions.ts';

function complexArgument(value: Value): PyComplex | Exit {
  return complexFromNumber(value) ?? raiseTypeError(`must be real number, not ${typeName(value)}`);
}

const isInfinite = (x: number): boolean => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;

/** Name, documentation, function, and whether a finite argument may have a result that is too large. */
const UNARY: readonly (readonly [string, string, ComplexFunction, boolean])[] = [
  ['acos', 'Return the arc cosine of z.', functions.acos, false],
  ['acosh', 'Return the inverse hyperbolic cosine of z.', functions.acosh, false],
  ['asin', 'Return the arc sine of z.', functions.asin, false],
  ['asinh', 'Return the inverse hyperbolic sine of z.', functions.asinh, false],
  ['atan', 'Return the arc tangent of z.', functions.atan, false],
  ['atanh', 'Return the inverse hyperbolic tangent of z.', functions.atanh, false],
  ['cos', 'Return the cosine of z.', functions.cos, true],
  ['cosh', 'Return the hyperbolic cosine of z.', functions.cosh, true],
  ['exp', 'Return the exponential value e**z.', functions.exp, true],
  ['sin', 'Return the sine of z.', functions.sin, true],
  ['sinh', 'Return the hyperbolic sine of z.', functions.sinh, true],
  ['sqrt', 'Return the square root of z.', functions.sqrt, false],
  ['tan', 'Return the tangent of z.', functions.tan, false],
  ['tanh', 'Return the hyperbolic tangent of z.', functions.tanh, false],
  ['log10', 'Return the base-10 logarithm of z.', functions.log10, false],
];

function evaluate(value: Value, compute: ComplexFunction, overflows: boolean): Result {
  const argument = complexArgument(value);
  if (argument === EXIT) return EXIT;
  const { real, imag } = argument as PyComplex;
  const result = compute(real, imag);
  if (result === undefined) return domainError();
  const isTooLarge = isInfinite(result[0]) || isInfinite(result[1]);
  if (overflows && isTooLarge && Number.isFinite(real) && Number.isFinite(imag)) return rangeError();
  return new PyComplex(result[0], result[1]);
}

/** With a base, a pole of the first logarithm goes into the quotient; only the second one's is an error. */
function logarithm(value: Value, base: Value | undefined): Result {
  if (base === undefined) return evaluate(value, functions.log, false);
  const argument = complexArgument(value);
  if (argument === EXIT) return EXIT;
  const baseArgument = complexArgument(base);
  if (baseArgument === EXIT) return EXIT;
  const { real, imag } = argument as PyComplex;
  const numerator = functions.log(real, imag) ?? [Number.NEGATIVE_INFINITY, atan2(imag, real)];
  const denominator = functions.log((baseArgument as PyComplex).real, (baseArgument as PyComplex).imag);
  if (denominator === undefined || (denominator[0] === 0 && denominator[1] === 0)) return domainError();
  return divideComplex(numerator[0], numerator[1], denominator[0], denominator[1]);
}

function polar(value: Value): Result {
  const argument = complexArgument(value);
  if (argument === EXIT) return EXIT;
  const { real, imag } = argument as PyComplex;
  const size = hypot(real, imag);
  if (isInfinite(size) && Number.isFinite(real) && Number.isFinite(imag)) return rangeError();
  return new PyTuple([new PyFloat(size), new PyFloat(atan2(imag, real))]);
}

function phase(value: Value): number | Exit {
  const argument = complexArgument(value);
  return argument === EXIT ? EXIT : atan2((argument as PyComplex).imag, (argument as PyComplex).real);
}

function rect(r: number, phi: number): Result {
  const result = functions.rect(r, phi);
  return result === undefined ? domainError() : new PyComplex(result[0], result[1]);
}

function isClose(a: Value, b: Value, relative: number, absolute: number): boolean | Exit {
  const left = complexArgument(a);
  if (left === EXIT) return EXIT;
  const right = complexArgument(b);
  if (right === EXIT) return EXIT;
  if (relative < 0 || absolute < 0) return raiseValueError('tolerances must be non-negative');
  const [p, q] = [left as PyComplex, right as PyComplex];
  if (p.real === q.real && p.imag === q.imag) return true;
  if ([p.real, p.imag, q.real, q.imag].some(isInfinite)) return false;
  const difference = hypot(p.real - q.real, p.imag - q.imag);
  return (
    difference <= relative * hypot(q.real, q.imag) ||
    difference <= relative * hypot(p.real, p.imag) ||
    difference <= absolute
  );
}

/** A test of both parts. */
function predicate(test: (real: number, imag: number) => boolean): (value: Value) => boolean | Exit {
  return (value) => {
    const argument = complexArgument(value);
    return argument === EXIT ? EXIT : test((argument as PyComplex).real, (argument as PyComplex).imag);
  };
}

function defineTests(module: ModuleBuilder): void {
  module.function(
    'isclose(a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)',
    'Determine whether two complex numbers are close in value.\n\n' +
      '  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n' +
      '  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\n' +
      'Return True if a is close in value to b, and False otherwise.\n\n' +
      'For the values to be considered close, the difference between them must\nbe smaller than at least one of the tolerances.\n\n' +
      '-inf, inf and NaN behave similarly to the IEEE 754 Standard.  That is,\nNaN is not close to anything, even itself. ' +
      'inf and -inf are only close\nto themselves.',
    isClose,
  );
  module.function(
    'isfinite(z, /)',
    'Return True if both the real and imaginary parts of z are finite, else False.',
    predicate((real, imag) => Number.isFinite(real) && Number.isFinite(imag)),
  );
  module.function(
    'isinf(z, /)',
    'Checks if the real or imaginary part of z is infinite.',
    predicate((real, imag) => isInfinite(real) || isInfinite(imag)),
  );
  module.function(
    'isnan(z, /)',
    'Checks if the real or imaginary part of z not a number (NaN).',
    predicate((real, imag) => Number.isNaN(real) || Number.isNaN(imag)),
  );
}

export const cmath = builtinModule(
  'cmath',
  'This module provides access to mathematical functions for complex\nnumbers.',
  (module) => {
    for (const [name, doc, compute, overflows] of UNARY) {
      module.function(`${name}(z, /)`, doc, ((value: Value) => evaluate(value, compute, overflows)) as never);
    }
    module.function(
      'log(z, base=<absent>, /)',
      'log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e)\nof z.',
      logarithm,
    );
    module.function('phase(z, /) -> float', 'Return argument, also known as the phase angle, of a complex.', phase);
    module.function(
      'polar(z, /)',
      'Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.',
      polar,
    );
    module.function(
      'rect(r: float, phi: float, /)',
      'Convert from polar coordinates to rectangular coordinates.',
      rect,
    );
    defineTests(module);
    module.constant('pi', new PyFloat(Math.PI));
    module.constant('e', new PyFloat(Math.E));
    module.constant('tau', new PyFloat(2 * Math.PI));
    module.constant('inf', new PyFloat(Number.POSITIVE_INFINITY));
    module.constant('infj', new PyComplex(0, Number.POSITIVE_INFINITY));
    module.constant('nan', new PyFloat(Number.NaN));
    module.constant('nanj', new PyComplex(0, Number.NaN));
  },
);
