/**
 * What a Python value is in JavaScript.
 *
 *   None -> null · bool -> boolean · int -> number if |x| <= 2^53-1, else bigint · str -> string if it holds no surrogate
 *   code unit, else PyStr · float -> PyFloat · everything else -> an instance of a class that is a PyObject.
 *
 * `undefined` is never a Python value: it means "absent" (an unbound variable, a missing attribute, an exhausted iterator).
 *
 * Every object answers `shape`, which names its type and, for instances of Python classes, the places of its attributes.
 * Objects of a builtin type inherit `shape` from their prototype; objects of a Python class own the field (shape.ts).
 */
import type { Shape } from './shape.ts';

/** Base of everything Python can see that is not a bare JavaScript value. */
export abstract class PyObject {
  declare readonly shape: Shape;
}

export type Value = null | boolean | number | bigint | string | PyObject;

/** The class of EXIT, so that the type checker tells it from values. */
export class ExitSignal {
  readonly isExit: true;
  constructor() {
    this.isExit = true;
  }
}

/**
 * Returned instead of a value by whatever could not finish: a Python exception is in flight (state.exception).
 * Everything that can raise returns `Result`; a JS throw of an exception object is for cold paths of builtins only.
 */
export const EXIT = new ExitSignal();
export type Exit = ExitSignal;
export type Result = Value | Exit;

/**
 * Gives `constructor` the methods of PyObject without deriving from it: plain base-class constructors are what V8's escape
 * analysis removes (docs/architecture.md), so hot classes (floats, instances, tuples, cells, iterators) are declared this way.
 */
export function declareObjectClass(constructor: { prototype: object }): void {
  Object.setPrototypeOf(constructor.prototype, PyObject.prototype);
}
