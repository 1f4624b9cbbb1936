/**
 * What the special methods `__int__`, `__index__` and `__float__` returned, as host numbers. Apart from the conversions, so that the lowest
 * layers may import it.
 */
import { exceptionTypes, raiseTypeError } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { state } from '../state.ts';
import { typeOf } from '../type.ts';
import { isFloat, PyFloat } from './float-object.ts';
import { type Int, intOf, isInt } from './int/int-object.ts';

/** false if the warning became an exception in flight. */
function warnOfSubclass(what: string, type: 'int' | 'float'): boolean {
  const warning = `${what}.  The ability to return an instance of a strict subclass of ${type} is deprecated, and may be removed in a future version of Python.`;
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], warning, 1);
}

/** An exact int from the result of `method`; a subclass's value with a warning. */
export function checkIntResult(result: Result, method: string): Int | Exit {
  if (typeof result === 'number' || typeof result === 'bigint' || result === EXIT) return result as Int | Exit;
  const what = `${method} returned non-int (type ${typeOf(result as Value).errorName})`;
  if (!isInt(result as Value)) return raiseTypeError(what);
  return warnOfSubclass(what, 'int') ? intOf(result as Value) : EXIT;
}

/** What `__float__` of `value` returned, as a double. */
export function checkFloatResult(value: Value, result: Result): number | Exit {
  if (result instanceof PyFloat) return result.value;
  if (result === EXIT) return EXIT;
  const what = `${typeOf(value).errorName}.__float__ returned non-float (type ${typeOf(result as Value).errorName})`;
  if (!isFloat(result as Value)) return raiseTypeError(what);
  return warnOfSubclass(what, 'float') ? (result as PyFloat).value : EXIT;
}
