/**
 * Whether a program still holds a view of an object's memory.
 *
 * CPython forgets a memoryview the moment the last reference goes, and the object may be resized again; here it is collected some time.
 * Programs rely on the former (`bytes(memoryview(buffer)[:n]); del buffer[:n]`). So when views of an object stand in the way of a change
 * of its size, they are looked for where a program keeps what it uses: the named variables of the running frames and of their modules,
 * and what is in lists, tuples, dictionaries and instances there. Views found nowhere are taken for forgotten.
 */
import { isShaped, ownAttribute, ownAttributeNames } from '../../instance.ts';
import type { Value } from '../../object.ts';
import { PyDict } from '../dict/dict.ts';
import { PyList } from '../list/list.ts';
import { PyTuple } from '../tuple.ts';

/** Set by the interpreter: calls `visit` with the values of all named variables. */
export const namedVariables = { forEach: (_visit: (value: Value) => void): void => undefined };

const MAX_DEPTH = 3;
/** Values looked at before the search gives up, which then counts as "held". */
const BUDGET = 50_000;

/** What is in a container, as far as views may be kept there. */
function contentsOf(value: Value): readonly (Value | undefined)[] {
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyList) return value.toArray();
  if (value instanceof PyDict) return valuesOf(value);
  return isShaped(value) ? ownAttributeNames(value).map((name) => ownAttribute(value, name)) : [];
}

function valuesOf(dict: PyDict): Value[] {
  const values: Value[] = [];
  for (let at = dict.nextPosition(0); at >= 0; at = dict.nextPosition(at + 1)) values.push(dict.valueAt(at));
  return values;
}

/** Whether a value for which `test` holds can be reached. */
export function isReachable(test: (value: Value) => boolean): boolean {
  const seen = new Set<Value>();
  let found = false;
  const visit = (value: Value | undefined, depth: number): void => {
    if (found || value === undefined || value === null || typeof value !== 'object' || seen.has(value)) return;
    seen.add(value);
    if (seen.size > BUDGET || test(value)) {
      found = true;
      return;
    }
    if (depth < MAX_DEPTH) for (const item of contentsOf(value)) visit(item, depth + 1);
  };
  namedVariables.forEach((value) => visit(value, 0));
  return found;
}
