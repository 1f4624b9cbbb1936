/**
 * The programs whose output is known, and the files beside each NAME.py:
 *
 *   NAME.expected          what CPython 3.14 writes to standard output
 *   NAME.expected-stderr   `exit status N`, then what it writes to standard error; absent if the status is 0 and nothing is written
 *   NAME.stdin             its input; empty if absent
 *   NAME.args              arguments of the program, one a line
 *   NAME.options           options of the interpreter, one a line
 *
 * Expectations are recorded by tools/record-programs.ts. Programs run from the root of the repository, because the paths in tracebacks are
 * those of the command line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { sep } from 'node:path';

/** Each folder holds programs of one kind; modules that they import lie in folders below. */
const FOLDERS = [
  'examples',
  'examples/stdlib',
  'benchmarks/programs',
  'test/programs/language',
  'test/programs/errors',
  'test/programs/library',
  'test/programs/applications',
];

export interface Outcome {
  /** The exit status; -N for the end by signal N. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly path: string;
  /** The path without its ending: the files beside the program begin with it. */
  readonly base: string;
  readonly options: readonly string[];
  readonly args: readonly string[];
  readonly stdin: Uint8Array;
  /** Signals, `os._exit` and other programs concern a whole process: see OWN_PROCESS. */
  readonly needsProcess: boolean;
}

/** The comment of programs that cannot share a process with others. */
const OWN_PROCESS = '# Runs in a process of its own.';

function lines(path: string): string[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '')
    : [];
}

function readProgram(path: string): Program {
  const base = path.replace(/\.py$/, '');
  return {
    path,
    base,
    options: lines(`${base}.options`),
    args: lines(`${base}.args`),
    stdin: existsSync(`${base}.stdin`) ? readFileSync(`${base}.stdin`) : new Uint8Array(),
    needsProcess: readFileSync(path, 'latin1').includes(OWN_PROCESS),
  };
}

/** The programs whose path contains one of the patterns; all without a pattern. */
export function findPrograms(patterns: readonly string[] = []): Program[] {
  const paths = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.py'))
      .map((name) => `${folder}/${name}`),
  );
  return paths
    .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
    .map(readProgram);
}

/** What the environment says to both implementations: nothing of the machine's own settings of Python. */
export function programEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON'));
  return { ...(Object.fromEntries(own) as Record<string, string>), NO_COLOR: '1', PYTHONUTF8: '1' };
}

/**
 * Output as it is compared: with the line ends of Linux, with paths relative to the repository, and with LIB for the folder of the standard
 * library.
 */
export function comparable(bytes: Uint8Array, library: string): string {
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\r\n', '\n');
  return text.replaceAll(library, 'LIB').replaceAll(`${process.cwd()}${sep}`, '');
}

export function exitStatus(status: number | null, signal: NodeJS.Signals | null): number {
  return signal === null ? status! : -constants.signals[signal];
}

const STATUS = 'exit status ';

export function expectedOutcome({ base }: Program): Outcome {
  const stdout = readFileSync(`${base}.expected`, 'utf8').replaceAll('\r\n', '\n');
  if (!existsSync(`${base}.expected-stderr`)) return { status: 0, stdout, stderr: '' };
  const text = readFileSync(`${base}.expected-stderr`, 'utf8').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n');
  return { status: Number(text.slice(STATUS.length, end)), stdout, stderr: text.slice(end + 1) };
}

/** The content of NAME.expected-stderr; undefined if there is none. */
export function troubleText({ status, stderr }: Outcome): string | undefined {
  return status === 0 && stderr === '' ? undefined : `${STATUS}${status}\n${stderr}`;
}
