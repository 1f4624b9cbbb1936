/** The package in Chromium, from local files: on the page and in a worker. Continuous integration has to have one; elsewhere it may be missing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, runInPage } from './chromium.ts';

const chromium = findChromium();
const skip = chromium === undefined && process.env['CI'] === undefined ? 'there is no Chromium here' : false;

function inPage(script: string, policy?: string): Promise<unknown> {
  assert.ok(chromium !== undefined, 'there is no Chromium: install it, or name it in TYPHON_CHROMIUM');
  return runInPage(chromium, script, policy);
}

test('a cold start, and a program', { skip }, async (t) => {
  const { output, loaded, created, printed } = (await inPage(`
    const started = performance.now();
    const { Typhon } = await import('/dist/index.mjs');
    const loaded = performance.now();
    let output = '';
    const typhon = await Typhon.create({ stdout: (text) => (output += text) });
    const created = performance.now();
    typhon.run('print("hello")');
    const printed = performance.now();
    typhon.run('import sys, json; print(sys.platform, json.dumps({"a": [1, 2.5]}))');
    await report({ output, loaded: loaded - started, created: created - loaded, printed: printed - created });
  `)) as { output: string; loaded: number; created: number; printed: number };
  assert.equal(output, 'hello\nbrowser {"a": [1, 2.5]}\n');
  const total = Math.round(loaded + created + printed);
  t.diagnostic(
    `cold print('hello'): ${total} ms (bundle ${Math.round(loaded)}, create ${Math.round(created)}, run ${Math.round(printed)})`,
  );
});

test('the page stays responsive, and programs wait without blocking it', { skip }, async () => {
  const result = (await inPage(`
    const { Typhon } = await import('/dist/index.mjs');
    let output = '';
    const lines = ['Ada'];
    const typhon = await Typhon.create({
      stdout: (text) => (output += text),
      stdin: async () => lines.shift(),
      globals: { fetchText: async (path) => (await fetch(path)).text(), document },
    });
    let frames = 0;
    const timer = setInterval(() => frames++, 5);
    await typhon.runAsync('total = 0\\nfor i in range(200_000): total += i\\nprint(total, input("name? "))');
    clearInterval(timer);
    await typhon.runAsync('text = await fetchText("/package.json")\\nimport json; print(json.loads(text)["name"])');
    await typhon.runAsync('import time; time.sleep(0.01); document.title = "set by Python"');
    const running = typhon.runAsync('while True: pass').catch((error) => error.type);
    setTimeout(() => typhon.interrupt(), 20);
    await report({ output, frames, title: document.title, interrupted: await running });
  `)) as { output: string; frames: number; title: string; interrupted: string };
  assert.equal(result.output, 'name? 19999900000 Ada\ntyphon-python\n');
  assert.ok(result.frames > 0);
  assert.equal(result.title, 'set by Python');
  assert.equal(result.interrupted, 'KeyboardInterrupt');
});

test('a worker may block, and is interrupted through shared memory', { skip }, async () => {
  const result = await inPage(`
    const code = \`
      const { Typhon } = await import('\${location.origin}/dist/index.mjs');
      onmessage = async ({ data }) => {
        const typhon = await Typhon.create({ interruptFlag: data });
        typhon.run('import time; a = time.monotonic(); time.sleep(0.05); slept = time.monotonic() - a >= 0.05');
        postMessage('busy');
        try {
          typhon.run('while True: pass');
        } catch (error) {
          postMessage([typhon.globals.get('slept'), error.type]);
        }
      };
      postMessage('ready');
    \`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
    const flag = new Int32Array(new SharedArrayBuffer(4));
    worker.onerror = (event) => report({ error: event.message });
    worker.onmessage = ({ data }) => {
      if (data === 'ready') worker.postMessage(flag);
      else if (data === 'busy') setTimeout(() => Atomics.store(flag, 0, 2), 50);
      else report(data);
    };
  `);
  assert.deepEqual(result, [true, 'KeyboardInterrupt']);
});

test('a page with a strict policy: no eval, nothing from elsewhere', { skip }, async () => {
  const result = await inPage(
    `
    let mayEval = true;
    try { new Function('return 1'); } catch { mayEval = false; }
    const { Typhon } = await import('/dist/index.mjs');
    let output = '';
    const typhon = await Typhon.create({ stdout: (text) => (output += text) });
    typhon.run('def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\\nprint(f(20))');
    typhon.run('import dataclasses, json\\n@dataclasses.dataclass\\nclass P: x: int\\nprint(P(1), json.dumps([1]))');
    await typhon.runAsync('import asyncio; await asyncio.sleep(0); print("waited")');
    await report({ mayEval, output });
  `,
    "default-src 'none'; script-src 'self' 'nonce-typhon'; connect-src 'self'",
  );
  assert.deepEqual(result, { mayEval: false, output: '6765\nP(x=1) [1]\nwaited\n' });
});

test('errors, limits, and files in a page', { skip }, async () => {
  const result = (await inPage(`
    const { PythonError, Typhon } = await import('/dist/index.mjs');
    let errors = '';
    const limits = { time: 20, steps: 10_000_000, recursion: 200, memory: 2 ** 25 };
    const typhon = await Typhon.create({ stderr: (text) => (errors += text), files: { '/data/a.txt': 'text' }, limits });
    const types = [];
    const attempt = (source) => {
      try { typhon.run(source, { filename: 'page.py' }); } catch (error) { types.push(error.type); return error; }
    };
    attempt('while True: pass');
    attempt('def f(): f()\\nf()');
    attempt('x = "x" * 10 ** 10');
    attempt('x = []\\nwhile True: x.append([0] * 1000)');
    typhon.run('x = None');
    attempt('import time; time.sleep(0.01)');
    const error = attempt('import sys; print("told", file=sys.stderr)\\n1 / 0');
    const { traceback, stack } = error;
    const text = typhon.eval('open("/data/a.txt").read()');
    await report({ types, errors, traceback, isFirst: stack.startsWith(traceback), text, shown: String(typhon) });
  `)) as Record<string, unknown>;
  assert.deepEqual(result, {
    types: [
      'typhon.LimitExceeded',
      'RecursionError',
      'MemoryError',
      'MemoryError',
      'RuntimeError',
      'ZeroDivisionError',
    ],
    errors: 'told\n',
    traceback:
      'Traceback (most recent call last):\n  File "page.py", line 2, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n',
    isFirst: true,
    text: 'text',
    shown: '[object Typhon]',
  });
});

test('the example page: runs, asks, stops', { skip }, async () => {
  const result = (await inPage(`
    const frame = document.createElement('iframe');
    frame.src = '/examples/browser/index.html';
    document.body.append(frame);
    const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
    const until = async (condition) => { while (!condition()) await soon(); };
    await new Promise((resolve) => (frame.onload = resolve));
    const at = (id) => frame.contentDocument.getElementById(id);
    await until(() => at('status').textContent.startsWith('Ready'));
    const start = (source) => { at('source').value = source; at('run').click(); };
    const end = () => until(() => !at('run').disabled);
    start('print("hello", input("name? "))');
    await until(() => !at('answer').hidden);
    at('line').value = 'Ada';
    at('answer').requestSubmit();
    await end();
    const asked = at('output').textContent;
    start('while True: pass');
    await soon();
    at('stop').click();
    await end();
    const stopped = at('status').textContent;
    start('1 / 0');
    await end();
    await report({ asked, stopped, failed: at('output').querySelector('.error').textContent });
  `)) as Record<string, string>;
  assert.equal(result['asked'], 'name? Ada\nhello Ada\n');
  assert.equal(result['stopped'], 'Ended by KeyboardInterrupt');
  assert.match(result['failed'], /File "program\.py", line 1, in <module>\n {4}1 \/ 0\n.*\nZeroDivisionError/);
});
