/** `re.Pattern`, and what it hands out: scanners and iterators over matches. */
import { orThrow } from '../../objspace/exception.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { equals, hashOf, repr } from '../../objspace/operations.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { builtinNamed } from '../../objspace/builtin-names.ts';
import { reduction } from '../../objspace/types/iterator-methods.ts';
import { PyMappingProxy } from '../../objspace/types/mapping-proxy.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { concatAll, isText, slicePoints, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyMatch } from './match.ts';
import { PyPattern, Search } from './pattern-object.ts';
import { findAll, splitSubject, substitute } from './replace.ts';
import * as Sre from './sre-codes.ts';
import type { Subject } from './subject.ts';

const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [Sre.FLAG_IGNORECASE, 're.IGNORECASE'],
  [Sre.FLAG_LOCALE, 're.LOCALE'],
  [Sre.FLAG_MULTILINE, 're.MULTILINE'],
  [Sre.FLAG_DOTALL, 're.DOTALL'],
  [Sre.FLAG_UNICODE, 're.UNICODE'],
  [Sre.FLAG_VERBOSE, 're.VERBOSE'],
  [Sre.FLAG_DEBUG, 're.DEBUG'],
  [Sre.FLAG_ASCII, 're.ASCII'],
];

/** The names of the flags; that of UNICODE only where it is not the default. */
function flagsText(pattern: PyPattern): string {
  const typeFlags = Sre.FLAG_LOCALE | Sre.FLAG_UNICODE | Sre.FLAG_ASCII;
  let flags = pattern.flags;
  if (isText(pattern.source) && (flags & typeFlags) === Sre.FLAG_UNICODE) flags &= ~Sre.FLAG_UNICODE;
  const names: string[] = [];
  for (const [flag, name] of FLAG_NAMES) {
    if ((flags & flag) === 0) continue;
    names.push(name);
    flags &= ~flag;
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  return names.length === 0 ? '' : `, ${names.join('|')}`;
}

/** Characters of the pattern that repr shows. */
const SHOWN = 200;

function patternRepr(self: PyPattern): Result {
  const text = repr(self.source);
  if (text === EXIT) return EXIT;
  const whole = unwrap(text as Value);
  const shown = whole.length > SHOWN ? slicePoints(whole, 0, SHOWN) : whole;
  return concatAll(['re.compile(', shown, flagsText(self), ')']);
}

function samePattern(a: PyPattern, b: PyPattern): boolean | Exit {
  if (a === b) return true;
  if (a.flags !== b.flags || isText(a.source) !== isText(b.source) || a.code.length !== b.code.length) return false;
  if (!a.code.every((word, index) => word === b.code[index])) return false;
  return equals(a.source, b.source);
}

function comparePatterns(self: PyPattern, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyPattern) || (operator !== EQ && operator !== NE)) return NotImplemented;
  const isSame = samePattern(self, other);
  return isSame === EXIT ? EXIT : isSame === (operator === EQ);
}

function hashPattern(self: PyPattern): Result {
  const hash = hashOf(self.source);
  if (hash === EXIT) return EXIT;
  let bits = self.flags | 0;
  for (const word of self.code) bits = (Math.imul(bits, 31) + word) | 0;
  return hashOf(new PyTuple([hash as Value, bits]));
}

/** As matchOf, where the search is not used any more. */
function onlyMatchOf(search: Search, isFound: boolean | Exit): Value | Exit {
  const match = matchOf(search, isFound);
  search.finish();
  return match as Value | Exit;
}

/** A match object for the last match of the search. */
const matchOf = (search: Search, isFound: boolean | Exit): Result =>
  isFound === EXIT ? EXIT : isFound === true ? new PyMatch(search) : null;

function newSearch(pattern: PyPattern, string: Value, from: number, to: number): Search {
  return new Search(pattern, orThrow(pattern.subjectOf(string)) as Subject, from, to);
}

// ── Scanners ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** `_sre.SRE_Scanner`: a search that goes on from call to call. */
export class PyScanner extends PyObject {
  readonly search: Search;

  constructor(search: Search) {
    super();
    this.search = search;
  }
}

export const scannerType = builtinType<PyScanner>('SRE_Scanner', {
  base: objectType,
  layout: PyScanner,
  module: '_sre',
  isBaseType: false,
  define(type) {
    type.method('match(self, /)', null, ({ search }) => matchOf(search, search.match()) as Value | Exit);
    type.method('search(self, /)', null, ({ search }) => matchOf(search, search.find()) as Value | Exit);
    type.member('pattern', null, ({ search }) => search.pattern);
  },
});

/** What `finditer` gives; CPython makes it of `iter(scanner.search, None)`, and so it is named. */
class PyMatchIterator {
  declare readonly shape: Shape;
  readonly search: Search;

  constructor(search: Search) {
    this.search = search;
  }

  next(): Result | undefined {
    const found = this.search.find();
    return found === EXIT ? EXIT : found === true ? new PyMatch(this.search) : undefined;
  }
}
declareObjectClass(PyMatchIterator);

export const matchIteratorType = builtinType<PyMatchIterator>('callable_iterator', {
  base: objectType,
  layout: PyMatchIterator,
  isBaseType: false,
  slots: { iter: (self: Value) => self, next: (self: PyMatchIterator) => self.next() },
  define(type) {
    type.method('__reduce__(self, /)', null, ({ search }) => {
      const next = getAttribute(new PyScanner(search), 'search');
      return next === EXIT ? EXIT : reduction(builtinNamed('iter'), [next as Value, null]);
    });
  },
});

// ── Patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const patternType = builtinType<PyPattern>('Pattern', {
  base: objectType,
  layout: PyPattern,
  module: 're',
  isBaseType: false,
  doc: 'Compiled regular expression object.',
  slots: {
    repr: patternRepr,
    hash: hashPattern,
    compare: comparePatterns,
  },
  define(type) {
    type.method(
      'match(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      'Matches zero or more characters at the beginning of the string.',
      (self, string, pos, endpos) => {
        const search = newSearch(self, string, pos, endpos);
        return onlyMatchOf(search, search.match());
      },
    );
    type.method(
      'fullmatch(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      'Matches against all of the string.',
      (self, string, pos, endpos) => {
        const search = newSearch(self, string, pos, endpos);
        return onlyMatchOf(search, search.match(true));
      },
    );
    type.method(
      'search(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      'Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.',
      (self, string, pos, endpos) => {
        const search = newSearch(self, string, pos, endpos);
        return onlyMatchOf(search, search.find());
      },
    );
    type.method(
      'sub(self, /, repl, string, count: index = 0)',
      'Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.',
      (self, repl, string, count) => substitute(self, repl, string, count).text,
    );
    type.method(
      'subn(self, /, repl, string, count: index = 0)',
      'Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.',
      (self, repl, string, limit) => {
        const { text, count } = substitute(self, repl, string, limit);
        return new PyTuple([text, count]);
      },
    );
    type.method(
      'split(self, /, string, maxsplit: index = 0)',
      'Split string by the occurrences of pattern.',
      (self, string, maxsplit) => splitSubject(self, string, maxsplit),
    );
    type.method(
      'findall(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      'Return a list of all non-overlapping matches of pattern in string.',
      findAll,
    );
    type.method(
      'finditer(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      'Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.',
      (self, string, pos, endpos) => new PyMatchIterator(newSearch(self, string, pos, endpos)) as unknown as Value,
    );
    type.method(
      'scanner(self, /, string, pos: index = 0, endpos: index = sys.maxsize)',
      null,
      (self, string, pos, endpos) => new PyScanner(newSearch(self, string, pos, endpos)),
    );
    type.method('__copy__(self, /)', null, (self) => self);
    type.method('__deepcopy__(self, memo, /)', null, (self) => self);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'See PEP 585',
      (cls, item) => newGenericAlias(cls, item) as Value,
    );
    type.member('pattern', 'The pattern string from which the RE object was compiled.', (self) => self.source);
    type.member('flags', 'The regex matching flags.', (self) => self.flags);
    type.member('groups', 'The number of capturing groups in the pattern.', (self) => self.groups);
    type.getset(
      'groupindex',
      'A dictionary mapping group names to group numbers.',
      (self) => new PyMappingProxy(self.groupIndex),
    );
  },
});
