/** What `-X importtime` tells, as CPython 3.14 does. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const skip = !existsSync(COMMAND) && 'not built';
const folder = mkdtempSync(join(tmpdir(), 'typhon-import-time-'));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(`${folder}/a/s`, { recursive: true });
const SOURCES = {
  'a/__init__.py': 'import sys',
  'a/b.py': 'import a.c\nfrom a import d',
  'a/c.py': '',
  'a/d.py': '',
  'a/s/__init__.py': '',
  'a/s/t.py': 'from . import u\nfrom ..c import *\nimport a.s.u',
  'a/s/u.py': '',
};
for (const [name, text] of Object.entries(SOURCES)) writeFileSync(`${folder}/${name}`, text);

const PROGRAM = `
import importlib, sys
sys.path.insert(0, '.')
sys.stderr.write('BEGIN\\n')
importlib.import_module('a.b')
import a.b
from a import c
__import__('a.b')
import a as q
import a.s.t as tt
try: import none.such
except ImportError: pass
`;

/** The third columns; a module that is loaded already begins with '='. */
function told(level: number): string[] {
  // Without files of compiled code each module opens two: the one that is not there, and its source.
  const options = ['-I', '-B', '-X', `importtime=${level}`, '-c', PROGRAM];
  const { stderr } = spawnSync(process.execPath, [COMMAND, ...options], { cwd: folder, encoding: 'utf8' });
  const lines = stderr.slice(stderr.indexOf('BEGIN')).split('\n').slice(1, -1);
  return lines.map((line) => {
    const [time, , name] = line.split('|');
    return time.includes('cached') ? `=${name.trim()}` : name.slice(1);
  });
}

test('modules that an import loads', { skip }, () => {
  assert.deepStrictEqual(told(1), ['a.c', 'a.d', '  a.s', '  a.s.u', 'a.s.t', '  none', 'none.such']);
});

test('modules that are loaded already', { skip }, () => {
  assert.strictEqual(
    told(2).join(' '),
    '=_io =_io =sys =_io =_io =_io =_io a.c =a =a =_io =_io a.d =a =a.b =a =a =a.b =a =a =_io =_io   a.s =a =_io =_io =a.s =_io =_io   a.s.u ' +
      '=a =a.c =a.s.u =a a.s.t =a   none none.such',
  );
});
