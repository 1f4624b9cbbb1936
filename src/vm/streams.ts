/** `sys.stdin`, `sys.stdout`, `sys.stderr`: made of the `_io` module's types, as CPython's start-up makes them. */
import { HostError } from '../host/host.ts';
import { getAttribute, setAttribute } from '../objspace/attributes.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import type { Interpreter } from './interpreter.ts';
import { state } from '../objspace/state.ts';
import { flushDirtyStreams } from '../modules/_io/support.ts';

type StreamName = 'stdin' | 'stdout' | 'stderr';

const DESCRIPTORS: Record<StreamName, number> = { stdin: 0, stdout: 1, stderr: 2 };

function isOpen(interpreter: Interpreter, fd: number): boolean {
  try {
    interpreter.host.files.fstat(fd);
    return true;
  } catch (thrown) {
    if (thrown instanceof HostError) return false;
    throw thrown;
  }
}

interface Encoding {
  encoding: string;
  errors: string;
}

/** Locales that say nothing about the encoding of text: what is no UTF-8 passes through. */
const UNSPECIFIC_LOCALES = new Set(['', 'C', 'POSIX', 'C.UTF-8', 'C.utf8', 'UTF-8']);

function errorsOfLocale(interpreter: Interpreter): string {
  const { environment } = interpreter.host;
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => environment.get(name) ?? '').find((name) => name !== '');
  return UNSPECIFIC_LOCALES.has(locale ?? '') ? 'surrogateescape' : 'strict';
}

/** PYTHONIOENCODING is `encoding:errors`, either of which may be missing. */
function encodingOf(interpreter: Interpreter, name: StreamName): Encoding {
  const setting = interpreter.options.ignoreEnvironment
    ? undefined
    : interpreter.host.environment.get('PYTHONIOENCODING');
  const [encoding, errors] = (setting ?? '').split(':');
  const standard = name === 'stderr' ? 'backslashreplace' : errorsOfLocale(interpreter);
  return {
    encoding: encoding === '' ? 'utf-8' : encoding,
    errors: name === 'stderr' ? standard : (errors ?? '') !== '' ? errors : encoding === '' ? standard : 'strict',
  };
}

function openStream(interpreter: Interpreter, io: Value, name: StreamName): Value {
  const fd = DESCRIPTORS[name];
  if (!isOpen(interpreter, fd)) return null;
  const isUnbuffered = interpreter.options.unbuffered && name !== 'stdin';
  const mode = name === 'stdin' ? 'rb' : 'wb';
  const make = (type: string, args: Value[], keywords: string[]): Value | typeof EXIT => {
    const callee = getAttribute(io, type);
    return callee === EXIT ? EXIT : (call(callee as Value, args, keywords) as Value);
  };
  const buffer = make('open', [fd, mode, isUnbuffered ? 0 : -1, false], ['mode', 'buffering', 'closefd']);
  if (buffer === EXIT) return lost();
  const raw = isUnbuffered ? buffer : getAttribute(buffer as Value, 'raw');
  if (raw !== EXIT) setAttribute(raw as Value, 'name', `<${name}>`);
  const { encoding, errors } = encodingOf(interpreter, name);
  const wantsLines = name === 'stderr' || interpreter.options.lineBuffering || interpreter.host.files.isatty(fd);
  const isLineBuffered = !isUnbuffered && wantsLines;
  const stream = make(
    'TextIOWrapper',
    [buffer as Value, encoding, errors, '\n', isLineBuffered, isUnbuffered],
    ['encoding', 'errors', 'newline', 'line_buffering', 'write_through'],
  );
  if (stream === EXIT) return lost();
  setAttribute(stream as Value, 'mode', name === 'stdin' ? 'r' : 'w');
  return stream as Value;
}

/** A stream that cannot be made is None, as after a failed start in a process without descriptors. */
function lost(): null {
  state.exception = null;
  return null;
}

export function openStandardStreams(interpreter: Interpreter): void {
  const io = interpreter.createBuiltinModule('_io');
  if (io === undefined) return;
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = openStream(interpreter, io, name);
    interpreter.sys.setStr(name, stream);
    interpreter.sys.setStr(`__${name}__`, stream);
  }
}

/** Makes the streams whose codec had to be imported first. */
export function openRemainingStreams(interpreter: Interpreter): void {
  const io = interpreter.createBuiltinModule('_io');
  if (io === undefined) return;
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    if (interpreter.sys.getStr(name) !== null) continue;
    const stream = openStream(interpreter, io, name);
    interpreter.sys.setStr(name, stream);
    interpreter.sys.setStr(`__${name}__`, stream);
  }
}

/** Flushes at exit; false if that failed. */
export function flushStandardStreams(interpreter: Interpreter): boolean {
  flushDirtyStreams();
  let isFine = true;
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = interpreter.sys.getStr(name);
    if (stream === undefined || stream === null) continue;
    const closed = getAttribute(stream, 'closed');
    if (closed === EXIT) state.exception = null;
    if (closed === true) continue;
    const flush = getAttribute(stream, 'flush');
    if (flush === EXIT || call(flush as Value, []) === EXIT) {
      isFine = false;
      // Of standard error nobody could be told.
      if (name === 'stdout')
        interpreter.unraisable(state.exception!, null, 'Exception ignored while flushing sys.stdout');
      state.exception = null;
    }
  }
  return isFine;
}
