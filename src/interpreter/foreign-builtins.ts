/**
 * `__builtins__` that is no dictionary: whatever a program puts there is asked for names, so that code which was given `None` reaches nothing.
 * It stands in for the dictionary that frames and functions have, and is empty as one: what looks names up by place finds none.
 */
import type { Value } from '../objspace/object.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';

export class ForeignBuiltins extends PyDict {
  readonly object: Value;

  constructor(object: Value) {
    super();
    this.object = object;
  }
}

/** The builtins of a frame or function as programs see them. */
export function builtinsObject(builtins: PyDict): Value {
  return builtins instanceof ForeignBuiltins ? builtins.object : (builtins as unknown as Value);
}
