/** Which lines the bytes of `co_code` have: `co_lines()`, and the places that frames show. */
import type { Code } from '../bytecode/code.ts';
import { allPositions } from '../bytecode/position-table.ts';
import { BYTES_PER_WORD, ENTRY_BYTES, entryLine } from './code-entry.ts';

export interface LineRange {
  start: number;
  end: number;
  /** -1 if the instructions have none. */
  line: number;
}

/** A trace function asks at every line. */
const known = new WeakMap<Code, readonly LineRange[]>();

/** Neighbours of one line joined. */
export function lineRanges(code: Code): readonly LineRange[] {
  let ranges = known.get(code);
  if (ranges === undefined) {
    ranges = rangesOf(code);
    known.set(code, ranges);
  }
  return ranges;
}

function rangesOf(code: Code): LineRange[] {
  const ranges: LineRange[] = [];
  for (const { pc, line } of allPositions(code)) {
    const last = ranges.at(-1);
    if (last !== undefined) last.end = pc * BYTES_PER_WORD;
    if (last === undefined || last.line !== line)
      ranges.push({ start: pc * BYTES_PER_WORD, end: pc * BYTES_PER_WORD, line });
  }
  if (ranges.length > 0) ranges.at(-1)!.end = code.words.length * BYTES_PER_WORD;
  const [first] = ranges;
  if (first !== undefined && first.line !== entryLine(code)) {
    first.start = ENTRY_BYTES;
    ranges.unshift({ start: 0, end: ENTRY_BYTES, line: entryLine(code) });
  }
  return ranges;
}

/**
 * The place to show for a frame that stands at `place` and shows `line`. What cleans up behind a block has no line, or that of another
 * statement: then it is the last place before that has the line.
 */
export function placeOnLine(code: Code, place: number, line: number): number {
  let found = place;
  for (const range of lineRanges(code)) {
    if (range.start > place) break;
    if (range.line === line) found = range.end > place ? place : range.start;
  }
  return found;
}
