/**
 * Which instructions programs execute: how many, the share of moves, and the most frequent ones.
 *
 *   node tools/measure-executed.mjs [PROGRAM.py ...]         all of benchmarks/programs without arguments
 *
 * Builds the command with an interpreter that counts (the loop's `switch` is given a counter by a plug-in of the bundler), and runs
 * every program in it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const FOLDER = resolve('build/measure-executed');
const LOOP = 'switch (words[pc]) {';
const COUNTING = 'switch ((globalThis.executedInstructions[words[pc]]++, words[pc])) {';

/** Writes the counts when the program ends. */
const PRELUDE = `
globalThis.executedInstructions = new Float64Array(512);
process.on('exit', () => require('node:fs').writeFileSync(process.env.TYPHON_COUNTS, JSON.stringify([...globalThis.executedInstructions])));
`;

async function buildCounting() {
  mkdirSync(FOLDER, { recursive: true });
  const build = await rolldown({
    input: { inline: 'src/cli/inline.ts' },
    platform: 'node',
    transform: { target: 'es2022' },
    plugins: [
      {
        name: 'count',
        transform(code, id) {
          if (!id.endsWith('interpreter/dispatch.ts')) return null;
          if (!code.includes(LOOP)) throw new Error('the loop has another form: adapt tools/measure-executed.mjs');
          return code.replace(LOOP, COUNTING);
        },
      },
    ],
  });
  await build.write({ dir: FOLDER, format: 'cjs', entryFileNames: '[name].cjs', banner: PRELUDE });
  await build.close();
  // The bundle looks for the library beside itself.
  const bundle = readFileSync(`${FOLDER}/inline.cjs`, 'utf8');
  writeFileSync(`${FOLDER}/inline.cjs`, bundle.replaceAll('__dirname', JSON.stringify(resolve('dist'))));
}

function opcodeNames() {
  const names = [];
  for (const match of readFileSync('src/bytecode/opcodes.generated.ts', 'utf8').matchAll(
    /export const (\w+) = (\d+);/g,
  )) {
    names[Number(match[2])] = match[1];
  }
  return names;
}

function countsOf(program) {
  const counts = `${FOLDER}/${basename(program)}.json`;
  const environment = { ...process.env, TYPHON_COUNTS: counts };
  const result = spawnSync(process.execPath, [`${FOLDER}/inline.cjs`, program], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${program} fails`);
  return JSON.parse(readFileSync(counts, 'utf8'));
}

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

await buildCounting();
const names = opcodeNames();
const move = names.indexOf('Move');
const folder = 'benchmarks/programs';
const given = process.argv.slice(2);
const programs =
  given.length > 0
    ? given
    : readdirSync(folder)
        .filter((name) => name.endsWith('.py'))
        .map((name) => `${folder}/${name}`);
const total = new Array(names.length).fill(0);
for (const program of programs) {
  const counts = countsOf(program);
  const executed = counts.reduce((sum, count) => sum + count, 0);
  console.log(
    `${basename(program).padEnd(32)} ${String(executed).padStart(12)} executed, ${share(counts[move], executed).padStart(6)} moves`,
  );
  names.forEach((_, opcode) => {
    total[opcode] += counts[opcode];
  });
}
const all = total.reduce((sum, count) => sum + count, 0);
console.log(`\nall: ${all} executed, ${share(total[move], all)} moves`);
const ranked = names.map((name, opcode) => [name, total[opcode]]).sort((a, b) => b[1] - a[1]);
for (const [name, count] of ranked.slice(0, 25)) console.log(`${name.padEnd(20)} ${share(count, all)}`);
