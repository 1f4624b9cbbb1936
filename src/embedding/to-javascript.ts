/**
 * Python values as JavaScript values. Exact built-in data is copied, functions are functions, coroutines promises, and everything else is
 * a PythonObject, always the same one for the same object. docs/embedding.md has the table.
 */
import { PyJsObject } from '../modules/typhon/js-object.ts';
import { thrownObject } from '../modules/typhon/js-error.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import { PyCoroutine } from '../interpreter/generator.ts';
import { PyBaseException } from '../objspace/exception.ts';
import { PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import type { PyObject, Value } from '../objspace/object.ts';
import type { PyType } from '../objspace/type.ts';
import { type PyByteArray, bytearrayType } from '../objspace/types/bytes/bytearray.ts';
import { bytesType, type PyBytes } from '../objspace/types/bytes/bytes.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { dictType } from '../objspace/types/dict/dict-type.ts';
import { floatType } from '../objspace/types/float.ts';
import type { PyFloat } from '../objspace/types/float-object.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import { listType } from '../objspace/types/list/list-type.ts';
import { frozensetType, setType } from '../objspace/types/set/set.ts';
import type { PySetBase } from '../objspace/types/set/storage.ts';
import { strType, textOf } from '../objspace/types/str/str.ts';
import { type PyTuple, tupleType } from '../objspace/types/tuple.ts';
import { promiseOf } from './event-loop.ts';
import { functionOf, handleOf } from './python-object.ts';
import { thrownFor } from './python-error.ts';

/** Containers that have been met, for those that contain themselves. */
type Met = Map<object, unknown>;

export function toJavaScript(value: Value): unknown {
  return convert(value, undefined);
}

function convert(value: Value, met: Met | undefined): unknown {
  if (value === null || typeof value !== 'object') return value;
  return met?.get(value) ?? fromObject(value, met ?? new Map());
}

function fromObject(value: PyObject, met: Met): unknown {
  if (value.shape.type === strType) return textOf(value as Value);
  if (value.shape.type === floatType) return (value as unknown as PyFloat).value;
  if (value instanceof PyJsObject) return value.target;
  return fromContainer(value, value.shape.type, met) ?? fromReference(value);
}

/** Copies of containers; only of exact types: those of other classes mean more than what they contain. */
function fromContainer(value: PyObject, type: PyType, met: Met): unknown {
  if (type === listType) return fromItems(value, (value as unknown as PyList).toArray(), met);
  if (type === tupleType) return fromItems(value, (value as unknown as PyTuple).items, met);
  if (type === dictType) return fromDict(value as unknown as PyDict, met);
  if (type === setType || type === frozensetType) return fromSet(value as PySetBase, met);
  if (type === bytesType) return (value as PyBytes).data.slice();
  if (type === bytearrayType) return (value as PyByteArray).data.slice();
  return undefined;
}

function fromItems(value: object, items: readonly Value[], met: Met): unknown[] {
  const array: unknown[] = [];
  met.set(value, array);
  for (const item of items) array.push(convert(item, met));
  return array;
}

/** An object if all keys are strings, a Map otherwise. */
function fromDict(dict: PyDict, met: Met): unknown {
  const { length } = dict.strKeys();
  return length === dict.size ? objectFromDict(dict, met) : mapFromDict(dict, met);
}

function* entriesOf(dict: PyDict): Generator<[Value, Value]> {
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1))
    yield [dict.keyAt(position), dict.valueAt(position)];
}

function objectFromDict(dict: PyDict, met: Met): object {
  const object: Record<string, unknown> = {};
  met.set(dict, object);
  for (const [key, item] of entriesOf(dict)) {
    const value = convert(item, met);
    if (key === '__proto__')
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    else object[key as string] = value;
  }
  return object;
}

function mapFromDict(dict: PyDict, met: Met): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  met.set(dict, map);
  for (const [key, item] of entriesOf(dict)) map.set(convert(key, met), convert(item, met));
  return map;
}

function fromSet(elements: PySetBase, met: Met): Set<unknown> {
  const set = new Set<unknown>();
  met.set(elements, set);
  for (const element of elements.toArray()) set.add(convert(element, met));
  return set;
}

function fromReference(value: PyObject): unknown {
  if (value instanceof PyCoroutine) return promiseOf(value);
  if (value instanceof PyBaseException) return thrownObject(value)?.thrown ?? thrownFor(value);
  const isFunction = value instanceof PyFunction || value instanceof PyMethod || value instanceof PyBuiltinFunction;
  return isFunction ? functionOf(value as Value) : handleOf(value as Value);
}

boundary.toJavaScript = toJavaScript;
