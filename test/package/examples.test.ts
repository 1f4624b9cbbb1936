/** The examples in the documentation of public items: each runs as it stands, and prints what its comments say. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { bundle } from '../../tools/bundle.mjs';
import { globSync } from '../../tools/glob.mjs';

interface Example {
  readonly name: string;
  readonly source: string;
}

/** The blocks of TypeScript in doc comments and in documents. */
function examplesOf(path: string): Example[] {
  const text = readFileSync(path, 'utf8').replace(/^ *\* ?/gm, path.endsWith('.ts') ? '' : '$&');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, source], index) => ({
    name: `${path.replace(/\W/g, '-')}-${index}`,
    source,
  }));
}

/** What the comments behind the statements that print say, a line each. */
function expectedOutput(source: string): string[] {
  return [...source.matchAll(/^.*[;)`}] \/\/ (.*)$/gm)].map(([, text]) => text);
}

const examples = [...globSync(['src/embedding'], '.ts'), 'docs/embedding.md']
  .filter((path) => !path.includes('/test/'))
  .flatMap(examplesOf);

const folder = resolve('build', `examples-${process.pid}`);
after(() => rmSync(folder, { recursive: true, force: true }));

test('there are examples', () => {
  assert.ok(examples.length >= 15);
});

test('the examples print what they say', async (t) => {
  mkdirSync(folder, { recursive: true });
  for (const { name, source } of examples) writeFileSync(`${folder}/${name}.ts`, source);
  const entries = Object.fromEntries(examples.map(({ name }) => [name, `${folder}/${name}.ts`]));
  await bundle(entries, `${folder}/out`, { external: ['typhon-python'] });
  const { log } = console;
  for (const { name, source } of examples) {
    const printed: string[] = [];
    console.log = (...values) => printed.push(format(...values));
    try {
      await import(pathToFileURL(`${folder}/out/${name}.mjs`).href);
    } finally {
      console.log = log;
    }
    await t.test(name, () => assert.deepEqual(printed, expectedOutput(source), source));
  }
});
