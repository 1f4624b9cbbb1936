/** `code`: the Python face of a code object, one per host code object. */
import { CO_ITERABLE_COROUTINE, Code, type CodeFields } from '../bytecode/code.ts';
import { allPositions } from '../bytecode/position-table.ts';
import { raiseTypeError } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { identityHash } from '../objspace/identity.ts';
import type { Result, Value } from '../objspace/object.ts';
import { EQ } from '../objspace/slots.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyListIterator } from '../objspace/types/list/iterator.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { NotImplemented } from '../objspace/types/not-implemented.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyCode } from './py-code.ts';
import { constantValue } from './runtime-code.ts';

const names = (list: readonly string[]): Value => new PyTuple([...list]) as Value;

function sameCode(a: Code, b: Code): boolean {
  if (a === b) return true;
  return a.name === b.name && a.firstLine === b.firstLine && a.flags === b.flags && a.argcount === b.argcount
    && a.words.length === b.words.length && a.words.every((word, index) => word === b.words[index])
    && a.names.join() === b.names.join() && a.varnames.join() === b.varnames.join();
}

/** Code with some fields replaced (`code.replace`). */
function replaced(self: PyCode, changes: Map<string, Value>): Result {
  const fields: CodeFields = self.code.fields();
  for (const [key, value] of changes) {
    const field = REPLACEABLE[key];
    if (field === undefined) return raiseTypeError(`replace() got an unexpected keyword argument '${key}'`);
    (fields as unknown as Record<string, unknown>)[field] = value;
  }
  return PyCode.of(new Code(fields));
}

/** Fields that can be given anew; the instructions themselves cannot. */
const REPLACEABLE: Record<string, keyof CodeFields> = {
  co_name: 'name',
  co_qualname: 'qualname',
  co_filename: 'filename',
  co_firstlineno: 'firstLine',
  co_flags: 'flags',
};

export const codeType = builtinType<PyCode>('code', {
  base: objectType,
  layout: PyCode,
  isBaseType: false,
  doc: 'Create a code object.  Not for mere mortals.',
  slots: {
    new: () => raiseTypeError('code objects are made by compile()'),
    repr: (self: PyCode) =>
      `<code object ${self.code.name} at ${addressText(self)}, file "${self.code.filename}", line ${self.code.firstLine}>`,
    hash: (self: PyCode) => identityHash(self),
    compare: (self: PyCode, other, operator) => {
      if (!(other instanceof PyCode) || (operator !== EQ && operator !== 3)) return NotImplemented;
      return sameCode(self.code, other.code) === (operator === EQ);
    },
  },
  define(type) {
    type.member('co_name', null, ({ code }) => code.name);
    type.member('co_qualname', null, ({ code }) => code.qualname);
    type.member('co_filename', null, ({ code }) => code.filename);
    type.member('co_firstlineno', null, ({ code }) => code.firstLine);
    type.member('co_flags', null, ({ code }) => code.flags & ~CO_ITERABLE_COROUTINE);
    type.member('co_argcount', null, ({ code }) => code.argcount);
    type.member('co_posonlyargcount', null, ({ code }) => code.posonlyargcount);
    type.member('co_kwonlyargcount', null, ({ code }) => code.kwonlyargcount);
    type.getset('co_nlocals', null, ({ code }) => code.varnames.length);
    type.member('co_stacksize', null, ({ code }) => code.registerCount - code.varnames.length);
    type.getset('co_varnames', null, ({ code }) => names(code.varnames));
    type.getset('co_cellvars', null, ({ code }) => names(code.cellvars));
    type.getset('co_freevars', null, ({ code }) => names(code.freevars));
    type.member('co_names', null, ({ code }) => names(code.names));
    type.member('co_consts', null, ({ code }) => new PyTuple(code.constants.map(constantValue)) as Value);
    type.getset('co_code', null, ({ code }) => new PyBytes(new Uint8Array(code.words.slice().buffer)) as Value);
    type.method('co_positions(self, /)', 'Return the position of each instruction.', (self) => unitPositions(self.code));
    type.method('co_lines(self, /)', 'Return the line of each range of instructions.', (self) => PyList.of(lineRanges(self.code)));
    type.method('replace(self, /, **changes)', 'Return a copy of the code object with new values for the specified fields.', replaced);
    type.method('__replace__(self, /, **changes)', 'The same as replace().', replaced);
    type.method('__sizeof__(self, /)', 'Size of object in memory, in bytes.', ({ code }) => 200 + code.words.byteLength);
  },
});

interface InstructionPosition {
  readonly pc: number;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

const known = (number: number): Value => (number < 0 ? null : number);

function positionTuple(position: InstructionPosition): Value {
  return new PyTuple([known(position.line), known(position.endLine), known(position.column), known(position.endColumn)]) as Value;
}

/** One position for every two bytes of `co_code`, so that `tb_lasti // 2` is an index, as it is for CPython's code units. */
function unitPositions(code: Code): Value {
  const positions = allPositions(code);
  const units: Value[] = [];
  positions.forEach((position, index) => {
    const tuple = positionTuple(position);
    const end = index + 1 < positions.length ? positions[index + 1].pc : code.words.length;
    for (let unit = position.pc * 2; unit < end * 2; unit++) units.push(tuple);
  });
  return new PyListIterator(PyList.of(units));
}

/** (start, end, line) in bytes of co_code, neighbours of one line joined. */
function lineRanges(code: Code): Value[] {
  const ranges: { start: number; end: number; line: number }[] = [];
  for (const { pc, line } of allPositions(code)) {
    const last = ranges.at(-1);
    if (last !== undefined) last.end = pc * 4;
    if (last === undefined || last.line !== line) ranges.push({ start: pc * 4, end: pc * 4, line });
  }
  if (ranges.length > 0) ranges.at(-1)!.end = code.words.length * 4;
  return ranges.map(({ start, end, line }) => new PyTuple([start, end, known(line)]) as Value);
}

