/** `FileIO`: a file descriptor of the host as a raw stream. */
import { setAttribute } from '../../objspace/attributes.ts';
import { fspath } from '../../objspace/fspath.ts';
import { isRefused } from '../../objspace/audit.ts';
import { bytesOf, type PyBytesLike, writableBytesOf } from '../../objspace/buffer.ts';
import { decodePath, encodePath } from '../../objspace/codecs.ts';
import { caught, exceptionTypes, orThrow, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, repr, toIndex, argumentName, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { intOf, isInt } from '../../objspace/types/int/int.ts';
import { isText, PyStr, textOf } from '../../objspace/types/str/text.ts';
import {
  type FileSystem,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  Pending,
} from '../../host/host.ts';
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { endWait, isSuspension } from '../../interpreter/suspension.ts';
import { waitForHost } from '../../interpreter/waiting.ts';
import { bothThen, defineFinalizing, PyRawIOBase, rawIOBaseType, streamNew } from './base.ts';
import {
  DEFAULT_BUFFER_SIZE,
  flushDirtyFiles,
  lookAttribute,
  offsetArgument,
  raiseUnsupported,
  sizeArgument,
} from './support.ts';
import { newBytes } from '../../util/new-bytes.ts';

/** The file type bits of a mode, and that of folders. */
const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;
const DEFAULT_PERMISSIONS = 0o666;
const O_CLOEXEC = 0o2000000;

export class PyFileIO extends PyRawIOBase {
  /** -1 when closed. */
  fd: number;
  /** What a reading to the end had read when the program was suspended: reading goes on behind it. */
  readBefore: Uint8Array[];
  isReadable: boolean;
  isWritable: boolean;
  isCreated: boolean;
  isAppending: boolean;
  closesFd: boolean;
  blockSize: number;
  /** Whether it can seek; undefined until asked. */
  canSeek: boolean | undefined;
  isFinalizing: boolean;

  constructor() {
    super();
    this.fd = -1;
    this.readBefore = [];
    this.isReadable = false;
    this.isWritable = false;
    this.isCreated = false;
    this.isAppending = false;
    this.closesFd = true;
    this.blockSize = DEFAULT_BUFFER_SIZE;
    this.canSeek = undefined;
    this.isFinalizing = false;
  }

  get mode(): string {
    if (this.isCreated) return this.isReadable ? 'xb+' : 'xb';
    if (this.isAppending) return this.isReadable ? 'ab+' : 'ab';
    if (!this.isReadable) return 'wb';
    return this.isWritable ? 'rb+' : 'rb';
  }
}

const files = (): FileSystem => services().host.files;

// ── Opening ────────────────────────────────────────────────────────────────────────────────────────────────────────

const ONE_MODE = 'Must have exactly one of create/read/write/append mode and at most one plus';

/** Sets what the mode says; answers the flags of open. */
function parseMode(self: PyFileIO, mode: string): number | Exit {
  let kind = '';
  let plus = false;
  for (const character of mode) {
    if ('xrwa'.includes(character)) {
      if (kind !== '') return raiseValueError(ONE_MODE);
      kind = character;
    } else if (character === '+') {
      if (plus) return raiseValueError(ONE_MODE);
      plus = true;
    } else if (character !== 'b') {
      return raiseValueError(`invalid mode: ${mode}`);
    }
  }
  if (kind === '') return raiseValueError(ONE_MODE);
  self.isCreated = kind === 'x';
  self.isAppending = kind === 'a';
  self.isReadable = kind === 'r' || plus;
  self.isWritable = kind !== 'r' || plus;
  const access = self.isReadable && self.isWritable ? O_RDWR : self.isReadable ? O_RDONLY : O_WRONLY;
  const creation = { r: 0, w: O_CREAT | O_TRUNC, x: O_EXCL | O_CREAT, a: O_APPEND | O_CREAT }[kind] as number;
  return access | creation;
}

/** A path as str or bytes: itself, or what `__fspath__` gives. */
export function plainPath(path: Value): Result {
  try {
    return fspath(path);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** The path as host text. */
export function pathText(path: Value): string | Exit {
  const given = plainPath(path);
  if (given === EXIT) return EXIT;
  if (given instanceof PyStr && encodePath(given) === EXIT) return EXIT;
  const text = textOf(given instanceof PyBytes ? decodePath(given.data) : (given as Value));
  return text.includes('\0') ? raiseValueError('embedded null byte') : text;
}

function openWith(self: PyFileIO, file: Value, flags: number, opener: Value): number | Exit {
  const made = call(opener, [file, flags | O_CLOEXEC]);
  if (made === EXIT) return EXIT;
  if (!isInt(made as Value)) return raiseTypeError('expected integer from opener');
  const fd = Number(intOf(made as never));
  if (fd < 0) return raiseValueError(`opener returned ${fd}`);
  self.closesFd = true;
  return fd;
}

function openPath(self: PyFileIO, file: Value, flags: number, closesFd: boolean, opener: Value): number | Exit {
  const path = pathText(file);
  if (path === EXIT) return EXIT;
  if (!closesFd) return raiseValueError('Cannot use closefd=False with file name');
  flushDirtyFiles();
  if (opener !== null) return openWith(self, file, flags, opener);
  return onHost(() => files().open(path as string, flags, DEFAULT_PERMISSIONS), file);
}

/** What `open` takes for a file descriptor and not for a path. */
export function isDescriptor(file: Value): boolean {
  return isInt(file) || typeOf(file).slots.index !== undefined;
}

/** A file descriptor given as such; undefined for anything else. */
function descriptorOf(file: Value): number | Exit | undefined {
  if (!isDescriptor(file)) return undefined;
  if (
    typeof file === 'boolean' &&
    !state.interpreter.warn(exceptionTypes['RuntimeWarning'], 'bool is used as a file descriptor', 1)
  )
    return EXIT;
  const index = toIndex(file);
  if (index === EXIT) return EXIT;
  const fd = index as number;
  if (fd > 0x7fffffff || fd < -0x80000000) return undefined;
  return fd < 0 ? raiseValueError('negative file descriptor') : fd;
}

/** Folders cannot be opened; a descriptor that is none is an error now, not at the first read. */
function inspect(self: PyFileIO, file: Value): true | Exit {
  const status = onHost(() => files().fstat(self.fd), typeof file === 'number' ? undefined : file);
  if (status === EXIT) return EXIT;
  const { mode, blksize } = status as { mode: number; blksize: number };
  if ((mode & S_IFMT) === S_IFDIR) return raiseErrno('EISDIR', file);
  if (blksize > 1) self.blockSize = blksize;
  return true;
}

function seekToEnd(self: PyFileIO): true | Exit {
  if (!self.isAppending) return true;
  const position = onHost(() => files().seek(self.fd, 0, 2));
  // A pipe has no end to seek to.
  if (position === EXIT) return swallow('OSError') ? true : EXIT;
  return true;
}

function initialise(self: PyFileIO, file: Value, mode: Value, closesFd: boolean, opener: Value): true | Exit {
  if (self.fd >= 0 && closeDescriptor(self) === EXIT) return EXIT;
  self.canSeek = undefined;
  if (!isText(mode)) return raiseTypeError(`FileIO() argument 'mode' must be str, not ${argumentName(mode)}`);
  const given = descriptorOf(file);
  if (given === EXIT) return EXIT;
  const flags = parseMode(self, textOf(mode));
  if (flags === EXIT) return EXIT;
  self.closesFd = closesFd;
  if (given === undefined && pathText(file) === EXIT) return EXIT;
  if (isRefused('open', file, mode, (flags as number) | O_CLOEXEC)) return EXIT;
  const fd = given === undefined ? openPath(self, file, flags as number, closesFd, opener) : given;
  if (fd === EXIT) return EXIT;
  self.fd = fd as number;
  self.isClosed = false;
  if (inspect(self, file) === EXIT || setAttribute(self, 'name', file) === EXIT || seekToEnd(self) === EXIT) {
    return giveUp(self, given === undefined);
  }
  return true;
}

/** The descriptor of a failed opening is closed if it is ours. */
function giveUp(self: PyFileIO, isOwn: boolean): Exit {
  if (!isOwn) {
    self.fd = -1;
    return EXIT;
  }
  const result = bothThen(
    () => EXIT,
    () => closeDescriptor(self),
  );
  return result as Exit;
}

function closeDescriptor(self: PyFileIO): Result {
  const { fd } = self;
  self.fd = -1;
  if (fd < 0 || !self.closesFd) return null;
  const done = onHost(() => files().close(fd));
  return done === EXIT ? EXIT : null;
}

// ── Reading and writing, for the buffered streams too ──────────────────────────────────────────────────────────────

function checkOpen(self: PyFileIO): true | Exit {
  return self.fd < 0 ? raiseValueError('I/O operation on closed file') : true;
}

function checkReadable(self: PyFileIO): true | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  return self.isReadable ? true : raiseUnsupported('File not open for reading');
}

function checkWritable(self: PyFileIO): true | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  return self.isWritable ? true : raiseUnsupported('File not open for writing');
}

/** Whether the error in flight says that a descriptor that does not block has nothing now. */
function wouldBlock(): boolean {
  return swallow('BlockingIOError' as never);
}

/** Reads into `target`: the number of bytes, null where reading would block. */
export function readDescriptor(self: PyFileIO, target: Uint8Array): number | null | Exit {
  if (checkReadable(self) === EXIT) return EXIT;
  if (target.length === 0) return 0;
  const count = onHost(() => files().read(self.fd, target));
  if (count instanceof Pending) return waitForHost(count);
  endWait();
  if (count === EXIT) return wouldBlock() ? null : EXIT;
  return count as number;
}

/** Writes: the number of bytes written, null where writing would block. */
export function writeDescriptor(self: PyFileIO, data: Uint8Array): number | null | Exit {
  if (checkWritable(self) === EXIT) return EXIT;
  const count = onHost(() => files().write(self.fd, data));
  if (count === EXIT) return wouldBlock() ? null : EXIT;
  return count as number;
}

export function seekDescriptor(self: PyFileIO, offset: number, whence: number): number | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  if (whence < 0 || whence > 2) return raiseErrno('EINVAL');
  const position = onHost(() => files().seek(self.fd, offset, whence as 0 | 1 | 2));
  if (position !== EXIT) self.canSeek = true;
  return position;
}

/** Room for all that is left of the file, and a byte more, so that the end shows without a second buffer. */
function sizeLeft(self: PyFileIO): number {
  try {
    const size = files().fstat(self.fd).size;
    const position = files().seek(self.fd, 0, 1);
    return size > position ? size - position + 1 : 0;
  } catch {
    return 0;
  }
}

/** Reads to the end; null where reading would block and nothing came. */
export function readAllDescriptor(self: PyFileIO): Uint8Array | null | Exit {
  if (checkReadable(self) === EXIT) return EXIT;
  const parts = self.readBefore;
  self.readBefore = [];
  let chunk = newBytes(Math.max(sizeLeft(self), 65536));
  let filled = 0;
  for (;;) {
    const count = readDescriptor(self, chunk.subarray(filled));
    if (count === EXIT) {
      if (isSuspension()) self.readBefore = [...parts, chunk.subarray(0, filled)];
      return EXIT;
    }
    if (count === null && parts.length === 0 && filled === 0) return null;
    if (count === null || count === 0) break;
    filled += count as number;
    if (filled < chunk.length) continue;
    parts.push(chunk);
    chunk = newBytes(Math.min(chunk.length * 2, 2 ** 26));
    filled = 0;
  }
  parts.push(chunk.subarray(0, filled));
  return parts.length === 1 ? parts[0].slice() : concatBytes(parts);
}

function readBytes(self: PyFileIO, size: Value): Result {
  if (checkReadable(self) === EXIT) return EXIT;
  const count = sizeArgument(size);
  if (count === EXIT) return EXIT;
  if ((count as number) < 0) return readAll(self);
  const target = newBytes(Math.min(count as number, 0x7ffff000));
  const read = readDescriptor(self, target);
  if (read === EXIT || read === null) return read as Result;
  return new PyBytes(target.slice(0, read as number));
}

function readAll(self: PyFileIO): Result {
  const data = readAllDescriptor(self);
  return data === EXIT || data === null ? (data as Result) : new PyBytes(data as Uint8Array);
}

function readInto(self: PyFileIO, buffer: Value): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  const target = writableBytesOf(buffer, 'readinto', ' 1');
  return target === EXIT ? EXIT : (readDescriptor(self, (target as PyBytesLike).data) as Result);
}

function write(self: PyFileIO, value: Value): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  const bytes = bytesOf(value);
  return bytes === EXIT ? EXIT : (writeDescriptor(self, (bytes as PyBytesLike).data) as Result);
}

// ── The rest ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether the descriptor can seek: tried once. */
export function isSeekable(self: PyFileIO): boolean | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  if (self.canSeek === undefined) {
    const position = seekDescriptor(self, 0, 1);
    self.canSeek = position !== EXIT;
    if (position === EXIT) swallow('OSError');
  }
  return self.canSeek;
}

function truncate(self: PyFileIO, size: Value): Result {
  if (checkWritable(self) === EXIT) return EXIT;
  const length = size === null ? seekDescriptor(self, 0, 1) : offsetArgument(size);
  if (length === EXIT) return EXIT;
  if ((length as number) < 0) return raiseErrno('EINVAL');
  const done = onHost(() => files().truncate(self.fd, length as number));
  return done === EXIT ? EXIT : (length as number);
}

export function isTerminal(self: PyFileIO): boolean | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  return onHost(() => files().isatty(self.fd));
}

/** Closes: as `_IOBase.close` first, then the descriptor. */
function close(self: PyFileIO): Result {
  const baseClose = rawIOBaseType.lookup('close')!;
  return bothThen(
    () => call(baseClose, [self]),
    () => closeDescriptor(self),
  );
}

function reprFile(self: PyFileIO): Result {
  const shown = typeName(self);
  if (self.fd < 0) return `<${shown} [closed]>`;
  const tail = `mode='${self.mode}' closefd=${self.closesFd ? 'True' : 'False'}>`;
  const fileName = lookAttribute(self, 'name');
  if (fileName === EXIT) return EXIT;
  if (fileName === undefined) return `<${shown} fd=${self.fd} ${tail}`;
  const text = repr(fileName as Value);
  return text === EXIT ? EXIT : `<${shown} name=${textOf(text as Value)} ${tail}`;
}

function defineFileMethods(type: TypeBuilder<PyFileIO>): void {
  type.method(
    'read(self, size=-1, /)',
    'Read at most size bytes, returned as bytes.\n\nIf size is less than 0, read all bytes in the file making multiple read calls.\nSee ``FileIO.readall``.\n\nAttempts to make only one system call, retrying only per PEP 475 (EINTR). This\nmeans less data may be returned than requested.\n\nIn non-blocking mode, returns None if no data is available. Return an empty\nbytes object at EOF.',
    readBytes,
  );
  type.method(
    'readall(self, /)',
    'Read all data from the file, returned as bytes.\n\nReads until either there is an error or read returns size 0 (indicates EOF).\nIf the file is already at EOF, returns an empty bytes object.\n\nIn non-blocking mode, returns as much data as could be read before EAGAIN. If no\ndata is available (EAGAIN is returned before bytes are read) returns None.',
    readAll,
  );
  type.method('readinto(self, buffer, /)', 'Same as RawIOBase.readinto().', readInto);
  type.method(
    'write(self, b, /)',
    'Write buffer b to file, return number of bytes written.\n\nOnly makes one system call, so not all of the data may be written.\nThe number of bytes actually written is returned.  In non-blocking mode,\nreturns None if the write would block.',
    write,
  );
  type.method(
    'seek(self, pos, whence=0, /)',
    'Move to new file position and return the file position.\n\nArgument offset is a byte count.  Optional argument whence defaults to\nSEEK_SET or 0 (offset from start of file, offset should be >= 0); other values\nare SEEK_CUR or 1 (move relative to current position, positive or negative),\nand SEEK_END or 2 (move relative to end of file, usually negative, although\nmany platforms allow seeking beyond the end of a file).\n\nNote that not all file objects are seekable.',
    (self, position, whence) => {
      if (checkOpen(self) === EXIT) return EXIT;
      return seekDescriptor(
        self,
        orThrow(offsetArgument(position)) as number,
        orThrow(offsetArgument(whence)) as number,
      );
    },
  );
  type.method('tell(self, /)', 'Current file position.\n\nCan raise OSError for non seekable files.', (self) =>
    seekDescriptor(self, 0, 1),
  );
  type.method(
    'truncate(self, size=None, /)',
    'Truncate the file to at most size bytes and return the truncated size.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is changed to the value of size.',
    truncate,
  );
  type.method(
    'close(self, /)',
    'Close the file.\n\nA closed file cannot be used for further I/O operations.  close() may be\ncalled more than once without error.',
    close,
  );
  type.method('seekable(self, /)', 'True if file supports random-access.', isSeekable);
  type.method('readable(self, /)', 'True if file was opened in a read mode.', (self) =>
    checkOpen(self) === EXIT ? EXIT : self.isReadable,
  );
  type.method('writable(self, /)', 'True if file was opened in a write mode.', (self) =>
    checkOpen(self) === EXIT ? EXIT : self.isWritable,
  );
  type.method('fileno(self, /)', 'Return the underlying file descriptor (an integer).', (self) =>
    checkOpen(self) === EXIT ? EXIT : self.fd,
  );
  type.method('isatty(self, /)', 'True if the file is connected to a TTY device.', isTerminal);
  type.method('_isatty_open_only(self, /)', 'Cheap isatty() check that uses the result of open().', isTerminal);
  type.method('@_dealloc_warn(self, source, /)', null, () => null);
  type.method('__getstate__(self, /)', null, (self) =>
    raiseTypeError(`cannot pickle '${typeOf(self).name}' instances`),
  );
}

export const fileIOType: PyType = builtinType<PyFileIO>('FileIO', {
  base: rawIOBaseType,
  layout: PyFileIO,
  module: '_io',
  signature: "(file, mode='r', closefd=True, opener=None)",
  doc: `
    Open a file.

    The mode can be 'r' (default), 'w', 'x' or 'a' for reading,
    writing, exclusive creation or appending.  The file will be created if it
    doesn't exist when opened for writing or appending; it will be truncated
    when opened for writing.  A FileExistsError will be raised if it already
    exists when opened for creating. Opening a file for creating implies
    writing so this mode behaves in a similar way to 'w'.Add a '+' to the mode
    to allow simultaneous reading and writing. A custom opener can be used by
    passing a callable as *opener*. The underlying file descriptor for the file
    object is then obtained by calling opener with (*name*, *flags*).
    *opener* must return an open file descriptor (passing os.open as *opener*
    results in functionality similar to passing None).
  `,
  slots: {
    new: streamNew(PyFileIO, () => fileIOType),
    init: initSlot(
      "FileIO(self, file, mode='r', closefd: bool = True, opener=None)",
      (self: PyFileIO, file, mode, closefd, opener) => initialise(self, file, mode, closefd, opener),
    ),
    repr: reprFile,
  },
  define(type) {
    defineFileMethods(type);
    type.getset('closed', 'True if the file is closed', (self) => self.fd < 0);
    type.getset('closefd', 'True if the file descriptor will be closed by close().', (self) => self.closesFd);
    type.getset('mode', 'String giving the file mode', (self) => self.mode);
    type.getset('_blksize', 'Stat st_blksize if available', (self) => self.blockSize);
    defineFinalizing(type as never);
  },
});
