/**
 * Docstrings without the indentation of the source: the compiler has done this since 3.13.
 *
 * Tabs become spaces up to the next multiple of eight; the first line loses its leading blanks; the other lines lose
 * the indentation common to those that are not blank. Only spaces and tabs count as indentation, and nothing else
 * is stripped.
 */
import { strConstant, strText } from '../../bytecode/constants.ts';
import type { StrConstant } from '../../bytecode/constants.ts';
import { isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { Joiner } from '../../util/joiner.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../util/work.ts';

const TAB_SIZE = 8;
const TAB = '\t';
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Work of cutting a piece out of the text. */
const PIECE_WORK = 8;

export function cleanDocstring(docstring: string | StrConstant): string | StrConstant {
  const text = strText(docstring);
  if (!text.includes('\n') && !text.includes(TAB) && !text.startsWith(' ')) return docstring;
  const expanded = expandTabs(text);
  return strConstant(withoutMargin(expanded, commonIndentation(expanded)));
}

function expandTabs(text: string): string {
  if (!text.includes(TAB)) return text;
  const joiner = new Joiner('');
  let column = 0;
  let start = 0;
  for (let tab = text.indexOf(TAB); tab >= 0; tab = text.indexOf(TAB, start)) {
    column = columnBehind(text, start, tab, column);
    const spaces = TAB_SIZE - (column % TAB_SIZE);
    joiner.add(text.slice(start, tab) + ' '.repeat(spaces));
    worked(PIECE_WORK);
    column += spaces;
    start = tab + 1;
  }
  joiner.add(text.slice(start));
  return joiner.finish();
}

/** The column at `end`, in characters, if `column` is the one at `start`. */
function columnBehind(text: string, start: number, end: number, column: number): number {
  let reached = column;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) reached = 0;
    else if (!isLowSurrogate(code) || !isHighSurrogate(text.charCodeAt(at - 1))) reached++;
    countCharacter(at);
  }
  return reached;
}

function countCharacter(at: number): void {
  if ((at & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
}

/** The number of spaces from `start` on. */
function indentation(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) countCharacter(at++);
  return at - start;
}

/** Of all lines but the first. */
function commonIndentation(text: string): number {
  let margin = Number.MAX_SAFE_INTEGER;
  for (let start = text.indexOf('\n') + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    const count = indentation(text, start);
    const end = start + count;
    if (end < text.length && text.charCodeAt(end) !== LINE_FEED) margin = Math.min(margin, count);
    worked(PIECE_WORK);
  }
  return margin === Number.MAX_SAFE_INTEGER ? 0 : margin;
}

/** All lines without so much of their indentation as they have; the first one without any. */
function withoutMargin(text: string, margin: number): string {
  const joiner = new Joiner('\n');
  let start = indentation(text, 0);
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    joiner.add(text.slice(start, end));
    worked(PIECE_WORK);
    start = end + 1 + Math.min(margin, indentation(text, end + 1));
  }
  joiner.add(text.slice(start));
  return joiner.finish();
}
