/** `re.Match`: what a search found. */
import { caught, orThrow } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { repr, toIndex } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { concatAll, slicePoints, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { type PyPattern, noSuchGroup, type Search, spansAt } from './pattern-object.ts';
import type { Subject } from './subject.ts';
import { expandTemplate } from './template.ts';

export class PyMatch extends PyObject {
  readonly pattern: PyPattern;
  readonly subject: Subject;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Of all groups, the whole first, if the host's engine has found the match: where they stand is found out when that is asked for. */
  private readonly texts: readonly (string | undefined)[] | null;
  private readonly mustEnd: boolean;
  private knownSpans: readonly number[] | null;
  /** 0 if no group was closed. */
  readonly lastIndex: number;

  constructor(search: Search) {
    super();
    this.pattern = search.pattern;
    this.subject = search.subject;
    this.from = search.from;
    this.to = search.to;
    this.start = search.start;
    this.end = search.end;
    this.texts = search.texts;
    this.mustEnd = search.mustEnd;
    this.knownSpans = search.texts === null ? search.spans() : null;
    this.lastIndex = search.lastGroup();
  }

  /** Start and end of each group, the whole first; -1 for those that took no part. */
  get spans(): readonly number[] {
    this.knownSpans ??= spansAt(this.pattern, this.subject, this.to, this.start, this.mustEnd);
    return this.knownSpans;
  }

  startOf(number: number): number {
    return number === 0 ? this.start : this.spans[number * 2];
  }

  endOf(number: number): number {
    return number === 0 ? this.end : this.spans[number * 2 + 1];
  }

  /** The text of a group that exists; `undefined` if it took no part. */
  group(number: number): Value | undefined {
    if (this.texts !== null) return this.texts[number];
    const start = this.spans[number * 2];
    return start < 0 ? undefined : this.subject.slice(start, this.spans[number * 2 + 1]);
  }

  /** The number of a group that is given by number or name. */
  numberOf(key: Value): number {
    const number = hasIndex(key) ? toIndex(key) : this.numberOfName(key);
    if (number === EXIT) throw orThrow(number);
    if (!((number as number) >= 0 && (number as number) <= this.pattern.groups)) throw noSuchGroup();
    return number as number;
  }

  private numberOfName(name: Value): number {
    const { groupIndex } = this.pattern;
    if (groupIndex.size === 0) return -1;
    const number = groupIndex.get(name);
    if (number === EXIT) throw orThrow(number);
    return typeof number === 'number' ? number : -1;
  }
}

function hasIndex(value: Value): boolean {
  return typeof value === 'number' || (typeof value !== 'string' && typeOf(value).slots.index !== undefined);
}

const orNone = (value: Value | undefined): Value => (value === undefined ? null : value);

function span(match: PyMatch, group: Value): Value {
  const number = match.numberOf(group);
  return new PyTuple([match.startOf(number), match.endOf(number)]);
}

function groupsOf(match: PyMatch, args: readonly Value[]): Value {
  if (args.length === 0) return orNone(match.group(0));
  if (args.length === 1) return orNone(match.group(match.numberOf(args[0])));
  return new PyTuple(args.map((arg) => orNone(match.group(match.numberOf(arg)))));
}

function groupDict(match: PyMatch, fallback: Value): Value {
  const dict = new PyDict();
  const { groupIndex } = match.pattern;
  for (let at = groupIndex.nextPosition(0); at >= 0; at = groupIndex.nextPosition(at + 1)) {
    const text = match.group(match.numberOf(groupIndex.valueAt(at)));
    orThrow(dict.set(groupIndex.keyAt(at), text === undefined ? fallback : text));
  }
  return dict;
}

/** Characters of the match that repr shows. */
const SHOWN = 50;

function matchRepr(self: PyMatch): Result {
  const text = repr(orNone(self.group(0)));
  if (text === EXIT) return EXIT;
  const whole = unwrap(text as Value);
  const shown = whole.length > SHOWN ? slicePoints(whole, 0, SHOWN) : whole;
  return concatAll([`<re.Match object; span=(${self.start}, ${self.end}), match=`, shown, '>']);
}

export const matchType = builtinType<PyMatch>('Match', {
  base: objectType,
  layout: PyMatch,
  module: 're',
  isBaseType: false,
  doc: `
    The result of re.match() and re.search().
    Match objects always have a boolean value of True.
  `,
  slots: {
    repr: matchRepr,
    getItem: (self: PyMatch, key) => {
      try {
        return orNone(self.group(self.numberOf(key)));
      } catch (thrown) {
        return caught(thrown);
      }
    },
  },
  define(type) {
    type.method(
      '@group(self, /, *args)',
      'The text of a group; of several, a tuple of their texts. Group 0 is the whole match.',
      groupsOf,
    );
    type.method(
      'start(self, group=0, /)',
      'Where the text of a group begins; -1 if the group took no part.',
      (self, group) => self.startOf(self.numberOf(group)),
    );
    type.method(
      'end(self, group=0, /)',
      'Where the text of a group ends; -1 if the group took no part.',
      (self, group) => self.endOf(self.numberOf(group)),
    );
    type.method('span(self, group=0, /)', 'Beginning and end of the text of a group, as a tuple.', span);
    type.method(
      'groups(self, /, default=None)',
      'The texts of all groups but the whole match; default for those that took no part.',
      (self, fallback) => {
        const groups: Value[] = [];
        for (let number = 1; number <= self.pattern.groups; number++) {
          const text = self.group(number);
          groups.push(text === undefined ? fallback : text);
        }
        return new PyTuple(groups);
      },
    );
    type.method(
      'groupdict(self, /, default=None)',
      'The texts of the named groups, by name; default for those that took no part.',
      groupDict,
    );
    type.method(
      'expand(self, /, template)',
      'The template with its references to groups replaced, as sub() does it.',
      (self, template) => expandTemplate(self, template),
    );
    type.method('__copy__(self, /)', null, (self) => self);
    type.method('__deepcopy__(self, memo, /)', null, (self) => self);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'See PEP 585',
      (cls, item) => newGenericAlias(cls, item) as Value,
    );
    type.getset('lastindex', 'The integer index of the last matched capturing group.', (self) =>
      self.lastIndex > 0 ? self.lastIndex : null,
    );
    type.getset('lastgroup', 'The name of the last matched capturing group.', (self) =>
      self.lastIndex > 0 ? (self.pattern.groupNames[self.lastIndex] ?? null) : null,
    );
    type.getset('regs', null, (self) => {
      const spans: Value[] = [];
      for (let at = 0; at < self.spans.length; at += 2) spans.push(new PyTuple([self.spans[at], self.spans[at + 1]]));
      return new PyTuple(spans);
    });
    type.member('string', 'The string passed to match() or search().', (self) => self.subject.source);
    type.member('re', 'The regular expression object.', (self) => self.pattern);
    type.member(
      'pos',
      'The index into the string at which the RE engine started looking for a match.',
      (self) => self.from,
    );
    type.member('endpos', 'The index into the string beyond which the RE engine will not go.', (self) => self.to);
  },
});
