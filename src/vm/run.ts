/** Running programs: a file, a string, a module, a folder or archive; and the end of an interpreter. */
import { HostError } from '../host/host.ts';
import { audit, isRefused } from '../objspace/audit.ts';
import { PyCode } from '../interpreter/py-code.ts';
import { getAttribute, setAttribute } from '../objspace/attributes.ts';
import { PyBaseException, raiseObject } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { runCode } from '../interpreter/call.ts';
import { errnoMessage, ERRNO_BY_NAME } from '../util/errno.ts';
import { dedent } from './traceback/text.ts';
import { importByName } from './importer.ts';
import type { Interpreter } from './interpreter.ts';
import { absolute } from './paths.ts';
import { mainModule } from './startup.ts';
import { flushBehindProgram, flushStandardStreams } from './streams.ts';
import { endingOf, handleUncaught, writeError } from './uncaught.ts';
import { exitCallbacks } from '../interpreter/exit-callbacks.ts';
import { registerSource } from './source-lines.ts';
import { warnUnawaited } from './unawaited.ts';
import { services } from '../interpreter/services.ts';
import { onHost } from '../interpreter/host-errors.ts';
import { strFromText } from '../objspace/types/str/str.ts';

/** Compiles and runs a source in `__main__`. */
function runSource(interpreter: Interpreter, source: Value, filename: string, isFile: boolean): Result {
  const { dict } = mainModule(interpreter);
  try {
    const code = interpreter.compiler.compile(source, filename, 'exec', 0, -1, isFile);
    audit('exec', PyCode.of(code));
    const result = runCode(code, dict, interpreter.builtins, dict, []);
    if (isFile) flushBehindProgram(interpreter);
    return result;
  } catch (thrown) {
    if (thrown instanceof PyBaseException) return raiseObject(thrown);
    throw thrown;
  }
}

function setArguments(interpreter: Interpreter, argv: readonly string[]): void {
  interpreter.sys.setStr('argv', PyList.of([...argv]) as Value);
}

/** Puts the folder of the program in front of `sys.path`, unless -P or -I says not to. */
function putOnPath(interpreter: Interpreter, entry: string): void {
  if (interpreter.options.safePath || interpreter.options.isolated) return;
  interpreter.scriptFolder = entry === '' ? interpreter.host.files.cwd() : entry;
  const path = interpreter.sys.getStr('path');
  if (path instanceof PyList) {
    const entries = path.toArray();
    path.clear();
    for (const item of [entry, ...entries]) path.append(item);
  }
}

/** Deals with what is not caught; answers the exit status. Where the prompt follows, nothing ends the program. */
export function toStatus(result: Result): number {
  return result === EXIT ? endingOf(services().options.inspect === 0).status : 0;
}

/** Tells audit hooks what is going to run: what they refuse does not. */
function unlessRefused(event: string, subject: Value | undefined, run: () => Result): number {
  const told = subject === undefined ? [] : [subject];
  return toStatus(isRefused(event, ...told) ? EXIT : run());
}

/** `-c command`. */
export function runCommand(interpreter: Interpreter, command: string, args: readonly string[]): number {
  setArguments(interpreter, ['-c', ...args]);
  putOnPath(interpreter, '');
  const source = flushLeft(command);
  registerSource('<string>', source);
  return unlessRefused('cpython.run_command', `${command}\n`, () => runSource(interpreter, source, '<string>', false));
}

/** A command may be indented as a whole; one that is not stays as it is, blank lines in its strings included. */
function flushLeft(command: string): string {
  return command.split('\n').some((line) => !/^[ \t]/.test(line) && line !== '') ? command : dedent(command);
}

/** `typhon -`, or a program on standard input. */
export function runStandardInput(interpreter: Interpreter, args: readonly string[]): number {
  setArguments(interpreter, args);
  putOnPath(interpreter, '');
  const source = readAll(interpreter, 0);
  mainModule(interpreter).dict.setStr('__file__', '<stdin>');
  return unlessRefused('cpython.run_stdin', undefined, () =>
    runSource(interpreter, new PyBytes(source) as Value, '<stdin>', true),
  );
}

function readAll(interpreter: Interpreter, fd: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = new Uint8Array(65536);
    const count = interpreter.host.files.read(fd, chunk);
    if (typeof count !== 'number' || count === 0) break;
    chunks.push(chunk.subarray(0, count));
    size += count;
  }
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function cannotOpen(interpreter: Interpreter, path: string, code: string): number {
  const number = ERRNO_BY_NAME.get(code) ?? 5;
  const name = interpreter.host.system.executable;
  writeError(`${name}: can't open file '${absolute(interpreter, path)}': [Errno ${number}] ${errnoMessage(number)}\n`);
  return 2;
}

/** A program in a file; a folder or archive runs its `__main__`. */
export function runFile(
  interpreter: Interpreter,
  path: string,
  args: readonly string[],
  skipsFirstLine = false,
): number {
  setArguments(interpreter, [path, ...args]);
  let source: Uint8Array;
  try {
    const status = interpreter.host.files.stat(path, true);
    if ((status.mode & 0o170000) === 0o040000) return runContainer(interpreter, path);
    const fd = interpreter.host.files.open(path, 0, 0);
    source = readAll(interpreter, fd);
    interpreter.host.files.close(fd);
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
    if (isRefused('cpython.run_file', strFromText(absolute(interpreter, path)))) return toStatus(EXIT);
    return cannotOpen(interpreter, path, thrown.code);
  }
  if (isZip(source)) return runContainer(interpreter, path);
  if (skipsFirstLine) source = withoutFirstLine(source);
  const full = absolute(interpreter, path);
  const folder = full.slice(0, Math.max(full.lastIndexOf('/'), full.lastIndexOf('\\')));
  putOnPath(interpreter, realFolder(interpreter, path, folder === '' ? '/' : folder));
  const main = mainModule(interpreter);
  main.dict.setStr('__file__', full);
  main.dict.setStr('__cached__', null);
  setLoader(interpreter, full);
  return unlessRefused('cpython.run_file', strFromText(full), () =>
    isRefused('open', strFromText(full), 'rb', 0)
      ? EXIT
      : runSource(interpreter, new PyBytes(source) as Value, full, true),
  );
}

/** A script that is a symbolic link finds its neighbours where the file is. */
function realFolder(interpreter: Interpreter, path: string, folder: string): string {
  try {
    const target = interpreter.host.files.readLink(path);
    const full = target.startsWith('/') ? target : `${folder}/${target}`;
    return full.slice(0, full.lastIndexOf('/')) || '/';
  } catch {
    return folder;
  }
}

/** PYTHONSTARTUP: runs in `__main__` before the prompt; what goes wrong in it is shown. */
export function runStartupFile(interpreter: Interpreter): void {
  const { host, options } = interpreter;
  const path = options.ignoreEnvironment ? undefined : host.environment.get('PYTHONSTARTUP');
  if (path === undefined || path === '') return;
  if (isRefused('cpython.run_startup', strFromText(path)) || isRefused('open', strFromText(path), 'r', 0)) {
    endingOf(true);
    return;
  }
  const source = onHost(() => {
    const fd = host.files.open(path, 0, 0);
    const bytes = readAll(interpreter, fd);
    host.files.close(fd);
    return bytes;
  }, strFromText(path));
  const { dict } = mainModule(interpreter);
  let result: Result = EXIT;
  if (source === EXIT) {
    const failure = state.exception;
    writeError('Could not open PYTHONSTARTUP\n');
    state.exception = failure;
  } else {
    dict.setStr('__file__', path);
    result = runSource(interpreter, new PyBytes(source as Uint8Array) as Value, path, true);
  }
  if (result === EXIT) endingOf(true);
  dict.deleteStr('__file__');
}

function setLoader(interpreter: Interpreter, path: string): void {
  const external = interpreter.modules.getStr('_frozen_importlib_external');
  const cls = external === undefined ? EXIT : getAttribute(external, 'SourceFileLoader');
  const loader = cls === EXIT ? EXIT : call(cls as Value, ['__main__', path]);
  if (loader !== EXIT) setAttribute(mainModule(interpreter), '__loader__', loader as Value);
  state.exception = null;
}

const ARCHIVE_END = [0x50, 0x4b, 5, 6];
const ARCHIVE_END_LENGTH = 22;
const MAX_ARCHIVE_COMMENT = 65535;

/** Whether the file ends as an archive does: before it there may be anything, such as a line for the shell. */
function isZip(bytes: Uint8Array): boolean {
  const last = bytes.length - ARCHIVE_END_LENGTH;
  for (let at = last; at >= 0 && last - at <= MAX_ARCHIVE_COMMENT; at--) {
    if (!ARCHIVE_END.every((byte, index) => bytes[at + index] === byte)) continue;
    if (bytes[at + 20] + bytes[at + 21] * 256 === last - at) return true;
  }
  return false;
}

/** -x: for scripts that begin with a command of another shell; line numbers stay. */
function withoutFirstLine(source: Uint8Array): Uint8Array {
  const end = source.indexOf(10);
  return end < 0 ? new Uint8Array() : source.subarray(end);
}

function runContainer(interpreter: Interpreter, path: string): number {
  putOnPath(interpreter, absolute(interpreter, path));
  return unlessRefused('cpython.run_module', '__main__', () => callRunpy('_run_module_as_main', ['__main__', false]));
}

/** `-m module`. */
export function runModule(interpreter: Interpreter, name: string, args: readonly string[]): number {
  setArguments(interpreter, ['-m', ...args]);
  putOnPath(interpreter, interpreter.host.files.cwd());
  return unlessRefused('cpython.run_module', strFromText(name), () => callRunpy('_run_module_as_main', [name, true]));
}

function callRunpy(name: string, args: Value[]): Result {
  const runpy = importByName('runpy');
  const callee = runpy === EXIT ? EXIT : getAttribute(runpy as Value, name);
  return callee === EXIT ? EXIT : call(callee as Value, args);
}

/** The end: threads, `atexit`, standard streams. Answers the exit status of the process. */
export function finish(interpreter: Interpreter, status: number): number {
  const threading = interpreter.modules.getStr('threading');
  if (threading !== undefined && threading !== null) {
    const shutdown = getAttribute(threading, '_shutdown');
    if (shutdown === EXIT || call(shutdown as Value, []) === EXIT) handleUncaught();
  }
  exitCallbacks().run();
  warnUnawaited();
  interpreter.isFinalizing = true;
  return flushStandardStreams(interpreter) ? status : 120;
}
