/** `format(value, spec)` and `__format__` of the builtin types. */
import { raise, raiseTypeError, raiseValueError } from './exception.ts';
import {
  doubleText,
  type DoubleCode,
  DEFAULT_PRECISION,
  layOutNumber,
  type NumberParts,
  type Separators,
  splitNumber,
} from './format-number.ts';
import { type FormatSpec, parseSpec, unknownCode } from './format-spec.ts';
import { EXIT, type Exit, type Result, type Value } from './object.ts';
import { call, lookupSpecial, str, argumentName, typeName } from './operations.ts';
import type { PyComplex } from './types/complex-object.ts';
import { PyFloat, type PyFloatObject } from './types/float-object.ts';
import { floatFromNumber } from './types/float-conversion.ts';
import { type Int, intOf, type PyIntObject } from './types/int/int-object.ts';
import { digitsInBase, intText } from './types/int/text.ts';
import { absInt } from './types/int/arithmetic.ts';
import { padText } from './types/str/justify.ts';
import {
  isText,
  lengthOfText,
  MAX_TEXT_LENGTH,
  slicePoints,
  strFromText,
  type Text,
  unwrap,
} from './types/str/text.ts';
import { STRIDE, worked } from '../util/work.ts';

/** `format(value, spec)`; spec is a str. */
export function formatValue(value: Value, spec: Value): Result {
  // Exact builtin values, whose method nobody can replace, without a look-up.
  switch (typeof value) {
    case 'string':
      if (isText(spec)) return formatText(value, spec);
      break;
    case 'number':
    case 'bigint':
      if (isText(spec)) return formatIntMethod(value, spec);
      break;
    default:
      if (value instanceof PyFloat && isText(spec)) return formatFloatMethod(value, spec);
  }
  if (!isText(spec)) return raiseTypeError(`format() argument 2 must be str, not ${argumentName(spec)}`);
  const method = lookupSpecial(value, '__format__');
  if (method === EXIT) return EXIT;
  if (method === undefined) return raiseTypeError(`Type ${typeName(value)} doesn't define __format__`);
  const text = call(method as Value, [spec]);
  if (text === EXIT || isText(text as Value)) return text;
  return raiseTypeError(`__format__ must return a str, not ${typeName(text as Value)}`);
}

/** The specification of a `__format__` method: a str. `undefined` if it is empty. */
function specText(spec: Value): Text | Exit | undefined {
  if (!isText(spec)) return raiseTypeError(`__format__() argument must be str, not ${argumentName(spec)}`);
  const text = unwrap(spec);
  return text === '' ? undefined : text;
}

// ── str ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `str.__format__`; `type`: the name of the text's class. */
export function formatText(text: Text, specValue: Value, type = 'str'): Result {
  const given = specText(specValue);
  if (given === undefined || given === EXIT) return given === undefined ? text : EXIT;
  const spec = parseSpec(given as Text, type, '<');
  if (spec === EXIT) return EXIT;
  return checkTextSpec(spec as FormatSpec, type) ?? layOutText(text, spec as FormatSpec);
}

function checkTextSpec(spec: FormatSpec, type: string): Exit | undefined {
  if (spec.type !== '' && spec.type !== 's') return unknownCode(spec.type, type);
  if (spec.sign !== '') {
    return raiseValueError(
      spec.sign === ' '
        ? 'Space not allowed in string format specifier'
        : 'Sign not allowed in string format specifier',
    );
  }
  if (spec.noNegativeZero) return raiseValueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) return raiseValueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') return raiseValueError("'=' alignment not allowed in string format specifier");
  return undefined;
}

function layOutText(whole: Text, spec: FormatSpec): Result {
  const length = lengthOfText(whole);
  const text = spec.precision >= 0 && spec.precision < length ? slicePoints(whole, 0, spec.precision) : whole;
  const missing = spec.width - lengthOfText(text);
  if (missing <= 0) return text;
  if (missing * spec.fill.length > MAX_TEXT_LENGTH) return raise('MemoryError');
  if (missing >= STRIDE) worked(missing >> 4);
  const before = spec.align === '>' ? missing : spec.align === '^' ? Math.floor(missing / 2) : 0;
  return padText(text, before, missing - before, strFromText(spec.fill));
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

function tooLarge(spec: FormatSpec): Exit | undefined {
  if (spec.precision > 0x7fffffff) return raiseValueError('precision too big');
  return spec.width * spec.fill.length > MAX_TEXT_LENGTH || spec.precision > MAX_TEXT_LENGTH
    ? raise('MemoryError')
    : undefined;
}

function separatorsOf(spec: FormatSpec, size: number): Separators {
  return { point: '.', group: spec.grouping, size, fractionGroup: spec.fractionGrouping };
}

/** `int.__format__`. */
export function formatIntMethod(self: Int | boolean | PyIntObject, specValue: Value): Result {
  const given = specText(specValue);
  if (given === undefined || given === EXIT) return given === undefined ? str(self as Value) : EXIT;
  const spec = parseSpec(given as Text, typeName(self as Value), '>');
  return spec === EXIT ? EXIT : formatInt(self as Value, spec as FormatSpec);
}

function formatInt(self: Value, spec: FormatSpec): Result {
  const value = intOf(self);
  switch (spec.type) {
    case '':
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      return checkIntSpec(spec) ?? tooLarge(spec) ?? layOutInt(value, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      // A class derived from int may have a `__float__` of its own.
      const float = floatFromNumber(self) as number | Exit;
      return float === EXIT ? EXIT : formatFloat(float as number, spec);
    }
    default:
      return unknownCode(spec.type, typeName(self));
  }
}

function checkIntSpec(spec: FormatSpec): Exit | undefined {
  if (spec.precision !== -1) return raiseValueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) return raiseValueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type !== 'c') return undefined;
  if (spec.sign !== '') return raiseValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return raiseValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  return undefined;
}

function layOutInt(value: Int, spec: FormatSpec): Result {
  if (spec.type === 'c') return layOutCharacter(value, spec);
  const base = { b: 2, o: 8, x: 16, X: 16 }[spec.type] as 2 | 8 | 16 | undefined;
  const digits = base === undefined ? intText(absInt(value)) : digitsInBase(value, base);
  if (digits === EXIT) return EXIT;
  const parts: NumberParts = {
    isNegative: value < 0,
    prefix: '',
    whole: digits as string,
    fraction: undefined,
    rest: '',
  };
  if (base !== undefined && spec.alternate) parts.prefix = `0${spec.type}`;
  if (spec.type === 'X') parts.whole = parts.whole.toUpperCase();
  return strFromText(layOutNumber(parts, spec, separatorsOf(spec, base === undefined ? 3 : 4)));
}

function layOutCharacter(value: Int, spec: FormatSpec): Result {
  if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value))
    return raise('OverflowError', 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) return raise('OverflowError', '%c arg not in range(0x110000)');
  const parts: NumberParts = {
    isNegative: false,
    prefix: '',
    whole: '',
    fraction: undefined,
    rest: String.fromCodePoint(Number(value)),
  };
  const isAstral = value > 0xffff;
  // One code point, whatever its units.
  const placed = layOutNumber(isAstral ? { ...parts, rest: '\ue000' } : parts, spec, separatorsOf(spec, 3));
  return strFromText(isAstral ? placed.replace('\ue000', parts.rest) : placed);
}

/** `float.__format__`. */
export function formatFloatMethod(self: PyFloat | PyFloatObject, specValue: Value): Result {
  const given = specText(specValue);
  if (given === undefined || given === EXIT) return given === undefined ? str(self as Value) : EXIT;
  const spec = parseSpec(given as Text, typeName(self as Value), '>');
  if (spec === EXIT) return EXIT;
  const parsed = spec as FormatSpec;
  return 'eEfFgGn%'.includes(parsed.type)
    ? formatFloat(self.value, parsed)
    : unknownCode(parsed.type, typeName(self as Value));
}

function formatFloat(value: number, spec: FormatSpec): Result {
  return tooLarge(spec) ?? strFromText(layOutNumber(floatParts(value, spec), spec, separatorsOf(spec, 3)));
}

/** The digits of a double as the type's letter and the precision ask for them. */
function floatParts(value: number, spec: FormatSpec): NumberParts {
  const isPercent = spec.type === '%';
  const number = isPercent ? value * 100 : value;
  const size = Math.abs(number);
  let text: string;
  if (Number.isFinite(size)) {
    text = doubleText(size, codeOf(spec), precisionOf(spec), spec.alternate, spec.type === '');
  } else {
    text = Number.isNaN(size) ? 'nan' : 'inf';
  }
  let isNegative = number < 0 || Object.is(number, -0);
  if (isNegative && spec.noNegativeZero && !/[1-9in]/.test(text.replace(/e.*/, ''))) isNegative = false;
  if (spec.type !== '' && spec.type !== '%' && spec.type === spec.type.toUpperCase()) text = text.toUpperCase();
  return splitNumber(isPercent ? `${text}%` : text, isNegative);
}

function codeOf(spec: FormatSpec): DoubleCode {
  switch (spec.type) {
    case '':
      return spec.precision < 0 ? 'r' : 'g';
    case '%':
      return 'f';
    case 'n':
      return 'g';
    default:
      return spec.type.toLowerCase() as DoubleCode;
  }
}

function precisionOf(spec: FormatSpec): number {
  return spec.precision < 0 ? DEFAULT_PRECISION : spec.precision;
}

/** `complex.__format__`. */
export function formatComplexMethod(self: PyComplex, specValue: Value): Result {
  const given = specText(specValue);
  if (given === undefined || given === EXIT) return given === undefined ? str(self) : EXIT;
  const spec = parseSpec(given as Text, typeName(self), '>');
  if (spec === EXIT) return EXIT;
  const parsed = spec as FormatSpec;
  if (!'eEfFgGn'.includes(parsed.type)) return unknownCode(parsed.type, typeName(self));
  return formatComplex(self, parsed);
}

function formatComplex(self: PyComplex, spec: FormatSpec): Result {
  if (spec.fill === '0') return raiseValueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') return raiseValueError("'=' alignment flag is not allowed in complex format specifier");
  const problem = tooLarge(spec);
  if (problem !== undefined) return problem;
  const inner: FormatSpec = { ...spec, width: -1 };
  const outer = spec.type === '' ? complexDefault(self, inner) : complexParts(self, inner, true);
  const parts: NumberParts = { isNegative: false, prefix: '', whole: '', fraction: undefined, rest: outer };
  return strFromText(layOutNumber(parts, { ...spec, sign: '' }, separatorsOf(spec, 3)));
}

/** Without a type: as repr, in parentheses unless the real part is a positive zero. */
function complexDefault(self: PyComplex, spec: FormatSpec): string {
  if (Object.is(self.real, 0)) return complexParts(self, spec, false);
  return `(${complexParts(self, spec, true)})`;
}

function complexParts(self: PyComplex, spec: FormatSpec, hasReal: boolean): string {
  const separators = separatorsOf(spec, 3);
  const part = (value: number, sign: FormatSpec['sign']): string => {
    const partSpec: FormatSpec = spec.type === '' ? { ...spec, type: spec.precision < 0 ? 'r' : 'g' } : spec;
    return layOutNumber(floatParts(value, partSpec), { ...spec, sign }, separators);
  };
  return `${hasReal ? part(self.real, spec.sign) : ''}${part(self.imag, hasReal ? '+' : spec.sign)}j`;
}
