/**
 * Constant names as keys. Dictionaries that are made alike have them at the same place, so each site that looks for one remembers where it
 * has found it last: an inline cache for dictionaries that are used as records. The entry that holds this very key is the one that a search
 * would find.
 */
import type { Result, Value } from '../objspace/object.ts';
import { raiseKey } from '../objspace/types/dict/keys.ts';
import { type PyDict, UNTAMED as UNTAMED_POSITION } from '../objspace/types/dict/dict.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** Where a site has found its key last. */
export class KeyPlace {
  at: number;

  constructor() {
    this.at = 0;
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
