/**
 * Runs programs in isolated interpreters of one process, because a process of its own would cost each of them several times what it runs:
 * the main thread's half (`ProgramHost`) and the worker's (`serve`), which are the same bundle.
 */
import { resolve } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import { runCommandLine } from '../src/cli/run.ts';
import type { Host } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { fromNothing } from '../src/vm/execution.ts';
import { programEnvironment, comparable, type Outcome } from './program-files.ts';

export const COMMAND = resolve('dist/cli.mjs');
export const LIBRARY = resolve('dist/lib/python3.14');

interface Request {
  readonly argv: readonly string[];
  readonly stdin: Uint8Array;
}

/** `failure` is what no program may end in: an error of JavaScript. */
interface Answer {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly failure: string | undefined;
}

// ── The worker ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A host whose standard streams are in memory. */
class CapturingHost {
  readonly host: Host;
  private readonly written: Record<number, Uint8Array[]>;

  constructor(stdin: Uint8Array) {
    let position = 0;
    const readStandardInput = (buffer: Uint8Array): number => {
      const chunk = stdin.subarray(position, position + buffer.length);
      buffer.set(chunk);
      position += chunk.length;
      return chunk.length;
    };
    this.written = { 1: [], 2: [] };
    this.host = nodeHost({ executable: COMMAND, readStandardInput });
    const { files } = this.host;
    const [write, isatty] = [files.write.bind(files), files.isatty.bind(files)];
    files.isatty = (fd) => fd > 2 && isatty(fd);
    files.write = (fd, data, at) => {
      if (fd !== 1 && fd !== 2) return write(fd, data, at);
      this.written[fd].push(data.slice());
      return data.length;
    };
  }

  output(fd: 1 | 2): Uint8Array {
    return Buffer.concat(this.written[fd]);
  }
}

function perform({ argv, stdin }: Request): Answer {
  const capturing = new CapturingHost(stdin);
  let [status, failure]: [number, string | undefined] = [70, undefined];
  try {
    status = fromNothing(() => runCommandLine(capturing.host, argv, LIBRARY));
  } catch (thrown) {
    failure = String((thrown as Error).stack ?? thrown);
  }
  return { status, failure, stdout: capturing.output(1), stderr: capturing.output(2) };
}

/** Called in the worker: answers one request after the other. */
export function serve(): void {
  parentPort!.on('message', (request: Request) => parentPort!.postMessage(perform(request)));
}

// ── The main thread ──────────────────────────────────────────────────────────────────────────────────────────────

/** As in src/cli/main.ts. */
const LIMITS = { stackSizeMb: 256, maxOldGenerationSizeMb: 8192, maxYoungGenerationSizeMb: 128 };

/** A thread that runs one program at a time; one that hangs costs the thread. */
export class ProgramHost {
  private readonly script: URL;
  private readonly timeout: number;
  private worker: Worker | undefined;

  /** The script calls `serve` when it is not on the main thread. */
  constructor(script: URL, timeout: number) {
    this.script = script;
    this.timeout = timeout;
  }

  async run(argv: readonly string[], stdin: Uint8Array): Promise<Outcome> {
    this.worker ??= new Worker(this.script, { env: programEnvironment(), resourceLimits: LIMITS });
    const answer = await this.answerOf(this.worker, { argv, stdin });
    if (answer.failure !== undefined) throw new Error(`the interpreter failed: ${answer.failure}`);
    const text = (bytes: Uint8Array): string => comparable(bytes, LIBRARY);
    return { status: answer.status, stdout: text(answer.stdout), stderr: text(answer.stderr) };
  }

  private answerOf(worker: Worker, request: Request): Promise<Answer> {
    return new Promise((fulfil, reject) => {
      const fail = (reason: unknown): void => {
        this.close();
        reject(reason);
      };
      const timer = setTimeout(() => fail(new Error(`no end after ${this.timeout} ms`)), this.timeout);
      worker.removeAllListeners();
      worker.once('error', fail);
      worker.once('exit', (status) => fail(new Error(`the thread ended with status ${status}`)));
      worker.once('message', (answer: Answer) => {
        clearTimeout(timer);
        fulfil(answer);
      });
      worker.postMessage(request);
    });
  }

  close(): void {
    this.worker?.removeAllListeners();
    this.worker?.terminate();
    this.worker = undefined;
  }
}
