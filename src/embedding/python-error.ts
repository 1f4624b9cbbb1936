/** Exceptions across the boundary: a Python exception is a `PythonError` in JavaScript, and the same exception again when it comes back. */
import { crossing } from '../modules/typhon/js-object.ts';
import { thrownObject } from '../modules/typhon/js-error.ts';
import { takeException, type PyBaseException } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { str } from '../objspace/operations.ts';
import { type InterpreterServices, state } from '../objspace/state.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { moduleOf } from '../objspace/types/type.ts';
import { formatException } from '../vm/traceback-display.ts';

interface Origin {
  readonly exception: PyBaseException;
  readonly interpreter: InterpreterServices;
}

const exceptions = new WeakMap<PythonError, Origin>();
const errors = new WeakMap<PyBaseException, PythonError>();

/**
 * A Python exception that nothing in Python has caught.
 *
 * @example
 * ```ts
 * import { PythonError, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * try {
 *   typhon.run('int("many")');
 * } catch (error) {
 *   if (!(error instanceof PythonError)) throw error;
 *   console.log(error.type); // ValueError
 *   console.log(error.message); // invalid literal for int() with base 10: 'many'
 * }
 * ```
 */
export class PythonError extends Error {
  /** The name of the exception's class as tracebacks show it: `ValueError`, `json.decoder.JSONDecodeError`. */
  readonly type: string;
  /** What Python prints for the exception: the traceback with lines of source, causes and notes. */
  readonly traceback: string;

  /** @internal */
  constructor(type: string, message: string, traceback: string) {
    super(message);
    this.name = type;
    this.type = type;
    this.traceback = traceback;
    this.stack = `${traceback}${(this.stack ?? '').replace(/^[^\n]*(\n(?! {4}at )[^\n]*)*/, '')}`;
  }
}

function typeNameOf(exception: PyBaseException): string {
  const { type } = exception.shape;
  const module = moduleOf(type);
  return typeof module === 'string' && module !== 'builtins' && module !== '__main__'
    ? `${module}.${type.qualname}`
    : type.qualname;
}

function messageOf(exception: PyBaseException): string {
  const text = str(exception);
  if (text !== EXIT) return isText(text as Value) ? textOf(text as Value) : '';
  state.exception = null;
  return '<exception str() failed>';
}

/**
 * What JavaScript throws for an exception: what it threw itself, or a PythonError, always the same one.
 *
 * @internal
 */
export function thrownFor(exception: PyBaseException): unknown {
  const foreign = thrownObject(exception);
  if (foreign !== undefined) return foreign.thrown;
  const known = errors.get(exception);
  if (known !== undefined) return known;
  const made = new PythonError(typeNameOf(exception), messageOf(exception), formatException(exception, false));
  exceptions.set(made, { exception, interpreter: state.interpreter });
  errors.set(exception, made);
  return made;
}

/**
 * The exception that a PythonError stands for; one of another interpreter is an error like any other.
 *
 * @internal
 */
export function exceptionOf(error: unknown): PyBaseException | undefined {
  const found = error instanceof PythonError ? exceptions.get(error) : undefined;
  return found?.interpreter === state.interpreter ? found.exception : undefined;
}

crossing.exceptionOf = exceptionOf;

/**
 * The value of a result; throws the exception in flight.
 *
 * @internal
 */
export function valueOf(result: Result): Value {
  if (result === EXIT) throw thrownFor(takeException());
  return result as Value;
}
