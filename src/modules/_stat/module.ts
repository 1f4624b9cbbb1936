/** `_stat`: constants and predicates of file modes, with Linux's values and those that are the same everywhere. */
import { raise } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';

// A mode is a type in the upper bits and permissions in the lower ones.
const TYPE_MASK = 0o170000;
const PERMISSION_MASK = 0o7777;

const CONSTANTS: readonly (readonly [name: string, value: number])[] = [
  ['S_IFDIR', 0o40000],
  ['S_IFCHR', 0o20000],
  ['S_IFBLK', 0o60000],
  ['S_IFREG', 0o100000],
  ['S_IFIFO', 0o10000],
  ['S_IFLNK', 0o120000],
  ['S_IFSOCK', 0o140000],
  ['S_IFDOOR', 0o0],
  ['S_IFPORT', 0o0],
  ['S_IFWHT', 0o0],
  ['S_ISUID', 0o4000],
  ['S_ISGID', 0o2000],
  ['S_ISVTX', 0o1000],
  ['S_ENFMT', 0o2000],
  ['S_IREAD', 0o400],
  ['S_IWRITE', 0o200],
  ['S_IEXEC', 0o100],
  ['S_IRWXU', 0o700],
  ['S_IRUSR', 0o400],
  ['S_IWUSR', 0o200],
  ['S_IXUSR', 0o100],
  ['S_IRWXG', 0o70],
  ['S_IRGRP', 0o40],
  ['S_IWGRP', 0o20],
  ['S_IXGRP', 0o10],
  ['S_IRWXO', 0o7],
  ['S_IROTH', 0o4],
  ['S_IWOTH', 0o2],
  ['S_IXOTH', 0o1],
  ['UF_SETTABLE', 0xffff],
  ['UF_NODUMP', 0x1],
  ['UF_IMMUTABLE', 0x2],
  ['UF_APPEND', 0x4],
  ['UF_OPAQUE', 0x8],
  ['UF_NOUNLINK', 0x10],
  ['UF_COMPRESSED', 0x20],
  ['UF_TRACKED', 0x40],
  ['UF_DATAVAULT', 0x80],
  ['UF_HIDDEN', 0x8000],
  ['SF_SETTABLE', 0xffff0000],
  ['SF_ARCHIVED', 0x10000],
  ['SF_IMMUTABLE', 0x20000],
  ['SF_APPEND', 0x40000],
  ['SF_NOUNLINK', 0x100000],
  ['SF_SNAPSHOT', 0x200000],
  ['SF_FIRMLINK', 0x800000],
  ['SF_DATALESS', 0x40000000],
  ['ST_MODE', 0],
  ['ST_INO', 1],
  ['ST_DEV', 2],
  ['ST_NLINK', 3],
  ['ST_UID', 4],
  ['ST_GID', 5],
  ['ST_SIZE', 6],
  ['ST_ATIME', 7],
  ['ST_MTIME', 8],
  ['ST_CTIME', 9],
];

/** Predicates by type bits, and what each asks; -1 for types that this system does not have. */
const PREDICATES: readonly (readonly [name: string, type: number, what: string])[] = [
  ['S_ISDIR', 0o040000, 'a directory'],
  ['S_ISCHR', 0o020000, 'a character special device file'],
  ['S_ISBLK', 0o060000, 'a block special device file'],
  ['S_ISREG', 0o100000, 'a regular file'],
  ['S_ISFIFO', 0o010000, 'a FIFO (named pipe)'],
  ['S_ISLNK', 0o120000, 'a symbolic link'],
  ['S_ISSOCK', 0o140000, 'a socket'],
  ['S_ISDOOR', -1, 'a door'],
  ['S_ISPORT', -1, 'an event port'],
  ['S_ISWHT', -1, 'a whiteout'],
];

/** First letter of `filemode`, by type bits. */
const TYPE_LETTERS: ReadonlyMap<number, string> = new Map([
  [0o100000, '-'],
  [0o040000, 'd'],
  [0o120000, 'l'],
  [0o060000, 'b'],
  [0o020000, 'c'],
  [0o010000, 'p'],
  [0o140000, 's'],
]);

/** Applies `use` to a mode, an unsigned 32-bit int. */
function withMode(value: Value, use: (mode: number) => Value): Result {
  const mode = toInt(value);
  if (mode === EXIT) return EXIT;
  if ((mode as number | bigint) < 0) return raise('OverflowError', "can't convert negative value to unsigned int");
  if ((mode as number | bigint) >= 2n ** 64n)
    return raise('OverflowError', 'Python int too large to convert to C unsigned long');
  if ((mode as number | bigint) > 0xffffffff) return raise('OverflowError', 'mode out of range');
  return use(mode as number);
}

/** `rwx` of one class of users; a special bit shows as a letter of its own, upper case where the file is not executable. */
function permissions(bits: number, isSpecial: boolean, letter: string): string {
  const execute = (bits & 1) !== 0;
  const last = isSpecial ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
  return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${last}`;
}

function fileMode(mode: number): string {
  const type = TYPE_LETTERS.get(mode & TYPE_MASK) ?? '?';
  const user = permissions(mode >> 6, (mode & 0o4000) !== 0, 's');
  const group = permissions(mode >> 3, (mode & 0o2000) !== 0, 's');
  return type + user + group + permissions(mode, (mode & 0o1000) !== 0, 't');
}

export const _stat = builtinModule(
  '_stat',
  'Constants and functions for interpreting results of os.stat(), os.fstat() and os.lstat().',
  (module) => {
    for (const [name, type, what] of PREDICATES) {
      module.function(`@${name}(object, /)`, `${name}(mode) -> bool\n\nReturn True if mode is from ${what}.`, ((
        mode: Value,
      ) => withMode(mode, (bits) => (bits & TYPE_MASK) === type)) as never);
    }
    module.function(
      '@S_IMODE(object, /)',
      "Return the portion of the file's mode that can be set by os.chmod().",
      (mode) => withMode(mode, (bits) => bits & PERMISSION_MASK),
    );
    module.function(
      '@S_IFMT(object, /)',
      "Return the portion of the file's mode that describes the file type.",
      (mode) => withMode(mode, (bits) => bits & TYPE_MASK),
    );
    module.function('@filemode(object, /)', "Convert a file's mode to a string of the form '-rwxrwxrwx'", (mode) =>
      withMode(mode, fileMode),
    );
    for (const [name, value] of CONSTANTS) module.constant(name, value);
  },
);
