/** Programs that are suspended: turns, sleeping, input, promises, coroutines, interruptions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { nodeHost } from '../../host/node.ts';
import { memoryHost, type PythonFunction, Typhon } from '../public.ts';
import { recorded } from './embedding.ts';

const later = (value: unknown, ms: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));
const failing = (error: unknown, ms: number): Promise<unknown> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(error), ms));

test('a long run lets the event loop go on', async () => {
  const { typhon } = recorded();
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await typhon.runAsync('total = 0\nfor i in range(400_000): total += i');
  clearInterval(timer);
  assert.equal(typhon.globals.get('total'), 79999800000);
  assert.ok(turns > 0);
});

test('runs take turns with each other, each with its own frames and exceptions', async () => {
  const { typhon, output } = recorded();
  const source = (name: string) => `
import time
def f_${name}(n):
    try: raise ValueError(n)
    except ValueError as e:
        time.sleep(0.002)
        assert __import__("sys").exception() is e
    return n if n == 0 else f_${name}(n - 1) + 1
print("${name}", f_${name}(10))
`;
  await Promise.all(['a', 'b', 'c'].map((name) => typhon.runAsync(source(name))));
  assert.deepEqual(output().split('\n').sort(), ['', 'a 10', 'b 10', 'c 10']);
});

test('what observes a run goes on with it, and sees nothing of others', async () => {
  const { typhon } = recorded();
  const traced = `
import sys, time
events = []
def tracer(frame, event, argument):
    if frame.f_code.co_name != 'work': return None
    events.append((frame.f_code.co_name, event))
    return tracer
def work(n):
    return n + 1
def run():
    sys.settrace(tracer)
    for i in range(2):
        time.sleep(0.002)
        work(i)
    sys.settrace(None)
run()
`;
  const other = 'import time\ndef other(n): return n\nfor i in range(20): time.sleep(0.0005); other(i)';
  await Promise.all([typhon.runAsync(traced), typhon.runAsync(other)]);
  // Callbacks of weak references, which come at any time, would be seen, too.
  const call = ['call', 'line', 'return'].map((event) => `('work', '${event}')`);
  assert.equal(typhon.eval('str(events)'), `[${[...call, ...call].join(', ')}]`);
});

test('what a coroutine raises through compiled code has each frame once in its traceback', async () => {
  const { typhon } = recorded();
  typhon.run('import typhon.jit; typhon.jit.set_param("stress")');
  const source = `
import asyncio, traceback
found = set()
async def step(n):
    if n % 50 == 0: await asyncio.sleep(0)
    if n == 777: raise ValueError(n)
    return n
async def worker(n):
    for i in range(n):
        try: await step(i)
        except ValueError as e: found.add(" ".join(frame.name for frame in traceback.extract_tb(e.__traceback__)))
async def main():
    await asyncio.gather(*[worker(1000) for _ in range(5)])
asyncio.run(main())
`;
  try {
    await typhon.runAsync(source);
  } finally {
    typhon.run('typhon.jit.set_param("default")');
  }
  assert.equal(typhon.eval('str(found)'), "{'worker step'}");
});

test('sleeping does not block', async () => {
  const { typhon, output } = recorded();
  const sleeping = typhon.runAsync('import time\nfor i in range(3): time.sleep(0.01); print(i)');
  typhon.run('print("meanwhile")');
  await sleeping;
  assert.equal(output(), 'meanwhile\n0\n1\n2\n');
});

test('input that comes later', async () => {
  const lines = ['Ada', '1', '2'];
  const { typhon, output } = recorded({ stdin: () => later(lines.shift(), 1) as Promise<string> });
  await typhon.runAsync('name = input("name? ")\nimport sys\nfirst = sys.stdin.readline()\nrest = sys.stdin.read()');
  assert.deepEqual(typhon.eval('[name, first, rest]'), ['Ada', '1\n', '2\n']);
  assert.equal(output(), 'name? ');
  await assert.rejects(typhon.runAsync('input()'), { type: 'EOFError' });
});

test('all of the input, and line by line', async () => {
  const feed = (lines: string[]) => ({ stdin: () => later(lines.shift(), 1) as Promise<string> });
  const a = recorded(feed(['x', 'y', 'z'])).typhon;
  await a.runAsync('import sys; all = sys.stdin.read()');
  assert.equal(a.globals.get('all'), 'x\ny\nz\n');
  const b = recorded(feed(['x', 'y', 'z'])).typhon;
  await b.runAsync('import sys\nlines = []\nfor line in sys.stdin: lines.append(line)');
  assert.deepEqual(b.globals.get('lines'), ['x\n', 'y\n', 'z\n']);
});

test('input that fails is an exception where the program reads', async () => {
  const error = new Error('no more');
  const { typhon } = recorded({ stdin: () => failing(error, 1) as Promise<string> });
  await typhon.runAsync('from typhon import JsError\ntry: input()\nexcept JsError as e: seen = str(e)');
  assert.equal(typhon.globals.get('seen'), 'Error: no more');
  await assert.rejects(typhon.runAsync('input()'), (thrown) => thrown === error);
});

test('what cannot be suspended says so', async () => {
  const { typhon } = recorded({ stdin: () => later('x', 1) as Promise<string>, globals: { later } });
  const message = /would have to wait.*runAsync/;
  assert.throws(() => typhon.run('input()'), { type: 'RuntimeError', message });
  assert.throws(() => typhon.run('import typhon; typhon.run_sync(later(1, 1))'), { type: 'RuntimeError', message });
  await assert.rejects(typhon.runAsync('import typhon; list(map(typhon.run_sync, [later(1, 1)]))'), {
    type: 'RuntimeError',
    message,
  });
});

test('promises: await, run_sync, errors', async () => {
  const error = new TypeError('rejected');
  const { typhon } = recorded({ globals: { later, failing, error } });
  typhon.globals.set('fail', () => failing(error, 1));
  assert.equal(await typhon.evalAsync('await later(20, 2) + 1'), 21);
  await typhon.runAsync('from typhon import run_sync, JsError\nx = [run_sync(later(i, 1)) for i in range(3)]');
  assert.deepEqual(typhon.globals.get('x'), [0, 1, 2]);
  await typhon.runAsync('try: await fail()\nexcept JsError as e: seen = e.name');
  assert.equal(typhon.globals.get('seen'), 'TypeError');
  await assert.rejects(typhon.runAsync('await fail()'), (thrown) => thrown === error);
  await assert.rejects(typhon.runAsync('run_sync(fail())'), (thrown) => thrown === error);
});

test('asyncio: tasks, gather, timeouts, its own loops', async () => {
  const { typhon, output } = recorded({ globals: { later } });
  await typhon.runAsync(`
import asyncio
async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name
print(await asyncio.gather(work("slow", 0.4), work("fast", 0.001), later("js", 5)))
try:
    async with asyncio.timeout(0.002): await later(1, 60)
except TimeoutError: print("timeout")
`);
  assert.equal(output(), "fast\nslow\n['slow', 'fast', 'js']\ntimeout\n");
  await typhon.runAsync('async def main(): return await later(5, 2)\nresult = asyncio.run(main())');
  assert.equal(typhon.globals.get('result'), 5);
});

test('tasks are suspended like everything else', async () => {
  const lines = ['Ada'];
  const { typhon, output } = recorded({ stdin: () => later(lines.shift(), 1) as Promise<string>, globals: { later } });
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await typhon.runAsync(`
import asyncio, time
async def compute():
    total = 0
    for i in range(200_000): total += i
    return total
async def ask():
    time.sleep(0.005)
    return input("name? ")
print(await asyncio.gather(compute(), ask()), await later(1, 1))
`);
  clearInterval(timer);
  assert.equal(output(), "name? [19999900000, 'Ada'] 1\n");
  assert.ok(turns > 0);
});

test('coroutines are promises', async () => {
  const { typhon } = recorded({ globals: { later } });
  typhon.run('async def double(x):\n    if x is None: raise ValueError("nothing")\n    return 2 * await later(x, 1)');
  const double = typhon.globals.get('double') as PythonFunction<Promise<unknown>>;
  assert.deepEqual(await Promise.all([double(1), double(2)]), [2, 4]);
  await assert.rejects(double(null), { type: 'ValueError', message: 'nothing' });
});

test('interrupting', async () => {
  const { typhon } = recorded();
  for (const source of [
    'while True: pass',
    'import time; time.sleep(1000)',
    'import asyncio; await asyncio.sleep(1000)',
  ]) {
    const running = typhon.runAsync(source);
    setTimeout(() => typhon.interrupt(), 30);
    await assert.rejects(running, { type: 'KeyboardInterrupt' }, source);
  }
  const caught = typhon.runAsync('try:\n    while True: pass\nexcept KeyboardInterrupt: done = True');
  setTimeout(() => typhon.interrupt(), 10);
  await caught;
  assert.equal(typhon.globals.get('done'), true);
});

test('interrupting through shared memory, from another thread', async () => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { typhon } = recorded({ interruptFlag: flag });
  const code = `const { workerData } = require('node:worker_threads');
    setTimeout(() => Atomics.store(workerData, 0, 2), 50);`;
  const worker = new Worker(code, { eval: true, workerData: flag });
  assert.throws(() => typhon.run('while True: pass'), { type: 'KeyboardInterrupt' });
  assert.equal(flag[0], 0);
  await worker.terminate();
  setTimeout(() => Atomics.store(flag, 0, 2), 20);
  await assert.rejects(typhon.runAsync('import time; time.sleep(1000)'), { type: 'KeyboardInterrupt' });
});

test('a program that is suspended when its interpreter is disposed of', async () => {
  const { typhon } = recorded();
  const running = typhon.runAsync('import time; time.sleep(1000)');
  await later(undefined, 20);
  typhon.dispose();
  await assert.rejects(running, { message: 'the interpreter has been disposed of' });
});

test('a virtual clock never waits', async () => {
  const typhon = await Typhon.create({ host: memoryHost() });
  const started = Date.now();
  typhon.run('import time; a = time.monotonic(); time.sleep(3600); b = time.monotonic()');
  await typhon.runAsync('time.sleep(3600)');
  assert.ok(Date.now() - started < 60_000);
  assert.equal(typhon.eval('round(b - a)'), 3600);
});

test('threads of execution have their own thread-local data and context', async () => {
  const { typhon } = recorded();
  typhon.run(
    'import threading, contextvars, time\nlocal = threading.local()\nvar = contextvars.ContextVar("v", default=0)',
  );
  const source = (n: number) => `local.x = ${n}; var.set(${n}); time.sleep(0.01); seen${n} = local.x, var.get()`;
  await Promise.all([typhon.runAsync(source(1)), typhon.runAsync(source(2))]);
  assert.deepEqual(typhon.eval('[seen1, seen2]'), [
    [1, 1],
    [2, 2],
  ]);
});

test('child processes, while the event loop turns', {
  skip: process.platform !== 'linux' && 'children need Linux',
}, async () => {
  const typhon = Typhon.createSync({ host: nodeHost() });
  await typhon.runAsync(`
import subprocess, time
run = subprocess.run(['sh', '-c', 'sleep 0.1; echo late; exit 3'], capture_output=True)
found = [(run.returncode, run.stdout)]
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdin.write(b'x' * 300_000)
child.stdin.flush()
time.sleep(0.02)
out, _ = child.communicate(b'end')
found.append((child.returncode, len(out)))
child = subprocess.Popen(['sh', '-c', 'echo early; exit 4'], stdout=subprocess.PIPE)
while child.poll() is None:
    time.sleep(0.01)
found.append((child.poll(), child.stdout.read()))
child = subprocess.Popen(['sleep', '20'])
time.sleep(0.02)
child.terminate()
found.append((child.wait(), b''))
`);
  assert.deepEqual(
    typhon.eval('[(status, out.decode() if isinstance(out, bytes) else out) for status, out in found]'),
    [
      [3, 'late\n'],
      [0, 300_003],
      [4, 'early\n'],
      [-15, ''],
    ],
  );
});
