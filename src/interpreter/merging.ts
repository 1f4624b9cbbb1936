/** Taking mappings up into a dictionary: `{**mapping}` and `f(**mapping)`. */
import { isInFlight, raise, raiseTypeError, swallow } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { getItem, str, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { ABSENT, type PyDict, RAISED } from '../objspace/types/dict/dict.ts';
import { isPlainDict, keysOf, updateFromDict, updateFromMapping } from '../objspace/types/dict/update.ts';
import { textOf } from '../objspace/types/str/text.ts';
import { calleeText } from './callee-text.ts';

/** `{**mapping}`. Any AttributeError on the way counts as "no mapping". */
export function mapUpdate(map: PyDict, mapping: Value): true | Exit {
  const done = isPlainDict(mapping) ? updateFromDict(map, mapping) : updateFromMapping(map, mapping);
  if (done !== EXIT || !swallow('AttributeError')) return done;
  return raiseTypeError(`'${typeName(mapping)}' object is not a mapping`);
}

/** `f(**mapping)`: no key comes twice. */
export function mapMerge(map: PyDict, mapping: Value, callee: Value): true | Exit {
  const done = isPlainDict(mapping) ? addEntries(map, mapping) : addItems(map, mapping);
  return done === EXIT ? explain(mapping, callee) : true;
}

function addEntries(map: PyDict, dict: PyDict): true | Exit {
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    const known = map.insertKeyOf(dict, position, dict.valueAt(position), 'dict key');
    if (known === RAISED || (known !== ABSENT && raise('KeyError', dict.keyAt(position)) === EXIT)) return EXIT;
  }
  return true;
}

function addItems(map: PyDict, mapping: Value): true | Exit {
  const keys = keysOf(mapping);
  if (keys === EXIT) return EXIT;
  for (const key of keys as Value[]) {
    const known = map.has(key);
    if (known === EXIT) return EXIT;
    if (known) return raise('KeyError', key);
    const value = getItem(mapping, key);
    if (value === EXIT || map.set(key, value as Value) === EXIT) return EXIT;
  }
  return true;
}

/** The error of a call in place of what went wrong: CPython takes any KeyError with one argument for a key that came twice. */
function explain(mapping: Value, callee: Value): Exit {
  if (isInFlight('AttributeError')) {
    state.exception = null;
    return raiseAbout(callee, `argument after ** must be a mapping, not ${typeName(mapping)}`);
  }
  const { args } = state.exception!;
  if (!isInFlight('KeyError') || args.length !== 1) return EXIT;
  state.exception = null;
  const name = calleeText(callee);
  const key = name === EXIT ? EXIT : str(args[0]);
  if (key === EXIT) return EXIT;
  return raiseTypeError(`${name as string} got multiple values for keyword argument '${textOf(key as Value)}'`);
}

/** A TypeError that begins with what is called. */
export function raiseAbout(callee: Value, text: string): Exit {
  const name = calleeText(callee);
  return name === EXIT ? EXIT : raiseTypeError(`${name as string} ${text}`);
}
