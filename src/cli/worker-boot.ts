/** Entry of the worker thread. */
import { boot } from './boot.ts';

declare const FINGERPRINT: string;

boot('worker.script.js', FINGERPRINT);
