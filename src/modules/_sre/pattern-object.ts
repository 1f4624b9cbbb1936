/** A compiled pattern, and a search that goes on: what the methods of patterns share. */
import { error, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Value } from '../../objspace/object.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText } from '../../objspace/types/str/text.ts';
import { Matcher } from './matcher.ts';
import type { Program } from './program.ts';
import { NOT_FOUND, search } from './search.ts';
import { type Subject, subjectOf } from './subject.ts';

export class PyPattern extends PyObject {
  /** The str or bytes it was compiled from, or None. */
  readonly source: Value;
  readonly flags: number;
  readonly code: readonly number[];
  readonly program: Program;
  /** Names to numbers, and numbers to names. */
  readonly groupIndex: PyDict;
  readonly groupNames: readonly Value[];

  constructor(
    source: Value,
    flags: number,
    code: readonly number[],
    program: Program,
    groupIndex: PyDict,
    groupNames: readonly Value[],
  ) {
    super();
    this.source = source;
    this.flags = flags;
    this.code = code;
    this.program = program;
    this.groupIndex = groupIndex;
    this.groupNames = groupNames;
  }

  get groups(): number {
    return this.program.groups;
  }

  /** The subject, which must be of the pattern's kind. */
  subjectOf(value: Value): Subject | Exit {
    const subject = subjectOf(value);
    if (subject === EXIT || this.source === null) return subject;
    const isBytes = !isText(this.source);
    if (isBytes === (subject as Subject).isBytes) return subject;
    return raiseTypeError(
      isBytes
        ? 'cannot use a bytes pattern on a string-like object'
        : 'cannot use a string pattern on a bytes-like object',
    );
  }
}

/** Matches one after the other: an empty match is followed by one that is not empty, or lies further on. */
export class Search {
  readonly pattern: PyPattern;
  readonly subject: Subject;
  readonly matcher: Matcher;
  /** Bounds as the match objects show them. */
  readonly from: number;
  readonly to: number;
  /** Where the next search begins; -1 once nothing was found. */
  private next: number;
  private mustAdvance: boolean;
  /** Where the last match began and ended. */
  start: number;
  end: number;

  constructor(pattern: PyPattern, subject: Subject, from: number, to: number) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = Math.min(Math.max(from, 0), subject.length);
    this.to = Math.min(Math.max(to, 0), subject.length);
    this.matcher = new Matcher(pattern.program, subject, this.to);
    this.next = this.from;
    this.mustAdvance = false;
    this.start = 0;
    this.end = 0;
  }

  /** Finds the next match. */
  find(): boolean | Exit {
    if (this.next < 0) return false;
    const found = search(this.matcher, this.next, this.mustAdvance);
    if (found === EXIT) return EXIT;
    return this.found(found as number);
  }

  /** Matches where the last match ended. */
  match(mustEnd = false): boolean | Exit {
    if (this.next < 0) return false;
    if (this.next + this.pattern.program.minWidth > this.to && this.pattern.program.minWidth > 0)
      return this.found(NOT_FOUND);
    const matches = this.matcher.matchAt(this.next, mustEnd, this.mustAdvance);
    if (matches === EXIT) return EXIT;
    return this.found(matches === true ? this.next : NOT_FOUND);
  }

  private found(start: number): boolean {
    if (start === NOT_FOUND) {
      this.next = -1;
      return false;
    }
    this.start = start;
    this.end = this.matcher.position;
    this.mustAdvance = this.end === start;
    this.next = this.end;
    return true;
  }

  /** The text of a group of the last match; `undefined` if it took no part. */
  group(number: number): Value | undefined {
    if (number === 0) return this.subject.slice(this.start, this.end);
    const { registers } = this.matcher;
    const start = registers[number * 2 - 2];
    const end = registers[number * 2 - 1];
    return start < 0 || end < start ? undefined : this.subject.slice(start, end);
  }

  /** Starts and ends of all groups of the last match, the whole first; -1 for those that took no part. */
  spans(): number[] {
    const { registers } = this.matcher;
    const marks = this.pattern.groups * 2;
    if (marks === 0) return [this.start, this.end];
    const spans: number[] = new Array(marks + 2);
    spans[0] = this.start;
    spans[1] = this.end;
    for (let mark = 0; mark < marks; mark += 2) {
      const isSet = registers[mark] >= 0 && registers[mark + 1] >= registers[mark];
      spans[mark + 2] = isSet ? registers[mark] : -1;
      spans[mark + 3] = isSet ? registers[mark + 1] : -1;
    }
    return spans;
  }

  /** Nothing more is asked of this search: the next one of the pattern may have its registers. */
  finish(): void {
    this.pattern.program.spareRegisters = this.matcher.registers;
  }

  /** The number of the last group closed; 0 if none was. */
  lastGroup(): number {
    return Math.max(this.matcher.registers[this.pattern.groups * 2], 0);
  }
}

export function noSuchGroup(): object {
  return error('IndexError', 'no such group');
}
