/** `_csv.writer`: writes records to anything that has a method `write`. */
import { isInFlight, raise } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, iter, iterate, str, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { worked } from '../../util/work.ts';
import { type PyDialect, QUOTE_ALL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS } from './dialect.ts';
import { raiseCsvError } from './error.ts';

export class PyWriter extends PyObject {
  readonly write: Value;
  readonly dialect: PyDialect;

  constructor(write: Value, dialect: PyDialect) {
    super();
    this.write = write;
    this.dialect = dialect;
  }
}

/** Whether the dialect quotes the field whatever is in it. */
function alwaysQuoted(field: Value, quoting: number): boolean {
  switch (quoting) {
    case QUOTE_ALL:
      return true;
    case QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTE_STRINGS:
      return isText(field);
    case QUOTE_NOTNULL:
      return field !== null;
    default:
      return false;
  }
}

function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return slots.index !== undefined || slots.int !== undefined || slots.float !== undefined;
}

function isSpecial(dialect: PyDialect, character: string): boolean {
  return (
    character === dialect.delimiter ||
    character === dialect.escapechar ||
    character === dialect.quotechar ||
    character === '\n' ||
    character === '\r' ||
    dialect.lineterminator.includes(character)
  );
}

/** One record in the making. */
class Record {
  private readonly dialect: PyDialect;
  text: string;
  count: number;

  constructor(dialect: PyDialect) {
    this.dialect = dialect;
    this.text = '';
    this.count = 0;
  }

  /** Appends a field; `text` is null for None. */
  append(text: string | null, isQuoted: boolean): true | Exit {
    const { dialect } = this;
    const source = text ?? '';
    let body = '';
    let pending = 0;
    let at = 0;
    for (const character of source) {
      if (--state.fuel < 0) worked(1);
      if (isSpecial(dialect, character)) {
        const prefix = this.prefixOf(character);
        if (prefix === EXIT) return EXIT;
        if (prefix !== dialect.escapechar || prefix === '') isQuoted = true;
        else if (dialect.quoting !== QUOTE_NONE && character === dialect.quotechar && dialect.doublequote)
          isQuoted = true;
        body += source.slice(pending, at) + (prefix as string);
        pending = at;
      }
      at += character.length;
    }
    body += source.slice(pending);
    if (body === '' && dialect.delimiter === ' ' && dialect.skipinitialspace) {
      const { quoting } = dialect;
      if (quoting === QUOTE_NONE || (text === null && quoting >= QUOTE_STRINGS)) {
        return raiseCsvError('empty field must be quoted if delimiter is a space and skipinitialspace is true');
      }
      isQuoted = true;
    }
    if (this.count > 0) this.text += dialect.delimiter;
    this.text += isQuoted ? dialect.quotechar + body + dialect.quotechar : body;
    this.count++;
    return true;
  }

  /** What goes in front of a special character: an escape, a second quote, or nothing where the field gets quotes. */
  private prefixOf(character: string): string | Exit {
    const { dialect } = this;
    const isEscaped =
      dialect.quoting === QUOTE_NONE ||
      (character === dialect.quotechar ? !dialect.doublequote : character === dialect.escapechar);
    if (!isEscaped) return character === dialect.quotechar ? dialect.quotechar : '';
    return dialect.escapechar === '' ? raiseCsvError('need to escape, but no escapechar set') : dialect.escapechar;
  }
}

function recordOf(self: PyWriter, row: Value): string | Exit {
  const iterator = iter(row);
  if (iterator === EXIT) {
    if (!isInFlight('TypeError')) return EXIT;
    state.exception = null;
    return raiseCsvError(`iterable expected, not ${typeName(row)}`);
  }
  const { dialect } = self;
  const record = new Record(dialect);
  let isNullField = false;
  const done = iterate(iterator as Value, (field) => {
    isNullField = field === null;
    const text = field === null ? null : str(field);
    if (
      text === EXIT ||
      record.append(text === null ? null : textOf(text as Value), alwaysQuoted(field, dialect.quoting)) === EXIT
    )
      return EXIT;
    return true;
  });
  if (done === EXIT) return EXIT;
  if (record.count > 0 && record.text === '') {
    const { quoting } = dialect;
    if (quoting === QUOTE_NONE || (isNullField && quoting >= QUOTE_STRINGS))
      return raiseCsvError('single empty field record must be quoted');
    record.count--;
    if (record.append(null, true) === EXIT) return EXIT;
  }
  return record.text + dialect.lineterminator;
}

function writeRow(self: PyWriter, row: Value): Result {
  const text = recordOf(self, row);
  return text === EXIT ? EXIT : call(self.write, [strFromText(text as string)]);
}

const readonlyMember = (): Exit => raise('AttributeError', 'readonly attribute');

export const writerType = builtinType<PyWriter>('writer', {
  base: objectType,
  layout: PyWriter,
  module: '_csv',
  doc: 'CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n',
  define(type) {
    type.method(
      'writerow(self, row, /)',
      'Construct and write a CSV record from an iterable of fields.\n\nNon-string elements will be converted to string.',
      writeRow,
    );
    type.method(
      'writerows(self, rows, /)',
      'Construct and write a series of iterables to a csv file.\n\nNon-string elements will be converted to string.',
      (self, rows) => {
        const done = iterate(rows, (row) => (writeRow(self, row) === EXIT ? EXIT : true));
        return done === EXIT ? EXIT : null;
      },
    );
    type.member('dialect', null, (self) => self.dialect, readonlyMember);
  },
});
