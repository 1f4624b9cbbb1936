/** What a program may use, per program, and that its interpreter stays usable. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recorded } from './embedding.ts';

test('steps are counted for each program', () => {
  const { typhon } = recorded({ limits: { steps: 100_000 } });
  for (let round = 0; round < 3; round++) typhon.run('for i in range(50_000): pass');
  assert.throws(() => typhon.run('while True: pass'), {
    type: 'typhon.LimitExceeded',
    message: 'the program has used up 100000 steps',
  });
  assert.equal(typhon.eval('1 + 1'), 2);
});

test('a program cannot outlive its limits by catching them', () => {
  const { typhon } = recorded({ limits: { steps: 100_000 } });
  const source = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';
  assert.throws(() => typhon.run(source), { type: 'typhon.LimitExceeded' });
  assert.equal(typhon.eval('len("ok")'), 2);
});

test('time, also of programs that are suspended', async () => {
  const { typhon } = recorded({ limits: { time: 0.3 } });
  assert.throws(() => typhon.run('while True: pass'), { type: 'typhon.LimitExceeded' });
  await assert.rejects(typhon.runAsync('while True: pass'), { type: 'typhon.LimitExceeded' });
  await assert.rejects(typhon.runAsync('import time; time.sleep(100)'), { type: 'typhon.LimitExceeded' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.equal(typhon.eval('1'), 1);
});

test('coroutines, and the event loop after one that has used up what it may', async () => {
  const { typhon } = recorded({ limits: { steps: 100_000 } });
  const endless = [
    'while True: pass',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
  ];
  for (const source of endless) {
    await assert.rejects(typhon.runAsync(`import asyncio\nawait asyncio.sleep(0)\n${source}`), {
      type: 'typhon.LimitExceeded',
    });
    assert.equal(await typhon.evalAsync('await asyncio.sleep(0, 7)'), 7);
  }
});

test('recursion', () => {
  const { typhon } = recorded({ limits: { recursion: 50 } });
  typhon.run('def f(n): return n and f(n - 1)');
  assert.equal(typhon.eval('f(30)'), 0);
  assert.throws(() => typhon.eval('f(60)'), { type: 'RecursionError' });
  typhon.run('import sys; sys.setrecursionlimit(1000)');
  assert.throws(() => typhon.eval('f(60)'), { type: 'RecursionError' });
});
