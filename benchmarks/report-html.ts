/** The results of a benchmark run as one page of HTML that needs nothing else: a chart per phase, and the figures behind it. */
import {
  BASE,
  BY_HAND,
  comparedNames,
  OURS,
  rowsByHand,
  timesByHand,
  meanSpeedUp,
  milliseconds,
  type Phase,
  percent,
  type Report,
  type Row,
  speedUp,
  versionText,
} from './measurement.ts';

/** One colour an implementation, in the order in which they are found; told apart by those who see no red or green as well. */
const COLOURS = ['#0072b2', '#e69f00', '#56b4e9', '#009e73', '#cc79a7'];

const LABEL_WIDTH = 190;
const CHART_WIDTH = 640;
const VALUE_WIDTH = 60;
const BAR_HEIGHT = 9;
const ROW_GAP = 8;
const HEADER_HEIGHT = 26;
/** The axis is logarithmic: twice as fast and half as fast are equally far from 1. */
const TICKS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #6b7280; --line: #d8dee4; --paper: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --soft: #9aa4af; --line: #3a424b; --paper: #16191d; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 960px; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; }
p, .note { color: var(--soft); }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 11px; } svg .soft { fill: var(--soft); }
svg line { stroke: var(--line); } svg line.one { stroke: var(--ink); }
.legend span { display: inline-block; margin-right: 1.4em; } .legend i { display: inline-block; width: 12px; height: 12px; margin-right: .4em; vertical-align: -1px; }
table { border-collapse: collapse; font-size: 13px; } th, td { padding: 3px 10px; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
.wide { overflow-x: auto; }
`;

export function htmlPage(report: Report): string {
  const names = comparedNames(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Typhon: benchmarks</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Benchmarks</h1>
<p>How many times as fast as ${escape(BASE)}; left of 1 is slower. ${escape(report.versions.map(versionText).join(' · '))}.
${escape(report.machine)}. ${escape(report.date.slice(0, 10))}, ${escape(report.options.rounds)} interleaved rounds.</p>
<p class="legend">${names.map((name, index) => `<span><i style="background:${COLOURS[index]}"></i>${escape(name)}</span>`).join('')}</p>
<h2>Steady state</h2>
<p>The median of the later half of the calls of <code>main()</code> in one process.</p>
${chart(report.rows, names, 'steady')}
<h2>First call</h2>
<p>The first call of <code>main()</code> in a fresh process.</p>
${chart(report.rows, names, 'first')}
<h2>Figures</h2>
<p>${escape(BASE)} in milliseconds, the others as ratios, with half the distance between the fastest and the slowest round.</p>
<div class="wide">${table(report.rows, names)}</div>
${byHandSection(report)}</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// ── Charts ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Scale {
  readonly ticks: readonly number[];
  /** Where a ratio is on the axis. */
  at(ratio: number): number;
}

/** An axis that holds all the ratios. */
function scaleOf(ratios: readonly number[]): Scale {
  const low = Math.max(...TICKS.filter((tick) => tick <= Math.min(1, ...ratios)), TICKS[0]!);
  const high = Math.min(...TICKS.filter((tick) => tick >= Math.max(1, ...ratios)), TICKS.at(-1)!);
  const width = Math.log(high / low) || 1;
  return {
    ticks: TICKS.filter((tick) => tick >= low && tick <= high),
    at: (ratio) => (Math.log(Math.min(Math.max(ratio, low), high) / low) / width) * CHART_WIDTH,
  };
}

function chart(rows: readonly Row[], names: readonly string[], phase: Phase): string {
  const means = names.map((name) => meanSpeedUp(rows, name, phase).mean);
  const lines = [
    { label: 'geometric mean', ratios: means.map((mean) => (Number.isNaN(mean) ? undefined : mean)) },
    ...rows.map((row) => ({ label: row.program, ratios: names.map((name) => speedUp(row, name, phase)) })),
  ];
  const scale = scaleOf(lines.flatMap(({ ratios }) => ratios.filter((ratio) => ratio !== undefined)));
  const rowHeight = names.length * BAR_HEIGHT + ROW_GAP;
  const height = HEADER_HEIGHT + lines.length * rowHeight;
  const parts = scale.ticks.map((tick) => axisLine(tick, scale, height));
  lines.forEach((line, index) => {
    parts.push(bars(line.label, line.ratios, names, HEADER_HEIGHT + index * rowHeight, scale));
  });
  const width = LABEL_WIDTH + CHART_WIDTH + VALUE_WIDTH;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Ratios to ${escape(BASE)}, ${phase}">${parts.join('\n')}</svg>`;
}

function axisLine(tick: number, scale: Scale, height: number): string {
  const x = LABEL_WIDTH + scale.at(tick);
  const line = `<line x1="${x}" x2="${x}" y1="${HEADER_HEIGHT - 8}" y2="${height}"${tick === 1 ? ' class="one"' : ''}/>`;
  return `${line}<text class="soft" x="${x}" y="12" text-anchor="middle">${tick}</text>`;
}

/** A program's bars, from 1 to the ratio. */
function bars(
  label: string,
  ratios: readonly (number | undefined)[],
  names: readonly string[],
  top: number,
  scale: Scale,
): string {
  const middle = top + (names.length * BAR_HEIGHT) / 2 + 4;
  const parts = [`<text x="${LABEL_WIDTH - 10}" y="${middle}" text-anchor="end">${escape(label)}</text>`];
  ratios.forEach((ratio, index) => {
    const y = top + index * BAR_HEIGHT;
    if (ratio === undefined) {
      parts.push(`<text class="soft" x="${LABEL_WIDTH + scale.at(1) + 4}" y="${y + 8}">fails</text>`);
      return;
    }
    const [from, to] = [scale.at(1), scale.at(ratio)];
    const title = `${names[index]}: ${ratio.toFixed(2)}`;
    parts.push(
      `<rect x="${(LABEL_WIDTH + Math.min(from, to)).toFixed(1)}" y="${y}" width="${Math.max(Math.abs(to - from), 1).toFixed(1)}" height="${BAR_HEIGHT - 1}" fill="${COLOURS[index]}"><title>${escape(title)}</title></rect>`,
    );
  });
  return parts.join('');
}

// ── The table ────────────────────────────────────────────────────────────────────────────────────────────────────

function table(rows: readonly Row[], names: readonly string[]): string {
  const head = ['program', `${BASE} first`, 'steady', ...names.flatMap((name) => [`${name} first`, 'steady'])];
  const body = rows.map((row) => [row.program, ...baseCells(row), ...names.flatMap((name) => cells(row, name))]);
  const means = names.flatMap((name) =>
    (['first', 'steady'] as const).map((phase) => meanSpeedUp(rows, name, phase).mean.toFixed(2)),
  );
  const lines = [...body.map((items) => tableLine(items, 'td')), tableLine(['geometric mean', '', '', ...means], 'th')];
  return `<table><thead>${tableLine(head, 'th')}</thead><tbody>${lines.join('\n')}</tbody></table>`;
}

function tableLine(items: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${items.map((item) => `<${tag}>${escape(item)}</${tag}>`).join('')}</tr>`;
}

/** The programs in JavaScript, and how many times as long ours take. */
function byHandSection(report: Report): string {
  const rows = rowsByHand(report);
  if (rows.length === 0) return '';
  const ratio = (row: Row, phase: Phase) => timesByHand(row, phase)?.toFixed(1) ?? '-';
  const lines = rows.map((row) => {
    const value = row.measurements[BY_HAND]!;
    const times =
      typeof value === 'string' ? ['fails', 'fails'] : [milliseconds(value.first), milliseconds(value.steady)];
    return tableLine([row.program, ...times, ratio(row, 'first'), ratio(row, 'steady')], 'td');
  });
  const head = ['program', `${BY_HAND} first`, 'steady', `${OURS}/${BY_HAND} first`, 'steady'];
  return `<h2>Beside JavaScript</h2>
<p>The same programs written in ${BY_HAND} by hand, and how many times as long ${OURS} takes.</p>
<div class="wide"><table><thead>${tableLine(head, 'th')}</thead><tbody>${lines.join('\n')}</tbody></table></div>
`;
}

function baseCells(row: Row): string[] {
  const base = row.measurements[BASE];
  return base === undefined || typeof base === 'string'
    ? ['-', '-']
    : [milliseconds(base.first), milliseconds(base.steady)];
}

function cells(row: Row, name: string): string[] {
  const value = row.measurements[name]!;
  if (typeof value === 'string') return ['fails', ''];
  const cell = (phase: Phase, spread: number) => `${speedUp(row, name, phase)?.toFixed(2) ?? '-'} ${percent(spread)}`;
  return [cell('first', value.firstSpread), cell('steady', value.steadySpread)];
}
