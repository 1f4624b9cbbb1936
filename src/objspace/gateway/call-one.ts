/** Calls with one argument, of what builtins call for each item. */
import type { Result, Value } from '../object.ts';
import { call } from '../operations.ts';
import { invoke1, PyBuiltinFunction } from './builtin-function.ts';

/** As `call`; functions of modules get the argument without an array around it. */
export function callWithOne(callee: Value, argument: Value): Result {
  return callee instanceof PyBuiltinFunction && callee.self === undefined
    ? invoke1(callee.definition, argument)
    : call(callee, [argument]);
}
