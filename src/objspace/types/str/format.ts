/** `str.format` and `str.format_map`: replaces the fields of a format string (format-parser.ts) by formatted values. */
import { getAttribute } from '../../attributes.ts';
import { error, orThrow } from '../../exception.ts';
import { formatText, formatValue } from '../../format.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { Value } from '../../object.ts';
import { getItem, repr, str, typeName } from '../../operations.ts';
import type { PyDict } from '../dict/dict.ts';
import { type FieldName, knownPieces, type Piece, piecesOf } from './format-parser.ts';
import { escapeNonAscii } from './repr.ts';
import { pointAt, type PyStr, type Text, TextBuilder, unitsOf, unwrap } from './text.ts';

/** Where a format string takes its values from. */
interface Source {
  /** `null` for format_map. */
  readonly args: readonly Value[] | null;
  named(name: Text): Value;
}

type Numbering = 'unknown' | 'automatic' | 'manual';

/** Fields within the specs of fields are allowed, but no further. */
const MAX_DEPTH = 2;
/** Texts of more pieces are collected by a builder: engines concatenate lazily, which takes too much memory for many. */
const MAX_CONCATENATED = 50;

class Formatter {
  private readonly source: Source;
  private numbering: Numbering;
  private nextIndex: number;
  /** What the last field has come to, if that is of a class of the program's. */
  private special: Value | undefined;

  constructor(source: Source) {
    this.source = source;
    this.numbering = 'unknown';
    this.nextIndex = 0;
    this.special = undefined;
  }

  /** A format that is nothing but a field gives the object itself. */
  run(format: Text): Value {
    const result = this.format(format, MAX_DEPTH);
    if (this.special === undefined) return result;
    const pieces = [...piecesOf(format)];
    return pieces.length === 1 && pieces[0].literal === '' ? this.special : result;
  }

  private format(format: Text, depth: number): Text {
    if (depth <= 0) throw error('ValueError', 'Max string recursion exceeded');
    const pieces = knownPieces(format);
    if (pieces !== undefined && pieces.length <= MAX_CONCATENATED) return this.concatenated(pieces, depth);
    const builder = new TextBuilder();
    for (const piece of piecesOf(format)) this.add(builder, piece, depth);
    return builder.finish();
  }

  /** For as long as all pieces are strings of the host. */
  private concatenated(pieces: readonly Piece[], depth: number): Text {
    let text = '';
    for (let index = 0; index < pieces.length; index++) {
      const { literal, field } = pieces[index];
      if (typeof literal !== 'string') return this.built(text, pieces, index, depth);
      text += literal;
      if (field === null) continue;
      const shown = this.render(field, depth);
      if (typeof shown !== 'string') return this.built(text, pieces, index + 1, depth, shown);
      text += shown;
    }
    return text;
  }

  /** From a piece on, behind what the one before has come to. */
  private built(before: string, pieces: readonly Piece[], from: number, depth: number, shown: Text = ''): Text {
    const builder = new TextBuilder();
    builder.append(before);
    builder.append(shown);
    for (let index = from; index < pieces.length; index++) this.add(builder, pieces[index], depth);
    return builder.finish();
  }

  private add(builder: TextBuilder, { literal, field }: Piece, depth: number): void {
    builder.append(literal);
    if (field !== null) builder.append(this.render(field, depth));
  }

  private render(field: NonNullable<Piece['field']>, depth: number): Text {
    const value = convert(this.valueOf(field.path), field.conversion);
    const spec = field.isNested ? this.format(field.spec, depth - 1) : field.spec;
    if (typeof value === 'string' && spec === '') return value;
    const made = orThrow(formatValue(value, spec));
    const text = unwrap(made);
    this.special = text === made ? undefined : made;
    return text;
  }

  private valueOf(path: FieldName): Value {
    let value = this.firstValue(path);
    const steps = path.steps();
    for (let step = steps.next(); step !== undefined; step = steps.next()) {
      value = orThrow(
        step.isAttribute
          ? getAttribute(value, unitsOf(step.name))
          : getItem(value, step.index < 0 ? step.name : step.index),
      );
    }
    return value;
  }

  private firstValue({ first, index: given }: FieldName): Value {
    const isAutomatic = first === '';
    if (!isAutomatic && given < 0) return this.source.named(first);
    this.number(isAutomatic ? 'automatic' : 'manual');
    const index = isAutomatic ? this.nextIndex++ : given;
    const { args } = this.source;
    if (args === null) throw error('ValueError', 'Format string contains positional fields');
    if (index >= args.length)
      throw error('IndexError', `Replacement index ${index} out of range for positional args tuple`);
    return args[Number(index)];
  }

  private number(wanted: Numbering): void {
    if (this.numbering === 'unknown') this.numbering = wanted;
    if (this.numbering === wanted) return;
    throw error(
      'ValueError',
      wanted === 'manual'
        ? 'cannot switch from automatic field numbering to manual field specification'
        : 'cannot switch from manual field specification to automatic field numbering',
    );
  }
}

/** `!r`, `!s`, `!a`. */
function convert(value: Value, conversion: Text): Value {
  switch (conversion) {
    case '':
      return value;
    case 's':
      return orThrow(str(value));
    case 'r':
      return orThrow(repr(value));
    case 'a':
      return escapeNonAscii(unwrap(orThrow(repr(value))));
  }
  const point = pointAt(conversion, 0);
  const shown = point > 32 && point < 127 ? String.fromCharCode(point) : `\\x${point.toString(16)}`;
  throw error('ValueError', `Unknown conversion specifier ${shown}`);
}

class KeywordSource implements Source {
  readonly args: readonly Value[];
  private readonly keywords: ReadonlyMap<string, Value>;

  constructor(args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    this.args = args;
    this.keywords = keywords;
  }

  named(name: Text): Value {
    return found(this.keywords.get(unitsOf(name)), name);
  }
}

/** Keywords that are the entries of a dictionary. */
class EntrySource implements Source {
  readonly args: readonly Value[];
  private readonly entries: PyDict;

  constructor(args: readonly Value[], entries: PyDict) {
    this.args = args;
    this.entries = entries;
  }

  named(name: Text): Value {
    return found(this.entries.getStr(unitsOf(name)), name);
  }
}

class MappingSource implements Source {
  readonly args: null;
  private readonly mapping: Value;

  constructor(mapping: Value) {
    this.args = null;
    this.mapping = mapping;
  }

  named(name: Text): Value {
    return orThrow(getItem(this.mapping, name));
  }
}

function found(value: Value | undefined, name: Text): Value {
  if (value === undefined) throw error('KeyError', name);
  return value;
}

export function defineFormatting(type: TypeBuilder<string | PyStr>): void {
  type.method(
    'format(self, /, *args, **kwargs)',
    "Return a formatted version of the string, using substitutions from args and kwargs.\n\nThe substitutions are identified by braces ('{' and '}').",
    (self, args, kwargs) => new Formatter(new KeywordSource(args, kwargs)).run(unwrap(self)),
  );
  type.ofEntries('format', (self, args, entries) => new Formatter(new EntrySource(args, entries)).run(unwrap(self)));
  type.method(
    'format_map(self, mapping, /)',
    "Return a formatted version of the string, using substitutions from mapping.\n\nThe substitutions are identified by braces ('{' and '}').",
    (self, mapping) => new Formatter(new MappingSource(mapping)).run(unwrap(self)),
  );
  type.method(
    '__format__(self, format_spec, /)',
    'Return a formatted version of the string as described by format_spec.',
    // Without a spec an instance of a subclass is shown as its own __str__ does.
    (self, spec) => orThrow(spec === '' ? str(self) : formatText(unwrap(self), spec, typeName(self))),
  );
}
