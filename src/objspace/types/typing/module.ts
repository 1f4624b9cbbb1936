/** What the types of `typing` that are builtin leave to the module of that name, which they import when it comes to it. */
import { getAttribute } from '../../attributes.ts';
import { importByRunningCode } from '../../builtin-names.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { call } from '../../operations.ts';

export function ofTyping(name: string): Result {
  const module = importByRunningCode('typing');
  return module === EXIT ? EXIT : getAttribute(module as Value, name);
}

export function callTyping(name: string, args: Value[]): Result {
  const callee = ofTyping(name);
  return callee === EXIT ? EXIT : call(callee as Value, args);
}
