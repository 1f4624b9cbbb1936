/** Finding where a pattern matches: jumps to the places where it can begin. */
import { EXIT, type Exit } from '../../objspace/object.ts';
import { findShort } from '../../objspace/types/str/short-search.ts';
import type { HostPattern } from './host-pattern.ts';
import type { Matcher } from './matcher.ts';
import type { Program } from './program.ts';
import type { Subject } from './subject.ts';
import { CHARACTERS, worked } from '../../util/work.ts';

export const NOT_FOUND = -1;

/** A search that finds something at once, in units of util/work.ts. */
const SEARCH_WORK = 10;

/** The position of the first match from `start` on, NOT_FOUND if there is none. `mustAdvance`: at `start` itself only one that is not empty. */
export function search(matcher: Matcher, start: number, mustAdvance: boolean): number | Exit {
  const { program, subject } = matcher;
  const last = matcher.end - program.minWidth;
  worked(SEARCH_WORK);
  let advance = mustAdvance;
  for (let position = nextCandidate(program, subject, start, last); position >= 0; ) {
    const found = matcher.matchAt(position, false, advance && position === start);
    if (found === EXIT) return EXIT;
    if (found === true) return position;
    if (program.isAnchored) break;
    // An attempt may scan all of the subject without ever going back.
    if (matcher.isInterrupted()) return EXIT;
    advance = false;
    position = nextCandidate(program, subject, position + 1, last);
  }
  return NOT_FOUND;
}

/** The same by the host's engine, if it may be asked for so long a text; `undefined` if not. */
export function searchByHost(
  host: HostPattern,
  program: Program,
  subject: Subject,
  start: number,
): RegExpExecArray | null | undefined {
  const { text, length } = subject;
  worked(SEARCH_WORK);
  if (length - start <= host.longestSearch) return host.find(text, start);
  if (length - start > host.longestMatch) return undefined;
  const last = length - program.minWidth;
  for (let position = nextCandidate(program, subject, start, last); position >= 0; ) {
    const found = host.match(text, position, false);
    if (found !== null || program.isAnchored) return found;
    worked(SEARCH_WORK);
    position = nextCandidate(program, subject, position + 1, last);
  }
  return null;
}

/** The first position from `start` to `last` at which a match can begin; -1 if there is none. */
function nextCandidate(program: Program, subject: Subject, start: number, last: number): number {
  if (start > last) return NOT_FOUND;
  if (program.isAnchored) return start === 0 ? 0 : NOT_FOUND;
  if (program.prefix.length > 0) {
    const found =
      subject.array === null
        ? findShort(subject.text, program.prefixText, start, subject.text.length)
        : subject.array.indexOf(program.prefix[0], start);
    countPassed(start, found < 0 ? last : found);
    return found > last ? NOT_FOUND : found;
  }
  if (program.isLineAnchored) return nextLine(subject, start, last);
  const { first } = program;
  if (first === null) return start;
  const { latin } = first;
  for (let position = start; position <= last; position++) {
    if ((position & 0x3fff) === 0x3fff) worked(0x1000);
    const point = subject.array === null ? subject.text.charCodeAt(position) : subject.array[position];
    if (point < 256 ? latin[point] !== 0 : first.has(point)) return position;
  }
  return NOT_FOUND;
}

/** The engine has looked for something from `start` to `end`. */
function countPassed(start: number, end: number): void {
  if (end - start >= CHARACTERS) worked((end - start) >> 5);
}

/** The first position from `start` on at which a line begins. */
function nextLine(subject: Subject, start: number, last: number): number {
  if (start === 0) return 0;
  const { array, text } = subject;
  const newline = array === null ? text.indexOf('\n', start - 1) : array.indexOf(10, start - 1);
  countPassed(start, newline < 0 ? last : newline);
  return newline < 0 || newline + 1 > last ? NOT_FOUND : newline + 1;
}
