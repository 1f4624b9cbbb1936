/** `select`: waiting for descriptors. https://docs.python.org/3.14/library/select.html */
import { POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT, POLLPRI } from '../../host/sockets.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { waitUntil } from '../../interpreter/waiting.ts';
import { error, exceptionTypes, raiseValueError, swallow, takeException } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { waitArgument } from './wait-argument.ts';
import { PyPoll } from './poll.ts';
import { fileDescriptor } from '../../objspace/gateway/descriptor-argument.ts';

/** FD_SETSIZE. */
const MAX_DESCRIPTORS = 1024;

/** A descriptor that is waited for, and what stands for it in the program. */
interface Watched {
  readonly fd: number;
  readonly object: Value;
}

function watchedOf(list: Value): Watched[] {
  // A list may change while it is looked at: the others are taken as they are.
  const items = list instanceof PyList ? list : listOf(list);
  const watched: Watched[] = [];
  for (let index = 0; index < items.length; index++) {
    if (index >= MAX_DESCRIPTORS) throw error('ValueError', 'too many file descriptors in select()');
    const object = items.get(index);
    const fd = fileDescriptor(object);
    if (fd >= MAX_DESCRIPTORS) throw error('ValueError', 'filedescriptor out of range in select()');
    watched.push({ fd, object });
  }
  return watched;
}

function listOf(iterable: Value): PyList {
  const items = itemsOf(iterable);
  if (items !== EXIT) return PyList.of(items as Value[]);
  if (swallow('TypeError')) throw error('TypeError', 'arguments 1-3 must be sequences');
  throw takeException();
}

function waitForAny(readers: Value, writers: Value, exceptional: Value, timeout: Value): Result {
  const seconds = waitArgument(timeout, 1, 'a float');
  if (seconds !== undefined && seconds < 0) return raiseValueError('timeout must be non-negative');
  const watched = [watchedOf(readers), watchedOf(writers), watchedOf(exceptional)];
  const masks = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI];
  const { sockets } = services().host;
  const isBad = () => watched.flat().some(({ fd }) => (sockets.readiness(fd) & POLLNVAL) !== 0);
  const ready = () =>
    watched.map((list, index) => list.filter(({ fd }) => (sockets.readiness(fd) & masks[index]) !== 0));
  const waited = waitUntil(() => isBad() || ready().some((list) => list.length > 0), seconds);
  if (waited === EXIT) return EXIT;
  if (isBad()) return raiseErrno('EBADF');
  return new PyTuple(ready().map((list) => PyList.of(list.map(({ object }) => object)) as Value)) as Value;
}

const CONSTANTS: Readonly<Record<string, number>> = {
  PIPE_BUF: 4096,
  POLLIN,
  POLLPRI,
  POLLOUT,
  POLLERR,
  POLLHUP,
  POLLNVAL,
  POLLRDNORM: 0x40,
  POLLRDBAND: 0x80,
  POLLWRNORM: 0x100,
  POLLWRBAND: 0x200,
  POLLMSG: 0x400,
  POLLRDHUP: 0x2000,
};

export const select = builtinModule(
  'select',
  'This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.',
  (module) => {
    module.constant('error', exceptionTypes['OSError']);
    for (const [name, value] of Object.entries(CONSTANTS)) module.constant(name, value);
    module.function(
      'select(rlist, wlist, xlist, timeout=None, /)',
      'Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited for:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an "exceptional condition"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating-point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first three\narguments; each contains the subset of the corresponding file descriptors\nthat are ready.',
      waitForAny,
    );
    module.function(
      'poll()',
      'Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events.',
      () => new PyPoll(),
    );
  },
);
