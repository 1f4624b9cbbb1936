/**
 * Where in a failed expression the operator, the brackets of a subscript or the parentheses of a call are: they get `^`, the rest `~`
 * (PEP 657). The expression's source is parsed anew for that.
 */
import {
  Assign,
  BinOp,
  Call,
  Expr,
  type ExprNode,
  Module,
  Name,
  Return,
  type StmtNode,
  Subscript,
} from '../../syntax/ast.generated.ts';
import { parseSource } from '../../syntax/parser/parse.ts';
import { SourceError } from '../../syntax/syntax-error.ts';
import { charactersOf, characterOffset, isBlank } from './text.ts';

/** A place in lines: line and character, both from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Anchors {
  /** First character of the operator or bracket. */
  readonly start: Place;
  /** Behind its last character. */
  readonly end: Place;
}

function statementsOf(source: string): StmtNode[] | undefined {
  try {
    const tree = parseSource(source, '<unknown>', 'exec');
    return tree instanceof Module ? tree.body : undefined;
  } catch (thrown) {
    // What cannot be parsed alone has no anchors; a source nested too deeply neither.
    if (thrown instanceof SourceError || thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Walks over the characters of the lines, past their ends. */
class Cursor {
  private readonly lines: readonly (readonly string[])[];
  line: number;
  column: number;

  constructor(lines: readonly (readonly string[])[], line: number, column: number) {
    this.lines = lines;
    this.line = line;
    this.column = column;
    this.settle();
  }

  get isAtEnd(): boolean {
    return this.line >= this.lines.length;
  }

  get character(): string {
    return this.lines[this.line][this.column];
  }

  get place(): Place {
    return { line: this.line, column: this.column };
  }

  /** Moves to the first character that satisfies `stop`, past comments and line continuations; false if there is none. */
  advanceTo(stop: (character: string) => boolean): boolean {
    while (!this.isAtEnd) {
      const { character } = this;
      if (character === '\\' || character === '#') {
        this.line++;
        this.column = 0;
      } else if (stop(character)) return true;
      else this.column++;
      this.settle();
    }
    return false;
  }

  private settle(): void {
    while (!this.isAtEnd && this.column >= this.lines[this.line].length) {
      this.line++;
      this.column = 0;
    }
  }
}

/** The segment was parsed inside brackets of its own, on a line before it: lines count from 2. */
const FIRST_LINE = 2;

class Segment {
  private readonly texts: readonly string[];
  private readonly lines: readonly (readonly string[])[];

  constructor(source: string) {
    this.texts = source.split('\n');
    this.lines = this.texts.map(charactersOf);
  }

  startOf(node: ExprNode): Place {
    return this.place(node.lineno, node.col_offset);
  }

  endOf(node: ExprNode): Place {
    return this.place(node.end_lineno, node.end_col_offset);
  }

  /** From the end of `node` on, to the first character that satisfies `stop`. */
  find(node: ExprNode, stop: (character: string) => boolean): Place | undefined {
    const { line, column } = this.endOf(node);
    const cursor = new Cursor(this.lines, line, column);
    return cursor.advanceTo(stop) ? cursor.place : undefined;
  }

  characterAt(line: number, column: number): string | undefined {
    return this.lines[line][column];
  }

  private place(lineno: number, byteColumn: number): Place {
    const line = lineno - FIRST_LINE;
    return { line, column: characterOffset(this.texts[line] ?? '', byteColumn) };
  }
}

/** The operator between two operands: one or two characters. */
function operatorAnchors(segment: Segment, node: BinOp): Anchors | undefined {
  const start = segment.find(node.left, (character) => !isBlank(character) && character !== ')');
  if (start === undefined) return undefined;
  const right = segment.startOf(node.right);
  let column = start.column + 1;
  const second = segment.characterAt(start.line, column);
  const isBeforeRight = right.line > start.line || column < right.column;
  if (second !== undefined && isBeforeRight && !isBlank(second) && second !== '\\' && second !== '#') column++;
  return { start, end: { line: start.line, column } };
}

/** From the opening bracket behind `inner` to the end of `node`. */
function bracketAnchors(segment: Segment, node: ExprNode, inner: ExprNode, bracket: string): Anchors | undefined {
  const start = segment.find(inner, (character) => character === bracket);
  return start === undefined ? undefined : { start, end: segment.endOf(node) };
}

export function findAnchors(source: string): Anchors | undefined {
  const body = statementsOf(`(\n${source}\n)`);
  if (body === undefined || body.length !== 1 || !(body[0] instanceof Expr)) return undefined;
  const node = body[0].value;
  const segment = new Segment(source);
  if (node instanceof BinOp) return operatorAnchors(segment, node);
  if (node instanceof Subscript) return bracketAnchors(segment, node, node.value, '[');
  return node instanceof Call ? bracketAnchors(segment, node, node.func, '(') : undefined;
}

/**
 * Whether the lines are one statement whose failed part says nothing new when marked: `return f(...)` of a plain function, or
 * `name = f(...)`, where the call is all that can fail. Columns as in the tree: compared, as CPython does, with characters.
 */
export function isPlainCall(lines: readonly string[], startOffset: number, endOffset: number): 'empty' | boolean {
  const body = statementsOf(lines.join('\n'));
  if (body === undefined) return false;
  if (body.length === 0) return 'empty';
  const statement = body[0];
  let call: ExprNode | undefined;
  if (statement instanceof Return && statement.value instanceof Call && statement.value.func instanceof Name)
    call = statement.value;
  if (
    statement instanceof Assign &&
    statement.value instanceof Call &&
    statement.targets.length === 1 &&
    statement.targets[0] instanceof Name
  ) {
    call = statement.value;
  }
  if (call === undefined) return false;
  return (
    call.lineno === 1 &&
    call.end_lineno === lines.length &&
    call.col_offset === startOffset &&
    call.end_col_offset === endOffset
  );
}
