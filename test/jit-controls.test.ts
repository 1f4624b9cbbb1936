/** The controls of the compiler from outside: its options, its log, what it does where no code may be made of texts, what it keeps. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const INLINE = resolve('dist/inline.mjs');
const OPTIONS = { skip: !existsSync(COMMAND) && 'not built' };
const HOT = `
def hot(n):
    total = 0
    for i in range(n):
        total += i
    return total
for _ in range(60):
    hot(400)
`;

function run(args: readonly string[], nodeOptions: readonly string[] = [], command = COMMAND) {
  return spawnSync(process.execPath, [...nodeOptions, command, ...args], { encoding: 'utf8', timeout: 120_000 });
}

const LIST_PARAMETERS =
  "import typhon.jit as j; print(j.is_enabled(), j.get_param('threshold'), j.get_param('function_threshold'))";

for (const [setting, printed] of [
  ['off', 'False 120 30'],
  ['on', 'True 120 30'],
  ['stress', 'True 1 1'],
  ['threshold=60,decay=0', 'True 60 30'],
  ['stress,threshold=7', 'True 7 1'],
  ['function_threshold=9,off', 'False 120 9'],
]) {
  test(`--jit ${setting}`, OPTIONS, () => {
    assert.strictEqual(run(['--jit', setting, '-c', LIST_PARAMETERS]).stdout, `${printed}\n`);
  });
}

test('--jit refuses what it does not know', OPTIONS, () => {
  for (const setting of ['foo=3', 'threshold=x', 'max_unroll=2', '']) {
    const { status, stderr } = run(['--jit', setting, '-c', '']);
    assert.strictEqual(status, 2);
    assert.ok(stderr.startsWith(`--jit: error in JIT parameters string at '${setting}';`), stderr);
  }
});

test('--jitlog refuses what is no file', OPTIONS, () => {
  const { status, stdout, stderr } = run(['--jitlog', tmpdir(), '-c', 'print(1)']);
  assert.strictEqual(status, 2);
  assert.strictEqual(stdout, '');
  assert.strictEqual(stderr, `typhon: can't open file '${tmpdir()}': [Errno 21] Is a directory\n`);
});

test('jitlog counts what is no record', OPTIONS, () => {
  const log = join(mkdtempSync(join(tmpdir(), 'typhon-')), 'log');
  writeFileSync(log, '{"a": 1}\n{"event": "compiled", "code": "f a.py:1"}\nnull\n3\n{"event"');
  const { status, stdout } = run(['jitlog', log]);
  assert.strictEqual(status, 0);
  assert.match(stdout, /^0 units of 0 functions/);
  assert.match(stdout, /5 lines of the log are not readable/);
});

test('--jit help lists the parameters', OPTIONS, () => {
  assert.match(run(['--jit', 'help']).stdout, / threshold=N\n.*\(default 120\)/);
});

test('what stays warm is compiled although it is not hot', OPTIONS, () => {
  const program = `${HOT.replace('60', '200')}import typhon.jit as j\nprint(j.get_stats_snapshot().compiled > 0)`;
  for (const [time, isCompiled] of [
    [0, 'False'],
    [100_000, 'True'],
  ]) {
    const { stdout, stderr } = run(['--jit', `hot_time=0,warm_time=${time}`, '-c', program]);
    assert.deepStrictEqual([stdout, stderr], [`${isCompiled}\n`, '']);
  }
});

test('where no code may be made of texts, everything runs interpreted', OPTIONS, () => {
  const flags = ['--disallow-code-generation-from-strings'];
  for (const command of [COMMAND, INLINE]) {
    const program = `${HOT}import typhon.jit as j\nprint(hot(5), j.is_enabled(), j.get_stats_snapshot().compiled)\nj.enable()\nprint(j.is_enabled())`;
    const { stdout, stderr, status } = run(['--jit', 'on', '-c', program], flags, command);
    assert.deepStrictEqual([stdout, stderr, status], ['10 False 0\nFalse\n', '', 0]);
  }
});

test('functions that die take their code with them', OPTIONS, () => {
  const program = `
import typhon.jit as j
for i in range(10000):
    names = {}
    exec(f'def f(n):\\n    t = {i}\\n    for k in range(n):\\n        t += k\\n    return t\\n', names)
    for _ in range(8):
        names['f'](200)
s = j.get_stats_snapshot()
print(s.compiled >= 10000, s.kept < s.compiled // 4)
`;
  // What a unit needs, some 30 KB, times the number of functions would be more than the limit.
  const settings = 'stress,seed=0,code_limit=1000000000';
  const { stdout, stderr } = run(['--jit', settings, '-X', 'max_memory=200M', '-c', program]);
  assert.deepStrictEqual([stdout, stderr], ['True True\n', '']);
});

function withFolder(body: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-jit-'));
  try {
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the log is there when the program is killed, and its summary names functions, lines and reasons', OPTIONS, () => {
  withFolder((folder) => {
    const [log, program] = [join(folder, 'log'), join(folder, 'program.py')];
    const changes = `
def changes(x):
    return x + x
for _ in range(400):
    changes(1)
for _ in range(400):
    changes('a')
import os
os.kill(os.getpid(), 9)
`;
    writeFileSync(program, HOT + changes);
    run(['--jit', 'on', '--jitlog', log, program]);
    const records = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const unit = records.find(({ event, code }) => event === 'compiled' && code.startsWith('hot '));
    assert.strictEqual(unit.file, program);
    assert.deepStrictEqual(
      unit.lines.map((line: number) => line >= 3 && line <= 6),
      [true, true],
    );
    assert.match(unit.graph, /^B0/);
    assert.ok(unit.guards.every(({ reason, line }: { reason: string; line: number }) => reason !== '' && line >= 0));
    const { stdout } = run(['jitlog', log]);
    assert.match(stdout, /units of \d+ functions in \d+ ms/);
    assert.ok(stdout.includes(`hot ${program}:2`));
    assert.ok(stdout.includes(`changes ${program}:10`) && stdout.includes('return x + x'), stdout);
    assert.ok(!stdout.includes('\x1b'), 'colours only on terminals');
  });
});
