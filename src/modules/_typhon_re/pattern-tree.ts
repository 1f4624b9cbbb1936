/** What the text of a regular expression says, as a tree, and how many characters its parts match. */
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';

export interface Literal {
  readonly kind: 'literal';
  readonly point: number;
}

/** `first` and `last` are members. */
export interface Range {
  readonly kind: 'range';
  readonly first: number;
  readonly last: number;
}

/** `\d` and the like, as sre-codes.ts numbers them for bytes. */
export interface Category {
  readonly kind: 'category';
  readonly category: number;
}

export type SetItem = Literal | Range | Category;

export interface SetPart {
  readonly kind: 'set';
  readonly isNegated: boolean;
  readonly items: readonly SetItem[];
}

/** Parentheses without a capture have the number 0. The flags hold inside. */
export interface Group {
  readonly kind: 'group';
  readonly number: number;
  readonly added: number;
  readonly removed: number;
  readonly body: Sequence;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly mode: 'greedy' | 'lazy' | 'possessive';
  readonly min: number;
  readonly max: number;
  readonly body: Sequence;
}

export type Part =
  | Literal
  | SetPart
  | Group
  | Repeat
  | { readonly kind: 'not literal'; readonly point: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'failure' }
  | { readonly kind: 'at'; readonly place: number }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'branch'; readonly branches: readonly Sequence[] }
  | { readonly kind: 'atomic'; readonly body: Sequence }
  | { readonly kind: 'look'; readonly isNegated: boolean; readonly isBehind: boolean; readonly body: Sequence }
  | { readonly kind: 'conditional'; readonly group: number; readonly yes: Sequence; readonly no: Sequence | null };

/** Least and largest number of characters. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

/** What is at least so wide is as good as unbounded. */
export const MAX_WIDTH = 2 ** 64;

export class Sequence {
  readonly parts: Part[];
  private known: Width | null;

  constructor(parts: Part[]) {
    this.parts = parts;
    this.known = null;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** `groups`: the widths of the groups that references may be to. Asked for when nothing is added any more. */
  width(groups: readonly (Width | null)[]): Width {
    if (this.known !== null) return this.known;
    let min = 0;
    let max = 0;
    for (const part of this.parts) {
      worked(2);
      const width = widthOf(part, groups);
      min += width.min;
      // A repetition without an end makes what has come before it unbounded, too; what follows is added.
      max = width.max === Infinity ? MAX_WIDTH : max + width.max;
    }
    this.known = { min: Math.min(min, MAX_WIDTH), max: Math.min(max, MAX_WIDTH) };
    return this.known;
  }
}

const NOTHING: Width = { min: 0, max: 0 };
const ONE: Width = { min: 1, max: 1 };

function widthOf(part: Part, groups: readonly (Width | null)[]): Width {
  switch (part.kind) {
    case 'at':
    case 'look':
    case 'failure':
      return NOTHING;
    case 'branch':
      return eitherOf(part.branches.map((branch) => branch.width(groups)));
    case 'group':
    case 'atomic':
      return part.body.width(groups);
    case 'repeat': {
      const { min, max } = part.body.width(groups);
      const isUnbounded = part.max === Sre.MAX_REPEAT && max !== 0;
      return { min: min * part.min, max: isUnbounded ? Infinity : max * part.max };
    }
    case 'reference':
      return groups[part.group] ?? NOTHING;
    case 'conditional':
      return eitherOf([part.yes.width(groups), part.no === null ? NOTHING : part.no.width(groups)]);
    default:
      return ONE;
  }
}

function eitherOf(widths: readonly Width[]): Width {
  return {
    min: widths.reduce((least, { min }) => Math.min(least, min), MAX_WIDTH),
    max: widths.reduce((most, { max }) => Math.max(most, max), 0),
  };
}

/** Whether two parts are alike, as far as they have no parts of their own. */
export function areAlike(a: Part, b: Part): boolean {
  switch (a.kind) {
    case 'literal':
    case 'not literal':
      return b.kind === a.kind && b.point === a.point;
    case 'any':
    case 'failure':
      return b.kind === a.kind;
    case 'at':
      return b.kind === 'at' && b.place === a.place;
    case 'reference':
      return b.kind === 'reference' && b.group === a.group;
    case 'set':
      return b.kind === 'set' && b.isNegated === a.isNegated && areAllAlike(a.items, b.items);
    default:
      return false;
  }
}

function areAllAlike(a: readonly SetItem[], b: readonly SetItem[]): boolean {
  return a.length === b.length && a.every((item, index) => keyOf(item) === keyOf(b[index]));
}

function keyOf(item: SetItem): string {
  switch (item.kind) {
    case 'literal':
      return `${item.point}`;
    case 'range':
      return `${item.first}-${item.last}`;
    default:
      return `\\${item.category}`;
  }
}

/** Each item once, where it comes first. */
export function withoutRepetitions(items: readonly SetItem[]): SetItem[] {
  const found = new Map<string, SetItem>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}
