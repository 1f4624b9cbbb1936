/** What a program may use, per program, and that its interpreter stays usable. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { nodeKnowledge } from '../../host/node.ts';
import { engine } from '../../host/virtual/engine.ts';
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

test('memory, where the engine tells of it; short programs do not collect garbage each', () => {
  const { knowledge } = engine;
  after(() => {
    engine.knowledge = knowledge;
  });
  let collections = 0;
  const collectGarbage = (): void => {
    collections++;
    nodeKnowledge.collectGarbage?.();
  };
  engine.knowledge = { ...nodeKnowledge, collectGarbage };
  const { typhon } = recorded({ limits: { memory: 2 ** 25 } });
  const excessive = ['x = []\nwhile True: x.append([0] * 1000)', 'x = b"x" * 2 ** 28', 'x = 1\nwhile True: x = [x]'];
  for (const source of excessive) {
    assert.throws(() => typhon.run(source), { type: 'MemoryError' }, source);
    typhon.run('x = None');
  }
  typhon.run('for i in range(20_000): x = [0] * 1000');
  typhon.run('x = None');
  collections = 0;
  for (let number = 0; number < 100; number++) typhon.globals.set('x', number);
  assert.ok(collections <= 2, `${collections} collections`);
});
