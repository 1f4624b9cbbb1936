/** `code`: the Python face of a code object, one per host code object. */
import { CO_VARARGS, CO_VARKEYWORDS, Code, type CodeFields, type Handler, type Position } from '../bytecode/code.ts';
import { audit, auditor } from '../objspace/audit.ts';
import { reprConstant } from '../bytecode/constant-repr.ts';
import type { ConstantValue } from '../bytecode/constants.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { positionRanges } from '../bytecode/position-table.ts';
import { exceptionTypes, raise, raiseTypeError } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { hashOf, toIndex, argumentName, typeName } from '../objspace/operations.ts';
import { EQ } from '../objspace/slots.ts';
import { state } from '../objspace/state.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { NotImplemented } from '../objspace/types/not-implemented.ts';
import type { PyType } from '../objspace/type.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../objspace/types/str/text.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { BYTES_PER_WORD, ENTRY_BYTES, entryPosition } from './code-entry.ts';
import { lineIterator, positionsIterator } from './code-iterators.ts';
import { branchAt } from './branch-places.ts';
import { lineRanges } from './line-ranges.ts';
import { LocationTable } from './location-table.ts';
import { PyCode } from './py-code.ts';
import { hidesColumns } from './services.ts';
import { constantOf, constantValue } from './runtime-code.ts';

const names = (list: readonly string[]): Value => new PyTuple(list.map(strFromText)) as Value;

/** What makes code equal, besides its constants; names and instructions are compared as text. */
function identityOf(code: Code): string {
  const { name, firstLine, flags, argcount, posonlyargcount, kwonlyargcount, names, varnames, cellvars, freevars } =
    code;
  const numbers = [firstLine, flags, argcount, posonlyargcount, kwonlyargcount];
  return [name, numbers, names, varnames, cellvars, freevars, code.words, code.positions].join(' ');
}

/** Names of local variables: that of an inlined comprehension's variable may be there already. */
function variableNames(code: Code): string[] {
  return [...new Set(code.varnames)];
}

function sameCode(a: Code, b: Code): boolean {
  if (a === b) return true;
  if (a.words.length !== b.words.length || identityOf(a) !== identityOf(b)) return false;
  return (
    a.constants.length === b.constants.length &&
    a.constants.every((constant, index) => sameConstant(constant, b.constants[index]))
  );
}

function sameConstant(a: ConstantValue, b: ConstantValue): boolean {
  if (a instanceof Code || b instanceof Code) return a instanceof Code && b instanceof Code && sameCode(a, b);
  return reprConstant(a) === reprConstant(b);
}

// ── Changed copies ───────────────────────────────────────────────────────────────────────────────────────────────

type Field = (fields: CodeFields, name: string, value: Value) => true | Exit;

function wrongType(name: string, wanted: string, value: Value): Exit {
  return raiseTypeError(`replace() argument '${name}' must be ${wanted}, not ${argumentName(value)}`);
}

function textField(key: 'name' | 'qualname' | 'filename'): Field {
  return (fields, name, value) => {
    if (!isText(value)) return wrongType(name, 'str', value);
    fields[key] = textOf(value);
    return true;
  };
}

function numberField(key: 'argcount' | 'posonlyargcount' | 'kwonlyargcount' | 'firstLine' | 'flags'): Field {
  return (fields, name, value) => {
    const number = toIndex(value);
    if (number === EXIT) return EXIT;
    if ((number as number) < 0) return raise('ValueError', `${name} must be a positive integer`);
    fields[key] = number as number;
    return true;
  };
}

function namesField(key: 'names' | 'varnames' | 'cellvars' | 'freevars'): Field {
  return (fields, name, value) => {
    if (!(value instanceof PyTuple)) return wrongType(name, 'tuple', value);
    if (!value.items.every(isText)) return raise('SystemError', 'non-string found in code slot');
    if (value.items.length < fields[key].length) return raise('ValueError', `code: ${name} is too small`);
    fields[key] = value.items.map(textOf);
    return true;
  };
}

function constantsField(fields: CodeFields, name: string, value: Value): true | Exit {
  if (!(value instanceof PyTuple)) return wrongType(name, 'tuple', value);
  const constants = value.items.map(constantOf);
  const strange = constants.indexOf(undefined);
  if (strange >= 0)
    return raiseTypeError(`a code object cannot hold a constant of type ${typeName(value.items[strange])}`);
  fields.constants = constants as ConstantValue[];
  return true;
}

/** Where instructions and tables can only be what they are: these have no form of their own to replace them by. */
function fixedField(unchanged: (fields: CodeFields, value: Value) => boolean): Field {
  return (fields, name, value) => {
    if (unchanged(fields, value)) return true;
    return raise('NotImplementedError', `code.replace() cannot change ${name}`);
  };
}

function bytesField(current: (fields: CodeFields) => Uint8Array): Field {
  const field = fixedField((fields, value) => (value as unknown as PyBytes).data.join() === current(fields).join());
  return (fields, name, value) =>
    value instanceof PyBytes ? field(fields, name, value) : wrongType(name, 'bytes', value);
}

/** The registers that the code needs are in its instructions. */
const countField: Field = (_fields, name, value) => {
  const number = toIndex(value);
  if (number === EXIT) return EXIT;
  return (number as number) < 0 ? raise('ValueError', `${name} must be a positive integer`) : true;
};

/** A table of another form says nothing: the code has no positions then. */
function lineTableField(fields: CodeFields, name: string, value: Value): true | Exit {
  if (!(value instanceof PyBytes)) return wrongType(name, 'bytes', value);
  if (value.data.join() !== locationTable(new Code(fields)).join()) fields.positions = new Uint8Array(0);
  return true;
}

/** Handlers belong to the instructions. */
const ignoredBytesField: Field = (_fields, name, value) =>
  value instanceof PyBytes ? true : wrongType(name, 'bytes', value);

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['co_argcount', numberField('argcount')],
  ['co_posonlyargcount', numberField('posonlyargcount')],
  ['co_kwonlyargcount', numberField('kwonlyargcount')],
  [
    'co_nlocals',
    (fields, _name, value) =>
      value === fields.varnames.length ? true : raise('ValueError', 'code: co_nlocals != len(co_varnames)'),
  ],
  ['co_stacksize', countField],
  ['co_flags', numberField('flags')],
  ['co_firstlineno', numberField('firstLine')],
  ['co_code', bytesField((fields) => bytesOf(fields.words))],
  ['co_consts', constantsField],
  ['co_names', namesField('names')],
  ['co_varnames', namesField('varnames')],
  ['co_freevars', namesField('freevars')],
  ['co_cellvars', namesField('cellvars')],
  ['co_filename', textField('filename')],
  ['co_name', textField('name')],
  ['co_qualname', textField('qualname')],
  ['co_linetable', lineTableField],
  ['co_exceptiontable', ignoredBytesField],
]);

/** Code with some fields replaced (`code.replace`). */
function replaced(self: PyCode, changes: ReadonlyMap<string, Value>): Result {
  for (const name of changes.keys())
    if (!FIELDS.has(name)) return raiseTypeError(`replace() got an unexpected keyword argument '${name}'`);
  const fields = self.code.fields();
  for (const [name, set] of FIELDS) {
    const value = changes.get(name);
    if (value !== undefined && set(fields, name, value) === EXIT) return EXIT;
  }
  if (parameterCount(fields) > fields.varnames.length) return raise('ValueError', 'code: co_varnames is too small');
  if (auditor !== undefined) auditFields(fields);
  // Who observes or profiles the one code puts other instructions into its words.
  fields.words = fields.words.slice();
  return PyCode.of(new Code(fields));
}

/** Tells of the fields that a code object is made of. */
function auditFields(fields: CodeFields): void {
  const { argcount, posonlyargcount, kwonlyargcount, varnames, registerCount, flags } = fields;
  audit(
    'code.__new__',
    new PyBytes(bytesOf(fields.words)) as Value,
    strFromText(fields.filename),
    strFromText(fields.name),
    argcount,
    posonlyargcount,
    kwonlyargcount,
    varnames.length,
    registerCount - varnames.length,
    flags,
  );
}

function parameterCount({ argcount, kwonlyargcount, flags }: CodeFields): number {
  return argcount + kwonlyargcount + ((flags & CO_VARARGS) !== 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
}

const bytesOf = (words: Int32Array): Uint8Array => new Uint8Array(words.slice().buffer);

/** The handlers as bytes: four numbers of 32 bits for each. */
function handlerTable(handlers: readonly Handler[]): Uint8Array {
  return bytesOf(
    Int32Array.from(handlers.flatMap(({ start, end, target, register }) => [start, end, target, register])),
  );
}

function variableName({ code }: PyCode, place: Value): Result {
  const index = toIndex(place);
  if (index === EXIT) return EXIT;
  return (
    [...code.varnames, ...code.cellvars, ...code.freevars][index as number] ??
    raise('IndexError', 'tuple index out of range')
  );
}

/** There is no bytecode that a program could give: only what is wrong about the arguments is told as in CPython. */
function newCode(_cls: PyType, args: readonly Value[], keywords: readonly string[] | null): Exit {
  const { length } = args;
  if (keywords !== null) return raiseTypeError('code() takes no keyword arguments');
  if (length < 16) return raiseTypeError(`code expected at least 16 arguments, got ${length}`);
  if (length > 18) return raiseTypeError(`code expected at most 18 arguments, got ${length}`);
  return raiseTypeError('code objects are made by compile()');
}

export const codeType = builtinType<PyCode>('code', {
  base: objectType,
  layout: PyCode,
  isBaseType: false,
  doc: 'Create a code object.  Not for the faint of heart.',
  slots: {
    new: newCode,
    repr: (self: PyCode) =>
      `<code object ${self.code.name} at ${addressText(self)}, file "${self.code.filename}", line ${self.code.firstLine}>`,
    hash: ({ code }: PyCode) => hashOf(new PyTuple([identityOf(code)]) as Value),
    compare: (self: PyCode, other, operator) => {
      if (!(other instanceof PyCode) || (operator !== EQ && operator !== 3)) return NotImplemented;
      return sameCode(self.code, other.code) === (operator === EQ);
    },
  },
  define(type) {
    type.member('co_name', null, ({ code }) => strFromText(code.name));
    type.member('co_qualname', null, ({ code }) => strFromText(code.qualname));
    type.member('co_filename', null, ({ code }) => strFromText(code.filename));
    type.member('co_firstlineno', null, ({ code }) => code.firstLine);
    type.member('co_flags', null, ({ code }) => code.flags);
    type.member('co_argcount', null, ({ code }) => code.argcount);
    type.member('co_posonlyargcount', null, ({ code }) => code.posonlyargcount);
    type.member('co_kwonlyargcount', null, ({ code }) => code.kwonlyargcount);
    type.member('co_nlocals', null, ({ code }) => variableNames(code).length);
    type.member('co_stacksize', null, ({ code }) => code.registerCount - code.varnames.length);
    type.getset('co_varnames', null, ({ code }) => names(variableNames(code)));
    type.getset('co_cellvars', null, ({ code }) => names([...new Set(code.cellvars)]));
    type.getset('co_freevars', null, ({ code }) => names(code.freevars));
    type.member('co_names', null, ({ code }) => names(code.names));
    type.member('co_consts', null, ({ code }) => new PyTuple(code.constants.map(constantValue)) as Value);
    type.getset('co_code', null, ({ code }) => new PyBytes(bytesOf(code.words)) as Value);
    type.getset('_co_code_adaptive', null, ({ code }) => new PyBytes(bytesOf(code.words)) as Value);
    type.getset('co_lnotab', null, lineTableOf);
    type.member('co_linetable', null, ({ code }) => new PyBytes(locationTable(code)) as Value);
    type.member('co_exceptiontable', null, ({ code }) => new PyBytes(handlerTable(code.handlers)) as Value);
    type.method('co_positions(self, /)', null, (self) => unitPositions(self.code));
    type.method('co_lines(self, /)', null, (self) =>
      lineIterator(
        lineRanges(self.code).map(({ start, end, line }) => new PyTuple([start, end, known(line)]) as Value),
      ),
    );
    type.method('co_branches(self, /)', null, ({ code }) => lineIterator(branches(code)));
    type.method(
      'replace(self, /, **changes)',
      'Return a copy of the code object with new values for the specified fields.',
      replaced,
    );
    type.method('__replace__(self, /, **changes)', 'The same as replace().', replaced);
    type.method(
      '_varname_from_oparg(self, /, oparg)',
      '(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this method is for internal use only and may change or go\naway.',
      variableName,
    );
    type.method(
      '__sizeof__(self, /)',
      'Size of object in memory, in bytes.',
      ({ code }) => 200 + code.words.byteLength,
    );
  },
});

const known = (number: number): Value => (number < 0 ? null : number);

function positionTuple(position: Position): Value {
  if (hidesColumns()) return new PyTuple([known(position.line), known(position.line), null, null]) as Value;
  return new PyTuple([
    known(position.line),
    known(position.endLine),
    known(position.column),
    known(position.endColumn),
  ]) as Value;
}

interface UnitRun {
  readonly count: number;
  readonly position: Position;
}

/**
 * The positions of every two bytes of `co_code`, so that `tb_lasti // 2` is an index, as it is for CPython's code units. The first two are
 * those where the code is entered (code-entry.ts).
 */
function unitRuns(code: Code): UnitRun[] {
  const runs: UnitRun[] = [];
  for (const { start, end, position } of positionRanges(code)) {
    const count = (end - start) * UNITS_PER_WORD;
    if (start === 0) runs.push({ count: 1, position: entryPosition(code) }, { count: count - 1, position });
    else runs.push({ count, position });
  }
  return runs;
}

const UNITS_PER_WORD = BYTES_PER_WORD / ENTRY_BYTES;

/** Tracebacks ask for those of the same few codes again and again. */
const knownPositions = new WeakMap<Code, readonly Value[]>();

function unitPositions(code: Code): Value {
  let units = knownPositions.get(code);
  if (units === undefined) {
    units = positionsOfUnits(code);
    knownPositions.set(code, units);
  }
  return positionsIterator(units);
}

function positionsOfUnits(code: Code): Value[] {
  const units: Value[] = [];
  for (const { count, position } of unitRuns(code)) {
    const tuple = positionTuple(position);
    for (let unit = 0; unit < count; unit++) units.push(tuple);
  }
  return units;
}

/** `co_linetable`. */
function locationTable(code: Code): Uint8Array {
  const table = new LocationTable(code.firstLine);
  for (const { count, position } of unitRuns(code)) table.add(count, position);
  return table.finish();
}

/** Conditional jumps, as places in co_code: of the jump, of what follows it, of where it jumps to. */
function branches(code: Code): Value[] {
  const found: Value[] = [];
  for (let pc = 0; pc < code.words.length; pc += instructionLength(code.words, pc)) {
    const branch = branchAt(code, pc);
    if (branch !== undefined) found.push(new PyTuple([branch.source, branch.left, branch.right]) as Value);
  }
  return found;
}

/**
 * `co_lnotab`, the table that `co_lines` replaced: pairs of bytes, how far the next instruction and the next line are, as an unsigned and
 * a signed number. What does not fit into a byte goes in several steps, places first.
 */
function oldLineTable(code: Code): Uint8Array {
  const table: number[] = [];
  let place = 0;
  let line = code.firstLine;
  for (const range of lineRanges(code)) {
    if (range.line < 0) continue;
    for (; range.start - place > 255; place += 255) table.push(255, 0);
    for (; range.line - line > 127; line += 127) place = pushStep(table, place, range.start, 127);
    for (; range.line - line < -128; line -= 128) place = pushStep(table, place, range.start, -128);
    if (range.line !== line) place = pushStep(table, place, range.start, range.line - line);
    line = range.line;
  }
  return Uint8Array.from(table, (number) => number & 255);
}

function pushStep(table: number[], place: number, start: number, lines: number): number {
  table.push(start - place, lines);
  return start;
}

function lineTableOf({ code }: PyCode): Result {
  const message = 'co_lnotab is deprecated, use co_lines instead.';
  if (!state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1)) return EXIT;
  return new PyBytes(oldLineTable(code)) as Value;
}
