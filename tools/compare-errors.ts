/**
 * Compares our refusals and warnings with those that CPython gives to the sources of its own tests:
 *
 *   python3.14 tools/oracle/record-invalid.py             once, writes build/oracle/invalid.json
 *   node tools/run.mjs tools/compare-errors.ts [--list] [--module NAME] [--stage parse|compile] [--min PERCENT]
 *
 * --list       prints each differing source with what was expected and what we say
 * --warnings   compares the warnings of valid and invalid sources too
 * --parse      runs the parser alone (cases of stage "parse" only)
 * --min        exit status 1 if fewer than this share of the sources agree in class, text and all positions
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Mode,
  type Outcome,
  type Refusal,
  type Request,
  runFrontEnd,
  type Stage,
  type Warning,
} from './front-end.ts';

interface Case {
  module: string;
  mode: Mode;
  flags: number;
  optimize: number;
  source?: string;
  base64?: string;
  error: Refusal | null;
  stage: Stage;
  warnings: (Warning & { stage: Stage })[];
}

interface Tally {
  count: number;
  class: number;
  msg: number;
  positions: number;
  text: number;
  all: number;
  warnings: number;
}

const POSITIONS = ['lineno', 'offset', 'end_lineno', 'end_offset'] as const;

const { values: options } = parseArgs({
  options: {
    input: { type: 'string', default: 'build/oracle/invalid.json' },
    list: { type: 'boolean', default: false },
    warnings: { type: 'boolean', default: false },
    parse: { type: 'boolean', default: false },
    module: { type: 'string' },
    stage: { type: 'string' },
    min: { type: 'string', default: '0' },
  },
});
const tallies = new Map<string, Tally>();

main();

function main(): void {
  const recorded = JSON.parse(readFileSync(options.input, 'utf8')) as { invalid: Case[]; warning: Case[] };
  const cases = options.warnings ? [...recorded.invalid, ...recorded.warning] : recorded.invalid;
  for (const item of cases) if (isSelected(item)) examine(item);
  report();
}

function isSelected(item: Case): boolean {
  if (options.module !== undefined && item.module !== options.module) return false;
  if (options.parse && item.error !== null && item.stage !== 'parse') return false;
  return options.stage === undefined || item.stage === options.stage;
}

function examine(item: Case): void {
  const source = item.source ?? Buffer.from(item.base64!, 'base64');
  const request: Request = { source, mode: item.mode, flags: item.flags, optimize: item.optimize };
  const outcome = attempt(request);
  if (typeof outcome === 'string') note(item, judge(item, { error: null, warnings: [] }), outcome);
  else note(item, judge(item, outcome), JSON.stringify(outcome.error));
}

/** The outcome, or the host error that a source must never end in. */
function attempt(request: Request): Outcome | string {
  try {
    return runFrontEnd(request, options.parse ? 'parse' : 'compile');
  } catch (error) {
    return `internal error: ${(error as Error)?.stack?.split('\n').slice(0, 4).join(' ') ?? error}`;
  }
}

function judge(item: Case, { error, warnings }: Outcome): Omit<Tally, 'count' | 'all'> {
  const expected = item.error;
  const same = (name: keyof Refusal) => Number((error?.[name] ?? null) === (expected?.[name] ?? null));
  return {
    class: same('class'),
    msg: same('msg'),
    positions: Number(POSITIONS.every((name) => same(name) === 1)),
    text: same('text'),
    warnings: Number(JSON.stringify(warnings.map(plain)) === JSON.stringify(expectedWarnings(item))),
  };
}

function expectedWarnings({ warnings }: Case): Warning[] {
  return warnings.filter(({ stage }) => !options.parse || stage === 'parse').map(plain);
}

function plain({ category, msg, lineno }: Warning): Warning {
  return { category, msg, lineno };
}

function note(item: Case, verdict: Omit<Tally, 'count' | 'all'>, actual: string): void {
  const all = verdict.class & verdict.msg & verdict.positions;
  const key = `${item.module.padEnd(26)} ${item.error === null ? 'valid' : item.stage}`;
  const tally = tallies.get(key) ?? { count: 0, class: 0, msg: 0, positions: 0, text: 0, all: 0, warnings: 0 };
  tallies.set(key, tally);
  tally.count++;
  tally.all += all;
  for (const name of Object.keys(verdict) as (keyof typeof verdict)[]) tally[name] += verdict[name];
  if (options.list && (all === 0 || (options.warnings && verdict.warnings === 0))) list(item, actual);
}

function list(item: Case, actual: string): void {
  const source = item.source ?? Buffer.from(item.base64!, 'base64').toString('latin1');
  console.log(`--- ${item.module} ${item.stage} mode=${item.mode} flags=${item.flags} ${item.source ? '' : 'bytes'}`);
  console.log(JSON.stringify(source.length > 600 ? source.slice(0, 300) + ' ... ' + source.slice(-200) : source));
  console.log(`  expected ${JSON.stringify(item.error)}`);
  console.log(`  actual   ${actual}`);
  if (options.warnings && item.warnings.length > 0) console.log(`  warnings ${JSON.stringify(item.warnings)}`);
}

function report(): void {
  const columns: (keyof Tally)[] = ['count', 'all', 'class', 'msg', 'positions', 'text'];
  if (options.warnings) columns.push('warnings');
  const total: Tally = { count: 0, class: 0, msg: 0, positions: 0, text: 0, all: 0, warnings: 0 };
  console.log(''.padEnd(34) + columns.map((name) => name.padStart(10)).join(''));
  for (const [key, tally] of [...tallies].sort()) {
    console.log(key.padEnd(34) + columns.map((name) => String(tally[name]).padStart(10)).join(''));
    for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += tally[name];
  }
  console.log('total'.padEnd(34) + columns.map((name) => String(total[name]).padStart(10)).join(''));
  const share = (100 * total.all) / total.count;
  console.log(`class, text and positions agree for ${total.all} of ${total.count} (${share.toFixed(2)} %)`);
  if (!(share >= Number(options.min))) process.exitCode = 1;
}
