/**
 * Keys that are pairs or triples which a unit has not made: dictionaries and sets are asked for them by their items, so that a tuple is made only
 * where it becomes a key. Operations as those of tame.ts: they answer UNTAMED, and have done nothing, where Python code would run, or where
 * the tuple itself is needed.
 */
import type { Value } from '../objspace/object.ts';
import { ABSENT, type PyDict, UNTAMED as UNTAMED_POSITION } from '../objspace/types/dict/dict.ts';
import { holdsItems } from '../objspace/types/dict/keys.ts';
import type { PySet, PySetBase } from '../objspace/types/set/storage.ts';
import { setAdd, tamedSet, UNTAMED, type Untamed } from './tame.ts';

type Third = Value | undefined;

/** Where a key was found last, as in tame.ts. */
let lastFound = 0;
/** Whether the tuple that was asked for last is missing, and could be asked for without running Python code. */
let isMissing = false;

function find(dict: PyDict, first: Value, second: Value, third: Third): number {
  const position = dict.findItems(first, second, third);
  if (position >= 0) lastFound = position;
  isMissing = position === ABSENT;
  return position;
}

/** The value; UNTAMED where there is none, since the error holds the tuple. */
export function valueOfItems(dict: PyDict, first: Value, second: Value, third?: Third): Value | Untamed {
  const position = find(dict, first, second, third);
  return position < 0 ? UNTAMED : (dict.values[position] as Value);
}

/** The same of a tuple that was looked up before: the key that holds these very items is the one that a search would find. */
export function valueOfItemsAgain(dict: PyDict, first: Value, second: Value, third?: Third): Value | Untamed {
  return isStillThere(dict, first, second, third)
    ? (dict.values[lastFound] as Value)
    : valueOfItems(dict, first, second, third);
}

function isStillThere(dict: PyDict, first: Value, second: Value, third: Third): boolean {
  return dict.table?.isWild === false && lastFound < dict.end && holdsItems(dict.keys[lastFound], first, second, third);
}

export function getItemsOr(
  dict: PyDict,
  otherwise: Value,
  first: Value,
  second: Value,
  third?: Third,
): Value | Untamed {
  const position = find(dict, first, second, third);
  if (position >= 0) return dict.values[position] as Value;
  return position === UNTAMED_POSITION ? UNTAMED : otherwise;
}

export function hasItems(dict: PyDict, first: Value, second: Value, third?: Third): boolean | Untamed {
  const position = find(dict, first, second, third);
  return position === UNTAMED_POSITION ? UNTAMED : position >= 0;
}

/** Gives a key that is there another value. */
export function replaceOfItems(dict: PyDict, value: Value, first: Value, second: Value, third?: Third): true | Untamed {
  const position = isStillThere(dict, first, second, third) ? lastFound : find(dict, first, second, third);
  if (position < 0) return UNTAMED;
  dict.replace(position, value);
  return true;
}

/** Stores under the tuple that has just been asked for. */
export function setMade(dict: PyDict, key: Value, value: Value): true | Untamed {
  if (!isMissing) return tamedSet(dict, key, value);
  dict.addMissing(key, value);
  return true;
}

export function setHasItems(set: PySetBase, first: Value, second: Value, third?: Third): boolean | Untamed {
  const position = set.findItems(first, second, third);
  return position === UNTAMED_POSITION ? UNTAMED : position >= 0;
}

/** `set.add` of what is there: None. */
export function addItems(set: PySetBase, first: Value, second: Value, third?: Third): null | Untamed {
  const position = set.findItems(first, second, third);
  isMissing = position === ABSENT;
  return position >= 0 ? null : UNTAMED;
}

/** `set.add` of the tuple that has just been asked for. */
export function addMade(set: PySet, element: Value): null | Untamed {
  if (!isMissing) return setAdd(set, element);
  set.addMissing(element);
  return null;
}
