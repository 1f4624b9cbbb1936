/**
 * Programs from the grammar of tools/fuzz/programs print what CPython prints, and leave the interpreter sound.
 *
 * One process makes and runs them all. The expectation, checksums of sources and outputs, is recorded by tools/oracle/record-programs.py.
 */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const SEED = 2026;
const PROGRAMS = 'tools/fuzz/programs/serve.py';

interface Answer {
  source: string;
  trace: string;
  failure: string | null;
}

const checksum = (text: string): string => createHash('md5').update(text).digest('hex').slice(0, 8);

test('generated programs', () => {
  const expected = readFileSync('test/generated-programs.txt', 'utf8').trimEnd().split(/\r?\n/);
  const questions = expected.map((line) => ({
    ask: 'run',
    check: true,
    corpus: [],
    seed: SEED,
    index: Number(line.split(' ')[0]),
  }));
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/cli.mjs', PROGRAMS], {
    input: questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  assert.strictEqual(answers.length, expected.length, stderr);
  const actual = answers.map(
    ({ source, trace, failure }, index) =>
      `${questions[index]!.index} ${checksum(source)} ${checksum(trace)}${failure === null ? '' : ` ${failure}`}`,
  );
  assert.deepStrictEqual(
    actual.filter((line, index) => line !== expected[index]),
    [],
  );
});
