/** `OSError` and its subclasses, which are chosen by `errno` (https://docs.python.org/3/library/exceptions.html#OSError). */
import './simple.ts';
import { exceptionTypes, type PyBaseException, raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { repr, str, toSize, typeName } from '../../operations.ts';
import type { PyType } from '../../type.ts';
import { textOf } from '../str/str.ts';
import {
  attributesCopy,
  defineField,
  exceptionStr,
  fieldOf,
  type Fields,
  fieldsOf,
  newInstance,
  reduced,
  deriveFields,
} from './base.ts';
import { declareDerived, declareExtended } from './declare.ts';

/** errno (Linux numbers, as the hosts report them) to the subclass that stands for it. */
const CLASS_OF_ERRNO = new Map<number, string>();

/** The members and what remains of `args`: with a file name only errno and text stay. */
interface Parsed {
  fields: Fields;
  args: readonly Value[];
}

function parseArguments(args: readonly Value[], isBlocking: boolean): Parsed {
  const fields: Fields = new Map();
  if (args.length < 2 || args.length > 5) return { fields, args };
  fields.set('errno', args[0]);
  fields.set('strerror', args[1]);
  // args[3] is winerror, which only Windows looks at.
  const filename = args.length > 2 ? args[2] : null;
  const filename2 = args.length > 4 ? args[4] : null;
  if (filename === null) return { fields, args };
  if (isBlocking && (typeof filename === 'number' || typeof filename === 'boolean')) {
    fields.set('characters_written', Number(filename));
    return { fields, args };
  }
  fields.set('filename', filename);
  if (filename2 !== null) fields.set('filename2', filename2);
  return { fields, args: args.slice(0, 2) };
}

function fill(self: PyBaseException, args: readonly Value[]): void {
  const parsed = parseArguments(args, self.shape.type === exceptionTypes['BlockingIOError']);
  self.fields = parsed.fields;
  self.args = parsed.args;
}

/** Whether the arguments are `__init__`'s: a class that overrides it but not `__new__` gets them there. */
function usesInit(type: PyType): boolean {
  return type.slots.init !== osErrorInit && type.slots.new === osErrorNew;
}

function classFor(cls: PyType, args: readonly Value[]): PyType {
  if (cls !== osErrorType || args.length < 2 || args.length > 5) return cls;
  const errno = args[0];
  const name = typeof errno === 'number' ? CLASS_OF_ERRNO.get(errno) : undefined;
  return name === undefined ? cls : exceptionTypes[name];
}

function osErrorNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (usesInit(cls)) return newInstance(cls, []);
  if (keywords !== null) return raiseTypeError(`${cls.name}() takes no keyword arguments`);
  const self = newInstance(classFor(cls, args), args);
  fill(self, args);
  return self;
}

function osErrorInit(self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (!usesInit(self.shape.type)) return true;
  if (keywords !== null) return raiseTypeError(`${typeName(self)}() takes no keyword arguments`);
  fill(self, args);
  return true;
}

function osErrorStr(self: PyBaseException): Result {
  const fields = fieldsOf(self);
  const filename = fields.get('filename');
  if (filename === undefined) {
    if (!fields.has('errno') || !fields.has('strerror')) return exceptionStr(self);
    return texts('[Errno ', [str, 'errno'], '] ', [str, 'strerror'], self);
  }
  const head = texts('[Errno ', [str, 'errno'], '] ', [str, 'strerror'], self);
  if (head === EXIT) return EXIT;
  const first = repr(filename);
  if (first === EXIT) return EXIT;
  const second = fields.get('filename2');
  if (second === undefined) return `${head}: ${textOf(first as Value)}`;
  const last = repr(second);
  return last === EXIT ? EXIT : `${head}: ${textOf(first as Value)} -> ${textOf(last as Value)}`;
}

type FieldText = readonly [(value: Value) => Result, string];

function texts(
  before: string,
  first: FieldText,
  between: string,
  second: FieldText,
  self: PyBaseException,
): string | Exit {
  const a = first[0](fieldOf(self, first[1]));
  if (a === EXIT) return EXIT;
  const b = second[0](fieldOf(self, second[1]));
  return b === EXIT ? EXIT : `${before}${textOf(a as Value)}${between}${textOf(b as Value)}`;
}

function osErrorReduce(self: PyBaseException): Value {
  const fields = fieldsOf(self);
  let args = self.args;
  if (args.length === 2 && fields.has('filename')) {
    args = [...args, fields.get('filename')!];
    if (fields.has('filename2')) args = [...args, null, fields.get('filename2')!];
  }
  return reduced(self, args, attributesCopy(self));
}

function setWritten(self: PyBaseException, value: Value | undefined): true | Exit {
  if (value === undefined)
    return fieldsOf(self).delete('characters_written') ? true : raise('AttributeError', 'characters_written');
  const count = toSize(value);
  if (count === EXIT) return raiseValueError('cannot convert characters_written');
  fieldsOf(self).set('characters_written', count as number);
  return true;
}

export const osErrorType: PyType = declareExtended(
  'OSError',
  exceptionTypes['Exception'],
  'Base class for I/O related errors.',
  { new: osErrorNew, init: osErrorInit, str: osErrorStr },
  (type) => {
    type.method('__reduce__(self, /)', 'Helper for pickle.', osErrorReduce);
    defineField(type, 'errno', 'POSIX exception code');
    defineField(type, 'strerror', 'exception strerror');
    defineField(type, 'filename', 'exception filename');
    defineField(type, 'filename2', 'second exception filename');
    type.getset(
      'characters_written',
      null,
      (self) => {
        const count = fieldsOf(self).get('characters_written');
        return count === undefined ? raise('AttributeError', 'characters_written') : count;
      },
      setWritten,
    );
  },
);

// Host code gives the arguments as they stand; the file name leaves them when somebody looks.
deriveFields(osErrorType, (args) => parseArguments(args, false).fields);

const SUBCLASSES: readonly (readonly [name: string, base: string, doc: string, ...errno: number[]])[] = [
  ['BlockingIOError', 'OSError', 'I/O operation would block.', 11, 114, 115],
  ['ChildProcessError', 'OSError', 'Child process error.', 10],
  ['ConnectionError', 'OSError', 'Connection error.'],
  ['BrokenPipeError', 'ConnectionError', 'Broken pipe.', 32, 108],
  ['ConnectionAbortedError', 'ConnectionError', 'Connection aborted.', 103],
  ['ConnectionRefusedError', 'ConnectionError', 'Connection refused.', 111],
  ['ConnectionResetError', 'ConnectionError', 'Connection reset.', 104],
  ['FileExistsError', 'OSError', 'File already exists.', 17],
  ['FileNotFoundError', 'OSError', 'File not found.', 2],
  ['InterruptedError', 'OSError', 'Interrupted by signal.', 4],
  ['IsADirectoryError', 'OSError', "Operation doesn't work on directories.", 21],
  ['NotADirectoryError', 'OSError', 'Operation only works on directories.', 20],
  ['PermissionError', 'OSError', 'Not enough permissions.', 1, 13],
  ['ProcessLookupError', 'OSError', 'Process not found.', 3],
  ['TimeoutError', 'OSError', 'Timeout expired.', 110],
];

for (const [name, base, doc, ...numbers] of SUBCLASSES) {
  declareDerived(name, exceptionTypes[base], doc);
  for (const errno of numbers) CLASS_OF_ERRNO.set(errno, name);
}

/** An OSError of the right subclass, for host code. */
export function newOSError(errno: number, text: string, filename?: Value, filename2?: Value): PyBaseException {
  const args: Value[] = [errno, text];
  if (filename !== undefined) args.push(filename);
  if (filename2 !== undefined) args.push(null, filename2);
  const self = newInstance(classFor(osErrorType, args), args);
  fill(self, args);
  return self;
}
