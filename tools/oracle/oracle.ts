/**
 * Finds and talks to the oracle, a native CPython 3.14: `TYPHON_ORACLE` names it, else `python3.14` of the PATH.
 *
 * `OracleProcess` keeps one of the scripts of this folder running and exchanges lines of JSON with it, so that
 * thousands of questions cost no process each. Answers come in the order of the requests.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The command of the oracle, or undefined where there is none of the right version. */
export function findOracle(): string | undefined {
  for (const command of [process.env['TYPHON_ORACLE'], 'python3.14', 'python3']) {
    if (command && versionOf(command).startsWith('Python 3.14')) return command;
  }
  return undefined;
}

/** What `COMMAND --version` prints, or '' if it does not run. */
export function versionOf(command: string, args: readonly string[] = ['--version']): string {
  const result = spawnSync(command, args, { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '';
}

/** The oracle, or the end of the tool with a word on how to name one. */
export function requireOracle(): string {
  const oracle = findOracle();
  if (oracle === undefined) {
    console.error('This needs a native CPython 3.14: set TYPHON_ORACLE to its command.');
    process.exit(2);
  }
  return oracle;
}

export class OracleProcess {
  private readonly child: ChildProcess;
  private readonly waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[];

  constructor(
    command: string,
    script: string,
    options: readonly string[] = ['-B'],
    environment: Record<string, string> = {},
  ) {
    this.child = spawn(command, [...options, script], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    this.waiting = [];
    createInterface({ input: this.child.stdout! }).on('line', (line) => this.receive(line));
    this.child.stdin!.on('error', () => {}); // a dead process is reported by 'exit'
    this.child.on('exit', (code, signal) => {
      for (const { reject } of this.waiting.splice(0)) reject(new Error(`the oracle ended: ${signal ?? code}`));
    });
  }

  /** An answer. A process that prints anything else has gone wrong, and is given up. */
  private receive(line: string): void {
    const asked = this.waiting.shift();
    try {
      asked?.resolve(JSON.parse(line));
    } catch {
      asked?.reject(new Error(`no answer: ${line}`));
      this.kill();
    }
  }

  request<Answer>(question: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve: resolve as (answer: unknown) => void, reject });
      this.child.stdin!.write(asciiJson(question) + '\n');
    });
  }

  end(): void {
    this.child.stdin!.end();
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

/** JSON in ASCII, so that lone surrogates survive the pipe. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}
