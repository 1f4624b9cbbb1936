/**
 * Builds everything that is shipped into `dist`: the command and its worker, and the standard library. What is there already is replaced
 * only when the new one is complete.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const FRESH = `build/dist-${process.pid}`;

mkdirSync('dist', { recursive: true });
const types = spawn(process.execPath, ['tools/types.mjs', `${FRESH}/types`], { stdio: 'inherit' });
const typesDone = once(types, 'exit');
const entries = { cli: 'src/cli/main.ts', 'worker-boot': 'src/cli/worker-boot.ts', inline: 'src/cli/inline-boot.ts' };
await bundle(entries, FRESH, { banner: { cli: '#!/usr/bin/env node' } });
// What other programs import: one bundle for Node, one that needs no platform.
await bundle({ index: 'src/index.ts', 'index.node': 'src/index.node.ts' }, FRESH, {
  platform: 'neutral',
  minify: true,
});
// What starts under V8's code cache is one plain script each (src/cli/boot.ts).
await bundle({ worker: 'src/cli/worker.ts' }, FRESH, { format: 'cjs' });
await bundle({ inline: 'src/cli/inline.ts' }, FRESH, { format: 'cjs' });

const [typesStatus] = await typesDone;
if (typesStatus !== 0) process.exit(1);

rmSync('dist/chunks', { recursive: true, force: true });
const fresh = new Set(readdirSync(FRESH));
cpSync(FRESH, 'dist', { recursive: true, force: true });
rmSync(FRESH, { recursive: true });
for (const name of readdirSync('dist'))
  if (name !== 'lib' && !fresh.has(name)) rmSync(`dist/${name}`, { recursive: true });

// Programs start what `sys.executable` names.
chmodSync('dist/cli.mjs', 0o755);
const frozen = spawnSync(process.execPath, ['tools/run.mjs', 'tools/stdlib/freeze.ts'], { stdio: 'inherit' });
process.exit(frozen.status ?? 1);
