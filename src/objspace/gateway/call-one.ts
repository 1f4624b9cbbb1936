/** Calls with one argument, of what builtins call for each item. */
import type { Result, Value } from '../object.ts';
import { call } from '../operations.ts';
import { typeOf } from '../type.ts';
import { invoke1, PyBuiltinFunction, PyMethodDescriptor } from './builtin-function.ts';

/** As `call`; functions of modules get the argument without an array around it, and so do methods of builtin types that are their own objects. */
export function callWithOne(callee: Value, argument: Value): Result {
  if (callee instanceof PyBuiltinFunction && callee.self === undefined) return invoke1(callee.definition, argument);
  if (callee instanceof PyMethodDescriptor && !callee.isClassMethod && typeOf(argument) === callee.owner)
    return invoke1(callee.definition, argument);
  return call(callee, [argument]);
}
