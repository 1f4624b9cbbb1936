/** First phase of the symbol table: statements and patterns. Notes how each name is used in each scope. */
import type * as Ast from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import { isFutureImport } from './future.ts';
import {
  type Block,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  type FunctionNode,
  type RootNode,
  USE,
} from './symtable.ts';
import type { Collector } from './symtable-collector.ts';
import { annotatedAssignment, functionAnnotations, generic, typeAlias } from './symtable-definitions.ts';
import { expression, expressions, keywords, optional, parameters, requireAsync } from './symtable-expressions.ts';

export function collect(c: Collector, root: RootNode): void {
  if (root.kind === Kind.Expression) expression(c, root.body);
  else statements(c, root.body);
}

function statements(c: Collector, body: readonly Ast.StmtNode[]): void {
  for (const node of body) statement(c, node);
}

function statement(c: Collector, node: Ast.StmtNode): void {
  c.nest();
  switch (node.kind) {
    case Kind.Expr:
      expression(c, node.value);
      break;
    case Kind.Assign:
      expressions(c, node.targets);
      expression(c, node.value);
      break;
    case Kind.AugAssign:
      expression(c, node.target);
      expression(c, node.value);
      break;
    case Kind.AnnAssign:
      annotatedAssignment(c, node);
      break;
    case Kind.Return:
      optional(c, node.value);
      if (node.value !== undefined) c.block.returnsValue = true;
      break;
    case Kind.Delete:
      expressions(c, node.targets);
      break;
    case Kind.Assert:
      expression(c, node.test);
      optional(c, node.msg);
      break;
    case Kind.Raise:
      optional(c, node.exc);
      optional(c, node.cause);
      break;
    case Kind.ImportFrom:
      if (isFutureImport(node) && !c.future.allows(node)) {
        c.fail('from __future__ imports must occur at the beginning of the file', node);
      }
      for (const alias of node.names) importedName(c, alias);
      break;
    case Kind.Import:
      for (const alias of node.names) importedName(c, alias);
      break;
    case Kind.Global:
      for (const name of node.names) declaration(c, node, name, 'global', DEF_GLOBAL);
      break;
    case Kind.Nonlocal:
      for (const name of node.names) declaration(c, node, name, 'nonlocal', DEF_NONLOCAL);
      break;
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      functionDefinition(c, node);
      break;
    case Kind.ClassDef:
      classDefinition(c, node);
      break;
    case Kind.TypeAlias:
      typeAlias(c, node);
      break;
    case Kind.Break:
    case Kind.Continue:
    case Kind.Pass:
      break;
    default:
      c.conditionally(() => compound(c, node));
  }
  c.unnest();
}

type Compound =
  | Ast.If
  | Ast.While
  | Ast.For
  | Ast.AsyncFor
  | Ast.With
  | Ast.AsyncWith
  | Ast.Try
  | Ast.TryStar
  | Ast.Match;

function compound(c: Collector, node: Compound): void {
  switch (node.kind) {
    case Kind.If:
      ifStatement(c, node);
      break;
    case Kind.While:
      expression(c, node.test);
      statements(c, node.body);
      statements(c, node.orelse);
      break;
    case Kind.For:
    case Kind.AsyncFor:
      if (node.kind === Kind.AsyncFor) requireAsync(c, 'async for', node);
      expression(c, node.target);
      expression(c, node.iter);
      statements(c, node.body);
      statements(c, node.orelse);
      break;
    case Kind.With:
    case Kind.AsyncWith:
      if (node.kind === Kind.AsyncWith) requireAsync(c, 'async with', node);
      for (const { context_expr, optional_vars } of node.items) {
        expression(c, context_expr);
        optional(c, optional_vars);
      }
      statements(c, node.body);
      break;
    case Kind.Match:
      expression(c, node.subject);
      for (const { pattern: casePattern, guard, body } of node.cases) {
        pattern(c, casePattern);
        optional(c, guard);
        statements(c, body);
      }
      break;
    default:
      tryStatement(c, node);
  }
}

/** `elif` is an `if` in an `else`: a chain of them is walked by a loop. */
function ifStatement(c: Collector, node: Ast.If): void {
  for (let current = node; ; ) {
    expression(c, current.test);
    statements(c, current.body);
    const { orelse } = current;
    if (orelse.length !== 1 || orelse[0].kind !== Kind.If) {
      statements(c, orelse);
      return;
    }
    current = orelse[0];
  }
}

function tryStatement(c: Collector, node: Ast.Try | Ast.TryStar): void {
  statements(c, node.body);
  for (const handler of node.handlers) {
    optional(c, handler.type);
    if (handler.name !== undefined) c.define(handler.name, DEF_LOCAL, handler);
    statements(c, handler.body);
  }
  statements(c, node.orelse);
  statements(c, node.finalbody);
}

function importedName(c: Collector, node: Ast.Alias): void {
  const name = node.asname ?? node.name;
  if (name === '*') {
    if (c.block.kind !== 'module') c.fail('import * only allowed at module level', node);
    return;
  }
  const dot = name.indexOf('.');
  c.define(dot === -1 ? name : name.slice(0, dot), DEF_IMPORT, node);
}

// ── global and nonlocal ────────────────────────────────────────────────────────────────────────────────────────

function declaration(
  c: Collector,
  node: Ast.Global | Ast.Nonlocal,
  name: string,
  keyword: 'global' | 'nonlocal',
  flag: number,
): void {
  const known = c.lookUp(name);
  if ((known & DEF_PARAM) !== 0) c.fail(`name '${name}' is parameter and ${keyword}`, node);
  if ((known & USE) !== 0) c.fail(`name '${name}' is used prior to ${keyword} declaration`, node);
  if ((known & DEF_ANNOT) !== 0) c.fail(`annotated name '${name}' can't be ${keyword}`, node);
  if ((known & DEF_LOCAL) !== 0) c.fail(`name '${name}' is assigned to before ${keyword} declaration`, node);
  c.define(name, flag, node);
  c.addDirective(name, node);
}

// ── Definitions ────────────────────────────────────────────────────────────────────────────────────────────────

function functionDefinition(c: Collector, node: FunctionNode): void {
  const { name, args } = node;
  c.define(name, DEF_LOCAL, node);
  expressions(c, args.defaults);
  expressions(c, args.kw_defaults);
  expressions(c, node.decorator_list);
  if (node.type_params.length > 0) generic(c, node, name, () => functionScope(c, node));
  else functionScope(c, node);
}

function functionScope(c: Collector, node: FunctionNode): void {
  const block = c.newBlock('function', node.name, node, node);
  block.isMethod = c.block.kind === 'class';
  block.isCoroutine = node.kind === Kind.AsyncFunctionDef;
  functionAnnotations(c, node, block);
  c.table.add(block);
  c.enter(block, () => {
    parameters(c, node.args);
    // The block of the annotations of local variables is another one.
    const { annotationBlock } = block;
    block.annotationBlock = undefined;
    statements(c, node.body);
    block.annotationBlock = annotationBlock;
  });
}

function classDefinition(c: Collector, node: Ast.ClassDef): void {
  c.define(node.name, DEF_LOCAL, node);
  expressions(c, node.decorator_list);
  if (node.type_params.length > 0) generic(c, node, node.name, () => classScope(c, node));
  else classScope(c, node);
}

function classScope(c: Collector, node: Ast.ClassDef): void {
  expressions(c, node.bases);
  keywords(c, node.keywords);
  const block = c.newBlock('class', node.name, node, node, node.name);
  c.table.add(block);
  c.enter(block, () => {
    if (node.type_params.length > 0) noteTypeParameters(c, block, node);
    statements(c, node.body);
  });
}

function noteTypeParameters(c: Collector, block: Block, node: Ast.ClassDef): void {
  c.note(block, '__type_params__', DEF_LOCAL, node);
  c.note(block, '.type_params', USE, node);
}

// ── Patterns ───────────────────────────────────────────────────────────────────────────────────────────────────

function patterns(c: Collector, nodes: readonly Ast.PatternNode[]): void {
  for (const node of nodes) pattern(c, node);
}

function pattern(c: Collector, node: Ast.PatternNode): void {
  c.nest();
  switch (node.kind) {
    case Kind.MatchValue:
      expression(c, node.value);
      break;
    case Kind.MatchSequence:
    case Kind.MatchOr:
      patterns(c, node.patterns);
      break;
    case Kind.MatchMapping:
      expressions(c, node.keys);
      patterns(c, node.patterns);
      if (node.rest !== undefined) c.define(node.rest, DEF_LOCAL, node);
      break;
    case Kind.MatchClass:
      expression(c, node.cls);
      patterns(c, node.patterns);
      for (let i = 0; i < node.kwd_attrs.length; i++) c.checkName(node.kwd_attrs[i], node.kwd_patterns[i]);
      patterns(c, node.kwd_patterns);
      break;
    case Kind.MatchStar:
      if (node.name !== undefined) c.define(node.name, DEF_LOCAL, node);
      break;
    case Kind.MatchAs:
      if (node.pattern !== undefined) pattern(c, node.pattern);
      if (node.name !== undefined) c.define(node.name, DEF_LOCAL, node);
  }
  c.unnest();
}
