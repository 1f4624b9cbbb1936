/** Exceptions across the boundary: a Python exception is a `PythonError` in JavaScript, and the same exception again when it comes back. */
import { boundary } from '../modules/typhon/boundary.ts';
import { thrownObject } from '../modules/typhon/js-error.ts';
import { takeException, type PyBaseException } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { str } from '../objspace/operations.ts';
import { type InterpreterServices, state } from '../objspace/state.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { moduleOf } from '../objspace/types/type.ts';
import type { PyType } from '../objspace/type.ts';
import { expectString } from '../util/arguments.ts';
import { within } from '../vm/execution.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { formatException } from '../vm/traceback-display.ts';
import { Internals, named, shownBy } from './internals.ts';
import type { PythonObject } from './python-object.ts';

interface Parts {
  readonly type: string;
  readonly message: string;
  readonly traceback: string;
  readonly exception: PyBaseException;
  readonly interpreter: InterpreterServices;
}

const internals = new Internals<Parts>('PythonError');

/**
 * What the session knows and errors need: the function by which JavaScript gets into an interpreter.
 *
 * @internal
 */
export const entrance: { enter: unknown } = { enter: undefined };

/**
 * Set by python-object.ts: the handle of an exception.
 *
 * @internal
 */
export const handleOfException: { make: (exception: PyBaseException, interpreter: object) => PythonObject } = {
  make: () => {
    throw new Error('there are no handles');
  },
};

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
  readonly type!: string;
  /** What Python prints for the exception: the traceback with lines of source, causes and notes. */
  readonly traceback!: string;
  /** What `raise ... from` names: another PythonError, or what JavaScript has thrown. */
  declare readonly cause: unknown;

  private constructor(parts?: never) {
    super((parts as Parts | undefined)?.message);
    internals.attach(this, parts);
    const { type, traceback } = parts as unknown as Parts;
    (Error as { captureStackTrace?: (error: Error, above: unknown) => void }).captureStackTrace?.(this, entrance.enter);
    const stack = `${traceback}${(this.stack ?? '').replace(/^[^\n]*(\n(?! {4}at )[^\n]*)*\n?/, '')}`;
    // Not enumerable: consoles would show them behind the stack, which has them already.
    for (const [name, value] of Object.entries({ name: type, type, traceback, stack }))
      Object.defineProperty(this, name, { value, writable: true, configurable: true });
    Object.defineProperty(this, 'cause', { get: () => causeOf(this), configurable: true });
  }

  /**
   * The exception as an object, for its attributes.
   *
   * @example
   * ```ts
   * import { PythonError, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * try {
   *   typhon.run('import sys; sys.exit(3)');
   * } catch (error) {
   *   if (error instanceof PythonError && error.is('SystemExit')) console.log(error.exception.get('code')); // 3
   * }
   * ```
   */
  get exception(): PythonObject {
    const { exception, interpreter } = internals.of(this);
    return handleOfException.make(exception, interpreter);
  }

  /**
   * Whether the exception is of a class or of one derived from it, as `except` asks. Classes are named as `type` names them.
   *
   * @example
   * ```ts
   * import { PythonError, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * try {
   *   typhon.run('open("missing.txt")');
   * } catch (error) {
   *   if (error instanceof PythonError) console.log(error.type, error.is('OSError'), error.is('ValueError')); // FileNotFoundError true false
   * }
   * ```
   */
  is(type: string): boolean {
    expectString(type, 'type');
    return internals.of(this).exception.shape.type.mro.some((base) => nameOf(base) === type);
  }

  /** What `JSON.stringify` writes. */
  toJSON(): { type: string; message: string; traceback: string } {
    const { type, message, traceback } = this;
    return { type, message, traceback };
  }
}

named(PythonError, 'PythonError');
shownBy(PythonError, (error) => error.stack ?? error.traceback);

function causeOf(error: PythonError): unknown {
  const { exception, interpreter } = internals.of(error);
  const { cause } = exception;
  if (cause === null) return undefined;
  return within(interpreter as Interpreter, () => thrownFor(cause));
}

function nameOf(type: PyType): string {
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
  const made = new (PythonError as unknown as new (parts: Parts) => PythonError)({
    type: nameOf(exception.shape.type),
    message: messageOf(exception),
    traceback: formatException(exception, false),
    exception,
    interpreter: state.interpreter,
  });
  errors.set(exception, made);
  return made;
}

/**
 * The exception that a PythonError stands for; one of another interpreter is an error like any other.
 *
 * @internal
 */
export function exceptionOf(error: unknown): PyBaseException | undefined {
  const found = internals.has(error) ? internals.of(error as object) : undefined;
  return found?.interpreter === state.interpreter ? found.exception : undefined;
}

boundary.exceptionOf = exceptionOf;

/**
 * The value of a result; throws the exception in flight.
 *
 * @internal
 */
export function valueOf(result: Result): Value {
  if (result === EXIT) throw thrownFor(takeException());
  return result as Value;
}
