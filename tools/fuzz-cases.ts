/**
 * Runs the programs of tools/fuzz/cases under Typhon and under CPython, and shows the lines that differ:
 * `node tools/run.mjs tools/fuzz-cases.ts [NAME] [SEED] [COUNT]`. Each line is one case, and says what it is about.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { requireOracle } from './oracle/oracle.ts';

const FOLDER = 'tools/fuzz/cases';
/** The generator that the programs share. */
const SHARED = 'draw';
const SHOWN = 10;

const [only, seed = '1', count = '3000'] = process.argv.slice(2);
const oracle = requireOracle();

function lines(command: string, args: string[]): string[] {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  return `${result.stdout}${result.stderr}`.split('\n');
}

function compare(name: string): boolean {
  const program = `${FOLDER}/${name}.py`;
  const expected = lines(oracle, ['-B', program, seed, count]);
  const actual = lines(process.execPath, ['dist/cli.mjs', program, seed, count]);
  const different = Array.from({ length: Math.max(expected.length, actual.length) }, (_, index) => index).filter(
    (index) => expected[index] !== actual[index],
  );
  console.log(`${name}: ${expected.length - 1} lines, ${different.length} differ`);
  for (const index of different.slice(0, SHOWN))
    console.log(`  CPython  ${expected[index]}\n  Typhon   ${actual[index]}`);
  return different.length === 0;
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -'.py'.length))
  .filter((name) => name !== SHARED && (only === undefined || only === name));
const isSame = names.map(compare).every((same) => same);
process.exit(isSame ? 0 : 1);
