/** `os.waitpid` and its relatives: how child processes ended. */
import { childProcesses } from '../../interpreter/children.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { CHILD_SLEEP, waitUntil } from '../../interpreter/waiting.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

const WNOHANG = 1;

/** A child that has ended, taken from those that are waited for. */
function takeEnded(pid: number): readonly [number, number] | undefined {
  const children = childProcesses();
  for (const child of children.values()) {
    if (pid > 0 && child.pid !== pid) continue;
    const status = child.status();
    if (status === undefined) continue;
    children.delete(child.pid);
    return [child.pid, status];
  }
  return undefined;
}

function waitFor(pid: number, options: number): Result {
  const isKnown = () => (pid > 0 ? childProcesses().has(pid) : childProcesses().size > 0);
  if (!isKnown()) return raiseErrno('ECHILD');
  let ended = takeEnded(pid);
  if (ended === undefined && (options & WNOHANG) === 0) {
    const waited = waitUntil(
      () => {
        ended ??= takeEnded(pid);
        return ended !== undefined || !isKnown();
      },
      undefined,
      CHILD_SLEEP,
    );
    if (waited === EXIT) return EXIT;
    if (ended === undefined) return raiseErrno('ECHILD');
  }
  return new PyTuple([...(ended ?? [0, 0])]) as Value;
}

/** A descriptor that is ready once the process has ended; of others than this one and its children nothing is known. */
function openPidFd(pid: number): Result {
  if (pid <= 0) return raiseErrno('EINVAL');
  const child = childProcesses().get(pid);
  const { sockets, system } = services().host;
  if (child === undefined && pid !== system.pid) return raiseErrno('ESRCH');
  return onHost(() => sockets.watchChild(() => child !== undefined && child.status() !== undefined));
}

export function defineWaiting(module: ModuleBuilder): void {
  const doc = 'Returns a tuple of information regarding the child process:\n    (pid, status)';
  module.function('wait()', `Wait for completion of a child process.\n\n${doc}`, () => waitFor(-1, 0));
  module.function(
    'waitpid(pid: cint, options: cint, /)',
    `Wait for completion of a given child process.\n\n${doc}\n\nThe options argument is ignored on Windows.`,
    waitFor,
  );
  module.function(
    'pidfd_open(pid: cint, flags: cint = 0)',
    'Return a file descriptor referring to the process *pid*.\n\nThe descriptor can be used to perform process management without races and\nsignals.',
    openPidFd,
  );
}
