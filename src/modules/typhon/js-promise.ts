/** `typhon.JsPromise`: a JavaScript promise in Python, which `await` and `run_sync` wait for. */
import { canSuspend, endWait, suspendToWait } from '../../interpreter/suspension.ts';
import { CANNOT_WAIT } from '../../interpreter/waiting.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { boundary } from './boundary.ts';
import { jsObjectType, PyJsObject, raiseThrown } from './js-object.ts';

type State = 'new' | 'pending' | 'fulfilled' | 'rejected';

/** A promise, or anything else that has a `then`. */
export class PyJsPromise extends PyJsObject {
  state: State = 'new';
  private outcome: unknown;
  private settled: Promise<void> | undefined;

  /** Settles, and never rejects, when the outcome is known. */
  watch(): Promise<void> {
    if (this.settled !== undefined) return this.settled;
    this.state = 'pending';
    this.settled = Promise.resolve(this.target).then(
      (value) => this.settle('fulfilled', value),
      (reason) => this.settle('rejected', reason),
    );
    return this.settled;
  }

  private settle(state: State, outcome: unknown): void {
    this.state = state;
    this.outcome = outcome;
  }

  /** The value, or the exception of the reason. */
  result(): Result {
    return this.state === 'rejected' ? raiseThrown(this.outcome) : boundary.toPython(this.outcome);
  }

  get isSettled(): boolean {
    return this.state === 'fulfilled' || this.state === 'rejected';
  }
}

/** Set by the embedding: the iterator of `await promise`. */
export const awaiting = {
  iterator: (_promise: PyJsPromise): Result => raise('RuntimeError', 'no running event loop'),
};

export const jsPromiseType: PyType = builtinType<PyJsPromise>('JsPromise', {
  base: jsObjectType,
  layout: PyJsPromise,
  module: 'typhon',
  isBaseType: false,
  doc: 'A JavaScript promise: await it, or wait for it with run_sync.',
  slots: { await: (self: PyJsPromise) => awaiting.iterator(self) },
});

/** Waits for a promise. The program is suspended meanwhile; this is called again when the promise is settled. */
export function runSync(promise: Value): Result {
  if (!(promise instanceof PyJsPromise))
    return raiseTypeError(`run_sync() argument must be a JavaScript promise, not ${typeName(promise)}`);
  const settled = promise.watch();
  if (promise.isSettled) {
    endWait();
    return promise.result();
  }
  if (!canSuspend()) return raise('RuntimeError', CANNOT_WAIT);
  return suspendToWait(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, settled);
}
