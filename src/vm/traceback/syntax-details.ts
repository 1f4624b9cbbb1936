/** The part of a SyntaxError's display that shows the line and what is wrong in it. */
import type { PyBaseException } from '../../objspace/exception.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { str } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { fieldOf } from '../../objspace/types/exceptions/base.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { keywordTypo } from './keyword-typos.ts';
import { charactersOf, isBlank } from './text.ts';
import type { Theme } from './theme.ts';

export interface SyntaxDetails {
  message: string;
  readonly filename: string | undefined;
  lineno: string | undefined;
  endLineno: string | undefined;
  text: string | undefined;
  /** A number, None, or something else that cannot be shown. */
  offset: Value;
  endOffset: Value;
  readonly metadata: Value;
}

function textField(exception: PyBaseException, name: string): string | undefined {
  const value = fieldOf(exception, name);
  if (value === null) return undefined;
  const text = str(value);
  if (text !== EXIT) return textOf(text as Value);
  state.exception = null;
  return undefined;
}

export function syntaxDetails(exception: PyBaseException): SyntaxDetails {
  const text = fieldOf(exception, 'text');
  return {
    message: textField(exception, 'msg') ?? '',
    filename: textField(exception, 'filename'),
    lineno: textField(exception, 'lineno'),
    endLineno: textField(exception, 'end_lineno'),
    text: isText(text) ? textOf(text) : undefined,
    offset: fieldOf(exception, 'offset'),
    endOffset: fieldOf(exception, 'end_offset'),
    metadata: fieldOf(exception, '_metadata'),
  };
}

export function formatSyntaxError(typeName: string, given: SyntaxDetails, theme: Theme): string[] {
  const parts: string[] = [];
  let suffix = '';
  if (given.lineno !== undefined) {
    const name = given.filename === undefined || given.filename === '' ? '<string>' : given.filename;
    parts.push(`  File ${theme.filename}"${name}"${theme.reset}, line ${theme.line}${given.lineno}${theme.reset}\n`);
  } else if (given.filename !== undefined) suffix = ` (${given.filename})`;
  const details = given.text === undefined ? given : { ...given, ...keywordTypo(given) };
  if (details.text !== undefined) parts.push(...sourceWithMarks(details, details.text, theme));
  const message = details.message === '' ? '<no detail available>' : details.message;
  parts.push(`${theme.type}${typeName}${theme.reset}: ${theme.message}${message}${theme.reset}${suffix}\n`);
  return parts;
}

/** The line without its indent, and marks from the offset to the end offset (both from 1). */
function sourceWithMarks(details: SyntaxDetails, text: string, theme: Theme): string[] {
  const all = charactersOf(text);
  const whole = charactersOf(text.replace(/\n+$/, ''));
  const shown = charactersOf(whole.join('').replace(/^[ \n\f]+/, ''));
  const line = `    ${shown.join('')}\n`;
  if (details.offset === null) return [line];
  if (typeof details.offset !== 'number') return [];
  const { offset, endOffset } = clampedOffsets(details, details.offset, all.length, whole.length);
  const removed = whole.length - shown.length;
  const start = offset - 1 - removed;
  const end = endOffset - 1 - removed;
  if (start < 0) return [line];
  const before = shown.slice(0, start).map((character) => (isBlank(character) ? character : ' '));
  const marked = theme.reset === '' ? line : `    ${highlighted(shown, start, end, theme)}\n`;
  const colour = theme.errorHighlight;
  return [marked, `    ${before.join('')}${colour}${'^'.repeat(Math.max(0, end - start))}${theme.reset}\n`];
}

function highlighted(shown: readonly string[], start: number, end: number, theme: Theme): string {
  const part = (from: number, to?: number): string => shown.slice(from, to).join('');
  return `${part(0, start)}${theme.errorHighlight}${part(start, end)}${theme.reset}${part(end)}`;
}

/** What does not fit the line is moved to its end; at least one character is marked. */
function clampedOffsets(
  details: SyntaxDetails,
  given: number,
  length: number,
  shownLength: number,
): { offset: number; endOffset: number } {
  let offset = given;
  let endOffset = shownLength + 1;
  if (details.lineno === details.endLineno)
    endOffset = typeof details.endOffset === 'number' && details.endOffset !== 0 ? details.endOffset : given;
  if (length > 0 && offset > length) offset = shownLength + 1;
  if (length > 0 && endOffset > length) endOffset = shownLength + 1;
  if (offset >= endOffset || endOffset < 0) endOffset = offset + 1;
  return { offset, endOffset };
}
