/** Instances of Python classes, and reading and writing the attributes of everything that a shape lays out. */
import { declareObjectClass, type Value } from './object.ts';
import { INLINE_SLOTS, type Shape, type Shaped } from './shape.ts';
import type { PyType } from './type.ts';
import { PyDict } from './types/dict/dict.ts';

/** An instance of a Python class without a builtin layout. One JS class for all, so that sites stay monomorphic. */
export class PyInstance {
  shape: Shape;
  s0: Value | undefined;
  s1: Value | undefined;
  s2: Value | undefined;
  s3: Value | undefined;
  rest: (Value | undefined)[] | null;
  /** Of its identity (identity.ts). */
  serial: number;

  constructor(shape: Shape) {
    this.shape = shape;
    this.s0 = undefined;
    this.s1 = undefined;
    this.s2 = undefined;
    this.s3 = undefined;
    this.rest = null;
    this.serial = 0;
  }
}
declareObjectClass(PyInstance);

/**
 * Makes an object of a builtin class an instance of the Python class `type`, which derives from it: it gets an own `shape` and `rest`.
 * Called right after construction, so that every layout has exactly one further hidden class.
 */
export function adopt<T extends object>(object: T, type: PyType): T {
  const shaped = object as T & Shaped;
  shaped.shape = type.instanceShape;
  shaped.rest = null;
  return object;
}

/** Whether attributes of the object are laid out by its shape (its class is a Python class). */
export function isShaped(object: Value): object is Value & Shaped {
  return object !== null && typeof object === 'object' && Object.hasOwn(object, 'rest');
}

export function readPlace(object: Shaped, place: number): Value | undefined {
  switch (place) {
    case 0:
      return (object as PyInstance).s0;
    case 1:
      return (object as PyInstance).s1;
    case 2:
      return (object as PyInstance).s2;
    case 3:
      return (object as PyInstance).s3;
    default:
      return object.rest === null ? undefined : object.rest[place - INLINE_SLOTS];
  }
}

export function writePlace(object: Shaped, place: number, value: Value | undefined): void {
  switch (place) {
    case 0:
      (object as PyInstance).s0 = value;
      return;
    case 1:
      (object as PyInstance).s1 = value;
      return;
    case 2:
      (object as PyInstance).s2 = value;
      return;
    case 3:
      (object as PyInstance).s3 = value;
      return;
    default:
      object.rest ??= [];
      // Places are handed out in order, but __slots__ may be filled out of order: keep the array dense.
      while (object.rest.length < place - INLINE_SLOTS) object.rest.push(undefined);
      object.rest[place - INLINE_SLOTS] = value;
  }
}

/** The value of the attribute in the object's own dictionary (whatever its form), or `undefined`. */
export function ownAttribute(object: Shaped, name: string): Value | undefined {
  const shape = object.shape;
  if (shape.isDict) return dictionaryIn(object).getStr(name);
  const place = shape.places.get(name);
  return place === undefined ? undefined : readPlace(object, place);
}

/** Stores into the object's own dictionary. The caller has made sure that its type gives instances a dictionary. */
export function setOwnAttribute(object: Shaped, name: string, value: Value): void {
  const shape = object.shape;
  if (shape.isDict) {
    dictionaryIn(object).setStr(name, value);
    return;
  }
  const place = shape.places.get(name);
  if (place !== undefined) {
    writePlace(object, place, value);
    return;
  }
  const next = shape.withAttribute(name);
  if (next === undefined) {
    becomeDictionary(object).setStr(name, value);
    return;
  }
  writePlace(object, next.nextPlace - 1, value);
  object.shape = next;
}

/** Removes from the object's own dictionary; false if the attribute is not there. */
export function deleteOwnAttribute(object: Shaped, name: string): boolean {
  if (ownAttribute(object, name) === undefined) return false;
  return becomeDictionary(object).deleteStr(name);
}

function dictionaryIn(object: Shaped): PyDict {
  return object.rest![object.shape.type.dictPlace] as PyDict;
}

/** `object.__dict__`: from now on the attributes live in that dictionary. */
export function becomeDictionary(object: Shaped): PyDict {
  const shape = object.shape;
  if (shape.isDict) return dictionaryIn(object);
  const dict = new PyDict();
  for (const [name, place] of shape.places) {
    const value = readPlace(object, place);
    if (value !== undefined) dict.setStr(name, value);
  }
  installDictionary(object, dict);
  return dict;
}

/** `object.__dict__ = dict`. */
export function installDictionary(object: Shaped, dict: PyDict): void {
  const type = object.shape.type;
  // What __slots__ hold stays where it is; the attributes behind them give way to the dictionary.
  const kept = object.rest === null ? [] : object.rest.slice(0, type.dictPlace);
  while (kept.length < type.dictPlace) kept.push(undefined);
  for (let place = type.firstPlace; place < INLINE_SLOTS; place++) writePlace(object, place, undefined);
  kept.push(dict);
  object.rest = kept;
  object.shape = type.dictShape;
}

/** Names of the object's own attributes, in the order in which they came. */
export function ownAttributeNames(object: Shaped): string[] {
  if (object.shape.isDict) return dictionaryIn(object).strKeys();
  return [...object.shape.places.keys()].filter((name) => ownAttribute(object, name) !== undefined);
}
