/** The statements of a tree that a program has made. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { NODES } from './node-types.ts';
import { checkName, type Listed, nonEmpty, positions, refuse } from './validate.ts';
import { expression, expressions, keywords, optional, parameters } from './validate-expressions.ts';
import { validatePattern } from './validate-patterns.ts';

export function statements(list: Listed<Ast.StmtNode>): void {
  for (const node of list) {
    if (node === undefined) refuse('None disallowed in statement list');
    positions(node);
    const check = CHECKS[node.kind] as ((node: Ast.StmtNode, name: string) => void) | undefined;
    check?.(node, NODES[node.kind]!.name);
  }
}

function body(list: Listed<Ast.StmtNode>, owner: string): void {
  nonEmpty(list, 'body', owner);
  statements(list);
}

// ── Definitions ──────────────────────────────────────────────────────────────────────────────────────────────────

function definition(node: Ast.FunctionDef | Ast.AsyncFunctionDef, name: string): void {
  checkName(node.name);
  body(node.body, name);
  typeParameters(node.type_params);
  parameters(node.args);
  expressions(node.decorator_list, Kind.Load);
  optional(node.returns);
}

function classDefinition(node: Ast.ClassDef, name: string): void {
  checkName(node.name);
  body(node.body, name);
  typeParameters(node.type_params);
  expressions(node.bases, Kind.Load);
  keywords(node.keywords);
  expressions(node.decorator_list, Kind.Load);
}

function typeParameters(list: readonly Ast.TypeParamNode[]): void {
  for (const node of list) {
    positions(node);
    checkName(node.name);
    if (node.kind === Kind.TypeVar) optional(node.bound);
    optional(node.default_value);
  }
}

function typeAlias(node: Ast.TypeAlias): void {
  if (node.name.kind !== Kind.Name) refuse('TypeAlias with non-Name name', 'TypeError');
  expression(node.name, Kind.Store);
  typeParameters(node.type_params);
  expression(node.value, Kind.Load);
}

// ── Assignments and imports ──────────────────────────────────────────────────────────────────────────────────────

function targets(list: Listed<Ast.ExprNode>, context: Ast.ExprContextKind, owner: string): void {
  nonEmpty(list, 'targets', owner);
  expressions(list, context);
}

function annotatedAssignment(node: Ast.AnnAssign): void {
  if (node.target.kind !== Kind.Name && node.simple !== 0) refuse('AnnAssign with simple non-Name target', 'TypeError');
  expression(node.target, Kind.Store);
  optional(node.value);
  expression(node.annotation, Kind.Load);
}

/** The target is what the compiler would find out; with the number that CPython gives the node. */
function augmentedAssignment({ target, value }: Ast.AugAssign): void {
  expression(target, Kind.Store);
  if (target.kind !== Kind.Name && target.kind !== Kind.Attribute && target.kind !== Kind.Subscript) {
    refuse(`invalid node type (${target.kind - Kind.BoolOp + 1}) for augmented assignment`, 'SystemError');
  }
  expression(value, Kind.Load);
}

function importedNames(names: readonly Ast.Alias[], owner: string): void {
  nonEmpty(names, 'names', owner);
  for (const { name, asname } of names) {
    checkName(name);
    checkName(asname);
  }
}

// ── Compound statements ──────────────────────────────────────────────────────────────────────────────────────────

function forLoop(node: Ast.For | Ast.AsyncFor, name: string): void {
  expression(node.target, Kind.Store);
  expression(node.iter, Kind.Load);
  body(node.body, name);
  statements(node.orelse);
}

function conditional(node: Ast.If | Ast.While, name: string): void {
  expression(node.test, Kind.Load);
  body(node.body, name);
  statements(node.orelse);
}

function withStatement(node: Ast.With | Ast.AsyncWith, owner: string): void {
  nonEmpty(node.items, 'items', owner);
  for (const item of node.items) {
    expression(item.context_expr, Kind.Load);
    if (item.optional_vars !== undefined) expression(item.optional_vars, Kind.Store);
  }
  body(node.body, owner);
}

function matchStatement(node: Ast.Match): void {
  expression(node.subject, Kind.Load);
  nonEmpty(node.cases, 'cases', 'Match');
  for (const item of node.cases) {
    validatePattern(item.pattern, false);
    optional(item.guard);
    body(item.body, 'match_case');
  }
}

function raiseStatement({ exc, cause }: Ast.Raise): void {
  if (exc === undefined && cause !== undefined) refuse('Raise with cause but no exception');
  optional(exc);
  optional(cause);
}

function tryStatement(node: Ast.Try | Ast.TryStar, owner: string): void {
  body(node.body, owner);
  if (node.handlers.length === 0 && node.finalbody.length === 0) {
    refuse(`${owner} has neither except handlers nor finalbody`);
  }
  if (node.handlers.length === 0 && node.orelse.length > 0) refuse(`${owner} has orelse but no except handlers`);
  for (const handler of node.handlers) {
    positions(handler);
    checkName(handler.name);
    optional(handler.type);
    body(handler.body, 'ExceptHandler');
  }
  statements(node.finalbody);
  statements(node.orelse);
}

// ── Index ────────────────────────────────────────────────────────────────────────────────────────────────────────

type Checks = { [N in Ast.StmtNode as N['kind']]?: (node: N, name: string) => void };

const CHECKS: Checks = {
  [Kind.FunctionDef]: definition,
  [Kind.AsyncFunctionDef]: definition,
  [Kind.ClassDef]: classDefinition,
  [Kind.Return]: ({ value }) => optional(value),
  [Kind.Delete]: (node, name) => targets(node.targets, Kind.Del, name),
  [Kind.Assign]: (node, name) => {
    targets(node.targets, Kind.Store, name);
    expression(node.value, Kind.Load);
  },
  [Kind.TypeAlias]: typeAlias,
  [Kind.AugAssign]: augmentedAssignment,
  [Kind.AnnAssign]: annotatedAssignment,
  [Kind.For]: forLoop,
  [Kind.AsyncFor]: forLoop,
  [Kind.While]: conditional,
  [Kind.If]: conditional,
  [Kind.With]: withStatement,
  [Kind.AsyncWith]: withStatement,
  [Kind.Match]: matchStatement,
  [Kind.Raise]: raiseStatement,
  [Kind.Try]: tryStatement,
  [Kind.TryStar]: tryStatement,
  [Kind.Assert]: ({ test, msg }) => {
    expression(test, Kind.Load);
    optional(msg);
  },
  [Kind.Import]: ({ names }, name) => importedNames(names, name),
  [Kind.ImportFrom]: ({ level, names }, name) => {
    if (level !== undefined && level < 0) refuse('Negative ImportFrom level');
    importedNames(names, name);
  },
  [Kind.Global]: ({ names }, name) => nonEmpty(names, 'names', name),
  [Kind.Nonlocal]: ({ names }, name) => nonEmpty(names, 'names', name),
  [Kind.Expr]: ({ value }) => expression(value, Kind.Load),
};
