/** What builtin types say to `object.__dict__ = value`. */
import { raiseTypeError } from '../exception.ts';
import type { Exit, Value } from '../object.ts';
import { typeName } from '../operations.ts';
import { PyDict } from './dict/dict.ts';

export function dictionarySetter<Self>(set: (self: Self, dict: PyDict) => void) {
  return (self: Self, value: Value | undefined): true | Exit => {
    if (value === undefined) return raiseTypeError('cannot delete __dict__');
    if (!(value instanceof PyDict))
      return raiseTypeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
    set(self, value);
    return true;
  };
}
