/** What happens to exceptions that nobody catches: `sys.excepthook`, `SystemExit`, exceptions in places that cannot raise. */
import { getAttribute } from '../objspace/attributes.ts';
import { isRefused } from '../objspace/audit.ts';
import { exceptionTypes, type PyBaseException, swallow, takeException } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call, str, repr, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { type Int, intOperand } from '../objspace/types/int/int-object.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { services } from '../interpreter/services.ts';
import { exceptionDisplay, unraisableHookArgs } from '../modules/sys/hooks.ts';
import { formatException } from './traceback-display.ts';
import { formatUnraisable } from './unraisable-display.ts';
import { PyTraceback } from '../interpreter/traceback.ts';
import { HostError } from '../host/host.ts';
import { safeText } from './traceback/report.ts';

const STANDARD_ERROR = 2;

/** Writes to `sys.stderr`; false if it does not take it. */
function writeToStderr(stderr: Value | undefined, text: string): boolean {
  const write = stderr === undefined ? EXIT : getAttribute(stderr, 'write');
  const isWritten = write !== EXIT && call(write as Value, [strFromText(text)]) !== EXIT;
  const flush = isWritten ? getAttribute(stderr!, 'flush') : EXIT;
  if (flush !== EXIT) call(flush as Value, []);
  state.exception = null;
  return isWritten;
}

/** Writes to `sys.stderr`; what cannot be written is lost, as in CPython. */
export function writeError(text: string): void {
  const stderr = services().sys.getStr('stderr');
  if (stderr !== null) writeToStderr(stderr, text);
}

/** Writes to the descriptor of standard error, past `sys.stderr`. */
export function writeToDescriptor(text: string): void {
  const { files } = services().host;
  const bytes = new TextEncoder().encode(text);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += files.write(STANDARD_ERROR, bytes.subarray(offset));
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
  }
}

/** The display that `sys.excepthook` and the last resort write; without a stream that takes it, what the C code says of an object. */
export function printException(exception: PyBaseException): void {
  const stderr = services().sys.getStr('stderr');
  if (stderr === null || writeToStderr(stderr, formatException(exception))) return;
  const shown = safeText(() => repr(exception), '<object repr() failed>');
  writeToDescriptor(`object type name: ${typeName(exception)}\nobject repr     : ${shown}\nlost sys.stderr\n`);
}

exceptionDisplay.print = printException;
exceptionDisplay.message = writeError;
exceptionDisplay.unraisable = (type, value, traceback, message, object) =>
  writeError(
    formatUnraisable({ type, value, traceback: traceback instanceof PyTraceback ? traceback : null, message, object }),
  );

/** Before it ends the program, its text is shown, wherever that is still possible. */
function printExitText(code: Value): void {
  const stderr = services().sys.getStr('stderr') ?? null;
  const text = `${safeText(() => str(code), '')}`;
  if (stderr === null) writeToDescriptor(`${text}\n`);
  else if (!writeToStderr(stderr, `${text}\n`)) writeToDescriptor('\n');
}

function isExit(exception: PyBaseException): boolean {
  return exception.shape.type.isSubtypeOf(exceptionTypes['SystemExit']);
}

/** As the C library cuts a long; what is no long counts as -1. */
function statusOf(code: Int): number {
  if (typeof code === 'number') return code & 0xff;
  return code === BigInt.asIntN(64, code) ? Number(BigInt.asUintN(8, code)) : 255;
}

/** The exit status of SystemExit; a code that is no int is printed. */
function statusOfExit(exception: PyBaseException): number {
  const found = getAttribute(exception, 'code');
  if (found === EXIT) state.exception = null;
  // An exception that does not tell its code is one itself.
  const code = found === EXIT ? exception : (found as Value);
  if (code === null) return 0;
  const int = intOperand(code);
  if (int !== undefined) return statusOf(int);
  printExitText(code);
  return 1;
}

/** The exit status of a program that SIGINT ended: as in `subprocess`, the negative number of the signal. */
const ENDED_BY_INTERRUPT = -2;

/** What comes of an exception that nobody caught. */
export interface Ending {
  readonly status: number;
  /** Whether it was a request to end the program. */
  readonly isExit: boolean;
}

/** Deals with the exception in flight at the top of the program; answers the exit status. */
export function handleUncaught(): number {
  return endingOf(true).status;
}

/** The same; SystemExit is an exception like others where the prompt follows (`honoursExit` is false). */
export function endingOf(honoursExit: boolean): Ending {
  const exception = takeException();
  state.handled = null;
  services().limits.restartForEnd();
  if (honoursExit && isExit(exception)) return { status: statusOfExit(exception), isExit: true };
  const { sys } = services();
  sys.setStr('last_exc', exception);
  sys.setStr('last_type', exception.shape.type);
  sys.setStr('last_value', exception);
  sys.setStr('last_traceback', exception.traceback);
  const ending = callHook(exception, honoursExit);
  if (ending !== undefined) return ending;
  const wasInterrupted = exception.shape.type === exceptionTypes['KeyboardInterrupt'];
  return { status: wasInterrupted ? ENDED_BY_INTERRUPT : 1, isExit: false };
}

/** `sys.excepthook`, which may end the program itself. */
function callHook(exception: PyBaseException, honoursExit: boolean): Ending | undefined {
  const hook = services().sys.getStr('excepthook');
  const { type } = exception.shape;
  if (isRefused('sys.excepthook', hook ?? null, type, exception, exception.traceback)) {
    if (swallow('RuntimeError')) return undefined;
    showUnraisable(takeException(), 'Exception ignored in audit hook', null);
  }
  if (hook === undefined) {
    writeError('sys.excepthook is missing\n');
    printException(exception);
    return undefined;
  }
  if (call(hook, [type, exception, exception.traceback]) !== EXIT) return undefined;
  const second = takeException();
  if (honoursExit && isExit(second)) return { status: statusOfExit(second), isExit: true };
  writeError('Error in sys.excepthook:\n');
  printException(second);
  writeError('\nOriginal exception was:\n');
  printException(exception);
  return undefined;
}

/** What an audit hook raises in place of a hook for exceptions is shown in the usual way. */
function showRefused(exception: PyBaseException): void {
  const message = 'Exception ignored in audit hook';
  exceptionDisplay.unraisable(exception.shape.type, exception, exception.traceback, message, null);
}

/** `sys.unraisablehook` for an exception that cannot propagate. */
export function showUnraisable(exception: PyBaseException, message: Value, object: Value): void {
  const saved = state.exception;
  state.exception = null;
  const hook = services().sys.getStr('unraisablehook');
  if (hook !== undefined && hook !== null) {
    const info = unraisableHookArgs.make([exception.shape.type, exception, exception.traceback, message, object]);
    if (isRefused('sys.unraisablehook', hook, info)) showRefused(takeException());
    else if (call(hook, [info]) === EXIT) printException(takeException());
  }
  state.exception = saved;
}
