/**
 * Constant names as keys. Dictionaries that are made alike have them at the same place, so each site that looks for one remembers where it
 * has found it last: an inline cache for dictionaries that are used as records. The entry that holds this very key is the one that a search
 * would find.
 */
import { dictionaryIn } from '../objspace/instance.ts';
import type { Result, Value } from '../objspace/object.ts';
import type { Shaped } from '../objspace/shape.ts';
import { raiseKey } from '../objspace/types/dict/keys.ts';
import { type PyDict, UNTAMED as UNTAMED_POSITION } from '../objspace/types/dict/dict.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** Where a site has found its key last, and the layout that it was missing in last. */
export class KeyPlace {
  at: number;
  missingIn: number;

  constructor() {
    this.at = 0;
    this.missingIn = -1;
  }
}

/** `undefined` if there is no such key. */
function valueAt(dict: PyDict, key: string, place: KeyPlace): Value | undefined | Untamed {
  const { at } = place;
  return at < dict.end && dict.keys[at] === key ? dict.values[at] : search(dict, key, place);
}

function search(dict: PyDict, key: string, place: KeyPlace): Value | undefined | Untamed {
  const position = dict.findTamed(key);
  if (position < 0) return position === UNTAMED_POSITION ? UNTAMED : undefined;
  place.at = position;
  return dict.values[position];
}

export function itemAt(dict: PyDict, key: string, place: KeyPlace): Result | Untamed {
  const value = valueAt(dict, key, place);
  return value === undefined ? raiseKey(key) : value;
}

export function getAt(dict: PyDict, key: string, place: KeyPlace, otherwise: Value): Value | Untamed {
  const value = valueAt(dict, key, place);
  return value === undefined ? otherwise : value;
}

export function hasAt(dict: PyDict, key: string, place: KeyPlace): boolean | Untamed {
  const value = valueAt(dict, key, place);
  return value === UNTAMED ? UNTAMED : value !== undefined;
}

export function setAt(dict: PyDict, key: string, place: KeyPlace, value: Value): true | Untamed {
  const { at } = place;
  if (at >= dict.end || dict.keys[at] !== key) return setAnew(dict, key, place, value);
  dict.replace(at, value);
  return true;
}

function setAnew(dict: PyDict, key: string, place: KeyPlace, value: Value): true | Untamed {
  const position = dict.insertTamed(key, value);
  if (position === UNTAMED_POSITION) return UNTAMED;
  // A key that is new is behind all others.
  place.at = position >= 0 ? position : dict.end - 1;
  if (position >= 0) dict.replace(position, value);
  return true;
}

// ── Attributes of objects that keep a dictionary ─────────────────────────────────────────────────────────────────

/** UNTAMED if there is no such attribute, too. */
export function attributeAt(object: Shaped, name: string, place: KeyPlace): Value | Untamed {
  const value = valueAt(dictionaryIn(object), name, place);
  return value === undefined ? UNTAMED : value;
}

export function attributeOrAt(object: Shaped, name: string, place: KeyPlace, otherwise: Value): Value | Untamed {
  const dict = dictionaryIn(object);
  return isMissingAt(dict, name, place) ? otherwise : attributeAt(object, name, place);
}

export function setAttributeAt(object: Shaped, name: string, place: KeyPlace, value: Value): true | Untamed {
  return setAt(dictionaryIn(object), name, place, value);
}

/** Whether the dictionary of the object has nothing under the name, as far as that is known without running Python code. */
export function lacksAt(object: Shaped, name: string, place: KeyPlace): boolean {
  return isMissingAt(dictionaryIn(object), name, place);
}

/** Dictionaries that are made alike share their layout. */
function isMissingAt(dict: PyDict, name: string, place: KeyPlace): boolean {
  if (dict.layout !== 0 && dict.layout === place.missingIn) return true;
  if (dict.table !== null || dict.slotOfStr(name) >= 0) return false;
  place.missingIn = dict.layout;
  return true;
}
