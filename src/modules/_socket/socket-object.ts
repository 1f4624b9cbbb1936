/** The host class of `_socket.socket`, and how its operations wait. */
import { HostError } from '../../host/host.ts';
import { POLLERR, POLLHUP, type POLLIN, POLLNVAL, type POLLOUT, type Sockets } from '../../host/sockets.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { waitUntil } from '../../interpreter/waiting.ts';
import { raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Value } from '../../objspace/object.ts';
import { raiseTimeout } from './errors.ts';
import { spanArgument } from '../../objspace/gateway/time-arguments.ts';

/** No limit to waiting. */
export const WITHOUT_END = -1;

export class PySocket extends PyObject {
  fd: number;
  family: number;
  type: number;
  protocol: number;
  /** Seconds; 0 for non-blocking sockets. */
  timeout: number;

  constructor() {
    super();
    this.fd = -1;
    this.family = -1;
    this.type = -1;
    this.protocol = -1;
    this.timeout = WITHOUT_END;
  }
}

export function sockets(): Sockets {
  return services().host.sockets;
}

/** `setdefaulttimeout`: of new sockets, per interpreter. */
const defaultTimeouts = new WeakMap<object, number>();

export function defaultTimeout(): number {
  return defaultTimeouts.get(services()) ?? WITHOUT_END;
}

export function setDefaultTimeout(seconds: number): void {
  defaultTimeouts.set(services(), seconds);
}

/** A time-out argument as seconds, None as WITHOUT_END. */
export function timeoutArgument(value: Value): number | Exit {
  if (value === null) return WITHOUT_END;
  const seconds = spanArgument(value);
  return seconds < 0 ? raiseValueError('Timeout value out of range') : seconds;
}

/** Raises where the socket is closed. */
export function checkOpen(self: PySocket): true | Exit {
  return self.fd < 0 ? raiseErrno('EBADF') : true;
}

function isReady(fd: number, bits: number): boolean {
  return (sockets().readiness(fd) & (bits | POLLERR | POLLHUP | POLLNVAL)) !== 0;
}

/**
 * Runs an operation that may find nothing to do, and waits for it as the socket's time-out says. A blocking socket that nobody else could
 * serve is an error (EDEADLK), not a wait without end.
 */
export function whenReady<T>(
  self: PySocket,
  bits: typeof POLLIN | typeof POLLOUT,
  run: () => T,
  timeout = self.timeout,
): T | Exit {
  const end = performance.now() + timeout * 1000;
  for (;;) {
    if (checkOpen(self) === EXIT) return EXIT;
    const { hasChildren } = sockets();
    const result = attempt(run);
    if (result !== NOT_YET) return result as T | Exit;
    if (timeout === 0) return raiseErrno('EAGAIN');
    if (timeout === WITHOUT_END && !hasChildren) return raiseErrno('EDEADLK');
    const left = timeout === WITHOUT_END ? undefined : Math.max((end - performance.now()) / 1000, 0);
    const came = waitUntil(() => isReady(self.fd, bits), left);
    if (came === EXIT) return EXIT;
    if (!came) return raiseTimeout();
  }
}

const NOT_YET = Symbol('not yet');

function attempt<T>(run: () => T): T | Exit | typeof NOT_YET {
  return onHost(() => {
    try {
      return run();
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'EAGAIN') return NOT_YET;
      throw thrown;
    }
  });
}
