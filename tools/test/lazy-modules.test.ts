/** Files behind a lazy entry are evaluated when it is asked for; what others need too is evaluated at once. */
import assert from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { rolldown } from 'rolldown';
import { lazyModules } from '../lazy-modules.mjs';

const FILES: Record<string, string> = {
  'src/entry.js': `import { MODULES } from './modules/index.js'; log('entry'); export const ask = (name) => MODULES[name]();`,
  'src/modules/index.js': `
    import { first } from './first/module.ts';
    import { second } from './second/module.ts';
    export const lazily = (evaluate) => { let value; return () => (value ??= evaluate()); };
    export const MODULES = { first: lazily(() => first), second: lazily(() => second) };`,
  'src/modules/first/module.ts': `import { own } from './own.ts'; import { shared } from '../shared.ts'; import { low } from '../../low.ts';
    log('first'); export const first = ['first', own, shared, low];`,
  'src/modules/first/own.ts': `log('own'); export const own = 'own of first';`,
  'src/modules/second/module.ts': `import { shared } from '../shared.ts'; log('second'); export const second = ['second', shared];`,
  'src/modules/shared.ts': `log('shared'); export const shared = 'shared';`,
  // Of a layer below: only \`first\` leads here, and yet it is evaluated at once.
  'src/low.ts': `log('low'); export const low = 'low';`,
};

test('lazy entries of an index', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-lazy-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const build = await rolldown({
    input: join(folder, 'src/entry.js'),
    plugins: [lazyModules(/modules[\\/]index\.js$/)],
  });
  const { output } = await build.generate({ format: 'cjs' });
  await build.close();
  rmSync(folder, { recursive: true });
  const logged: string[] = [];
  const exported = { ask: (_name: string): unknown => undefined };
  new Function('exports', 'log', output[0].code)(exported, (text: string) => logged.push(text));
  assert.deepEqual(logged, ['shared', 'low', 'entry']);
  assert.deepEqual(exported.ask('second'), ['second', 'shared']);
  assert.deepEqual(logged.splice(0), ['shared', 'low', 'entry', 'second']);
  assert.deepEqual(exported.ask('first'), ['first', 'own of first', 'shared', 'low']);
  assert.deepEqual(logged, ['own', 'first']);
  exported.ask('first');
  assert.deepEqual(logged, ['own', 'first']);
});
