/** The methods that bytes and bytearray share. Results are made by `make`: exact objects of the type, also for subclasses. */
import { bytesOf, type LentBuffer, type Loans, type PyBytesLike, tryBytesOf, tryHoldBytesOf } from '../../buffer.ts';
import { decodeBytes, decodeNothing } from '../../codecs.ts';
import { error, orThrow, takeException } from '../../exception.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import { EXIT, type PyObject, type Result, type Value } from '../../object.ts';
import { call, toInt, argumentName, typeName } from '../../operations.ts';
import { sequenceItems } from '../../sequence-items.ts';
import type { PyType } from '../../type.ts';
import { PyList } from '../list/list.ts';
import { PyTuple } from '../tuple.ts';
import { allocate, intArgument, type Kind, MAX_SIZE, raiseTooLarge, sliceBound, ssizeArgument } from './allocate.ts';
import { hasIndex, textParameter } from './byte-values.ts';
import * as cases from './case.ts';
import { bytesFromHex, hexText } from './hex.ts';
import { countBytes, findBytes, findLastBytes, startsWithAt } from './search.ts';
import * as cutting from './split.ts';
import { defineTranslation } from './translate.ts';
import { STRIDE, worked } from '../../../util/work.ts';

export type BytesObject = PyObject & PyBytesLike;
export type MakeBytes = (data: Uint8Array) => Value;

/** Runs `run` while the length of a bytearray cannot change: it uses the bytes and may call Python code. */
export function holding<T>(self: BytesObject, run: (data: Uint8Array) => T): T {
  const loans = (self as BytesObject & { loans?: Loans }).loans;
  return loans === undefined ? run(self.data) : loans.pinned(() => run(self.data));
}

export function dataOf(value: Value): Uint8Array {
  return (orThrow(bytesOf(value)) as PyBytesLike).data;
}

// ── Searching ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** What find, count and their like look for: a run of bytes, or one byte given as an int. */
function subsection(value: Value): Uint8Array {
  const buffer = tryBytesOf(value);
  if (buffer !== undefined) return (orThrow(buffer) as PyBytesLike).data;
  if (!hasIndex(value))
    throw error('TypeError', `argument should be integer or bytes-like object, not '${typeName(value)}'`);
  const byte = orThrow(toInt(value)) as number | bigint;
  if (byte < 0 || byte > 255) throw error('ValueError', 'byte must be in range(0, 256)');
  return Uint8Array.of(Number(byte));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeOf(length: number, start: Value | undefined, end: Value | undefined): Range {
  const first = orThrow(sliceBound(start, length, 0)) as number;
  const last = orThrow(sliceBound(end, length, length)) as number;
  return { start: first, end: Math.min(last, length) };
}

type Finder = (data: Uint8Array, part: Uint8Array, start: number, end: number) => number;

function search(
  self: BytesObject,
  sub: Value,
  start: Value | undefined,
  end: Value | undefined,
  finder: Finder,
): number {
  return holding(self, (data) => {
    const range = rangeOf(data.length, start, end);
    const part = subsection(sub);
    return range.start > range.end ? -1 : finder(data, part, range.start, range.end);
  });
}

function searchOrRaise(
  self: BytesObject,
  sub: Value,
  start: Value | undefined,
  end: Value | undefined,
  finder: Finder,
): number {
  const found = search(self, sub, start, end, finder);
  if (found < 0) throw error('ValueError', 'subsection not found');
  return found;
}

const RANGE_DOC = `
  sub
    A bytes-like object or an integer in range(0, 256).
  start
    Optional start position. Default: start of the bytes.
  end
    Optional stop position. Default: end of the bytes.`;

function defineSearching(type: TypeBuilder<BytesObject>): void {
  type.method(
    'find(self, sub, start=<optional>, end=<optional>, /)',
    `Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n${RANGE_DOC}\n\nReturn -1 on failure.`,
    (self, sub, start, end) => search(self, sub, start, end, findBytes),
  );
  type.method(
    'rfind(self, sub, start=<optional>, end=<optional>, /)',
    `Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n${RANGE_DOC}\n\nReturn -1 on failure.`,
    (self, sub, start, end) => search(self, sub, start, end, findLastBytes),
  );
  type.method(
    'index(self, sub, start=<optional>, end=<optional>, /)',
    `Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n${RANGE_DOC}\n\nRaise ValueError if the subsection is not found.`,
    (self, sub, start, end) => searchOrRaise(self, sub, start, end, findBytes),
  );
  type.method(
    'rindex(self, sub, start=<optional>, end=<optional>, /)',
    `Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n${RANGE_DOC}\n\nRaise ValueError if the subsection is not found.`,
    (self, sub, start, end) => searchOrRaise(self, sub, start, end, findLastBytes),
  );
  type.method(
    'count(self, sub, start=<optional>, end=<optional>, /)',
    `Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].\n${RANGE_DOC}`,
    (self, sub, start, end) =>
      holding(self, (data) => {
        const range = rangeOf(data.length, start, end);
        const part = subsection(sub);
        return countBytes(data, part, range.start, range.end, Number.POSITIVE_INFINITY);
      }),
  );
}

/** Work of looking for one of several. */
const AFFIX_WORK = 2;

function affixTest(
  self: BytesObject,
  affix: Value,
  start: Value | undefined,
  end: Value | undefined,
  name: string,
): boolean {
  const data = self.data;
  const range = rangeOf(data.length, start, end);
  const test = (value: Value): boolean => {
    worked(AFFIX_WORK);
    return matchesAffix(data, dataOf(value), range, name === 'endswith');
  };
  if (affix instanceof PyTuple) return affix.items.some(test);
  const buffer = tryBytesOf(affix);
  if (buffer === undefined) {
    throw error('TypeError', `${name} first arg must be bytes or a tuple of bytes, not ${typeName(affix)}`);
  }
  return test(affix);
}

function matchesAffix(data: Uint8Array, part: Uint8Array, { start, end }: Range, atEnd: boolean): boolean {
  if (end - start < part.length) return false;
  return startsWithAt(data, part, atEnd ? end - part.length : start);
}

function defineAffixes(type: TypeBuilder<BytesObject>, make: MakeBytes): void {
  const affixDoc = (what: string, edge: string): string =>
    `Return True if the bytes ${edge} with the specified ${what}, False otherwise.\n\n  ${what}\n    A bytes or a tuple of bytes to try.\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.`;
  type.method(
    'startswith(self, prefix, start=<optional>, end=<optional>, /)',
    affixDoc('prefix', 'starts'),
    (self, prefix, start, end) => affixTest(self, prefix, start, end, 'startswith'),
  );
  type.method(
    'endswith(self, suffix, start=<optional>, end=<optional>, /)',
    affixDoc('suffix', 'ends'),
    (self, suffix, start, end) => affixTest(self, suffix, start, end, 'endswith'),
  );
  type.method(
    'removeprefix(self, prefix, /)',
    'Return a bytes object with the given prefix string removed if present.\n\nIf the bytes starts with the prefix string, return bytes[len(prefix):].\nOtherwise, return a copy of the original bytes.',
    (self, prefix) => {
      const part = dataOf(prefix);
      const has = part.length > 0 && part.length <= self.data.length && startsWithAt(self.data, part, 0);
      return has ? make(self.data.slice(part.length)) : copyOf(self, make);
    },
  );
  type.method(
    'removesuffix(self, suffix, /)',
    'Return a bytes object with the given suffix string removed if present.\n\nIf the bytes ends with the suffix string and that suffix is not empty,\nreturn bytes[:-len(prefix)].  Otherwise, return a copy of the original\nbytes.',
    (self, suffix) => {
      const part = dataOf(suffix);
      const rest = self.data.length - part.length;
      const has = part.length > 0 && rest >= 0 && startsWithAt(self.data, part, rest);
      return has ? make(self.data.slice(0, rest)) : copyOf(self, make);
    },
  );
}

/** Types whose exact objects may stand for their copies. */
export const immutableTypes: Set<PyType> = new Set();

/** A copy of the whole; immutable objects of the exact type are their own copies. */
function copyOf(self: BytesObject, make: MakeBytes): Value {
  return immutableTypes.has(self.shape.type) ? self : make(self.data.slice());
}

// ── Cutting and joining ────────────────────────────────────────────────────────────────────────────────────────────

function separatorOf(separator: Value): Uint8Array {
  const data = dataOf(separator);
  if (data.length === 0) throw error('ValueError', 'empty separator');
  return data;
}

function limitOf(maxsplit: Value): number {
  const limit = orThrow(ssizeArgument(maxsplit)) as number;
  return limit < 0 ? Number.MAX_SAFE_INTEGER : limit;
}

const SPLIT_DOC = `
  sep
    The delimiter according which to split the bytes.
    None (the default value) means split on ASCII whitespace characters
    (space, tab, return, newline, formfeed, vertical tab).
  maxsplit
    Maximum number of splits to do.
    -1 (the default value) means no limit.`;

function defineCutting(type: TypeBuilder<BytesObject>, make: MakeBytes): void {
  const list = (parts: Uint8Array[]): Value => PyList.of(parts.map(make)) as Value;
  type.method(
    'split(self, /, sep=None, maxsplit=-1)',
    `Return a list of the sections in the bytes, using sep as the delimiter.\n${SPLIT_DOC}`,
    (self, separator, maxsplit) => {
      const limit = limitOf(maxsplit);
      if (separator === null) return list(cutting.splitSpace(self.data, limit));
      return holding(self, (data) => list(cutting.splitAt(data, separatorOf(separator), limit)));
    },
  );
  type.method(
    'rsplit(self, /, sep=None, maxsplit=-1)',
    `Return a list of the sections in the bytes, using sep as the delimiter.\n${SPLIT_DOC}\n\nSplitting is done starting at the end of the bytes and working to the front.`,
    (self, separator, maxsplit) => {
      const limit = limitOf(maxsplit);
      if (separator === null) return list(cutting.splitSpaceFromRight(self.data, limit));
      return holding(self, (data) => list(cutting.splitAtFromRight(data, separatorOf(separator), limit)));
    },
  );
  type.method(
    'splitlines(self, /, keepends: bool = False)',
    'Return a list of the lines in the bytes, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and\ntrue.',
    (self, keepEnds) => list(cutting.splitLines(self.data, keepEnds)),
  );
  definePartition(type, make);
  type.method(
    'join(self, iterable_of_bytes, /)',
    "Concatenate any number of bytes objects.\n\nThe bytes whose method is called is inserted in between each pair.\n\nThe result is returned as a new bytes object.\n\nExample: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.",
    (self, iterable) => holding(self, () => join(self, iterable, make)),
  );
  type.method(
    'replace(self, old, new, count=-1, /)',
    'Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.',
    (self, old, replacement, count) => replace(self, dataOf(old), dataOf(replacement), limitOf(count), make),
  );
}

function definePartition(type: TypeBuilder<BytesObject>, make: MakeBytes): void {
  const empty = (): Value => make(new Uint8Array(0));
  type.method(
    'partition(self, sep, /)',
    'Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes. If the separator is found,\nreturns a 3-tuple containing the part before the separator, the separator\nitself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the original bytes\nobject and two empty bytes objects.',
    (self, sep) => {
      const separator = separatorOf(sep);
      const at = findBytes(self.data, separator, 0, self.data.length);
      if (at < 0) return new PyTuple([copyOf(self, make), empty(), empty()]) as Value;
      return threeParts(self.data, at, separator, sep, make);
    },
  );
  type.method(
    'rpartition(self, sep, /)',
    'Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes, starting at the end. If\nthe separator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing two empty bytes\nobjects and the original bytes object.',
    (self, sep) => {
      const separator = separatorOf(sep);
      const at = findLastBytes(self.data, separator, 0, self.data.length);
      if (at < 0) return new PyTuple([empty(), empty(), copyOf(self, make)]) as Value;
      return threeParts(self.data, at, separator, sep, make);
    },
  );
}

function threeParts(data: Uint8Array, at: number, separator: Uint8Array, given: Value, make: MakeBytes): Value {
  const middle = separatorObject(given, separator, make);
  return new PyTuple([make(data.slice(0, at)), middle, make(data.slice(at + separator.length))]) as Value;
}

/** bytes.partition gives back the separator it was given; bytearray.partition a copy. */
function separatorObject(given: Value, separator: Uint8Array, make: MakeBytes): Value {
  const made = make(separator.slice());
  return immutableTypes.has((made as PyObject).shape.type) ? given : made;
}

function join(self: BytesObject, iterable: Value, make: MakeBytes): Value {
  const items = orThrow(sequenceItems(iterable, 'can only join an iterable'));
  const values = items as Value[];
  if (values.length === 1 && immutableTypes.has((values[0] as PyObject | null)?.shape?.type as PyType)) {
    const only = make(new Uint8Array(0)) as PyObject;
    if (only.shape.type === (values[0] as PyObject).shape.type) return values[0];
  }
  const held: LentBuffer[] = [];
  try {
    return make(cutting.joinBytes(self.data, partsOf(iterable, values, held)));
  } finally {
    for (const buffer of held) buffer.release();
  }
}

/** The contents of all items, whose buffers are held until they are joined. */
function partsOf(iterable: Value, values: readonly Value[], held: LentBuffer[]): Uint8Array[] {
  const checkSize = (): void => {
    if (iterable instanceof PyList && iterable.length !== values.length)
      throw error('RuntimeError', 'sequence changed size during iteration');
  };
  const parts = values.map((item, index) => {
    checkSize();
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const buffer = tryHoldBytesOf(item, held);
    if (buffer === undefined || buffer === EXIT) {
      if (buffer === EXIT) takeException();
      throw error('TypeError', `sequence item ${index}: expected a bytes-like object, ${typeName(item)} found`);
    }
    return (buffer as PyBytesLike).data;
  });
  checkSize();
  return parts;
}

function replace(self: BytesObject, from: Uint8Array, to: Uint8Array, limit: number, make: MakeBytes): Value {
  const size = cutting.replacedSize(self.data, from, to, limit);
  if (size > 2 ** 31) orThrow(allocate(size));
  return make(cutting.replaceBytes(self.data, from, to, limit));
}

// ── Stripping, padding, case ───────────────────────────────────────────────────────────────────────────────────────

function defineStripping(type: TypeBuilder<BytesObject>, make: MakeBytes): void {
  const strip = (self: BytesObject, characters: Value, side: cutting.Side): Value => {
    const stripped = cutting.stripBytes(self.data, characters === null ? null : dataOf(characters), side);
    return stripped === self.data ? copyOf(self, make) : make(stripped);
  };
  const doc = (which: string): string =>
    `Strip ${which} bytes contained in the argument.\n\nIf the argument is omitted or None, strip ${which} ASCII whitespace.`;
  type.method('strip(self, bytes=None, /)', doc('leading and trailing'), (self, characters) =>
    strip(self, characters, 'both'),
  );
  type.method('lstrip(self, bytes=None, /)', doc('leading'), (self, characters) => strip(self, characters, 'left'));
  type.method('rstrip(self, bytes=None, /)', doc('trailing'), (self, characters) => strip(self, characters, 'right'));
}

/** The fill byte of center and its like. */
function fillByte(value: Value | undefined, name: string): number {
  if (value === undefined) return 32;
  const buffer = isByteString(value) ? (value as PyObject & PyBytesLike).data : undefined;
  if (buffer === undefined)
    throw error('TypeError', `${name}() argument 2 must be a byte string of length 1, not ${argumentName(value)}`);
  if (buffer.length !== 1) {
    const what = typeName(value);
    throw error(
      'TypeError',
      `${name}(): argument 2 must be a byte string of length 1, not a ${what} object of length ${buffer.length}`,
    );
  }
  return buffer[0];
}

/** Set by bytes.ts and bytearray.ts: whether the value is one of the two. */
export const byteStrings: (new (...args: never[]) => unknown)[] = [];
export const isByteString = (value: Value): boolean => byteStrings.some((layout) => value instanceof layout);

/** Refuses what no memory holds before it is filled. */
function checkWidth(width: Value, size: number, kind: Kind): void {
  if (size > MAX_SIZE) orThrow(raiseTooLarge(width, kind));
  if (size > 2 ** 31) orThrow(allocate(size));
}

function definePadding(type: TypeBuilder<BytesObject>, kind: Kind, make: MakeBytes): void {
  const pad = (
    self: BytesObject,
    width: Value,
    fill: Value | undefined,
    name: string,
    leftShare: (missing: number, width: number) => number,
  ): Value => {
    const size = orThrow(ssizeArgument(width)) as number;
    const byte = fillByte(fill, name);
    const missing = size - self.data.length;
    if (missing <= 0) return copyOf(self, make);
    checkWidth(width, size, kind);
    const left = leftShare(missing, size);
    return make(cases.padBytes(self.data, left, missing - left, byte));
  };
  const doc = (how: string): string =>
    `Return a ${how} string of length width.\n\nPadding is done using the specified fill character.`;
  type.method("center(self, width, fillchar=b' ', /)", doc('centered'), (self, width, fill) =>
    pad(self, width, fill, 'center', (missing, size) => (missing >> 1) + (missing & size & 1)),
  );
  type.method("ljust(self, width, fillchar=b' ', /)", doc('left-justified'), (self, width, fill) =>
    pad(self, width, fill, 'ljust', () => 0),
  );
  type.method("rjust(self, width, fillchar=b' ', /)", doc('right-justified'), (self, width, fill) =>
    pad(self, width, fill, 'rjust', (missing) => missing),
  );
  type.method(
    'zfill(self, width, /)',
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.',
    (self, width) => {
      const size = orThrow(ssizeArgument(width)) as number;
      if (size <= self.data.length) return copyOf(self, make);
      checkWidth(width, size, kind);
      return make(cases.zeroFill(self.data, size));
    },
  );
  type.method(
    'expandtabs(self, /, tabsize=8)',
    'Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.',
    (self, tabsize) => {
      const size = orThrow(intArgument(tabsize)) as number;
      const tabs = countBytes(self.data, Uint8Array.of(9), 0, self.data.length, Number.POSITIVE_INFINITY);
      if (tabs * size > 2 ** 28) throw error(tabs * size > 2 ** 62 ? 'OverflowError' : 'MemoryError');
      return make(cases.expandTabs(self.data, size));
    },
  );
}

const CASE_METHODS: readonly [name: string, doc: string, convert: (data: Uint8Array) => Uint8Array][] = [
  [
    'capitalize',
    'B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.',
    cases.capitalizeBytes,
  ],
  [
    'lower',
    'B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.',
    cases.lowerBytes,
  ],
  [
    'swapcase',
    'B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.',
    cases.swapCaseBytes,
  ],
  [
    'title',
    'B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with uppercase\ncharacters, all remaining cased characters have lowercase.',
    cases.titleBytes,
  ],
  [
    'upper',
    'B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.',
    cases.upperBytes,
  ],
];

const TESTS: readonly [name: string, doc: string, test: (data: Uint8Array) => boolean][] = [
  [
    'isalnum',
    'B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise.',
    cases.isAlphanumericBytes,
  ],
  [
    'isalpha',
    'B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise.',
    cases.isAlphaBytes,
  ],
  [
    'isascii',
    'B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise.',
    cases.isAsciiBytes,
  ],
  [
    'isdigit',
    'B.isdigit() -> bool\n\nReturn True if all characters in B are digits\nand there is at least one character in B, False otherwise.',
    cases.isDigitBytes,
  ],
  [
    'islower',
    'B.islower() -> bool\n\nReturn True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise.',
    cases.isLowerBytes,
  ],
  [
    'isspace',
    'B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\nand there is at least one character in B, False otherwise.',
    cases.isSpaceBytes,
  ],
  [
    'istitle',
    'B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise.',
    cases.isTitleBytes,
  ],
  [
    'isupper',
    'B.isupper() -> bool\n\nReturn True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise.',
    cases.isUpperBytes,
  ],
];

function defineCase(type: TypeBuilder<BytesObject>, make: MakeBytes): void {
  for (const [name, doc, convert] of CASE_METHODS) {
    type.method(`${name}(self, /)` as 'x(self, /)', doc, (self) => make(convert(self.data)));
  }
  for (const [name, doc, test] of TESTS)
    type.method(`${name}(self, /)` as 'x(self, /)', doc, (self) => test(self.data));
}

// ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function decode(self: BytesObject, encoding: Value, errors: Value): Result {
  const encodingText = textParameter(encoding, 'decode', 'encoding');
  const errorsText = encodingText === EXIT ? EXIT : textParameter(errors, 'decode', 'errors');
  if (errorsText === EXIT) return EXIT;
  if (self.data.length === 0) return decodeNothing(encodingText as string, errorsText as string);
  return decodeBytes(self.data, encodingText as string, errorsText as string);
}

function defineText(type: TypeBuilder<BytesObject>, kind: Kind, make: MakeBytes): void {
  type.method(
    "decode(self, /, encoding='utf-8', errors='strict')",
    "Decode the bytes using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the bytes.\n  errors\n    The error handling scheme to use for the handling of decoding errors.\n    The default is 'strict' meaning that decoding errors raise a\n    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'\n    as well as any other name registered with codecs.register_error that\n    can handle UnicodeDecodeErrors.",
    decode,
  );
  type.method(
    'hex(self, /, sep=<absent>, bytes_per_sep=1)',
    `Create a string of hexadecimal numbers from a ${kind} object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = ${kind}(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'`,
    (self, separator, bytesPerSeparator) => holding(self, (data) => hexText(data, separator, bytesPerSeparator)),
  );
  type.classMethod(
    'fromhex(cls, string, /)',
    `Create a ${kind} object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample: ${kind}.fromhex('B9 01EF') -> ${kind === 'bytes' ? "b'\\\\xb9\\\\x01\\\\xef'" : "bytearray(b'\\\\xb9\\\\x01\\\\xef')"}.`,
    (cls, string) => {
      const made = make(bytesFromHex(string));
      return cls === (made as PyObject).shape.type ? made : call(cls, [made]);
    },
  );
}

export function defineBytesMethods(type: TypeBuilder<BytesObject>, kind: Kind, make: MakeBytes): void {
  defineCase(type, make);
  defineSearching(type);
  defineAffixes(type, make);
  defineCutting(type, make);
  defineStripping(type, make);
  definePadding(type, kind, make);
  defineText(type, kind, make);
  defineTranslation(type, make, copyOf);
  type.linear(undefined, ['startswith', 'endswith']);
}
