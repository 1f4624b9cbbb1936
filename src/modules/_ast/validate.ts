/**
 * Whether a tree that a program has made is one that the compiler can take: contexts, bodies that are not empty, constants. Every
 * complaint is CPython's, in CPython's order. Statements, expressions and patterns have a file each; here is what they share.
 */
import { error, type ExceptionName } from '../../objspace/exception.ts';
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { expression, expressions } from './validate-expressions.ts';
import { statements } from './validate-statements.ts';

/** A list that the program made may have None in it. */
export type Listed<T> = readonly (T | undefined)[];

export function refuse(message: string, kind: ExceptionName = 'ValueError'): never {
  throw error(kind, message);
}

export function validate(root: Ast.ModNode): void {
  switch (root.kind) {
    case Kind.Expression:
      expression(root.body, Kind.Load);
      break;
    case Kind.FunctionType:
      expressions(root.argtypes, Kind.Load);
      expression(root.returns, Kind.Load);
      break;
    default:
      statements(root.body);
  }
}

interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export function positions(node: Located): void {
  const { lineno, col_offset: column, end_lineno: endLine, end_col_offset: endColumn } = node;
  if (lineno > endLine) refuse(`AST node line range (${lineno}, ${endLine}) is not valid`);
  if ((lineno < 0 && endLine !== lineno) || (column < 0 && column !== endColumn)) {
    refuse(`AST node column range (${column}, ${endColumn}) for line range (${lineno}, ${endLine}) is not valid`);
  }
  if (lineno === endLine && column > endColumn) {
    refuse(`line ${lineno}, column ${column}-${endColumn} is not a valid range`);
  }
}

export function checkName(name: string | undefined): void {
  if (name !== 'None' && name !== 'True' && name !== 'False') return;
  refuse(`identifier field can't represent '${name}' constant`);
}

export function nonEmpty(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) refuse(`empty ${what} on ${owner}`);
}
