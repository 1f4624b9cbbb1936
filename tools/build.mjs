/**
 * Builds everything that is shipped into `dist`: the command and its worker, the embedding API, the standard library.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

mkdirSync('dist', { recursive: true });
for (const name of readdirSync('dist')) if (name !== 'lib') rmSync(`dist/${name}`, { recursive: true });

const entries = { cli: 'src/cli/main.ts', 'worker-boot': 'src/cli/worker-boot.ts', inline: 'src/cli/inline-boot.ts' };
if (existsSync('src/index.ts')) entries.index = 'src/index.ts';
await bundle(entries, 'dist', { banner: { cli: '#!/usr/bin/env node' } });
// What starts under V8's code cache is one plain script each (src/cli/boot.ts).
await bundle({ worker: 'src/cli/worker.ts' }, 'dist', { format: 'cjs' });
await bundle({ inline: 'src/cli/inline.ts' }, 'dist', { format: 'cjs' });
const frozen = spawnSync(process.execPath, ['tools/run.mjs', 'tools/stdlib/freeze.ts'], { stdio: 'inherit' });
process.exit(frozen.status ?? 1);
