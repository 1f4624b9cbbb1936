/** Refuses constructs that are newer than the version of the language asked for. */
import { raiseAtLastToken } from './raise.ts';
import type { Parser } from './parser.ts';

/** `what` ends in the verb: "Pattern matching is". */
export function requireVersion(p: Parser, minor: number, what: string): void {
  if (p.featureVersion < minor) {
    raiseAtLastToken(p, `${what} only supported in Python 3.${minor} and greater`);
  }
}
