/**
 * Source positions of a code object's instructions, packed into bytes and decoded when somebody asks.
 *
 * The table is a sequence of runs, one per stretch of instructions with the same position. A run begins with a byte: the low
 * three bits are its form, the others the number of instructions less one (a longer stretch is several runs).
 *
 * Instructions come in the order of evaluation: an expression after its operands, whose first one it begins with. So
 * the beginnings of what has been evaluated are kept on a stack, in the order of the source, and an expression that covers
 * some of them is written as the depth of its beginning. The rest is relative to where the run before ended:
 *
 *   NONE         nothing: the instructions have no position
 *   AROUND       depth, column of the end           begins on the stack, ends on the line where the run before ended
 *   BEHIND       column, width                      on the line where the run before ended
 *   NEXT         column, width                      on the line behind that
 *   ELSEWHERE    line, column, width                on another line
 *   AROUND_LINES depth, end line, end column        begins on the stack
 *   LINES        line, lines, column, end column    covers more than one line
 *   LINE         line                               no columns are known
 *
 * Numbers are varints, differences signed (zigzag). The first line is relative to the code's first line, so that a
 * function keeps its table when it moves in its file.
 */
import type { Code, Position } from './code.ts';
import { instructionLength } from './operands.ts';
import { ByteReader, ByteWriter } from '../util/byte-stream.ts';

const NONE = 0;
const AROUND = 1;
const BEHIND = 2;
const NEXT = 3;
const ELSEWHERE = 4;
const AROUND_LINES = 5;
const LINES = 6;
const LINE = 7;
const FORM_BITS = 3;
const MAX_RUN = 1 << (8 - FORM_BITS);

/** Kinds of fields. */
export const DEPTH = 0;
/** Columns relative to where the run before ended: of a beginning, and of an end. */
export const OFFSET = 1;
export const END_OFFSET = 2;
export const COLUMN = 3;
export const WIDTH = 4;
export const LINE_OFFSET = 5;
export const HEIGHT = 6;
export const END_COLUMN = 7;

/** The kinds of the varints behind the byte that a run begins with, by form. */
export const FIELDS: readonly (readonly number[])[] = [
  [],
  [DEPTH, END_OFFSET],
  [OFFSET, WIDTH],
  [COLUMN, WIDTH],
  [LINE_OFFSET, COLUMN, WIDTH],
  [DEPTH, HEIGHT, END_COLUMN],
  [LINE_OFFSET, HEIGHT, COLUMN, END_COLUMN],
  [LINE_OFFSET],
];

/** Form and length of a run, from its first byte. */
export function formOfRun(head: number): number {
  return head & ((1 << FORM_BITS) - 1);
}

export function lengthOfRun(head: number): number {
  return (head >> FORM_BITS) + 1;
}

export const NO_POSITION: Position = { line: -1, endLine: -1, column: -1, endColumn: -1 };

/** What writer and reader know when they come to a run. */
class Place {
  /** Where the run before ended. */
  line: number;
  column: number;
  /** Beginnings, in the order of the source: pairs of line and column. */
  readonly starts: number[];

  constructor(firstLine: number) {
    this.line = firstLine;
    this.column = 0;
    this.starts = [];
  }

  /** How many beginnings lie behind a place, and whether the one before them is that place: else -1 less the number. */
  depthOf(line: number, column: number): number {
    const { starts } = this;
    let depth = 0;
    for (let at = starts.length - 2; at >= 0; at -= 2, depth++) {
      if (starts[at] > line || (starts[at] === line && starts[at + 1] > column)) continue;
      return starts[at] === line && starts[at + 1] === column ? depth : -1 - depth;
    }
    return -1 - depth;
  }

  /** Drops the beginnings behind a new one. */
  begin(line: number, column: number): void {
    const { starts } = this;
    while (starts.length > 0) {
      const at = starts.length - 2;
      if (starts[at] < line || (starts[at] === line && starts[at + 1] < column)) break;
      starts.length = at;
    }
    starts.push(line, column);
  }
}

/** Collects the positions of instructions in order. */
export class PositionEncoder {
  private readonly writer: ByteWriter;
  private readonly place: Place;

  constructor(firstLine: number) {
    this.writer = new ByteWriter();
    this.place = new Place(firstLine);
  }

  /** The next `count` instructions stand at this position; a line below 0 means that they have none. */
  add(count: number, line: number, endLine: number, column: number, endColumn: number): void {
    for (let left = count; left > 0; left -= MAX_RUN) {
      this.addRun(Math.min(left, MAX_RUN) - 1, line, endLine, column, endColumn);
    }
  }

  finish(): Uint8Array {
    return this.writer.finish();
  }

  private addRun(more: number, line: number, endLine: number, column: number, endColumn: number): void {
    const { place, writer } = this;
    if (line < 0) {
      writer.byte(NONE | (more << FORM_BITS));
      return;
    }
    if (column < 0 || endColumn < 0) {
      writer.byte(LINE | (more << FORM_BITS));
      writer.signed(line - place.line);
      place.line = line;
      return;
    }
    const depth = place.depthOf(line, column);
    if (depth >= 0) this.addAround(more, depth, endLine, endColumn);
    else if (endLine !== line || endColumn < column) this.addLines(more, line, endLine, column, endColumn);
    else this.addOnLine(more, line, column, endColumn);
    place.begin(line, column);
    place.line = endLine;
    place.column = endColumn;
  }

  private addAround(more: number, depth: number, endLine: number, endColumn: number): void {
    const { place, writer } = this;
    const isOnLine = endLine === place.line;
    writer.byte((isOnLine ? AROUND : AROUND_LINES) | (more << FORM_BITS));
    writer.varint(depth);
    if (!isOnLine) writer.signed(endLine - place.line);
    writer.signed(endColumn - place.column);
  }

  private addOnLine(more: number, line: number, column: number, endColumn: number): void {
    const { place, writer } = this;
    const difference = line - place.line;
    const form = difference === 0 ? BEHIND : difference === 1 ? NEXT : ELSEWHERE;
    writer.byte(form | (more << FORM_BITS));
    if (form === ELSEWHERE) writer.signed(difference);
    if (form === BEHIND) writer.signed(column - place.column);
    else writer.varint(column);
    writer.varint(endColumn - column);
  }

  private addLines(more: number, line: number, endLine: number, column: number, endColumn: number): void {
    const { place, writer } = this;
    writer.byte(LINES | (more << FORM_BITS));
    writer.signed(line - place.line);
    writer.signed(endLine - line);
    writer.varint(column);
    writer.varint(endColumn);
  }
}

/** A run of instructions with one position. */
export interface PositionRun {
  readonly count: number;
  readonly position: Position;
}

/** The runs of a table whose code begins at `firstLine`. */
export function* positionRuns(table: Uint8Array, firstLine: number): Generator<PositionRun> {
  const reader = new ByteReader(table);
  const place = new Place(firstLine);
  while (!reader.isAtEnd) {
    const head = reader.byte();
    const form = formOfRun(head);
    const count = lengthOfRun(head);
    yield { count, position: form === NONE ? NO_POSITION : readPosition(reader, form, place) };
  }
}

function readPosition(reader: ByteReader, form: number, place: Place): Position {
  if (form === LINE) {
    place.line += reader.signed();
    return { line: place.line, endLine: place.line, column: -1, endColumn: -1 };
  }
  const position =
    form === AROUND || form === AROUND_LINES ? readAround(reader, form, place) : readNew(reader, form, place);
  place.begin(position.line, position.column);
  place.line = position.endLine;
  place.column = position.endColumn;
  return position;
}

function readAround(reader: ByteReader, form: number, { starts, line, column }: Place): Position {
  const at = starts.length - 2 - 2 * reader.varint();
  const endLine = form === AROUND ? line : line + reader.signed();
  return { line: starts[at], endLine, column: starts[at + 1], endColumn: column + reader.signed() };
}

function readNew(reader: ByteReader, form: number, place: Place): Position {
  const difference = form === BEHIND ? 0 : form === NEXT ? 1 : reader.signed();
  const line = place.line + difference;
  const endLine = form === LINES ? line + reader.signed() : line;
  const column = form === BEHIND ? place.column + reader.signed() : reader.varint();
  const last = reader.varint();
  return { line, endLine, column, endColumn: form === LINES ? last : column + last };
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

/** Positions that were asked for, by code and word: logging and exceptions ask for the same few again and again. */
const asked = new WeakMap<Code, Map<number, Position>>();

/** The position of the instruction at word `pc`. */
export function positionAt(code: Code, pc: number): Position {
  let known = asked.get(code);
  if (known === undefined) {
    known = new Map();
    asked.set(code, known);
  }
  let position = known.get(pc);
  if (position === undefined) {
    position = searchPosition(code, pc);
    known.set(pc, position);
  }
  return position;
}

function searchPosition(code: Code, pc: number): Position {
  for (const { end, position } of positionRanges(code)) if (pc < end) return position;
  return NO_POSITION;
}

/**
 * Where a run begins with the position of the run before: the compiler marks an instruction by that (`marked` of compiler/codegen/positions.ts).
 */
export function repeatedPositions(code: Code): ReadonlySet<number> {
  const found = new Set<number>();
  let pc = 0;
  let before = NO_POSITION;
  for (const { count, position } of positionRuns(code.positions, code.firstLine)) {
    if (position.line >= 0 && isSame(position, before)) found.add(pc);
    before = count === MAX_RUN ? NO_POSITION : position;
    for (let left = count; left > 0; left--) pc += instructionLength(code.words, pc);
  }
  return found;
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;
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
