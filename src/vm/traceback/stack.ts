/** The entries of a traceback as text: file, line and function, the source, and under it the marks of the failed expression. */
import type { Position } from '../../bytecode/code.ts';
import type { PyTraceback } from '../../interpreter/traceback.ts';
import { hidesColumns } from '../../interpreter/services.ts';
import { sourceLine } from '../source-lines.ts';
import { type Anchors, findAnchors, isPlainCall } from './anchors.ts';
import { characterOffset, charactersOf, dedent, displayWidth, indent, isBlank, leadingSpace } from './text.ts';
import type { Theme } from './theme.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';

/** Entries of the same place in a row: so many are shown. */
const MAX_REPEATED = 3;

export interface StackEntry {
  readonly filename: string;
  readonly name: string;
  /** Lines and columns; -1 where they are not known. */
  readonly position: Position;
  readonly globals: PyDict;
  /** Whether it is shown without its line. */
  readonly hidesSource?: boolean;
}

/** The entries of a traceback, the outermost first; with a limit, the innermost ones. */
export function stackEntries(traceback: PyTraceback | null, limit: number | undefined): StackEntry[] {
  const entries: StackEntry[] = [];
  for (let link = traceback; link !== null; link = link.next) entries.push(entryOf(link));
  return limit === undefined ? entries : entries.slice(entries.length - Math.min(limit, entries.length));
}

const UNKNOWN = -1;

function entryOf(link: PyTraceback): StackEntry {
  const { code, globals } = link.frame;
  const position = link.lastInstruction < 0 ? undefined : link.position;
  if (position !== undefined && position.line >= 0 && !hidesColumns())
    return { filename: code.filename, name: code.name, position, globals };
  const { line } = link;
  return {
    filename: code.filename,
    name: code.name,
    position: { line, endLine: line, column: UNKNOWN, endColumn: UNKNOWN },
    globals,
  };
}

/** The whole stack; repeated entries are counted instead of shown. */
export function formatStack(entries: readonly StackEntry[], theme: Theme): string[] {
  const texts: string[] = [];
  let last: StackEntry | undefined;
  let count = 0;
  for (const entry of entries) {
    if (last === undefined || !isSamePlace(last, entry)) {
      if (count > MAX_REPEATED) texts.push(repetition(count - MAX_REPEATED));
      last = entry;
      count = 0;
    }
    count++;
    if (count <= MAX_REPEATED) texts.push(formatEntry(entry, theme));
  }
  if (count > MAX_REPEATED) texts.push(repetition(count - MAX_REPEATED));
  return texts;
}

function isSamePlace(a: StackEntry, b: StackEntry): boolean {
  return a.filename === b.filename && a.position.line === b.position.line && a.name === b.name;
}

function repetition(count: number): string {
  return `  [Previous line repeated ${count} more time${count > 1 ? 's' : ''}]\n`;
}

function formatEntry(entry: StackEntry, theme: Theme): string {
  const { filename, line, frame, reset } = theme;
  const file = entry.filename.startsWith('<stdin-') && entry.filename.endsWith('>') ? '<stdin>' : entry.filename;
  const lineno = entry.position.line < 0 ? 'None' : entry.position.line;
  const head = `  File ${filename}"${file}"${reset}, line ${line}${lineno}${reset}, in ${frame}${entry.name}${reset}\n`;
  return head + sourceText(entry, theme);
}

/** The lines of the failed expression, without their ends. */
function sourceLines({ filename, position, globals }: StackEntry): string[] {
  const lines: string[] = [];
  if (position.line < 0) return lines;
  for (let lineno = position.line; lineno <= position.endLine; lineno++)
    lines.push((sourceLine(filename, lineno, globals) ?? '').trimEnd());
  return lines;
}

function sourceText(entry: StackEntry, theme: Theme): string {
  if (entry.hidesSource === true) return '';
  const original = sourceLines(entry);
  const lines = dedent(original.join('\n')).split('\n');
  if (lines.every(isBlank)) return '';
  const { position } = entry;
  if (position.column < 0 || position.endColumn < 0) {
    const first = original[0].trim();
    return first === '' ? '\n' : `    ${first}\n`;
  }
  return indent(dedent(markedLines(original, lines, position, theme)), '    ');
}

// ── Marks ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is marked, in columns of the terminal. */
interface Marks {
  readonly lines: readonly (readonly string[])[];
  readonly isShown: boolean;
  readonly start: number;
  readonly end: number;
  readonly anchors: Anchors | undefined;
}

function markedLines(original: readonly string[], lines: readonly string[], position: Position, theme: Theme): string {
  const removed = charactersOf(original[0]).length - charactersOf(lines[0]).length;
  const last = lines.length - 1;
  const start = Math.max(0, characterOffset(original[0], position.column) - removed);
  const end = Math.max(0, characterOffset(original[last], position.endColumn) - removed);
  const characters = lines.map(charactersOf);
  const found = findAnchors(segmentOf(characters, start, end));
  const marks: Marks = {
    lines: characters,
    isShown: shouldMark(lines, characters, start, end, found),
    start: displayWidth(characters[0], start),
    end: displayWidth(characters[last], end),
    anchors: found === undefined ? undefined : placed(found, characters, start),
  };
  return significantLines(marks, found)
    .map((line) => (typeof line === 'number' ? markedLine(marks, line, theme) : line))
    .join('');
}

/** The source of the failed expression alone. */
function segmentOf(lines: readonly (readonly string[])[], start: number, end: number): string {
  const last = lines.length - 1;
  const whole = charactersOf(lines.map((line) => line.join('')).join('\n'));
  return whole.slice(start, whole.length - (lines[last].length - end)).join('');
}

/** Anchors in columns of the terminal, counted from the start of the line. */
function placed(anchors: Anchors, lines: readonly (readonly string[])[], start: number): Anchors {
  const place = ({ line, column }: Anchors['start']) => ({
    line,
    column: displayWidth(lines[line], line === 0 ? column + start : column),
  });
  return { start: place(anchors.start), end: place(anchors.end) };
}

/** Marks that cover all there is, or a call that is all a statement does, say nothing. */
function shouldMark(
  texts: readonly string[],
  lines: readonly (readonly string[])[],
  start: number,
  end: number,
  anchors: Anchors | undefined,
): boolean {
  const plain = isPlainCall(texts, start, end);
  if (plain !== false) return false;
  if (anchors !== undefined) return true;
  const before = lines[0].slice(0, start).join('');
  const behind = lines[lines.length - 1].slice(end).join('');
  return !isBlank(before) || !isBlank(behind);
}

/** The first and last line and those around the anchors; what is left out between them is counted. */
function significantLines(marks: Marks, anchors: Anchors | undefined): (number | string)[] {
  const count = marks.lines.length;
  const chosen = new Set<number>([0, count - 1]);
  if (anchors !== undefined) {
    for (const { line } of [anchors.start, anchors.end])
      for (const near of [line - 1, line, line + 1]) chosen.add(near);
  }
  const sorted = [...chosen].filter((line) => line >= 0 && line < count).sort((a, b) => a - b);
  const result: (number | string)[] = [];
  let previous: number | undefined;
  for (const line of sorted) {
    const gap = previous === undefined ? 1 : line - previous;
    if (gap === 2) result.push(line - 1);
    else if (gap > 2) result.push(`...<${gap - 1} lines>...\n`);
    result.push(line);
    previous = line;
  }
  return result;
}

/** The line, and below it its marks. */
function markedLine(marks: Marks, index: number, theme: Theme): string {
  const line = marks.lines[index];
  const text = `${line.join('')}\n`;
  if (!marks.isShown) return text;
  const columns = index === marks.lines.length - 1 ? marks.end : displayWidth(line);
  const spaces = leadingSpace(line);
  let carets = '';
  for (let column = 0; column < columns; column++) {
    const isBefore = column < spaces || (index === 0 && column < marks.start);
    carets += isBefore ? ' ' : isAnchored(marks.anchors, index, column) ? '^' : marks.anchors === undefined ? '^' : '~';
  }
  return theme.reset === '' ? `${text}${carets}\n` : coloured(charactersOf(text), charactersOf(carets), theme);
}

function isAnchored(anchors: Anchors | undefined, line: number, column: number): boolean {
  if (anchors === undefined) return false;
  const { start, end } = anchors;
  const isBehindStart = line > start.line || (line === start.line && column >= start.column);
  return isBehindStart && (line < end.line || (line === end.line && column < end.column));
}

/** Text and marks in groups of one mark each, in its colour. */
function coloured(text: readonly string[], carets: readonly string[], theme: Theme): string {
  let line = '';
  let marks = '';
  const length = Math.max(text.length, carets.length);
  for (let from = 0; from < length; ) {
    const mark = carets[from] ?? '';
    let to = from + 1;
    while (to < length && (carets[to] ?? '') === mark) to++;
    const colour = mark === '^' ? theme.errorHighlight : mark === '~' ? theme.errorRange : '';
    const reset = colour === '' ? '' : theme.reset;
    line += colour + text.slice(from, to).join('') + reset;
    marks += colour + carets.slice(from, to).join('') + reset;
    from = to;
  }
  return `${line}${marks}\n`;
}
