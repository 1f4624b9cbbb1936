/** Entry of the worker thread. */
import { workerData } from 'node:worker_threads';
import { boot } from './boot.ts';
import type { WorkerStart } from './channel.ts';
import { codeFiles } from './code-files.ts';

declare const FINGERPRINT: string;

const { machine } = workerData as WorkerStart;
boot(codeFiles('worker.script.js', FINGERPRINT), machine);
