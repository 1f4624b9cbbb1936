/** The tree of a pattern as code for `_sre.compile`, word for word what `re._compiler` makes of it. */
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';
import { type ExtraCases, foldingOf, isByLocale, isWithoutCase } from './folding.ts';
import type { Group, Part, Repeat, Sequence, SetPart, Width } from './pattern-tree.ts';
import { TYPE_FLAGS } from './parser.ts';
import { compileSet, isEverything, type Member } from './sets.ts';
import { unusual } from './unusual.ts';

const MAX_WORD = 0xffffffff;
/** Work of writing a part. */
const PART_WORK = 8;

/** From plain operations to those without case by ASCII, locale and Unicode. */
const BY_LOCALE = 4;
const BY_UNICODE = 8;

const WITHOUT_CASE = new Map([
  [Sre.LITERAL, Sre.LITERAL_IGNORE],
  [Sre.NOT_LITERAL, Sre.NOT_LITERAL_IGNORE],
  [Sre.IN, Sre.IN_IGNORE],
  [Sre.GROUPREF, Sre.GROUPREF_IGNORE],
]);

/** Operations of repetitions: of single characters, of others, and what ends the latter. */
const REPEATING = {
  greedy: [Sre.REPEAT_ONE, Sre.REPEAT, Sre.MAX_UNTIL],
  lazy: [Sre.MIN_REPEAT_ONE, Sre.REPEAT, Sre.MIN_UNTIL],
  possessive: [Sre.POSSESSIVE_REPEAT_ONE, Sre.POSSESSIVE_REPEAT, Sre.SUCCESS],
} as const;

/** The flags inside of parentheses. */
export function flagsInside({ added, removed }: Group, flags: number): number {
  const kept = (added & TYPE_FLAGS) !== 0 ? flags & ~TYPE_FLAGS : flags;
  return (kept | added) & ~removed;
}

/** Whether the parts are one test of a character. */
function isSingle({ parts }: Sequence): boolean {
  if (parts.length !== 1) return false;
  const [part] = parts;
  if (part.kind === 'group') return part.number === 0 && isSingle(part.body);
  return part.kind === 'literal' || part.kind === 'not literal' || part.kind === 'any' || part.kind === 'set';
}

export class Emitter {
  readonly words: number[];
  private readonly extra: ExtraCases;
  private readonly groupWidths: readonly (Width | null)[];

  constructor(extra: ExtraCases, groupWidths: readonly (Width | null)[]) {
    this.words = [];
    this.extra = extra;
    this.groupWidths = groupWidths;
  }

  emit(...words: number[]): void {
    this.append(words);
  }

  append(words: readonly number[]): void {
    worked(words.length);
    for (const word of words) this.words.push(word);
  }

  /** The word that says how far it is from there to behind what `body` emits. */
  skipping(body: () => void): void {
    const at = this.words.length;
    this.words.push(0);
    body();
    this.words[at] = this.words.length - at;
  }

  sequence({ parts }: Sequence, flags: number): void {
    for (const part of parts) this.part(part, flags);
  }

  private part(part: Part, flags: number): void {
    worked(PART_WORK);
    switch (part.kind) {
      case 'literal':
        this.literal(Sre.LITERAL, part.point, flags);
        break;
      case 'not literal':
        this.literal(Sre.NOT_LITERAL, part.point, flags);
        break;
      case 'any':
        this.emit((flags & Sre.FLAG_DOTALL) !== 0 ? Sre.ANY_ALL : Sre.ANY);
        break;
      case 'failure':
        this.emit(Sre.FAILURE);
        break;
      case 'at':
        this.emit(Sre.AT, placeOf(part.place, flags));
        break;
      case 'reference':
        this.emit(operationOf(Sre.GROUPREF, flags), part.group - 1);
        break;
      case 'set':
        this.set(part, flags);
        break;
      case 'repeat':
        this.repeat(part, flags);
        break;
      case 'group':
        this.group(part, flags);
        break;
      case 'atomic':
        this.emit(Sre.ATOMIC_GROUP);
        this.skipping(() => this.closed(part.body, flags));
        break;
      case 'look':
        this.emit(part.isNegated ? Sre.ASSERT_NOT : Sre.ASSERT);
        this.skipping(() => {
          this.emit(part.isBehind ? this.fixedWidth(part.body) : 0);
          this.closed(part.body, flags);
        });
        break;
      case 'branch':
        this.branch(part.branches, flags);
        break;
      case 'conditional':
        this.conditional(part.group, part.yes, part.no, flags);
        break;
    }
  }

  private closed(body: Sequence, flags: number): void {
    this.sequence(body, flags);
    this.emit(Sre.SUCCESS);
  }

  private fixedWidth(body: Sequence): number {
    const { min, max } = body.width(this.groupWidths);
    if (min > MAX_WORD || min !== max) throw unusual();
    return min;
  }

  private literal(operation: number, point: number, flags: number): void {
    const folding = foldingOf(flags, this.extra);
    if (folding === null || !folding.isCased(point)) {
      this.emit(isByLocale(flags) ? operationOf(operation, flags) : operation, point);
      return;
    }
    const lower = folding.lower(point);
    const others = folding.extra?.get(lower);
    if (others === undefined) {
      this.emit(operationOf(operation, flags), lower);
      return;
    }
    this.emit(Sre.IN_UNI_IGNORE);
    this.skipping(() => {
      if (operation === Sre.NOT_LITERAL) this.emit(Sre.NEGATE);
      for (const other of [lower, ...others]) this.emit(Sre.LITERAL, other);
      this.emit(Sre.FAILURE);
    });
  }

  private set(set: SetPart, flags: number): void {
    const code = compileSet(set, foldingOf(flags, this.extra));
    if (code.members.length === 0) {
      this.emit(Sre.FAILURE);
    } else if (isEverything(code)) {
      this.emit(Sre.ANY_ALL);
    } else {
      this.emit(isByLocale(flags) || code.hasCased ? operationOf(Sre.IN, flags) : Sre.IN);
      this.skipping(() => this.members(code.members, flags));
    }
  }

  members(members: readonly Member[], flags: number): void {
    for (const member of members) {
      switch (member.kind) {
        case 'negation':
          this.emit(Sre.NEGATE);
          break;
        case 'literal':
          this.emit(Sre.LITERAL, member.point);
          break;
        case 'range':
          this.emit(Sre.RANGE, member.first, member.last);
          break;
        case 'range without case':
          this.emit(Sre.RANGE_UNI_IGNORE, member.first, member.last);
          break;
        case 'category':
          this.emit(Sre.CATEGORY, categoryOf(member.category, flags));
          break;
        case 'table':
          this.append(member.words);
          break;
      }
    }
    this.emit(Sre.FAILURE);
  }

  private repeat({ mode, min, max, body }: Repeat, flags: number): void {
    const [ofSingle, ofOthers, end] = REPEATING[mode];
    const isOfSingle = isSingle(body);
    this.emit(isOfSingle ? ofSingle : ofOthers);
    this.skipping(() => {
      this.emit(min, max);
      this.sequence(body, flags);
      if (isOfSingle) this.emit(Sre.SUCCESS);
    });
    if (!isOfSingle) this.emit(end);
  }

  private group(group: Group, flags: number): void {
    const { number, body } = group;
    if (number > 0) this.emit(Sre.MARK, (number - 1) * 2);
    this.sequence(body, flagsInside(group, flags));
    if (number > 0) this.emit(Sre.MARK, (number - 1) * 2 + 1);
  }

  private branch(branches: readonly Sequence[], flags: number): void {
    const { words } = this;
    this.emit(Sre.BRANCH);
    const jumps: number[] = [];
    for (const branch of branches) {
      this.skipping(() => {
        this.sequence(branch, flags);
        this.emit(Sre.JUMP);
        jumps.push(words.length);
        this.emit(0);
      });
    }
    this.emit(Sre.FAILURE);
    for (const jump of jumps) words[jump] = words.length - jump;
  }

  private conditional(group: number, yes: Sequence, no: Sequence | null, flags: number): void {
    const { words } = this;
    this.emit(Sre.GROUPREF_EXISTS, group - 1);
    const skip = words.length;
    this.emit(0);
    this.sequence(yes, flags);
    if (no === null || no.isEmpty) {
      words[skip] = words.length - skip + 1;
      return;
    }
    this.emit(Sre.JUMP);
    this.skipping(() => {
      words[skip] = words.length - skip + 1;
      this.sequence(no, flags);
    });
  }
}

/** The operation for flags: without case there are three others. */
function operationOf(operation: number, flags: number): number {
  if (!isWithoutCase(flags)) return operation;
  const byAscii = WITHOUT_CASE.get(operation) as number;
  if ((flags & Sre.FLAG_LOCALE) !== 0) return byAscii + BY_LOCALE;
  return (flags & Sre.FLAG_UNICODE) !== 0 ? byAscii + BY_UNICODE : byAscii;
}

function placeOf(place: number, flags: number): number {
  if ((flags & Sre.FLAG_MULTILINE) !== 0) {
    if (place === Sre.AT_BEGINNING) return Sre.AT_BEGINNING_LINE;
    if (place === Sre.AT_END) return Sre.AT_END_LINE;
  }
  if (place !== Sre.AT_BOUNDARY && place !== Sre.AT_NON_BOUNDARY) return place;
  if ((flags & Sre.FLAG_LOCALE) !== 0) return place + (Sre.AT_LOC_BOUNDARY - Sre.AT_BOUNDARY);
  return (flags & Sre.FLAG_UNICODE) !== 0 ? place + (Sre.AT_UNI_BOUNDARY - Sre.AT_BOUNDARY) : place;
}

function categoryOf(category: number, flags: number): number {
  if ((flags & Sre.FLAG_LOCALE) !== 0)
    return category >= Sre.CATEGORY_WORD ? category + (Sre.CATEGORY_LOC_WORD - Sre.CATEGORY_WORD) : category;
  return (flags & Sre.FLAG_UNICODE) !== 0 ? category + Sre.CATEGORY_UNI_DIGIT : category;
}
