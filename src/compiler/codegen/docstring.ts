/**
 * Docstrings without the indentation of the source: the compiler has done this since 3.13.
 *
 * Tabs become spaces up to the next multiple of eight; the first line loses its leading blanks; the other lines lose
 * the indentation common to those that are not blank. Only spaces and tabs count as indentation, and nothing else
 * is stripped.
 */
import { strConstant, strText } from '../../bytecode/constants.ts';
import type { StrConstant } from '../../bytecode/constants.ts';

const TAB_SIZE = 8;

export function cleanDocstring(docstring: string | StrConstant): string | StrConstant {
  const text = strText(docstring);
  if (!text.includes('\n') && !text.includes('\t') && !text.startsWith(' ')) return docstring;
  const [first, ...rest] = expandTabs(text).split('\n');
  const margin = commonIndentation(rest);
  const cleaned = rest.map((line) => line.slice(Math.min(margin, indentation(line))));
  return strConstant([first.replace(/^ +/, ''), ...cleaned].join('\n'));
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let expanded = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const spaces = TAB_SIZE - (column % TAB_SIZE);
      expanded += ' '.repeat(spaces);
      column += spaces;
    } else {
      expanded += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return expanded;
}

function indentation(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 32) count++;
  return count;
}

function commonIndentation(lines: readonly string[]): number {
  let margin = Number.MAX_SAFE_INTEGER;
  for (const line of lines) {
    const count = indentation(line);
    if (count < line.length) margin = Math.min(margin, count);
  }
  return margin === Number.MAX_SAFE_INTEGER ? 0 : margin;
}
