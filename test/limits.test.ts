/** Limits of the command line: what a program gets that exceeds them, and that it cannot outlive them. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.mjs');
const TIMEOUT = 60_000;

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  /** The last line of what was printed on standard error. */
  readonly error: string;
}

function run(option: string, source: string): Outcome {
  const child = spawnSync(process.execPath, [COMMAND, '-X', option, '-c', source], {
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  return { status: child.status, out: child.stdout, error: child.stderr.trimEnd().split('\n').at(-1) ?? '' };
}

const FOREVER = 'while True: pass';
const CLEANS_UP = `
try:
    try:
        ${FOREVER}
    except Exception:
        print('caught')
finally:
    print('cleaned up')
`;
const CATCHES_ALL = `
while True:
    try:
        ${FOREVER}
    except BaseException as error:
        print(type(error).__name__)
`;

for (const [option, what] of [
  ['max_time=0.2', '0.2 s of time'],
  ['max_cpu_time=0.2', '0.2 s of CPU time'],
  ['max_steps=100K', '102400 steps'],
]) {
  const error = `typhon.LimitExceeded: the program has used up ${what}`;
  test(`${option} ends a loop`, { skip: !existsSync(COMMAND) && 'not built' }, () => {
    assert.deepStrictEqual(run(option, CLEANS_UP), { status: 1, out: 'cleaned up\n', error });
  });
  test(`${option} ends a program that catches everything`, { skip: !existsSync(COMMAND) && 'not built' }, () => {
    assert.deepStrictEqual(run(option, CATCHES_ALL), { status: 1, out: 'LimitExceeded\n', error });
  });
}

test('max_time ends a sleep', { skip: !existsSync(COMMAND) && 'not built' }, () => {
  const { status, error } = run('max_time=0.1', 'import time; time.sleep(50)');
  assert.strictEqual(status, 1);
  assert.match(error, /LimitExceeded/);
});

test('max_steps counts steps of Python exactly', { skip: !existsSync(COMMAND) && 'not built' }, () => {
  const loop = 'for n in range(10000000000): print(n)';
  const { out } = run('max_steps=2000', loop);
  assert.strictEqual(out, Array.from({ length: out.split('\n').length - 1 }, (_, n) => `${n}\n`).join(''));
  assert.strictEqual(run('max_steps=2000', loop).out, out);
  const more = run('max_steps=2010', loop).out.split('\n').length - out.split('\n').length;
  assert.ok(more >= 5 && more <= 10, `${more} turns in ten steps`);
});

test('max_memory is a MemoryError after which the program goes on', {
  skip: !existsSync(COMMAND) && 'not built',
}, () => {
  const source = `
import itertools
def grow():
    items = []
    while True: items.append(object())
def fill():
    table = {}
    for n in itertools.count(): table[n] = str(n)
for work in (grow, fill, lambda: list(itertools.count()), lambda: bytearray(10 ** 9), lambda: b'a' * 10 ** 9):
    try: work()
    except MemoryError: print('MemoryError')
print(sum(range(10)))
`;
  assert.deepStrictEqual(run('max_memory=24M', source), {
    status: 0,
    out: `${'MemoryError\n'.repeat(5)}45\n`,
    error: '',
  });
});

test('a program that goes on allocating ends', { skip: !existsSync(COMMAND) && 'not built' }, () => {
  const source = `
items = []
while True:
    try: items.append(object())
    except MemoryError: pass
`;
  const { status, error } = run('max_memory=32M', source);
  assert.deepStrictEqual([status, error], [1, 'MemoryError']);
});

test('max_recursion bounds what a program may ask for', { skip: !existsSync(COMMAND) && 'not built' }, () => {
  const source = 'import sys; sys.setrecursionlimit(10 ** 6); print(sys.getrecursionlimit())';
  assert.strictEqual(run('max_recursion=5000', source).out, '5000\n');
});

test('a limit that is no number is refused', { skip: !existsSync(COMMAND) && 'not built' }, () => {
  assert.strictEqual(run('max_time=soon', 'pass').status, 2);
});
