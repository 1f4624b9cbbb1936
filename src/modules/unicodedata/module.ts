/** `unicodedata`: the Unicode character database. Reference: https://docs.python.org/3.14/library/unicodedata.html */
import { encodeText } from '../../objspace/codecs.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import { argumentName } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { equalTexts } from '../../objspace/types/str/order.ts';
import {
  asText,
  concatAll,
  isText,
  pointAt,
  pointArray,
  strOfPoint,
  type Text,
  TextBuilder,
  unitsOf,
  unwrap,
} from '../../objspace/types/str/text.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { lookupCharacter, nameOfCharacter } from '../../util/unicode-names.ts';
import { SEQUENCES } from './data.generated.ts';
import { type CharacterDatabase, currentDatabase, oldDatabase } from './database.ts';
import { hangulParts, type NormalForm, normalizePoints } from './normalize.ts';

// ── Arguments ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The code point of an argument that is one character; `argument` as errors call it. */
function character(value: Value, functionName: string, argument: string): number {
  const text = asText(value);
  if (text === undefined) {
    throw error('TypeError', `${functionName}() ${argument} must be a unicode character, not ${argumentName(value)}`);
  }
  if (text.length !== 1) {
    throw error(
      'TypeError',
      `${functionName}(): ${argument} must be a unicode character, not a string of length ${text.length}`,
    );
  }
  return pointAt(text, 0);
}

function textArgument(value: Value, functionName: string, position: number): Text {
  const text = asText(value);
  if (text === undefined)
    throw error('TypeError', `${functionName}() argument ${position} must be str, not ${argumentName(value)}`);
  return text;
}

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

type Lookup = (database: CharacterDatabase, point: number) => number | string | undefined;

/** A function with a default for characters that have no value. */
function valueFunction(name: string, message: string, lookup: Lookup, wrap: (value: never) => Value) {
  return (database: CharacterDatabase, value: Value, fallback: Value | undefined): Value => {
    const found = lookup(database, character(value, name, 'argument 1'));
    if (found !== undefined) return wrap(found as never);
    if (fallback !== undefined) return fallback;
    throw error('ValueError', message);
  };
}

const same = (value: Value): Value => value;
const decimal = valueFunction('decimal', 'not a decimal', (database, point) => database.decimal(point), same);
const digit = valueFunction('digit', 'not a digit', (database, point) => database.digit(point), same);
const numeric = valueFunction(
  'numeric',
  'not a numeric character',
  (database, point) => database.numeric(point),
  (value: number) => new PyFloat(value),
);
const name = valueFunction(
  'name',
  'no such name',
  (database, point) => (database.isAssigned(point) ? nameOfCharacter(point) : undefined),
  same,
);

function decomposition(database: CharacterDatabase, value: Value): string {
  const point = character(value, 'decomposition', 'argument');
  const step = database.decomposition(point);
  const points = hangulParts(point) ?? step?.points;
  if (points === undefined) return '';
  const parts = points.map((part) => part.toString(16).toUpperCase().padStart(4, '0'));
  return step === undefined || step.tag === '' ? parts.join(' ') : `${step.tag} ${parts.join(' ')}`;
}

function formOf(text: Text): NormalForm {
  if (text === 'NFC' || text === 'NFD' || text === 'NFKC' || text === 'NFKD') return text;
  throw error('ValueError', 'invalid normalization form');
}

/** Characters below these are the same in the normal form, whatever stands around them. */
const ALL_ASCII = /^[\0-\x7f]*$/;
const ALL_LATIN = /^[\0-\u02ff]*$/;

function normalText(database: CharacterDatabase, form: NormalForm, text: Text): Text {
  const units = unitsOf(text);
  if (units.length >= STRIDE) worked(units.length >> 1);
  if (ALL_ASCII.test(units) || (form === 'NFC' && ALL_LATIN.test(units))) return text;
  const builder = new TextBuilder();
  for (const point of normalizePoints(database, form, pointArray(text))) {
    worked(4);
    builder.appendPoint(point);
  }
  return builder.finish();
}

function normalize(database: CharacterDatabase, formValue: Value, value: Value): Value {
  const form = textArgument(formValue, 'normalize', 1);
  const text = textArgument(value, 'normalize', 2);
  return text === '' ? text : normalText(database, formOf(form), text);
}

function isNormalized(database: CharacterDatabase, formValue: Value, value: Value): boolean {
  const form = textArgument(formValue, 'is_normalized', 1);
  const text = textArgument(value, 'is_normalized', 2);
  return text === '' || equalTexts(normalText(database, formOf(form), text), text);
}

// ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────

let sequences: Map<string, Text> | undefined;

function sequenceTable(): Map<string, Text> {
  if (sequences !== undefined) return sequences;
  sequences = new Map();
  for (const entry of SEQUENCES.split(';')) {
    const space = entry.lastIndexOf(' ');
    const builder = new TextBuilder();
    for (const point of entry.slice(space + 1).split('+')) builder.appendPoint(Number.parseInt(point, 36));
    sequences.set(entry.slice(0, space), builder.finish());
  }
  return sequences;
}

const MAX_NAME = 256;

function lookup(database: CharacterDatabase, value: Value): Value {
  const wanted = isText(value) ? unwrap(value) : decodeName(value);
  const bytes = orThrow(encodeText(wanted));
  if (bytes.length > MAX_NAME) throw error('KeyError', 'name too long');
  const found = findName(database, unitsOf(wanted));
  if (found === undefined) throw error('KeyError', concatAll(["undefined character name '", wanted, "'"]));
  return found;
}

/** The old database knows neither aliases nor sequences. */
function findName(database: CharacterDatabase, name: string): Text | undefined {
  const point = lookupCharacter(name);
  if (point >= 0) {
    const isKnown = !database.isOld || nameOfCharacter(point) === name.toUpperCase();
    return isKnown ? strOfPoint(point) : undefined;
  }
  if (database.isOld || !ALL_ASCII.test(name)) return undefined;
  return sequenceTable().get(name.toUpperCase());
}

function decodeName(value: Value): Text {
  return new TextDecoder().decode(orThrow(bytesOf(value)).data);
}

// ── The module and its type ──────────────────────────────────────────────────────────────────────────────────────

/** `unicodedata.UCD`: the database of another version. */
class PyDatabase extends PyObject {
  readonly database: CharacterDatabase;

  constructor(database: CharacterDatabase) {
    super();
    this.database = database;
  }
}

interface Entry {
  readonly parameters: string;
  readonly doc: string;
  readonly body: (database: CharacterDatabase, ...args: never[]) => Value;
}

/** The functions of the module, which are the methods of the type. */
const FUNCTIONS: Readonly<Record<string, Entry>> = {
  decimal: {
    parameters: 'chr, default=<absent>, /',
    doc: 'Converts a Unicode character into its equivalent decimal value.',
    body: decimal,
  },
  digit: {
    parameters: 'chr, default=<absent>, /',
    doc: 'Converts a Unicode character into its equivalent digit value.',
    body: digit,
  },
  numeric: {
    parameters: 'chr, default=<absent>, /',
    doc: 'Converts a Unicode character into its equivalent numeric value.',
    body: numeric,
  },
  category: {
    parameters: 'chr, /',
    doc: 'Returns the general category assigned to the character chr as string.',
    body: (database, chr) => database.record(character(chr, 'category', 'argument')).category,
  },
  bidirectional: {
    parameters: 'chr, /',
    doc: 'Returns the bidirectional class assigned to the character chr as string.',
    body: (database, chr) => {
      const { bidirectional } = database.record(character(chr, 'bidirectional', 'argument'));
      return bidirectional;
    },
  },
  combining: {
    parameters: 'chr, /',
    doc: 'Returns the canonical combining class assigned to the character chr as integer.',
    body: (database, chr) => database.record(character(chr, 'combining', 'argument')).combining,
  },
  mirrored: {
    parameters: 'chr, /',
    doc: 'Returns the mirrored property assigned to the character chr as integer.',
    body: (database, chr) => (database.record(character(chr, 'mirrored', 'argument')).isMirrored ? 1 : 0),
  },
  east_asian_width: {
    parameters: 'chr, /',
    doc: 'Returns the east asian width assigned to the character chr as string.',
    body: (database, chr) => database.record(character(chr, 'east_asian_width', 'argument')).width,
  },
  decomposition: {
    parameters: 'chr, /',
    doc: 'Returns the character decomposition mapping assigned to the character chr as string.',
    body: decomposition,
  },
  is_normalized: {
    parameters: 'form, unistr, /',
    doc: "Return whether the Unicode string unistr is in the normal form 'form'.",
    body: isNormalized,
  },
  normalize: {
    parameters: 'form, unistr, /',
    doc: "Return the normal form 'form' for the Unicode string unistr.",
    body: normalize,
  },
  name: {
    parameters: 'chr, default=<absent>, /',
    doc: 'Returns the name assigned to the character chr as a string.',
    body: name,
  },
  lookup: { parameters: 'name, /', doc: 'Look up character by name.', body: lookup },
};

export const databaseType = builtinType<PyDatabase>('UCD', {
  base: objectType,
  layout: PyDatabase,
  module: 'unicodedata',
  isBaseType: false,
  define(type) {
    for (const [key, { parameters, doc, body }] of Object.entries(FUNCTIONS)) {
      type.method(`${key}(self, ${parameters})` as string as 'f(self, chr, /)', doc, (self, ...args: Value[]) =>
        body(self.database, ...(args as never[])),
      );
    }
    type.member('unidata_version', null, (self) => self.database.version);
  },
});

const DOC = `This module provides access to the Unicode Character Database which
defines character properties for all Unicode characters. The data in
this database is based on the UnicodeData.txt file version
16.0.0 which is publicly available from ftp://ftp.unicode.org/.

The module uses the same names and symbols as defined by the
UnicodeData File Format 16.0.0.`;

export const unicodedata = builtinModule('unicodedata', DOC, (module) => {
  for (const [key, { parameters, doc, body }] of Object.entries(FUNCTIONS)) {
    module.function(`${key}(${parameters})` as string as 'f(chr, /)', doc, (...args: Value[]) =>
      body(currentDatabase, ...(args as never[])),
    );
  }
  module.constant('unidata_version', currentDatabase.version);
  module.constant('ucd_3_2_0', new PyDatabase(oldDatabase));
  module.types(databaseType);
});
