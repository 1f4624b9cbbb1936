/**
 * Attribute access: the generic protocol (`object.__getattribute__` and friends), and the forms that the interpreter and builtins use.
 *
 * Order for reading: data descriptor of the type, the object's own dictionary, other descriptor or value of the type.
 */
import { attributeFinders } from './attribute-finders.ts';
import {
  exceptionTypes,
  newException,
  PyBaseException,
  raise,
  raiseObject,
  raiseTypeError,
  swallow,
} from './exception.ts';
import { deleteOwnAttribute, ownAttribute, setOwnAttribute } from './instance.ts';
import { EXIT, type Exit, type Result, type Value } from './object.ts';
import type { Shaped } from './shape.ts';
import { state } from './state.ts';
import { type PyType, typeOf } from './type.ts';
import { strOfName } from './types/str/text.ts';

export function getAttribute(object: Value, name: string): Result {
  const value = typeOf(object).slots.getAttribute!(object as never, name);
  if (value === EXIT) nameAttributeError(object, name);
  return value;
}

/** An AttributeError that does not say which attribute of what is missing gets to know: suggestions need it. */
export function nameAttributeError(object: Value, name: string): void {
  const exception = state.exception!;
  if (exception.isOfMissing || !exception.shape.type.isSubtypeOf(exceptionTypes['AttributeError'])) return;
  const { fields } = exception;
  if (fields !== null && (fields.has('name') || fields.has('obj'))) return;
  exception.fields = new Map<string, Value>([...(fields ?? []), ['name', strOfName(name)], ['obj', object]]);
}

/** As getAttribute, but an AttributeError becomes `undefined`. */
export function findAttribute(object: Value, name: string): Result | undefined {
  const slot = typeOf(object).slots.getAttribute!;
  const find = slot === genericGetAttribute ? findGenericAttribute : (attributeFinders.get(slot) ?? slot);
  const value = find(object as never, name);
  if (value === EXIT && swallow('AttributeError')) return undefined;
  return value;
}

/** `undefined` deletes. */
export function setAttribute(object: Value, name: string, value: Value | undefined): true | Exit {
  return typeOf(object).slots.setAttribute!(object as never, name, value);
}

/** The slot `object.__getattribute__`. */
export function genericGetAttribute(object: Value, name: string): Result {
  const value = findGenericAttribute(object, name);
  return value === undefined ? noAttribute(object, name) : value;
}

/** The value, `undefined` if there is none, EXIT if a descriptor raised (an AttributeError too). */
function findGenericAttribute(object: Value, name: string): Result | undefined {
  const type = typeOf(object);
  const found = type.lookup(name);
  if (found !== undefined) {
    const slots = typeOf(found).slots;
    if (slots.get !== undefined && slots.set !== undefined)
      return descriptorGet(slots.get(found as never, object, type));
    const own = ownValue(object, type, name);
    if (own !== undefined) return own;
    return slots.get === undefined ? found : descriptorGet(slots.get(found as never, object, type));
  }
  return ownValue(object, type, name);
}

/** A getter that raises AttributeError passes it on: `findAttribute` turns it into "absent". */
function descriptorGet(result: Result): Result {
  return result;
}

/** The attribute in the object's own dictionary, whatever keeps it. */
export function ownValue(object: Value, type: PyType, name: string): Value | undefined {
  if (type.hasDict) return ownAttribute(object as Value & Shaped, name);
  if (type.dictionary === null) return undefined;
  return type.dictionary(object, false)?.getStr(name);
}

/** The slot `object.__setattr__` and `object.__delattr__`. */
export function genericSetAttribute(object: Value, name: string, value: Value | undefined): true | Exit {
  const type = typeOf(object);
  const found = type.lookup(name);
  if (found !== undefined) {
    const set = typeOf(found).slots.set;
    if (set !== undefined) return set(found as never, object, value);
  }
  if (type.hasDict) return setInInstance(object as Value & Shaped, name, value);
  const dictionary = type.dictionary === null ? null : type.dictionary(object, value !== undefined);
  if (dictionary === null) {
    // A dictionary that deleting does not make is one that setting would.
    const isMissing = value === undefined && type.dictionary !== null;
    return isMissing ? noAttribute(object, name) : cannotSet(object, type, name, found !== undefined);
  }
  if (value !== undefined) dictionary.setStr(name, value);
  else if (!dictionary.deleteStr(name)) return noAttribute(object, name);
  return true;
}

function setInInstance(object: Value & Shaped, name: string, value: Value | undefined): true | Exit {
  if (value !== undefined) setOwnAttribute(object, name, value);
  else if (!deleteOwnAttribute(object, name)) return nothingToDelete(typeOf(object), name);
  return true;
}

/** Deleting what is not there makes no suggestions. */
function nothingToDelete(type: PyType, name: string): Exit {
  return raise('AttributeError', `'${shownTypeName(type)}' object has no attribute '${name}'`);
}

function cannotSet(object: Value, type: PyType, name: string, isClassAttribute: boolean): Exit {
  // No suggestion helps here.
  if (isClassAttribute)
    return raise('AttributeError', `'${shownTypeName(type)}' object attribute '${name}' is read-only`);
  // Classes with their own way of setting may keep attributes elsewhere.
  const extra = type.slots.setAttribute === genericSetAttribute ? ' and no __dict__ for setting new attributes' : '';
  return raiseAttribute(`'${shownTypeName(type)}' object has no attribute '${name}'${extra}`, object, name);
}

/** Bytes of a type's name, in UTF-8, that these errors show. */
const SHOWN_NAME = 100;

/** The name of a type as errors of attributes show it. */
export function shownTypeName({ errorName }: PyType): string {
  if (errorName.length <= SHOWN_NAME / 4) return errorName;
  const bytes = new TextEncoder().encode(errorName);
  // What is left of a character that is cut is left out.
  return bytes.length <= SHOWN_NAME
    ? errorName
    : new TextDecoder().decode(bytes.subarray(0, SHOWN_NAME), { stream: true });
}

/** AttributeError with the fields that suggestions need. */
export function raiseAttribute(message: string, object: Value, name: string): Exit {
  const exception: PyBaseException = newException('AttributeError', message);
  exception.fields = new Map<string, Value>([
    ['name', strOfName(name)],
    ['obj', object],
  ]);
  return raiseObject(exception);
}

export function noAttribute(object: Value, name: string): Exit {
  return raiseObject(PyBaseException.ofMissing(object, shownTypeName(typeOf(object)), name));
}

/** `hasattr` for host code: EXIT only for exceptions other than AttributeError. */
export function hasAttribute(object: Value, name: string): boolean | Exit {
  const value = findAttribute(object, name);
  if (value === EXIT) return swallow('AttributeError') ? false : EXIT;
  return value !== undefined;
}

export { raise, raiseTypeError };
