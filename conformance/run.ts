/**
 * Runs CPython's own tests on Typhon: `npm run conformance -- --suite DIR [--only PATTERN] [--quick] [--jobs N] [--update] [--timeout SECONDS]`.
 *
 * DIR is the folder that holds the package `test` (`Lib` of a CPython); its files are used as they are. One process per module; every
 * test case is counted. conformance/passing/MODULE.txt lists the cases that pass; the run fails on a case that is listed and does not
 * pass, and on one that passes and is not listed, if that happens twice. --update writes the lists of the modules that ran, and their lines of
 * conformance/summary.md; conformance/reasons.txt says of the cases that do not pass why. --quick leaves out what takes long.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GROUPS, SLOW } from './groups.ts';
import { summary } from './summary.ts';
import { counts, type ModuleResult, type Outcome } from './results.ts';

const { values: options } = parseArgs({
  options: {
    suite: { type: 'string' },
    only: { type: 'string', default: '' },
    group: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '180' },
    update: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    logs: { type: 'string', default: 'build/conformance' },
    python: { type: 'string', default: '' },
  },
});

if (options.suite === undefined) {
  console.error('usage: npm run conformance -- --suite DIR [--only PATTERN] [--group NAME] [--jobs N] [--update]');
  process.exit(2);
}

const DRIVER = resolve('conformance/driver.py');

/** What must come from the suite: the tests, and a module that only they compare with. The library is Typhon's. */
const SUITE_ENTRIES = ['test', '_pydecimal.py'];

function suiteFolder(): string {
  const folder = resolve('build/conformance/suite');
  mkdirSync(folder, { recursive: true });
  for (const entry of SUITE_ENTRIES) {
    rmSync(join(folder, entry), { force: true });
    symlinkSync(resolve(options.suite!, entry), join(folder, entry));
  }
  return folder;
}

function selected(): string[] {
  const names = Object.entries(GROUPS).flatMap(([group, modules]) => (group.includes(options.group) ? modules : []));
  const pattern = new RegExp(options.only);
  return names.filter((name) => pattern.test(name) && !(options.quick && SLOW.has(name)));
}

function readLine(line: string, result: ModuleResult, started: Set<string>): void {
  const found = /^@(case|start|done)(?: (\w+))?(?: ?(.*))?$/.exec(line);
  if (found === null) return;
  if (found[1] === 'start') started.add(line.slice('@start '.length));
  else if (found[1] === 'case') result.cases.set(found[3], found[2] as Outcome);
  else result.trouble = '';
}

function runModule(name: string, folder: string): Promise<ModuleResult> {
  const result: ModuleResult = { name, cases: new Map(), trouble: 'ended early', seconds: 0 };
  const started = new Set<string>();
  const begin = performance.now();
  const environment = {
    ...process.env,
    PYTHONPATH: folder,
    PYTHONDONTWRITEBYTECODE: '1',
    NO_COLOR: '1',
    COLUMNS: '80',
  };
  const command =
    options.python === ''
      ? [process.execPath, resolve(process.env.TYPHON_COMMAND ?? 'dist/cli.mjs')]
      : [options.python];
  // Tests make files in the working directory, under names that others use as well.
  const cwd = resolve('build/conformance/work', name);
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  return new Promise((done) => {
    const child = spawn(command[0], [...command.slice(1), DRIVER, name], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [pending, log, isTimedOut] = ['', '', false];
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill('SIGKILL');
    }, Number(options.timeout) * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString()).split('\n');
      pending = lines.pop()!;
      for (const line of lines) readLine(line, result, started);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (log.length < 4_000_000) log += chunk.toString();
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      result.seconds = (performance.now() - begin) / 1000;
      if (isTimedOut) result.trouble = `timed out after ${options.timeout} s`;
      else if (result.trouble !== '')
        result.trouble = `${result.trouble} (status ${status}): ${log.trim().split('\n').at(-1) ?? ''}`;
      for (const id of started) if (!result.cases.has(id)) result.cases.set(id, 'lost');
      mkdirSync(options.logs, { recursive: true });
      writeFileSync(join(options.logs, `${name}.log`), log);
      done(result);
    });
  });
}

const SUMMARY = 'conformance/summary.md';

const listPath = (name: string): string => `conformance/passing/${name}.txt`;

function listed(name: string): Set<string> {
  return new Set(
    existsSync(listPath(name))
      ? readFileSync(listPath(name), 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [],
  );
}

function passing(result: ModuleResult): string[] {
  return [...result.cases]
    .filter(([, outcome]) => outcome === 'pass')
    .map(([id]) => id)
    .sort();
}

interface Changes {
  readonly regressions: readonly string[];
  readonly news: readonly string[];
}

/** What changed against the list: cases that no longer pass, cases that pass now. */
function compare(result: ModuleResult): Changes {
  const known = listed(result.name);
  const now = new Set(passing(result));
  return { regressions: [...known].filter((id) => !now.has(id)), news: [...now].filter((id) => !known.has(id)) };
}

/** The changes that are there again when the module is run once more: a case that measures time fails now and then on a busy machine. */
async function lastingChanges(result: ModuleResult, folder: string): Promise<Changes> {
  const first = compare(result);
  if (first.regressions.length + first.news.length === 0) return first;
  const second = compare(await runModule(result.name, folder));
  return {
    regressions: first.regressions.filter((id) => second.regressions.includes(id)),
    news: first.news.filter((id) => second.news.includes(id)),
  };
}

async function main(): Promise<void> {
  const folder = suiteFolder();
  const queue = selected();
  const results: ModuleResult[] = [];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const result = await runModule(name, folder);
      results.push(result);
      const { pass, skip, fail, error, lost } = counts(result);
      console.log(
        `${name}: ${pass} passed, ${fail + error + lost} failed, ${skip} skipped, ${result.seconds.toFixed(1)} s${result.trouble === '' ? '' : ` — ${result.trouble}`}`,
      );
      if (options.update) record(result);
      else {
        const { regressions, news } = await lastingChanges(result, folder);
        for (const id of regressions) console.log(`  regression: ${id}`);
        for (const id of news) console.log(`  passes now: ${id}`);
        failures += regressions.length + news.length;
      }
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  const all = results.map(counts);
  const total = (outcome: Outcome): number => all.reduce((sum, count) => sum + count[outcome], 0);
  console.log(
    `${total('pass')} passed, ${total('fail') + total('error') + total('lost')} failed, ${total('skip')} skipped`,
  );
  process.exitCode = failures > 0 ? 1 : 0;
}

/** At once: what has been measured stays if the run is interrupted. */
function record(result: ModuleResult): void {
  writeFileSync(SUMMARY, summary([result], readFileSync(SUMMARY, 'utf8')));
  mkdirSync('conformance/passing', { recursive: true });
  writeFileSync(listPath(result.name), `${passing(result).join('\n')}\n`);
}

await main();
