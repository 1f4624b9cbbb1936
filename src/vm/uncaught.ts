/** What happens to exceptions that nobody catches: `sys.excepthook`, `SystemExit`, exceptions in places that cannot raise. */
import { getAttribute } from '../objspace/attributes.ts';
import { exceptionTypes, type PyBaseException, takeException } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call, str } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { strFromText, textOf } from '../objspace/types/str/str.ts';
import { services } from '../interpreter/services.ts';
import { exceptionDisplay, unraisableHookArgs } from '../modules/sys/hooks.ts';
import { formatException, formatUnraisable } from './traceback-display.ts';

/** Writes to `sys.stderr`; what cannot be written is lost, as in CPython. */
export function writeError(text: string): void {
  const stderr = services().sys.getStr('stderr');
  if (stderr === undefined || stderr === null) return;
  const write = getAttribute(stderr, 'write');
  if (write !== EXIT && call(write as Value, [strFromText(text)]) !== EXIT) {
    const flush = getAttribute(stderr, 'flush');
    if (flush !== EXIT) call(flush as Value, []);
  }
  state.exception = null;
}

/** The display that `sys.excepthook` and the last resort write. */
export function printException(exception: PyBaseException): void {
  writeError(formatException(exception));
}

exceptionDisplay.print = printException;
exceptionDisplay.message = writeError;
exceptionDisplay.unraisable = (exception, message, object) => writeError(formatUnraisable(exception, message, object));

function isExit(exception: PyBaseException): boolean {
  return exception.shape.type.isSubtypeOf(exceptionTypes['SystemExit']);
}

/** The exit status of SystemExit; a code that is no int is printed. */
function statusOfExit(exception: PyBaseException): number {
  const code = exception.fields?.get('code') ?? (exception.args.length === 1 ? exception.args[0] : null);
  if (code === null) return 0;
  if (typeof code === 'number') return code & 0xff;
  if (typeof code === 'boolean') return code ? 1 : 0;
  if (typeof code === 'bigint') return code === BigInt.asIntN(64, code) ? Number(BigInt.asUintN(8, code)) : 255;
  const text = str(code);
  state.exception = null;
  writeError(`${text === EXIT ? '' : textOf(text as Value)}\n`);
  return 1;
}

/** The exit status of a program that SIGINT ended: as in `subprocess`, the negative number of the signal. */
const ENDED_BY_INTERRUPT = -2;

/** Deals with the exception in flight at the top of the program; answers the exit status. */
export function handleUncaught(): number {
  const exception = takeException();
  state.handled = null;
  services().limits.restartForEnd();
  if (isExit(exception)) return statusOfExit(exception);
  const { sys } = services();
  sys.setStr('last_exc', exception);
  sys.setStr('last_type', exception.shape.type);
  sys.setStr('last_value', exception);
  sys.setStr('last_traceback', exception.traceback);
  callHook(exception);
  return exception.shape.type === exceptionTypes['KeyboardInterrupt'] ? ENDED_BY_INTERRUPT : 1;
}

function callHook(exception: PyBaseException): void {
  const hook = services().sys.getStr('excepthook');
  if (hook === undefined || hook === null) {
    writeError('sys.excepthook is missing\n');
    printException(exception);
    return;
  }
  const result = call(hook, [exception.shape.type, exception, exception.traceback]);
  if (result !== EXIT) return;
  const second = takeException();
  writeError('Error in sys.excepthook:\n');
  printException(second);
  writeError('\nOriginal exception was:\n');
  printException(exception);
}

/** `sys.unraisablehook` for an exception that cannot propagate. */
export function showUnraisable(exception: PyBaseException, message: Value, object: Value): void {
  const saved = state.exception;
  state.exception = null;
  const hook = services().sys.getStr('unraisablehook');
  if (hook !== undefined && hook !== null) {
    const info = unraisableHookArgs.make([exception.shape.type, exception, exception.traceback, message, object]);
    if (call(hook, [info]) === EXIT) printException(takeException());
  }
  state.exception = saved;
}
