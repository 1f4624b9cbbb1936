/** Settings of the environment: CPython's variables, where they have a meaning here. */
import type { Options } from '../interpreter/services.ts';
import {
  applyImportTime,
  checkContextOption,
  checkCpuCount,
  checkGil,
  fatal,
  numberOf,
  type Refusal,
} from './x-options.ts';

type Read = (options: Options, value: string) => Refusal | undefined;

/** A switch that any text turns on. */
function turnsOn(name: 'safePath' | 'devMode' | 'warnDefaultEncoding' | 'faulthandler'): Read {
  return (options) => {
    options[name] = true;
    return undefined;
  };
}

/** A number; what is none counts as 1. */
function levelOf(value: string): number {
  const number = numberOf(value) ?? -1;
  return number < 0 ? 1 : number;
}

function level(name: 'optimize' | 'verbose'): Read {
  return (options, value) => {
    options[name] = Math.max(options[name], levelOf(value));
    return undefined;
  };
}

/** A switch that a number other than 0 turns on. */
function flag(name: 'dontWriteBytecode' | 'unbuffered' | 'noUserSite'): Read {
  return (options, value) => {
    if (levelOf(value) > 0) options[name] = true;
    return undefined;
  };
}

const MAX_SEED = 4294967295;

/** There is but the host's; the names are checked as CPython checks them. */
const ALLOCATORS: ReadonlySet<string> = new Set([
  'default',
  'debug',
  ...['pymalloc', 'malloc', 'mimalloc'].flatMap((name) => [name, `${name}_debug`]),
]);

const VARIABLES: Record<string, Read> = {
  PYTHONOPTIMIZE: level('optimize'),
  PYTHONVERBOSE: level('verbose'),
  PYTHONDEBUG(options, value) {
    if (levelOf(value) > 0) options.debug = Math.max(options.debug, 1);
    return undefined;
  },
  PYTHONINSPECT(options) {
    options.inspect = Math.max(options.inspect, 1);
    return undefined;
  },
  PYTHONDONTWRITEBYTECODE: flag('dontWriteBytecode'),
  PYTHONUNBUFFERED: flag('unbuffered'),
  PYTHONNOUSERSITE: flag('noUserSite'),
  PYTHONSAFEPATH: turnsOn('safePath'),
  PYTHONDEVMODE: turnsOn('devMode'),
  PYTHONWARNDEFAULTENCODING: turnsOn('warnDefaultEncoding'),
  PYTHONFAULTHANDLER: turnsOn('faulthandler'),
  PYTHONUTF8: (_options, value) =>
    value === '0' || value === '1'
      ? undefined
      : fatal('preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value', 'preinitializing'),
  PYTHONMALLOC: (_options, value) =>
    ALLOCATORS.has(value)
      ? undefined
      : fatal('preconfig_init_allocator: PYTHONMALLOC: unknown allocator', 'preinitializing'),
  PYTHONHASHSEED(options, value) {
    if (value === 'random') options.hashRandomization = true;
    else if (!/^[ \t\n\v\f\r]*\+?\d+$/.test(value) || Number(value) > MAX_SEED)
      return fatal('config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]');
    return undefined;
  },
  PYTHONINTMAXSTRDIGITS(options, value) {
    const limit = numberOf(value) ?? -1;
    if (limit !== 0 && limit < 640) {
      const wanted = 'invalid limit; must be >= 640 or 0 for unlimited.';
      return fatal(`config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: ${wanted}`);
    }
    if (!options.xOptions.has('int_max_str_digits')) options.intMaxStrDigits = limit;
    return undefined;
  },
  PYTHONTRACEMALLOC(options, value) {
    const frames = numberOf(value);
    if (frames === undefined || frames < 0)
      return fatal('config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames');
    if (!options.xOptions.has('tracemalloc')) options.tracemalloc = frames;
    return undefined;
  },
  PYTHONPYCACHEPREFIX(options, value) {
    if (!options.xOptions.has('pycache_prefix')) options.pycachePrefix = value;
    return undefined;
  },
  PYTHONPROFILEIMPORTTIME(options, value) {
    const { importTime } = options;
    const refusal = applyImportTime(options, value, 'PYTHONPROFILEIMPORTTIME: numeric values');
    if (options.xOptions.has('importtime')) options.importTime = importTime;
    return refusal;
  },
  PYTHON_CPU_COUNT: (options, value) => (options.xOptions.has('cpu_count') ? undefined : checkCpuCount(options, value)),
  PYTHON_GIL: (_options, value) => checkGil(value),
  PYTHON_FROZEN_MODULES(options, value) {
    if (!options.xOptions.has('frozen_modules')) options.frozenModules = value !== 'off';
    return value === 'on' || value === 'off'
      ? undefined
      : fatal('bad value for PYTHON_FROZEN_MODULES (expected "on" or "off")');
  },
  PYTHON_THREAD_INHERIT_CONTEXT: (_options, value) =>
    checkContextOption('thread_inherit_context', value, 'PYTHON_THREAD_INHERIT_CONTEXT=N: N is missing or invalid'),
  PYTHON_CONTEXT_AWARE_WARNINGS: (_options, value) =>
    checkContextOption('context_aware_warnings', value, 'PYTHON_CONTEXT_AWARE_WARNINGS=N: N is missing or invalid'),
  PYTHONWARNINGS(options, value) {
    options.warnOptions.unshift(...value.split(',').filter((part) => part !== ''));
    return undefined;
  },
};

/** Those that are read here; others by whom they concern. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES);

/** Called unless -E or -I is given; an empty variable is none. */
export function applyEnvironment(options: Options, environment: ReadonlyMap<string, string>): Refusal | undefined {
  for (const [name, read] of Object.entries(VARIABLES)) {
    const value = environment.get(name);
    const refusal = value === undefined || value === '' ? undefined : read(options, value);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
