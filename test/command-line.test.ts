/** Options that the command refuses, as CPython 3.14 does it, and its pages of help. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { VARIABLE_NAMES } from '../src/cli/environment.ts';
import { OPTION_NAMES } from '../src/cli/x-options.ts';

const COMMAND = resolve('dist/cli.cjs');
const skip = !existsSync(COMMAND) && 'not built';

const USAGE = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Try \`typhon -h' for more information.
`;
const DIGITS =
  'config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.';
const fatal = (text: string, state = 'preinitialized'): string =>
  `Fatal Python error: ${text}\nPython runtime state: ${state}\n\n`;

/** Options, and the status and standard error of CPython with them. */
const CASES: ReadonlyArray<readonly [options: string, status: number, stderr: string]> = [
  ['-X int_max_str_digits', 1, fatal(DIGITS)],
  ['-X int_max_str_digits=abc', 1, fatal(DIGITS)],
  ['-X int_max_str_digits=639', 1, fatal(DIGITS)],
  ['-X int_max_str_digits=', 0, ''],
  ['-X int_max_str_digits=0', 0, ''],
  ['-X utf8', 0, ''],
  ['-X utf8=2', 1, fatal('preconfig_init_utf8_mode: invalid -X utf8 option value', 'preinitializing')],
  ['-X frozen_modules=', 0, ''],
  ['-X frozen_modules=x', 1, fatal('bad value for option -X frozen_modules (expected "on" or "off")')],
  ['-X tracemalloc=-1', 1, fatal('config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames')],
  ['-X nosuch=1', 0, ''],
  ['--check-hash-based-pycs always', 0, ''],
  ['--check-hash-based-pycs x', 2, `--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n${USAGE}`],
  ['--nope', 2, `Unknown option: --nope\n${USAGE}`],
  ['-Z', 2, `Unknown option: -Z\n${USAGE}`],
];

for (const [options, status, stderr] of CASES) {
  test(options, { skip }, () => {
    const run = spawnSync(process.execPath, [COMMAND, ...options.split(' '), '-c', 'pass'], { encoding: 'utf8' });
    assert.deepStrictEqual([run.status, run.stderr], [status, stderr]);
  });
}

test('pages of help', { skip }, () => {
  const page = (option: string): string => spawnSync(process.execPath, [COMMAND, option], { encoding: 'utf8' }).stdout;
  const parts = ['--help', '--help-env', '--help-xoptions'].map(page);
  assert.match(parts[1], /^PYTHONPATH +: /m);
  assert.match(parts[2], /^-X max_memory=N +: /m);
  for (const name of [...VARIABLE_NAMES, 'PYTHONSTARTUP', 'PYTHONBREAKPOINT'])
    assert.match(parts[1], new RegExp(`\\b${name}\\b`));
  for (const name of OPTION_NAMES) assert.match(parts[2], new RegExp(`^-X ${name}\\b`, 'm'));
  assert.strictEqual(page('--help-all'), parts.join('\n'));
});
