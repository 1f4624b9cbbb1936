/** The joke of PEP 401: after `from __future__ import barry_as_FLUFL` inequality is written `<>`. */
import { raiseAtLastToken } from './raise.ts';
import type { Parser } from './parser.ts';

const LESS = 60;

/** Checks the NotEqual token that comes next: which of the two spellings it must have. */
export function requireNotEqual(p: Parser): void {
  const isDiamond = p.tokens.input.charCodeAt(p.tokens.starts[p.index]) === LESS;
  if (isDiamond === p.hasBarry) return;
  if (p.hasBarry) raiseAtLastToken(p, "with Barry as BDFL, use '<>' instead of '!='");
  p.fail();
}
