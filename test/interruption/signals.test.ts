/** Ctrl-C: a SIGINT that is sent to the command while it works, sleeps or waits for input ends what it does, soon and as in CPython. */
import assert from 'node:assert';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const skip = (!existsSync(COMMAND) && 'not built') || (process.platform === 'win32' && 'no signals');
/** Milliseconds from the signal to the end of the process: far above what is measured, since machines are busy. */
const LATEST = 5000;

/** A running command, and what it has written so far. */
class Command {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<unknown[]>;
  output = '';
  errors = '';

  constructor(words: readonly string[]) {
    this.process = spawn(process.execPath, [COMMAND, ...words]);
    this.ended = once(this.process, 'exit');
    this.process.stdout.setEncoding('utf8').on('data', (text) => {
      this.output += text;
    });
    this.process.stderr.setEncoding('utf8').on('data', (text) => {
      this.errors += text;
    });
  }

  /** Waits until it has written the text. */
  async shows(text: string): Promise<void> {
    while (!this.output.includes(text)) await Promise.race([once(this.process.stdout, 'data'), this.failed()]);
  }

  private async failed(): Promise<never> {
    const end = await this.ended;
    throw new Error(`the command ended: ${end}, ${this.errors}`);
  }

  /** Sends SIGINT when what has been announced is surely under way. */
  async interrupt(): Promise<void> {
    await new Promise((done) => setTimeout(done, 150));
    this.process.kill('SIGINT');
  }

  /** The last line of the errors, and how it ended: at once. */
  async end(): Promise<{ last: string; status: unknown; signal: unknown }> {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), LATEST);
    const [status, signal] = await this.ended;
    clearTimeout(timer);
    return { last: this.errors.trimEnd().split('\n').at(-1)!, status, signal };
  }
}

const INTERRUPTED = { last: 'KeyboardInterrupt', status: null, signal: 'SIGINT' };

const OPERATIONS: Readonly<Record<string, string>> = {
  'an empty loop': 'while True: pass',
  'a loop that catches Exception': 'while True:\n  try: 1 / 0\n  except Exception: pass',
  'time.sleep': 'import time; time.sleep(1000)',
  'input()': 'input()',
  'sys.stdin.read()': 'import sys; sys.stdin.read()',
  'a regular expression': 'import re; re.match(r"(a+)+$", "a" * 40 + "b")',
  'a search without going back': 'import re; re.search("a*c", "a" * 10 ** 7)',
  'a power': '3 ** 10 ** 8',
  'a factorial': 'import math; math.factorial(10 ** 7)',
  'digits of an int': 'import sys; sys.set_int_max_str_digits(0); str(3 ** 10 ** 7)',
  sorted: 'a = list(range(10 ** 5)) * 10\nwhile True: sorted(a, key=str)',
  'sum of a range': 'sum(range(10 ** 15))',
  'a search of a text': 't = "a" * 10 ** 7\nwhile True: t.find("a" * 10 ** 6 + "b")',
  imports:
    'import sys\nwhile True:\n  import argparse\n  for name in set(sys.modules) - {"sys", "builtins", "__main__"}:\n    if not name.startswith(("_", "importlib")): del sys.modules[name]',
  'a hash': 'import hashlib; b = bytes(10 ** 7)\nwhile True: hashlib.sha256(b).digest()',
  compression: 'import zlib; b = bytes(range(256)) * 10 ** 5\nwhile True: zlib.compress(b)',
  json: 'import json; a = list(range(10 ** 6))\nwhile True: json.loads(json.dumps(a))',
  decimal: 'import decimal; decimal.getcontext().prec = 10 ** 6; decimal.Decimal(2).ln()',
  'normal forms': 'import unicodedata\nwhile True: unicodedata.normalize("NFC", "e\\u0301" * 10 ** 6)',
  'a generator': 'def g():\n  while True: yield 1\nall(g())',
};

for (const [name, source] of Object.entries(OPERATIONS)) {
  test(`SIGINT ends ${name}`, { skip }, async () => {
    const command = new Command(['-c', `print("ready", flush=True)\n${source}`]);
    await command.shows('ready');
    await command.interrupt();
    assert.deepStrictEqual(await command.end(), INTERRUPTED);
  });
}

test('a second SIGINT ends what goes on after the first', { skip }, async () => {
  const loop = 'while True: pass';
  const source = `print("ready", flush=True)\ntry: \n  ${loop}\nexcept KeyboardInterrupt: print("first", flush=True)\ntry:\n  ${loop}\nfinally: print("cleanup")`;
  const command = new Command(['-c', source]);
  await command.shows('ready');
  await command.interrupt();
  await command.shows('first');
  await command.interrupt();
  assert.deepStrictEqual(await command.end(), INTERRUPTED);
  assert.equal(command.output, 'ready\nfirst\ncleanup\n');
});

test('a handler of the program takes SIGINT', { skip }, async () => {
  const source =
    'import signal, time\nsignal.signal(signal.SIGINT, lambda number, frame: print("caught", number, flush=True))\nprint("ready", flush=True)\ntime.sleep(0.5)\nwhile True: pass';
  const command = new Command(['-c', source]);
  await command.shows('ready');
  await command.interrupt();
  await command.shows('caught 2');
  command.process.kill('SIGKILL');
});

test('SIGINT is for the command that os.system() runs', { skip }, async () => {
  const command = new Command(['-c', 'import os\nprint("ready", flush=True)\nprint(os.system("sleep 1; exit 3"))']);
  await command.shows('ready');
  await command.interrupt();
  const { status } = await command.end();
  assert.deepStrictEqual([status, command.output], [0, 'ready\n768\n']);
});

test('the prompt goes on after SIGINT', { skip }, async () => {
  const command = new Command(['-i', '-q']);
  const type = (text: string): boolean => command.process.stdin.write(text);
  type('print("ready", flush=True)\nwhile True: pass\n\n');
  await command.shows('ready');
  await command.interrupt();
  type('print("again", flush=True)\nimport time; time.sleep(1000)\n');
  await command.shows('again');
  await command.interrupt();
  type('print("end")\nraise SystemExit(3)\n');
  const { status } = await command.end();
  assert.deepStrictEqual([status, command.output], [3, 'ready\nagain\nend\n']);
  assert.equal(command.errors.match(/^KeyboardInterrupt$/gm)?.length, 2);
});
