/**
 * Runs a TypeScript tool: `node tools/run.mjs tools/generate.ts [arguments]`.
 * Node 20 cannot run TypeScript itself, so the tool is bundled into build/tools first.
 */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: node tools/run.mjs TOOL.ts [arguments]');
  process.exit(2);
}
// One folder per tool: two tools may run at the same time.
const name = basename(source, '.ts');
const folder = resolve('build/tools', `${name}-${createHash('md5').update(resolve(source)).digest('hex').slice(0, 6)}`);
await bundle({ [name]: source }, folder);
const output = resolve(folder, `${name}.mjs`);
process.argv.splice(1, 2, output);
await import(pathToFileURL(output).href);
