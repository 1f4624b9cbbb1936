/** The methods of `str`, but for predicates and formatting: predicates.ts, format.ts. */
import { isLatin1 } from '../../../util/code-points.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../../util/work.ts';
import { isAscii } from '../../../util/code-points.ts';
import { encodeText, textForC } from '../../codecs.ts';
import { error, orThrow } from '../../exception.ts';
import { runLinearBody } from '../../gateway/builtin-function.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { Exit, Result, Value } from '../../object.ts';
import { isTrue, typeName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { ssizeArgument } from '../bytes/allocate.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { PyList } from '../list/list.ts';
import { PyTuple } from '../tuple.ts';
import { cIntArgument, fillArgument, type Range, rangeOf, separatorArgument, textArgument } from './arguments.ts';
import { capitalizeText, foldText, lowerText, swapCaseText, titleText, upperText } from './case.ts';
import { joinValues } from './concat.ts';
import { defineFormatting } from './format.ts';
import { centerText, checkLength, expandTabs, padText, zeroFillText } from './justify.ts';
import { definePredicates } from './predicates.ts';
import { replaceText } from './replace.ts';
import { countText, findLastText, findText, isAt } from './search.ts';
import { partitionText, splitAt, splitAtFromRight, splitLines, splitSpace, splitSpaceFromRight } from './split.ts';
import { stripText } from './strip.ts';
import { asText, indexAt, type PyStr, sliceUnits, type Text, unitsOf, unwrap } from './text.ts';
import { makeTranslation, translateText } from './translate.ts';

type StrBuilder = TypeBuilder<string | PyStr>;

export function defineMethods(str: StrBuilder): void {
  defineCase(str);
  defineSearch(str);
  defineEnds(str);
  defineSplitting(str);
  definePadding(str);
  defineConversions(str);
  definePredicates(str);
  defineFormatting(str);
  str.linear(undefined, ['startswith', 'endswith']);
}

// ── Case ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function defineCase(str: StrBuilder): void {
  str.method('capitalize(self, /)', 'Return a capitalized version of the string.', (self) =>
    capitalizeText(unwrap(self)),
  );
  str.method('casefold(self, /)', 'Return a version of the string suitable for caseless comparisons.', (self) =>
    foldText(unwrap(self)),
  );
  str.method('lower(self, /)', 'Return a copy of the string converted to lowercase.', (self) =>
    lowerText(unwrap(self)),
  );
  str.method(
    'swapcase(self, /)',
    'Convert uppercase characters to lowercase and lowercase characters to uppercase.',
    (self) => swapCaseText(unwrap(self)),
  );
  str.method('title(self, /)', 'Return a version of the string where each word is titlecased.', (self) =>
    titleText(unwrap(self)),
  );
  str.method('upper(self, /)', 'Return a copy of the string converted to uppercase.', (self) =>
    upperText(unwrap(self)),
  );
}

// ── Searching ────────────────────────────────────────────────────────────────────────────────────────────────────

type Finder = (text: Text, part: Text, start: number, end: number) => number;

/** The index of the occurrence, or -1. */
function find(
  self: string | PyStr,
  part: Value,
  start: Value | undefined,
  end: Value | undefined,
  finder: Finder,
  name: string,
): number {
  const text = unwrap(self);
  const wanted = textArgument(part, `${name}() argument 1`);
  const range = rangeOf(text, start, end);
  if (!range.isValid) return -1;
  const at = finder(text, wanted, range.start, range.end);
  return at < 0 ? -1 : indexAt(text, at);
}

function mustFind(index: number): Result {
  if (index < 0) throw error('ValueError', 'substring not found');
  return index;
}

function defineSearch(str: StrBuilder): void {
  str.method(
    'count(self, sub, start=<optional>, end=<optional>, /)',
    'Return the number of non-overlapping occurrences of substring sub in string S[start:end].',
    (self, sub, start, end) => {
      const text = unwrap(self);
      const part = textArgument(sub, 'count() argument 1');
      const range = rangeOf(text, start, end);
      return range.isValid ? countText(text, part, range.start, range.end) : 0;
    },
  );
  str.method(
    'find(self, sub, start=<optional>, end=<optional>, /)',
    'Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].',
    (self, sub, start, end) => find(self, sub, start, end, findText, 'find'),
  );
  str.method(
    'index(self, sub, start=<optional>, end=<optional>, /)',
    'Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].',
    (self, sub, start, end) => mustFind(find(self, sub, start, end, findText, 'index')),
  );
  str.method(
    'rfind(self, sub, start=<optional>, end=<optional>, /)',
    'Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].',
    (self, sub, start, end) => find(self, sub, start, end, findLastText, 'rfind'),
  );
  str.method(
    'rindex(self, sub, start=<optional>, end=<optional>, /)',
    'Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].',
    (self, sub, start, end) => mustFind(find(self, sub, start, end, findLastText, 'rindex')),
  );
}

// ── Beginnings and ends ──────────────────────────────────────────────────────────────────────────────────────────

/** Work of looking for one of several. */
const AFFIX_WORK = 2;

/** `startswith`, `endswith`: with one str or a tuple of them. */
function hasAffix(
  self: string | PyStr,
  affix: Value,
  start: Value | undefined,
  end: Value | undefined,
  name: 'startswith' | 'endswith',
): boolean {
  const text = unwrap(self);
  const single = asText(affix);
  if (single === undefined && !(affix instanceof PyTuple)) {
    rangeOf(text, start, end);
    throw error('TypeError', `${name} first arg must be str or a tuple of str, not ${typeName(affix)}`);
  }
  const range = rangeOf(text, start, end);
  if (single !== undefined) return affixMatches(text, single, range, name);
  for (const item of (affix as PyTuple).items) {
    const part = asText(item);
    if (part === undefined) throw error('TypeError', `tuple for ${name} must only contain str, not ${typeName(item)}`);
    worked(AFFIX_WORK);
    if (affixMatches(text, part, range, name)) return true;
  }
  return false;
}

function affixMatches(
  text: Text,
  affix: Text,
  { start, end, isValid }: Range,
  name: 'startswith' | 'endswith',
): boolean {
  if (!isValid) return false;
  const at = name === 'startswith' ? start : end - unitsOf(affix).length;
  return at >= start && isAt(text, affix, at, end);
}

const STRIP = 'If chars is given and not None, remove characters in chars instead.';

function strip(self: string | PyStr, characters: Value, atStart: boolean, atEnd: boolean, name: string): Text {
  if (characters === null) return stripText(unwrap(self), undefined, atStart, atEnd);
  const set = asText(characters);
  if (set === undefined) throw error('TypeError', `${name} arg must be None or str`);
  return stripText(unwrap(self), set, atStart, atEnd);
}

function defineEnds(str: StrBuilder): void {
  str.method(
    'startswith(self, prefix, start=<optional>, end=<optional>, /)',
    'Return True if the string starts with the specified prefix, False otherwise.',
    (self, prefix, start, end) => hasAffix(self, prefix, start, end, 'startswith'),
  );
  str.method(
    'endswith(self, suffix, start=<optional>, end=<optional>, /)',
    'Return True if the string ends with the specified suffix, False otherwise.',
    (self, suffix, start, end) => hasAffix(self, suffix, start, end, 'endswith'),
  );
  str.method(
    'removeprefix(self, prefix, /)',
    'Return a str with the given prefix string removed if present.',
    (self, prefix) => {
      const text = unwrap(self);
      const affix = textArgument(prefix, 'removeprefix() argument');
      const { length } = unitsOf(text);
      return isAt(text, affix, 0, length) ? sliceUnits(text, unitsOf(affix).length, length) : text;
    },
  );
  str.method(
    'removesuffix(self, suffix, /)',
    'Return a str with the given suffix string removed if present.',
    (self, suffix) => {
      const text = unwrap(self);
      const affix = textArgument(suffix, 'removesuffix() argument');
      const { length } = unitsOf(text);
      const at = length - unitsOf(affix).length;
      return isAt(text, affix, at, length) ? sliceUnits(text, 0, at) : text;
    },
  );
  str.method(
    'strip(self, chars=None, /)',
    `Return a copy of the string with leading and trailing whitespace removed.\n\n${STRIP}`,
    (self, chars) => strip(self, chars, true, true, 'strip'),
  );
  str.method(
    'lstrip(self, chars=None, /)',
    `Return a copy of the string with leading whitespace removed.\n\n${STRIP}`,
    (self, chars) => strip(self, chars, true, false, 'lstrip'),
  );
  str.method(
    'rstrip(self, chars=None, /)',
    `Return a copy of the string with trailing whitespace removed.\n\n${STRIP}`,
    (self, chars) => strip(self, chars, false, true, 'rstrip'),
  );
}

// ── Splitting, joining, replacing ────────────────────────────────────────────────────────────────────────────────

function split(self: string | PyStr, separator: Value, maxsplit: Value, fromRight: boolean): Value {
  const text = unwrap(self);
  const limit = orThrow(ssizeArgument(maxsplit));
  if (separator === null) return PyList.of(fromRight ? splitSpaceFromRight(text, limit) : splitSpace(text, limit));
  const part = separatorArgument(separator, 'str or None');
  const parts: Value[] = fromRight ? splitAtFromRight(text, part, limit) : splitAt(text, part, limit);
  return PyList.of(parts.length === 1 && givesItself(self, part) ? [self] : parts);
}

/** Whether CPython's split gives the object itself, of whatever class: where it sees at once that the separator cannot be in it. */
function givesItself(self: string | PyStr, separator: Text): boolean {
  return self.length < separator.length || bytesPerCharacter(separator) > bytesPerCharacter(unwrap(self));
}

/** What CPython's representation of a text takes. */
function bytesPerCharacter(text: Text): number {
  if (typeof text === 'string') return isLatin1(text) ? 1 : 2;
  for (let offset = 0, steps = 1; offset < text.text.length; offset++, steps++) {
    if (text.widthAt(offset) === 2) return 4;
    if ((steps & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  return 2;
}

function partition(self: string | PyStr, separator: Value, fromRight: boolean): Value {
  const parts: Value[] = partitionText(unwrap(self), separatorArgument(separator, 'str'), fromRight);
  // The objects themselves, of whatever class.
  if (parts[1] === '') parts[fromRight ? 2 : 0] = self;
  else parts[1] = separator;
  return new PyTuple(parts);
}

function join(self: string | PyStr, iterable: Value): Value | Exit {
  return joinValues(unwrap(self), iterable) as Value | Exit;
}

/** What is collected in pieces is often one piece. */
function joinQuickly(self: string | PyStr, iterable: Value): Result {
  if (iterable instanceof PyList && !typeOf(iterable).isHeapType && iterable.length === 1) {
    const [piece] = iterable.storage;
    if (typeof piece === 'string') return piece;
  }
  return runLinearBody(join, self, iterable, undefined, undefined);
}

function defineSplitting(str: StrBuilder): void {
  str.method(
    'join(self, iterable, /)',
    "Concatenate any number of strings.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'",
    join,
  );
  str.quick('join', joinQuickly);
  str.method(
    'split(self, /, sep=None, maxsplit=-1)',
    'Return a list of the substrings in the string, using sep as the separator string.',
    (self, sep, maxsplit) => split(self, sep, maxsplit, false),
  );
  str.method(
    'rsplit(self, /, sep=None, maxsplit=-1)',
    'Return a list of the substrings in the string, using sep as the separator string.\n\nSplitting starts at the end of the string and works to the front.',
    (self, sep, maxsplit) => split(self, sep, maxsplit, true),
  );
  str.method(
    'splitlines(self, /, keepends=False)',
    'Return a list of the lines in the string, breaking at line boundaries.',
    (self, keepends) => PyList.of(splitLines(unwrap(self), orThrow(isTrue(keepends)))),
  );
  str.method(
    'partition(self, sep, /)',
    'Partition the string into three parts using the given separator.',
    (self, sep) => partition(self, sep, false),
  );
  str.method(
    'rpartition(self, sep, /)',
    'Partition the string into three parts using the given separator.',
    (self, sep) => partition(self, sep, true),
  );
  str.method(
    'replace(self, old, new, /, count=-1)',
    'Return a copy with all occurrences of substring old replaced by new.',
    (self, old, replacement, count) => {
      const part = textArgument(old, 'replace() argument 1');
      const by = textArgument(replacement, 'replace() argument 2');
      return replaceText(unwrap(self), part, by, orThrow(ssizeArgument(count)));
    },
  );
}

// ── Padding ──────────────────────────────────────────────────────────────────────────────────────────────────────

function definePadding(str: StrBuilder): void {
  str.method(
    "center(self, width, fillchar=' ', /)",
    'Return a centered string of length width.',
    (self, width, fill) => {
      const size = orThrow(ssizeArgument(width));
      return centerText(unwrap(self), size, fillArgument(fill));
    },
  );
  str.method(
    "ljust(self, width, fillchar=' ', /)",
    'Return a left-justified string of length width.',
    (self, width, fill) => {
      const text = unwrap(self);
      const size = orThrow(ssizeArgument(width));
      return padText(text, 0, size - text.length, fillArgument(fill));
    },
  );
  str.method(
    "rjust(self, width, fillchar=' ', /)",
    'Return a right-justified string of length width.',
    (self, width, fill) => {
      const text = unwrap(self);
      const size = orThrow(ssizeArgument(width));
      return padText(text, size - text.length, 0, fillArgument(fill));
    },
  );
  str.method(
    'zfill(self, width, /)',
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe string is never truncated.',
    (self, width) => zeroFillText(unwrap(self), orThrow(ssizeArgument(width))),
  );
  str.method(
    'expandtabs(self, /, tabsize=8)',
    'Return a copy where all tab characters are expanded using spaces.',
    (self, tabsize) => {
      const size = cIntArgument(tabsize);
      checkLength(unitsOf(unwrap(self)).length);
      return expandTabs(unwrap(self), size);
    },
  );
}

// ── Conversion ───────────────────────────────────────────────────────────────────────────────────────────────────

function defineConversions(str: StrBuilder): void {
  str.method(
    "encode(self, /, encoding='utf-8', errors='strict')",
    'Encode the string using the codec registered for encoding.',
    (self, encoding, errors) => {
      const name = orThrow(textForC(textArgument(encoding, "encode() argument 'encoding'")));
      const handler = orThrow(textForC(textArgument(errors, "encode() argument 'errors'")));
      return new PyBytes(orThrow(encodeText(unwrap(self), name, handler)));
    },
  );
  str.method(
    'translate(self, table, /)',
    'Replace each character in the string using the given translation table.',
    (self, table) => translateText(unwrap(self), table),
  );
  str.staticMethod(
    'maketrans(x, y=<absent>, z=<absent>, /)',
    'Return a translation table usable for str.translate().',
    makeTranslation,
  );
  str.method(
    '__getnewargs__(self, /)',
    null,
    (self) => new PyTuple([sliceUnits(unwrap(self), 0, unitsOf(unwrap(self)).length)]),
  );
  str.method('__sizeof__(self, /)', 'Return the size of the string in memory, in bytes.', (self) =>
    sizeOf(unwrap(self)),
  );
}

/** What CPython needs: a header, and one, two or four bytes per character, by the largest. */
function sizeOf(text: Text): number {
  if (typeof text === 'string' && isAscii(text)) return 41 + text.length;
  const size = bytesPerCharacter(text);
  return 56 + size * (text.length + 1);
}
