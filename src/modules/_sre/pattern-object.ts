/** A compiled pattern, and a search that goes on: what the methods of patterns share. */
import { error, orThrow, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Value } from '../../objspace/object.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText } from '../../objspace/types/str/text.ts';
import { type HostPattern, hostPattern } from './host-pattern.ts';
import { Matcher } from './matcher.ts';
import type { Program } from './program.ts';
import { NOT_FOUND, search, searchByHost } from './search.ts';
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
  /** Made when it is needed. */
  private ownMatcher: Matcher | null;
  private readonly host: HostPattern | null;
  /** Bounds as the match objects show them. */
  readonly from: number;
  readonly to: number;
  /** Where the next search begins; -1 once nothing was found. */
  private next: number;
  private mustAdvance: boolean;
  /** Where the last match began and ended. */
  start: number;
  end: number;
  /** What the host's engine has found: the texts of all groups. */
  texts: RegExpExecArray | null;
  /** Whether the last match had to end where the text does. */
  mustEnd: boolean;

  constructor(pattern: PyPattern, subject: Subject, from: number, to: number) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = Math.min(Math.max(from, 0), subject.length);
    this.to = Math.min(Math.max(to, 0), subject.length);
    const isWhole = subject.array === null && this.to === subject.length;
    this.host = isWhole ? hostPattern(pattern.program, subject.text) : null;
    this.ownMatcher = null;
    this.texts = null;
    this.mustEnd = false;
    this.next = this.from;
    this.mustAdvance = false;
    this.start = 0;
    this.end = 0;
  }

  get matcher(): Matcher {
    return (this.ownMatcher ??= new Matcher(this.pattern.program, this.subject, this.to));
  }

  /** Finds the next match. */
  find(): boolean | Exit {
    if (this.next < 0) return false;
    this.mustEnd = false;
    if (this.host !== null) {
      const texts = searchByHost(this.host, this.pattern.program, this.subject, this.next);
      if (this.isAnswer(texts)) return this.foundTexts(texts);
    }
    const found = search(this.matcher, this.next, this.mustAdvance);
    if (found === EXIT) return EXIT;
    return this.found(found as number);
  }

  /** Matches where the last match ended. */
  match(mustEnd = false): boolean | Exit {
    if (this.next < 0) return false;
    if (this.next + this.pattern.program.minWidth > this.to && this.pattern.program.minWidth > 0)
      return this.found(NOT_FOUND);
    this.mustEnd = mustEnd;
    if (this.host !== null && this.to - this.next <= this.host.longestMatch) {
      const texts = this.host.match(this.subject.text, this.next, mustEnd);
      if (this.isAnswer(texts)) return this.foundTexts(texts);
    }
    const matches = this.matcher.matchAt(this.next, mustEnd, this.mustAdvance);
    if (matches === EXIT) return EXIT;
    return this.found(matches === true ? this.next : NOT_FOUND);
  }

  /** Whether the host's engine was asked and has found what was wanted: it may find an empty match where none may be. */
  private isAnswer(texts: RegExpExecArray | null | undefined): texts is RegExpExecArray | null {
    if (texts === undefined) return false;
    return texts === null || !this.mustAdvance || texts.index !== this.next || texts[0] !== '';
  }

  private foundTexts(texts: RegExpExecArray | null): boolean {
    if (texts === null) return this.found(NOT_FOUND);
    const { index } = texts;
    this.succeed(index, index + texts[0].length);
    this.texts = texts;
    return true;
  }

  private found(start: number): boolean {
    if (start === NOT_FOUND) {
      this.next = -1;
      return false;
    }
    this.succeed(start, this.matcher.position);
    return true;
  }

  private succeed(start: number, end: number): void {
    this.texts = null;
    this.start = start;
    this.end = end;
    this.mustAdvance = end === start;
    this.next = end;
  }

  /** The text of a group of the last match; `undefined` if it took no part. */
  group(number: number): Value | undefined {
    if (this.texts !== null) return this.texts[number];
    if (number === 0) return this.subject.slice(this.start, this.end);
    const { registers } = this.matcher;
    const start = registers[number * 2 - 2];
    const end = registers[number * 2 - 1];
    return start < 0 || end < start ? undefined : this.subject.slice(start, end);
  }

  /** Starts and ends of all groups of the last match, the whole first; -1 for those that took no part. */
  spans(): number[] {
    if (this.texts !== null) this.matchAgain();
    return spansOf(this.matcher.registers, this.pattern.groups, this.start, this.end);
  }

  /** The matcher does what the host's engine has done, to tell where the groups are. */
  private matchAgain(): void {
    this.texts = null;
    orThrow(this.matcher.matchAt(this.start, this.mustEnd, false));
  }

  /** Nothing more is asked of this search: the next one of the pattern may have its registers. */
  finish(): void {
    if (this.ownMatcher !== null) this.pattern.program.spareRegisters = this.ownMatcher.registers;
  }

  /** The number of the last group closed; 0 if none was. */
  lastGroup(): number {
    if (this.texts !== null) return this.host!.lastClosed(this.texts);
    return Math.max(this.matcher.registers[this.pattern.groups * 2], 0);
  }
}

function spansOf(registers: Int32Array, groups: number, start: number, end: number): number[] {
  const marks = groups * 2;
  const spans: number[] = new Array(marks + 2);
  spans[0] = start;
  spans[1] = end;
  for (let mark = 0; mark < marks; mark += 2) {
    const isSet = registers[mark] >= 0 && registers[mark + 1] >= registers[mark];
    spans[mark + 2] = isSet ? registers[mark] : -1;
    spans[mark + 3] = isSet ? registers[mark + 1] : -1;
  }
  return spans;
}

/** The spans of a match that is known to be at `start`. */
export function spansAt(
  { program }: PyPattern,
  subject: Subject,
  to: number,
  start: number,
  mustEnd: boolean,
): number[] {
  const matcher = new Matcher(program, subject, to);
  orThrow(matcher.matchAt(start, mustEnd, false));
  return spansOf(matcher.registers, program.groups, start, matcher.position);
}

export function noSuchGroup(): object {
  return error('IndexError', 'no such group');
}
