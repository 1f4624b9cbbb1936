/**
 * Positions in an image: the tables of position-table.ts, taken apart into columns, without what the instructions tell.
 *
 * How far an expression goes behind its last operand can mostly be told from the instruction that it became: `LoadGlobal print` is
 * five columns wide, an attribute ends a dot and its name behind its object. What is written is the difference to that.
 */
import { ByteReader, ByteWriter } from '../util/byte-stream.ts';
import type { CodeBody } from './code.ts';
import { type ConstantValue, isStrConstant, strText, TupleConstant } from './constants.ts';
import { fixedRegisterCount } from './image-format.ts';
import type { Mnemonic } from './instructions.ts';
import { instructionInfo, type InstructionInfo, instructionLength } from './operands.ts';
import { END_OFFSET, FIELDS, formOfRun, lengthOfRun, OFFSET, WIDTH } from './position-table.ts';

/** What of a code object the prediction looks at. */
export type Predictor = Pick<
  CodeBody,
  'words' | 'names' | 'constants' | 'varnames' | 'cellvars' | 'cellRegisters' | 'freevars'
>;

/** `columns` are the one of forms, then one per kind of field. */
export function splitPositions(table: Uint8Array, code: Predictor, columns: readonly ByteWriter[]): void {
  const reader = new ByteReader(table);
  const extents = new Extents(code);
  for (let pc = 0; pc < code.words.length; ) {
    const head = reader.byte();
    columns[0].byte(head);
    let start = 0;
    for (const kind of FIELDS[formOfRun(head)]) {
      const field = reader.varint();
      const column = columns[1 + kind];
      if (kind === OFFSET) start = unzigzag(field);
      if (kind === WIDTH) column.signed(field - widthFor(start, extents.at(pc)));
      else if (kind === END_OFFSET) column.signed(unzigzag(field) - extents.at(pc));
      else column.varint(field);
    }
    pc = skip(code.words, pc, lengthOfRun(head));
  }
}

export function joinPositions(code: Predictor, columns: readonly ByteReader[]): Uint8Array {
  const writer = new ByteWriter();
  const extents = new Extents(code);
  for (let pc = 0; pc < code.words.length; ) {
    const head = columns[0].byte();
    writer.byte(head);
    let start = 0;
    for (const kind of FIELDS[formOfRun(head)]) {
      const field = columns[1 + kind].varint();
      if (kind === OFFSET) start = unzigzag(field);
      if (kind === WIDTH) writer.varint(unzigzag(field) + widthFor(start, extents.at(pc)));
      else if (kind === END_OFFSET) writer.signed(unzigzag(field) + extents.at(pc));
      else writer.varint(field);
    }
    pc = skip(code.words, pc, lengthOfRun(head));
  }
  return writer.finish();
}

function skip(words: Int32Array, pc: number, count: number): number {
  let end = pc;
  for (let left = count; left > 0; left--) end += instructionLength(words, end);
  return end;
}

/** An expression that begins in front of the end of its last operand goes on behind it. */
function widthFor(start: number, extent: number): number {
  return start < 0 ? extent - start : extent;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

// ── How far instructions reach ─────────────────────────────────────────────────────────────────────────────────

/** The text of an operator, by the mnemonic it belongs to: only its length counts. */
const OPERATORS: Partial<Record<string, string>> = {
  Add: '+',
  Subtract: '-',
  Multiply: '*',
  TrueDivide: '/',
  FloorDivide: '//',
  Modulo: '%',
  Power: '**',
  MatrixMultiply: '@',
  LeftShift: '<<',
  RightShift: '>>',
  BitAnd: '&',
  BitOr: '|',
  BitXor: '^',
  Less: '<',
  LessEqual: '<=',
  Equal: '==',
  NotEqual: '!=',
  Greater: '>',
  GreaterEqual: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

/** What is written around the operands: in front, between, behind; and between a value and its name. */
type Shape = readonly [front: number, between: number, behind: number];

const SHAPES: Partial<Record<Mnemonic, Shape>> = {
  Not: [4, 0, 0],
  Negative: [1, 0, 0],
  Positive: [1, 0, 0],
  Invert: [1, 0, 0],
  LoadAttr: [0, 1, 0],
  StoreAttr: [0, 1, 0],
  LoadMethod: [0, 1, 0],
  LoadItem: [0, 1, 1],
  LoadItemInt: [0, 1, 1],
  DeleteItem: [0, 1, 1],
  LoadSlice: [0, 1, 1],
  BuildTuple: [1, 2, 1],
  BuildList: [1, 2, 1],
  BuildSet: [1, 2, 1],
  Return: [7, 0, 0],
  Raise: [6, 0, 0],
  FormatValue: [1, 0, 1],
  LoadConst: [0, 0, 0],
};

function shapeOf({ mnemonic }: InstructionInfo): Shape {
  const plain = mnemonic.replace(/^Inplace/, '').replace(/Int$/, '');
  const operator = OPERATORS[plain];
  if (operator === undefined) return SHAPES[mnemonic] ?? [0, 0, 0];
  return [0, operator.length + (mnemonic.startsWith('Inplace') ? 3 : 2), 0];
}

/** By opcode; made when first needed. */
const operationShapes: Shape[] = [];
/** Operands that are no part of the expression: values that were evaluated before, caches. */
const UNWRITTEN: ReadonlySet<string> = new Set(['ic', 'dst', 'label', 'dsts']);
const CALLS: ReadonlySet<string> = new Set(['Call', 'CallMethod', 'CallKw', 'CallMethodKw']);
const STORES: ReadonlySet<string> = new Set(['StoreAttr', 'StoreName', 'StoreGlobal', 'StoreCell', 'StoreFree']);

/** Where the part of an expression that stands behind its last evaluated operand ends. */
class Extents {
  private readonly code: Predictor;
  private readonly fixed: number;
  private total: number;

  constructor(code: Predictor) {
    this.code = code;
    this.fixed = fixedRegisterCount(code.varnames, code.cellRegisters);
    this.total = 0;
  }

  at(pc: number): number {
    const { words } = this.code;
    const info = instructionInfo(words[pc]);
    this.total = 0;
    if (CALLS.has(info.mnemonic)) this.call(info, pc);
    else if (info.mnemonic === 'Move') this.register(words[pc + 1]);
    else this.operation(info, pc);
    return this.total;
  }

  private operation(info: InstructionInfo, pc: number): void {
    const { words } = this.code;
    operationShapes[info.opcode] ??= shapeOf(info);
    const [front, between, behind] = operationShapes[info.opcode];
    this.total = front;
    let isFirst = true;
    const next = () => {
      if (!isFirst) this.total += between;
      isFirst = false;
    };
    info.operands.forEach(({ name, kind }, i) => {
      const word = words[pc + 1 + i];
      if (UNWRITTEN.has(kind) || (name === 'value' && STORES.has(info.mnemonic))) return;
      if (kind === 'regs') {
        for (let at = pc + 2 + i; at < pc + 2 + i + word; at++) {
          next();
          this.register(words[at]);
        }
        return;
      }
      next();
      this.operand(kind, word);
    });
    this.total += behind;
  }

  private operand(kind: string, word: number): void {
    const { names, constants, freevars } = this.code;
    if (kind === 'reg' || kind === 'var') this.register(word);
    else if (kind === 'name') this.total += names[word].length;
    else if (kind === 'int') this.total += String(word).length;
    else if (kind === 'free') this.total += freevars[word].length;
    else if (kind === 'const') this.total += constantWidth(constants[word]);
  }

  private call(info: InstructionInfo, pc: number): void {
    const { words, constants } = this.code;
    const count = info.operands.length;
    const args = words[pc + count];
    const named = info.operands.findIndex(({ name }) => name === 'names');
    const names = named < 0 ? undefined : constants[words[pc + 1 + named]];
    const items = names instanceof TupleConstant ? names.items : [];
    this.register(words[pc + 2]);
    this.total += 1;
    for (let i = 0; i < args; i++) {
      if (i > 0) this.total += 2;
      const name = items[i - args + items.length];
      if (name !== undefined) this.total += constantWidth(name) - 1;
      this.register(words[pc + count + 1 + i]);
    }
    this.total += 1;
  }

  /** A temporary was evaluated before: what counts begins behind it. */
  private register(register: number): void {
    const { varnames, cellvars, cellRegisters } = this.code;
    if (register >= this.fixed) this.total = 0;
    else if (register < varnames.length) this.total += varnames[register].length;
    else this.total += cellvars[cellRegisters.indexOf(register)]?.length ?? 0;
  }
}

function constantWidth(value: ConstantValue): number {
  return isStrConstant(value) ? strText(value).length + 2 : 0;
}
