/**
 * What `fork_exec` does: has the host start a program with descriptors of ours. What fails is told as a forked child would tell it,
 * by a line in the pipe for errors and a child that ends with 255.
 */
import { HostError } from '../../host/host.ts';
import { audit } from '../../objspace/audit.ts';
import type { ChildProcess, ChildStream, ProcessRequest } from '../../host/processes.ts';
import { childProcesses } from '../../interpreter/children.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { decodePath } from '../../objspace/codecs.ts';
import { error, orThrow, raise } from '../../objspace/exception.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { itemsOf, toIndex } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { textOf } from '../../objspace/types/str/str.ts';
import { ERRNO_BY_NAME } from '../../util/errno.ts';
import { currentEnvironment } from '../posix/environment.ts';
import { pathArgument } from '../../objspace/gateway/path-arguments.ts';
import { pendingOutput } from '../../interpreter/pending-output.ts';

/** The arguments of `fork_exec`, in their order. */
type Arguments = [
  args: Value,
  executables: Value,
  closeFds: Value,
  passFds: Value,
  cwd: Value,
  env: Value,
  p2cRead: number,
  p2cWrite: number,
  c2pRead: number,
  c2pWrite: number,
  errRead: number,
  errWrite: number,
  errpipeRead: number,
  errpipeWrite: number,
  restoreSignals: Value,
  isLeader: boolean,
  group: Value,
  gid: Value,
  extraGroups: Value,
  uid: Value,
  umask: Value,
  preexec: Value,
];

/** Status of a child that never came to run its program. */
const FAILED = 255 << 8;

function textsOf(values: Value): string[] {
  return (orThrow(itemsOf(values)) as Value[]).map((value) => pathArgument(value, 'fork_exec', 'args').text);
}

function environmentOf(env: Value): ReadonlyMap<string, string> {
  if (env === null) return currentEnvironment();
  const found = new Map<string, string>();
  for (const entry of orThrow(itemsOf(env)) as Value[]) {
    const text = entry instanceof PyBytes ? textOf(decodePath(entry.data)) : '';
    if (text.includes('\0')) throw error('ValueError', 'embedded null byte');
    const equals = text.indexOf('=');
    found.set(text.slice(0, equals), text.slice(equals + 1));
  }
  return found;
}

/** The descriptor that a child's stream is: its parent's of the same number, unless it is given one. */
function givenTo(index: number, fd: number): number {
  return fd < 0 ? index : fd;
}

function streamOf(fd: number, index: number): ChildStream {
  if (services().host.sockets.isOwn(givenTo(index, fd))) return { kind: 'pipe' };
  return fd < 0 ? { kind: 'inherit' } : { kind: 'file', fd };
}

function idOf(value: Value): number | undefined {
  return value === null ? undefined : (orThrow(toIndex(value)) as number);
}

function directoryOf(cwd: Value): string {
  const own = services().host.files.cwd();
  if (cwd === null) return own;
  const { text } = pathArgument(cwd, 'fork_exec', 'cwd');
  return text.startsWith('/') ? text : `${own}/${text}`;
}

/** Tries the places where the program may be, in turn; throws the errno that tells most. */
function spawnFirst(executables: readonly string[], request: Omit<ProcessRequest, 'file'>): ChildProcess {
  let failure = new HostError('ENOENT');
  for (const file of executables) {
    try {
      return services().host.processes!.spawn({ ...request, file });
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      if (thrown.code !== 'ENOENT' && thrown.code !== 'ENOTDIR') failure = thrown;
    }
  }
  throw failure;
}

function isDirectory(path: string): true | HostError {
  try {
    return (services().host.files.stat(path, true).mode & 0o170000) === 0o040000 ? true : new HostError('ENOTDIR');
  } catch (thrown) {
    if (thrown instanceof HostError) return thrown;
    throw thrown;
  }
}

/** A child that could only say why it failed. */
function failedChild(errpipe: number, code: string, where: string): ChildProcess {
  const number = ERRNO_BY_NAME.get(code) ?? 0;
  services().host.files.write(errpipe, new TextEncoder().encode(`OSError:${number.toString(16)}:${where}`));
  let pid = services().host.system.pid + 1;
  while (childProcesses().has(pid)) pid++;
  return { pid, pipes: [], status: () => FAILED };
}

function start(given: Arguments): ChildProcess {
  const [args, executables, , , cwd, env, p2cRead, , , c2pWrite, , errWrite, , errpipe, , isLeader, , gid, , uid] =
    given;
  const directory = directoryOf(cwd);
  const request = {
    args: textsOf(args),
    environment: environmentOf(env),
    cwd: directory,
    streams: [streamOf(p2cRead, 0), streamOf(c2pWrite, 1), streamOf(errWrite, 2)] as const,
    isJoined: c2pWrite >= 0 && c2pWrite === errWrite && services().host.sockets.isOwn(c2pWrite),
    isLeader,
    uid: idOf(uid),
    gid: idOf(gid),
  };
  pendingOutput.writeFiles();
  const checked = isDirectory(directory);
  if (checked !== true) return failedChild(errpipe, checked.code, 'noexec:chdir');
  try {
    return spawnFirst(textsOf(executables), request);
  } catch (thrown) {
    if (thrown instanceof HostError) return failedChild(errpipe, thrown.code, '');
    throw thrown;
  }
}

/** Connects the pipes of a child with the descriptors that it got. */
function connect(child: ChildProcess, fds: readonly number[]): void {
  const { sockets } = services().host;
  child.pipes.forEach((pipe, index) => {
    if (pipe !== undefined) sockets.giveToChild(givenTo(index, fds[index]), pipe, index === 0);
  });
}

export function forkExec(...given: Arguments): Result {
  if (services().host.processes === undefined) return raiseErrno('ENOSYS');
  const preexec = given[21];
  if (preexec !== null)
    return raise('RuntimeError', 'preexec_fn is not supported: programs are started without a fork');
  audit('_posixsubprocess.fork_exec', given[1], given[0], given[5]);
  return onHost(() => {
    const child = start(given);
    connect(child, [given[6], given[9], given[11]]);
    childProcesses().set(child.pid, child);
    return child.pid;
  });
}
