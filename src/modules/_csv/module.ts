/** `_csv`: reading and writing CSV files. Reference: https://docs.python.org/3.14/library/csv.html */
import { findAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { iter } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, strOfName } from '../../objspace/types/str/str.ts';
import { dialectType, makeDialect, type Options, PyDialect, registered, unexpectedOption } from './dialect.ts';
import * as quoting from './dialect.ts';
import { csvErrorType, raiseCsvError } from './error.ts';
import { PyReader, readerType } from './reader.ts';
import { PyWriter, writerType } from './writer.ts';

const FIELD_LIMIT = 131072;

function lookUp(dialects: PyDict, name: Value): Value | Exit {
  const found = dialects.get(name);
  return found === undefined ? raiseCsvError('unknown dialect') : (found as Value | Exit);
}

/** The dialect that a reader or writer is given: a name, an object, and options. */
function dialectOf(dialects: PyDict, base: Value | undefined, options: Options): PyDialect | Exit {
  const unexpected = unexpectedOption(options);
  if (unexpected !== undefined) return unexpected;
  const object = base !== undefined && isText(base) ? lookUp(dialects, base) : (base ?? null);
  if (object === EXIT) return EXIT;
  if (object instanceof PyDialect && options.size === 0) return object;
  return makeDialect(object as Value, options);
}

const DIALECT_DOC =
  'The optional "dialect" argument specifies the base dialect instance\nor the name of the registered dialect.  The function also accepts\noptional keyword arguments which override settings provided by the\ndialect.\n';
const READER_DOC =
  'Return a reader object that will process lines from the given iterable.\n\nThe "iterable" argument can be any object that returns a line\nof input for each iteration, such as a file object or a list.  The\noptional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n\nThe returned object is an iterator.  Each iteration returns a row\nof the CSV file (which can span multiple input lines).\n';
const WRITER_DOC =
  'Return a writer object that will write user data on the given file object.\n\nThe "fileobj" argument can be any object that supports the file API.\nThe optional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n';

function defineDialects(module: ModuleBuilder, dialects: PyDict): void {
  registered().get = (name) => lookUp(dialects, name);
  module.constant('_dialects', dialects);
  module.function(
    "register_dialect(name, /, dialect=<absent 'excel'>, **fmtparams)",
    `Create a mapping from a string name to a CVS dialect.\n\n${DIALECT_DOC}`,
    (name, base, options) => {
      if (!isText(name)) return raiseTypeError('dialect name must be a string');
      const dialect = dialectOf(dialects, base, options);
      return dialect === EXIT || dialects.set(name, dialect as PyDialect) === EXIT ? EXIT : null;
    },
  );
  module.function(
    'unregister_dialect(name)',
    'Delete the name/dialect mapping associated with a string name.',
    (name) => {
      const found = dialects.delete(name);
      return found === EXIT ? EXIT : found ? null : raiseCsvError('unknown dialect');
    },
  );
  module.function('get_dialect(name)', 'Return the dialect instance associated with name.', (name) =>
    lookUp(dialects, name),
  );
  module.function('list_dialects()', 'Return a list of all known dialect names.', () =>
    PyList.of(dialects.strKeys().map(strOfName)),
  );
}

function newReader(
  dialects: PyDict,
  limit: () => number,
  lines: Value,
  base: Value | undefined,
  options: Options,
): Result {
  const iterator = iter(lines);
  if (iterator === EXIT) return EXIT;
  const dialect = dialectOf(dialects, base, options);
  return dialect === EXIT ? EXIT : new PyReader(iterator as Value, dialect as PyDialect, limit);
}

function newWriter(dialects: PyDict, file: Value, base: Value | undefined, options: Options): Result {
  const dialect = dialectOf(dialects, base, options);
  if (dialect === EXIT) return EXIT;
  const write = findAttribute(file, 'write');
  if (write === EXIT) return EXIT;
  if (write === undefined || typeOf(write as Value).slots.call === undefined)
    return raiseTypeError('argument 1 must have a "write" method');
  return new PyWriter(write as Value, dialect as PyDialect);
}

function newLimit(value: Value): number | Exit {
  if (typeof value === 'bigint') return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  return typeof value === 'number' ? value : raiseTypeError('limit must be an integer');
}

export const _csv = builtinModule('_csv', 'CSV parsing and writing.\n', (module) => {
  const dialects = new PyDict();
  let limit = FIELD_LIMIT;
  defineDialects(module, dialects);
  module.function("reader(iterable, /, dialect=<absent 'excel'>, **fmtparams)", READER_DOC, (lines, base, options) =>
    newReader(dialects, () => limit, lines, base, options),
  );
  module.function("writer(fileobj, /, dialect=<absent 'excel'>, **fmtparams)", WRITER_DOC, (file, base, options) =>
    newWriter(dialects, file, base, options),
  );
  module.function(
    'field_size_limit(new_limit=<absent>)',
    'Sets an upper limit on parsed fields.\n\nReturns old limit. If limit is not given, no new limit is set and\nthe old limit is returned',
    (value) => {
      const old = limit;
      if (value === undefined) return old;
      const wanted = newLimit(value);
      if (wanted === EXIT) return EXIT;
      limit = wanted as number;
      return old;
    },
  );
  module.constant('QUOTE_MINIMAL', quoting.QUOTE_MINIMAL);
  module.constant('QUOTE_ALL', quoting.QUOTE_ALL);
  module.constant('QUOTE_NONNUMERIC', quoting.QUOTE_NONNUMERIC);
  module.constant('QUOTE_NONE', quoting.QUOTE_NONE);
  module.constant('QUOTE_STRINGS', quoting.QUOTE_STRINGS);
  module.constant('QUOTE_NOTNULL', quoting.QUOTE_NOTNULL);
  module.constant('Error', csvErrorType());
  module.constant('Dialect', dialectType);
  module.constant('Reader', readerType);
  module.constant('Writer', writerType);
});
