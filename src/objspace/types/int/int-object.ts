/** Ints as JavaScript values, apart from the type: what is an int, and its value whatever carries it. */
import { PyObject, type Value } from '../../object.ts';

/** An int's value: `number` when |x| <= 2^53-1, else `bigint`; never -0. */
export type Int = number | bigint;

/** An instance of a Python class that derives from int. */
export class PyIntObject extends PyObject {
  readonly value: Int;

  constructor(value: Int) {
    super();
    this.value = value;
  }
}

/** Whether the value is an int, a bool or an instance of a subclass. */
export function isInt(value: Value): value is Int | boolean | PyIntObject {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return true;
    default:
      return value instanceof PyIntObject;
  }
}

/** The value of an int, bool or instance of a subclass; the caller has made sure that it is one. */
export function intOf(value: Value): Int {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? Number(value) : (value as PyIntObject).value;
}

/** The value of any int, `undefined` for everything else. */
export function intOperand(value: Value): Int | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return value instanceof PyIntObject ? value.value : undefined;
  }
}
