/** `sys.stdin`, `sys.stdout`, `sys.stderr`: made of the `_io` module's types, as CPython's start-up makes them. */
import { HostError } from '../host/host.ts';
import { lookupCodec } from '../objspace/codecs/registry.ts';
import { takeException } from '../objspace/exception.ts';
import { getAttribute, setAttribute } from '../objspace/attributes.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { isText, type Text, textOf } from '../objspace/types/str/text.ts';
import type { Interpreter } from './interpreter.ts';
import { RUNTIME_STATE, StartFailure } from './start-failure.ts';
import { formatException } from './traceback-display.ts';
import { state } from '../objspace/state.ts';
import { flushDirtyStreams } from '../modules/_io/support.ts';

type StreamName = 'stdin' | 'stdout' | 'stderr';

const DESCRIPTORS: Record<StreamName, number> = { stdin: 0, stdout: 1, stderr: 2 };

const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;

function isOpen(interpreter: Interpreter, fd: number): boolean {
  try {
    const isFolder = (interpreter.host.files.fstat(fd).mode & S_IFMT) === S_IFDIR;
    if (isFolder && fd === DESCRIPTORS.stdin)
      throw new StartFailure(`init_sys_streams: <stdin> is a directory, cannot continue\n${RUNTIME_STATE}`);
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
function requestedEncoding(interpreter: Interpreter): Encoding {
  const { options, host } = interpreter;
  const setting = (options.ignoreEnvironment ? undefined : host.environment.get('PYTHONIOENCODING')) ?? '';
  const colon = setting.indexOf(':');
  return colon < 0
    ? { encoding: setting, errors: '' }
    : { encoding: setting.slice(0, colon), errors: setting.slice(colon + 1) };
}

/** The encoding of the streams, by its codec's own name, and how stdin and stdout treat what it does not have. */
function standardEncoding(interpreter: Interpreter): Encoding {
  const { encoding, errors } = requestedEncoding(interpreter);
  if (encoding === '') return { encoding: 'utf-8', errors: errors === '' ? errorsOfLocale(interpreter) : errors };
  const name = codecName(encoding);
  if (name === EXIT) throw fatal('init_stdio_encoding: failed to get the Python codec name of the stdio encoding');
  return { encoding: name as string, errors: errors === '' ? 'strict' : errors };
}

function codecName(encoding: string): string | typeof EXIT {
  const codec = lookupCodec(encoding);
  const name = codec === EXIT ? EXIT : getAttribute(codec as Value, 'name');
  if (name === EXIT) return EXIT;
  return isText(name as Value) ? textOf(name as Text) : encoding;
}

function openStream(interpreter: Interpreter, io: Value, name: StreamName, { encoding, errors }: Encoding): Value {
  const fd = DESCRIPTORS[name];
  if (!isOpen(interpreter, fd)) return null;
  const isUnbuffered = interpreter.options.unbuffered && name !== 'stdin';
  const mode = name === 'stdin' ? 'rb' : 'wb';
  const make = (type: string, args: Value[], keywords: string[]): Value | typeof EXIT => {
    const callee = getAttribute(io, type);
    return callee === EXIT ? EXIT : (call(callee as Value, args, keywords) as Value);
  };
  const buffer = make('open', [fd, mode, isUnbuffered ? 0 : -1, false], ['mode', 'buffering', 'closefd']);
  if (buffer === EXIT) throw cannotOpen();
  const raw = isUnbuffered ? buffer : getAttribute(buffer as Value, 'raw');
  if (raw !== EXIT) setAttribute(raw as Value, 'name', `<${name}>`);
  const wantsLines = name === 'stderr' || interpreter.options.lineBuffering || interpreter.host.files.isatty(fd);
  const isLineBuffered = !isUnbuffered && wantsLines;
  const stream = make(
    'TextIOWrapper',
    [buffer as Value, encoding, name === 'stderr' ? 'backslashreplace' : errors, '\n', isLineBuffered, isUnbuffered],
    ['encoding', 'errors', 'newline', 'line_buffering', 'write_through'],
  );
  if (stream === EXIT) throw cannotOpen();
  setAttribute(stream as Value, 'mode', name === 'stdin' ? 'r' : 'w');
  return stream as Value;
}

/** With the exception in flight, as CPython's fatal errors at the start. */
function fatal(text: string): StartFailure {
  return new StartFailure(`${text}\n${RUNTIME_STATE}\n${formatException(takeException(), false).replace(/\n$/, '')}`);
}

function cannotOpen(): StartFailure {
  return fatal("init_sys_streams: can't initialize sys standard streams");
}

function openStandardStreams(interpreter: Interpreter): void {
  const io = interpreter.createBuiltinModule('_io');
  if (io === undefined) return;
  const encoding = standardEncoding(interpreter);
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = openStream(interpreter, io, name, encoding);
    interpreter.sys.setStr(name, stream);
    interpreter.sys.setStr(`__${name}__`, stream);
  }
}

/** Before anything can be imported: UTF-8 is at hand. */
export function openPlainStreams(interpreter: Interpreter): void {
  if (requestedEncoding(interpreter).encoding === '') openStandardStreams(interpreter);
}

/** Streams with a codec that was asked for, which may have to be imported. */
export function openEncodedStreams(interpreter: Interpreter): void {
  if (requestedEncoding(interpreter).encoding !== '') openStandardStreams(interpreter);
}

/** Behind a program and each statement of the prompt, before an exception that it raised is shown; what cannot be written waits for the exit. */
export function flushBehindProgram({ sys }: Interpreter): void {
  const raised = state.exception;
  state.exception = null;
  for (const name of ['stderr', 'stdout'] as const) {
    const stream = sys.getStr(name);
    const flush = stream === undefined || stream === null ? EXIT : getAttribute(stream, 'flush');
    if (flush !== EXIT) call(flush as Value, []);
    state.exception = null;
  }
  state.exception = raised;
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
