/** Refuses constructs that are newer than the version of the language asked for. */
import { raiseAtToken } from './raise.ts';
import type { Parser } from './parser.ts';

/** `what` ends in the verb: "Pattern matching is". The error is placed at token `index`, by default the last one made. */
export function requireVersion(p: Parser, minor: number, what: string, index = p.tokens.count - 1): void {
  if (p.featureVersion >= minor) return;
  raiseAtToken(p, index, `${what} only supported in Python 3.${minor} and greater`);
}
