/** Errors of the host as Python exceptions: what every module does with a HostError. */
import { HostError } from '../host/host.ts';
import { raiseObject } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { newOSError } from '../objspace/types/exceptions/os-error.ts';
import { ERRNO_BY_NAME, errnoMessage } from '../util/errno.ts';
import { checkInterruptions } from './safepoint.ts';

/** Raises the OSError of an errno name. */
export function raiseErrno(code: string, filename?: Value, filename2?: Value): Exit {
  const number = ERRNO_BY_NAME.get(code) ?? ERRNO_BY_NAME.get('EIO')!;
  return raiseObject(newOSError(number, errnoMessage(number), filename, filename2));
}

/**
 * Runs an operation of the host; a HostError becomes an OSError that names the file. An operation that a signal ended is tried again
 * after the signal's handler, unless that raises (PEP 475). Anything else is thrown on.
 */
export function onHost<T>(run: () => T, filename?: Value, filename2?: Value): T | Exit {
  for (;;) {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      if (thrown.code !== 'EINTR') return raiseErrno(thrown.code, filename, filename2);
      if (checkInterruptions() === EXIT) return EXIT;
    }
  }
}
