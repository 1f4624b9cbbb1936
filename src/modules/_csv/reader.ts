/** `_csv.reader`: an iterator over the records of an iterable of lines. */
import { raise } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { next, typeName } from '../../objspace/operations.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import type { PyDialect } from './dialect.ts';
import { raiseCsvError } from './error.ts';
import { RecordParser } from './record-parser.ts';

export class PyReader extends PyObject {
  readonly input: Value;
  readonly dialect: PyDialect;
  readonly parser: RecordParser;
  lineNumber: number;

  constructor(input: Value, dialect: PyDialect, limit: () => number) {
    super();
    this.input = input;
    this.dialect = dialect;
    this.parser = new RecordParser(dialect, limit);
    this.lineNumber = 0;
  }

  next(): Result | undefined {
    const { parser } = this;
    parser.reset();
    do {
      const line = next(this.input);
      if (line === EXIT) return EXIT;
      if (line === undefined) return this.atEnd();
      if (!isText(line)) {
        return raiseCsvError(
          `iterator should return strings, not ${typeName(line as Value)} (the file should be opened in text mode)`,
        );
      }
      this.lineNumber++;
      if (parser.line(textOf(line)) === EXIT) return EXIT;
    } while (!parser.isComplete);
    return this.takeFields();
  }

  /** The lines are over: what was begun is the last record, if the dialect is not strict. */
  private atEnd(): Result | undefined {
    const { parser } = this;
    if (!parser.isUnfinished) return undefined;
    if (this.dialect.strict) return raiseCsvError('unexpected end of data');
    return parser.save() === EXIT ? EXIT : this.takeFields();
  }

  private takeFields(): Value {
    const fields = PyList.of(this.parser.fields);
    this.parser.fields = [];
    return fields;
  }
}

const readonlyMember = (): Exit => raise('AttributeError', 'readonly attribute');

export const readerType = builtinType<PyReader>('reader', {
  base: objectType,
  layout: PyReader,
  module: '_csv',
  doc: 'CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n',
  slots: {
    iter: (self: PyReader) => self,
    next: (self: PyReader) => self.next(),
  },
  define(type) {
    type.member('dialect', null, (self) => self.dialect, readonlyMember);
    type.member('line_num', null, (self) => self.lineNumber, readonlyMember);
  },
});
