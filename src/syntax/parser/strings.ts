/**
 * String literals that stand side by side: concatenation, and what may not be mixed.
 *
 * f-strings and t-strings become lists of constants and replacement fields (formatted.ts), into which plain literals are
 * merged: neighbouring constants become one, empty ones vanish.
 */
import { BytesConstant, concatenateStr, type StrConstant } from '../../bytecode/constants.ts';
import { Constant, type ExprNode, JoinedStr, TemplateStr } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import { parseString } from '../string-literal.ts';
import * as T from '../tokens.ts';
import { formattedString } from './formatted.ts';
import { escapeWarner, raiseLiteralError } from './raise-literal.ts';
import { raiseAtLastToken } from './raise.ts';
import type { Parser } from './parser.ts';

const LOWER_U = 117;

type StrValue = string | StrConstant;

/** All string literals up to the next token of another kind. */
export function strings(p: Parser): ExprNode {
  if (p.kind === T.TStringStart) return templates(p);
  const start = p.index;
  const isFormatted = p.kind === T.FStringStart;
  if (!isFormatted) {
    const only = stringLiteral(p);
    if (p.kind !== T.StringLiteral && p.kind !== T.FStringStart && p.kind !== T.TStringStart) return only;
    return concatenation(p, [only], start, false);
  }
  return concatenation(p, [], start, true);
}

function stringLiteral(p: Parser): Constant {
  const { index, tokens } = p;
  const start = tokens.starts[index];
  const literalKind = tokens.input.charCodeAt(start) === LOWER_U ? 'u' : undefined;
  const value = literalValue(p, index, start);
  p.advance();
  return new Constant(value, literalKind, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
}

function literalValue(p: Parser, index: number, start: number): StrValue | BytesConstant {
  try {
    return parseString(p.tokens.input, start, p.tokens.ends[index], escapeWarner(p, index, p.lineAt(index)));
  } catch (error) {
    return raiseLiteralError(p, error, index);
  }
}

/** More than one literal, or an f-string: `parts` have been read. */
function concatenation(p: Parser, parts: ExprNode[], start: number, isFormatted: boolean): ExprNode {
  for (;;) {
    if (p.kind === T.StringLiteral) {
      parts.push(stringLiteral(p));
    } else if (p.kind === T.FStringStart) {
      isFormatted = true;
      formattedString(p, parts);
    } else {
      break;
    }
  }
  if (p.kind === T.TStringStart) p.fail();
  const byteCount = parts.filter(isBytes).length;
  if (byteCount > 0) {
    if (isFormatted || byteCount < parts.length) raiseAtLastToken(p, 'cannot mix bytes and nonbytes literals');
    return bytesOf(p, parts as Constant[], start);
  }
  if (!isFormatted) return mergedConstant(parts as Constant[]);
  return new JoinedStr(mergeConstants(parts), p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function templates(p: Parser): ExprNode {
  const start = p.index;
  const parts: ExprNode[] = [];
  while (p.kind === T.TStringStart) formattedString(p, parts);
  if (p.kind === T.StringLiteral || p.kind === T.FStringStart) p.fail();
  return new TemplateStr(mergeConstants(parts), p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function isBytes(part: ExprNode): boolean {
  return part.kind === Kind.Constant && part.value instanceof BytesConstant;
}

function bytesOf(p: Parser, parts: Constant[], start: number): Constant {
  const pieces = parts.map((part) => (part.value as BytesConstant).bytes);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return new Constant(new BytesConstant(bytes), undefined, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** One constant for all: it has the kind (`u`) of the first. */
function mergedConstant(parts: Constant[]): Constant {
  const first = parts[0];
  if (parts.length === 1) return first;
  const last = parts[parts.length - 1];
  const value = concatenateStr(parts.map((part) => part.value as StrValue));
  return new Constant(value, first.literalKind, first.lineno, first.col_offset, last.end_lineno, last.end_col_offset);
}

/** Merges neighbouring constants, and drops what is empty. */
export function mergeConstants(parts: readonly ExprNode[]): ExprNode[] {
  const merged: ExprNode[] = [];
  let run: Constant[] = [];
  const endRun = (): void => {
    if (run.length === 0) return;
    const constant = mergedConstant(run);
    if (constant.value !== '') merged.push(constant);
    run = [];
  };
  for (const part of parts) {
    if (part.kind === Kind.Constant) {
      run.push(part);
    } else {
      endRun();
      merged.push(part);
    }
  }
  endRun();
  return merged;
}
