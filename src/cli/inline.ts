/**
 * The command without its worker: Python runs on the main thread. For hosts without workers, and for the profiler of Node
 * (`node --cpu-prof dist/inline.mjs program.py`). Signals cannot interrupt a loop here, and recursion through builtins is less deep.
 */
import { join } from 'node:path';
import { nodeHost } from '../host/node.ts';
import { endProcess } from './ending.ts';
import { runCommandLine } from './run.ts';

/** The folder of the bundle (boot.ts gives it). */
declare const __dirname: string;

/** Programs that the program starts have their worker. */
const executable = join(__dirname, 'cli.cjs');
const library = join(__dirname, 'lib', 'python3.14');
const host = nodeHost({ executable, exit: endProcess });
endProcess(runCommandLine(host, process.argv.slice(2), library));
