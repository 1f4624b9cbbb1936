/**
 * The prompt at a terminal: the library's own `_pyrepl`, with multi-line editing, history, completion and colours. It needs a host that
 * sets terminals; elsewhere, and with PYTHON_BASIC_REPL, the prompt of repl.ts serves.
 */
import { HostError } from '../host/host.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { isRefused } from '../objspace/audit.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { importByName } from '../vm/importer.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { mainModule } from '../vm/startup.ts';
import { endingOf, writeError } from '../vm/uncaught.ts';

const STANDARD_INPUT = 0;

/** Whether the settings of the terminal can be asked for, and so changed. */
function canSetTerminal({ host }: Interpreter): boolean {
  try {
    return host.terminals !== undefined && host.terminals.settings(STANDARD_INPUT).characters.length > 0;
  } catch (thrown) {
    if (thrown instanceof HostError) return false;
    throw thrown;
  }
}

function isWanted({ host, options }: Interpreter): boolean {
  return options.ignoreEnvironment || !host.environment.get('PYTHON_BASIC_REPL');
}

/** `sys.__interactivehook__`, by which `site` reads the history. What goes wrong in it is shown. */
function runHook({ sys }: Interpreter): void {
  const hook = sys.getStr('__interactivehook__');
  if (hook === undefined) return;
  if (!isRefused('cpython.run_interactivehook', hook) && call(hook, []) !== EXIT) return;
  const failure = state.exception;
  writeError('Failed calling sys.__interactivehook__\n');
  state.exception = failure;
  endingOf(true);
}

function runConsole(module: Value, interpreter: Interpreter): Result {
  const run = getAttribute(module, 'interactive_console');
  return run === EXIT ? EXIT : call(run as Value, [mainModule(interpreter), false], ['mainmodule', 'pythonstartup']);
}

/** Runs the prompt to its end; answers the exit status, `undefined` if this terminal or its user wants the other one. */
export function interactAtTerminal(interpreter: Interpreter): number | undefined {
  if (!isWanted(interpreter) || !canSetTerminal(interpreter)) return undefined;
  runHook(interpreter);
  const module = importByName('_pyrepl.main');
  if (module === EXIT) {
    endingOf(true);
    return undefined;
  }
  const isUsable = getAttribute(module as Value, 'CAN_USE_PYREPL');
  if (isUsable !== true) {
    const reason = getAttribute(module as Value, 'FAIL_REASON');
    state.exception = null;
    if (typeof reason === 'string') writeError(`${reason}\n`);
    return undefined;
  }
  return runConsole(module as Value, interpreter) === EXIT ? endingOf(true).status : 0;
}
