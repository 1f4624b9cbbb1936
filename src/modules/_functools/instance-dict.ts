/** Attributes of objects of builtin types that keep a dictionary, be they exact or of a Python class that derives from the type. */
import { becomeDictionary, installDictionary, isShaped, ownAttributeNames } from '../../objspace/instance.ts';
import type { Value } from '../../objspace/object.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';

export interface WithAttributes {
  attributes: PyDict | null;
}

type Holder = WithAttributes & Value;

/** `object.__dict__`, made if there is none yet. */
export function dictionaryOf(object: Holder): PyDict {
  if (isShaped(object)) return becomeDictionary(object);
  object.attributes ??= new PyDict();
  return object.attributes;
}

/** Whether any attribute was ever set. */
export function hasAttributes(object: Holder): boolean {
  return isShaped(object) ? ownAttributeNames(object).length > 0 : object.attributes !== null;
}

/** `object.__dict__ = dict`; null forgets all attributes. */
export function setDictionary(object: Holder, dict: PyDict | null): void {
  if (isShaped(object)) installDictionary(object, dict ?? new PyDict());
  else object.attributes = dict;
}
