/** The package in Chromium, from local files: on the page and in a worker. Continuous integration has to have one; elsewhere it may be missing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, runInPage } from './chromium.ts';

const chromium = findChromium();
const skip = chromium === undefined && process.env['CI'] === undefined ? 'there is no Chromium here' : false;

function inPage(script: string): Promise<unknown> {
  assert.ok(chromium !== undefined, 'there is no Chromium: install it, or name it in TYPHON_CHROMIUM');
  return runInPage(chromium, script);
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
