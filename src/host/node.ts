/** The host of a Node process or worker: its files, clocks, environment. */
import { readlinkSync } from 'node:fs';
import { availableParallelism, hostname, loadavg, machine, release, type, version } from 'node:os';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { createContext, runInNewContext, Script } from 'node:vm';
import { expectFunction, expectString, optionsCheck, wrongType } from '../util/arguments.ts';
import type { Clock, Host, SystemInformation } from './host.ts';
import { withLoopback } from './loopback/with-loopback.ts';
import type { EngineKnowledge } from './virtual/engine.ts';
import { isTerminal, NodeFiles, type StandardInput } from './node-files.ts';
import { NodeProcesses, sendSignal } from './node-processes.ts';
import { NodeTerminals } from './node-terminals.ts';

/** Shared with the thread that receives signals: bit n - 1 of [0] is set while signal n is pending. */
export type SignalCell = Int32Array;

class NodeClock implements Clock {
  private readonly signals: SignalCell;

  constructor(signals: SignalCell) {
    this.signals = signals;
  }

  wallTimeNs(): bigint {
    // performance.timeOrigin has microseconds, Date.now only milliseconds.
    return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
  }

  monotonicNs(): bigint {
    return process.hrtime.bigint();
  }

  cpuTimeNs(): bigint {
    return processTimeNs();
  }

  /** Blocks the thread; a signal ends the wait. */
  sleep(seconds: number): undefined {
    const until = performance.now() + seconds * 1000;
    for (let left = seconds * 1000; left > 0; left = until - performance.now()) {
      if (Atomics.load(this.signals, 0) !== 0) return;
      Atomics.wait(this.signals, 0, 0, Math.min(left, 0x7fffffff));
    }
  }

  timeZone(): string | undefined {
    return linkedZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

/** The zone that systems other than Windows link to, unless TZ says another. To ask the engine takes it 10 ms, the first time. */
function linkedZone(): string | undefined {
  if (process.env['TZ'] !== undefined) return undefined;
  try {
    return /\/zoneinfo\/(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1];
  } catch {
    return undefined;
  }
}

function systemInformation(executable: string): SystemInformation {
  return {
    platform: process.platform,
    osName: process.platform === 'win32' ? 'nt' : 'posix',
    pid: process.pid,
    ppid: process.ppid,
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    get uname(): [string, string, string, string, string] {
      return [type(), hostname(), release(), version(), machine()];
    },
    get cpuCount(): number {
      return availableParallelism();
    },
    get loadAverage(): [number, number, number] {
      return loadavg() as [number, number, number];
    },
    terminalSize(fd: number) {
      if (!isTerminal(fd)) return undefined;
      const { WriteStream } = process.getBuiltinModule('node:tty');
      return new WriteStream(fd).getWindowSize();
    },
    executable,
  };
}

/** Options of `nodeHost`. */
export interface NodeHostOptions {
  /** For `sys.executable`: the command that child processes of Python start. */
  executable?: string;
  /** Where another thread puts signals. */
  signals?: SignalCell;
  /** Reads standard input, where this thread must not. */
  readStandardInput?: StandardInput;
  /** Has the thread that receives signals listen to one, or no longer. */
  watchSignal?: (signal: number, isHandled: boolean) => void;
  /** The working directory; that of the process if not given. */
  cwd?: string;
  /** Ends the process for `os._exit`, with a negative status by the signal of that number; without it the program ends as by `sys.exit`. */
  exit?: (status: number) => void;
}

function expectCell(value: unknown, what: string): void {
  if (!(value instanceof Int32Array) || value.length === 0)
    throw wrongType(what, 'an Int32Array with an element', value);
}

const check = optionsCheck({
  executable: expectString,
  signals: expectCell,
  readStandardInput: expectFunction,
  watchSignal: expectFunction,
  cwd: expectString,
  exit: expectFunction,
});

/**
 * The host of a Node process or worker, for the option `host`: its files, environment, streams and child processes.
 *
 * @example
 * ```ts
 * import { nodeHost, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create({ host: nodeHost() });
 * console.log(typhon.eval('__import__("json").load(open("package.json"))["name"]')); // typhon-python
 * ```
 */
export function nodeHost(options: NodeHostOptions = {}): Host {
  check(options, 'options');
  const signals = options.signals ?? new Int32Array(new SharedArrayBuffer(4));
  const clock = new NodeClock(signals);
  const files = new NodeFiles(options.cwd ?? process.cwd(), options.readStandardInput);
  return {
    ...withLoopback(files, clock),
    ...(process.platform === 'linux'
      ? { processes: new NodeProcesses(files, options.executable ?? ''), terminals: new NodeTerminals(files) }
      : {}),
    clock,
    system: systemInformation(options.executable ?? ''),
    environment: new Map(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    entropy: (buffer) => {
      for (let offset = 0; offset < buffer.length; offset += 65536)
        crypto.getRandomValues(buffer.subarray(offset, offset + 65536));
    },
    canCompile: canCompile(),
    pendingSignal: () => (signals[0] === 0 ? 0 : takeSignal(signals)),
    ...(options.watchSignal === undefined ? {} : { signalControl: { watch: options.watchSignal, send: sendSignal } }),
    ...(options.exit === undefined ? {} : { exit: options.exit }),
    ...nodeEngine,
  };
}

function processTimeNs(): bigint {
  const { user, system } = process.cpuUsage();
  return BigInt(user + system) * 1000n;
}

/** With array buffers, which lie outside the engine's heap. */
function heapUsed(): number {
  const statistics = getHeapStatistics();
  return statistics.used_heap_size + statistics.external_memory;
}

let engineCollect: (() => void) | undefined;

/** The engine shows its collector only to contexts that are made after the flag was set. */
function collectGarbage(): void {
  if (engineCollect === undefined) {
    setFlagsFromString('--expose-gc');
    engineCollect = runInNewContext('gc') as () => void;
  }
  engineCollect();
}

let turn: (() => void) | undefined;

/** A context with a queue of microtasks of its own: the engine empties it behind each script, and believes that a turn is over. */
function endTurn(): void {
  if (turn === undefined) {
    const context = createContext({}, { microtaskMode: 'afterEvaluate' });
    const script = new Script('0');
    turn = () => script.runInContext(context);
  }
  turn();
}

/** The lowest of the pending signals. */
function takeSignal(signals: SignalCell): number {
  const pending = Atomics.load(signals, 0);
  const bit = pending & -pending;
  Atomics.and(signals, 0, ~bit);
  return 32 - Math.clz32(bit);
}

function canCompile(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

const nodeEngine = {
  heapUsed,
  heapLimit: () => getHeapStatistics().heap_size_limit,
  collectGarbage,
  endTurn,
};

/** What virtual hosts may know of Node's engine. */
export const nodeKnowledge: EngineKnowledge = { ...nodeEngine, cpuTimeNs: processTimeNs };
