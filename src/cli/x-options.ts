/** `-X NAME=VALUE`: CPython's options that have a meaning here, and Typhon's own. */
import type { LimitOptions } from '../interpreter/limit-options.ts';
import type { Options } from '../interpreter/services.ts';

/** Why the command line is refused: a wrong word, after which the usage is printed, or a value that CPython calls a fatal error. */
export interface Refusal {
  readonly text: string;
  readonly isFatal: boolean;
}

type Apply = (options: Options, value: string | true) => Refusal | undefined;

const wrong = (text: string): Refusal => ({ text, isFatal: false });
export const fatal = (text: string, state = 'preinitialized'): Refusal => ({
  text: `Fatal Python error: ${text}\nPython runtime state: ${state}\n`,
  isFatal: true,
});

/** Options that limit the program. */
const LIMITS: Record<string, keyof LimitOptions> = {
  max_time: 'time',
  max_cpu_time: 'cpuTime',
  max_steps: 'steps',
  max_memory: 'memory',
  max_recursion: 'recursion',
};

const UNITS: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/** A positive number; K, M or G after it multiplies by a power of 1024. */
function applyLimit(options: Options, name: string, text: string | true): Refusal | undefined {
  const match = text === true ? null : /^(\d+(?:\.\d+)?|\d*\.\d+)([KMG]?)$/.exec(text);
  const limit = match === null ? 0 : Number(match[1]) * UNITS[match[2]];
  if (limit <= 0) return wrong(`-X ${name}: invalid limit; must be a positive number, as in 1.5 or 256M.`);
  options.limits = { ...options.limits, [LIMITS[name]]: limit };
  return undefined;
}

const INVALID_DIGITS =
  'config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.';

const MAX_INT = 0x7fffffff;

/** The number that C's `strtol` reads of the whole text; undefined if it is none, or no C `int`. */
export function numberOf(text: string): number | undefined {
  const number = /^([ \t\n\v\f\r]*[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return number >= -MAX_INT - 1 && number <= MAX_INT ? number : undefined;
}

/** A limit that may be left empty, but not left out. */
const applyDigits: Apply = (options, value) => {
  if (value === '') return undefined;
  const limit = value === true ? -1 : (numberOf(value) ?? -1);
  if (limit !== 0 && limit < 640) return fatal(INVALID_DIGITS);
  options.intMaxStrDigits = limit;
  return undefined;
};

const INVALID_CPU_COUNT =
  'config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0';

/** What `os.cpu_count` answers. */
export function checkCpuCount(options: Options, value: string | true): Refusal | undefined {
  if (value === 'default') return undefined;
  const count = value === true ? 0 : (numberOf(value) ?? 0);
  if (count < 1) return fatal(INVALID_CPU_COUNT);
  options.cpuCount = count;
  return undefined;
}

/** There is one, as in most builds of CPython. */
export function checkGil(value: string | true): Refusal | undefined {
  if (value === '1') return undefined;
  if (value === '0') return fatal('config_read_gil: Disabling the GIL is not supported by this build');
  return fatal('config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"');
}

/** What is no number counts as 1. */
export function applyImportTime(options: Options, value: string, complaint: string): Refusal | undefined {
  const level = value === '' ? 1 : (numberOf(value) ?? 1);
  if (level < 0 || level > 2)
    return fatal(`config_init_import_time: ${complaint} other than 1 and 2 are reserved for future use.`);
  options.importTime = level;
  return undefined;
}

export function checkContextOption(name: string, value: string | true, complaint: string): Refusal | undefined {
  return value === '0' || value === '1' ? undefined : fatal(`config_init_${name}: ${complaint}`);
}

/** By name; all others are only kept in `sys._xoptions`. */
const OPTIONS: Record<string, Apply> = {
  dev: (options) => {
    options.devMode = true;
    return undefined;
  },
  warn_default_encoding: (options) => {
    options.warnDefaultEncoding = true;
    return undefined;
  },
  faulthandler: (options) => {
    options.faulthandler = true;
    return undefined;
  },
  pycache_prefix: (options, value) => {
    options.pycachePrefix = value === true || value === '' ? null : value;
    return undefined;
  },
  cpu_count: checkCpuCount,
  gil: (_options, value) => checkGil(value),
  importtime: (options, value) => applyImportTime(options, value === true ? '' : value, '-X importtime: values'),
  thread_inherit_context: (_options, value) =>
    checkContextOption('thread_inherit_context', value, '-X thread_inherit_context=n: n is missing or invalid'),
  context_aware_warnings: (_options, value) =>
    checkContextOption('context_aware_warnings', value, '-X context_aware_warnings=n: n is missing or invalid'),
  inline_caches: (options, value) => {
    options.inlineCaches = value === 'on';
    return value === 'on' || value === 'off' ? undefined : wrong('-X inline_caches: must be on or off');
  },
  int_max_str_digits: applyDigits,
  utf8: (_options, value) =>
    value === true || value === '0' || value === '1'
      ? undefined
      : fatal('preconfig_init_utf8_mode: invalid -X utf8 option value', 'preinitializing'),
  frozen_modules: (options, value) => {
    options.frozenModules = value !== 'off';
    return value === true || value === '' || value === 'on' || value === 'off'
      ? undefined
      : fatal('bad value for option -X frozen_modules (expected "on" or "off")');
  },
  tracemalloc: (options, value) => {
    const frames = value === true ? 1 : numberOf(value);
    if (frames === undefined || frames < 0)
      return fatal('config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames');
    options.tracemalloc = frames;
    return undefined;
  },
};

/** All that have an effect. */
export const OPTION_NAMES: readonly string[] = [...Object.keys(LIMITS), ...Object.keys(OPTIONS)];

export function applyXOption(options: Options, text: string): Refusal | undefined {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text, true as const] : [text.slice(0, equals), text.slice(equals + 1)];
  const isFirst = !options.xOptions.has(name);
  options.xOptions.set(name, value);
  if (Object.hasOwn(LIMITS, name)) return applyLimit(options, name, value);
  // Of CPython's own, the first of a name counts, though `sys._xoptions` shows the last.
  if (!isFirst) return undefined;
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name](options, value) : undefined;
}
