/** The host class of all Python exceptions, and the ways to raise them from TypeScript. Types are declared in types/exceptions.ts. */
import { EXIT, type Exit, PyObject, type Result, type Value } from './object.ts';
import type { Shape } from './shape.ts';
import { state } from './state.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './types/dict/dict.ts';
import { strFromText, strOfName } from './types/str/text.ts';

/** An exception object. Attributes of special exceptions (OSError.errno ...) are in `fields`. */
export class PyBaseException extends PyObject {
  declare shape: Shape;
  private ownArgs: readonly Value[];
  /** A traceback object (interpreter/traceback.ts) or null. */
  traceback: Value;
  context: PyBaseException | null;
  cause: PyBaseException | null;
  suppressContext: boolean;
  /** `__dict__` of builtin exception types. */
  attributes: PyDict | null;
  private ownFields: Map<string, Value> | null;
  /** What arguments and members are made of when somebody looks at them: most errors of attributes are handled, and never looked at. */
  private missing: MissingAttribute | null;

  constructor(shape: Shape, args: readonly Value[]) {
    super();
    this.shape = shape;
    this.ownArgs = args;
    this.traceback = null;
    this.context = null;
    this.cause = null;
    this.suppressContext = false;
    this.attributes = null;
    this.ownFields = null;
    this.missing = null;
  }

  /** The AttributeError of an object without such an attribute. `owner`: the name of its class, as the text shows it. */
  static ofMissing(object: Value, owner: string, name: string): PyBaseException {
    const exception = new PyBaseException(exceptionTypes['AttributeError'].instanceShape, NOTHING);
    exception.missing = { object, owner, name };
    return exception;
  }

  /** Whether it knows its object and name, and nobody has looked at them. */
  get isOfMissing(): boolean {
    return this.missing !== null;
  }

  /** `args`, a tuple's items. */
  get args(): readonly Value[] {
    if (this.missing !== null) this.describeMissing(this.missing);
    return this.ownArgs;
  }

  set args(args: readonly Value[]) {
    if (this.missing !== null) this.describeMissing(this.missing);
    this.ownArgs = args;
  }

  /** Values of the type's own members (`errno`, `value`, `name` ...), by name. */
  get fields(): Map<string, Value> | null {
    if (this.missing !== null) this.describeMissing(this.missing);
    return this.ownFields;
  }

  set fields(fields: Map<string, Value> | null) {
    if (this.missing !== null) this.describeMissing(this.missing);
    this.ownFields = fields;
  }

  private describeMissing({ object, owner, name }: MissingAttribute): void {
    this.missing = null;
    this.ownArgs = [strFromText(`'${owner}' object has no attribute '${name}'`)];
    this.ownFields = new Map<string, Value>([
      ['name', strOfName(name)],
      ['obj', object],
    ]);
  }
}

interface MissingAttribute {
  readonly object: Value;
  readonly owner: string;
  readonly name: string;
}

const NOTHING: readonly Value[] = [];

/**
 * Builtin exception types by name, filled by types/exceptions.ts. Lets every file raise without importing the declarations, which
 * stand on top of the object space.
 */
export const exceptionTypes = {} as Record<string, PyType>;

export type ExceptionName =
  | 'BaseException'
  | 'Exception'
  | 'TypeError'
  | 'ValueError'
  | 'KeyError'
  | 'IndexError'
  | 'LookupError'
  | 'AttributeError'
  | 'NameError'
  | 'UnboundLocalError'
  | 'ZeroDivisionError'
  | 'OverflowError'
  | 'ArithmeticError'
  | 'FloatingPointError'
  | 'RuntimeError'
  | 'RecursionError'
  | 'NotImplementedError'
  | 'StopIteration'
  | 'StopAsyncIteration'
  | 'GeneratorExit'
  | 'KeyboardInterrupt'
  | 'SystemExit'
  | 'SystemError'
  | 'MemoryError'
  | 'BufferError'
  | 'AssertionError'
  | 'ImportError'
  | 'ModuleNotFoundError'
  | 'EOFError'
  | 'OSError'
  | 'FileNotFoundError'
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'UnicodeError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'ReferenceError'
  | 'BaseExceptionGroup'
  | 'ExceptionGroup'
  | 'Warning'
  | 'DeprecationWarning'
  | 'SyntaxWarning'
  | 'RuntimeWarning';

/** A new exception object of a builtin type that needs no fields. Texts put together from names may hold pairs of surrogates. */
export function newException(name: ExceptionName, ...args: Value[]): PyBaseException {
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (typeof arg === 'string') args[index] = strFromText(arg);
  }
  return new PyBaseException(exceptionTypes[name].instanceShape, args);
}

/** Sets the exception in flight; the handled one becomes its context, as `raise` does. */
export function raiseObject(exception: PyBaseException): Exit {
  chainToHandled(exception);
  state.exception = exception;
  return EXIT;
}

/** Makes the exception that is being handled the context of `exception`. */
export function chainToHandled(exception: PyBaseException): void {
  const handled = state.handled;
  if (handled === null || handled === exception) return;
  breakContextCycle(handled, exception);
  exception.context = handled;
}

/** If `exception` is already in the context chain of `handled`, cuts it there: chains are never cyclic. */
function breakContextCycle(handled: PyBaseException, exception: PyBaseException): void {
  let link = handled;
  let slow = handled;
  for (let step = 0; link.context !== null; step++) {
    if (link.context === exception) {
      link.context = null;
      return;
    }
    link = link.context;
    if (step % 2 === 1) slow = slow.context!;
    if (slow === link) return;
  }
}

/** Raises: `return raise('TypeError', 'text')`. */
export function raise(name: ExceptionName, ...args: Value[]): Exit {
  return raiseObject(newException(name, ...args));
}

export const raiseTypeError = (message: string): Exit => raise('TypeError', message);
export const raiseValueError = (message: string): Exit => raise('ValueError', message);

/** Takes the exception in flight; the caller throws or handles it. */
export function takeException(): PyBaseException {
  const exception = state.exception!;
  state.exception = null;
  return exception;
}

/** On cold paths of builtins: `throw error('ValueError', 'text')`; the gateway that called the builtin catches it. */
export const error = newException;

/** On cold paths of builtins: turns EXIT into a JS throw of the exception, and gives everything else back. */
export function orThrow<T>(result: T | Exit): T {
  if (result === EXIT) throw takeException();
  return result as T;
}

/** In the gateway: turns what a builtin threw into EXIT. Host errors become Python exceptions here, never crashes. */
export function caught(thrown: unknown): Exit {
  if (thrown instanceof PyBaseException) {
    // One that was in flight before keeps the context that it got when it was raised.
    if (thrown.context === null) return raiseObject(thrown);
    state.exception = thrown;
    return EXIT;
  }
  if (thrown instanceof RangeError && /call stack|recursion/i.test(thrown.message)) {
    return raise('RecursionError', 'maximum recursion depth exceeded');
  }
  if (
    thrown instanceof RangeError &&
    /BigInt|array|string|allocation|buffer|maximum size|count value/i.test(thrown.message)
  )
    return raise('MemoryError');
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return raise('SystemError', `internal error: ${text}`);
}

/** Whether the exception in flight is of a builtin type. */
export function isInFlight(name: ExceptionName): boolean {
  return state.exception !== null && state.exception.shape.type.isSubtypeOf(exceptionTypes[name]);
}

/** Swallows the exception in flight if it is of the given type; otherwise it stays. */
export function swallow(name: ExceptionName): boolean {
  if (!isInFlight(name)) return false;
  state.exception = null;
  return true;
}

export type { Result };
