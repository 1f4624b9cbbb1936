/** Finds an error handler by its name, as `codecs.lookup_error` does. */
import { raise, raiseValueError } from '../exception.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { state } from '../state.ts';
import { codecState } from './state.ts';

export function findHandler(name: string): Value | Exit {
  const handler = codecState().handlers.get(name);
  return handler === undefined ? raise('LookupError', `unknown error handler name '${name}'`) : handler;
}

/** What a call that names a handler is checked for before anything is coded. */
export function checkHandlerName(name: string): true | Exit {
  if (name === 'strict') return true;
  if (name.includes('\0')) return raiseValueError('embedded null character');
  return state.interpreter.checksErrorHandlers && findHandler(name) === EXIT ? EXIT : true;
}
