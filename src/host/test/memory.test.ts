/** Hosts without a platform: what a program sees of time, chance and its streams. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserHost } from '../browser.ts';
import { type Host, HostError, O_RDONLY, Pending } from '../host.ts';
import { memoryHost } from '../memory.ts';

function randomBytes(host: Host, count: number): number[] {
  const buffer = new Uint8Array(count);
  host.entropy(buffer);
  return [...buffer];
}

function readText(host: Host, fd: number): string {
  const buffer = new Uint8Array(100);
  return new TextDecoder().decode(buffer.subarray(0, host.files.read(fd, buffer) as number));
}

test('time passes only by looking and sleeping', () => {
  const { clock } = memoryHost({ clock: new Date('2001-02-03T04:05:06Z') });
  const start = clock.wallTimeNs();
  assert.equal(start / 1_000_000n, BigInt(Date.UTC(2001, 1, 3, 4, 5, 6)));
  assert.equal(clock.wallTimeNs(), start + 1000n);
  clock.sleep(2.5);
  assert.equal(clock.wallTimeNs(), start + 2_500_002_000n);
  const moment = clock.monotonicNs();
  clock.sleep(0.25);
  assert.equal(clock.monotonicNs(), moment + 250_001_000n);
  assert.equal(clock.timeZone(), undefined);
});

test('entropy depends on the seed alone', () => {
  assert.deepEqual(randomBytes(memoryHost({ seed: 7 }), 64), randomBytes(memoryHost({ seed: 7 }), 64));
  assert.notDeepEqual(randomBytes(memoryHost({ seed: 7 }), 64), randomBytes(memoryHost({ seed: 8 }), 64));
  assert.ok(new Set(randomBytes(memoryHost(), 1000)).size > 200);
  assert.notDeepEqual(randomBytes(browserHost(), 64), randomBytes(browserHost(), 64));
  assert.equal(randomBytes(browserHost(), 70000).length, 70000);
});

test('standard streams are what the embedder gives', () => {
  const written: string[] = [];
  const host = memoryHost({ stdin: 'one\ntwo', stdout: (text) => written.push(text) });
  assert.equal(readText(host, 0), 'one\ntwo');
  assert.equal(readText(host, 0), '');
  const euro = new TextEncoder().encode('1 €');
  host.files.write(1, euro.subarray(0, 3));
  host.files.write(1, euro.subarray(3));
  assert.deepEqual(written, ['1 ', '€']);
  assert.throws(() => host.files.write(0, euro), new HostError('EBADF'));
  assert.throws(() => host.files.seek(0, 0, 1), new HostError('ESPIPE'));
});

test('input that comes later is pending, and there when its promise is settled', async () => {
  const lines = ['first', Promise.resolve('second'), Promise.reject(new Error('broken')), undefined];
  const host = memoryHost({ stdin: () => lines.shift() as string });
  assert.equal(readText(host, 0), 'first\n');
  const waiting = host.files.read(0, new Uint8Array(1)) as Pending;
  assert.ok(waiting instanceof Pending);
  assert.ok(host.files.read(0, new Uint8Array(1)) instanceof Pending);
  await waiting.promise;
  assert.equal(readText(host, 0), 'second\n');
  await (host.files.read(0, new Uint8Array(1)) as Pending).promise;
  assert.throws(() => readText(host, 0), new Error('broken'));
  assert.equal(readText(host, 0), '');
});

test('devices', () => {
  const { files } = memoryHost();
  const buffer = new Uint8Array([1, 2, 3]);
  const read = (path: string): number => files.read(files.open(path, O_RDONLY, 0), buffer) as number;
  assert.equal(read('/dev/null'), 0);
  assert.equal(read('/dev/zero'), 3);
  assert.deepEqual([...buffer], [0, 0, 0]);
  assert.equal(read('/dev/urandom'), 3);
  assert.notDeepEqual([...buffer], [0, 0, 0]);
});

test('files given at the start', () => {
  const host = memoryHost({ files: { '/a/b.txt': 'text', 'c.bin': new Uint8Array([0, 255]) } });
  assert.equal(host.files.cwd(), '/home/user');
  assert.equal(new TextDecoder().decode(host.virtualFiles.contentsOf('/a/b.txt')), 'text');
  assert.deepEqual([...host.virtualFiles.contentsOf('/home/user/c.bin')], [0, 255]);
});
