/** conformance/summary.md: how much of each module passes, and why the rest does not. A module that did not run keeps its line. */
import { type Reason, readReasons, reasonFor } from '../tools/reasons.ts';
import { GROUPS } from './groups.ts';
import { counts, type ModuleResult } from './results.ts';

const REASONS = 'conformance/reasons.txt';

/** One line of the tables. */
interface Row {
  readonly name: string;
  readonly passing: number;
  readonly total: number;
  readonly remark: string;
}

export function summary(results: readonly ModuleResult[], before: string): string {
  const reasons = readReasons(REASONS);
  const rows = new Map([...before.matchAll(ROW)].map((found) => [found[1], rowOfLine(found)]));
  for (const result of results) rows.set(result.name, rowOfResult(result, reasons));
  const lines = [
    "# Conformance: CPython 3.14's own tests",
    '',
    'Made by `npm run conformance -- --suite DIR --update`. Skipped cases do not count. Why cases do not pass is said in reasons.txt; behind',
    'each reason stands how many of them it covers.',
    '',
  ];
  for (const [group, modules] of Object.entries(GROUPS)) {
    const present = modules.map((name) => rows.get(name)).filter((row) => row !== undefined);
    lines.push(`## ${group}`, '', '| module | passing | of | share | |', '|---|--:|--:|--:|---|');
    for (const row of present) lines.push(lineOf(row.name, row.passing, row.total, row.remark));
    lines.push(lineOf('**all**', sum(present, 'passing'), sum(present, 'total'), ''), '');
  }
  return lines.join('\n');
}

const ROW = /^\| (test_\w+) \| (\d+) \| (\d+) \| [^|]* \| (.*) \|$/gm;

function rowOfLine([, name, passing, total, remark]: RegExpMatchArray): Row {
  return { name, passing: Number(passing), total: Number(total), remark };
}

function rowOfResult(result: ModuleResult, reasons: readonly Reason[]): Row {
  const count = counts(result);
  const remark = [...whyNot(result, reasons)].map(([reason, cases]) => (cases > 0 ? `${reason} (${cases})` : reason));
  return { name: result.name, passing: count.pass, total: result.cases.size - count.skip, remark: remark.join(' ') };
}

/** The reasons of the cases that do not pass, each with how many it covers. */
function whyNot(result: ModuleResult, reasons: readonly Reason[]): Map<string, number> {
  const found = new Map<string, number>();
  if (result.trouble !== '') found.set(reasonFor(reasons, result.name)?.text ?? result.trouble.slice(0, 160), 0);
  for (const [id, outcome] of result.cases) {
    if (outcome === 'pass' || outcome === 'skip') continue;
    const reason = reasonFor(reasons, id.replace(/^test\./, ''))?.text ?? 'Without a reason';
    found.set(reason, (found.get(reason) ?? 0) + 1);
  }
  return found;
}

function sum(rows: readonly Row[], column: 'passing' | 'total'): number {
  return rows.reduce((total, row) => total + row[column], 0);
}

function lineOf(name: string, passing: number, total: number, remark: string): string {
  const share = total === 0 ? '-' : `${((100 * passing) / total).toFixed(1)} %`;
  return `| ${name} | ${passing} | ${total} | ${share} | ${remark.replaceAll('|', '\\|')} |`;
}
