/**
 * JavaScript values as Python values. Data is copied; what has an identity (functions, promises, objects of classes) is referenced, always
 * by the same Python object. docs/embedding.md has the table.
 */
import { newJsError } from '../modules/typhon/js-error.ts';
import { functionOf, isForbidden, PyJsFunction, PyJsObject } from '../modules/typhon/js-object.ts';
import { PyJsPromise } from '../modules/typhon/js-promise.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import { error, orThrow } from '../objspace/exception.ts';
import type { Value } from '../objspace/object.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyFloat } from '../objspace/types/float-object.ts';
import { normalize } from '../objspace/types/int/arithmetic.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PySet } from '../objspace/types/set/storage.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { isBytes } from '../util/arguments.ts';
import { valueBehind } from './python-object.ts';
import { exceptionOf } from './python-error.ts';
import { currentSession } from './session.ts';

export function toPython(value: unknown): Value {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
      return value;
    case 'number':
      return fromNumber(value);
    case 'bigint':
      return normalize(value);
    case 'string':
      return strFromText(value) as Value;
    case 'symbol':
      throw error('TypeError', 'a JavaScript symbol has no Python value');
    default:
      return value === null ? null : fromObject(value as object, new Map());
  }
}

/** Whole numbers that JavaScript holds exactly are ints. */
function fromNumber(value: number): Value {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : (new PyFloat(value) as Value);
}

/** Containers that have been met, for those that contain themselves. */
type Met = Map<object, Value>;

function nested(value: unknown, met: Met): Value {
  return typeof value === 'object' && value !== null ? fromObject(value, met) : toPython(value);
}

function fromObject(object: object, met: Met): Value {
  const known = met.get(object) ?? valueBehind(object) ?? exceptionOf(object);
  if (known !== undefined) return known as Value;
  if (Array.isArray(object)) return fromArray(object, met);
  if (object instanceof Map) return fromEntries(object, object.entries(), met);
  if (object instanceof Set) return fromSet(object, met);
  if (isBytes(object)) return new PyBytes(object.slice()) as Value;
  if (object instanceof ArrayBuffer) return new PyBytes(new Uint8Array(object.slice(0))) as Value;
  if (object instanceof Error) return newJsError(object);
  if (isPlain(object)) return fromPlain(object, met);
  return reference(object);
}

/** Functions in an object keep it: what they call `this`. */
function fromPlain(object: object, met: Met): Value {
  const dict = new PyDict();
  met.set(object, dict as Value);
  for (const [key, item] of Object.entries(object))
    orThrow(dict.set(toPython(key), typeof item === 'function' ? methodOf(item, object) : nested(item, met)));
  return dict as Value;
}

function methodOf(target: object, object: object): Value {
  if (isForbidden(target)) throw error('TypeError', 'this JavaScript function is not given to Python');
  return functionOf(target, object);
}

/** Made by a literal, or without a prototype: also in another realm (a frame, a `vm` context). */
function isPlain(object: object): boolean {
  if (typeof object !== 'object') return false;
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function fromArray(array: readonly unknown[], met: Met): Value {
  const list = PyList.of([]);
  met.set(array, list as Value);
  for (let index = 0; index < array.length; index++) list.append(nested(array[index], met));
  return list as Value;
}

function fromEntries(object: object, entries: Iterable<[unknown, unknown]>, met: Met): Value {
  const dict = new PyDict();
  met.set(object, dict as Value);
  for (const [key, item] of entries) orThrow(dict.set(nested(key, met), nested(item, met)));
  return dict as Value;
}

function fromSet(elements: Set<unknown>, met: Met): Value {
  const set = new PySet();
  met.set(elements, set);
  for (const element of elements) orThrow(set.add(nested(element, met)));
  return set;
}

/** What is not copied. */
function reference(object: object): Value {
  if (isForbidden(object)) throw error('TypeError', 'this JavaScript function is not given to Python');
  const { jsObjects } = currentSession();
  const known = jsObjects.get(object);
  if (known !== undefined) return known;
  const made = newReference(object);
  jsObjects.set(object, made);
  return made;
}

function newReference(object: object): PyJsObject {
  if (typeof object === 'function') return new PyJsFunction(object, undefined);
  return typeof (object as { then?: unknown }).then === 'function' ? new PyJsPromise(object) : new PyJsObject(object);
}

boundary.toPython = toPython;
boundary.reference = reference;
