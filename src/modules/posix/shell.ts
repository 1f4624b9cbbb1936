/** `os.system`: a command of the shell, with this program's own input and output. */
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { fspath } from '../../objspace/fspath.ts';
import { audit } from '../../objspace/audit.ts';
import { services } from '../../interpreter/services.ts';
import { signalHandler } from '../../interpreter/safepoint.ts';
import { CHILD_SLEEP, waitUntil } from '../../interpreter/waiting.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { decodePath } from '../../objspace/codecs.ts';
import { raise } from '../../objspace/exception.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import type { ChildProcess, ProcessRequest } from '../../host/processes.ts';
import { currentEnvironment } from './environment.ts';
import { encodeName } from './paths.ts';
import { pendingOutput } from '../../interpreter/pending-output.ts';

/** Gives what `waitpid()` would give; nobody else waits for this child. */
function system(command: Value): Result {
  const given = fspath(command);
  const text = textOf(given instanceof PyBytes ? decodePath(given.data) : given);
  if (text.includes('\0')) return raise('ValueError', 'embedded null byte');
  const { files, processes } = services().host;
  if (processes === undefined) return raiseErrno('ENOSYS');
  audit('os.system', encodeName(text));
  const request: ProcessRequest = {
    file: '/bin/sh',
    args: ['sh', '-c', text],
    environment: currentEnvironment(),
    cwd: files.cwd(),
    streams: [{ kind: 'inherit' }, { kind: 'inherit' }, { kind: 'inherit' }],
    isJoined: false,
    isLeader: false,
    uid: undefined,
    gid: undefined,
  };
  pendingOutput.writeFiles();
  let child: ChildProcess | undefined;
  const started = onHost(() => {
    child = processes.spawn(request);
    return null;
  });
  if (started === EXIT) return EXIT;
  const waited = withoutInterrupts(() => waitUntil(() => child!.status() !== undefined, undefined, CHILD_SLEEP));
  return waited === EXIT ? EXIT : child!.status()!;
}

const SIGINT = 2;
const SIGQUIT = 3;

/** As the C library's function: Ctrl-C is for the command, not for whoever waits for it. */
function withoutInterrupts(wait: () => boolean | Exit): boolean | Exit {
  const { run } = signalHandler;
  signalHandler.run = (signal) => (signal === SIGINT || signal === SIGQUIT ? true : run(signal));
  try {
    return wait();
  } finally {
    signalHandler.run = run;
  }
}

export function defineShell(module: ModuleBuilder): void {
  module.function('system(command)', 'Run a command of the shell and return its wait status.', system);
}
