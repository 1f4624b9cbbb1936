/** Functions of `posix` on paths. */
import { error, orThrow, raise } from '../../objspace/exception.ts';
import { fspath } from '../../objspace/fspath.ts';
import { audit } from '../../objspace/audit.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { toInt, fullTypeName, typeName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { onHost } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { type FileSystem, HostError, O_WRONLY } from '../../host/host.ts';
import type { Path } from '../../objspace/gateway/path-arguments.ts';
import { checkDescriptor, encodeName, from, MODE_BITS, named, nameLike, shownFolder } from './paths.ts';
import { PyScanDir, statValue } from './status.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { checkMoment, isTime, momentArgument } from '../../objspace/gateway/time-arguments.ts';
import { binary, DIVMOD } from '../../objspace/arithmetic.ts';

/** What stands for no path. */
const HERE: Path = { text: '.', shown: null, isBytes: false, fd: undefined };

const BILLION = 1_000_000_000n;

const files = (): FileSystem => services().host.files;

/** The path of a folder, which may be given by a descriptor. */
function folderOf({ fd, text }: Path): string {
  return fd === undefined ? text : files().pathOf(fd);
}

/** Runs an operation on one path; None comes out. */
function onPath(path: Path, folder: number | null, run: (text: string) => void): Result {
  return onHost(() => {
    run(from(folder, path));
    return null;
  }, path.shown);
}

function stat(path: Path, folder: number | null, followLinks: boolean): Result {
  checkDescriptor('stat', path, folder, followLinks);
  const { fd } = path;
  if (fd !== undefined) return onHost(() => statValue(files().fstat(fd)), path.shown);
  return onHost(() => statValue(files().stat(from(folder, path), followLinks)), path.shown);
}

function lstat(path: Path, folder: number | null): Result {
  return onHost(() => statValue(files().stat(from(folder, path), false)), path.shown);
}

function listDirectory(given: Path | null): Result {
  const path = given ?? HERE;
  audit('os.listdir', path.shown);
  return onHost(() => {
    const names = files()
      .readDirectory(folderOf(path))
      .map((entry) => nameLike(path, entry.name));
    return PyList.of(names) as Value;
  }, named(path));
}

function scan(given: Path | null): Result {
  const path = given ?? HERE;
  audit('os.scandir', path.shown);
  return onHost(() => new PyScanDir(path, files().readDirectory(folderOf(path))) as Value, named(path));
}

/** Renaming, linking: two paths, both named in the error. */
function onTwoPaths(source: Path, target: Path, run: () => void): Result {
  return onHost(
    () => {
      run();
      return null;
    },
    source.shown,
    target.shown,
  );
}

// ── Times ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Nanoseconds of a time in seconds, which a number of them is. */
function nanosecondsOf(time: Value): bigint {
  if (!isTime(time)) throw error('TypeError', `argument must be int or float, not ${fullTypeName(time)}`);
  const seconds = momentArgument(time);
  if (typeof seconds === 'bigint') return seconds * BILLION;
  const whole = Math.floor(seconds);
  return BigInt(whole) * BILLION + BigInt(Math.floor((seconds - whole) * 1e9));
}

/** Nanoseconds given as such: of what is no int, too, if it can be divided into seconds and the rest. */
function wholeNanoseconds(value: Value): bigint {
  const pair = orThrow(binary(value, Number(BILLION), DIVMOD)) as Value;
  if (!(pair instanceof PyTuple) || pair.items.length !== 2)
    throw error('TypeError', `${typeName(value)}.__divmod__() must return a 2-tuple, not ${typeName(pair)}`);
  const [seconds, rest] = pair.items.map((item) => BigInt(orThrow(toInt(item)) as number | bigint));
  checkMoment(seconds);
  return seconds * BILLION + rest;
}

function pairOf(value: Value, convert: (item: Value) => bigint, name: string): readonly [bigint, bigint] {
  if (!(value instanceof PyTuple) || value.items.length !== 2) {
    throw error(
      'TypeError',
      name === 'times'
        ? "utime: 'times' must be either a tuple of two ints or None"
        : "utime: 'ns' must be a tuple of two ints",
    );
  }
  return [convert(value.items[0]), convert(value.items[1])];
}

function setTimes(
  path: Path,
  times: Value,
  ns: Value | undefined,
  folder: number | null,
  followLinks: boolean,
): Result {
  if (times !== null && ns !== undefined)
    return raise('ValueError', "utime: you may specify either 'times' or 'ns' but not both");
  let pair: readonly [bigint, bigint];
  if (times !== null) pair = pairOf(times, nanosecondsOf, 'times');
  else if (ns !== undefined) pair = pairOf(ns, wholeNanoseconds, 'ns');
  else {
    const now = services().host.clock.wallTimeNs();
    pair = [now, now];
  }
  checkDescriptor('utime', path, folder, followLinks);
  audit('os.utime', path.shown, times, ns ?? null, shownFolder(folder));
  const { fd } = path;
  return onPath(path, folder, (text) =>
    fd === undefined ? files().setTimes(text, ...pair, followLinks) : files().changeTimes(fd, ...pair),
  );
}

export function defineFiles(module: ModuleBuilder): void {
  module.function(
    'stat(path: openpath, *, dir_fd: folder = None, follow_symlinks: bool = True)',
    'Perform a stat system call on the given path.\n\n  path\n    Path to be examined; can be string, bytes, a path-like object or\n    open-file-descriptor int.\n  dir_fd\n    If not None, it should be a file descriptor open to a directory,\n    and path should be a relative string; path will then be relative to\n    that directory.\n  follow_symlinks\n    If False, and the last element of the path is a symbolic link,\n    stat will examine the symbolic link itself instead of the file\n    the link points to.',
    stat,
  );
  module.function(
    'lstat(path: path, *, dir_fd: folder = None)',
    'Perform a stat system call on the given path, without following symbolic links.\n\nLike stat(), but do not follow symbolic links.\nEquivalent to stat(path, follow_symlinks=False).',
    lstat,
  );
  module.function(
    'listdir(path: nopath = None)',
    "Return a list containing the names of the files in the directory.\n\npath can be specified as either str, bytes, or a path-like object.  If path is bytes,\n  the filenames returned will also be bytes; in all other circumstances\n  the filenames returned will be str.\nIf path is None, uses the path='.'.\nOn some platforms, path may also be specified as an open file descriptor;\\\n  the file descriptor must refer to a directory.\n  If this functionality is unavailable, using it raises NotImplementedError.\n\nThe list is in arbitrary order.  It does not include the special\nentries '.' and '..' even if they are present in the directory.",
    listDirectory,
  );
  module.function(
    'scandir(path: nopath = None)',
    "Return an iterator of DirEntry objects for given path.\n\npath can be specified as either str, bytes, or a path-like object.  If path\nis bytes, the names of yielded DirEntry objects will also be bytes; in\nall other circumstances they will be str.\n\nIf path is None, uses the path='.'.",
    scan,
  );
  module.function('getcwd()', 'Return a unicode string representing the current working directory.', () =>
    strFromText(files().cwd()),
  );
  module.function('getcwdb()', 'Return a bytes string representing the current working directory.', () =>
    encodeName(files().cwd()),
  );
  module.function(
    'chdir(path: openpath)',
    'Change the current working directory to the specified path.\n\npath may always be specified as a string.\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.',
    (path) => {
      audit('os.chdir', path.shown);
      return onPath(path, null, () => files().chdir(folderOf(path)));
    },
  );
  module.function(
    'mkdir(path: path, mode: cint = 511, *, dir_fd: folder = None)',
    'Create a directory.',
    (path, mode, folder) => {
      audit('os.mkdir', path.shown, mode, shownFolder(folder));
      return onPath(path, folder, (text) => files().makeDirectory(text, mode & MODE_BITS));
    },
  );
  module.function('rmdir(path: path, *, dir_fd: folder = None)', 'Remove a directory.', (path, folder) => {
    audit('os.rmdir', path.shown, shownFolder(folder));
    return onPath(path, folder, (text) => files().removeDirectory(text));
  });
  for (const name of ['unlink', 'remove'] as const) {
    module.function(
      `${name}(path: path, *, dir_fd: folder = None)`,
      'Remove a file (same as remove()).',
      (path, folder) => {
        audit('os.remove', path.shown, shownFolder(folder));
        return onPath(path, folder, (text) => files().unlink(text));
      },
    );
  }
  defineLinks(module);
  defineModes(module);
}

function defineLinks(module: ModuleBuilder): void {
  for (const name of ['rename', 'replace'] as const) {
    module.function(
      `${name}(src: path, dst: path, *, src_dir_fd: folder = None, dst_dir_fd: folder = None)`,
      'Rename a file or directory.',
      (source, target, folder, targetFolder) => {
        audit('os.rename', source.shown, target.shown, shownFolder(folder), shownFolder(targetFolder));
        return onTwoPaths(source, target, () => files().rename(from(folder, source), from(targetFolder, target)));
      },
    );
  }
  module.function(
    "link(src: path, dst: path, *, src_dir_fd: folder = None, dst_dir_fd: folder = None, follow_symlinks: bool = (os.name != 'nt'))",
    'Create a hard link to a file.',
    (source, target, folder, targetFolder) => {
      audit('os.link', source.shown, target.shown, shownFolder(folder), shownFolder(targetFolder));
      return onTwoPaths(source, target, () => files().link(from(folder, source), from(targetFolder, target)));
    },
  );
  module.function(
    'symlink(src: path, dst: path, target_is_directory: bool = False, *, dir_fd: folder = None)',
    'Create a symbolic link pointing to src named dst.',
    (source, target, _isDirectory, folder) => {
      audit('os.symlink', source.shown, target.shown, shownFolder(folder));
      return onTwoPaths(source, target, () => files().symlink(source.text, from(folder, target)));
    },
  );
  module.function(
    'readlink(path: path, *, dir_fd: folder = None)',
    'Return a string representing the path to which the symbolic link points.',
    (path, folder) => onHost(() => nameLike(path, files().readLink(from(folder, path))), path.shown),
  );
  module.function(
    'fspath(path)',
    'Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.',
    fspath,
  );
}

function defineModes(module: ModuleBuilder): void {
  module.function(
    "chmod(path: openpath, mode: cint, *, dir_fd: folder = None, follow_symlinks: bool = (os.name != 'nt'))",
    'Change the access permissions of a file.',
    (path, mode, folder) => {
      const { fd } = path;
      audit('os.chmod', path.shown, mode, shownFolder(folder));
      return onPath(path, folder, (text) =>
        fd === undefined ? files().chmod(text, mode & MODE_BITS) : files().changeMode(fd, mode & MODE_BITS),
      );
    },
  );
  module.function(
    'access(path: path, mode: cint, *, dir_fd: folder = None, effective_ids: bool = False, follow_symlinks: bool = True)',
    'Use the real uid/gid to test for access to a path.',
    (path, mode, folder) => isAccessible(path, mode, folder),
  );
  module.function(
    'utime(path: openpath, times=None, *, ns=<absent>, dir_fd: folder = None, follow_symlinks: bool = True)',
    'Set the access and modified time of path.',
    setTimes,
  );
  module.function(
    'truncate(path: openpath, length: clong)',
    'Truncate a file, specified by path, to a specific length.\n\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.',
    (path, length) => {
      audit('os.truncate', path.shown, length);
      return onHost(() => truncatePath(path, length), named(path));
    },
  );
}

/** Nobody is told why a file is not accessible. */
function isAccessible(path: Path, mode: number, folder: number | null): boolean {
  try {
    return files().access(from(folder, path), mode);
  } catch (thrown) {
    if (thrown instanceof HostError) return false;
    throw thrown;
  }
}

function truncatePath(path: Path, length: number): Value {
  if (path.fd !== undefined) {
    files().truncate(path.fd, length);
    return null;
  }
  if (length < 0) throw new HostError('EINVAL');
  const fd = files().open(path.text, O_WRONLY, 0o666);
  try {
    files().truncate(fd, length);
  } finally {
    files().close(fd);
  }
  return null;
}
