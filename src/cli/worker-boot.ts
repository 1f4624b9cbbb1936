/** Entry of the worker thread. */
import { fileURLToPath } from 'node:url';
import { boot } from './boot.ts';

boot(fileURLToPath(new URL('./worker.cjs', import.meta.url)));
