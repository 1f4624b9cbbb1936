/**
 * A thread that runs long operations with a limit of CPU time and measures how long after the limit each of them ends. What does not end
 * takes the thread with it: whoever started the thread watches the time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { defaultOptions } from '../../src/vm/options.ts';
import { openLibrary } from '../../src/cli/node-library.ts';
import { nodeHost } from '../../src/host/node.ts';
import { runCode } from '../../src/interpreter/call.ts';
import { PyBaseException, takeException } from '../../src/objspace/exception.ts';
import { EXIT } from '../../src/objspace/object.ts';
import { PyDict } from '../../src/objspace/types/dict/dict.ts';
import { Interpreter } from '../../src/vm/interpreter.ts';
import { start } from '../../src/vm/startup.ts';
import type { LongOperation } from './long-operations.ts';
import { Stretches } from './stretches.ts';

export interface Job {
  readonly library: string;
  readonly operations: readonly LongOperation[];
  /** Seconds of CPU time that each operation gets. */
  readonly limit: number;
  /** Whether the longest stretch between two looks is measured instead of the latency. */
  readonly areStretches: boolean;
}

export interface Measured {
  readonly index: number;
  /** The name of the exception that ended it; '' if none did. */
  readonly outcome: string;
  /** Milliseconds of the longest stretch, or after the limit: the smaller of CPU time of the process and time by the clock. */
  readonly latency: number;
  /** Of a stretch: the milliseconds of it in which the engine collected garbage, and the host's stacks at its end and its beginning. */
  readonly collecting: number;
  readonly where: string;
}

const { library, operations, limit, areStretches } = workerData as Job;
const interpreter = new Interpreter(nodeHost(), defaultOptions(), openLibrary(library), ['']);
start(interpreter);
const stretches = areStretches ? new Stretches(interpreter.limits) : null;

/** The name of the exception that ends the source. */
function run(source: string, namespace: PyDict): string {
  try {
    const code = interpreter.compiler.compile(source, '<operation>', 'exec', 0, -1);
    if (runCode(code, namespace, interpreter.builtins, namespace, []) !== EXIT) return '';
  } catch (thrown) {
    if (!(thrown instanceof PyBaseException)) throw thrown;
    return thrown.shape.type.name;
  }
  return takeException().shape.type.name;
}

function measured(index: number, source: string, namespace: PyDict): Measured {
  const begin = performance.now();
  const beginCpu = process.cpuUsage();
  interpreter.limits.restart({ cpuTime: limit });
  stretches?.begin();
  const outcome = run(source, namespace);
  interpreter.limits.restart({});
  if (stretches !== null) {
    const { longest: latency, collecting, where } = stretches;
    return { index, outcome, latency, collecting, where };
  }
  const { user, system } = process.cpuUsage(beginCpu);
  return {
    index,
    outcome,
    latency: Math.min((user + system) / 1000, performance.now() - begin) - limit * 1000,
    collecting: 0,
    where: '',
  };
}

let setup = '';
let namespace = new PyDict();
operations.forEach((operation, index) => {
  if (operation.setup !== setup) {
    setup = operation.setup;
    namespace = new PyDict();
    const failure = run(setup, namespace);
    if (failure !== '') throw new Error(`${failure} in ${setup}`);
    parentPort!.postMessage('ready');
  }
  const result = measured(index, operation.operation, namespace);
  const isUsable = run('assert sum(range(10)) == 45', namespace) === '';
  parentPort!.postMessage(isUsable ? result : { ...result, outcome: 'the interpreter is not usable' });
});
