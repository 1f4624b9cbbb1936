/** `termios` and `tty` on a terminal, which the command `script` makes. What is expected is what CPython 3.14 says there. */
import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const skip = (!existsSync(COMMAND) && 'not built') || (!hasScript && 'there is no command that makes terminals');

const PROGRAM = `
import termios, tty
before = termios.tcgetattr(0)
print(before[3] & termios.ICANON, before[4:6], before[6][termios.VINTR], before[6][termios.VMIN])
assert tty.setraw(0) == before
raw = termios.tcgetattr(0)
print(raw[0], raw[3] & (termios.ICANON | termios.ECHO | termios.ISIG), raw[6][termios.VMIN], raw[6][termios.VTIME])
termios.tcsetattr(0, termios.TCSAFLUSH, before)
assert termios.tcgetattr(0) == before
termios.tcflush(0, termios.TCIFLUSH)
termios.tcsetwinsize(0, (31, 99))
print(termios.tcgetwinsize(0))
for attributes in before[:6] + [[b'ab'] * 32], before[:6] + [[]], before[:3] + [1.5] + before[4:], 5:
    try:
        termios.tcsetattr(0, termios.TCSANOW, attributes)
    except TypeError as error:
        print(error)
for call in lambda: termios.tcsetattr(0, 9, before), lambda: termios.tcflush(0, 9):
    try:
        call()
    except termios.error as error:
        print(error)
`;

const EXPECTED = `2 [38400, 38400] b'\\x03' b'\\x01'
0 0 1 0
(31, 99)
tcsetattr: elements of attributes must be bytes objects of length 1 or integers
tcsetattr: attributes[6] must be 32 element list
'float' object cannot be interpreted as an integer
tcsetattr, arg 3: must be 7 element list
(22, 'Invalid argument')
(22, 'Invalid argument')
`;

test('settings of a terminal', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-terminal-'));
  try {
    writeFileSync(join(folder, 'program.py'), PROGRAM);
    const command = `'${process.execPath}' '${COMMAND}' '${join(folder, 'program.py')}'`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { input: '', encoding: 'utf8' });
    // The terminal echoes the end of its input.
    assert.strictEqual(stdout.replaceAll('\r\n', '\n').replace(/^\^D[\b]*/, ''), EXPECTED);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const PASSWORDS = `
import getpass
print(repr(getpass.getpass('First: ')))
try:
    getpass.getpass('Again: ')
except KeyboardInterrupt:
    print('interrupted')
with open('/dev/tty') as terminal:
    print('Line: ', end='', flush=True)
    print(repr(terminal.readline()))
`;

test('passwords, and Ctrl-C where one is waited for', { skip, timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-terminal-'));
  try {
    writeFileSync(join(folder, 'program.py'), PASSWORDS);
    const command = `'${process.execPath}' '${COMMAND}' '${join(folder, 'program.py')}'`;
    const child = spawn('script', ['-qec', command, '/dev/null']);
    const answers = new Map([
      ['First: ', 'secret\n'],
      ['Again: ', '\x03'],
      ['Line: ', 'text\n'],
    ]);
    let screen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text;
      for (const [question, keys] of answers) {
        if (!screen.includes(question)) continue;
        answers.delete(question);
        child.stdin.write(keys);
      }
    });
    await new Promise((done) => child.on('close', done));
    const expected = "First: \n'secret'\nAgain: interrupted\nLine: text\n'text\\n'\n";
    assert.strictEqual(screen.replaceAll('\r\n', '\n').replace('^C', ''), expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
