/** The command line of `typhon`: CPython's options, where they have a meaning. */
import type { Options } from '../interpreter/services.ts';
import { parseSettings, type Setting } from '../jit/parameters.ts';
import { defaultOptions } from '../vm/options.ts';
import type { HelpPage } from './help.ts';
import { applyXOption, type Refusal } from './x-options.ts';

export type Action =
  | { kind: 'file'; path: string }
  | { kind: 'command'; command: string }
  | { kind: 'module'; name: string }
  | { kind: 'stdin' }
  | { kind: 'interactive' }
  | { kind: 'help'; page: HelpPage }
  | { kind: 'jit-help' }
  | { kind: 'version'; verbose: boolean };

export interface CommandLine {
  readonly action: Action;
  readonly args: readonly string[];
  readonly options: Options;
  readonly skipFirstLine: boolean;
  /** What was wrong. */
  readonly error: Refusal | undefined;
}

/** Options without an argument. */
const SWITCHES: Record<string, (options: Options) => void> = {
  b: (options) => options.bytesWarning++,
  B: (options) => (options.dontWriteBytecode = true),
  d: (options) => (options.debug = 1),
  E: (options) => (options.ignoreEnvironment = true),
  i: (options) => {
    options.inspect++;
    options.interactive++;
  },
  I: (options) => {
    options.isolated = true;
    options.ignoreEnvironment = true;
    options.noUserSite = true;
    options.safePath = true;
  },
  O: (options) => options.optimize++,
  P: (options) => (options.safePath = true),
  q: (options) => (options.quiet = true),
  R: (options) => (options.hashRandomization = true),
  s: (options) => (options.noUserSite = true),
  S: (options) => (options.noSite = true),
  u: (options) => (options.unbuffered = true),
  // Of Python 2; taken and without effect, as in CPython.
  t: () => {},
  v: (options) => options.verbose++,
};

interface Parsing {
  readonly argv: readonly string[];
  index: number;
  readonly options: Options;
  action: Action | undefined;
  skipFirstLine: boolean;
  versions: number;
  error: Refusal | undefined;
}

function refuse(parsing: Parsing, text: string): void {
  parsing.error = { text, isFatal: false };
}

/** Words that print a page of help, and the page. */
const HELP_PAGES: Record<string, HelpPage> = {
  '--help': 'options',
  '--help-env': 'environment',
  '--help-xoptions': 'xoptions',
  '--help-all': 'all',
};

const PYC_CHECKS = ['always', 'default', 'never'];

/** The argument of an option: the rest of the word, or the next one. */
function argumentOf(parsing: Parsing, word: string, at: number): string | undefined {
  if (at + 1 < word.length) return word.slice(at + 1);
  const next = parsing.argv[parsing.index + 1];
  if (next === undefined) {
    refuse(parsing, `Argument expected for the -${word[at]} option`);
    return undefined;
  }
  parsing.index++;
  return next;
}

function parseLong(parsing: Parsing, word: string): void {
  if (Object.hasOwn(HELP_PAGES, word)) parsing.action = { kind: 'help', page: HELP_PAGES[word] };
  else if (word === '--version') parsing.versions++;
  else if (word === '--check-hash-based-pycs') applyPycCheck(parsing, parsing.argv[++parsing.index]);
  else if (word === '--jit') applyJit(parsing, parsing.argv[++parsing.index]);
  else if (word === '--jitlog') applyJitLog(parsing, parsing.argv[++parsing.index]);
  else if (word.startsWith('--jitlog=')) applyJitLog(parsing, word.slice(9));
  else if (word.startsWith('--jit=')) applyJit(parsing, word.slice(6));
  else refuse(parsing, `Unknown option: ${word}`);
}

/** Files of bytecode are not written: the setting has no effect, but only CPython's are taken. */
function applyPycCheck(parsing: Parsing, mode: string | undefined): void {
  if (mode === undefined) refuse(parsing, 'Argument expected for the --check-hash-based-pycs option');
  else if (!PYC_CHECKS.includes(mode))
    refuse(parsing, "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
}

function applyJitLog(parsing: Parsing, path: string | undefined): void {
  if (path === undefined || path === '') refuse(parsing, '--jitlog: file expected');
  else parsing.options.jitLog = path;
}

function applyJit(parsing: Parsing, setting: string | undefined): void {
  if (setting === 'help') {
    parsing.action = { kind: 'jit-help' };
    return;
  }
  const settings = parseSettings(setting ?? '');
  if (typeof settings === 'string')
    refuse(parsing, `--jit: error in JIT parameters string at '${settings}'; try --jit help`);
  else {
    // Who sets parameters wants a compiler.
    if (parsing.options.jit === 'off' && settings.some((item) => typeof item !== 'string')) parsing.options.jit = 'on';
    for (const item of settings) applyJitSetting(parsing.options, item);
  }
}

function applyJitSetting(options: Options, setting: Setting): void {
  if (setting === 'default') options.jitParameters = [];
  else if (typeof setting === 'string') options.jit = setting;
  else options.jitParameters.push(setting);
}

/** Reads one word of short options; true when what follows belongs to the program. */
function parseShort(parsing: Parsing, word: string): boolean {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at];
    const apply = SWITCHES[letter];
    if (apply !== undefined) {
      apply(parsing.options);
      continue;
    }
    if (letter === 'h' || letter === '?') {
      parsing.action = { kind: 'help', page: 'options' };
      return true;
    }
    if (letter === 'V') {
      parsing.versions++;
      continue;
    }
    if (letter === 'x') {
      parsing.skipFirstLine = true;
      continue;
    }
    if (!'cmWX'.includes(letter)) {
      refuse(parsing, `Unknown option: -${letter}`);
      return true;
    }
    const argument = argumentOf(parsing, word, at);
    if (argument === undefined) return true;
    if (letter === 'c') parsing.action = { kind: 'command', command: `${argument}\n` };
    if (letter === 'm') parsing.action = { kind: 'module', name: argument };
    if (letter === 'W') parsing.options.warnOptions.push(argument);
    if (letter === 'X') parsing.error = applyXOption(parsing.options, argument);
    return letter === 'c' || letter === 'm' || parsing.error !== undefined;
  }
  return false;
}

/** `argv` without the command itself. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const parsing: Parsing = {
    argv,
    index: 0,
    options: defaultOptions(),
    action: undefined,
    skipFirstLine: false,
    versions: 0,
    error: undefined,
  };
  for (; parsing.index < argv.length; parsing.index++) {
    const word = argv[parsing.index];
    if (!word.startsWith('-') || word === '-') break;
    if (word === '--') {
      parsing.index++;
      break;
    }
    if (word.startsWith('--')) parseLong(parsing, word);
    else if (parseShort(parsing, word)) {
      parsing.index++;
      break;
    }
    if (parsing.error !== undefined || parsing.action?.kind.endsWith('help')) break;
  }
  return completed(parsing);
}

function completed(parsing: Parsing): CommandLine {
  const { options, skipFirstLine, error } = parsing;
  let args = parsing.argv.slice(parsing.index);
  let { action } = parsing;
  if (parsing.versions > 0 && action?.kind !== 'help') action = { kind: 'version', verbose: parsing.versions > 1 };
  if (action === undefined) {
    if (args.length === 0) action = { kind: 'interactive' };
    else if (args[0] === '-') action = { kind: 'stdin' };
    else {
      action = { kind: 'file', path: args[0] };
      args = args.slice(1);
    }
  }
  return { action, args, options, skipFirstLine, error };
}
