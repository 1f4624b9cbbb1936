/** `typhon jitlog FILE`: what the log of the compiler tells a user: where its time went, and what did not compile well, and why. */
import type { CompiledEntry, DroppedEntry, FailedEntry, LogRecord, RefusedEntry } from '../jit/log.ts';

/** The text of a line of a source file. */
type LineOf = (path: string, line: number) => string | undefined;

/** Rows of each table. */
const ROWS = 15;

/** What has happened to a code. */
interface CodeSummary {
  readonly code: string;
  readonly compiled: CompiledEntry[];
  readonly refused: RefusedEntry[];
  readonly dropped: DroppedEntry[];
}

/** A guard, by its place and reason, in whatever units. */
interface GuardSummary {
  readonly entry: FailedEntry;
  count: number;
}

interface Summary {
  readonly codes: Map<string, CodeSummary>;
  readonly guards: GuardSummary[];
  readonly unreadable: number;
}

/** What each kind of record must have, by type: other files may hold JSON as well. */
const FIELDS: Record<LogRecord['event'], Record<string, string>> = {
  compiled: {
    unit: 'number',
    milliseconds: 'number',
    file: 'string',
    lines: 'object',
    guards: 'object',
    source: 'string',
  },
  refused: { reason: 'string', line: 'number' },
  failed: { unit: 'number', guard: 'number', count: 'number', reason: 'string', place: 'string', file: 'string' },
  dropped: { reason: 'string' },
};

function isRecord(value: unknown): value is LogRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const fields = FIELDS[record.event as LogRecord['event']];
  if (fields === undefined || typeof record.code !== 'string') return false;
  return Object.entries(fields).every(([name, type]) => typeof record[name] === type && record[name] !== null);
}

function readRecords(text: string): { records: LogRecord[]; unreadable: number } {
  const records: LogRecord[] = [];
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    // A program that was killed may have left half a line.
    try {
      const record: unknown = JSON.parse(line);
      if (isRecord(record)) records.push(record);
      else unreadable++;
    } catch {
      unreadable++;
    }
  }
  return { records, unreadable };
}

function summarise(text: string): Summary {
  const { records, unreadable } = readRecords(text);
  const codes = new Map<string, CodeSummary>();
  const latest = new Map<string, FailedEntry>();
  for (const record of records) {
    let summary = codes.get(record.code);
    if (summary === undefined) {
      summary = { code: record.code, compiled: [], refused: [], dropped: [] };
      codes.set(record.code, summary);
    }
    if (record.event === 'compiled') summary.compiled.push(record);
    else if (record.event === 'refused') summary.refused.push(record);
    else if (record.event === 'dropped') summary.dropped.push(record);
    // The count of the last record includes those before.
    else latest.set(`${record.unit} ${record.guard}`, record);
  }
  return { codes, guards: byPlace(latest.values()), unreadable };
}

function byPlace(failures: Iterable<FailedEntry>): GuardSummary[] {
  const guards = new Map<string, GuardSummary>();
  for (const entry of failures) {
    const key = `${entry.file} ${entry.place} ${entry.at} ${entry.reason}`;
    const known = guards.get(key);
    if (known === undefined) guards.set(key, { entry, count: entry.count });
    else known.count += entry.count;
  }
  return [...guards.values()].sort((a, b) => b.count - a.count);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const millisecondsOf = ({ compiled }: CodeSummary): number => sum(compiled.map(({ milliseconds }) => milliseconds));

/** Mnemonics of instructions that units leave to the interpreter, by how often they stand in the last source of each place. */
function leftToInterpreter(codes: Iterable<CodeSummary>): [mnemonic: string, count: number, code: string][] {
  const counts = new Map<string, [string, number, string]>();
  for (const { code, compiled } of codes) {
    const last = new Map(compiled.map((entry) => [entry.pc, entry]));
    for (const { source } of last.values()) {
      for (const [, mnemonic] of source.matchAll(/\bexecute\(F\d*, \d+ \/\* (\w+)/g)) {
        const known = counts.get(mnemonic);
        if (known === undefined) counts.set(mnemonic, [mnemonic, 1, code]);
        else known[1]++;
      }
    }
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1]);
}

class Page {
  private readonly isColoured: boolean;
  private readonly lines: string[];

  constructor(isColoured: boolean) {
    this.isColoured = isColoured;
    this.lines = [];
  }

  private painted(text: string, code: number): string {
    return this.isColoured ? `\x1b[${code}m${text}\x1b[0m` : text;
  }

  title(text: string): void {
    this.lines.push('', this.painted(text, 1));
  }

  row(cells: readonly (string | number)[], name: string): void {
    this.lines.push(`  ${cells.map((cell) => String(cell).padStart(8)).join('')}  ${this.painted(name, 36)}`);
  }

  heads(cells: readonly string[], name: string): void {
    this.lines.push(this.painted(`  ${cells.map((cell) => cell.padStart(8)).join('')}  ${name}`, 2));
  }

  detail(text: string, isBad = false): void {
    this.lines.push(`            ${isBad ? this.painted(text, 33) : text}`);
  }

  line(text: string): void {
    this.lines.push(text);
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

function rest(page: Page, count: number): void {
  if (count > ROWS) page.detail(`... and ${count - ROWS} more`);
}

function totals(page: Page, { codes, unreadable }: Summary): void {
  const all = [...codes.values()];
  const units = sum(all.map(({ compiled }) => compiled.length));
  const milliseconds = sum(all.map(millisecondsOf));
  const bytes = sum(all.flatMap(({ compiled }) => compiled.map(({ source }) => source.length)));
  const dropped = sum(all.map((code) => code.dropped.length));
  const refused = sum(all.map((code) => code.refused.length));
  page.line(
    `${units} units of ${all.length} functions in ${milliseconds.toFixed(0)} ms, ${Math.round(bytes / 1024)} KB of JavaScript; dropped ${dropped} times, refused ${refused}`,
  );
  if (unreadable > 0) page.line(`${unreadable} lines of the log are not readable`);
}

function slowest(page: Page, { codes }: Summary): void {
  const sorted = [...codes.values()].filter(({ compiled }) => compiled.length > 0);
  sorted.sort((a, b) => millisecondsOf(b) - millisecondsOf(a));
  if (sorted.length === 0) return;
  page.title('What took the time to compile');
  page.heads(['ms', 'units', 'KB'], 'function');
  for (const code of sorted.slice(0, ROWS)) {
    const kilobytes = sum(code.compiled.map(({ source }) => source.length)) / 1024;
    const lines = code.compiled.at(-1)!.lines;
    page.row(
      [millisecondsOf(code).toFixed(1), code.compiled.length, kilobytes.toFixed(1)],
      `${code.code} (lines ${lines[0]}-${lines[1]})`,
    );
  }
  rest(page, sorted.length);
}

/** How often a code is compiled again before that is worth telling. */
const OFTEN = 2;

function bad(page: Page, { codes }: Summary): void {
  const sorted = [...codes.values()].filter(({ refused, dropped }) => refused.length > 0 || dropped.length >= OFTEN);
  sorted.sort((a, b) => b.refused.length * 2 + b.dropped.length - (a.refused.length * 2 + a.dropped.length));
  if (sorted.length === 0) return;
  page.title('What did not compile well');
  page.heads(['refused', 'dropped'], 'function');
  for (const { code, refused, dropped } of sorted.slice(0, ROWS)) {
    page.row([refused.length, dropped.length], code);
    for (const [text, count] of counted(refused.map(({ reason, line }) => `refused from line ${line} on: ${reason}`)))
      page.detail(times(text, count), true);
    for (const [reason, count] of counted(dropped.map((record) => record.reason)))
      page.detail(times(`dropped: ${reason}`, count), true);
  }
  rest(page, sorted.length);
}

function times(text: string, count: number): string {
  return count === 1 ? text : `${text} (${count} times)`;
}

function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function failing(page: Page, { guards }: Summary, lineOf: LineOf): void {
  if (guards.length === 0) return;
  page.title('Guards that fail');
  page.heads(['times'], 'where and why');
  for (const { entry, count } of guards.slice(0, ROWS)) {
    page.row([count], `${entry.place.replace(/:\d+$/, '')} ${entry.file}:${entry.line}`);
    page.detail(entry.reason, true);
    const text = lineOf(entry.file, entry.line)?.trim();
    if (text !== undefined) page.detail(text);
  }
  rest(page, guards.length);
}

function left(page: Page, { codes }: Summary): void {
  const instructions = leftToInterpreter(codes.values());
  if (instructions.length === 0) return;
  page.title('Instructions that are left to the interpreter');
  page.heads(['times'], 'instruction, and a function that has it');
  for (const [mnemonic, count, code] of instructions.slice(0, ROWS))
    page.row([count], `${mnemonic.padEnd(24)} ${code}`);
  rest(page, instructions.length);
}

/** `lineOf` gives the lines of source files. */
export function summaryOf(text: string, lineOf: LineOf, isColoured: boolean): string {
  const summary = summarise(text);
  const page = new Page(isColoured);
  totals(page, summary);
  slowest(page, summary);
  bad(page, summary);
  failing(page, summary, lineOf);
  left(page, summary);
  return page.toString();
}
