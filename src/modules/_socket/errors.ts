/** Exceptions of `_socket`, and the ways of its functions to raise. */
import { raiseObject } from '../../objspace/exception.ts';
import type { Exit } from '../../objspace/object.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import { exceptionTypes, orThrow, type PyBaseException } from '../../objspace/exception.ts';
import { call } from '../../objspace/operations.ts';
import type { Value } from '../../objspace/object.ts';

export const gaierror = new ModuleException('socket', 'gaierror', ['OSError']);
export const herror = new ModuleException('socket', 'herror', ['OSError']);

/** Numbers of `getaddrinfo`'s errors and their texts. */
const RESOLVER_ERRORS: Readonly<Record<number, string>> = {
  [-2]: 'Name or service not known',
  [-3]: 'Temporary failure in name resolution',
  [-6]: 'ai_family not supported',
  [-7]: 'ai_socktype not supported',
  [-8]: 'Servname not supported for ai_socktype',
  [-9]: 'Address family for hostname not supported',
};

export const EAI_NONAME = -2;
export const EAI_FAMILY = -6;
export const EAI_SOCKTYPE = -7;
export const EAI_SERVICE = -8;
export const EAI_ADDRFAMILY = -9;

/** `throw resolverError(EAI_NONAME)`. */
export function resolverError(code: number): PyBaseException {
  return gaierror.error(code, RESOLVER_ERRORS[code]);
}

/** `throw unknownHost()`. */
export function unknownHost(): PyBaseException {
  return herror.error(1, 'Unknown host');
}

/** An OSError with nothing but a text. */
export function osError(text: string): PyBaseException {
  return orThrow(call(exceptionTypes['OSError'], [text])) as Value as PyBaseException;
}

export function raiseTimeout(): Exit {
  return raiseObject(orThrow(call(exceptionTypes['TimeoutError'], ['timed out'])) as Value as PyBaseException);
}
