/** The error of code that Lib/re/_compiler.py would not make. */
import { error } from '../../objspace/exception.ts';

export function invalidCode(): object {
  return error('RuntimeError', 'invalid SRE code');
}
