/** `termios`: settings of terminals. What can be asked and set is the host's affair (src/host/terminals.ts). https://docs.python.org/3.14/library/termios.html */
import { HostError } from '../../host/host.ts';
import type { Terminals } from '../../host/terminals.ts';
import { services } from '../../interpreter/services.ts';
import { error, orThrow, type PyBaseException } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { fileDescriptor } from '../../objspace/gateway/descriptor-argument.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { getItem, len, toInt } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { intArgument, longArgument } from '../../objspace/types/bytes/allocate.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { ERRNO_BY_NAME, errnoMessage } from '../../util/errno.ts';
import { attributesOf, checkAttributes, settingsOf } from './attributes.ts';
import { TERMIOS_CONSTANTS } from './constants.ts';

const DOC =
  'This module provides an interface to the Posix calls for tty I/O control.\nFor a complete description of these calls, see the Posix or Unix manual\npages. It is only available for those Unix versions that support Posix\ntermios style tty I/O control.\n\nAll functions in this module take a file descriptor fd as their first\nargument. This can be an integer file descriptor, such as returned by\nsys.stdin.fileno(), or a file object, such as sys.stdin itself.';

const termiosError = new ModuleException('termios', 'error', ['Exception']);

function failure(code: string): PyBaseException {
  const number = ERRNO_BY_NAME.get(code) ?? ERRNO_BY_NAME.get('EIO')!;
  return termiosError.error(number, errnoMessage(number));
}

/** Runs an operation of the host; its errors are this module's. */
function onHost<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw thrown instanceof HostError ? failure(thrown.code) : thrown;
  }
}

/** Throws the error of what is no terminal. */
function checkTerminal(fd: number): void {
  const { files } = services().host;
  if (!onHost(() => files.isatty(fd))) {
    onHost(() => files.fstat(fd));
    throw failure('ENOTTY');
  }
}

/** What sets something on this terminal. */
function terminalsFor(fd: number): Terminals {
  checkTerminal(fd);
  const { terminals } = services().host;
  if (terminals === undefined) throw failure('ENOSYS');
  return terminals;
}

const TCSANOW = 0;
const TCSAFLUSH = 2;

function setAttributes(fdValue: Value, whenValue: Value, attributes: Value): Result {
  const fd = fileDescriptor(fdValue);
  const when = orThrow(intArgument(whenValue)) as number;
  const items = checkAttributes(attributes);
  const terminals = terminalsFor(fd);
  const settings = settingsOf(items);
  if (settings === undefined || when < TCSANOW || when > TCSAFLUSH) throw failure('EINVAL');
  onHost(() => {
    if (when === TCSAFLUSH) terminals.discardInput(fd);
    terminals.change(fd, settings, when !== TCSANOW);
  });
  return null;
}

const TCIFLUSH = 0;
const TCOFLUSH = 1;
const TCIOFLUSH = 2;

/** Output does not wait anywhere that could be emptied. */
function flush(fdValue: Value, queueValue: Value): Result {
  const fd = fileDescriptor(fdValue);
  const queue = orThrow(intArgument(queueValue)) as number;
  const terminals = terminalsFor(fd);
  if (queue < TCIFLUSH || queue > TCIOFLUSH) throw failure('EINVAL');
  if (queue !== TCOFLUSH) onHost(() => terminals.discardInput(fd));
  return null;
}

const MAX_EXTENT = 0xffff;

function setWindowSize(fdValue: Value, size: Value): Result {
  const fd = fileDescriptor(fdValue);
  if (typeOf(size).slots.getItem === undefined || orThrow(len(size)) !== 2)
    throw error('TypeError', 'tcsetwinsize, arg 2: must be a two-item sequence');
  const [rows, columns] = [0, 1].map((index) => {
    const extent = orThrow(toInt(orThrow(getItem(size, index)) as Value)) as number | bigint;
    orThrow(longArgument(extent));
    return Number(extent);
  });
  const terminals = terminalsFor(fd);
  if (rows < 0 || rows > MAX_EXTENT || columns < 0 || columns > MAX_EXTENT)
    throw error('OverflowError', 'winsize value(s) out of range.');
  onHost(() => terminals.resize(fd, rows, columns));
  return null;
}

function getWindowSize(fdValue: Value): Result {
  const fd = fileDescriptor(fdValue);
  checkTerminal(fd);
  const [columns, rows] = services().host.system.terminalSize(fd) ?? [0, 0];
  return new PyTuple([rows, columns]) as Value;
}

function defineWindow(module: ModuleBuilder): void {
  module.function(
    'tcgetwinsize(fd, /)',
    'Get the tty winsize for file descriptor fd.\n\nReturns a tuple (ws_row, ws_col).',
    getWindowSize,
  );
  module.function(
    'tcsetwinsize(fd, winsize, /)',
    'Set the tty winsize for file descriptor fd.\n\nThe winsize to be set is taken from the winsize argument, which\nis a two-item tuple (ws_row, ws_col) like the one returned by\ntcgetwinsize().',
    setWindowSize,
  );
}

export const termios = builtinModule('termios', DOC, (module) => {
  for (const [name, number] of TERMIOS_CONSTANTS) module.constant(name, number);
  module.constant('error', termiosError.type);
  module.function(
    'tcgetattr(fd, /)',
    'Get the tty attributes for file descriptor fd.\n\nReturns a list [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]\nwhere cc is a list of the tty special characters (each a string of\nlength 1, except the items with indices VMIN and VTIME, which are\nintegers when these fields are defined).  The interpretation of the\nflags and the speeds as well as the indexing in the cc array must be\ndone using the symbolic constants defined in this module.',
    (fdValue) => {
      const fd = fileDescriptor(fdValue);
      const terminals = terminalsFor(fd);
      return attributesOf(onHost(() => terminals.settings(fd)));
    },
  );
  module.function(
    'tcsetattr(fd, when, attributes, /)',
    'Set the tty attributes for file descriptor fd.\n\nThe attributes to be set are taken from the attributes argument, which\nis a list like the one returned by tcgetattr(). The when argument\ndetermines when the attributes are changed: termios.TCSANOW to\nchange immediately, termios.TCSADRAIN to change after transmitting all\nqueued output, or termios.TCSAFLUSH to change after transmitting all\nqueued output and discarding all queued input.',
    setAttributes,
  );
  module.function(
    'tcdrain(fd, /)',
    'Wait until all output written to file descriptor fd has been transmitted.',
    (fd) => {
      checkTerminal(fileDescriptor(fd));
      return null;
    },
  );
  module.function(
    'tcflush(fd, queue, /)',
    'Discard queued data on file descriptor fd.\n\nThe queue selector specifies which queue: termios.TCIFLUSH for the input\nqueue, termios.TCOFLUSH for the output queue, or termios.TCIOFLUSH for\nboth queues.',
    flush,
  );
  defineWindow(module);
});
