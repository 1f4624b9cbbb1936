/**
 * `str`: the type, its constructor and its operations. What texts are made of is in text.ts, the methods are in methods.ts.
 */
import { isAscii } from '../../../util/code-points.ts';
import { whenCalledAsMethod } from '../../gateway/called-as-method.ts';
import { tooManyText, unexpectedKeywordText } from '../../gateway/keyword-hint.ts';
import { bytesOrNothing } from '../../buffer.ts';
import { decodeBytes, decodeNothing, textForC } from '../../codecs.ts';
import { raise, raiseTypeError } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { argumentName, fullTypeName, repr, str, toSize, typeName } from '../../operations.ts';
import type { CompareOperator } from '../../slots.ts';
import { type PyType, primitiveTypes, typeOf } from '../../type.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object-type.ts';
import { type Indices, PySlice, sliceIndices } from '../slice.ts';
import { concatValue, repeatText } from './concat.ts';
import { iterateAnyText, iterateText } from './iterator.ts';
import { defineMethods } from './methods.ts';
import { compareTexts, equalTexts, hashText } from './order.ts';
import { formatPercent } from './percent.ts';
import { escapeNonAscii, reprText } from './repr.ts';
import { findText } from './search.ts';
import { itemAt, sliceText } from './slicing.ts';
import { asText, isText, PyStr, splitsOf, type Text, unitsOf, unwrap } from './text.ts';
import { STRIDE, worked } from '../../../util/work.ts';

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

/** `ascii(value)`. */
export function asciiOf(value: Value): Result {
  const text = repr(value);
  if (text === EXIT) return EXIT;
  const units = unitsOf(unwrap(text as Value));
  return isAscii(units) ? text : escapeNonAscii(unwrap(text as Value));
}

function compareStr(self: string | PyStr, other: Value, operator: CompareOperator): Result {
  const right = asText(other);
  if (right === undefined) return NotImplemented;
  const left = unwrap(self);
  if (left.length >= STRIDE) worked(left.length >> 4);
  switch (operator) {
    case 0:
      return compareTexts(left, right) < 0;
    case 1:
      return compareTexts(left, right) <= 0;
    case 2:
      return equalTexts(left, right);
    case 3:
      return !equalTexts(left, right);
    case 4:
      return compareTexts(left, right) > 0;
    default:
      return compareTexts(left, right) >= 0;
  }
}

function getItemOfStr(self: string | PyStr, key: Value): Result {
  const text = unwrap(self);
  if (typeof key === 'number') return characterAt(text, key);
  if (key instanceof PySlice) {
    const indices = sliceIndices(key, text.length);
    if (indices === EXIT) return EXIT;
    const { start, step, length } = indices as Indices;
    if (length >= STRIDE) worked(length >> 4);
    return sliceText(text, start, step, length);
  }
  return getItemOfIndex(text, key);
}

function characterAt(text: Text, key: number): Result {
  const index = key < 0 ? key + text.length : key;
  if (index < 0 || index >= text.length) return raise('IndexError', 'string index out of range');
  return itemAt(text, index);
}

function getItemOfIndex(text: Text, key: Value): Result {
  if (typeof key !== 'bigint' && typeof key !== 'boolean' && typeOf(key).slots.index === undefined) {
    return raiseTypeError(`string indices must be integers, not '${typeName(key)}'`);
  }
  const index = toSize(key, 'IndexError');
  return index === EXIT ? EXIT : characterAt(text, index as number);
}

function containsText(self: string | PyStr, item: Value): boolean | Exit {
  const part = asText(item);
  if (part === undefined) return raiseTypeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  const text = unwrap(self);
  if (text.length >= STRIDE) worked(text.length >> 4);
  return findText(text, part, 0, unitsOf(text).length) >= 0;
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Decodes a bytes-like object, as `str(object, encoding, errors)` does. */
function decodeObject(object: Value, encoding: string, errors: string): Result {
  if (isText(object)) return raiseTypeError('decoding str is not supported');
  const bytes = bytesOrNothing(object);
  if (bytes === undefined)
    return raiseTypeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  return bytes.data.length === 0 ? decodeNothing(encoding, errors) : decodeBytes(bytes.data, encoding, errors);
}

const PARAMETERS = ['object', 'encoding', 'errors'];

/** The arguments of the constructor by parameter; a call of str itself (called-as-method.ts) counts them otherwise. */
function bindConstructor(
  args: Value[],
  keywords: readonly string[] | null,
  isDirect: boolean,
): (Value | undefined)[] | Exit {
  const count = keywords === null ? args.length : args.length - keywords.length;
  if (count > 3 && isDirect) return raiseTypeError(`str expected at most 3 arguments, got ${count}`);
  const bound: (Value | undefined)[] = args.slice(0, count);
  if (args.length > 3) return raiseTypeError(tooManyText('str', 3, args, keywords));
  for (const [at, keyword] of (keywords ?? []).entries()) {
    const index = PARAMETERS.indexOf(keyword);
    if (index < 0) return raiseTypeError(unexpectedKeywordText('str', keyword, PARAMETERS));
    if (index < count)
      return raiseTypeError(`argument for str() given by name ('${keyword}') and position (${index + 1})`);
    bound[index] = args[count + at];
  }
  return bound;
}

/** The text of `encoding` or `errors`, `undefined` where it was not given. */
function parameterText(value: Value | undefined, name: string, isDirect: boolean): string | Exit | undefined {
  if (value === undefined) return undefined;
  if (isText(value)) return textForC(value);
  const shown = isDirect ? fullTypeName(value) : argumentName(value);
  return raiseTypeError(`str() argument '${name}' must be str, not ${shown}`);
}

function constructText(args: Value[], keywords: readonly string[] | null, isCall: boolean): Result {
  if (keywords === null && args.length === 0) return '';
  if (keywords === null && args.length === 1) return str(args[0]);
  // Calls without keywords do not go through the code that C generates for arguments.
  const isDirect = keywords === null && isCall;
  const bound = bindConstructor(args, keywords, isDirect);
  if (bound === EXIT) return EXIT;
  const object = (bound as (Value | undefined)[])[0];
  const [, encodingValue, errorsValue] = bound as (Value | undefined)[];
  const encoding = parameterText(encodingValue, 'encoding', isDirect);
  const errors = encoding === EXIT ? EXIT : parameterText(errorsValue, 'errors', isDirect);
  if (errors === EXIT) return EXIT;
  if (object === undefined) return '';
  if (encoding === undefined && errors === undefined) return str(object);
  return decodeObject(object, (encoding as string | undefined) ?? 'utf-8', (errors as string | undefined) ?? 'strict');
}

function newStr(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const text = constructText(args, keywords, cls === strType);
  if (text === EXIT || cls === strType) return text;
  return newSubclassText(unwrap(text as Value), cls);
}

/** An instance of a subclass of str. */
export function newSubclassText(text: Text, cls: PyType): PyStr {
  return adopt(new PyStr(unitsOf(text), splitsOf(text)), cls);
}

// ── The type ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const strType: PyType = builtinType<string | PyStr>('str', {
  base: objectType,
  layout: PyStr as never,
  doc: `
    str(object='') -> str
    str(bytes_or_buffer[, encoding[, errors]]) -> str

    Create a new string object from the given object. If encoding or
    errors is specified, then the object must expose a data buffer
    that will be decoded using the given encoding and error handler.
    Otherwise, returns the result of object.__str__() (if defined)
    or repr(object).
    encoding defaults to 'utf-8'.
    errors defaults to 'strict'.
  `,
  slots: {
    repr: (self: string | PyStr) => reprText(unwrap(self)),
    str: (self: string | PyStr) => unwrap(self),
    hash: (self: string | PyStr) => hashText(unwrap(self)),
    iter: (self: string | PyStr) => (typeof self === 'string' ? iterateText(self) : iterateAnyText(self.exact)),
    len: (self: string | PyStr) => self.length,
    contains: containsText,
    getItem: getItemOfStr,
    compare: compareStr,
    concat: (self: string | PyStr, other: Value) => concatValue(unwrap(self), other),
    repeat: (self: string | PyStr, count: Value) => repeatText(unwrap(self), count),
    modulo: (self: string | PyStr, values: Value) => formatPercent(self, values),
    rmodulo: (self: string | PyStr, format: Value) => {
      if (!isText(format)) return NotImplemented;
      return formatPercent(format, self);
    },
    new: newStr,
  },
  define: defineMethods,
});
primitiveTypes.str = strType;

export { isText, lengthOfText, PyStr, strFromText, strOfName, textOf } from './text.ts';

strType.ofOne = (value) => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? `${value}` : undefined;
};

whenCalledAsMethod(strType, (_cls, args, keywords) => constructText(args, keywords, false));
