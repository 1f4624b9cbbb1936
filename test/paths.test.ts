/** PYTHONHOME and PYTHONPLATLIBDIR, as CPython 3.14 hears them. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const skip = !existsSync(COMMAND) && 'not built';
const folder = mkdtempSync(join(tmpdir(), 'typhon-paths-'));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(`${folder}/home/lib`, { recursive: true });
mkdirSync(`${folder}/home/lib64`);
for (const name of ['lib', 'lib64'])
  symlinkSync(resolve('dist/lib/python3.14'), `${folder}/home/${name}/python3.14`, 'dir');

const SHOW = `
import json, site, sys
print(sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix, sys.platlibdir)
print(sys.path[1:], json.__file__, site.getsitepackages())`;

function run(variables: Record<string, string>, ...options: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...options, '-c', SHOW], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...variables },
  });
  return { status, text: (stdout + stderr).replaceAll(folder, '~').replaceAll(resolve('dist'), 'DIST') };
}

const PACKAGED = `DIST DIST DIST DIST lib
['DIST/lib/python3.14'] DIST/lib/python3.14/json/__init__.py ['DIST/lib/python3.14/site-packages']
`;

test('PYTHONHOME tells where the library is', { skip }, () => {
  assert.deepStrictEqual(run({ PYTHONHOME: `${folder}/home` }), {
    status: 0,
    text: `~/home ~/home ~/home ~/home lib
['~/home/lib/python3.14'] ~/home/lib/python3.14/json/__init__.py ['~/home/lib/python3.14/site-packages']
`,
  });
  assert.deepStrictEqual(run({ PYTHONHOME: 'home/:x', PYTHONPLATLIBDIR: 'lib64' }), {
    status: 0,
    text: `home/ x home/ x lib64
['~/home/lib64/python3.14'] ~/home/lib64/python3.14/json/__init__.py ['home/lib64/python3.14/site-packages', 'home/lib/python3.14/site-packages', 'x/lib64/python3.14/site-packages', 'x/lib/python3.14/site-packages']
`,
  });
});

test('PYTHONHOME is not heard where it is empty, or the environment is ignored', { skip }, () => {
  assert.deepStrictEqual(run({ PYTHONHOME: '' }), { status: 0, text: PACKAGED });
  assert.deepStrictEqual(run({ PYTHONHOME: '/nowhere' }, '-E'), { status: 0, text: PACKAGED });
});

test('PYTHONHOME without a library ends the start', { skip }, () => {
  const { status, text } = run({ PYTHONHOME: '/nowhere', PYTHONPATH: 'a' }, '-s');
  assert.strictEqual(status, 1);
  assert.strictEqual(
    text.replaceAll('DIST/cli.cjs', 'COMMAND'),
    `Python path configuration:
  PYTHONHOME = '/nowhere'
  PYTHONPATH = 'a'
  program name = 'COMMAND'
  isolated = 0
  environment = 1
  user site = 0
  safe_path = 0
  import site = 1
  is in build tree = 0
  stdlib dir = '/nowhere/lib/python3.14'
  sys.path[0] = (not set)
  sys._base_executable = 'COMMAND'
  sys.base_prefix = '/nowhere'
  sys.base_exec_prefix = '/nowhere'
  sys.platlibdir = 'lib'
  sys.executable = 'COMMAND'
  sys.prefix = '/nowhere'
  sys.exec_prefix = '/nowhere'
  sys.path = [
    '~/a',
    '/nowhere/lib/python3.14',
  ]
Fatal Python error: Failed to import encodings module
Python runtime state: core initialized
ModuleNotFoundError: No module named 'encodings'

Current thread 0x0000000000000001 (most recent call first):
  <no Python frame>
`,
  );
});

test('PYTHONPLATLIBDIR alone leaves the library where it is', { skip }, () => {
  assert.deepStrictEqual(run({ PYTHONPLATLIBDIR: 'lib64' }), {
    status: 0,
    text: `DIST DIST DIST DIST lib64
['DIST/lib/python3.14'] DIST/lib/python3.14/json/__init__.py ['DIST/lib64/python3.14/site-packages', 'DIST/lib/python3.14/site-packages']
`,
  });
});
