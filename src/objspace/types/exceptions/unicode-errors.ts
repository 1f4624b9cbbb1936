/** `UnicodeEncodeError`, `UnicodeDecodeError`, `UnicodeTranslateError`: which part of what could not be converted, and why. */
import './simple.ts';
import { bytesOf } from '../../buffer.ts';
import { exceptionTypes, type PyBaseException, raiseTypeError } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { str, toSize, argumentName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { isText, pointsOf, textOf, unwrap } from '../str/text.ts';
import { defineField, deriveFields, exceptionInit, exceptionNew, fieldOf, type Fields, fieldsOf } from './base.ts';
import { declareExtended } from './declare.ts';

/** One of the three: its members in the order of the constructor's arguments, with the format code that errors count by. */
interface Kind {
  readonly name: string;
  readonly members: readonly string[];
}

const ENCODE: Kind = { name: 'UnicodeEncodeError', members: ['encoding', 'object', 'start', 'end', 'reason'] };
const DECODE: Kind = { name: 'UnicodeDecodeError', members: ['encoding', 'object', 'start', 'end', 'reason'] };
const TRANSLATE: Kind = { name: 'UnicodeTranslateError', members: ['object', 'start', 'end', 'reason'] };

function fieldsFromArguments(kind: Kind): (args: readonly Value[]) => Fields {
  return (args) => {
    const fields: Fields = new Map();
    if (args.length === kind.members.length)
      for (const [index, name] of kind.members.entries()) fields.set(name, args[index]);
    return fields;
  };
}

/** Checks and converts one argument of the constructor. */
function checkedArgument(kind: Kind, index: number, value: Value): Result {
  const name = kind.members[index];
  if (name === 'start' || name === 'end') return toSize(value) as Result;
  if (name === 'object' && kind === DECODE) {
    if (value instanceof PyBytes) return value;
    const bytes = bytesOf(value);
    return bytes === EXIT ? EXIT : new PyBytes((bytes as { data: Uint8Array }).data.slice());
  }
  if (isText(value)) return value;
  return raiseTypeError(`argument ${index + 1} must be str, not ${argumentName(value)}`);
}

function initOf(kind: Kind) {
  return (self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit => {
    if (exceptionInit(self, args, keywords) === EXIT) return EXIT;
    self.fields = null;
    const count = kind.members.length;
    if (args.length !== count)
      return raiseTypeError(`function takes exactly ${count} arguments (${args.length} given)`);
    const fields: Fields = new Map();
    for (const [index, name] of kind.members.entries()) {
      const value = checkedArgument(kind, index, args[index]);
      if (value === EXIT) return EXIT;
      fields.set(name, value as Value);
    }
    self.fields = fields;
    return true;
  };
}

const number = (value: Value): number => (typeof value === 'number' ? value : 0);

/** `\xe4`, `\u20ac`, `\U0001f600`: the character that the message names. */
function escaped(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return codePoint <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Range of the message, as it was given: it need not lie inside the object. */
function range(self: PyBaseException): { start: number; end: number } {
  return { start: number(fieldOf(self, 'start')), end: number(fieldOf(self, 'end')) };
}

/** A member as text; one that is not set shows as CPython's null pointer does. */
function text(self: PyBaseException, name: string): string | Exit {
  const value = fieldsOf(self).get(name);
  if (value === undefined) return '<NULL>';
  const result = str(value);
  return result === EXIT ? EXIT : textOf(result as Value);
}

interface MessageParts {
  readonly encoding: string;
  readonly reason: string;
  readonly object: Value;
}

/** The parts of all messages; `undefined` if there is no object. Making texts of the others may run code that changes it. */
function messageParts(self: PyBaseException, what: 'string' | 'bytes'): MessageParts | undefined | Exit {
  if (!fieldsOf(self).has('object')) return undefined;
  const reason = text(self, 'reason');
  const encoding = reason === EXIT ? EXIT : text(self, 'encoding');
  if (encoding === EXIT) return EXIT;
  const object = fieldsOf(self).get('object');
  if (object === undefined) return raiseTypeError("UnicodeError 'object' attribute is not set");
  const fits = what === 'bytes' ? object instanceof PyBytes : isText(object);
  if (!fits) return raiseTypeError(`UnicodeError 'object' attribute must be a ${what}`);
  return { encoding: encoding as string, reason: reason as string, object };
}

function textErrorStr(head: (encoding: string) => string, verb: string) {
  return (self: PyBaseException): Result => {
    const parts = messageParts(self, 'string');
    if (parts === EXIT) return EXIT;
    if (parts === undefined) return '';
    const { encoding, reason, object } = parts as MessageParts;
    const points = pointsOf(unwrap(object));
    const { start, end } = range(self);
    if (start >= 0 && start < points.length && end === start + 1) {
      return `${head(encoding)}can't ${verb} character '${escaped(points[start])}' in position ${start}: ${reason}`;
    }
    return `${head(encoding)}can't ${verb} characters in position ${start}-${end - 1}: ${reason}`;
  };
}

function decodeErrorStr(self: PyBaseException): Result {
  const parts = messageParts(self, 'bytes');
  if (parts === EXIT) return EXIT;
  if (parts === undefined) return '';
  const { encoding, reason, object } = parts as MessageParts;
  const { data } = object as PyBytes & Value;
  const { start, end } = range(self);
  if (start >= 0 && start < data.length && end === start + 1) {
    const byte = data[start].toString(16).padStart(2, '0');
    return `'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`;
  }
  return `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
}

function defineIndex(type: TypeBuilder<PyBaseException>, name: string, doc: string): void {
  type.member(
    name,
    doc,
    (self) => number(fieldOf(self, name)),
    (self, value) => {
      if (value === undefined) return raiseTypeError("can't delete numeric/char attribute");
      if (typeOf(value).slots.index === undefined) return raiseTypeError('an integer is required');
      const index = toSize(value);
      if (index === EXIT) return EXIT;
      fieldsOf(self).set(name, index as number);
      return true;
    },
  );
}

function declare(kind: Kind, doc: string, toText: (self: PyBaseException) => Result): void {
  // A function of its own: in CPython each type has its `__new__`.
  const create = (...args: Parameters<typeof exceptionNew>): Result => exceptionNew(...args);
  const slots = { new: create, init: initOf(kind), str: toText };
  const type = declareExtended(kind.name, exceptionTypes['UnicodeError'], doc, slots, (builder) => {
    defineField(builder, 'encoding', 'exception encoding');
    defineField(builder, 'object', 'exception object');
    defineIndex(builder, 'start', 'exception start');
    defineIndex(builder, 'end', 'exception end');
    defineField(builder, 'reason', 'exception reason');
  });
  deriveFields(type, fieldsFromArguments(kind));
}

declare(
  ENCODE,
  'Unicode encoding error.',
  textErrorStr((encoding) => `'${encoding}' codec `, 'encode'),
);
declare(DECODE, 'Unicode decoding error.', decodeErrorStr);
declare(
  TRANSLATE,
  'Unicode translation error.',
  textErrorStr(() => '', 'translate'),
);
