/**
 * State that each interpreter has for itself, and state that goes with what runs. Module-level variables are shared by all interpreters
 * of the process: what a program can change does not belong there.
 */
import { type InterpreterServices, state } from './state.ts';

/** Gives the current interpreter's own value, made when it is first asked for. */
export function perInterpreter<T>(make: () => T): () => T {
  const values = new WeakMap<InterpreterServices, T>();
  let owner: InterpreterServices | undefined;
  let current: T;
  return () => {
    if (owner !== state.interpreter) {
      owner = state.interpreter;
      current = values.has(owner) ? (values.get(owner) as T) : make();
      values.set(owner, current);
    }
    return current;
  };
}

/** A part of the execution state that is kept elsewhere than in `state`. */
export interface ExecutionPart {
  /** Takes the part away, so that it can be given back; what runs next begins with a fresh one. */
  take(): unknown;
  give(taken: unknown): void;
}

/** Parts that are saved and replaced when another program goes on: one of another interpreter, or one that was suspended. */
export const executionParts: ExecutionPart[] = [];

/** Parts that are saved and replaced when another interpreter goes on. */
export const interpreterParts: ExecutionPart[] = [];
