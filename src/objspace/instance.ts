/** Instances of Python classes, and reading and writing the attributes of everything that a shape lays out. */
import type { IdentityRecord } from './identity.ts';
import { declareObjectClass, type Value } from './object.ts';
import { newDoubles } from './doubles.ts';
import { FIRST_DOUBLE, INLINE_SLOTS, isDoublePlace, type Shape, type Shaped, type Stored } from './shape.ts';
import type { PyType } from './type.ts';
import { PyDict } from './types/dict/dict.ts';
import { PyFloat } from './types/float-object.ts';

/** An instance of a Python class without a builtin layout. One JS class for all, so that sites stay monomorphic. */
export class PyInstance {
  shape: Shape;
  s0: Stored | undefined;
  s1: Stored | undefined;
  s2: Stored | undefined;
  s3: Stored | undefined;
  rest: (Stored | undefined)[] | null;
  /** Of its identity (identity.ts). */
  serial: number | IdentityRecord;

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

/** As it is stored. */
export function readStored(object: Shaped, place: number): Stored | undefined {
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

/** The value in a place that is none of a double. */
export function readPlace(object: Shaped, place: number): Value | undefined {
  return readStored(object, place) as Value | undefined;
}

/** The float in the place of a double. */
export function readFloat(object: Shaped, place: number): Value {
  return new PyFloat(doublesOf(object)[place - FIRST_DOUBLE]) as Value;
}

function doublesOf(object: Shaped): number[] {
  return readStored(object, object.shape.doublesPlace) as number[];
}

/** Stores into the place of a double that the object has. */
export function writeDouble(object: Shaped, place: number, value: number): void {
  doublesOf(object)[place - FIRST_DOUBLE] = value;
}

/** The same of an attribute that the object gains. */
export function initDouble(object: Shaped, shape: Shape, place: number, value: number): void {
  if (place === FIRST_DOUBLE) writePlace(object, shape.doublesPlace, newDoubles(shape));
  const doubles = readStored(object, shape.doublesPlace) as number[];
  doubles[place - FIRST_DOUBLE] = value;
}

/** The value in a place of either kind. */
function valueAt(object: Shaped, place: number): Value | undefined {
  return isDoublePlace(place) ? readFloat(object, place) : readPlace(object, place);
}

/** Classes whose objects have had more places than this let the arrays grow: most objects may have fewer. */
const MAX_ROOM = 32;

const NO_ROOM = Array.from({ length: MAX_ROOM }, () => undefined);

/** Has room for as many as objects of the class have had so far: an array that grows takes twice as much. */
function newRest({ placeCount }: PyType): (Stored | undefined)[] {
  const count = placeCount - INLINE_SLOTS;
  return count <= 0 || count > MAX_ROOM ? [] : NO_ROOM.slice(0, count);
}

export function writePlace(object: Shaped, place: number, value: Stored | undefined): void {
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
      object.rest ??= newRest(object.shape.type);
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
  return place === undefined ? undefined : valueAt(object, place);
}

/** Stores into the object's own dictionary. The caller has made sure that its type gives instances a dictionary. */
export function setOwnAttribute(object: Shaped, name: string, value: Value): void {
  if (object.shape.isStale) renewShape(object);
  const shape = object.shape;
  if (shape.isDict) {
    dictionaryIn(object).setStr(name, value);
    return;
  }
  const place = shape.places.get(name);
  if (place !== undefined) {
    writeOver(object, name, place, value);
    return;
  }
  const next = shape.withAttribute(name, value instanceof PyFloat);
  if (next === undefined) {
    becomeDictionary(object).setStr(name, value);
    return;
  }
  object.shape = next;
  initPlace(object, next.addedPlace, value);
}

/** Stores the first value of an attribute that the object's shape has a place for. */
export function initPlace(object: Shaped, place: number, value: Value | undefined): void {
  if (isDoublePlace(place)) initDouble(object, object.shape, place, (value as unknown as PyFloat).value);
  else writePlace(object, place, value);
}

/** Stores another value. */
function writeOver(object: Shaped, name: string, place: number, value: Value): void {
  const { shape } = object;
  if (!isDoublePlace(place)) writePlace(object, place, value);
  else if (value instanceof PyFloat) writeDouble(object, place, value.value);
  else {
    let adding = shape;
    while (adding.name !== name) adding = adding.parent!;
    adding.parent!.withAttribute(name, false);
    renewShape(object);
    writePlace(object, object.shape.placeOf(name)!, value);
  }
}

/** Gives an object of a stale shape the one that its class has for these attributes now. */
export function renewShape(object: Shaped): void {
  reshape(object, object.shape.renewed());
}

/** Gives an object a shape with the same attributes, some of which are not kept as doubles any more. */
export function reshape(object: Shaped, shape: Shape): void {
  const before = object.shape;
  if (before.doubleCount === 0) {
    object.shape = shape;
    return;
  }
  const values = Array.from(before.places.values(), (place) => valueAt(object, place));
  object.shape = shape;
  for (const place of shape.places.values()) initPlace(object, place, values.shift());
}

/** Removes from the object's own dictionary; false if the attribute is not there. */
export function deleteOwnAttribute(object: Shaped, name: string): boolean {
  if (ownAttribute(object, name) === undefined) return false;
  const next = object.shape.isDict ? undefined : object.shape.without(name);
  if (next === undefined) return becomeDictionary(object).deleteStr(name);
  dropAttribute(object, next);
  return true;
}

/** Gives an object the shape that has one attribute less: the values behind it move. */
export function dropAttribute(object: Shaped, next: Shape): void {
  const { places, nextPlace } = object.shape;
  for (const [name, place] of next.places) {
    const before = places.get(name)!;
    if (before !== place) writePlace(object, place, readStored(object, before));
  }
  for (let place = next.nextPlace; place < nextPlace; place++) writePlace(object, place, undefined);
  object.shape = next;
}

/** The dictionary of an object that keeps one. */
export function dictionaryIn(object: Shaped): PyDict {
  return object.rest![object.shape.type.dictPlace] as PyDict;
}

/** `object.__dict__`: from now on the attributes live in that dictionary. */
export function becomeDictionary(object: Shaped): PyDict {
  const shape = object.shape;
  if (shape.isDict) return dictionaryIn(object);
  const dict = dictionaryOf(object);
  installDictionary(object, dict);
  return dict;
}

/** The attributes, in the order in which they came. */
function dictionaryOf(object: Shaped): PyDict {
  const { shape } = object;
  const keys = (shape.keys ??= keysOf(shape));
  const values: Value[] = [];
  for (const place of shape.places.values()) {
    const value = valueAt(object, place);
    if (value === undefined) return withoutUnset(object);
    values.push(value);
  }
  return PyDict.withKeysOf(keys, values);
}

function keysOf(shape: Shape): PyDict {
  const keys = new PyDict();
  for (const name of shape.places.keys()) keys.setStr(name, null);
  // Gives them a layout, so that what is found in one of the dictionaries is found in all.
  keys.slotOfStr(shape.name);
  return keys;
}

/** The same where attributes of the shape have no value. */
function withoutUnset(object: Shaped): PyDict {
  const dict = new PyDict();
  for (const [name, place] of object.shape.places) {
    const value = valueAt(object, place);
    if (value !== undefined) dict.setStr(name, value);
  }
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
