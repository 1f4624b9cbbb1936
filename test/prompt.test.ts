/** The prompt at a terminal, which the command `script` makes: its keys, history and completion. What is expected is what CPython 3.14 does there. */
import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const skip = (!existsSync(COMMAND) && 'not built') || (!hasScript && 'there is no command that makes terminals');

/** What the prompt sends the terminal when it is ready for keys: pasted text is to be marked from now on. */
const READY = '\x1b[?2004h';
const TIMEOUT = 60_000;
const [UP, CONTROL_C, CONTROL_D] = ['\x1bOA', '\x03', '\x04'];
const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;

interface Session {
  readonly screen: string;
  readonly log: string;
  readonly history: string;
}

/** Keys that are typed when the prompt is ready for a statement, or when the text has been seen behind what was typed before. */
type Input = string | { readonly seen: string; readonly keys: string };

/** Types each of the inputs in its time. They write what they find to the file that `log` is. */
async function session(options: string, inputs: readonly Input[]): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-prompt-'));
  const env = { PATH: process.env.PATH, HOME: folder, TERM: 'xterm', NO_COLOR: '1', PYTHONUTF8: '1' };
  const command = `'${process.execPath}' '${COMMAND}' ${options}; echo "status $?"`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { env, cwd: folder, timeout: TIMEOUT });
  const waiting = inputs.map((input) => (typeof input === 'string' ? { seen: READY, keys: input } : input));
  let screen = '';
  let looked = 0;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    screen += chunk;
    const found = waiting.length === 0 ? -1 : screen.indexOf(waiting[0].seen, looked);
    if (found < 0) return;
    looked = screen.length;
    child.stdin.write(waiting.shift()!.keys);
  });
  await new Promise((done) => child.on('close', done));
  const read = (name: string): string => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const found = { screen, log: read('log'), history: read('.python_history') };
  rmSync(folder, { recursive: true });
  return found;
}

const LOG = ['5 6', '5 6', '[1]', '2', '32', '7', 'ZeroDivisionError'];

/** Statements of several lines are kept as they are: their lines have other ends. */
const HISTORY = [
  "log = open('log', 'w')",
  'def f(x):\r',
  '    if x:\r',
  '        return 5\r',
  '    return 6\r',
  '    ',
  'print(f(1), f(0), file=log)',
  'print(f(1), f(0), file=log)',
  'import json',
  'print(json.JSONEncoder().encode([1]), file=log)',
  'import collections.abc; print(len(collections.abc.Sized.__mro__), file=log)',
  '2 ** 5',
  'print(_, file=log)',
  'def g():\r',
  '    y = 7\r',
  '\r',
  '    return y\r',
  '\r',
  'print(g(), file=log)\r',
  '',
  "while True: print('endless'); break\r",
  '',
  '1 / 0',
  'import sys; print(sys.last_type.__name__, file=log)',
];

const OPEN = "log = open('log', 'w')\n";

test('keys at the prompt', { skip }, async () => {
  const { screen, log, history } = await session('', [
    OPEN,
    'def f(x):\nif x:\nreturn 5\n\x7freturn 6\n\n',
    'print(f(1), f(0), file=log)\n',
    `${UP}\n`,
    'import jso\t\n',
    'print(json.JSONEnc\t).encode([1]), file=log)\n',
    'import collections.ab\t; print(len(collections.abc.Sized.__mro__), file=log)\n',
    '2 ** 5\n',
    'print(_, file=log)\n',
    pasted('def g():\n    y = 7\n\n    return y\n\nprint(g(), file=log)'),
    { seen: 'print(g(), file=log)', keys: '\n\n' },
    `abc${CONTROL_C}`,
    "while True: print('endless'); break\n\n",
    '1 / 0\n',
    'import sys; print(sys.last_type.__name__, file=log)\n',
    'exit\n',
  ]);
  assert.deepStrictEqual(log.split('\n').slice(0, -1), LOG);
  assert.deepStrictEqual(history.split('\n').slice(0, -1), HISTORY);
  assert.match(
    screen,
    /File "<python-input-\d+>", line 1, in <module>\r\n {4}1 \/ 0\r\n {4}~~\^~~\r\nZeroDivisionError/,
  );
});

test('a prompt behind a program, and the end of its input', { skip }, async () => {
  const { screen, log } = await session('-i -c "x = 3; import sys; sys.exit(4)"', [
    OPEN,
    'print(x, file=log)\n',
    'raise SystemExit(7)\n',
  ]);
  assert.strictEqual(log, '3\n');
  assert.match(screen, /SystemExit: 4\r\n/);
  assert.match(screen, /status 7\r\n$/);
  const ended = await session('-q', [OPEN, CONTROL_D]);
  assert.match(ended.screen, /status 0\r\n$/);
});
