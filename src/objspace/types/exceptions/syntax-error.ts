/** `SyntaxError`: where in which file, and the line itself. */
import './simple.ts';
import { exceptionTypes, type PyBaseException, raise } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { itemsOf, str } from '../../operations.ts';
import { isText, textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';
import { defineField, deriveFields, exceptionInit, fieldOf, type Fields } from './base.ts';
import { declareDerived, declareExtended } from './declare.ts';

/** Members in the order in which the second argument gives them. */
const LOCATION = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', '_metadata'];
const MIN_LOCATION = 4;

/** `SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]]))`. */
function locate(fields: Fields, items: readonly Value[]): true | Exit {
  if (items.length < MIN_LOCATION) {
    return raise('TypeError', `function takes at least ${MIN_LOCATION} arguments (${items.length} given)`);
  }
  if (items.length > LOCATION.length) {
    return raise('TypeError', `function takes at most ${LOCATION.length} arguments (${items.length} given)`);
  }
  for (const [index, item] of items.entries()) fields.set(LOCATION[index], item);
  if (items.length === MIN_LOCATION + 1)
    return raise('TypeError', 'end_offset must be provided when end_lineno is provided');
  return true;
}

function syntaxErrorInit(self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (exceptionInit(self, args, keywords) === EXIT) return EXIT;
  const fields: Fields = new Map();
  self.fields = fields;
  if (args.length >= 1) fields.set('msg', args[0]);
  if (args.length !== 2) return true;
  const location = itemsOf(args[1]);
  return location === EXIT ? EXIT : locate(fields, location as Value[]);
}

/** The members as host code gives them: `args` of the constructor, known to be right. */
function fieldsFromArguments(args: readonly Value[]): Fields {
  const fields: Fields = new Map();
  if (args.length >= 1) fields.set('msg', args[0]);
  const location = args[1];
  if (location instanceof PyTuple)
    for (const [index, item] of location.items.entries()) fields.set(LOCATION[index], item);
  return fields;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function syntaxErrorStr(self: PyBaseException): Result {
  const message = str(fieldOf(self, 'msg'));
  if (message === EXIT) return EXIT;
  const filename = fieldOf(self, 'filename');
  const line = fieldOf(self, 'lineno');
  const hasFile = isText(filename);
  const hasLine = typeof line === 'number' || typeof line === 'bigint';
  if (!hasFile && !hasLine) return message;
  const text = textOf(message as Value);
  if (hasFile && hasLine) return `${text} (${baseName(textOf(filename))}, line ${line})`;
  return hasFile ? `${text} (${baseName(textOf(filename))})` : `${text} (line ${line})`;
}

const syntaxErrorType = declareExtended(
  'SyntaxError',
  exceptionTypes['Exception'],
  'Invalid syntax.',
  { init: syntaxErrorInit, str: syntaxErrorStr },
  (type) => {
    defineField(type, 'msg', 'exception msg');
    defineField(type, 'filename', 'exception filename');
    defineField(type, 'lineno', 'exception lineno');
    defineField(type, 'offset', 'exception offset');
    defineField(type, 'text', 'exception text');
    defineField(type, 'end_lineno', 'exception end lineno');
    defineField(type, 'end_offset', 'exception end offset');
    defineField(type, 'print_file_and_line', 'exception print_file_and_line');
    defineField(type, '_metadata', 'exception private metadata');
  },
);
deriveFields(syntaxErrorType, fieldsFromArguments);
const indentationErrorType = declareDerived('IndentationError', syntaxErrorType, 'Improper indentation.');
declareDerived('TabError', indentationErrorType, 'Improper mixture of spaces and tabs.');
declareDerived('_IncompleteInputError', syntaxErrorType, 'incomplete input.');
