/** Making and reading UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError from host code. */
import { exceptionTypes, PyBaseException } from '../exception.ts';
import type { Value } from '../object.ts';

const MEMBERS: Record<string, readonly string[]> = {
  UnicodeEncodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeDecodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeTranslateError: ['object', 'start', 'end', 'reason'],
};

export type UnicodeErrorName = 'UnicodeEncodeError' | 'UnicodeDecodeError' | 'UnicodeTranslateError';

export function newUnicodeError(
  name: 'UnicodeEncodeError' | 'UnicodeDecodeError',
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyBaseException {
  const args = [encoding, object, start, end, reason];
  const exception = new PyBaseException(exceptionTypes[name].instanceShape, args);
  exception.fields = new Map(MEMBERS[name].map((member, index) => [member, args[index]]));
  return exception;
}

/** Which of the three the value is; `undefined` if none. */
export function unicodeErrorKind(value: Value): UnicodeErrorName | undefined {
  if (!(value instanceof PyBaseException)) return undefined;
  const names = Object.keys(MEMBERS) as UnicodeErrorName[];
  return names.find((name) => value.shape.type.isSubtypeOf(exceptionTypes[name]));
}

/** The members of such an exception, whether host code or Python made it. */
export function unicodeErrorFields(exception: PyBaseException): Map<string, Value> {
  if (exception.fields === null) {
    const members = MEMBERS[unicodeErrorKind(exception)!];
    exception.fields = new Map();
    if (exception.args.length === members.length) {
      for (const [index, member] of members.entries()) exception.fields.set(member, exception.args[index]);
    }
  }
  return exception.fields;
}
