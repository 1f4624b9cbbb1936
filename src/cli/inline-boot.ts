/** Entry of the command without a worker (inline.ts). */
import { boot } from './boot.ts';

declare const FINGERPRINT: string;

boot('inline.script.js', FINGERPRINT);
