/** Finds the exception handler of a place in the code. */
import type { Code, Handler } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { state } from '../objspace/state.ts';

/** Inner handlers come first in the table, so the first that covers the pc is the right one. */
export function findHandler(handlers: readonly Handler[], pc: number): Handler | undefined {
  if (state.isUnstoppable) return undefined;
  for (let index = 0; index < handlers.length; index++) {
    const handler = handlers[index];
    if (handler.start <= pc && pc < handler.end) return handler;
  }
  return undefined;
}

/** Whether a handler does nothing but unbind the variables of a comprehension, or of an `except` clause inside a `try`. */
export function isCleanup(code: Code, { target }: Handler): boolean {
  return code.words[target] === Op.Unbind;
}
