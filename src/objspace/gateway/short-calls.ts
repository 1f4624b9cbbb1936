/** Calls with one argument or two, of what builtins call for each item: mostly there is no array around them. */
import type { Result, Value } from '../object.ts';
import { call } from '../operations.ts';
import { PyType, typeOf } from '../type.ts';
import { PyFunction } from '../types/function.ts';
import { invoke1, PyBuiltinFunction, PyMethodDescriptor } from './builtin-function.ts';

/** Calls of Python functions, set by the interpreter. */
export const functionCalls = {
  one: (fn: PyFunction, argument: Value): Result => call(fn as Value, [argument]),
  two: (fn: PyFunction, first: Value, second: Value): Result => call(fn as Value, [first, second]),
};

/** As `call`. Of methods of builtin types only those of the argument's own type take the short way. */
export function callWithOne(callee: Value, argument: Value): Result {
  if (callee instanceof PyFunction) return functionCalls.one(callee, argument);
  if (callee instanceof PyBuiltinFunction && callee.self === undefined) return invoke1(callee.definition, argument);
  if (callee instanceof PyMethodDescriptor && !callee.isClassMethod && typeOf(argument) === callee.owner)
    return invoke1(callee.definition, argument);
  if (callee instanceof PyType && callee.ofOne !== null) {
    const made = callee.ofOne(argument);
    if (made !== undefined) return made;
  }
  return call(callee, [argument]);
}

/** As `call`. */
export function callWithTwo(callee: Value, first: Value, second: Value): Result {
  return callee instanceof PyFunction ? functionCalls.two(callee, first, second) : call(callee, [first, second]);
}
