/** `raise`, `except`, `with`: making exceptions of what is raised, matching them, calling `__exit__`. */
import { exceptionTypes, PyBaseException, raise, raiseObject, raiseTypeError } from '../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, callSpecial, repr, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import {
  exceptionsOf,
  groupOfOne,
  isGroup,
  newExceptionGroup,
  subgroupOf,
} from '../objspace/types/exceptions/groups.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import { textOf } from '../objspace/types/str/str.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import type { Frame } from './frame.ts';
import { addTraceback } from './traceback.ts';

/** The exception object that `raise value` means, made if it is a class. */
function exceptionOf(value: Value, notException: string): PyBaseException | Exit {
  if (value instanceof PyBaseException) return value;
  return isExceptionClass(value) ? madeException(value, []) : raiseTypeError(notException);
}

/** An exception of the class, which may refuse to give one. */
export function madeException(cls: PyType, args: Value[]): PyBaseException | Exit {
  const made = call(cls, args);
  if (made === EXIT || made instanceof PyBaseException) return made;
  const got = repr(typeOf(made as Value));
  return got === EXIT ? EXIT : notAnException(cls, textOf(got as Value));
}

/** The error of a class of exceptions that gave something else. */
export function notAnException(cls: PyType, got: string): Exit {
  const wanted = repr(cls);
  if (wanted === EXIT) return EXIT;
  return raiseTypeError(
    `calling ${textOf(wanted as Value)} should have returned an instance of BaseException, not ${got}`,
  );
}

export function raiseValue(value: Value): Exit {
  const exception = exceptionOf(value, 'exceptions must derive from BaseException');
  return exception === EXIT ? EXIT : raiseObject(exception as PyBaseException);
}

export function raiseFrom(value: Value, causeValue: Value): Exit {
  const exception = exceptionOf(value, 'exceptions must derive from BaseException');
  if (exception === EXIT) return EXIT;
  let cause: PyBaseException | null = null;
  if (causeValue !== null) {
    const made = exceptionOf(causeValue, 'exception causes must derive from BaseException');
    if (made === EXIT) return EXIT;
    cause = made as PyBaseException;
  }
  (exception as PyBaseException).cause = cause;
  (exception as PyBaseException).suppressContext = true;
  return raiseObject(exception as PyBaseException);
}

/** `raise` alone; true if an exception is raised again, so that its traceback is kept as it is. */
export function raiseCurrent(): boolean {
  const handled = state.handled;
  if (handled === null) {
    raise('RuntimeError', 'No active exception to reraise');
    return false;
  }
  state.exception = handled;
  return true;
}

const NOT_EXCEPTIONS = 'catching classes that do not inherit from BaseException is not allowed';

export function isExceptionClass(value: Value): value is PyType {
  return value instanceof PyType && value.isSubtypeOf(exceptionTypes['BaseException']);
}

/** `except type:` takes classes and tuples of them. */
export function matchException(exception: Value, type: Value): Result {
  if (type instanceof PyTuple) {
    for (const item of type.items) if (!isExceptionClass(item)) return raiseTypeError(NOT_EXCEPTIONS);
    const own = (exception as PyBaseException).shape.type;
    return type.items.some((item) => own.isSubtypeOf(item as PyType));
  }
  if (!isExceptionClass(type)) return raiseTypeError(NOT_EXCEPTIONS);
  return (exception as PyBaseException).shape.type.isSubtypeOf(type);
}

export interface GroupMatch {
  readonly rest: Value;
  readonly match: Value;
}

/** `except* type:` splits a group; another exception is wrapped in one. */
export function matchExceptionGroup(exception: Value, type: Value): GroupMatch | Exit {
  if (exception === null) return { rest: null, match: null };
  for (const item of type instanceof PyTuple ? type.items : [type]) {
    if (!isExceptionClass(item)) return raiseTypeError(NOT_EXCEPTIONS);
    if (item.isSubtypeOf(exceptionTypes['BaseExceptionGroup'])) {
      return raiseTypeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  if (matchException(exception, type) === true) return { rest: null, match: wrapped(exception as PyBaseException) };
  if (!isGroup(exception)) return { rest: exception, match: null };
  return splitGroup(exception, type);
}

/** A group is matched as it is; another exception comes in a group of its own, which was raised here. */
function wrapped(exception: PyBaseException): Value {
  if (isGroup(exception)) return exception;
  const group = groupOfOne(exception);
  const frame = state.frame as Frame;
  addTraceback(group, frame, frame.pc);
  return group;
}

function splitGroup(group: Value, type: Value): GroupMatch | Exit {
  const result = callSpecial(group, 'split', [type]);
  if (result === EXIT || result === undefined) return EXIT;
  if (!(result instanceof PyTuple)) {
    return raiseTypeError(`${typeName(group)}.split must return a tuple, not ${typeName(result as Value)}`);
  }
  if (result.items.length < 2) {
    return raiseTypeError(`${typeName(group)}.split must return a 2-tuple, got tuple of size ${result.items.length}`);
  }
  return { match: result.items[0], rest: result.items[1] };
}

/** What a finished `try ... except*` raises: None, the original, or a group of what is left and what was raised. */
export function prepareReraiseStar(originalValue: Value, list: Value): Result {
  const exceptions = (list as unknown as PyList).toArray().filter((item) => item !== null) as PyBaseException[];
  if (exceptions.length === 0) return null;
  // An exception that was no group went into one clause, which raised one thing.
  if (!isGroup(originalValue)) return exceptions[0];
  const original = originalValue;
  const rest = exceptions.filter((item) => isPartOf(item, original));
  const raised = exceptions.filter((item) => !isPartOf(item, original));
  const unhandled = rest.length === 0 ? null : subgroupOf(original, leavesOf(rest));
  if (unhandled === EXIT || raised.length === 0) return unhandled;
  const all = unhandled === null ? raised : [...raised, unhandled as PyBaseException];
  return all.length === 1 ? all[0] : newExceptionGroup('', all);
}

/** Parts of a group that are raised again keep its traceback, cause and context. */
function isPartOf(exception: PyBaseException, original: PyBaseException): boolean {
  return (
    isGroup(exception) &&
    exception.traceback === original.traceback &&
    exception.cause === original.cause &&
    exception.context === original.context
  );
}

/** The exceptions in the groups that are no groups themselves. */
function leavesOf(groups: readonly PyBaseException[]): Set<Value> {
  const leaves = new Set<Value>();
  const todo = [...groups];
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    if (isGroup(item)) todo.push(...exceptionsOf(item));
    else leaves.add(item);
  }
  return leaves;
}

/** The arguments of `__exit__`: type, exception, traceback. */
export function exitArguments(exceptionValue: Value): Value[] {
  const exception = exceptionValue as PyBaseException;
  return [exception.shape.type, exception, exception.traceback];
}

export function isStopAsyncIteration(exception: Value): boolean {
  return (exception as PyBaseException).shape.type.isSubtypeOf(exceptionTypes['StopAsyncIteration']);
}

/** PEP 479: a StopIteration that leaves a generator becomes a RuntimeError. */
export function stopIterationError(exceptionValue: Value, kind: string): Value {
  const exception = exceptionValue as PyBaseException;
  const type = exception.shape.type;
  const isStop = type.isSubtypeOf(exceptionTypes['StopIteration']);
  const isAsyncStop = kind === 'async generator' && type.isSubtypeOf(exceptionTypes['StopAsyncIteration']);
  if (!isStop && !isAsyncStop) return exception;
  const error = new PyBaseException(exceptionTypes['RuntimeError'].instanceShape, [
    `${kind} raised ${isStop ? 'StopIteration' : 'StopAsyncIteration'}`,
  ]);
  error.cause = exception;
  error.context = exception;
  error.suppressContext = true;
  return error;
}
