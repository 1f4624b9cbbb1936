/** The virtual file system against the real one: both do the same operations, in the same order, and must answer alike. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type FileStatus,
  type FileSystem,
  HostError,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
} from '../host.ts';
import { memoryHost } from '../memory.ts';
import { NodeFiles } from '../node-files.ts';

/** Inode numbers, devices and times belong to the file system; the rest is comparable. */
function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return [...value].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (typeof value !== 'object' || value === null || !('ino' in value)) return value;
  const { mode, nlink, size } = value as unknown as FileStatus;
  const isDirectory = (mode & 0o170000) === 0o040000;
  // Whether a directory's links count its directories is the file system's own affair.
  return isDirectory ? { mode } : { mode, nlink, size };
}

type Operation = [name: string, ...args: unknown[]];

function perform(files: FileSystem, [name, ...args]: Operation): unknown {
  try {
    switch (name) {
      case 'readAll': {
        const fd = files.open(args[0] as string, 0, 0);
        const buffer = new Uint8Array(4096);
        try {
          return comparable(buffer.slice(0, files.read(fd, buffer) as number));
        } finally {
          files.close(fd);
        }
      }
      case 'writeAll': {
        const fd = files.open(args[0] as string, args[1] as number, 0o666);
        try {
          return files.write(fd, new TextEncoder().encode(args[2] as string));
        } finally {
          files.close(fd);
        }
      }
      case 'truncateAt': {
        const fd = files.open(args[0] as string, O_WRONLY, 0);
        try {
          return files.truncate(fd, args[1] as number);
        } finally {
          files.close(fd);
        }
      }
      default:
        return comparable((files as unknown as Record<string, (...args: unknown[]) => unknown>)[name](...args));
    }
  } catch (thrown) {
    if (thrown instanceof HostError) return thrown.code;
    throw thrown;
  }
}

function compare(operations: Iterable<Operation>): void {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-files-'));
  const previous = process.umask(0o022);
  try {
    mkdirSync(join(folder, 'work'), { mode: 0o755 });
    const real = new NodeFiles(join(folder, 'work'));
    const virtual = memoryHost({ cwd: '/work', uid: process.getuid!() }).files;
    const done: string[] = [];
    for (const operation of operations) {
      done.push(JSON.stringify(operation));
      assert.deepEqual(perform(virtual, operation), perform(real, operation), done.slice(-12).join('\n'));
    }
  } finally {
    process.umask(previous);
    rmSync(folder, { recursive: true, force: true });
  }
}

const CREATE = O_WRONLY | O_CREAT;

test('files, directories and links', () => {
  compare([
    ['writeAll', 'a', CREATE, 'first'],
    ['writeAll', 'a', O_WRONLY, 'FI'],
    ['readAll', 'a'],
    ['writeAll', 'a', O_WRONLY | O_APPEND, '+'],
    ['readAll', 'a'],
    ['writeAll', 'a', CREATE | O_EXCL, ''],
    ['writeAll', 'a', O_WRONLY | O_TRUNC, 'new'],
    ['truncateAt', 'a', 6],
    ['readAll', 'a'],
    ['truncateAt', 'a', 1],
    ['stat', 'a', true],
    ['makeDirectory', 'd', 0o777],
    ['makeDirectory', 'd', 0o777],
    ['makeDirectory', 'd/e/', 0o700],
    ['makeDirectory', 'x/y', 0o777],
    ['makeDirectory', 'a/y', 0o777],
    ['stat', 'd/e', true],
    ['symlink', 'd', 'link'],
    ['symlink', 'nowhere', 'dangling'],
    ['symlink', 'loop2', 'loop1'],
    ['symlink', 'loop1', 'loop2'],
    ['stat', 'loop1', true],
    ['stat', 'loop1', false],
    ['stat', 'dangling', true],
    ['stat', 'dangling', false],
    ['readLink', 'dangling'],
    ['readLink', 'a'],
    ['writeAll', 'dangling', CREATE, 'made through a link'],
    ['readAll', 'nowhere'],
    ['writeAll', 'link/f', CREATE, 'through'],
    ['readAll', 'd/f'],
    ['readAll', 'd/../link/../a'],
    ['readAll', 'd/f/'],
    ['readAll', 'a/../a'],
    ['readAll', 'd'],
    ['writeAll', 'd', CREATE, ''],
    ['readDirectory', 'link'],
    ['readDirectory', 'a'],
    ['readDirectory', 'missing'],
    ['link', 'a', 'b'],
    ['link', 'a', 'b'],
    ['link', 'd', 'hard'],
    ['stat', 'b', true],
    ['unlink', 'a'],
    ['stat', 'b', true],
    ['unlink', 'd'],
    ['unlink', 'b/'],
    ['unlink', 'link'],
    ['removeDirectory', 'd'],
    ['removeDirectory', 'b'],
    ['removeDirectory', 'd/e/.'],
    ['removeDirectory', 'd/e/..'],
    ['removeDirectory', 'd/e'],
    ['chmod', 'b', 0o4751],
    ['stat', 'b', true],
    ['chmod', 'missing', 0o777],
    ['access', 'b', 4],
    ['access', 'missing', 0],
    ['stat', '', true],
    ['stat', 'n'.repeat(256), true],
    ['stat', 'n'.repeat(255), true],
    ['stat', 'b\0c', true],
  ]);
});

test('renaming', () => {
  compare([
    ['makeDirectory', 'd', 0o755],
    ['makeDirectory', 'd/inner', 0o755],
    ['makeDirectory', 'empty', 0o755],
    ['writeAll', 'f', CREATE, 'f'],
    ['writeAll', 'g', CREATE, 'g'],
    ['rename', 'f', 'f'],
    ['rename', 'missing', 'g'],
    ['rename', 'f', 'empty'],
    ['rename', 'd', 'f'],
    ['rename', 'd', 'd/inner/deeper'],
    ['rename', 'd', 'd/inner'],
    ['rename', 'empty', 'd'],
    ['rename', 'f', 'missing/'],
    ['rename', 'empty', 'moved/'],
    ['rename', 'd/inner', 'moved'],
    ['rename', 'd', 'moved'],
    ['readDirectory', '.'],
    ['rename', 'f', 'g'],
    ['readAll', 'g'],
    ['link', 'g', 'h'],
    ['rename', 'g', 'h'],
    ['readDirectory', '.'],
    ['rename', 'moved', 'moved/..'],
    ['rename', 'moved', '.'],
    ['rename', '.', 'moved'],
  ]);
});

test('open files outlive their names and share their position when duplicated', () => {
  const { files } = memoryHost();
  const fd = files.open('f', O_RDWR | O_CREAT, 0o666);
  files.write(fd, new TextEncoder().encode('0123456789'));
  const copy = files.duplicate(fd);
  files.unlink('f');
  assert.equal(files.seek(copy, 2, 0), 2);
  const buffer = new Uint8Array(3);
  assert.equal(files.read(fd, buffer), 3);
  assert.equal(new TextDecoder().decode(buffer), '234');
  assert.equal(files.seek(copy, 0, 1), 5);
  files.close(fd);
  assert.equal(files.fstat(copy).nlink, 0);
  files.close(copy);
  assert.throws(() => files.fstat(copy), new HostError('EBADF'));
});

test('writing behind the end leaves zeros', () => {
  const { files } = memoryHost();
  const fd = files.open('f', O_RDWR | O_CREAT, 0o666);
  files.write(fd, new Uint8Array([1]), 4);
  const buffer = new Uint8Array(8);
  assert.equal(files.read(fd, buffer, 0), 5);
  assert.deepEqual([...buffer.subarray(0, 5)], [0, 0, 0, 0, 1]);
  files.truncate(fd, 2);
  files.truncate(fd, 5);
  assert.equal(files.read(fd, buffer, 0), 5);
  assert.deepEqual([...buffer.subarray(0, 5)], [0, 0, 0, 0, 0]);
});

test('permissions hold for all but the superuser', () => {
  const run = (uid: number): unknown[] => {
    const { files } = memoryHost({ uid });
    return [
      perform(files, ['writeAll', 'f', CREATE, 'x']),
      perform(files, ['chmod', 'f', 0o000]),
      perform(files, ['readAll', 'f']),
      perform(files, ['makeDirectory', 'd', 0o777]),
      perform(files, ['chmod', 'd', 0o444]),
      perform(files, ['readDirectory', 'd']),
      perform(files, ['writeAll', 'd/f', CREATE, 'x']),
      perform(files, ['makeDirectory', '/new', 0o777]),
      perform(files, ['access', 'f', 1]),
    ];
  };
  assert.deepEqual(run(1000), [1, undefined, 'EACCES', undefined, undefined, [], 'EACCES', 'EACCES', false]);
  assert.deepEqual(run(0), [1, undefined, [120], undefined, undefined, [], 1, undefined, false]);
});

test('a full file system and too many descriptors', () => {
  const { files } = memoryHost({ capacity: 10 });
  assert.equal(perform(files, ['writeAll', 'a', CREATE, '0123456789']), 10);
  assert.equal(perform(files, ['writeAll', 'b', CREATE, 'x']), 'ENOSPC');
  files.unlink('a');
  assert.equal(perform(files, ['writeAll', 'b', CREATE, 'x']), 1);
  assert.throws(() => {
    for (;;) files.open('b', 0, 0);
  }, new HostError('EMFILE'));
});

/** Operations on a few names, which meet often. */
function* randomOperations(seed: number, count: number): Generator<Operation> {
  let state = seed;
  const random = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)];
  const name = (): string => pick(['a', 'b', 'd', 'e', 'l']);
  const down = (): string => `${Array.from({ length: 1 + random(3) }, name).join('/')}${random(8) === 0 ? '/' : ''}`;
  // At most one step up, behind a step down, and none in links: never out of the folder.
  const path = (): string => (random(8) === 0 ? `${name()}/../${down()}` : down());
  for (let index = 0; index < count; index++) {
    yield pick<() => Operation>([
      () => ['writeAll', path(), CREATE | pick([0, O_TRUNC, O_APPEND, O_EXCL]), 'text'],
      () => ['readAll', path()],
      () => ['makeDirectory', path(), 0o777],
      () => ['removeDirectory', path()],
      () => ['unlink', path()],
      () => ['rename', path(), path()],
      () => ['link', path(), path()],
      () => ['symlink', down(), path()],
      () => ['readLink', path()],
      () => ['stat', path(), random(2) === 0],
      () => ['readDirectory', path()],
      () => ['access', path(), 4],
    ])();
  }
}

test('random operations', () => {
  for (let seed = 1; seed <= 40; seed++) compare(randomOperations(seed, 250));
});
