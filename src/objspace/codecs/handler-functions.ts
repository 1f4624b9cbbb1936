/** The builtin error handlers as Python sees them: functions that take an exception and give what stands for the failed part. */
import { PyBaseException, raiseObject, raiseTypeError } from '../exception.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../gateway/builtin-function.ts';
import type { Result, Value } from '../object.ts';
import { typeName } from '../operations.ts';
import { PyBytes } from '../types/bytes/bytes.ts';
import { asText, pointsOf } from '../types/str/text.ts';
import { PyTuple } from '../types/tuple.ts';
import { BUILTIN_HANDLERS, decodeReplacement, encodeReplacement } from './handlers.ts';
import { builtinHandlers } from './state.ts';
import { unicodeErrorFields, unicodeErrorKind, type UnicodeErrorName } from './unicode-error.ts';

/** Which kinds of exceptions a handler knows. */
const KNOWN: Readonly<Record<string, readonly UnicodeErrorName[]>> = {
  ignore: ['UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeTranslateError'],
  replace: ['UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeTranslateError'],
  backslashreplace: ['UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeTranslateError'],
  xmlcharrefreplace: ['UnicodeEncodeError'],
  namereplace: ['UnicodeEncodeError'],
  surrogatepass: ['UnicodeEncodeError', 'UnicodeDecodeError'],
  surrogateescape: ['UnicodeEncodeError', 'UnicodeDecodeError'],
};

function strictErrors(exception: Value): Result {
  if (exception instanceof PyBaseException) return raiseObject(exception);
  return raiseTypeError('codec must pass exception instance');
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The failed part within an object of some length, as CPython's accessors correct it. */
function rangeOf(fields: Map<string, Value>, length: number): { start: number; end: number } {
  const number = (name: string): number => Number(fields.get(name) ?? 0);
  return {
    start: clamp(number('start'), 0, Math.max(0, length - 1)),
    end: clamp(number('end'), Math.min(1, length), length),
  };
}

function handleDecode(name: string, exception: PyBaseException): Result {
  const fields = unicodeErrorFields(exception);
  const object = fields.get('object');
  if (!(object instanceof PyBytes)) return raiseTypeError('object attribute must be bytes');
  const { start, end } = rangeOf(fields, object.length);
  const encoding = String(fields.get('encoding') ?? '');
  const found = decodeReplacement(name, encoding, object.data, start, end);
  return found === undefined ? raiseObject(exception) : new PyTuple([found.text, found.position]);
}

function handleText(name: string, exception: PyBaseException, kind: UnicodeErrorName): Result {
  const fields = unicodeErrorFields(exception);
  const text = asText(fields.get('object') ?? null);
  if (text === undefined) return raiseTypeError('object attribute must be unicode');
  const { start, end } = rangeOf(fields, text.length);
  const points = pointsOf(text).slice(start, end);
  if (kind === 'UnicodeTranslateError' && name === 'replace') return new PyTuple(['\ufffd'.repeat(points.length), end]);
  const encoding = String(fields.get('encoding') ?? '');
  const found = encodeReplacement(name, encoding, points, end);
  if (found === undefined) return raiseObject(exception);
  return new PyTuple([found.bytes === undefined ? found.text! : new PyBytes(found.bytes), found.position]);
}

function handle(name: string, exception: Value): Result {
  const kind = unicodeErrorKind(exception);
  if (kind === undefined || !KNOWN[name].includes(kind)) {
    return raiseTypeError(`don't know how to handle ${typeName(exception)} in error callback`);
  }
  if (kind === 'UnicodeDecodeError') return handleDecode(name, exception as PyBaseException);
  return handleText(name, exception as PyBaseException, kind);
}

const DOCS: Readonly<Record<string, string>> = {
  strict: "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.",
  ignore: "Implements the 'ignore' error handling, which ignores malformed data and continues.",
  replace: "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.",
  xmlcharrefreplace:
    "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.",
  backslashreplace:
    "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.",
  namereplace:
    "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.",
};

function makeHandler(name: string): Value {
  const body = name === 'strict' ? strictErrors : (exception: Value): Result => handle(name, exception);
  return new PyBuiltinFunction(
    new BuiltinDefinition(`${name}_errors(exception, /)`, DOCS[name] ?? null, body),
    undefined,
    null,
  );
}

builtinHandlers.make = () => new Map([...BUILTIN_HANDLERS].map((name) => [name, makeHandler(name)]));
