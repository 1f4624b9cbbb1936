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
import { encodeName, nameLike, type Path, pathArgument, refuseDirFd } from './paths.ts';
import { PyScanDir, statValue } from './status.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { checkMoment, isTime, momentArgument } from '../../objspace/gateway/time-arguments.ts';
import { binary, DIVMOD } from '../../objspace/arithmetic.ts';

/** What audit events say where no `dir_fd` is given; giving one is refused. */
const NO_FOLDER = -1;
/** What is told of a renaming. */
const RENAMING = ['os.rename', NO_FOLDER, NO_FOLDER] as const;

const BILLION = 1_000_000_000n;

const files = (): FileSystem => services().host.files;

/** The path of a folder, which may be given by a descriptor. */
function folderOf({ fd, text }: Path): string {
  return fd === undefined ? text : files().pathOf(fd);
}

/** Runs an operation on one path; None comes out. */
function onPath(path: Path, run: (text: string) => void): Result {
  return onHost(() => {
    run(path.text);
    return null;
  }, path.shown);
}

function stat(path: Value, dirFd: Value, followLinks: boolean): Result {
  refuseDirFd(dirFd);
  const checked = pathArgument(path, 'stat', 'path', { fd: true });
  if (checked.fd !== undefined) return onHost(() => statValue(files().fstat(checked.fd as number)));
  return onHost(() => statValue(files().stat(checked.text, followLinks)), checked.shown);
}

function lstat(path: Value, dirFd: Value): Result {
  refuseDirFd(dirFd);
  const checked = pathArgument(path, 'lstat');
  return onHost(() => statValue(files().stat(checked.text, false)), checked.shown);
}

function listDirectory(path: Value): Result {
  const checked = pathArgument(path, 'listdir', 'path', { fd: true, none: true });
  audit('os.listdir', checked.shown);
  return onHost(() => {
    const names = files()
      .readDirectory(folderOf(checked))
      .map((entry) => nameLike(checked, entry.name));
    return PyList.of(names) as Value;
  }, checked.shown);
}

function scan(path: Value): Result {
  const checked = pathArgument(path, 'scandir', 'path', { fd: true, none: true });
  audit('os.scandir', checked.shown);
  return onHost(() => new PyScanDir(checked, files().readDirectory(folderOf(checked))) as Value, checked.shown);
}

/** Renaming, linking: two paths, both named in the error. */
function onTwoPaths(
  name: string,
  [event, ...folders]: readonly [event: string, ...folders: Value[]],
  from: Value,
  to: Value,
  run: (from: string, to: string) => void,
): Result {
  const source = pathArgument(from, name, 'src');
  const target = pathArgument(to, name, 'dst');
  audit(event, source.shown, target.shown, ...folders);
  return onHost(
    () => {
      run(source.text, target.text);
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

function setTimes(path: Value, times: Value, ns: Value | undefined, dirFd: Value, followLinks: boolean): Result {
  refuseDirFd(dirFd);
  const checked = pathArgument(path, 'utime', 'path');
  if (times !== null && ns !== undefined)
    return raise('ValueError', "utime: you may specify either 'times' or 'ns' but not both");
  let pair: readonly [bigint, bigint];
  if (times !== null) pair = pairOf(times, nanosecondsOf, 'times');
  else if (ns !== undefined) pair = pairOf(ns, wholeNanoseconds, 'ns');
  else {
    const now = services().host.clock.wallTimeNs();
    pair = [now, now];
  }
  audit('os.utime', checked.shown, times, ns ?? null, NO_FOLDER);
  return onPath(checked, (text) => files().setTimes(text, pair[0], pair[1], followLinks));
}

export function defineFiles(module: ModuleBuilder): void {
  module.function(
    'stat(path, *, dir_fd=None, follow_symlinks: bool = True)',
    'Perform a stat system call on the given path.\n\n  path\n    Path to be examined; can be string, bytes, a path-like object or\n    open-file-descriptor int.\n  dir_fd\n    If not None, it should be a file descriptor open to a directory,\n    and path should be a relative string; path will then be relative to\n    that directory.\n  follow_symlinks\n    If False, and the last element of the path is a symbolic link,\n    stat will examine the symbolic link itself instead of the file\n    the link points to.',
    stat,
  );
  module.function(
    'lstat(path, *, dir_fd=None)',
    'Perform a stat system call on the given path, without following symbolic links.\n\nLike stat(), but do not follow symbolic links.\nEquivalent to stat(path, follow_symlinks=False).',
    lstat,
  );
  module.function(
    'listdir(path=None)',
    "Return a list containing the names of the files in the directory.\n\npath can be specified as either str, bytes, or a path-like object.  If path is bytes,\n  the filenames returned will also be bytes; in all other circumstances\n  the filenames returned will be str.\nIf path is None, uses the path='.'.\nOn some platforms, path may also be specified as an open file descriptor;\\\n  the file descriptor must refer to a directory.\n  If this functionality is unavailable, using it raises NotImplementedError.\n\nThe list is in arbitrary order.  It does not include the special\nentries '.' and '..' even if they are present in the directory.",
    listDirectory,
  );
  module.function(
    'scandir(path=None)',
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
    'chdir(path)',
    'Change the current working directory to the specified path.\n\npath may always be specified as a string.\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.',
    (path) => {
      const checked = pathArgument(path, 'chdir', 'path', { fd: true });
      audit('os.chdir', checked.shown);
      return onPath(checked, () => files().chdir(folderOf(checked)));
    },
  );
  module.function('mkdir(path, mode: cint = 511, *, dir_fd=None)', 'Create a directory.', (path, mode, dirFd) => {
    refuseDirFd(dirFd);
    const checked = pathArgument(path, 'mkdir');
    audit('os.mkdir', checked.shown, mode, NO_FOLDER);
    return onPath(checked, (text) => files().makeDirectory(text, mode));
  });
  module.function('rmdir(path, *, dir_fd=None)', 'Remove a directory.', (path, dirFd) => {
    refuseDirFd(dirFd);
    const checked = pathArgument(path, 'rmdir');
    audit('os.rmdir', checked.shown, NO_FOLDER);
    return onPath(checked, (text) => files().removeDirectory(text));
  });
  for (const name of ['unlink', 'remove']) {
    module.function(
      `${name}(path, *, dir_fd=None)`,
      'Remove a file (same as remove()).',
      (path: Value, dirFd: Value) => {
        refuseDirFd(dirFd);
        const checked = pathArgument(path, name);
        audit('os.remove', checked.shown, NO_FOLDER);
        return onPath(checked, (text) => files().unlink(text));
      },
    );
  }
  defineLinks(module);
  defineModes(module);
}

function defineLinks(module: ModuleBuilder): void {
  for (const name of ['rename', 'replace']) {
    module.function(
      `${name}(src, dst, *, src_dir_fd=None, dst_dir_fd=None)`,
      'Rename a file or directory.',
      (from: Value, to: Value, fromFd: Value, toFd: Value) => {
        refuseDirFd(fromFd);
        refuseDirFd(toFd);
        return onTwoPaths(name, RENAMING, from, to, (source, target) => files().rename(source, target));
      },
    );
  }
  module.function(
    "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool = (os.name != 'nt'))",
    'Create a hard link to a file.',
    (from, to) =>
      onTwoPaths('link', ['os.link', NO_FOLDER, NO_FOLDER], from, to, (source, target) => files().link(source, target)),
  );
  module.function(
    'symlink(src, dst, target_is_directory: bool = False, *, dir_fd=None)',
    'Create a symbolic link pointing to src named dst.',
    (from, to, _isDirectory, dirFd) => {
      refuseDirFd(dirFd);
      return onTwoPaths('symlink', ['os.symlink', NO_FOLDER], from, to, (source, target) =>
        files().symlink(source, target),
      );
    },
  );
  module.function(
    'readlink(path, *, dir_fd=None)',
    'Return a string representing the path to which the symbolic link points.',
    (path, dirFd) => {
      refuseDirFd(dirFd);
      const checked = pathArgument(path, 'readlink');
      return onHost(() => nameLike(checked, files().readLink(checked.text)), checked.shown);
    },
  );
  module.function(
    'fspath(path)',
    'Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.',
    fspath,
  );
}

function defineModes(module: ModuleBuilder): void {
  module.function(
    "chmod(path, mode: cint, *, dir_fd=None, follow_symlinks: bool = (os.name != 'nt'))",
    'Change the access permissions of a file.',
    (path, mode, dirFd) => {
      refuseDirFd(dirFd);
      const checked = pathArgument(path, 'chmod', 'path', { fd: true });
      const { fd } = checked;
      audit('os.chmod', checked.shown, mode, NO_FOLDER);
      return onPath(checked, (text) => (fd === undefined ? files().chmod(text, mode) : files().changeMode(fd, mode)));
    },
  );
  module.function(
    'access(path, mode: cint, *, dir_fd=None, effective_ids: bool = False, follow_symlinks: bool = True)',
    'Use the real uid/gid to test for access to a path.',
    (path, mode, dirFd) => {
      refuseDirFd(dirFd);
      return files().access(pathArgument(path, 'access').text, mode);
    },
  );
  module.function(
    'utime(path, times=None, *, ns=<absent>, dir_fd=None, follow_symlinks: bool = True)',
    'Set the access and modified time of path.',
    setTimes,
  );
  module.function(
    'truncate(path, length: clong)',
    'Truncate a file, specified by path, to a specific length.\n\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.',
    (path, length) => {
      const checked = pathArgument(path, 'truncate', 'path', { fd: true });
      audit('os.truncate', checked.shown, length);
      return onHost(() => truncatePath(checked, length), checked.shown);
    },
  );
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
