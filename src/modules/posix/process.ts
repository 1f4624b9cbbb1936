/** Functions of `posix` on the process and its environment, and small pure ones. */
import { Joiner } from '../../util/joiner.ts';
import { intArgument, MAX_SIZE, raiseTooLarge, ssizeArgument } from '../../objspace/types/bytes/allocate.ts';
import { audit } from '../../objspace/audit.ts';
import { error, newException, orThrow, raiseObject, raiseValueError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { signalHandler } from '../../interpreter/safepoint.ts';
import { services } from '../../interpreter/services.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';
import { errnoMessage } from '../../util/errno.ts';
import { currentEnvironment } from './environment.ts';
import { pathArgument } from '../../objspace/gateway/path-arguments.ts';
import { encodeName, nameLike, textLikePath } from './paths.ts';

function environment(): PyDict {
  const dict = new PyDict();
  for (const [name, value] of services().host.environment) orThrow(dict.set(encodeName(name), encodeName(value)));
  return dict;
}

const unameResult = structSequence(
  'posix.uname_result',
  'uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.',
  [
    ['sysname', 'operating system name'],
    ['nodename', 'name of machine on network (implementation-defined)'],
    ['release', 'operating system release'],
    ['version', 'operating system version'],
    ['machine', 'hardware identifier'],
  ],
);

const timesResult = structSequence(
  'posix.times_result',
  'times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.',
  [
    ['user', 'user time'],
    ['system', 'system time'],
    ['children_user', 'user time of children'],
    ['children_system', 'system time of children'],
    ['elapsed', 'elapsed time since an arbitrary point in the past'],
  ],
);

/** Random bytes that are made in one go. */
const AT_ONCE = 1 << 16;

function randomBytes(sizeValue: Value): Result {
  const size = orThrow(ssizeArgument(sizeValue)) as number;
  if (size < 0) throw error('ValueError', 'negative argument not allowed');
  if (size > MAX_SIZE) return raiseTooLarge(sizeValue);
  const bytes = newBytes(size);
  const { host } = services();
  for (let start = 0; start < size; start += AT_ONCE) {
    host.entropy(bytes.subarray(start, start + AT_ONCE));
    if (size > AT_ONCE) worked(AT_ONCE);
  }
  return new PyBytes(bytes) as Value;
}

/** `os._exit`: ends without finalisation. Where no process can be ended, it ends as `sys.exit` does. */
function exitNow(status: number): Result {
  services().host.exit?.(status);
  const exception = newException('SystemExit', status);
  exception.fields = new Map<string, Value>([['code', status]]);
  return raiseObject(exception);
}

const SIGABRT = 6;

/** Work of looking at a part of a path. */
const PART_WORK = 8;

/** `posixpath.normpath`, on text. */
function normalized(path: string): string {
  if (path === '') return '.';
  const slashes = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = path.indexOf('/', start);
    const part = end < 0 ? path.slice(start) : path.slice(start, end);
    worked(PART_WORK);
    if (part === '' || part === '.') continue;
    if (part !== '..' || (slashes === '' && parts.length === 0) || parts.at(-1) === '..') parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  const joiner = new Joiner('/');
  for (const part of parts) joiner.add(part);
  return slashes + joiner.finish() || '.';
}

/** (drive, root, rest): POSIX paths have no drive, and a root of one slash or exactly two. */
function splitRoot(path: string): readonly [string, string, string] {
  if (!path.startsWith('/')) return ['', '', path];
  if (!path.startsWith('//') || path.startsWith('///')) return ['', '/', path.slice(1)];
  return ['', '//', path.slice(2)];
}

/** Only looked at as text, a path may be one that no file can have. */
const ANY_TEXT = { text: true };

function definePaths(module: ModuleBuilder): void {
  module.function('_path_normpath(path)', 'Normalize path, eliminating double slashes, etc.', (path) => {
    const checked = pathArgument(path, '_path_normpath', 'path', ANY_TEXT);
    return nameLike(checked, normalized(checked.text));
  });
  module.function(
    '_path_splitroot_ex(p)',
    'Split a pathname into drive, root and tail.\n\nThe tail contains anything after the root.',
    (path) => {
      const checked = pathArgument(path, '_path_splitroot_ex', 'path', ANY_TEXT);
      return new PyTuple(splitRoot(checked.text).map((part) => nameLike(checked, part))) as Value;
    },
  );
}

/** The macros of `sys/wait.h`. */
function defineWaitStatus(module: ModuleBuilder): void {
  module.function(
    'WIFEXITED(status: cint)',
    'Return True if the process returning status exited via the exit() system call.',
    (status) => (status & 0x7f) === 0,
  );
  module.function(
    'WEXITSTATUS(status: cint)',
    'Return the process return code from status.',
    (status) => (status >> 8) & 0xff,
  );
  module.function(
    'WIFSIGNALED(status: cint)',
    'Return True if the process returning status was terminated by a signal.',
    (status) => (status & 0x7f) !== 0 && (status & 0x7f) !== 0x7f,
  );
  module.function(
    'WTERMSIG(status: cint)',
    'Return the signal that terminated the process that provided the status value.',
    (status) => status & 0x7f,
  );
  module.function(
    'WIFSTOPPED(status: cint)',
    'Return True if the process returning status was stopped.',
    (status) => (status & 0xff) === 0x7f,
  );
  module.function(
    'WSTOPSIG(status: cint)',
    'Return the signal that stopped the process that provided the status value.',
    (status) => (status >> 8) & 0xff,
  );
  module.function(
    'WIFCONTINUED(status: cint)',
    'Return True if a particular process was continued from a job control stop.\n\nReturn True if the process returning status was continued from a\njob control stop.',
    (status) => status === 0xffff,
  );
  module.function(
    'WCOREDUMP(status: cint, /)',
    'Return True if the process returning status was dumped to a core file.',
    (status) => (status & 0x80) !== 0,
  );
  module.function('waitstatus_to_exitcode(status: cint)', 'Convert a wait status to an exit code.', (status) => {
    if ((status & 0x7f) === 0) return (status >> 8) & 0xff;
    if ((status & 0xff) === 0x7f)
      throw error('ValueError', `process stopped by delivery of signal ${(status >> 8) & 0xff}`);
    if ((status & 0x7f) === 0x7f) throw error('ValueError', `invalid wait status: ${status}`);
    return -(status & 0x7f);
  });
}

function kill(pidValue: Value, signalValue: Value): Result {
  const pid = orThrow(intArgument(pidValue)) as number;
  const signal = orThrow(intArgument(signalValue)) as number;
  audit('os.kill', pid, signal);
  return send(pid, signal);
}

function killGroup(groupValue: Value, signalValue: Value): Result {
  const group = orThrow(intArgument(groupValue)) as number;
  const signal = orThrow(intArgument(signalValue)) as number;
  audit('os.killpg', group, signal);
  return send(-group, signal);
}

/** A signal to this process itself is delivered at once, as far as Python code handles it. */
function send(pid: number, signal: number): Result {
  const { system, signalControl, processes } = services().host;
  if (signal < 0 || signal > MAX_SIGNAL) return raiseErrno('EINVAL');
  if (pid === system.pid && signal !== 0) {
    services().createBuiltinModule('_signal');
    return signalHandler.run(signal) === EXIT ? EXIT : null;
  }
  const sender = signalControl ?? processes;
  if (sender === undefined) return raiseErrno('ENOSYS');
  return onHost(() => sender.send(pid, signal)) === EXIT ? EXIT : null;
}

const MAX_SIGNAL = 64;

export function defineProcess(module: ModuleBuilder): void {
  const { system } = services().host;
  module.constant('environ', environment());
  module.function('_create_environ()', 'Create the environment dictionary.', () => environment());
  module.function('putenv(name, value, /)', 'Change or add an environment variable.', (name, value) => {
    const [variable, text] = [textLikePath(name), textLikePath(value)];
    if (variable.includes('=')) return raiseValueError('illegal environment variable name');
    audit('os.putenv', encodeName(variable), encodeName(text));
    if (variable === '') return raiseErrno('EINVAL');
    currentEnvironment().set(variable, text);
    return null;
  });
  module.function('unsetenv(name, /)', 'Delete an environment variable.', (name) => {
    const variable = textLikePath(name);
    audit('os.unsetenv', encodeName(variable));
    if (variable === '' || variable.includes('=')) return raiseErrno('EINVAL');
    currentEnvironment().delete(variable);
    return null;
  });
  module.function('kill(pid, signal, /)', 'Kill a process with a signal.', kill);
  module.function('killpg(pgid, signal, /)', 'Send a signal to a group of processes.', killGroup);
  module.function(
    'getloadavg()',
    'How many programs wanted to run, on average over the last 1, 5 and 15 minutes.',
    () => new PyTuple(services().host.system.loadAverage.map((load) => new PyFloat(load))) as Value,
  );
  module.function('sched_yield()', 'Let other programs run.', () => null);
  module.function('ctermid()', 'The path of the terminal that controls the process.', () => '/dev/tty');
  module.function('getpid()', 'Return the current process id.', () => system.pid);
  module.function(
    'getppid()',
    "Return the parent's process id.\n\nIf the parent process has already exited, Windows machines will still\nreturn its id; others systems will return the id of the 'init' process (1).",
    () => system.ppid,
  );
  for (const name of ['getuid', 'geteuid'])
    module.function(`${name}()`, "Return the current process's user id.", () => system.uid);
  for (const name of ['getgid', 'getegid'])
    module.function(`${name}()`, "Return the current process's group id.", () => system.gid);
  module.function(
    'cpu_count()',
    'Return the number of logical CPUs in the system.\n\nReturn None if indeterminable.',
    () => services().options.cpuCount ?? system.cpuCount,
  );
  module.constant('uname_result', unameResult.type);
  module.function(
    'uname()',
    'Return an object identifying the current operating system.\n\nThe object behaves like a named tuple with the following fields:\n  (sysname, nodename, release, version, machine)',
    () => unameResult.make([...system.uname]),
  );
  module.constant('times_result', timesResult.type);
  module.function('times()', 'Return a collection containing process timing information.', () => {
    const { clock } = services().host;
    const float = (ns: bigint): Value => new PyFloat(Number(ns) / 1e9) as Value;
    return timesResult.make([float(clock.cpuTimeNs()), float(0n), float(0n), float(0n), float(clock.monotonicNs())]);
  });
  module.function(
    'urandom(size, /)',
    'Return a bytes object containing random bytes suitable for cryptographic use.',
    randomBytes,
  );
  module.function('getrandom(size, flags: cint = 0)', 'Obtain a series of random bytes.', (size) => randomBytes(size));
  module.function('strerror(code: cint, /)', 'Translate an error code to a message string.', (code) =>
    errnoMessage(code),
  );
  module.function(
    '_exit(status: cint)',
    'Exit to the system with specified status, without normal exit processing.',
    (status) => exitNow(status & 0xff),
  );
  module.function('abort()', 'Abort the interpreter immediately.', () => exitNow(-SIGABRT));
  module.function(
    '_inputhook()',
    'Call the hook that C code has installed to run while input is awaited, if there is one.',
    () => 0,
  );
  module.function('_is_inputhook_installed()', 'There is no C code that could have.', () => false);
  let mask = 0o022;
  module.function('umask(mask, /)', 'Set the current numeric umask and return the previous umask.', (value) => {
    const before = mask;
    mask = (orThrow(intArgument(value)) as number) & 0o777;
    services().host.files.setMask?.(mask);
    return before;
  });
  module.function(
    'register_at_fork(*, before=<absent>, after_in_child=<absent>, after_in_parent=<absent>)',
    'Register callables to be called when forking a new process.',
    () => null,
  );
  definePaths(module);
  defineWaitStatus(module);
}
