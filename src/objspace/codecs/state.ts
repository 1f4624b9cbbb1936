/** What the codecs of one interpreter know: search functions, codecs found, error handlers. Programs change it, so it is not shared. */
import type { Value } from '../object.ts';
import { state } from '../state.ts';

export interface CodecState {
  readonly searchFunctions: Value[];
  /** Codec tuples by normalised name. */
  readonly found: Map<string, Value>;
  /** Registered error handlers by name; the builtin ones are there unless replaced. */
  readonly handlers: Map<string, Value>;
  /** Whether the package `encodings` was imported to register its search function. */
  isReady: boolean;
}

const states = new WeakMap<object, CodecState>();

/** Set by handler-functions.ts: the builtin error handlers as Python functions. */
export const builtinHandlers: { make: () => Map<string, Value> } = { make: () => new Map() };

export function codecState(): CodecState {
  const interpreter = state.interpreter;
  let own = states.get(interpreter);
  if (own === undefined) {
    own = { searchFunctions: [], found: new Map(), handlers: builtinHandlers.make(), isReady: false };
    states.set(interpreter, own);
  }
  return own;
}
