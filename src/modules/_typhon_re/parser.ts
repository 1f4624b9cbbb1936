/**
 * The syntax of regular expressions, read into a tree (pattern-tree.ts) as `re._parser` reads it: the same parts in the same order, with
 * the same simplifications, since the code made of the tree must be the same.
 */
import { worked } from '../../util/work.ts';
import * as Sre from '../_sre/sre-codes.ts';
import { escape, escapedPoint, END, isEscape, type Tokens } from './tokens.ts';
import { areAlike, type Part, Sequence, type SetItem, type Width, withoutRepetitions } from './pattern-tree.ts';
import { unusual } from './unusual.ts';

const point = (character: string): number => character.charCodeAt(0);

const BAR = point('|');
const CLOSE = point(')');
const CLOSE_SET = point(']');
const CARET = point('^');
const MINUS = point('-');
const HASH = point('#');
const NEWLINE = point('\n');
const QUESTION = point('?');
const PLUS = point('+');
const LESS = point('<');
const EQUALS = point('=');
const BRACE = point('{');
const CLOSE_BRACE = point('}');
const COMMA = point(',');
const COLON = point(':');

const isDigit = (token: number): boolean => token >= 48 && token <= 57;
const isOctal = (token: number): boolean => token >= 48 && token <= 55;
const isLetter = (token: number): boolean => (token >= 65 && token <= 90) || (token >= 97 && token <= 122);
const isHex = (token: number): boolean =>
  isDigit(token) || (token >= 65 && token <= 70) || (token >= 97 && token <= 102);
const isBlank = (token: number): boolean => token === 32 || (token >= 9 && token <= 13);

/** Characters that stand for themselves after a backslash: `\n` and the like. */
const CONTROL = new Map([...'afnrtv'].map((letter, index) => [escape(letter), [7, 12, 10, 13, 9, 11][index]]));
const BACKSPACE = escape('b');

const CATEGORIES = new Map([...'dDsSwW'].map((letter, category) => [escape(letter), category]));
const PLACES = new Map([
  [escape('A'), Sre.AT_BEGINNING_STRING],
  [escape('b'), Sre.AT_BOUNDARY],
  [escape('B'), Sre.AT_NON_BOUNDARY],
  [escape('z'), Sre.AT_END_STRING],
  [escape('Z'), Sre.AT_END_STRING],
]);

const FLAGS = new Map([
  [point('i'), Sre.FLAG_IGNORECASE],
  [point('L'), Sre.FLAG_LOCALE],
  [point('m'), Sre.FLAG_MULTILINE],
  [point('s'), Sre.FLAG_DOTALL],
  [point('x'), Sre.FLAG_VERBOSE],
  [point('a'), Sre.FLAG_ASCII],
  [point('u'), Sre.FLAG_UNICODE],
]);
export const TYPE_FLAGS = Sre.FLAG_ASCII | Sre.FLAG_LOCALE | Sre.FLAG_UNICODE;

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const NUMBER = /^\d+$/;

/** Work of reading a part. */
const PART_WORK = 12;

/** What is nested deeper the Python code parses, whose recursion has no other limit than Python's. */
const MAX_NESTING = 100;

/** Flags that parentheses turn on and off. */
interface ScopedFlags {
  readonly added: number;
  readonly removed: number;
}
const NO_FLAGS: ScopedFlags = { added: 0, removed: 0 };

export class PatternParser {
  private readonly tokens: Tokens;
  private readonly isText: boolean;
  flags: number;
  /** By the number of the group; null as long as it is open. */
  readonly groupWidths: (Width | null)[];
  readonly groupNames: Map<string, number>;
  /** The number of groups where the outermost look-behind begins; -1 outside of any. */
  private lookBehindGroups: number;
  /** The highest number that a condition asks for. */
  private highestCondition: number;

  constructor(tokens: Tokens, flags: number, isText: boolean) {
    this.tokens = tokens;
    this.isText = isText;
    this.flags = flags;
    this.groupWidths = [null];
    this.groupNames = new Map();
    this.lookBehindGroups = -1;
    this.highestCondition = 0;
  }

  run(): Sequence {
    const whole = this.alternatives(this.isVerbose, 0);
    this.flags = this.completeFlags();
    if (this.tokens.next !== END || this.highestCondition >= this.groupWidths.length) throw unusual();
    return whole;
  }

  private get isVerbose(): boolean {
    return (this.flags & Sre.FLAG_VERBOSE) !== 0;
  }

  private completeFlags(): number {
    const { flags } = this;
    const ofType = flags & TYPE_FLAGS;
    if (this.isText) {
      if ((ofType & Sre.FLAG_LOCALE) !== 0 || ofType === (Sre.FLAG_ASCII | Sre.FLAG_UNICODE)) throw unusual();
      return ofType === 0 ? flags | Sre.FLAG_UNICODE : flags;
    }
    if ((ofType & Sre.FLAG_UNICODE) !== 0 || ofType === (Sre.FLAG_LOCALE | Sre.FLAG_ASCII)) throw unusual();
    return flags;
  }

  // ── Alternatives ────────────────────────────────────────────────────────────────────────────────────────────────

  private alternatives(isVerbose: boolean, nested: number): Sequence {
    if (nested > MAX_NESTING) throw unusual();
    const branches: Sequence[] = [];
    do {
      const isInside = nested > 0 ? isVerbose : branches.length === 0 ? isVerbose : this.isVerbose;
      branches.push(this.sequence(isInside, nested + 1, nested === 0 && branches.length === 0));
    } while (this.tokens.match(BAR));
    if (branches.length === 1) return branches[0];
    const parts = commonBeginning(branches);
    const set = asSet(branches);
    parts.push(set === null ? { kind: 'branch', branches } : { kind: 'set', isNegated: false, items: set });
    return new Sequence(parts);
  }

  private sequence(isVerbose: boolean, nested: number, isFirst: boolean): Sequence {
    const { tokens } = this;
    const parts: Part[] = [];
    let skipsBlanks = isVerbose;
    while (tokens.next !== END && tokens.next !== BAR && tokens.next !== CLOSE) {
      worked(PART_WORK);
      const token = tokens.get();
      if (skipsBlanks && (isBlank(token) || token === HASH)) {
        if (token === HASH) this.skipComment();
      } else if (token === point('(')) {
        const isOfFlags = this.parenthesis(parts, skipsBlanks, nested, isFirst);
        if (isOfFlags) skipsBlanks = this.isVerbose;
      } else this.simple(token, parts);
    }
    return new Sequence(withoutPlainGroups(parts));
  }

  private skipComment(): void {
    for (let token = this.tokens.get(); token !== END && token !== NEWLINE; token = this.tokens.get());
  }

  /** Anything but parentheses. */
  private simple(token: number, parts: Part[]): void {
    if (isEscape(token)) {
      parts.push(this.escaped(token));
      return;
    }
    switch (String.fromCodePoint(token)) {
      case '[':
        parts.push(this.set());
        break;
      case '*':
        this.repeat(parts, 0, Sre.MAX_REPEAT);
        break;
      case '+':
        this.repeat(parts, 1, Sre.MAX_REPEAT);
        break;
      case '?':
        this.repeat(parts, 0, 1);
        break;
      case '{':
        this.bounds(parts);
        break;
      case '.':
        parts.push({ kind: 'any' });
        break;
      case '^':
        parts.push({ kind: 'at', place: Sre.AT_BEGINNING });
        break;
      case '$':
        parts.push({ kind: 'at', place: Sre.AT_END });
        break;
      default:
        parts.push({ kind: 'literal', point: token });
    }
  }

  // ── Escapes ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private escaped(token: number): Part {
    const place = PLACES.get(token);
    if (place !== undefined) return { kind: 'at', place };
    const category = CATEGORIES.get(token);
    if (category !== undefined) return { kind: 'set', isNegated: false, items: [{ kind: 'category', category }] };
    const letter = escapedPoint(token);
    if (isDigit(letter) && letter !== point('0')) return this.numbered(letter);
    return { kind: 'literal', point: this.escapedCharacter(token) };
  }

  /** The character that an escape stands for, in a set or outside. */
  private escapedCharacter(token: number): number {
    const control = CONTROL.get(token);
    if (control !== undefined) return control;
    const letter = escapedPoint(token);
    if (letter === point('x')) return this.hexadecimal(2);
    if (letter === point('u') && this.isText) return this.hexadecimal(4);
    if (letter === point('U') && this.isText) return this.hexadecimal(8);
    if (isOctal(letter)) return this.octal(letter);
    if (isLetter(letter) || isDigit(letter)) throw unusual();
    return letter;
  }

  private hexadecimal(digits: number): number {
    const text = this.tokens.getWhile(digits, isHex);
    const value = Number.parseInt(text, 16);
    if (text.length !== digits || value > 0x10ffff) throw unusual();
    return value;
  }

  private octal(first: number): number {
    const value = Number.parseInt(String.fromCharCode(first) + this.tokens.getWhile(2, isOctal), 8);
    if (value > 0o377) throw unusual();
    return value;
  }

  /** A reference to a group, or three octal digits. */
  private numbered(first: number): Part {
    const { tokens } = this;
    let digits = String.fromCharCode(first);
    if (isDigit(tokens.next)) {
      const second = tokens.get();
      digits += String.fromCharCode(second);
      if (isOctal(first) && isOctal(second) && isOctal(tokens.next)) {
        const value = Number.parseInt(digits + String.fromCharCode(tokens.get()), 8);
        if (value > 0o377) throw unusual();
        return { kind: 'literal', point: value };
      }
    }
    return this.reference(Number(digits));
  }

  private reference(group: number): Part {
    if (!this.isClosed(group)) throw unusual();
    this.checkLookBehind(group);
    return { kind: 'reference', group };
  }

  private isClosed(group: number): boolean {
    return group < this.groupWidths.length && this.groupWidths[group] !== null;
  }

  /** Look-behinds may refer to groups that are complete before them. */
  private checkLookBehind(group: number): void {
    if (this.lookBehindGroups >= 0 && (!this.isClosed(group) || group >= this.lookBehindGroups)) throw unusual();
  }

  // ── Sets ────────────────────────────────────────────────────────────────────────────────────────────────────────

  private set(): Part {
    const { tokens } = this;
    if (tokens.next === point('[')) throw unusual();
    const isNegated = tokens.match(CARET);
    const items: SetItem[] = [];
    for (let token = tokens.get(); token !== CLOSE_SET || items.length === 0; token = tokens.get()) {
      worked(1);
      if (token === END || (items.length > 0 && isDoubled(token, tokens.next))) throw unusual();
      const item = this.setItem(token);
      if (!tokens.match(MINUS)) {
        items.push(item);
        continue;
      }
      const last = tokens.get();
      if (last === CLOSE_SET) {
        items.push(item, { kind: 'literal', point: MINUS });
        break;
      }
      items.push(this.range(item, last));
    }
    return setOf(isNegated, withoutRepetitions(items));
  }

  private setItem(token: number): SetItem {
    if (!isEscape(token)) return { kind: 'literal', point: token };
    if (token === BACKSPACE) return { kind: 'literal', point: 8 };
    const category = CATEGORIES.get(token);
    if (category !== undefined) return { kind: 'category', category };
    return { kind: 'literal', point: this.escapedCharacter(token) };
  }

  private range(first: SetItem, token: number): SetItem {
    if (token === END || token === MINUS) throw unusual();
    const last = this.setItem(token);
    if (first.kind !== 'literal' || last.kind !== 'literal' || last.point < first.point) throw unusual();
    return { kind: 'range', first: first.point, last: last.point };
  }

  // ── Repetitions ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Behind a brace, which stands for itself if no numbers follow as they should. */
  private bounds(parts: Part[]): void {
    const { tokens } = this;
    const place = tokens.place;
    if (tokens.next !== CLOSE_BRACE) {
      const min = tokens.getWhile(Infinity, isDigit);
      const max = tokens.match(COMMA) ? tokens.getWhile(Infinity, isDigit) : min;
      if (tokens.match(CLOSE_BRACE)) {
        this.repeat(parts, min === '' ? 0 : bound(min), max === '' ? Sre.MAX_REPEAT : bound(max));
        return;
      }
      tokens.seek(place);
    }
    parts.push({ kind: 'literal', point: BRACE });
  }

  private repeat(parts: Part[], min: number, max: number): void {
    const part = parts.pop();
    if (part === undefined || part.kind === 'at' || part.kind === 'repeat' || max < min) throw unusual();
    const body = part.kind === 'group' && isPlain(part) ? part.body : new Sequence([part]);
    const mode = this.tokens.match(QUESTION) ? 'lazy' : this.tokens.match(PLUS) ? 'possessive' : 'greedy';
    parts.push({ kind: 'repeat', mode, min, max, body });
  }

  // ── Parentheses ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Behind an opening parenthesis. Gives whether it set flags for all. */
  private parenthesis(parts: Part[], isVerbose: boolean, nested: number, isFirst: boolean): boolean {
    const { tokens } = this;
    if (!tokens.match(QUESTION)) {
      parts.push(this.capture(null, isVerbose, nested));
      return false;
    }
    const kind = tokens.get();
    switch (kind < 0 || isEscape(kind) ? '' : String.fromCodePoint(kind)) {
      case 'P':
        parts.push(this.named(isVerbose, nested));
        return false;
      case ':':
        parts.push(this.group(0, NO_FLAGS, isVerbose, nested));
        return false;
      case '>':
        parts.push({ kind: 'atomic', body: this.contents(isVerbose, nested) });
        return false;
      case '#':
        for (let token = tokens.get(); token !== CLOSE; token = tokens.get()) if (token === END) throw unusual();
        return false;
      case '=':
      case '!':
        parts.push(this.look(kind, false, isVerbose, nested));
        return false;
      case '<':
        parts.push(this.look(tokens.get(), true, isVerbose, nested));
        return false;
      case '(':
        parts.push(this.conditional(isVerbose, nested));
        return false;
    }
    const flags = this.flagLetters(kind);
    if (flags === null) {
      if (!isFirst || parts.length > 0) throw unusual();
      return true;
    }
    const isVerboseInside =
      (isVerbose || (flags.added & Sre.FLAG_VERBOSE) !== 0) && (flags.removed & Sre.FLAG_VERBOSE) === 0;
    parts.push(this.group(0, flags, isVerboseInside, nested));
    return false;
  }

  private contents(isVerbose: boolean, nested: number): Sequence {
    const body = this.alternatives(isVerbose, nested + 1);
    if (!this.tokens.match(CLOSE)) throw unusual();
    return body;
  }

  private group(number: number, { added, removed }: ScopedFlags, isVerbose: boolean, nested: number): Part {
    return { kind: 'group', number, added, removed, body: this.contents(isVerbose, nested) };
  }

  private capture(name: string | null, isVerbose: boolean, nested: number): Part {
    const number = this.groupWidths.length;
    if (name !== null && (!IDENTIFIER.test(name) || this.groupNames.has(name))) throw unusual();
    this.groupWidths.push(null);
    if (name !== null) this.groupNames.set(name, number);
    const body = this.contents(isVerbose, nested);
    this.groupWidths[number] = body.width(this.groupWidths);
    return { kind: 'group', number, added: 0, removed: 0, body };
  }

  /** `(?P<name>...)` or `(?P=name)`. */
  private named(isVerbose: boolean, nested: number): Part {
    const { tokens } = this;
    if (tokens.match(LESS)) return this.capture(tokens.getUntil('>'), isVerbose, nested);
    if (!tokens.match(EQUALS)) throw unusual();
    const group = this.groupNames.get(tokens.getUntil(')'));
    if (group === undefined) throw unusual();
    return this.reference(group);
  }

  private look(kind: number, isBehind: boolean, isVerbose: boolean, nested: number): Part {
    const isNegated = kind === point('!');
    if (!isNegated && kind !== EQUALS) throw unusual();
    const isOutermost = isBehind && this.lookBehindGroups < 0;
    if (isOutermost) this.lookBehindGroups = this.groupWidths.length;
    const body = this.alternatives(isVerbose, nested + 1);
    if (isOutermost) this.lookBehindGroups = -1;
    if (!this.tokens.match(CLOSE)) throw unusual();
    return isNegated && body.isEmpty ? { kind: 'failure' } : { kind: 'look', isNegated, isBehind, body };
  }

  /** `(?(group)yes|no)`: the group may come later. */
  private conditional(isVerbose: boolean, nested: number): Part {
    const { tokens } = this;
    const name = tokens.getUntil(')');
    const group = NUMBER.test(name) ? Number(name) : this.groupNames.get(name);
    if (group === undefined || group === 0 || group >= Sre.MAX_GROUPS) throw unusual();
    this.highestCondition = Math.max(this.highestCondition, group);
    this.checkLookBehind(group);
    if (nested > MAX_NESTING) throw unusual();
    const yes = this.sequence(isVerbose, nested + 1, false);
    const no = tokens.match(BAR) ? this.sequence(isVerbose, nested + 1, false) : null;
    if (!tokens.match(CLOSE)) throw unusual();
    return { kind: 'conditional', group, yes, no };
  }

  /** From the first letter on; null if they are for all, and noted. */
  private flagLetters(first: number): ScopedFlags | null {
    const { tokens } = this;
    let token = first;
    let added = 0;
    for (; FLAGS.has(token); token = tokens.get()) {
      added |= this.flagOf(token);
      const ofType = added & TYPE_FLAGS;
      if ((ofType & (ofType - 1)) !== 0) throw unusual();
    }
    if (token === CLOSE && added !== 0) {
      this.flags |= added;
      return null;
    }
    let removed = 0;
    if (token === MINUS) {
      for (token = tokens.get(); FLAGS.has(token); token = tokens.get()) removed |= this.flagOf(token);
      if (removed === 0 || (removed & TYPE_FLAGS) !== 0) throw unusual();
    }
    if (token !== COLON || (added & removed) !== 0) throw unusual();
    return { added, removed };
  }

  private flagOf(token: number): number {
    const flag = FLAGS.get(token) as number;
    if (flag === (this.isText ? Sre.FLAG_LOCALE : Sre.FLAG_UNICODE)) throw unusual();
    return flag;
  }
}

/** `--`, `&&`, `~~` and `||` in sets may mean something one day. */
function isDoubled(token: number, next: number): boolean {
  return token === next && (token === MINUS || token === point('&') || token === point('~') || token === BAR);
}

function bound(digits: string): number {
  const number = Number(digits);
  if (number >= Sre.MAX_REPEAT) throw unusual();
  return number;
}

function setOf(isNegated: boolean, items: readonly SetItem[]): Part {
  const [only] = items;
  if (items.length !== 1 || only.kind !== 'literal') return { kind: 'set', isNegated, items };
  return isNegated ? { kind: 'not literal', point: only.point } : only;
}

function isPlain(part: Part): boolean {
  return part.kind === 'group' && part.number === 0 && part.added === 0 && part.removed === 0;
}

/** What stands in parentheses that do nothing else stands there without them. */
function withoutPlainGroups(parts: Part[]): Part[] {
  if (!parts.some(isPlain)) return parts;
  return parts.flatMap((part) => (part.kind === 'group' && isPlain(part) ? part.body.parts : [part]));
}

/** Takes away what all branches begin with. */
function commonBeginning(branches: readonly Sequence[]): Part[] {
  const common: Part[] = [];
  const first = branches[0].parts;
  let length = 0;
  while (branches.every(({ parts }) => parts.length > length && areAlike(first[length], parts[length]))) {
    common.push(first[length]);
    length++;
  }
  for (const { parts } of branches) parts.splice(0, length);
  return common;
}

/** What single characters the branches are; null if they are more. */
function asSet(branches: readonly Sequence[]): SetItem[] | null {
  const items: SetItem[] = [];
  for (const { parts } of branches) {
    const [part] = parts;
    if (parts.length !== 1) return null;
    if (part.kind === 'literal') items.push(part);
    else if (part.kind === 'set' && !part.isNegated) items.push(...part.items);
    else return null;
  }
  return withoutRepetitions(items);
}
