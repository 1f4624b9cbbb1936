/**
 * Builds everything that is shipped into `dist`: the command and its worker, and the standard library. What is there already is replaced
 * only when the new one is complete.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const FRESH = `build/dist-${process.pid}`;

mkdirSync('dist', { recursive: true });
const types = spawn(process.execPath, ['tools/types.mjs', `${FRESH}/types`], { stdio: 'inherit' });
const typesDone = once(types, 'exit');
// What other programs import: one bundle for Node, one that needs no platform.
await bundle({ index: 'src/index.ts', 'index.node': 'src/index.node.ts' }, FRESH, {
  platform: 'neutral',
  minify: true,
});
// What starts under V8's code cache is one script each, whose value is a function (src/cli/boot.ts).
const script = {
  format: 'cjs',
  ending: 'script.js',
  banner: '(function (require, __dirname) {',
  footer: '})',
};
await bundle({ worker: 'src/cli/worker.ts' }, FRESH, script);
await bundle({ inline: 'src/cli/inline.ts' }, FRESH, script);

function fingerprint(name) {
  return createHash('sha256')
    .update(readFileSync(`${FRESH}/${name}.script.js`))
    .digest('hex')
    .slice(0, 16);
}

const entry = (name, source, script, banner = '') =>
  bundle({ [name]: source }, FRESH, {
    format: 'cjs',
    banner,
    define: { FINGERPRINT: JSON.stringify(fingerprint(script)) },
  });
await entry('worker', 'src/cli/worker-boot.ts', 'worker');
await entry('inline', 'src/cli/inline-boot.ts', 'inline');
await entry('cli', 'src/cli/main.ts', 'worker', '#!/usr/bin/env node');
// The same under the names that an `import` takes.
for (const name of ['cli', 'inline']) writeFileSync(`${FRESH}/${name}.mjs`, `import './${name}.cjs';\n`);

const [typesStatus] = await typesDone;
if (typesStatus !== 0) process.exit(1);

// Files that have another name than before, or are gone, would stay.
for (const name of ['chunks', 'types']) rmSync(`dist/${name}`, { recursive: true, force: true });
const fresh = new Set(readdirSync(FRESH));
cpSync(FRESH, 'dist', { recursive: true, force: true });
rmSync(FRESH, { recursive: true });
for (const name of readdirSync('dist'))
  if (name !== 'lib' && !fresh.has(name)) rmSync(`dist/${name}`, { recursive: true });

// Programs start what `sys.executable` names.
chmodSync('dist/cli.cjs', 0o755);
const frozen = spawnSync(process.execPath, ['tools/run.mjs', 'tools/stdlib/freeze.ts'], { stdio: 'inherit' });
process.exit(frozen.status ?? 1);
