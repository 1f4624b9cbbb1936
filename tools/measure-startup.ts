/**
 * Measures how long commands take to start: wall-clock and CPU time (all threads), against `node -e 0`.
 *
 *     node tools/run.mjs tools/measure-startup.ts [-r ROUNDS] [-n NODE] [-p PROGRAM] [DIST ...]
 *
 * Each DIST is a folder made by `npm run build` (default: dist; give a copy of an older one to compare); PROGRAM is what `-c` runs. Rounds
 * are interleaved, so that all commands see the same noise; minima are what to compare on a shared machine. docs/startup.md has the figures.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

interface Sample {
  readonly wall: number;
  readonly cpu: number;
}

interface Command {
  readonly name: string;
  readonly words: readonly string[];
  readonly samples: Sample[];
}

const settings = { rounds: 30, node: process.execPath, program: 'pass', folders: [] as string[] };

function readArguments(words: readonly string[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '-r') settings.rounds = Number(words[++at]);
    else if (word === '-n') settings.node = resolve(words[++at]);
    else if (word === '-p') settings.program = words[++at];
    else settings.folders.push(word);
  }
  if (settings.folders.length === 0) settings.folders.push('dist');
}

/** The shell reads the CPU time of a process and its threads to the millisecond; Node itself has no call for it. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1';

function sample({ words, name }: Command): Sample {
  const run = spawnSync('bash', ['-c', TIMED, 'bash', ...words], { encoding: 'utf8' });
  const [real, user, system] = run.stderr.trim().split(' ').map(Number);
  if (run.status !== 0) throw new Error(`${name} ends with status ${run.status}`);
  return { wall: real * 1000, cpu: (user + system) * 1000 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const WIDTH = 34;
const cell = (value: number): string => value.toFixed(0).padStart(9);

function row(command: Command, base: Command): string {
  const figures: number[] = [];
  for (const field of ['wall', 'cpu'] as const) {
    const values = command.samples.map((one) => one[field]);
    const baseValues = base.samples.map((one) => one[field]);
    figures.push(Math.min(...values), median(values), Math.min(...values) - Math.min(...baseValues));
  }
  return command.name.padEnd(WIDTH) + figures.map(cell).join('');
}

readArguments(process.argv.slice(2));
const { node, program } = settings;
const commands: Command[] = [
  { name: 'node -e 0', words: [node, '-e', '0'], samples: [] },
  ...settings.folders.map((folder) => ({
    name: `${folder} -c ${JSON.stringify(program)}`,
    words: [node, resolve(folder, existsSync(`${folder}/cli.cjs`) ? 'cli.cjs' : 'cli.mjs'), '-c', program],
    samples: [],
  })),
];
// The first runs write caches.
for (const command of commands) for (let run = 0; run < 2; run++) sample(command);
for (let round = 0; round < settings.rounds; round++) {
  for (const command of commands) command.samples.push(sample(command));
}
console.log(`${''.padEnd(WIDTH)}wall: min   median    above CPU: min   median    above   (ms)`);
for (const command of commands) console.log(row(command, commands[0]));
