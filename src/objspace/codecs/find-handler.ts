/** Finds an error handler by its name, as `codecs.lookup_error` does. */
import { raise } from '../exception.ts';
import type { Exit, Value } from '../object.ts';
import { codecState } from './state.ts';

export function findHandler(name: string): Value | Exit {
  const handler = codecState().handlers.get(name);
  return handler === undefined ? raise('LookupError', `unknown error handler name '${name}'`) : handler;
}
