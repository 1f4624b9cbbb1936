/**
 * Contexts as data: which context variable has which value. A context is entered by `Context.run`; every thread has a current one.
 *
 * Copies share their values until one of them is changed, so `copy_context` costs nothing.
 */
import { raise } from '../../objspace/exception.ts';
import { type Exit, PyObject, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { addressText } from '../../objspace/types/object.ts';
import { executionParts } from '../../objspace/per-interpreter.ts';

export class PyContextVar extends PyObject {
  readonly name: Value;
  /** `undefined` without a default. */
  readonly fallback: Value | undefined;

  constructor(name: Value, fallback: Value | undefined) {
    super();
    this.name = name;
    this.fallback = fallback;
  }
}

export type ContextValues = Map<PyContextVar, Value>;

/** Shared by all contexts without values: never written to. */
const NO_VALUES: ContextValues = new Map();

export class PyContext extends PyObject {
  private values: ContextValues;
  private sharesValues: boolean;
  /** The context that was current before this one was entered; `undefined` while it is not entered, null for the first of a thread. */
  previous: PyContext | null | undefined;

  constructor(values: ContextValues = NO_VALUES) {
    super();
    this.values = values;
    this.sharesValues = true;
    this.previous = undefined;
  }

  get size(): number {
    return this.values.size;
  }

  get(variable: PyContextVar): Value | undefined {
    return this.values.get(variable);
  }

  /** `undefined` removes the value. */
  set(variable: PyContextVar, value: Value | undefined): void {
    if (this.sharesValues) {
      this.values = new Map(this.values);
      this.sharesValues = false;
    }
    if (value === undefined) this.values.delete(variable);
    else this.values.set(variable, value);
  }

  copy(): PyContext {
    return new PyContext(this.snapshot());
  }

  /** What a copy starts with, for whoever makes that later. */
  snapshot(): ContextValues {
    this.sharesValues = true;
    return this.values;
  }

  entries(): [PyContextVar, Value][] {
    return [...this.values];
  }
}

/** The current context of what runs. Null until it is first asked for. */
export const running: { context: PyContext | null } = { context: null };

executionParts.push({
  take: () => {
    const { context } = running;
    running.context = null;
    return context;
  },
  give: (context) => {
    running.context = context as PyContext | null;
  },
});

export function currentContext(): PyContext {
  if (running.context === null) {
    running.context = new PyContext();
    running.context.previous = null;
  }
  return running.context;
}

export function enter(context: PyContext): true | Exit {
  if (context.previous !== undefined) {
    return raise(
      'RuntimeError',
      `cannot enter context: <${typeName(context)} object at ${addressText(context)}> is already entered`,
    );
  }
  context.previous = currentContext();
  running.context = context;
  return true;
}

export function leave(context: PyContext): void {
  running.context = context.previous ?? null;
  context.previous = undefined;
}
