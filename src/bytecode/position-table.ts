/**
 * Source positions of a code object's instructions, packed into bytes and decoded when somebody asks.
 *
 * The table is a sequence of runs, one per stretch of instructions with the same position. A run begins with a byte: the low
 * three bits are its form, the others the number of instructions less one (a longer stretch is several runs). Then, by form:
 *
 *   NONE      nothing: the instructions have no position
 *   SAME      column, width                       on the line of the run before
 *   NEXT      column, width                       on the line behind it
 *   MOVED     line difference, column, width      on some other line
 *   SPAN      line difference, lines, column, end column: the position covers more than one line
 *   LINE      line difference                     no columns are known
 *
 * Numbers are varints; the line difference is signed (zigzag), relative to the last run with a position. The first is
 * relative to the code's first line, so that a function keeps its table when it moves in its file.
 */
import type { Code, Position } from './code.ts';
import { instructionLength } from './operands.ts';
import { ByteReader, ByteWriter } from '../util/byte-stream.ts';

const NONE = 0;
const SAME = 1;
const NEXT = 2;
const MOVED = 3;
const SPAN = 4;
const LINE = 5;
const FORM_BITS = 3;
const MAX_RUN = 1 << (8 - FORM_BITS);

export const NO_POSITION: Position = { line: -1, endLine: -1, column: -1, endColumn: -1 };

/** Collects the positions of instructions in order. */
export class PositionEncoder {
  private readonly writer: ByteWriter;
  private line: number;

  constructor(firstLine: number) {
    this.writer = new ByteWriter();
    this.line = firstLine;
  }

  /** The next `count` instructions stand at this position; a line below 0 means that they have none. */
  add(count: number, line: number, endLine: number, column: number, endColumn: number): void {
    for (let left = count; left > 0; left -= MAX_RUN) {
      this.addRun(Math.min(left, MAX_RUN), line, endLine, column, endColumn);
    }
  }

  finish(): Uint8Array {
    return this.writer.finish();
  }

  private addRun(count: number, line: number, endLine: number, column: number, endColumn: number): void {
    const { writer } = this;
    if (line < 0) {
      writer.byte(NONE | ((count - 1) << FORM_BITS));
      return;
    }
    const difference = line - this.line;
    this.line = line;
    const form = formOf(difference, line, endLine, column, endColumn);
    writer.byte(form | ((count - 1) << FORM_BITS));
    if (form >= MOVED) writer.signed(difference);
    if (form === SPAN) writer.varint(endLine - line);
    if (form === LINE) return;
    writer.varint(column);
    writer.varint(form === SPAN ? endColumn : endColumn - column);
  }
}

function formOf(difference: number, line: number, endLine: number, column: number, endColumn: number): number {
  if (column < 0 || endColumn < 0) return LINE;
  if (endLine !== line || endColumn < column) return SPAN;
  if (difference === 0) return SAME;
  return difference === 1 ? NEXT : MOVED;
}

/** A run of instructions with one position. */
export interface PositionRun {
  readonly count: number;
  readonly position: Position;
}

/** The runs of a table whose code begins at `firstLine`. */
export function* positionRuns(table: Uint8Array, firstLine: number): Generator<PositionRun> {
  const reader = new ByteReader(table);
  let line = firstLine;
  while (!reader.isAtEnd) {
    const head = reader.byte();
    const form = head & ((1 << FORM_BITS) - 1);
    const count = (head >> FORM_BITS) + 1;
    if (form === NONE) {
      yield { count, position: NO_POSITION };
      continue;
    }
    if (form === NEXT) line++;
    else if (form >= MOVED) line += reader.signed();
    yield { count, position: readPlace(reader, form, line) };
  }
}

function readPlace(reader: ByteReader, form: number, line: number): Position {
  if (form === LINE) return { line, endLine: line, column: -1, endColumn: -1 };
  const lines = form === SPAN ? reader.varint() : 0;
  const column = reader.varint();
  const last = reader.varint();
  return { line, endLine: line + lines, column, endColumn: form === SPAN ? last : column + last };
}

/** An instruction, as the words [start, end) of its code, with its position. */
export interface PositionedRange {
  readonly start: number;
  readonly end: number;
  readonly position: Position;
}

/** The stretches of instructions with one position each, in the order of the code. */
export function* positionRanges(code: Code): Generator<PositionedRange> {
  let pc = 0;
  for (const { count, position } of positionRuns(code.positions, code.firstLine)) {
    const start = pc;
    for (let left = count; left > 0; left--) pc += instructionLength(code.words, pc);
    yield { start, end: pc, position };
  }
}

/** An instruction's position with the word at which the instruction begins. */
export interface InstructionPosition extends Position {
  readonly pc: number;
}

/** The position of every instruction, as `co_positions()` gives them. */
export function allPositions(code: Code): InstructionPosition[] {
  const positions: InstructionPosition[] = [];
  let pc = 0;
  for (const { count, position } of positionRuns(code.positions, code.firstLine)) {
    for (let left = count; left > 0; left--) {
      positions.push({ pc, ...position });
      pc += instructionLength(code.words, pc);
    }
  }
  return positions;
}

/** The position of the instruction at word `pc`. */
export function positionAt(code: Code, pc: number): Position {
  for (const { end, position } of positionRanges(code)) if (pc < end) return position;
  return NO_POSITION;
}

/** A stretch of words on one line (`undefined`: on none), as `co_lines()` gives them. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly line: number | undefined;
}

/** The lines of a code object: neighbours on the same line are one range. */
export function* lineRanges(code: Code): Generator<LineRange> {
  let open: LineRange | undefined;
  for (const { start, end, position } of positionRanges(code)) {
    const line = position.line < 0 ? undefined : position.line;
    if (open !== undefined && open.line === line) {
      open = { start: open.start, end, line };
      continue;
    }
    if (open !== undefined) yield open;
    open = { start, end, line };
  }
  if (open !== undefined) yield open;
}
