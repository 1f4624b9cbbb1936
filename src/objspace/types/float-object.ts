/**
 * The host classes of floats, apart from the type, so that the lowest layers can make floats.
 *
 * Instances of Python classes that derive from float are of a class of their own: a fast path that asks `instanceof PyFloat` means an
 * exact float, whose operators nobody overrides. Use `isFloat` where a subclass is as good.
 */
import { declareObjectClass, type Value } from '../object.ts';
import type { Shape } from '../shape.ts';

/** An exact float. */
export class PyFloat {
  declare readonly shape: Shape;
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}
declareObjectClass(PyFloat);

/** An instance of a Python class that derives from float. */
export class PyFloatObject {
  declare readonly shape: Shape;
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}
declareObjectClass(PyFloatObject);

/** Whether the value is a float or an instance of a subclass. */
export function isFloat(value: Value): value is PyFloat | PyFloatObject {
  return value instanceof PyFloat || value instanceof PyFloatObject;
}
