/** `select.poll` objects. */
import { POLLERR, POLLHUP, POLLNVAL } from '../../host/sockets.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { waitUntil } from '../../interpreter/waiting.ts';
import { raise } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { unsigned } from '../_socket/byte-order.ts';
import { waitArgument } from './wait-argument.ts';
import { fileDescriptor } from '../../objspace/gateway/descriptor-argument.ts';

const ALWAYS_TOLD = POLLERR | POLLHUP | POLLNVAL;

export class PyPoll extends PyObject {
  /** Descriptor -> the events that are asked for. */
  readonly interests: Map<number, number>;
  isPolling: boolean;

  constructor() {
    super();
    this.interests = new Map();
    this.isPolling = false;
  }
}

function eventsOf(interests: ReadonlyMap<number, number>): [number, number][] {
  const { sockets } = services().host;
  const found: [number, number][] = [];
  for (const [fd, wanted] of interests) {
    const bits = sockets.readiness(fd) & (wanted | ALWAYS_TOLD);
    if (bits !== 0) found.push([fd, bits]);
  }
  return found;
}

function poll(self: PyPoll, timeout: Value): Result {
  const given = waitArgument(timeout, 1000, 'an integer');
  if (given !== undefined && given * 1000 > 0x7fffffff) return raise('OverflowError', 'timeout is too large');
  const seconds = given === undefined || given < 0 ? undefined : given;
  if (self.isPolling) return raise('RuntimeError', 'concurrent poll() invocation');
  let events: [number, number][] = [];
  self.isPolling = true;
  const waited = waitUntil(() => {
    events = eventsOf(self.interests);
    return events.length > 0;
  }, seconds);
  self.isPolling = false;
  return waited === EXIT ? EXIT : (PyList.of(events.map((event) => new PyTuple(event) as Value)) as Value);
}

const MASK_DOC = '  eventmask\n    an optional bitmask describing the type of events to check for';

export const pollType: PyType = builtinType<PyPoll>('poll', {
  base: objectType,
  layout: PyPoll,
  module: 'select',
  isBaseType: false,
  define(type) {
    type.method(
      'register(self, fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)',
      `Register a file descriptor with the polling object.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n${MASK_DOC}`,
      (self: PyPoll, fd: Value, mask: Value) => {
        const number = fileDescriptor(fd);
        self.interests.set(number, unsigned(mask, 16, 'unsigned short'));
        return null;
      },
    );
    type.method(
      'modify(self, fd, eventmask, /)',
      'Modify an already registered file descriptor.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n  eventmask\n    a bitmask describing the type of events to check for',
      (self, fd, mask) => {
        const number = fileDescriptor(fd);
        const wanted = unsigned(mask, 16, 'unsigned short');
        if (!self.interests.has(number)) return raiseErrno('ENOENT');
        self.interests.set(number, wanted);
        return null;
      },
    );
    type.method(
      'unregister(self, fd, /)',
      'Remove a file descriptor being tracked by the polling object.',
      (self, fd) => {
        const number = fileDescriptor(fd);
        return self.interests.delete(number) ? null : raise('KeyError', number);
      },
    );
    type.method(
      'poll(self, timeout=None, /)',
      'Polls the set of registered file descriptors.\n\n  timeout\n    The maximum time to wait in milliseconds, or else None (or a negative\n    value) to wait indefinitely.\n\nReturns a list containing any descriptors that have events or errors to\nreport, as a list of (fd, event) 2-tuples.',
      poll,
    );
  },
});
