/** `str.format` and `str.format_map`: replaces the fields of a format string (format-parser.ts) by formatted values. */
import { getAttribute } from '../../attributes.ts';
import { error, orThrow } from '../../exception.ts';
import { formatText, formatValue } from '../../format.ts';
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { Value } from '../../object.ts';
import { getItem, repr, str, typeName } from '../../operations.ts';
import { type FieldName, type Piece, piecesOf } from './format-parser.ts';
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
    const builder = new TextBuilder();
    for (const { literal, field } of piecesOf(format)) {
      builder.append(literal);
      if (field !== null) builder.append(this.render(field, depth));
    }
    return builder.finish();
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

function keywordSource(args: readonly Value[], keywords: ReadonlyMap<string, Value>): Source {
  return {
    args,
    named(name) {
      const value = keywords.get(unitsOf(name));
      if (value === undefined) throw error('KeyError', name);
      return value;
    },
  };
}

function mappingSource(mapping: Value): Source {
  return { args: null, named: (name) => orThrow(getItem(mapping, name)) };
}

export function defineFormatting(type: TypeBuilder<string | PyStr>): void {
  type.method(
    'format(self, /, *args, **kwargs)',
    "Return a formatted version of the string, using substitutions from args and kwargs.\n\nThe substitutions are identified by braces ('{' and '}').",
    (self, args, kwargs) => new Formatter(keywordSource(args, kwargs)).run(unwrap(self)),
  );
  type.method(
    'format_map(self, mapping, /)',
    "Return a formatted version of the string, using substitutions from mapping.\n\nThe substitutions are identified by braces ('{' and '}').",
    (self, mapping) => new Formatter(mappingSource(mapping)).run(unwrap(self)),
  );
  type.method(
    '__format__(self, format_spec, /)',
    'Return a formatted version of the string as described by format_spec.',
    // Without a spec an instance of a subclass is shown as its own __str__ does.
    (self, spec) => orThrow(spec === '' ? str(self) : formatText(unwrap(self), spec, typeName(self))),
  );
}
