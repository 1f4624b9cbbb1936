/**
 * What single lines of hot Python become, in the manner of PyPy's test_pypy_c: the programs of test/emitted say behind `#:` what the code of
 * a line must be like. The code is that of the function's own unit, from its first instruction if there is one:
 *
 *   guards N         no more conditions under which the unit is left than N
 *   has TEXT         the text, with any names of variables for `_`
 *
 * and nothing of what COSTS says but what the mark names.
 */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const COMMAND = 'dist/cli.cjs';
const FOLDER = 'test/emitted';
/** As by default, but sooner, and however slow the machine is. */
const JIT = 'stress,threshold=20,function_threshold=10,bursts=3,profile_turns=60,guard_failures=20,exit_failures=5';
const MARK = '#:';

/** What lines do without unless they say otherwise: looked for in the statements that do not leave the unit. */
const COSTS: Record<string, RegExp> = {
  allocation: /\bnew (?!Float\b)[A-Z]|\bmake[A-Z]\w*\(/,
  bigint: /\b\d+n\b|BigInt|\b(?:arithmetic|\w+Mixed|\w+Int)\(/,
  box: /\bnew Float\(|instanceof Float/,
  call: /\.entry\(|\bcallAny\d|\binvoke\d/,
  frame: /\bopen\(|\bpush\w*\(|\.registers\[/,
  lookup: /\btamed\w*\(|Again\(|\.get\(|\.lookup\(|entryOf\(/,
  /** The instruction is left to the interpreter, which needs the frame. */
  interpreted: /\bexecute\(|\bsettle\(/,
};

/** Ways out that are no guards. */
const NO_GUARDS: ReadonlySet<string> = new Set(['safepoint', 'never executed', 'raises']);

interface Guard {
  readonly reason: string;
  readonly place: string;
  readonly line: number;
}

/** What the log says of a unit. */
interface Compiled {
  readonly event: string;
  readonly code: string;
  readonly pc: number;
  readonly guards: readonly Guard[];
  readonly source: string;
}

interface MarkedLine {
  readonly number: number;
  readonly text: string;
  /** `qualname` of the function that it is in. */
  readonly code: string;
  readonly expectations: readonly string[];
}

// ── The programs ─────────────────────────────────────────────────────────────────────────────────────────────────

function markedLines(program: string): MarkedLine[] {
  const marked: MarkedLine[] = [];
  const scopes: { indent: number; name: string }[] = [];
  readFileSync(program, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const [text, expected] = line.split(MARK);
      const indent = line.length - line.trimStart().length;
      if (text.trim() !== '') while ((scopes.at(-1)?.indent ?? -1) >= indent) scopes.pop();
      const definition = /^\s*(?:async )?(def|class) (\w+)/.exec(line);
      if (expected !== undefined) {
        const expectations = expected.split(',').map((word) => word.trim());
        marked.push({ number: index + 1, text: text.trim(), code: qualname(scopes), expectations });
      }
      if (definition !== null) {
        const [, kind, name] = definition;
        scopes.push({ indent, name: kind === 'def' ? `${name}.<locals>` : name });
      }
    });
  return marked;
}

function qualname(scopes: readonly { name: string }[]): string {
  const path = scopes.map(({ name }) => name).join('.');
  return path.replace(/\.<locals>$/, '');
}

/** The units that there are at the end. */
function compile(program: string): Compiled[] {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-emitted-'));
  const log = join(folder, 'log.json');
  const result = spawnSync(process.execPath, [COMMAND, '--jit', JIT, '--jitlog', log, program], { encoding: 'utf8' });
  assert.strictEqual(result.stderr, '');
  const last = new Map<string, Compiled>();
  for (const line of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as Compiled;
    if (entry.event === 'compiled') last.set(`${entry.code} ${entry.pc}`, entry);
  }
  rmSync(folder, { recursive: true });
  return [...last.values()];
}

// ── A line's code ────────────────────────────────────────────────────────────────────────────────────────────────

interface LineCode {
  /** Whether the unit has come to the line, be it that nothing was left to do there. */
  readonly isThere: boolean;
  readonly statements: readonly string[];
  readonly guards: readonly string[];
}

/** The code of a line: what stands behind a comment with its number, up to the next one. */
function codeOf(units: readonly Compiled[], { code, number }: MarkedLine): LineCode | undefined {
  const own = units
    .filter((unit) => unit.code.startsWith(`${code} `))
    .map((unit) => ({ unit, ...within(unit, number) }));
  const unit = own.find(({ unit: { pc }, isThere }) => pc === 0 && isThere);
  return unit ?? own.find(({ isThere }) => isThere);
}

function within({ code, source, guards }: Compiled, number: number): LineCode {
  const statements: string[] = [];
  let isInside = false;
  let isThere = false;
  for (const line of source.split('\n')) {
    if (line.startsWith('// ')) {
      isInside = line === `// ${number}`;
      isThere ||= isInside;
    }
    // What stands behind the body leaves the unit.
    else if (line.startsWith('} return leave(')) break;
    else if (isInside) statements.push(line);
  }
  const name = code.split(' ')[0];
  const own = guards.filter(({ line, place, reason }) => {
    return line === number && place.startsWith(`${name}:`) && !NO_GUARDS.has(reason);
  });
  return { isThere, statements, guards: own.map(({ reason }) => reason) };
}

const isWayOut = (statement: string): boolean => /\bbreak X\d+; }$/.test(statement);

// ── Expectations ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The text as a pattern. */
function patternOf(text: string): RegExp {
  const parts = text.split('_').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[\\w.]+'));
}

/** What is wrong with the code of a line. */
function faults(expectations: readonly string[], { statements, guards }: LineCode): string[] {
  const work = statements.filter((statement) => !isWayOut(statement)).join('\n');
  const found: string[] = [];
  const costs = new Set(Object.keys(COSTS));
  for (const expectation of expectations) {
    const [, word, rest] = /^(\w+) ?(.*)$/.exec(expectation)!;
    if (word === 'guards') {
      if (guards.length > Number(rest)) found.push(`${guards.length} guards: ${guards.join(', ')}`);
    } else if (word === 'has') {
      if (!patternOf(rest).test(work)) found.push(`there is no ${rest}`);
    } else assert.ok(costs.delete(expectation), `unknown expectation ${expectation}`);
  }
  if (expectations.includes('interpreted')) costs.delete('frame');
  for (const cost of costs) if (COSTS[cost].test(work)) found.push(cost);
  return found;
}

function check({ text, expectations }: MarkedLine, code: LineCode | undefined): void {
  assert.ok(code !== undefined, 'it is not compiled');
  assert.deepStrictEqual(faults(expectations, code), [], `${text}\n${code.statements.join('\n')}`);
}

for (const name of existsSync(FOLDER) ? readdirSync(FOLDER).sort() : []) {
  test(`what lines of ${name} become`, { skip: !existsSync(COMMAND) && 'not built' }, async (t) => {
    const program = `${FOLDER}/${name}`;
    const units = compile(program);
    for (const line of markedLines(program))
      await t.test(`${line.number}: ${line.text}`, () => check(line, codeOf(units, line)));
  });
}
