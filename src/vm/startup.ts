/** Bringing an interpreter up: importlib, the standard streams, `sys.path`, `__main__`. */
import { takeException } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { newModule, PyModule } from '../objspace/types/module.ts';
import { builtinsOf } from '../interpreter/function-types.ts';
import { runCode } from '../interpreter/call.ts';
import { rehearseWhenWorthIt } from '../interpreter/rehearsal.ts';
import { importHook } from '../interpreter/imports.ts';
import '../interpreter/types.ts';
import { callerModule } from '../objspace/types/class-creation.ts';
import { state } from '../objspace/state.ts';
import { runningCode } from '../objspace/builtin-names.ts';
import { builtinsObject, ForeignBuiltins } from '../interpreter/foreign-builtins.ts';
import type { Frame } from '../interpreter/frame.ts';
import { noteOpenings, timeImports } from './import-time.ts';
import { importByName, importModule } from './importer.ts';
import type { Interpreter } from './interpreter.ts';
import { startSite } from './site.ts';
import { setPaths } from './paths.ts';
import { RUNTIME_STATE, StartFailure } from './start-failure.ts';
import { openEncodedStreams, openPlainStreams } from './streams.ts';
import { archiveHook } from './archive-hook.ts';
import { externalImportlib, libraryHook } from './library-finder.ts';

// ── What the lower layers leave open ─────────────────────────────────────────────────────────────────────────────

importHook.importModule = importModule;

/** The namespace in which code with these globals looks names up last. */
builtinsOf.of = (globals) => {
  const own = globals.getStr('__builtins__');
  if (own instanceof PyModule) return own.dict;
  if (own === undefined) return (state.frame as Frame | null)?.builtins ?? state.interpreter.builtins;
  return own instanceof PyDict ? own : new ForeignBuiltins(own);
};

runningCode.builtins = () => {
  const frame = state.frame as Frame | null;
  return frame === null ? state.interpreter.builtins : builtinsObject(frame.builtins);
};
runningCode.globals = () => (state.frame as Frame | null)?.globals;

callerModule.of = () => (state.frame as Frame | null)?.globals.getStr('__name__');

// ── Start ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Unwraps a result that must be there: a failure here is a defect of Typhon. */
function required(result: Result, what: string): Value {
  if (result !== EXIT) return result as Value;
  const exception = takeException();
  throw new Error(
    `typhon cannot start: ${what}: ${exception.shape.type.name}: ${exception.args.map(String).join(', ')}`,
  );
}

function startImportlib(interpreter: Interpreter): void {
  const code = interpreter.frozenCode('_frozen_importlib');
  if (code === undefined) return;
  const module = newModule('_frozen_importlib', null);
  const { dict } = module;
  dict.setStr('__builtins__', interpreter.builtins);
  // As for every module that was frozen under another name: importlib asks for it when it puts itself in order.
  dict.setStr('__origname__', 'importlib._bootstrap');
  interpreter.modules.setStr('_frozen_importlib', module);
  required(runCode(code, dict, interpreter.builtins, dict, []), 'importlib._bootstrap');
  interpreter.importlib = module;
  if (interpreter.options.importTime > 0) timeImports(dict);
  const imp = interpreter.createBuiltinModule('_imp') as Value;
  const run = (name: string, args: Value[]): void => {
    required(call(dict.getStr(name) as Value, args), `importlib._bootstrap.${name}`);
  };
  run('_install', [interpreter.modules.getStr('sys') as Value, imp]);
  run('_install_external_importers', []);
  noteOpenings((externalImportlib(interpreter).dict.getStr('_io') as PyModule).dict);
}

/** The standard library is found by a finder of its own: it knows what there is without looking at a file system. */
function installLibrary(interpreter: Interpreter): void {
  const hooks = interpreter.sys.getStr('path_hooks');
  if (hooks instanceof PyList) {
    const known = hooks.toArray();
    hooks.clear();
    for (const hook of [libraryHook(interpreter), archiveHook(interpreter), ...known]) hooks.append(hook);
  }
}

export function start(interpreter: Interpreter): void {
  interpreter.enter();
  setPaths(interpreter);
  openPlainStreams(interpreter);
  startImportlib(interpreter);
  installLibrary(interpreter);
  openEncodedStreams(interpreter);
  checkTracing(interpreter.options.tracemalloc);
  mainModule(interpreter);
  // The options -W are read by `warnings` itself.
  if (interpreter.options.warnOptions.length > 0 && importByName('warnings') === EXIT) state.exception = null;
  startSite(interpreter);
  interpreter.limits.restart(interpreter.options.limits);
  rehearseWhenWorthIt();
}

const MAX_TRACED_FRAMES = 65535;

function checkTracing(frames: number): void {
  const range = `ValueError: the number of frames must be in range [1; ${MAX_TRACED_FRAMES}]`;
  if (frames > MAX_TRACED_FRAMES)
    throw new StartFailure(`init_interp_main: can't start tracemalloc\n${RUNTIME_STATE}\n${range}`);
}

/** The module `__main__`, made if it is not there yet. */
export function mainModule(interpreter: Interpreter): PyModule {
  const known = interpreter.modules.getStr('__main__');
  if (known instanceof PyModule) return known;
  const module = newModule('__main__', null);
  module.dict.setStr('__builtins__', interpreter.modules.getStr('builtins') as Value);
  interpreter.modules.setStr('__main__', module);
  const loader = interpreter.importlib?.dict.getStr('BuiltinImporter');
  if (loader !== undefined) module.dict.setStr('__loader__', loader);
  return module;
}
