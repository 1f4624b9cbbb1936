/** The results of a benchmark run as the page docs/benchmarks.md. */
import {
  BASE,
  BY_HAND,
  comparedNames,
  OURS,
  rowsByHand,
  timesByHand,
  type Measurement,
  meanSpeedUp,
  milliseconds,
  PHASES,
  percent,
  type Report,
  type Row,
  speedUp,
  versionText,
} from './measurement.ts';
import { geometricMean } from './statistics.ts';

export function markdownPage(report: Report): string {
  const { options } = report;
  return `# Benchmarks

Made by \`npm run bench\`; do not edit. The same as charts: [latest.html](../benchmarks/results/latest.html), as data:
[latest.json](../benchmarks/results/latest.json). Programs: [benchmarks/programs](../benchmarks/programs). ${report.machine};
${report.versions.map(versionText).join('; ')}.

CPython's columns are times of one call of \`main()\`; the others say how many times faster than CPython (below 1: slower).
*First* is the first call in a fresh process, *steady* the median of the later half of ${options.iterations} calls (or ${options.seconds} s);
both are medians of ${options.rounds} interleaved rounds, with half the distance between the fastest and the slowest round.
The geometric mean stands with the number of programs in it.

${markdownTable(report)}`;
}

export function markdownTable(report: Report): string {
  const byHand = rowsByHand(report).length === 0 ? '' : `\n${byHandTable(report)}`;
  return comparisonTable(report) + byHand;
}

/** Beside programs in JavaScript. */
function byHandTable(report: Report): string {
  const rows = rowsByHand(report);
  const head = [
    'program',
    `${BY_HAND} first`,
    `${BY_HAND} steady`,
    ...PHASES.map((phase) => `${OURS}/${BY_HAND} ${phase}`),
  ];
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:'))];
  for (const row of rows) {
    const value = row.measurements[BY_HAND]!;
    const absolute = typeof value === 'string' ? ['fails', 'fails'] : timeCells(value);
    lines.push([row.program, ...absolute, ...PHASES.map((phase) => timesByHand(row, phase)?.toFixed(1) ?? '-')]);
  }
  const means = PHASES.map((phase) => {
    const ratios = rows.map((row) => timesByHand(row, phase)).filter((ratio) => ratio !== undefined);
    return ratios.length === 0 ? '-' : `**${geometricMean(ratios).toFixed(1)}** (${ratios.length})`;
  });
  lines.push(['**geometric mean**', '', '', ...means]);
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `The same programs written in JavaScript by hand ([benchmarks/javascript](../benchmarks/javascript)), and how many times as long ${OURS} takes:\n\n${table}\n`;
}

function comparisonTable(report: Report): string {
  const { rows } = report;
  const others = comparedNames(report);
  const columns = others.flatMap((name) => [`${name} first`, `${name} steady`]);
  const head = ['program', `${BASE} first`, `${BASE} steady`, ...columns];
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:'))];
  for (const row of rows) {
    const base = row.measurements[BASE];
    const absolute = base === undefined || typeof base === 'string' ? ['-', '-'] : timeCells(base);
    lines.push([row.program, ...absolute, ...others.flatMap((name) => ratioCells(row, name))]);
  }
  lines.push(['**geometric mean**', '', '', ...others.flatMap((name) => meanCells(rows, name))]);
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
}

function timeCells({ first, steady, firstSpread, steadySpread }: Measurement): string[] {
  return [`${milliseconds(first)} ${percent(firstSpread)}`, `${milliseconds(steady)} ${percent(steadySpread)}`];
}

function ratioCells(row: Row, name: string): string[] {
  const value = row.measurements[name]!;
  if (typeof value === 'string') return ['fails', 'fails'];
  return PHASES.map((phase) => {
    const ratio = speedUp(row, name, phase)?.toFixed(2) ?? milliseconds(value[phase]);
    return `${ratio} ${percent(phase === 'first' ? value.firstSpread : value.steadySpread)}`;
  });
}

function meanCells(rows: readonly Row[], name: string): string[] {
  return PHASES.map((phase) => {
    const { mean, count } = meanSpeedUp(rows, name, phase);
    return count === 0 ? '-' : `**${mean.toFixed(2)}** (${count})`;
  });
}
