/** `float(...)`: from numbers by `__float__` and `__index__`, from text and bytes by parsing. */
import { asciiNumeral } from '../../util/decimal-digits.ts';
import { parseFloatText } from '../../util/float-parse.ts';
import { bytesOrNothing } from '../buffer.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { repr, toInt, typeName } from '../operations.ts';
import { typeOf } from '../type.ts';
import { isFloat, PyFloat } from './float-object.ts';
import { numeralOf } from './int/conversion.ts';
import { type Int, intOperand } from './int/int-object.ts';
import { checkFloatResult } from './number-results.ts';
import { isText, textOf } from './str/text.ts';

/** An int as a float; OverflowError where it does not fit. */
export function floatFromInt(value: Int): number | Exit {
  const float = Number(value);
  return Number.isFinite(float) ? float : raise('OverflowError', 'int too large to convert to float');
}

/** The other operand of a float's operator as a double; `undefined` for what is no float or int. */
export function floatOperand(value: Value): number | Exit | undefined {
  if (value instanceof PyFloat) return value.value;
  const int = intOperand(value);
  if (int !== undefined) return floatFromInt(int);
  return isFloat(value) ? value.value : undefined;
}

/** `float(value)` of a number; `undefined` for what has neither `__float__` nor `__index__`. */
export function floatFromNumber(value: Value): number | Exit | undefined {
  const operand = floatOperand(value);
  if (operand !== undefined && (value instanceof PyFloat || !typeOf(value).isHeapType)) return operand;
  const slots = typeOf(value).slots;
  if (slots.float !== undefined) return checkFloatResult(value, slots.float(value as never));
  if (slots.index === undefined) return undefined;
  const int = toInt(value);
  return int === EXIT ? EXIT : floatFromInt(int as Int);
}

/** `float(value)`. */
export function floatFromValue(value: Value): number | Exit {
  if (typeof value === 'string') return floatFromText(value, value);
  // Before text: an instance of a subclass of str may have a `__float__`.
  const number = floatFromNumber(value);
  if (number !== undefined) return number;
  if (isText(value)) return floatFromText(textOf(value), value);
  const bytes = bytesOrNothing(value);
  if (bytes === undefined)
    return raiseTypeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  const text = numeralOf(bytes.data);
  return text === undefined ? invalidLiteral(value) : floatFromText(text, value);
}

function floatFromText(text: string, literal: Value): number | Exit {
  const value = parseFloatText(asciiNumeral(text));
  return value === undefined ? invalidLiteral(literal) : value;
}

function invalidLiteral(literal: Value): Exit {
  const shown = repr(literal);
  if (shown === EXIT) return EXIT;
  return raiseValueError(`could not convert string to float: ${textOf(shown as Value)}`);
}
