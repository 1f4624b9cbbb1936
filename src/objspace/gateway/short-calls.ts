/** Calls with one argument or two, of what builtins call for each item: mostly there is no array around them. */
import { PyObject, type Result, type Value } from '../object.ts';
import { call } from '../operations.ts';
import { PyType, typeOf } from '../type.ts';
import { PyFunction, PyMethod } from '../types/function.ts';
import {
  type BuiltinDefinition,
  invoke1,
  invoke2,
  invoke3,
  PyBuiltinFunction,
  PyMethodDescriptor,
  takes,
} from './builtin-function.ts';

/** Calls of Python functions, set by the interpreter. */
export const functionCalls = {
  one: (fn: PyFunction, argument: Value): Result => call(fn as Value, [argument]),
  two: (fn: PyFunction, first: Value, second: Value): Result => call(fn as Value, [first, second]),
  three: (fn: PyFunction, first: Value, second: Value, third: Value): Result =>
    call(fn as Value, [first, second, third]),
};

/** Callable objects of a builtin type that need no array around their arguments: each method does what the type's `call` slot does. */
export abstract class ShortCallable extends PyObject {
  abstract callOne(argument: Value): Result;
  abstract callTwo(first: Value, second: Value): Result;

  /** Whether some calls run no Python code, since their results are known: `quietNone`, `quietOne`, `quietTwo` and `quietItems` find out which. */
  get isQuietAtTimes(): boolean {
    return false;
  }

  /** The result without arguments, if that is known; `undefined`, with nothing done, if not. */
  quietNone(): Value | undefined {
    return undefined;
  }

  quietOne(_argument: Value): Value | undefined {
    return undefined;
  }

  quietTwo(_first: Value, _second: Value): Value | undefined {
    return undefined;
  }

  /** With three arguments or more. */
  quietItems(_items: readonly Value[]): Value | undefined {
    return undefined;
  }
}

/** Classes that derive from the builtin type may have a `__call__` of their own. */
export function isShort(callee: Value): callee is Value & ShortCallable {
  return callee instanceof ShortCallable && !callee.shape.type.isHeapType;
}

/** As `call`. Of methods of builtin types only those of the argument's own type take the short way. */
export function callWithOne(callee: Value, argument: Value): Result {
  if (callee instanceof PyFunction) return functionCalls.one(callee, argument);
  if (callee instanceof PyBuiltinFunction) {
    const { definition, self } = callee;
    if (self === undefined) return invoke1(definition, argument);
    if (isPlain(definition, 2)) return invoke2(definition, self, argument);
  } else if (callee instanceof PyMethodDescriptor) {
    if (!callee.isClassMethod && typeOf(argument) === callee.owner) return invoke1(callee.definition, argument);
  } else if (callee instanceof PyType) {
    const made = callee.ofOne === null ? undefined : callee.ofOne(argument);
    if (made !== undefined) return made;
  } else if (callee instanceof PyMethod) {
    if (callee.callable instanceof PyFunction) return functionCalls.two(callee.callable, callee.self, argument);
  } else if (isShort(callee)) return callee.callOne(argument);
  return call(callee, [argument]);
}

/** As `call`. */
export function callWithTwo(callee: Value, first: Value, second: Value): Result {
  if (callee instanceof PyFunction) return functionCalls.two(callee, first, second);
  if (callee instanceof PyBuiltinFunction) {
    const { definition, self } = callee;
    if (self === undefined) return invoke2(definition, first, second);
    if (isPlain(definition, 3)) return invoke3(definition, self, first, second);
  } else if (callee instanceof PyMethodDescriptor) {
    if (!callee.isClassMethod && typeOf(first) === callee.owner) return invoke2(callee.definition, first, second);
  } else if (callee instanceof PyMethod) {
    if (callee.callable instanceof PyFunction) return functionCalls.three(callee.callable, callee.self, first, second);
  } else if (isShort(callee)) return callee.callTwo(first, second);
  return call(callee, [first, second]);
}

/** Whether so many arguments, the object of a method included, are bound without errors, which would have to know of that object. */
function isPlain(definition: BuiltinDefinition, count: number): boolean {
  return definition.directCount === count || (!definition.isVariadic && takes(definition, count));
}
