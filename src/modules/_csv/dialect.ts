/** `_csv.Dialect`: how a kind of CSV file is written. */
import { isOdd, ODD_KEYWORDS_TEXT } from '../../objspace/gateway/odd-keywords.ts';
import { findAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, lengthOfText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;
export const QUOTE_STRINGS = 4;
export const QUOTE_NOTNULL = 5;

export const DIALECT_OPTIONS = [
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
] as const;
type Option = (typeof DIALECT_OPTIONS)[number];
export type Options = ReadonlyMap<string, Value>;

export class PyDialect extends PyObject {
  /** One character; '' stands for none in `escapechar` and `quotechar`. */
  delimiter: string;
  doublequote: boolean;
  escapechar: string;
  lineterminator: string;
  quotechar: string;
  quoting: number;
  skipinitialspace: boolean;
  strict: boolean;

  constructor() {
    super();
    this.delimiter = ',';
    this.doublequote = true;
    this.escapechar = '';
    this.lineterminator = '\r\n';
    this.quotechar = '"';
    this.quoting = QUOTE_MINIMAL;
    this.skipinitialspace = false;
    this.strict = false;
  }
}

// ── Reading the options ──────────────────────────────────────────────────────────────────────────────────────────

function character(name: string, value: Value, mayBeNone: boolean): string | Exit {
  if (value === null && mayBeNone) return '';
  const what = `"${name}" must be a unicode character${mayBeNone ? ' or None' : ''}, not `;
  if (!isText(value)) return raiseTypeError(what + typeName(value));
  const length = lengthOfText(value);
  return length === 1 ? textOf(value) : raiseTypeError(`${what}a string of length ${length}`);
}

function setOption(dialect: PyDialect, name: Option, value: Value): true | Exit {
  switch (name) {
    case 'delimiter':
    case 'escapechar':
    case 'quotechar': {
      const text = character(name, value, name !== 'delimiter');
      if (text === EXIT) return EXIT;
      dialect[name] = text as string;
      return true;
    }
    case 'doublequote':
    case 'skipinitialspace':
    case 'strict': {
      const truth = isTrue(value);
      if (truth === EXIT) return EXIT;
      dialect[name] = truth as boolean;
      return true;
    }
    case 'lineterminator':
      if (!isText(value)) return raiseTypeError(`"lineterminator" must be a string, not ${typeName(value)}`);
      dialect.lineterminator = textOf(value);
      return true;
    case 'quoting':
      if (typeof value !== 'number') return raiseTypeError(`"quoting" must be an integer, not ${typeName(value)}`);
      dialect.quoting = value;
      return true;
  }
}

// ── Checking them ────────────────────────────────────────────────────────────────────────────────────────────────

function check(dialect: PyDialect): true | Exit {
  const { quoting } = dialect;
  if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL) return raiseTypeError('bad "quoting" value');
  if (quoting !== QUOTE_NONE && dialect.quotechar === '')
    return raiseTypeError('quotechar must be set if quoting enabled');
  const characters: [string, string, boolean][] = [
    ['delimiter', dialect.delimiter, true],
    ['escapechar', dialect.escapechar, !dialect.skipinitialspace],
    ['quotechar', dialect.quotechar, !dialect.skipinitialspace],
  ];
  for (const [name, value, mayBeSpace] of characters) {
    if (value === '\n' || value === '\r' || (value === ' ' && !mayBeSpace)) return raiseValueError(`bad ${name} value`);
  }
  for (const [first, second] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ]) {
    if (characters[first][1] === characters[second][1] && characters[first][1] !== '') {
      return raiseValueError(`bad ${characters[first][0]} or ${characters[second][0]} value`);
    }
  }
  for (const [name, value] of characters) {
    if (value !== '' && dialect.lineterminator.includes(value))
      return raiseValueError(`bad ${name} or lineterminator value`);
  }
  return true;
}

/** A dialect made of another one, or of any object with the attributes, and of options; `base` is None for the defaults. */
export function makeDialect(base: Value, options: Options): PyDialect | Exit {
  const dialect = new PyDialect();
  let hasQuoting = false;
  let noQuote = false;
  for (const name of DIALECT_OPTIONS) {
    let value: Result | undefined = options.get(name);
    if (value === undefined && base !== null) value = findAttribute(base, name);
    if (value === EXIT) return EXIT;
    if (value === undefined) continue;
    if (name === 'quoting') hasQuoting = true;
    if (name === 'quotechar') noQuote = value === null;
    if (setOption(dialect, name, value as Value) === EXIT) return EXIT;
  }
  if (noQuote && !hasQuoting) dialect.quoting = QUOTE_NONE;
  return check(dialect) === EXIT ? EXIT : dialect;
}

export function unexpectedOption(options: Options): Exit | undefined {
  for (const name of options.keys()) {
    if (!(DIALECT_OPTIONS as readonly string[]).includes(name)) {
      return raiseTypeError(
        isOdd(name) ? ODD_KEYWORDS_TEXT : `this function got an unexpected keyword argument '${name}'`,
      );
    }
  }
  return undefined;
}

// ── The type ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by module.ts: the dialect registered under a name in this interpreter. */
export const registered = perInterpreter(() => ({ get: (_name: Value): Value | Exit => null }));

function newDialect(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const count = args.length - (keywords?.length ?? 0);
  if (count > DIALECT_OPTIONS.length + 1)
    return raiseTypeError(`function takes at most 9 arguments (${args.length} given)`);
  const options = new Map<string, Value>();
  for (let index = 1; index < count; index++) options.set(DIALECT_OPTIONS[index - 1], args[index]);
  keywords?.forEach((keyword, index) => {
    options.set(keyword, args[count + index]);
  });
  let base: Value | Exit = count > 0 ? args[0] : null;
  if (options.has('dialect')) {
    base = options.get('dialect') as Value;
    options.delete('dialect');
  }
  const unexpected = unexpectedOption(options);
  if (unexpected !== undefined) return unexpected;
  if (isText(base)) base = registered().get(base as Value);
  if (base === EXIT) return EXIT;
  if (base instanceof PyDialect && options.size === 0 && cls === dialectType) return base;
  const dialect = makeDialect(base as Value, options);
  return dialect === EXIT || cls === dialectType ? (dialect as Result) : adopt(dialect as PyDialect, cls);
}

const readonlyMember = (): Exit => raise('AttributeError', 'readonly attribute');
const noPickle = (self: Value): Exit =>
  raiseTypeError(`cannot pickle '${(self as PyDialect).shape.type.name}' instances`);

export const dialectType: PyType = builtinType<PyDialect>('Dialect', {
  base: objectType,
  layout: PyDialect,
  module: '_csv',
  doc: 'CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n',
  slots: { new: newDialect, init: () => true },
  define(type) {
    type.member('skipinitialspace', null, (self) => self.skipinitialspace, readonlyMember);
    type.member('doublequote', null, (self) => self.doublequote, readonlyMember);
    type.member('strict', null, (self) => self.strict, readonlyMember);
    type.getset('delimiter', null, (self) => strFromText(self.delimiter));
    type.getset('escapechar', null, (self) => (self.escapechar === '' ? null : strFromText(self.escapechar)));
    type.getset('lineterminator', null, (self) => strFromText(self.lineterminator));
    type.getset('quotechar', null, (self) => (self.quotechar === '' ? null : strFromText(self.quotechar)));
    type.getset('quoting', null, (self) => self.quoting);
    type.method('@@__reduce__(self, /)', 'raises an exception to avoid pickling', noPickle);
    type.method('@@__reduce_ex__(self, protocol, /)', 'raises an exception to avoid pickling', noPickle);
  },
});
