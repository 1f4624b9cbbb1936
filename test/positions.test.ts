/** Standard streams that are files: they can be positioned where the system tells where they stand, and are shared with other programs. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const skip =
  (!existsSync(COMMAND) && 'not built') || (!existsSync('/proc/self/fdinfo/0') && 'the system does not tell');
const folder = mkdtempSync(join(tmpdir(), 'typhon-positions-'));
after(() => rmSync(folder, { recursive: true }));

/** What the program writes to standard output and to standard error. The shell has read a line of its input and written one. */
function run(program: string): readonly [output: string, errors: string] {
  writeFileSync(`${folder}/program.py`, program);
  writeFileSync(`${folder}/input`, 'l1\nl\u00e92\nline3\n');
  const line = `(read first; echo begin; "$0" "$1" program.py; echo end) < input > output`;
  const { stderr } = spawnSync('sh', ['-c', line, process.execPath, COMMAND], { cwd: folder, encoding: 'utf8' });
  return [readFileSync(`${folder}/output`, 'utf8'), stderr];
}

test('input', { skip }, () => {
  const [, errors] = run(`
import os, sys
def say(*words): print(*words, file=sys.stderr)
say(sys.stdin.seekable(), sys.stdin.tell(), repr(sys.stdin.readline()), sys.stdin.tell())
place = sys.stdin.tell()
say(repr(sys.stdin.read()), sys.stdin.tell(), sys.stdin.seek(place), repr(sys.stdin.readline()))
say(sys.stdin.seek(0), repr(sys.stdin.read(5)))
say(os.lseek(0, 0, 1), os.lseek(0, 3, 0), os.read(0, 4), sys.stdin.seek(0, 2), repr(sys.stdin.read()))
`);
  assert.strictEqual(
    errors,
    `True 3 'l\u00e92\\n' 8
'line3\\n' 14 8 'line3\\n'
0 'l1\\nl\u00e9'
14 3 b'l\\xc3\\xa92' 14 ''
`,
  );
});

test('output that others write to', { skip }, () => {
  const [output] = run(`
import os, subprocess, sys
print('a', sys.stdout.tell(), flush=True)
subprocess.run(['echo', 'b'])
os.system('echo c')
print(sys.stdout.tell(), flush=True)
subprocess.run(['echo', 'd'], stdout=sys.stdout)
print(repr(sys.stdin.readline()), subprocess.run(['cat'], capture_output=True).stdout)
`);
  assert.strictEqual(output, "begin\na 6\nb\nc\n14\nd\n'l\u00e92\\n' b''\nend\n");
});

test('output that is moved', { skip }, () => {
  const [output, errors] = run(`
import subprocess, sys
print('hello')
sys.stdout.seek(7)
print('E', end='')
print(sys.stdout.tell(), sys.stdout.seek(0, 2), file=sys.stderr)
sys.stdout.flush()
subprocess.run(['echo', 'child'])
print(sys.stdout.seek(0, 2), file=sys.stderr)
sys.stdout.truncate(14)
`);
  assert.deepStrictEqual([output.slice(0, 10), errors], ['begin\nhEll', '8 12\n18\n']);
});
