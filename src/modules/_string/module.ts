/** `_string`: the syntax of `str.format` for `string.Formatter`. */
import { caught, error } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Result, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { FormatParser, firstOfName, indexOfText, NameSteps } from '../../objspace/types/str/format-parser.ts';
import { asText, type Text, unitsOf } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

/** Gives what `read` makes until it gives `undefined`. */
class PyReader extends PyObject {
  readonly read: () => Value | undefined;

  constructor(read: () => Value | undefined) {
    super();
    this.read = read;
  }

  next(): Result | undefined {
    try {
      return this.read();
    } catch (thrown) {
      return caught(thrown);
    }
  }
}

class FormatIterator extends PyReader {}
class FieldNameIterator extends PyReader {}

function iteratorType(name: string, layout: typeof PyReader): void {
  builtinType<PyReader>(name, {
    base: objectType,
    layout,
    isBaseType: false,
    slots: { iter: (self: Value) => self, next: (self: PyReader) => self.next() },
  });
}
iteratorType('formatteriterator', FormatIterator);
iteratorType('fieldnameiterator', FieldNameIterator);

function textOf(value: Value): Text {
  const text = asText(value);
  if (text === undefined) throw error('TypeError', `expected str, got ${typeName(value)}`);
  return text;
}

/** (literal, name, spec, conversion), the last three None where no field follows. */
function parseFormat(format: Value): Value {
  const parser = new FormatParser(textOf(format));
  return new FormatIterator(() => {
    const markup = parser.next();
    if (markup === undefined) return undefined;
    const { literal, field } = markup;
    if (field === null) return new PyTuple([literal, null, null, null]);
    return new PyTuple([literal, field.name, field.spec, field.conversion === '' ? null : field.conversion]);
  });
}

/** The beginning of a field's name, and an iterator over (is attribute, name or index). */
function splitFieldName(value: Value): Value {
  const name = textOf(value);
  const first = firstOfName(name);
  const index = indexOfText(first);
  const steps = new NameSteps(name, unitsOf(first).length);
  const rest = new FieldNameIterator(() => {
    const step = steps.next();
    return step === undefined ? undefined : new PyTuple([step.isAttribute, step.index < 0 ? step.name : step.index]);
  });
  return new PyTuple([index < 0 ? first : index, rest]);
}

export const _string = builtinModule('_string', 'string helper module', (module) => {
  module.function('@formatter_parser(string, /)', 'parse the argument as a format string', parseFormat);
  module.function('@formatter_field_name_split(string, /)', 'split the argument as a field name', splitFieldName);
});
