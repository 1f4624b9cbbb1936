/** Decimals from other values: exactly (the constructor) or as a context has them (`Context.create_decimal`), and operands. */
import { normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import { error } from '../../objspace/exception.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { isFloat } from '../../objspace/types/float-object.ts';
import { type Int, intOperand, isInt } from '../../objspace/types/int/int-object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { CONVERSION_SYNTAX, FLOAT_OPERATION, INVALID_OPERATION } from './conditions.ts';
import { conclude, type PyDecimalContext, signalConditions } from './context.ts';
import { refinish } from './rounding.ts';
import type { Settings } from './settings.ts';
import { integerOfDigits, isRepresentable, parseDecimal, parseStrict } from './text.ts';
import { FINITE, finite, fromInt, infinity, invalid, PyDecimal, QUIET, SIGNALING } from './value.ts';

// ── Operands ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The other operand of an operator: a Decimal or an int; `undefined` for everything else. */
export function operandOf(value: Value): PyDecimal | undefined {
  if (value instanceof PyDecimal) return value;
  const int = intOperand(value);
  return int === undefined ? undefined : fromInt(int);
}

/** The argument of a method: a Decimal or an int. */
export function argumentOf(value: Value): PyDecimal {
  return operandOf(value) ?? unsupported(value);
}

function unsupported(value: Value): never {
  throw error('TypeError', `conversion from ${typeName(value)} to Decimal is not supported`);
}

/** The number as an object of `cls`, which is Decimal or derives from it. */
export function decimalOfType(cls: PyType, decimalType: PyType, value: PyDecimal): Value {
  if (cls === decimalType) return value.shape === decimalType.instanceShape ? value : plainCopy(value);
  return adopt(plainCopy(value), cls) as Value;
}

function plainCopy(value: PyDecimal): PyDecimal {
  return new PyDecimal(value.kind, value.isNegative, value.coefficient, value.exponent);
}

// ── From floats ──────────────────────────────────────────────────────────────────────────────────────────────────

const MANTISSA_BITS = 53;

/** A double, exactly: its fraction has as many decimal places as binary ones. */
export function fromDouble(value: number): PyDecimal {
  const isNegative = value < 0 || Object.is(value, -0);
  if (Number.isNaN(value)) return new PyDecimal(QUIET, isNegative, 0, 0);
  if (!Number.isFinite(value)) return infinity(isNegative);
  let size = Math.abs(value);
  if (Number.isInteger(size)) {
    return finite(isNegative, size <= Number.MAX_SAFE_INTEGER ? size : BigInt(size), 0);
  }
  let places = 0;
  while (!Number.isInteger(size)) {
    // In steps that keep the value finite: a subnormal has up to 1074 places.
    const step = size < 2 ** -MANTISSA_BITS ? MANTISSA_BITS : 1;
    size *= 2 ** step;
    places += step;
  }
  while (size % 2 === 0) {
    size /= 2;
    places--;
  }
  return finite(isNegative, normalize(BigInt(size) * 5n ** BigInt(places)), -places);
}

/** A float or int, exactly; `undefined` for everything else. */
export function fromFloatOrInt(value: Value): PyDecimal | undefined {
  if (isFloat(value)) return fromDouble(value.value);
  const int = intOperand(value);
  return int === undefined ? undefined : fromInt(int);
}

// ── From tuples ──────────────────────────────────────────────────────────────────────────────────────────────────

const SPECIAL_KINDS: Readonly<Record<string, 'inf' | 2 | 3>> = { F: 'inf', n: QUIET, N: SIGNALING };
const MAX_SSIZE = (1n << 63n) - 1n;

function itemsOfSequence(value: Value): readonly Value[] | undefined {
  if (value instanceof PyTuple) return value.items;
  return value instanceof PyList ? value.toArray() : undefined;
}

/** (sign, digits, exponent); the exponent may name an infinity or NaN. */
export function fromTuple(value: Value): PyDecimal {
  const parts = itemsOfSequence(value)!;
  if (parts.length !== 3) throw error('ValueError', 'argument must be a sequence of length 3');
  const sign = intOperand(parts[0]);
  if (sign !== 0 && sign !== 1) throw error('ValueError', 'sign must be an integer with the value 0 or 1');
  const special = specialKind(parts[2]);
  const exponent = special === undefined ? exponentOfTuple(parts[2]) : 0;
  if (special === 'inf') return infinity(sign === 1);
  const coefficient = coefficientOfTuple(parts[1]);
  return special === undefined
    ? finite(sign === 1, coefficient, exponent)
    : new PyDecimal(special, sign === 1, coefficient, 0);
}

function specialKind(value: Value): 'inf' | 2 | 3 | undefined {
  if (!isText(value)) return undefined;
  const kind = textOf(value);
  if (Object.hasOwn(SPECIAL_KINDS, kind)) return SPECIAL_KINDS[kind];
  throw error('ValueError', "string argument in the third position must be 'F', 'n' or 'N'");
}

function exponentOfTuple(value: Value): Int {
  const exponent = intOperand(value);
  if (exponent === undefined) throw error('ValueError', 'exponent must be an integer');
  return checkedSize(exponent);
}

/** An int that a C size holds. */
export function checkedSize(value: Int): Int {
  if (value <= MAX_SSIZE && value >= -MAX_SSIZE - 1n) return value;
  throw error('OverflowError', 'Python int too large to convert to C ssize_t');
}

function coefficientOfTuple(value: Value): Int {
  const digits = itemsOfSequence(value);
  if (digits === undefined) throw error('ValueError', 'coefficient must be a tuple of digits');
  let text = '';
  for (const item of digits) {
    const digit = intOperand(item);
    if (digit === undefined || digit < 0 || digit > 9) {
      throw error('ValueError', 'coefficient must be a tuple of digits');
    }
    text += digit;
  }
  return text === '' ? 0 : integerOfDigits(text);
}

// ── Any value ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The value before a context has been applied; `undefined` if the text is no number. */
function anyDecimal(value: Value, parse: (text: string) => PyDecimal | undefined): PyDecimal | undefined {
  if (value instanceof PyDecimal) return value;
  if (isText(value)) return parse(textOf(value));
  if (isInt(value)) return fromInt(intOperand(value)!);
  if (itemsOfSequence(value) !== undefined) return fromTuple(value);
  if (isFloat(value)) return fromDouble(value.value);
  return unsupported(value);
}

/** What a float or a tuple signals by itself. */
function signalKind(value: Value, context: PyDecimalContext): true | Exit {
  return isFloat(value) ? signalConditions(context, FLOAT_OPERATION) : true;
}

/** `Decimal(value)`: exact, or invalid. */
export function exactDecimal(value: Value, context: PyDecimalContext): PyDecimal | Exit {
  if (signalKind(value, context) === EXIT) return EXIT;
  const found = anyDecimal(value, parseDecimal);
  if (found !== undefined && isRepresentable(found)) return found;
  const condition = found === undefined ? CONVERSION_SYNTAX : INVALID_OPERATION;
  return conclude(context, invalid(context.settings, condition) as Value) as PyDecimal | Exit;
}

/** `context.create_decimal(value)`: rounded as the context asks. */
export function roundedDecimal(value: Value, context: PyDecimalContext): Result {
  if (signalKind(value, context) === EXIT) return EXIT;
  return conclude(context, fitted(anyDecimal(value, parseStrict), context.settings) as Value);
}

/** A NaN keeps its digits or is none; a number is rounded. */
function fitted(value: PyDecimal | undefined, settings: Settings): PyDecimal {
  if (value === undefined) return invalid(settings, CONVERSION_SYNTAX);
  if (value.kind === FINITE) return refinish(value, settings);
  const room = subtractInt(settings.precision, settings.clamp);
  if (value.kind >= QUIET && value.coefficient !== 0 && value.digits > room)
    return invalid(settings, CONVERSION_SYNTAX);
  return value;
}

export function roundedFromFloat(value: Value, context: PyDecimalContext): Result {
  const found = fromFloatOrInt(value);
  if (found === undefined) throw error('TypeError', 'argument must be int or float');
  return conclude(context, fitted(found, context.settings) as Value);
}
