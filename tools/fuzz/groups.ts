/**
 * Differences that have one cause mostly differ in the same words: groups them by the first line that differs, without the numbers,
 * names and quoted texts in it.
 */
import type { Run } from './server.ts';

export type Kind = 'different' | 'host errors' | 'hangs' | 'unsound' | 'only among others';

export interface Difference {
  index: number;
  /** Settings of the compiler. */
  jit: string;
  kind: Kind;
  /** The first line that differs. */
  theirs: string;
  ours: string;
}

export interface Group extends Difference {
  count: number;
  /** The numbers of the first programs of the group. */
  programs: number[];
}

const MOST_PROGRAMS = 8;
const ABSENT = '(no more lines)';

/** The first lines that differ. */
export function firstDifference(expected: Run, actual: Run): [string, string] {
  const [theirs, ours] = [expected.trace.split('\n'), actual.trace.split('\n')];
  let at = 0;
  while (at < theirs.length && at < ours.length && theirs[at] === ours[at]) at++;
  return [theirs[at] ?? ABSENT, ours[at] ?? ABSENT];
}

/** A line without what says nothing about the cause. */
const words = (line: string): string =>
  line
    .replace(/'[^']*'|"[^"]*"/g, "'...'")
    .replace(/\b[A-Za-z]?\d[\w.]*/g, '0')
    .replace(/[\w<>]+:0( [\w<>]+:0)*/g, 'at')
    .replace(/(0[^\w]{1,2})+0/g, '0')
    .slice(0, 160);

export const causeOf = ({ kind, theirs, ours }: Difference): string => `${kind}\n${words(theirs)}\n${words(ours)}`;

export class Groups {
  private readonly groups = new Map<string, Group>();

  /** Whether it is the first of its group. */
  add(difference: Difference): boolean {
    const cause = causeOf(difference);
    const group = this.groups.get(cause);
    if (group === undefined) {
      this.groups.set(cause, { ...difference, count: 1, programs: [difference.index] });
      return true;
    }
    group.count++;
    if (group.programs.length < MOST_PROGRAMS) group.programs.push(difference.index);
    return false;
  }

  /** The most frequent first. */
  sorted(): Group[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count || a.index - b.index);
  }
}
