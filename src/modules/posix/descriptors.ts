/** Functions of `posix` on file descriptors. */
import type { PyBytesLike } from '../../objspace/buffer.ts';
import { audit } from '../../objspace/audit.ts';
import { raise } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { type FileSystem, HostError, Pending } from '../../host/host.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { from } from './paths.ts';
import { statValue } from './status.ts';
import { fileDescriptor } from '../../objspace/gateway/descriptor-argument.ts';
import { pendingOutput } from '../../interpreter/pending-output.ts';

const O_NONBLOCK = 0o4000;
/** Of a pipe: packets, which no host here makes. */
const O_DIRECT = 0o40000;
/** Every descriptor is opened with it. */
const O_CLOEXEC = 0o2000000;

const files = (): FileSystem => services().host.files;

function read(fd: number, length: number, offset?: number): Result {
  if (length < 0 || (offset !== undefined && offset < 0)) return raiseErrno('EINVAL');
  return onHost(() => {
    const buffer = new Uint8Array(Math.min(length, 1 << 26));
    const count = files().read(fd, buffer, offset);
    if (count instanceof Pending) return raise('RuntimeError', 'this host cannot wait: run the program asynchronously');
    return new PyBytes(buffer.slice(0, count)) as Value;
  });
}

function write(fd: number, { data }: PyBytesLike, offset?: number): Result {
  if (offset !== undefined && offset < 0) return raiseErrno('EINVAL');
  return onHost(() => files().write(fd, data, offset));
}

function synchronize(file: Value): Result {
  const fd = fileDescriptor(file);
  return onHost(() => {
    files().fsync(fd);
    return null;
  });
}

const terminalSize = structSequence(
  'os.terminal_size',
  'A tuple of (columns, lines) for holding terminal window size',
  [
    ['columns', 'width of the terminal window in characters'],
    ['lines', 'height of the terminal window in characters'],
  ],
);

export function defineDescriptors(module: ModuleBuilder): void {
  module.function(
    'open(path: path, flags: cint, mode: cint = 511, *, dir_fd: folder = None)',
    'Open a file for low level IO.  Returns a file descriptor (integer).',
    (path, flags, mode, folder) => {
      audit('open', path.shown, null, flags | O_CLOEXEC);
      pendingOutput.writeFiles();
      return onHost(() => files().open(from(folder, path), flags, mode), path.shown);
    },
  );
  module.function('close(fd: cint)', 'Close a file descriptor.', (fd) =>
    onHost(() => {
      files().close(fd);
      return null;
    }),
  );
  module.function(
    'closerange(fd_low: cint, fd_high: cint, /)',
    'Closes all file descriptors in [fd_low, fd_high), ignoring errors.',
    (low, high) => {
      for (let fd = low; fd < Math.min(high, low + 65536); fd++) closeQuietly(fd);
      return null;
    },
  );
  module.function(
    'read(fd: cint, length: index, /)',
    'Read from a file descriptor.  Returns a bytes object.',
    (fd, length) => read(fd, length),
  );
  module.function('write(fd: cint, data: bytes, /)', 'Write a bytes object to a file descriptor.', (fd, data) =>
    write(fd, data),
  );
  module.function(
    'pread(fd: cint, length: index, offset: clong, /)',
    'Read a number of bytes from a file descriptor starting at a particular offset.',
    (fd, length, offset) => read(fd, length, offset),
  );
  module.function(
    'pwrite(fd: cint, buffer: bytes, offset: clong, /)',
    'Write bytes to a file descriptor starting at a particular offset.',
    (fd, data, offset) => write(fd, data, offset),
  );
  module.function(
    'lseek(fd: cint, position: clong, whence: cint, /)',
    'Set the position of a file descriptor.  Return the new position.',
    (fd, position, whence) => {
      if (whence < 0 || whence > 2) return raiseErrno('EINVAL');
      return onHost(() => files().seek(fd, position, whence as 0 | 1 | 2));
    },
  );
  module.function(
    'fstat(fd: cint)',
    'Perform a stat system call on the given file descriptor.\n\nLike stat(), but for an open file descriptor.\nEquivalent to os.stat(fd).',
    (fd) => onHost(() => statValue(files().fstat(fd))),
  );
  module.function(
    'isatty(fd: cint, /)',
    'Return True if the fd is connected to a terminal.\n\nReturn True if the file descriptor is an open file descriptor\nconnected to the slave end of a terminal.',
    (fd) => files().isatty(fd),
  );
  module.function(
    'ftruncate(fd: cint, length: clong, /)',
    'Truncate a file, specified by file descriptor, to a specific length.',
    (fd, length) => {
      audit('os.truncate', fd, length);
      return onHost(() => {
        files().truncate(fd, length);
        return null;
      });
    },
  );
  module.function('fsync(fd)', 'Force write of fd to disk.', (fd) => synchronize(fd));
  module.function('fdatasync(fd)', "Force write of a file's data to disk.", (fd) => synchronize(fd));
  module.function('dup(fd: cint, /)', 'Return a duplicate of a file descriptor.', (fd) =>
    onHost(() => files().duplicate(fd)),
  );
  module.function('dup2(fd: cint, fd2: cint, inheritable: bool = True)', 'Duplicate file descriptor.', (fd, target) => {
    if (fd < 0 || target < 0) return raiseErrno('EBADF');
    return onHost(() => {
      files().duplicateTo(fd, target);
      return target;
    });
  });
  module.function(
    'fchdir(fd)',
    'Change to the directory of the given file descriptor.\n\nfd must be opened on a directory, not a file.\nEquivalent to os.chdir(fd).',
    (fd) => {
      const number = fileDescriptor(fd);
      audit('os.chdir', number);
      return onHost(() => {
        files().chdir(files().pathOf(number));
        return null;
      });
    },
  );
  module.function('get_inheritable(fd: cint, /)', 'Get the close-on-exe flag of the specified file descriptor.', (fd) =>
    onHost(() => {
      files().fstat(fd);
      return false;
    }),
  );
  module.function(
    'set_inheritable(fd: cint, inheritable: cint, /)',
    'Set the inheritable flag of the specified file descriptor.',
    (fd) =>
      onHost(() => {
        files().fstat(fd);
        return null;
      }),
  );
  definePipes(module);
  module.function(
    'device_encoding(fd: cint)',
    "Return a string describing the encoding of a terminal's file descriptor.\n\nThe file descriptor must be attached to a terminal.\nIf the device is not a terminal, return None.",
    (fd) => (files().isatty(fd) ? 'UTF-8' : null),
  );
  module.constant('terminal_size', terminalSize.type);
  module.function(
    'get_terminal_size(fd: cint = <absent>, /)',
    'Return the size of the terminal window as (columns, lines).\n\nThe optional argument fd (default standard output) specifies\nwhich file descriptor should be queried.',
    (fd) => {
      const size = services().host.system.terminalSize(fd ?? 1);
      if (size !== undefined) return terminalSize.make([...size]);
      return onHost(() => {
        files().fstat(fd ?? 1); // EBADF if it is not open
        throw new HostError('ENOTTY');
      });
    },
  );
}

const DATA_DOC = 'Returns a tuple of two file descriptors:\n  (read_fd, write_fd)';

function definePipes(module: ModuleBuilder): void {
  const { sockets } = services().host;
  module.function('pipe()', `Create a pipe.\n\n${DATA_DOC}`, () =>
    onHost(() => new PyTuple([...sockets.pipe()]) as Value),
  );
  module.function(
    'pipe2(flags: cint, /)',
    `Create a pipe with flags set atomically.\n\n${DATA_DOC}\n\nflags can be constructed by ORing together one or more of these values:\nO_NONBLOCK, O_CLOEXEC.`,
    (flags) => {
      if ((flags & ~(O_NONBLOCK | O_CLOEXEC | O_DIRECT)) !== 0) return raiseErrno('EINVAL');
      return onHost(() => {
        const ends = sockets.pipe();
        for (const fd of ends) sockets.setBlocking(fd, (flags & O_NONBLOCK) === 0);
        return new PyTuple([...ends]) as Value;
      });
    },
  );
  module.function(
    'get_blocking(fd: cint, /)',
    'Get the blocking mode of the file descriptor.\n\nReturn False if the O_NONBLOCK flag is set, True if the flag is cleared.',
    (fd) => onHost(() => sockets.isBlocking(fd)),
  );
  module.function(
    'set_blocking(fd: cint, blocking: bool, /)',
    'Set the blocking mode of the specified file descriptor.\n\nSet the O_NONBLOCK flag if blocking is False,\nclear the O_NONBLOCK flag otherwise.',
    (fd, blocking) =>
      onHost(() => {
        sockets.setBlocking(fd, blocking);
        return null;
      }),
  );
}

function closeQuietly(fd: number): void {
  try {
    files().close(fd);
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
  }
}
