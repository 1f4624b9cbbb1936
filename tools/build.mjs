/**
 * Builds everything that is shipped into `dist`: the command and its worker, and the standard library. What is there already is replaced
 * only when the new one is complete.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const FRESH = `build/dist-${process.pid}`;

mkdirSync('dist', { recursive: true });
const entries = { cli: 'src/cli/main.ts', 'worker-boot': 'src/cli/worker-boot.ts', inline: 'src/cli/inline-boot.ts' };
await bundle(entries, FRESH, { banner: { cli: '#!/usr/bin/env node' } });
// What other programs import: one bundle for Node, one that needs no platform.
await bundle({ index: 'src/index.ts', 'index.node': 'src/index.node.ts' }, FRESH, { platform: 'neutral' });
// What starts under V8's code cache is one plain script each (src/cli/boot.ts).
await bundle({ worker: 'src/cli/worker.ts' }, FRESH, { format: 'cjs' });
await bundle({ inline: 'src/cli/inline.ts' }, FRESH, { format: 'cjs' });

const fresh = new Set(readdirSync(FRESH));
cpSync(FRESH, 'dist', { recursive: true, force: true });
rmSync(FRESH, { recursive: true });
for (const name of readdirSync('dist'))
  if (name !== 'lib' && !fresh.has(name)) rmSync(`dist/${name}`, { recursive: true });

// Programs start what `sys.executable` names.
chmodSync('dist/cli.mjs', 0o755);
const frozen = spawnSync(process.execPath, ['tools/run.mjs', 'tools/stdlib/freeze.ts'], { stdio: 'inherit' });
process.exit(frozen.status ?? 1);
