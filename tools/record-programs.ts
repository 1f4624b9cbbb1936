/**
 * Records what CPython prints for the programs of examples/, benchmarks/programs/ and test/programs/:
 *
 *   TYPHON_ORACLE=PATH node tools/run.mjs tools/record-programs.ts [--check] [PATTERN ...]
 *
 * A pattern is a part of a program's path. Each program runs twice with different hash seeds: an output that differs is not a fact
 * about the program. With --check nothing is written: what is recorded is compared.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import {
  comparable,
  exitStatus,
  findPrograms,
  type Outcome,
  type Program,
  programEnvironment,
  troubleText,
} from '../test/program-files.ts';

const TIMEOUT = 60_000;
const JOBS = 2;
/** The signal of a time-out: no program ends by it otherwise. */
const TOO_SLOW = -constants.signals.SIGTERM;

const oracle = process.env.TYPHON_ORACLE ?? '';
if (oracle === '') {
  console.error('TYPHON_ORACLE must name the command of CPython 3.14');
  process.exit(2);
}
const library = execFileSync(oracle, ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' });

function run(program: Program, hashSeed: string): Promise<Outcome> {
  const environment = { ...programEnvironment(), PYTHONHASHSEED: hashSeed };
  const args = ['-B', ...program.options, program.path, ...program.args];
  return new Promise((resolve) => {
    const child = spawn(oracle, args, { env: environment, timeout: TIMEOUT });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('close', (status, signal) => {
      const text = (chunks: Buffer[]): string => comparable(Buffer.concat(chunks), library.trim());
      resolve({ status: exitStatus(status, signal), stdout: text(stdout), stderr: text(stderr) });
    });
    child.stdin.on('error', () => {}); // a program need not read its input
    child.stdin.end(program.stdin);
  });
}

/** Writes a file, or removes it if it has no content; with --check, tells whether it is as it should be. */
function record(path: string, content: string | undefined): boolean {
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (present === content) return true;
  if (isCheck) return false;
  if (content === undefined) rmSync(path);
  else writeFileSync(path, content);
  return true;
}

async function recordProgram(program: Program): Promise<boolean> {
  const [first, second] = [await run(program, '1'), await run(program, '2')];
  const trouble = troubleText(first);
  const complain = (text: string): boolean => {
    console.error(`${program.path}: ${text}`);
    return false;
  };
  if (first.status === TOO_SLOW) return complain('too slow');
  if (first.stdout !== second.stdout || trouble !== troubleText(second)) return complain('two runs differ');
  const isOutputRight = record(`${program.base}.expected`, first.stdout);
  const isTroubleRight = record(`${program.base}.expected-stderr`, trouble);
  if (!isOutputRight || !isTroubleRight) return complain('not as recorded');
  if (trouble !== undefined) console.log(`${program.path}: ${trouble.split('\n')[0]}, ${trouble.split('\n').at(-2)}`);
  return true;
}

const args = process.argv.slice(2);
const isCheck = args.includes('--check');
const programs = findPrograms(args.filter((arg) => arg !== '--check'));
let failures = 0;
async function work(): Promise<void> {
  for (let program = programs.shift(); program !== undefined; program = programs.shift())
    if (!(await recordProgram(program))) failures++;
}
await Promise.all(Array.from({ length: JOBS }, work));
process.exit(failures === 0 ? 0 : 1);
