/** The functions of `typhon.jit` and `pypyjit`. */
import { controls } from '../../jit/controls.ts';
import { install } from '../../jit/driver.ts';
import {
  defaultParameters,
  describe,
  isParameter,
  PARAMETER_NAMES,
  parseSettings,
  type Setting,
} from '../../jit/parameters.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { toInt, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { hooks } from './hooks.ts';

const statistics = structSequence('typhon.jit.Statistics', 'What the compiler has done so far.', [
  ['compiled', 'pieces of code that were compiled'],
  ['compile_time', 'seconds that it took'],
  ['failures', 'how often guards have failed, by reason'],
  ['dropped', 'how often the units of a function were given up because guards failed'],
  ['evicted', 'how often they had to give way to others'],
  ['refused', 'how often code was refused, by reason'],
  ['kept', 'functions that have units now'],
  ['kept_bytes', 'size of the JavaScript of these units'],
]);

function dictOf(counts: Iterable<readonly [string, Value]>): PyDict {
  const dict = new PyDict();
  for (const [name, value] of counts) dict.setStr(name, value);
  return dict;
}

function snapshot(): Value {
  const { statistics: counted, kept } = controls();
  return statistics.make([
    counted.compiled,
    new PyFloat(counted.milliseconds / 1000) as Value,
    dictOf(counted.failures) as Value,
    counted.dropped,
    counted.evicted,
    dictOf(counted.refused) as Value,
    kept.codes,
    kept.bytes,
  ]);
}

/** As many digits as the counters can have. */
const MOST = 2 ** 53 - 1;

function settingOf(name: string, value: Value): Setting | Exit {
  if (!isParameter(name)) return raiseTypeError(`no JIT parameter '${name}'`);
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean')
    return raiseTypeError(`expected integer, got ${typeName(value)} object`);
  const number = toInt(value);
  if (number === EXIT) return EXIT;
  return [name, Math.max(-MOST, Math.min(Number(number), MOST))];
}

function setParameters(args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (args.length > 1) return raiseTypeError(`set_param() takes at most 1 non-keyword argument, ${args.length} given`);
  const settings: Setting[] = [];
  if (args.length === 1) {
    const [text] = args;
    if (typeof text !== 'string') return raiseTypeError(`expected str, got ${typeName(text)} object`);
    const parsed = parseSettings(text);
    if (typeof parsed === 'string') return raiseValueError('error in JIT parameters string');
    settings.push(...parsed);
  }
  for (const [name, value] of keywords) {
    if (name === 'enable_opts' && typeof value === 'string') continue;
    const setting = settingOf(name, value);
    if (setting === EXIT) return EXIT;
    settings.push(setting as Setting);
  }
  for (const setting of settings) apply(setting);
  return null;
}

function apply(setting: Setting): void {
  if (setting === 'on' || setting === 'stress') install();
  controls().apply(setting);
}

function setHook(name: 'compileHook' | 'abortHook', hook: Value): Result {
  if (hook !== null && typeOf(hook).slots.call === undefined)
    return raiseTypeError(`hook must be callable or None, not ${typeName(hook)}`);
  hooks()[name] = hook;
  return null;
}

export function defineCompilerFunctions(module: ModuleBuilder): void {
  module.function(
    '@set_param(*args, **kwargs)',
    'Set parameters of the compiler.\n\n  set_param(name=value, ...)           as keyword arguments\n  set_param("name=value,name=value")   as a text, like that of --jit\n  set_param("off")                     turn the compiler off\n  set_param("default")                 restore all defaults\n\nPARAMETER_DOCS says which parameters there are.',
    setParameters,
  );
  module.function('get_param(name: text, /)', 'Return the value of a parameter of the compiler.', (name): Result => {
    const known = PARAMETER_NAMES.find((parameter) => parameter === name);
    return known === undefined ? raiseTypeError(`no JIT parameter '${name}'`) : controls().parameters[known];
  });
  module.function(
    'set_compile_hook(hook, /)',
    'Have hook(code, pc, milliseconds, source) called whenever something was compiled.\n\nThe unit begins at instruction pc of the code, and source is its JavaScript. None ends that. Hooks are called a moment\nlater, not within the compiler; exceptions in them go to sys.unraisablehook.',
    (hook) => setHook('compileHook', hook),
  );
  module.function(
    'set_abort_hook(hook, /)',
    'Have hook(code, pc, reason) called whenever something could not be compiled, or was given up.\n\nNone ends that.',
    (hook) => setHook('abortHook', hook),
  );
  module.function('get_stats_snapshot()', 'Return what the compiler has done so far, as a named tuple.', snapshot);
  module.function('releaseall()', 'Drop everything that was compiled: all code warms up anew.', () => {
    controls().releaseAll();
    return null;
  });
  module.function('enable()', 'Turn the compiler on, if code can be compiled here: is_enabled() tells.', () => {
    apply('on');
    return null;
  });
  module.function('disable()', 'Turn the compiler off, and drop everything that was compiled.', () => {
    apply('off');
    return null;
  });
  module.function('is_enabled()', 'Return whether hot code is compiled.', () => controls().isEnabled);
  module.types(statistics.type);
  module.constant('defaults', dictOf(Object.entries(defaultParameters(false))) as Value);
  module.constant('PARAMETER_DOCS', dictOf(PARAMETER_NAMES.map((name) => [name, describe(name)] as const)) as Value);
}
