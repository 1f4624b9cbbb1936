/** Entry of the command without a worker (inline.ts). */
import { boot } from './boot.ts';
import { codeFiles, readCode } from './code-files.ts';

declare const FINGERPRINT: string;

const files = codeFiles('inline.script.js', FINGERPRINT);
boot(files, readCode(files));
