/** `int(...)`: from numbers by `__int__` and `__index__`, from text and bytes by parsing. */
import { bytesOrNothing } from '../../buffer.ts';
import { raise, raiseTypeError } from '../../exception.ts';
import { tooManyText, unexpectedKeywordText } from '../../gateway/keyword-hint.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { toInt, typeName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { isText, textOf } from '../str/text.ts';
import { checkIntResult } from '../number-results.ts';
import type { Int } from './int-object.ts';
import { invalidLiteral, intFromLiteral } from './parse.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../../util/work.ts';
import { textOfUnits } from '../../codecs/point-sink.ts';

/** The arguments of `int(x, /, base)`; those of a call of int itself (called-as-method.ts) are counted otherwise. */
export function intFromArguments(
  args: readonly Value[],
  keywords: readonly string[] | null,
  isDirect: boolean,
): Int | Exit {
  if (keywords === null && (isDirect || args.length <= 2)) {
    if (args.length === 0) return 0;
    if (args.length === 1) return intFromValue(args[0]);
    if (args.length === 2) return intWithBase(args[0], args[1]);
    return raiseTypeError(`int expected at most 2 arguments, got ${args.length}`);
  }
  if (args.length > 2) return raiseTypeError(tooManyText('int', 2, args, keywords));
  const wrong = keywords!.find((name) => name !== 'base');
  if (wrong !== undefined) return raiseTypeError(unexpectedKeywordText('int', wrong, ['base']));
  if (args.length === 1) return raiseTypeError('int() missing string argument');
  return intWithBase(args[0], args[1]);
}

/** `int(value)`. */
export function intFromValue(value: Value): Int | Exit {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return shortDecimal(value) ?? intFromLiteral(value, 10, value);
  const slots = typeOf(value).slots;
  if (slots.int !== undefined) return checkIntResult(slots.int(value as never), '__int__');
  if (slots.index !== undefined) return toInt(value);
  return intFromText(value, 10) ?? notConvertible(value);
}

/** The int of a text of a few plain digits, which is what programs read most; `undefined` for every other text. */
function shortDecimal(text: string): number | undefined {
  const { length } = text;
  if (length > 15 || length === 0) return undefined;
  let value = 0;
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function notConvertible(value: Value): Exit {
  return raiseTypeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function intWithBase(value: Value, baseValue: Value): Int | Exit {
  const base = toInt(baseValue);
  if (base === EXIT) return EXIT;
  if ((base as Int) !== 0 && ((base as Int) < 2 || (base as Int) > 36)) {
    return raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  const isLiteral = isText(value) || isBytes(value);
  const parsed = isLiteral ? intFromText(value, base as number) : undefined;
  return parsed ?? raiseTypeError("int() can't convert non-string with explicit base");
}

/** bytes or bytearray: the only buffers that an explicit base goes with. */
function isBytes(value: Value): boolean {
  return value instanceof PyBytes || typeOf(value).mro.some((type) => type.name === 'bytearray' && !type.isHeapType);
}

/** From a str or buffer; `undefined` for everything else. */
function intFromText(value: Value, base: number): Int | Exit | undefined {
  if (isText(value)) return intFromLiteral(textOf(value), base, value);
  const bytes = bytesOrNothing(value);
  if (bytes === undefined) return undefined;
  const { data } = bytes;
  // Errors show plain bytes, whatever `__repr__` a subclass has.
  const literal = typeOf(value).isHeapType || !(value instanceof PyBytes) ? (new PyBytes(data) as Value) : value;
  const text = numeralOf(data);
  return text === undefined ? invalidLiteral(literal, base) : intFromLiteral(text, base, literal);
}

/** Bytes as text. `undefined`: a NUL or a byte beyond ASCII makes it no number, whatever Unicode would say of it. */
export function numeralOf(data: Uint8Array): string | undefined {
  for (let index = 0; index < data.length; index++) {
    if (data[index] === 0 || data[index] > 127) return undefined;
    if ((index & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
  }
  return textOfUnits(data);
}
