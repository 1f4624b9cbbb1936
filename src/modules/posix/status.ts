/** `stat_result`, and the directory entries of `scandir`. */
import type { DirectoryEntry, FileStatus } from '../../host/host.ts';
import { HostError } from '../../host/host.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { repr } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { GenericAlias } from '../../objspace/types/generic-alias.ts';
import { objectType } from '../../objspace/types/object.ts';
import { textOf } from '../../objspace/types/str/str.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { onHost } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import type { Path } from '../../objspace/gateway/path-arguments.ts';
import { nameLike } from './paths.ts';

const BILLION = 1_000_000_000n;

export const statResult = structSequence(
  'os.stat_result',
  'stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.',
  [
    ['st_mode', 'protection bits'],
    ['st_ino', 'inode'],
    ['st_dev', 'device'],
    ['st_nlink', 'number of hard links'],
    ['st_uid', 'user ID of owner'],
    ['st_gid', 'group ID of owner'],
    ['st_size', 'total size, in bytes'],
    [null, 'integer time of last access'],
    [null, 'integer time of last modification'],
    [null, 'integer time of last change'],
    ['st_atime', 'time of last access'],
    ['st_mtime', 'time of last modification'],
    ['st_ctime', 'time of last change'],
    ['st_atime_ns', 'time of last access in nanoseconds'],
    ['st_mtime_ns', 'time of last modification in nanoseconds'],
    ['st_ctime_ns', 'time of last change in nanoseconds'],
    ['st_blksize', 'blocksize for filesystem I/O'],
    ['st_blocks', 'number of blocks allocated'],
    ['st_rdev', 'device type (if inode device)'],
  ],
  {
    items: 10,
    complete: (values) => {
      for (let index = 7; index < 10; index++) if (values[index + 3] === null) values[index + 3] = values[index];
    },
  },
);

const int = (value: bigint): Value => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
const seconds = (ns: bigint): Value => new PyFloat(Number(ns / BILLION) + Number(ns % BILLION) * 1e-9) as Value;

export function statValue(status: FileStatus): Value {
  const times = [status.atimeNs, status.mtimeNs, status.ctimeNs];
  return statResult.make([
    status.mode,
    int(status.ino),
    int(status.dev),
    status.nlink,
    status.uid,
    status.gid,
    status.size,
    ...times.map((ns) => int(ns >= 0n ? ns / BILLION : -((BILLION - 1n - ns) / BILLION))),
    ...times.map(seconds),
    ...times.map(int),
    status.blksize,
    status.blocks,
    status.rdev,
  ]);
}

const TYPE_MASK = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const SYMLINK = 0o120000;

/** `os.DirEntry`. */
export class PyDirEntry extends PyObject {
  readonly name: string;
  readonly folder: Path;
  readonly kind: DirectoryEntry['kind'];
  readonly path: string;
  private readonly known: (FileStatus | undefined)[];

  constructor(folder: Path, entry: DirectoryEntry) {
    super();
    this.name = entry.name;
    this.folder = folder;
    this.kind = entry.kind;
    const base = folder.shown === null ? '' : folder.text;
    this.path =
      folder.shown === null
        ? entry.name
        : base === '' || base.endsWith('/')
          ? base + entry.name
          : `${base}/${entry.name}`;
    this.known = [undefined, undefined];
  }

  status(followLinks: boolean): FileStatus {
    const slot = followLinks ? 1 : 0;
    this.known[slot] ??= services().host.files.stat(this.path, followLinks);
    return this.known[slot];
  }
}

/** Whether the entry is of a type; one that has vanished is of none. */
function isOfType(self: PyDirEntry, type: number, kind: DirectoryEntry['kind'], followLinks: boolean): Result {
  if (self.kind !== 'symlink' && self.kind !== 'other') return self.kind === kind;
  if (!followLinks && self.kind === 'symlink') return kind === 'symlink';
  return onHost(() => {
    try {
      return (self.status(followLinks).mode & TYPE_MASK) === type;
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'ENOENT') return false;
      throw thrown;
    }
  }, self.path);
}

export const dirEntryType = builtinType<PyDirEntry>('DirEntry', {
  base: objectType,
  layout: PyDirEntry,
  module: 'posix',
  isBaseType: false,
  slots: {
    repr: (self: PyDirEntry) => {
      const text = repr(nameLike(self.folder, self.name));
      return text === EXIT ? EXIT : `<DirEntry ${textOf(text as Value)}>`;
    },
  },
  define(type) {
    type.member('name', 'the entry\'s base filename, relative to scandir() "path" argument', (self) =>
      nameLike(self.folder, self.name),
    );
    type.member('path', "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)", (self) =>
      nameLike(self.folder, self.path),
    );
    type.method(
      'is_dir(self, /, *, follow_symlinks: bool = True)',
      'Return True if the entry is a directory; cached per entry.',
      (self, follow) => isOfType(self, DIRECTORY, 'directory', follow),
    );
    type.method(
      'is_file(self, /, *, follow_symlinks: bool = True)',
      'Return True if the entry is a file; cached per entry.',
      (self, follow) => isOfType(self, REGULAR, 'file', follow),
    );
    type.method('@is_symlink(self)', 'Return True if the entry is a symbolic link; cached per entry.', (self) =>
      isOfType(self, SYMLINK, 'symlink', false),
    );
    type.method('@is_junction(self)', 'Return True if the entry is a junction; cached per entry.', () => false);
    type.method(
      'stat(self, /, *, follow_symlinks: bool = True)',
      'Return stat_result object for the entry; cached per entry.',
      (self, follow) => onHost(() => statValue(self.status(follow)), self.path),
    );
    type.method('@inode(self)', 'Return inode of the entry; cached per entry.', (self) =>
      onHost(() => int(self.status(false).ino), self.path),
    );
    type.method('@__fspath__(self)', 'Returns the path for the entry.', (self) => nameLike(self.folder, self.path));
    type.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
  },
});

/** The iterator of `scandir`. */
export class PyScanDir extends PyObject {
  readonly folder: Path;
  private entries: DirectoryEntry[];
  private position: number;

  constructor(folder: Path, entries: DirectoryEntry[]) {
    super();
    this.folder = folder;
    this.entries = entries;
    this.position = 0;
  }

  next(): Value | undefined {
    const entry = this.entries[this.position++];
    return entry === undefined ? undefined : new PyDirEntry(this.folder, entry);
  }

  close(): void {
    this.entries = [];
  }
}

export const scanDirType = builtinType<PyScanDir>('ScandirIterator', {
  base: objectType,
  layout: PyScanDir,
  module: 'posix',
  isBaseType: false,
  slots: { iter: (self: PyScanDir) => self, next: (self: PyScanDir) => self.next() },
  define(type) {
    type.method('__enter__(self, /)', 'Return the iterator.', (self) => self);
    type.method('@__exit__(self, /, *args)', 'Close the iterator.', (self) => {
      self.close();
      return null;
    });
    type.method('close(self, /)', 'Close the iterator.', (self) => {
      self.close();
      return null;
    });
  },
});
