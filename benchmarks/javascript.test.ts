/** The programs in JavaScript find what the Python programs of the same names find. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const FOLDER = 'benchmarks/javascript';

/** The numbers of a text, in order. */
const numbersOf = (text: string): string[] => text.match(/-?\d+(\.\d+)?/g) ?? [];

test('results of the programs in JavaScript', async () => {
  const programs = readdirSync(FOLDER).map((file) => file.slice(0, -'.mjs'.length));
  assert.ok(programs.length >= 7, `${programs.length} programs`);
  for (const program of programs) {
    const { main } = await import(pathToFileURL(resolve(FOLDER, `${program}.mjs`)).href);
    const expected = readFileSync(`benchmarks/programs/${program}.expected`, 'utf8').split('\n')[0]!;
    const wanted = numbersOf(expected.slice(expected.indexOf(':')));
    assert.ok(wanted.length > 0, expected);
    assert.deepEqual(numbersOf(String(main())), wanted, program);
  }
});
