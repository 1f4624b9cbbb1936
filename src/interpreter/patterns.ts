/** The parts of `match` that need the object space: mapping keys and class patterns. */
import { findAttribute } from '../objspace/attributes.ts';
import { raiseTypeError, raiseValueError } from '../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, repr, typeName } from '../objspace/operations.ts';
import { PyType } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PySet } from '../objspace/types/set/storage.ts';
import { isInstance } from '../objspace/types/type.ts';
import { objectType } from '../objspace/types/object.ts';
import { matchesSelf } from '../objspace/types/self-matching.ts';
import { isText, textOf } from '../objspace/types/str/text.ts';
import { emptyTuple, isExactTuple, PyTuple } from '../objspace/types/tuple.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { PyObject } from '../objspace/object.ts';

/** Marks a key that the subject does not have: `mapping.get(key, MISSING)`. */
class Missing extends PyObject {}
const MISSING = new Missing();
(Missing.prototype as { shape: unknown }).shape = objectType.instanceShape;

/** Values of the keys, as a tuple, or None if one is missing. */
export function matchKeys(subject: Value, keysValue: Value): Result {
  const keys = (keysValue as unknown as PyTuple).items;
  const seen = keys.every(isPlainString) ? null : new PySet();
  const values: Value[] = [];
  const isPlain = subject instanceof PyDict && !subject.shape.type.isHeapType;
  const get = isPlain || keys.length === 0 ? null : getAttribute(subject, 'get');
  if (get === EXIT) return EXIT;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const isRepeated = seen === null ? keys.indexOf(key) < index : isAmong(seen, key);
    if (isRepeated !== false) return isRepeated === EXIT ? EXIT : raiseRepeated(key);
    const value = isPlain ? (subject as PyDict).get(key) : call(get as Value, [key, MISSING]);
    if (value === EXIT) return EXIT;
    if (value === undefined || value === MISSING) return null;
    values.push(value as Value);
  }
  return new PyTuple(values) as Value;
}

const isPlainString = (key: Value): boolean => typeof key === 'string';

/** Whether the key is among those seen; it is now. As in CPython its hash is asked for once to look and once to add. */
function isAmong(seen: PySet, key: Value): boolean | Exit {
  const found = seen.has(key);
  return found === false && seen.add(key) === EXIT ? EXIT : found;
}

function raiseRepeated(key: Value): Exit {
  const text = repr(key);
  return text === EXIT ? EXIT : raiseValueError(`mapping pattern checks duplicate key (${text})`);
}

/** Attributes of a class pattern as a tuple, or None. */
export function matchClass(subject: Value, cls: Value, positional: number, namesValue: Value): Result {
  if (!(cls instanceof PyType)) return raiseTypeError('called match pattern must be a class');
  const instance = isInstance(subject, cls);
  if (instance === EXIT) return EXIT;
  if (!instance) return null;
  const names = namesValue as unknown as PyTuple;
  if (positional === 0 && names.length === 0) return emptyTuple as Value;
  const values: Value[] = [];
  const seen = new Set<string>();
  if (positional > 0 && !matchPositional(subject, cls, positional, values, seen)) return finish();
  for (let index = 0; index < names.length; index++) {
    const name = textOf(names.at(index));
    if (seen.has(name)) return raiseTypeError(`${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    if (!takeAttribute(subject, name, values)) return finish();
  }
  return new PyTuple(values) as Value;
}

/** A failed attribute: no match, unless an exception is in flight. */
function finish(): Result {
  return failed.raised ? EXIT : null;
}
const failed = { raised: false };

function takeAttribute(subject: Value, name: string, values: Value[]): boolean {
  const value = findAttribute(subject, name);
  failed.raised = value === EXIT;
  if (value === undefined || value === EXIT) return false;
  values.push(value as Value);
  return true;
}

function fail(_exit: Exit): boolean {
  failed.raised = true;
  return false;
}

function matchPositional(subject: Value, cls: PyType, count: number, values: Value[], seen: Set<string>): boolean {
  const found = findAttribute(cls, '__match_args__');
  if (found === EXIT) return fail(EXIT);
  if (found === undefined && matchesSelf(cls)) {
    if (count > 1) return fail(raiseTypeError(`${cls.name}() accepts 1 positional sub-pattern (${count} given)`));
    values.push(subject);
    return true;
  }
  if (found !== undefined && !isExactTuple(found as Value)) {
    return fail(raiseTypeError(`${cls.name}.__match_args__ must be a tuple (got ${typeName(found as Value)})`));
  }
  const names = found === undefined ? [] : (found as PyTuple).items;
  if (count > names.length) {
    const plural = names.length === 1 ? '' : 's';
    return fail(
      raiseTypeError(`${cls.name}() accepts ${names.length} positional sub-pattern${plural} (${count} given)`),
    );
  }
  for (const item of names.slice(0, count)) {
    if (!isText(item)) return fail(raiseTypeError(`__match_args__ elements must be strings (got ${typeName(item)})`));
    const name = textOf(item);
    if (seen.has(name)) return fail(raiseTypeError(`${cls.name}() got multiple sub-patterns for attribute '${name}'`));
    seen.add(name);
    if (!takeAttribute(subject, name, values)) return false;
  }
  return true;
}
