/**
 * Warns of `return`, `break` and `continue` that leave a `finally` block and swallow the exception in flight (PEP 765).
 *
 * A pass of its own, as in CPython: the warnings of the whole source come before any error of the symbol table. A jump is warned of if no
 * function and no loop is nearer than the `finally`.
 */
import type * as Ast from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import { type CompileContext, warnAt } from './context.ts';
import type { RootNode } from './symtable.ts';

export function warnOfJumpsFromFinally(root: RootNode, context: CompileContext): void {
  if (root.kind !== Kind.Expression) statements(root.body, false, context);
}

function statements(body: readonly Ast.StmtNode[], isFinally: boolean, context: CompileContext): void {
  for (const node of body) statement(node, isFinally, context);
}

function statement(node: Ast.StmtNode, isFinally: boolean, context: CompileContext): void {
  switch (node.kind) {
    case Kind.Return:
      if (isFinally) warnAt(context, "'return' in a 'finally' block", node);
      break;
    case Kind.Break:
      if (isFinally) warnAt(context, "'break' in a 'finally' block", node);
      break;
    case Kind.Continue:
      if (isFinally) warnAt(context, "'continue' in a 'finally' block", node);
      break;
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      statements(node.body, false, context);
      break;
    case Kind.ClassDef:
    case Kind.With:
    case Kind.AsyncWith:
      statements(node.body, isFinally, context);
      break;
    case Kind.While:
    case Kind.For:
    case Kind.AsyncFor:
      statements(node.body, false, context);
      statements(node.orelse, isFinally, context);
      break;
    case Kind.If:
      ifStatement(node, isFinally, context);
      break;
    case Kind.Match:
      for (const { body } of node.cases) statements(body, isFinally, context);
      break;
    case Kind.Try:
    case Kind.TryStar:
      tryStatement(node, isFinally, context);
  }
}

/** `elif` is an `if` in an `else`: a chain of them is walked by a loop. */
function ifStatement(node: Ast.If, isFinally: boolean, context: CompileContext): void {
  for (let current = node; ; ) {
    statements(current.body, isFinally, context);
    const { orelse } = current;
    if (orelse.length !== 1 || orelse[0].kind !== Kind.If) {
      statements(orelse, isFinally, context);
      return;
    }
    current = orelse[0];
  }
}

function tryStatement(node: Ast.Try | Ast.TryStar, isFinally: boolean, context: CompileContext): void {
  statements(node.body, isFinally, context);
  for (const { body } of node.handlers) statements(body, isFinally, context);
  statements(node.orelse, isFinally, context);
  statements(node.finalbody, true, context);
}
