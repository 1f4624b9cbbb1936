/**
 * The arguments of `throw()`: a class or an exception, and in the old form its value and a traceback. They become an exception only where
 * it is raised, in the innermost generator; what generators delegate to gets the arguments as they are.
 */
import { exceptionTypes, PyBaseException, raiseTypeError, takeException } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { call, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import type { PyType } from '../objspace/type.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { isExceptionClass, notAnException } from './raising.ts';
import { PyTraceback } from './traceback.ts';

export type Thrown = readonly Value[];

const MOST = 3;

/** Refuses too few and too many. */
export function checkThrown(method: string, { length }: Thrown): true | Exit {
  if (length > 0 && length <= MOST) return true;
  const bound = length === 0 ? 'at least 1 argument' : `at most ${MOST} arguments`;
  return raiseTypeError(`${method} expected ${bound}, got ${length}`);
}

/** Warns of the old form, `throw(type, value, traceback)`. */
export function warnOfOldForm(method: string, { length }: Thrown): true | Exit {
  if (length < 2) return true;
  const message = `the (type, exc, tb) signature of ${method}() is deprecated, use the single-arg signature instead.`;
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1) ? true : EXIT;
}

/** Whether they mean GeneratorExit. */
export function isGeneratorExit([kind]: Thrown): boolean {
  const type = kind instanceof PyBaseException ? kind.shape.type : kind;
  return isExceptionClass(type) && type.isSubtypeOf(exceptionTypes['GeneratorExit']);
}

/** The exception that they mean. If none can be made of the class, it is the reason for that. */
export function exceptionToThrow(thrown: Thrown): PyBaseException | Exit {
  const traceback = thrown.length > 2 ? thrown[2] : null;
  if (traceback !== null && !(traceback instanceof PyTraceback)) {
    return raiseTypeError('throw() third argument must be a traceback object');
  }
  const exception = thrownException(thrown[0], thrown.length > 1 ? thrown[1] : null);
  if (exception !== EXIT && traceback !== null) (exception as PyBaseException).traceback = traceback;
  return exception;
}

function thrownException(kind: Value, value: Value): PyBaseException | Exit {
  if (kind instanceof PyBaseException) {
    return value === null ? kind : raiseTypeError('instance exception may not have a separate value');
  }
  if (!isExceptionClass(kind)) {
    return raiseTypeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(kind)}`);
  }
  if (value instanceof PyBaseException && value.shape.type.isSubtypeOf(kind)) return value;
  const made = madeOf(kind, value);
  return made === EXIT ? takeException() : made;
}

/** A tuple holds all arguments of the class. */
function madeOf(cls: PyType, value: Value): PyBaseException | Exit {
  const args = value === null ? [] : value instanceof PyTuple ? [...value.items] : [value];
  const made = call(cls, args);
  if (made === EXIT || made instanceof PyBaseException) return made;
  return notAnException(cls, typeName(made as Value));
}
