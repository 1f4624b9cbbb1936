/** The block in front of the code: how wide matches are, and what they begin with, so that searches find out fast where there is none. */
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';
import { type Emitter, flagsInside } from './emitter.ts';
import { type ExtraCases, foldingOf, isByLocale } from './folding.ts';
import type { Part, Sequence, SetItem, SetPart, Width } from './pattern-tree.ts';
import { compileSet, isEverything, type SetCode } from './sets.ts';

const MAX_WORD = 0xffffffff;

/** Says that the prefix is all of the pattern. */
const INFO_LITERAL = 2;

interface Prefix {
  readonly points: readonly number[];
  /** How much of it stands in front of the first group; -1 if there is none. */
  readonly skip: number;
  /** Whether there is nothing behind it. */
  readonly isAll: boolean;
}

const NO_PREFIX: Prefix = { points: [], skip: -1, isAll: false };

class Beginnings {
  private readonly extra: ExtraCases;

  constructor(extra: ExtraCases) {
    this.extra = extra;
  }

  private isCased(point: number, flags: number): boolean {
    return foldingOf(flags, this.extra)?.isCased(point) === true;
  }

  /** The text with which every match begins. */
  prefixOf({ parts }: Sequence, flags: number): Prefix {
    const points: number[] = [];
    let skip = -1;
    for (const part of parts) {
      worked(2);
      if (part.kind === 'literal' && !this.isCased(part.point, flags)) {
        points.push(part.point);
        continue;
      }
      if (part.kind !== 'group') return { points, skip, isAll: false };
      const inside = flagsInside(part, flags);
      if (isByLocale(inside)) return { points, skip, isAll: false };
      const within = this.prefixOf(part.body, inside);
      if (skip < 0) {
        if (part.number > 0) skip = points.length;
        else if (within.skip >= 0) skip = points.length + within.skip;
      }
      for (const point of within.points) points.push(point);
      if (!within.isAll) return { points, skip, isAll: false };
    }
    return { points, skip, isAll: true };
  }

  /** The set with a member of which every match begins. */
  setOf(sequence: Sequence, flags: number): SetPart | null {
    let first: Part | undefined = sequence.parts[0];
    let inside = flags;
    while (first?.kind === 'group') {
      inside = flagsInside(first, inside);
      if (isByLocale(inside)) return null;
      first = first.body.parts[0];
    }
    if (first === undefined) return null;
    switch (first.kind) {
      case 'literal':
        return this.isCased(first.point, inside) ? null : { kind: 'set', isNegated: false, items: [first] };
      case 'branch':
        return this.firstLiterals(first.branches, inside);
      case 'set':
        return first.items.some((item) => this.mayBeCased(item, inside)) ? null : first;
      default:
        return null;
    }
  }

  private firstLiterals(branches: readonly Sequence[], flags: number): SetPart | null {
    const items: SetItem[] = [];
    for (const { parts } of branches) {
      const part: Part | undefined = parts[0];
      if (part?.kind !== 'literal' || this.isCased(part.point, flags)) return null;
      items.push(part);
    }
    return { kind: 'set', isNegated: false, items };
  }

  private mayBeCased(item: SetItem, flags: number): boolean {
    if (foldingOf(flags, this.extra) === null) return false;
    if (item.kind === 'literal') return this.isCased(item.point, flags);
    if (item.kind === 'category') return false;
    if (item.last > 0xffff) return true;
    for (let point = item.first; point <= item.last; point++) if (this.isCased(point, flags)) return true;
    return false;
  }
}

/** For each character of the prefix, how much of it would have begun anew there (Knuth, Morris, Pratt). */
function overlaps(points: readonly number[]): number[] {
  const table: number[] = [0];
  for (let index = 1; index < points.length; index++) {
    worked(2);
    let length = table[index - 1];
    while (length > 0 && points[index] !== points[length]) length = table[length - 1];
    table.push(points[index] === points[length] ? length + 1 : 0);
  }
  return table;
}

/** Emits the block. */
export function emitInformation(
  emitter: Emitter,
  whole: Sequence,
  width: Width,
  flags: number,
  extra: ExtraCases,
): void {
  const max = Math.min(width.max, MAX_WORD);
  emitter.emit(Sre.INFO);
  if (width.min === 0) {
    emitter.emit(4, 0, 0, max);
    return;
  }
  const beginnings = new Beginnings(extra);
  const prefix = isByLocale(flags) ? NO_PREFIX : beginnings.prefixOf(whole, flags);
  const set = isByLocale(flags) || prefix.points.length > 0 ? null : beginnings.setOf(whole, flags);
  const code = set === null ? null : compileSet(set, null);
  emitter.skipping(() => emitBeginning(emitter, prefix, code, Math.min(width.min, MAX_WORD), max, flags));
}

function emitBeginning(
  emitter: Emitter,
  prefix: Prefix,
  code: SetCode | null,
  min: number,
  max: number,
  flags: number,
): void {
  const { points, skip, isAll } = prefix;
  const isSet = code !== null && code.members.length > 0 && !isEverything(code);
  const ofPrefix = skip < 0 && isAll ? Sre.INFO_PREFIX | INFO_LITERAL : Sre.INFO_PREFIX;
  emitter.emit(points.length > 0 ? ofPrefix : isSet ? Sre.INFO_CHARSET : 0, min, max);
  if (points.length > 0) {
    emitter.emit(points.length, skip < 0 ? points.length : skip);
    emitter.append(points);
    emitter.append(overlaps(points));
  } else if (isSet) emitter.members(code.members, flags);
}
