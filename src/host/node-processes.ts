/**
 * Other programs, started by Node but watched without its event loop, which need not turn while Python runs: the parent's ends of pipes are
 * read and written by their descriptors, and how a child ended is read from /proc, where it waits to be noticed. Where the loop turns all the
 * same (runAsync), Node must not read the pipes, and it is Node that notices. Linux only.
 */
import type { ChildProcess as NodeChild } from 'node:child_process';
import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
  accessSync,
  existsSync,
} from 'node:fs';
import { constants as systemConstants } from 'node:os';
import { HostError } from './host.ts';
import type { NodeFiles } from './node-files.ts';
import type { ChildPipe, ChildProcess, ChildStream, Processes, ProcessRequest } from './processes.ts';

/** What Node has behind a stream of a child: libuv's pipe, with its descriptor. */
interface Handle {
  readonly fd: number;
  readStop(): void;
  close(): void;
}

class NodePipe implements ChildPipe {
  private readonly handle: Handle;
  private isClosed: boolean;

  constructor(handle: Handle) {
    this.handle = handle;
    this.isClosed = false;
  }

  read(buffer: Uint8Array): number {
    return guarded(() => readSync(this.handle.fd, buffer));
  }

  write(data: Uint8Array): number {
    return guarded(() => writeSync(this.handle.fd, data));
  }

  close(): void {
    if (!this.isClosed) this.handle.close();
    this.isClosed = true;
  }
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    throw code === undefined ? thrown : new HostError(code);
  }
}

/** The field `exit_code` of /proc/PID/stat, counted from the one after the name. */
const EXIT_CODE = 49;

/** A child that has ended stays a zombie until the event loop turns: its status can be read at any time. */
function statusOf(child: NodeChild, pid: number): number | undefined {
  if (child.exitCode !== null) return child.exitCode << 8;
  if (child.signalCode !== null) return systemConstants.signals[child.signalCode];
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return 0xff00;
  }
  // The name of the program is in parentheses, and may hold blanks and parentheses itself.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? Number(fields[EXIT_CODE]) : undefined;
}

/** Where a program is, as exec would look for it. */
function checkProgram({ file, environment, cwd }: ProcessRequest): void {
  guarded(() => {
    if (!statSync(cwd).isDirectory()) throw new HostError('ENOTDIR');
  });
  if (!file.includes('/')) {
    const folders = (environment.get('PATH') ?? '/usr/local/bin:/usr/bin:/bin').split(':');
    if (!folders.some((folder) => isProgram(`${folder}/${file}`))) throw new HostError('ENOENT');
    return;
  }
  const path = file.startsWith('/') ? file : `${cwd}/${file}`;
  guarded(() => accessSync(path, constants.X_OK));
  if (guarded(() => statSync(path)).isDirectory()) throw new HostError('EACCES');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Node gives each stream a pipe of its own: a shell joins two, and the program takes its place. */
const SHELL = '/bin/sh';
const JOIN = 'exec "$0" "$@" 2>&1';

export function sendSignal(pid: number, signal: number): void {
  try {
    process.kill(pid, signal);
  } catch (thrown) {
    throw new HostError((thrown as { code?: string }).code === 'EPERM' ? 'EPERM' : 'ESRCH');
  }
}

export class NodeProcesses implements Processes {
  private readonly files: NodeFiles;
  /** The command that runs Python: started by Node itself, so that it needs no permission to be executed. */
  private readonly command: string;

  constructor(files: NodeFiles, command: string) {
    this.files = files;
    this.command = command;
  }

  spawn(request: ProcessRequest): ChildProcess {
    const isOurs = this.command !== '' && request.file === this.command;
    if (!isOurs) checkProgram(request);
    const [name, ...args] = request.args;
    const opened: number[] = [];
    // Not imported: that would cost every start two milliseconds.
    const { spawn } = process.getBuiltinModule('node:child_process');
    const file = isOurs ? process.execPath : request.file;
    const words = isOurs ? [this.command, ...args] : args;
    // The shell keeps no other name for a program than that of its file.
    const isJoined = request.isJoined && (isOurs || name === file) && existsSync(SHELL);
    const child = spawn(isJoined ? SHELL : file, isJoined ? ['-c', JOIN, file, ...words] : words, {
      argv0: isJoined ? SHELL : isOurs ? file : (name ?? file),
      cwd: request.cwd,
      env: Object.fromEntries(request.environment),
      stdio: request.streams.map((stream, index) =>
        isJoined && index === 2 ? 'ignore' : this.stdio(stream, index, opened),
      ),
      detached: request.isLeader,
      ...(request.uid === undefined ? {} : { uid: request.uid }),
      ...(request.gid === undefined ? {} : { gid: request.gid }),
    });
    // It would end the process, should the event loop ever turn.
    child.on('error', () => {});
    for (const native of opened) closeSync(native);
    const { pid } = child;
    if (pid === undefined) throw new HostError('EACCES');
    return { pid, pipes: pipesOf(child), status: () => statusOf(child, pid) };
  }

  send(pid: number, signal: number): void {
    sendSignal(pid, signal);
  }

  private stdio(stream: ChildStream, index: number, opened: number[]): 'pipe' | 'ignore' | number {
    if (stream.kind === 'pipe') return 'pipe';
    const fd = stream.kind === 'inherit' ? index : stream.fd;
    const native = this.files.native(fd);
    // A stream that is the process's own, or that is closed.
    if (stream.kind === 'inherit' && native < 0) return 'ignore';
    const terminal = this.files.terminalForChild(native, index === 0);
    if (terminal !== undefined) {
      opened.push(terminal);
      return terminal;
    }
    return this.files.hasPosition(native) ? this.fileAtPosition(fd, index, opened) : native;
  }

  /** Positions of files are kept in FileSystem: the child gets a descriptor of its own that stands where ours does. */
  private fileAtPosition(fd: number, index: number, opened: number[]): number {
    const position = this.files.seek(fd, 0, 1);
    const isInput = index === 0;
    const isAtEnd = !isInput && position === Number(this.files.fstat(fd).size);
    const copy = guarded(() =>
      openSync(
        `/proc/self/fd/${this.files.native(fd)}`,
        isInput ? constants.O_RDONLY : constants.O_WRONLY | (isAtEnd ? constants.O_APPEND : 0),
      ),
    );
    opened.push(copy);
    if (isAtEnd) this.files.share(fd);
    if (isInput) skip(copy, position);
    return copy;
  }
}

/** Moves the system's own position of a file that was just opened for reading. */
function skip(fd: number, count: number): void {
  const buffer = new Uint8Array(65536);
  for (let left = count; left > 0; ) {
    const read = readSync(fd, buffer, 0, Math.min(left, buffer.length), null);
    if (read === 0) return;
    left -= read;
  }
}

/** The pipes, taken from Node's streams, which would read them or close them when the child has ended. */
function pipesOf(child: NodeChild): (ChildPipe | undefined)[] {
  return child.stdio.slice(0, 3).map((given) => {
    const stream = given as unknown as { _handle?: Handle | null } | null;
    const handle = stream?._handle ?? undefined;
    if (handle === undefined) return undefined;
    handle.readStop();
    stream!._handle = null;
    return new NodePipe(handle);
  });
}
