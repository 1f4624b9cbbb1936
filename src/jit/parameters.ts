/**
 * What can be set of the compiler, by names: `--jit NAME=VALUE,...`, `typhon.jit.set_param`. Names that PyPy has mean the same here where
 * they mean something; its others are accepted without effect, so that a command line for PyPy works.
 */

export interface Parameters {
  /** Turns of a loop before its code is profiled; calls count among them. */
  threshold: number;
  /** Calls of a function before it is profiled; turns of its loops count among them. */
  function_threshold: number;
  /** A code is profiled in so many bursts, ... */
  bursts: number;
  /** ... each of so many turns, ... */
  profile_turns: number;
  /** ... or of so many instructions at most: a code that is seldom entered must not stay slow; ... */
  profile_limit: number;
  /** ... and with so many turns between them: what happens seldom is seen by some. */
  pause: number;
  /** A unit is made if the code has been profiled within so many milliseconds, ... */
  hot_time: number;
  /** ... or has had so many turns since within such a time: other code would never pay for it. */
  hot_turns: number;
  /** Or if so many turns have taken at most so many milliseconds ... */
  warm_time: number;
  /** ... so many times in succession. */
  warm_times: number;
  /** Turns that are profiled when a code is looked at again. */
  reprofile_turns: number;
  /** Failures of a unit's guards before it is made again, the first time. */
  guard_failures: number;
  /** How often a unit is left at a place that was never executed before that is compiled, the first time. */
  exit_failures: number;
  /** Later times need so many times more. */
  growth: number;
  /** How many units are made for a place. */
  generations: number;
  /** How often a loop of a function must ask for a unit of its own: calls of the function have one anyway. */
  requests: number;
  /** How often any other loop must. */
  loop_requests: number;
  /** How often a code must have been denied a unit for want of time before it gets more of it than others. */
  patience: number;
  /** Size of a unit beyond which V8 does badly. */
  trace_limit: number;
  inlining: number;
  /** Bytes of units that are kept. */
  code_limit: number;
  /** Of guards that fail at random; 0: none do. */
  seed: number;
}

export type ParameterName = keyof Parameters;

interface Description {
  readonly value: number;
  /** Compiles everything at once: for tests. */
  readonly stress?: number;
  readonly text: string;
}

const DESCRIPTIONS: Record<ParameterName, Description> = {
  threshold: { value: 120, stress: 1, text: 'number of times a loop has to run for it to become hot' },
  function_threshold: { value: 30, stress: 1, text: 'number of times a function must be called for it to become hot' },
  bursts: { value: 4, stress: 1, text: 'how often code is profiled before it is compiled' },
  profile_turns: { value: 50, stress: 3, text: 'turns of a loop, or calls times four, of one time' },
  profile_limit: { value: 2000, text: 'instructions that are profiled at most at one time' },
  pause: { value: 200, text: 'turns between two times' },
  hot_time: { value: 20, text: 'milliseconds that this may take, or hot_turns later, for the code to be compiled' },
  hot_turns: { value: 800, text: 'turns in such a time' },
  warm_time: { value: 400, text: 'milliseconds that hot_turns may take, time after time, for the code to be compiled' },
  warm_times: { value: 3, text: 'how often in succession' },
  reprofile_turns: { value: 40, stress: 2, text: 'turns that are profiled before code is compiled again' },
  guard_failures: { value: 30, stress: 2, text: 'failures of guards after which code is compiled again' },
  exit_failures: { value: 16, stress: 1, text: 'the same for ways that were not taken before' },
  growth: { value: 4, stress: 1, text: 'factor of both numbers from one time to the next' },
  generations: { value: 6, text: 'how often code is compiled for one place' },
  requests: {
    value: 500,
    stress: 0,
    text: 'how often a loop of a function is entered before it is compiled by itself',
  },
  loop_requests: { value: 40, stress: 0, text: 'the same for loops of code that is called once' },
  patience: { value: 6, text: 'how often code is denied a unit for want of time before it gets more of it' },
  trace_limit: { value: 40_000, text: 'size of a unit, in characters of JavaScript' },
  inlining: { value: 1, text: 'inline python functions or not (1/0)' },
  code_limit: { value: 32 * 2 ** 20, text: 'bytes of JavaScript that are kept, of all units' },
  seed: { value: 0, text: 'of guards that fail at random, 0 for none' },
};

export const PARAMETER_NAMES = Object.keys(DESCRIPTIONS) as readonly ParameterName[];

/** What PyPy can be told besides, and has no meaning here. */
const WITHOUT_MEANING: ReadonlySet<string> = new Set([
  'decay',
  'disable_unrolling',
  'loop_longevity',
  'max_retrace_guards',
  'max_unroll_loops',
  'max_unroll_recursion',
  'pureop_historylength',
  'retrace_limit',
  'trace_eagerness',
  'vec',
  'vec_all',
  'vec_cost',
]);

export function defaultParameters(isStress: boolean): Parameters {
  const entries = PARAMETER_NAMES.map((name) => {
    const { value, stress } = DESCRIPTIONS[name];
    return [name, isStress ? (stress ?? value) : value];
  });
  return Object.fromEntries(entries) as unknown as Parameters;
}

export function describe(name: ParameterName): string {
  return DESCRIPTIONS[name].text;
}

/** Whether a parameter of that name can be set, with or without an effect. */
export function isParameter(name: string): boolean {
  return name in DESCRIPTIONS || WITHOUT_MEANING.has(name);
}

/** What one word of a list of settings says. */
export type Setting = 'off' | 'on' | 'stress' | 'default' | readonly [name: string, value: number];

const WORDS: ReadonlySet<string> = new Set(['off', 'on', 'stress', 'default']);

/** Settings as PyPy writes them, `threshold=60,decay=0` or `off`; the word that is none, if there is one. */
export function parseSettings(text: string): Setting[] | string {
  const settings: Setting[] = [];
  for (const word of text.split(',')) {
    const setting = parseSetting(word.trim());
    if (setting === undefined) return word;
    settings.push(setting);
  }
  return settings;
}

function parseSetting(word: string): Setting | undefined {
  if (WORDS.has(word)) return word as Setting;
  const match = /^(\w+)\s*=\s*(-?\d{1,15})$/.exec(word);
  if (match !== null) return isParameter(match[1]) ? [match[1], Number(match[2])] : undefined;
  return /^enable_opts\s*=/.test(word) ? ['decay', 0] : undefined;
}

export function setParameter(parameters: Parameters, name: string, value: number): void {
  if (name in DESCRIPTIONS) parameters[name as ParameterName] = value;
}

/** What `--jit help` prints. */
export function parameterHelp(): string {
  const lines = PARAMETER_NAMES.map(
    (name) => ` ${name}=N\n    ${describe(name)} (default ${DESCRIPTIONS[name].value})\n`,
  );
  return [
    'Settings of the compiler: a comma-separated list of NAME=VALUE and words:\n\n',
    ...lines,
    ' on, off\n    turn the compiler on or off\n',
    ' stress\n    compile everything at once, with guards that fail at random: for tests\n',
    ' default\n    the values above\n',
    ' help\n    print this page\n\n',
    'Parameters that only PyPy has are accepted, and have no effect.\n',
    'The module "typhon.jit" controls the compiler from inside Python.\n',
  ].join('');
}
