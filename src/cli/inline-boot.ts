/** Entry of the command without a worker (inline.ts). */
import { fileURLToPath } from 'node:url';
import { boot } from './boot.ts';

boot(fileURLToPath(new URL('./inline.cjs', import.meta.url)));
