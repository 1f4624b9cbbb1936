/** What the hosts without a platform of their own have in common: virtual files and streams, a network of their own, no processes. */
import { type Clock, type Host, HostError, type SystemInformation } from '../host.ts';
import { withLoopback } from '../loopback/with-loopback.ts';
import { outputStream } from './devices.ts';
import { engine } from './engine.ts';
import { InputStream, type InputSource } from './input.ts';
import { VirtualFiles } from './virtual-files.ts';

/** What the files and streams of a virtual host are; `TyphonOptions` has them too. */
export interface VirtualHostOptions {
  /** Standard input; empty if not given. */
  stdin?: InputSource;
  /** Gets what the program writes to standard output, as text; lost if not given. */
  stdout?: (text: string) => void;
  /** Gets what the program writes to standard error, as text; lost if not given. */
  stderr?: (text: string) => void;
  /** Whether the standard streams say that they are a terminal. */
  isTerminal?: boolean;
  /** Variables of the environment, beside `HOME`. */
  environment?: Readonly<Record<string, string>>;
  /** The working directory, which is made; /home/user if not given. */
  cwd?: string;
  /** Bytes that all files together may have; 1 GiB if not given. */
  capacity?: number;
  /** Files that are there from the beginning, by path. */
  files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A host with a file system of its own. */
export interface VirtualHost extends Host {
  /** The files as the embedder sees them. */
  readonly virtualFiles: VirtualFiles;
}

/** What differs between virtual hosts. */
export interface Surroundings {
  readonly clock: Clock;
  readonly entropy: (buffer: Uint8Array) => void;
  readonly platform: string;
  readonly canCompile: boolean;
  readonly cpuCount: number;
  readonly uid: number;
  pendingSignal(): number;
}

const HOME = '/home/user';
const CAPACITY = 2 ** 30;
const COLUMNS_AND_LINES = [80, 24] as const;

function systemInformation(surroundings: Surroundings, isTerminal: boolean): SystemInformation {
  const { platform, uid, cpuCount } = surroundings;
  return {
    platform,
    osName: 'posix',
    pid: 1,
    ppid: 0,
    uid,
    gid: uid,
    uname: ['Typhon', 'typhon', '0.1', 'Typhon virtual host', 'javascript'],
    cpuCount,
    loadAverage: [0, 0, 0],
    terminalSize: (fd) => (isTerminal && fd <= 2 ? COLUMNS_AND_LINES : undefined),
    executable: '',
  };
}

/** An error of the file system means nothing to whoever gives options. */
function putFiles(virtualFiles: VirtualFiles, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, contents] of Object.entries(files)) {
    try {
      virtualFiles.put(path, typeof contents === 'string' ? new TextEncoder().encode(contents) : contents);
    } catch (thrown) {
      throw thrown instanceof HostError
        ? new RangeError(`options.files[${JSON.stringify(path)}] cannot be made: ${thrown.code}`)
        : thrown;
    }
  }
}

export function virtualHost(options: VirtualHostOptions, surroundings: Surroundings): VirtualHost {
  const { clock, entropy, uid } = surroundings;
  const isTerminal = options.isTerminal ?? false;
  const ignore = (): void => undefined;
  const virtualFiles = new VirtualFiles({
    user: { uid, gid: uid },
    wallTimeNs: () => clock.wallTimeNs(),
    entropy,
    capacity: options.capacity ?? CAPACITY,
    standardStreams: [
      new InputStream(options.stdin, isTerminal),
      outputStream(options.stdout ?? ignore, isTerminal),
      outputStream(options.stderr ?? ignore, isTerminal),
    ],
  });
  const home = options.cwd ?? HOME;
  virtualFiles.ensureDirectory(home);
  virtualFiles.chdir(home);
  putFiles(virtualFiles, options.files ?? {});
  const { cpuTimeNs: _, ...knowledge } = engine.knowledge;
  return {
    ...knowledge,
    ...withLoopback(virtualFiles, clock),
    virtualFiles,
    clock,
    system: systemInformation(surroundings, isTerminal),
    environment: new Map([['HOME', home], ...Object.entries(options.environment ?? {})]),
    entropy,
    canCompile: surroundings.canCompile,
    pendingSignal: surroundings.pendingSignal,
  };
}
