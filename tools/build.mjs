/**
 * Builds everything that is shipped into `dist`: the command and its worker, the embedding API, the standard library.
 * `node tools/build.mjs [--library-only]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { bundle } from './bundle.mjs';

mkdirSync('dist', { recursive: true });
const entries = { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', inline: 'src/cli/inline.ts' };
if (existsSync('src/index.ts')) entries.index = 'src/index.ts';
await bundle(entries, 'dist', { banner: { cli: '#!/usr/bin/env node' } });
const frozen = spawnSync(process.execPath, ['tools/run.mjs', 'tools/stdlib/freeze.ts'], { stdio: 'inherit' });
process.exit(frozen.status ?? 1);
