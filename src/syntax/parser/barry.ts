/** The joke of PEP 401: after `from __future__ import barry_as_FLUFL` inequality is written `<>`. */
import { raiseAtLastToken } from './raise.ts';
import type { Parser } from './parser.ts';

const EXCLAMATION = 33;

/** Checks the NotEqual token at `index`. */
export function requireNotEqual({ tokens }: Pick<Parser, 'tokens'>, index: number): void {
  if (tokens.hasDiamond && tokens.input.charCodeAt(tokens.starts[index]) === EXCLAMATION) {
    raiseAtLastToken({ tokens }, "with Barry as BDFL, use '<>' instead of '!='");
  }
}
