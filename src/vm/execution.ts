/**
 * Which program runs: interpreters, and the runs of one interpreter, take turns on the one JavaScript thread. What is running has its state
 * in `state` and the parts beside it; everything else is put aside here.
 */
import type { PyBaseException } from '../objspace/exception.ts';
import { updateObservers } from '../interpreter/observers.ts';
import { type ExecutionPart, executionParts, interpreterParts } from '../objspace/per-interpreter.ts';
import { state } from '../objspace/state.ts';
import type { Interpreter } from './interpreter.ts';

/** A run that is put aside: what `state` and the parts had, but for what belongs to the interpreter. */
export class Execution {
  private readonly exception: PyBaseException | null;
  private readonly handled: PyBaseException | null;
  private readonly depth: number;
  private readonly frame: object | null;
  private readonly parts: readonly unknown[];

  /** Takes what runs away: `state` is fresh afterwards. */
  constructor() {
    this.exception = state.exception;
    this.handled = state.handled;
    this.depth = state.depth;
    this.frame = state.frame;
    this.parts = take(executionParts);
    state.exception = null;
    state.handled = null;
    state.depth = 0;
    state.frame = null;
    updateObservers();
  }

  /** Goes on with it. */
  resume(): void {
    state.exception = this.exception;
    state.handled = this.handled;
    state.depth = this.depth;
    state.frame = this.frame;
    give(executionParts, this.parts);
    updateObservers();
  }
}

/**
 * An interpreter that does not run: what belongs to it, and the parts of the run that ended last, with which the next one begins, as
 * programs that run one after the other in a thread do.
 */
interface Resting {
  readonly depthLimit: number;
  readonly parts: readonly unknown[];
  readonly executionParts: readonly unknown[];
}

const resting = new WeakMap<Interpreter, Resting>();
const STANDARD_DEPTH = 1000;

function take(parts: readonly ExecutionPart[]): unknown[] {
  return parts.map((part) => part.take());
}

function give(parts: readonly ExecutionPart[], taken: readonly unknown[]): void {
  parts.forEach((part, index) => {
    part.give(taken[index]);
  });
}

function rest(interpreter: Interpreter): void {
  resting.set(interpreter, {
    depthLimit: state.depthLimit,
    parts: take(interpreterParts),
    executionParts: take(executionParts),
  });
}

function awaken(interpreter: Interpreter): Resting | undefined {
  const found = resting.get(interpreter);
  state.depthLimit = found?.depthLimit ?? STANDARD_DEPTH;
  if (found !== undefined) give(interpreterParts, found.parts);
  return found;
}

/**
 * Runs host code inside an interpreter: what it calls, runs there. Where the interpreter is running already (Python has called the host,
 * which calls Python again) this is a call like any other.
 */
export function within<T>(interpreter: Interpreter, body: () => T): T {
  if (state.interpreter === interpreter) return body();
  const outer = state.interpreter as Interpreter | null;
  const outside = putAside(outer);
  interpreter.enter();
  const found = awaken(interpreter);
  if (found !== undefined) give(executionParts, found.executionParts);
  updateObservers();
  try {
    return body();
  } finally {
    leave(interpreter, outer, outside);
  }
}

/** Makes an interpreter beside those that there are. */
export function outsideOthers(make: () => Interpreter): Interpreter {
  const outer = state.interpreter as Interpreter | null;
  const outside = putAside(outer);
  state.depthLimit = STANDARD_DEPTH;
  const made = make();
  leave(made, outer, outside);
  return made;
}

/** Runs a whole program, which makes an interpreter of its own, as in a new process: nothing of what ran before is left. */
export function fromNothing<T>(program: () => T): T {
  putAside(state.interpreter as Interpreter | null);
  state.depthLimit = STANDARD_DEPTH;
  return program();
}

function putAside(outer: Interpreter | null): Execution {
  const outside = new Execution();
  if (outer !== null) rest(outer);
  return outside;
}

function leave(interpreter: Interpreter, outer: Interpreter | null, outside: Execution): void {
  rest(interpreter);
  outside.resume();
  if (outer === null) interpreter.leave();
  else {
    outer.enter();
    awaken(outer);
  }
  updateObservers();
}
