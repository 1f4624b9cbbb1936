/**
 * Whether a tree that a program has made is one that the compiler can take: contexts, bodies that are not empty, constants. Every
 * complaint is CPython's, in CPython's order.
 */
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  FloatConstant,
  isStrConstant,
} from '../../bytecode/constants.ts';
import { error, type ExceptionName } from '../../objspace/exception.ts';
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { NODES } from './node-types.ts';
import { validatePattern } from './validate-patterns.ts';

/** A list that the program made may have None in it. */
type Listed<T> = readonly (T | undefined)[];

export function refuse(message: string, kind: ExceptionName = 'ValueError'): never {
  throw error(kind, message);
}

export function validate(root: Ast.ModNode): void {
  switch (root.kind) {
    case Kind.Expression:
      expression(root.body, Kind.Load);
      return;
    case Kind.FunctionType:
      expressions(root.argtypes, Kind.Load);
      expression(root.returns, Kind.Load);
      return;
    default:
      statements(root.body);
      return;
  }
}

interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export function positions({
  lineno,
  col_offset: column,
  end_lineno: endLine,
  end_col_offset: endColumn,
}: Located): void {
  if (lineno > endLine) refuse(`AST node line range (${lineno}, ${endLine}) is not valid`);
  if ((lineno < 0 && endLine !== lineno) || (column < 0 && column !== endColumn)) {
    refuse(`AST node column range (${column}, ${endColumn}) for line range (${lineno}, ${endLine}) is not valid`);
  }
  if (lineno === endLine && column > endColumn)
    refuse(`line ${lineno}, column ${column}-${endColumn} is not a valid range`);
}

export function checkName(name: string | undefined): void {
  if (name === 'None' || name === 'True' || name === 'False')
    refuse(`identifier field can't represent '${name}' constant`);
}

function nonEmpty(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) refuse(`empty ${what} on ${owner}`);
}

// ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

function statements(list: Listed<Ast.StmtNode>): void {
  for (const node of list) {
    if (node === undefined) refuse('None disallowed in statement list');
    statement(node);
  }
}

export function body(list: Listed<Ast.StmtNode>, owner: string): void {
  nonEmpty(list, 'body', owner);
  statements(list);
}

function statement(node: Ast.StmtNode): void {
  positions(node);
  const name = NODES[node.kind]!.name;
  switch (node.kind) {
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      checkName(node.name);
      body(node.body, name);
      typeParameters(node.type_params);
      parameters(node.args);
      expressions(node.decorator_list, Kind.Load);
      optional(node.returns);
      return;
    case Kind.ClassDef:
      checkName(node.name);
      body(node.body, name);
      typeParameters(node.type_params);
      expressions(node.bases, Kind.Load);
      keywords(node.keywords);
      expressions(node.decorator_list, Kind.Load);
      return;
    case Kind.Return:
      optional(node.value);
      return;
    case Kind.Delete:
      targets(node.targets, Kind.Del, name);
      return;
    case Kind.Assign:
      targets(node.targets, Kind.Store, name);
      expression(node.value, Kind.Load);
      return;
    case Kind.AugAssign:
      expression(node.target, Kind.Store);
      checkAugmented(node.target);
      expression(node.value, Kind.Load);
      return;
    case Kind.AnnAssign:
      annotatedAssignment(node);
      return;
    case Kind.TypeAlias:
      if (node.name.kind !== Kind.Name) refuse('TypeAlias with non-Name name', 'TypeError');
      expression(node.name, Kind.Store);
      typeParameters(node.type_params);
      expression(node.value, Kind.Load);
      return;
    case Kind.For:
    case Kind.AsyncFor:
      expression(node.target, Kind.Store);
      expression(node.iter, Kind.Load);
      body(node.body, name);
      statements(node.orelse);
      return;
    case Kind.While:
    case Kind.If:
      expression(node.test, Kind.Load);
      body(node.body, name);
      statements(node.orelse);
      return;
    case Kind.With:
    case Kind.AsyncWith:
      withStatement(node, name);
      return;
    case Kind.Match:
      matchStatement(node);
      return;
    case Kind.Raise:
      if (node.exc === undefined && node.cause !== undefined) refuse('Raise with cause but no exception');
      optional(node.exc);
      optional(node.cause);
      return;
    case Kind.Try:
    case Kind.TryStar:
      tryStatement(node, name);
      return;
    case Kind.Assert:
      expression(node.test, Kind.Load);
      optional(node.msg);
      return;
    case Kind.Import:
      importedNames(node.names, name);
      return;
    case Kind.ImportFrom:
      if (node.level !== undefined && node.level < 0) refuse('Negative ImportFrom level');
      importedNames(node.names, name);
      return;
    case Kind.Global:
    case Kind.Nonlocal:
      nonEmpty(node.names, 'names', name);
      return;
    case Kind.Expr:
      expression(node.value, Kind.Load);
      return;
  }
}

function targets(list: Listed<Ast.ExprNode>, context: Ast.ExprContextKind, owner: string): void {
  nonEmpty(list, 'targets', owner);
  expressions(list, context);
}

function importedNames(names: readonly Ast.Alias[], owner: string): void {
  nonEmpty(names, 'names', owner);
  for (const { name, asname } of names) {
    checkName(name);
    checkName(asname);
  }
}

/** What the compiler would find out: with the number that CPython gives the node. */
function checkAugmented(target: Ast.ExprNode): void {
  if (target.kind === Kind.Name || target.kind === Kind.Attribute || target.kind === Kind.Subscript) return;
  refuse(`invalid node type (${target.kind - Kind.BoolOp + 1}) for augmented assignment`, 'SystemError');
}

function checkConversion(node: Ast.FormattedValue | Ast.Interpolation): void {
  const { conversion } = node;
  if (conversion === -1 || conversion === 115 || conversion === 114 || conversion === 97) return;
  refuse(`Unrecognized conversion character ${conversion}`, 'SystemError');
}

function annotatedAssignment(node: Ast.AnnAssign): void {
  if (node.target.kind !== Kind.Name && node.simple !== 0) refuse('AnnAssign with simple non-Name target', 'TypeError');
  expression(node.target, Kind.Store);
  optional(node.value);
  expression(node.annotation, Kind.Load);
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

function tryStatement(node: Ast.Try | Ast.TryStar, owner: string): void {
  body(node.body, owner);
  if (node.handlers.length === 0 && node.finalbody.length === 0)
    refuse(`${owner} has neither except handlers nor finalbody`);
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

// ── Parts of statements and expressions ──────────────────────────────────────────────────────────────────────────

function parameters(node: Ast.Arguments): void {
  annotations(node.posonlyargs);
  annotations(node.args);
  if (node.vararg !== undefined) optional(node.vararg.annotation);
  annotations(node.kwonlyargs);
  if (node.kwarg !== undefined) optional(node.kwarg.annotation);
  if (node.defaults.length > node.posonlyargs.length + node.args.length)
    refuse('more positional defaults than args on arguments');
  if (node.kw_defaults.length !== node.kwonlyargs.length)
    refuse('length of kwonlyargs is not the same as kw_defaults on arguments');
  expressions(node.defaults, Kind.Load);
  expressions(node.kw_defaults, Kind.Load, true);
}

function annotations(list: readonly Ast.Arg[]): void {
  for (const arg of list) {
    positions(arg);
    optional(arg.annotation);
  }
}

function keywords(list: readonly Ast.Keyword[]): void {
  for (const { value } of list) expression(value, Kind.Load);
}

function typeParameters(list: readonly Ast.TypeParamNode[]): void {
  for (const node of list) {
    positions(node);
    checkName(node.name);
    if (node.kind === Kind.TypeVar) optional(node.bound);
    optional(node.default_value);
  }
}

function comprehensions(list: readonly Ast.Comprehension[]): void {
  if (list.length === 0) refuse('comprehension with no generators');
  for (const { target, iter, ifs } of list) {
    expression(target, Kind.Store);
    expression(iter, Kind.Load);
    expressions(ifs, Kind.Load);
  }
}

// ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

function optional(node: Ast.ExprNode | undefined): void {
  if (node !== undefined) expression(node, Kind.Load);
}

function expressions(list: Listed<Ast.ExprNode>, context: Ast.ExprContextKind, mayBeNone = false): void {
  for (const node of list) {
    if (node !== undefined) expression(node, context);
    else if (!mayBeNone) refuse('None disallowed in expression list');
  }
}

function checkContext(node: Ast.ExprNode, context: Ast.ExprContextKind): void {
  switch (node.kind) {
    case Kind.Name:
      checkName(node.id);
      break;
    case Kind.Attribute:
    case Kind.Subscript:
    case Kind.Starred:
    case Kind.List:
    case Kind.Tuple:
      break;
    default:
      if (context !== Kind.Load) refuse(`expression which can't be assigned to in ${NODES[context]!.name} context`);
      return;
  }
  if (node.ctx !== context)
    refuse(`expression must have ${NODES[context]!.name} context but has ${NODES[node.ctx]!.name} instead`);
}

export function expression(node: Ast.ExprNode, context: Ast.ExprContextKind): void {
  positions(node);
  checkContext(node, context);
  const load = Kind.Load;
  switch (node.kind) {
    case Kind.BoolOp:
      if (node.values.length < 2) refuse('BoolOp with less than 2 values');
      expressions(node.values, load);
      return;
    case Kind.BinOp:
      expression(node.left, load);
      expression(node.right, load);
      return;
    case Kind.UnaryOp:
      expression(node.operand, load);
      return;
    case Kind.Lambda:
      parameters(node.args);
      expression(node.body, load);
      return;
    case Kind.IfExp:
      expression(node.test, load);
      expression(node.body, load);
      expression(node.orelse, load);
      return;
    case Kind.Dict:
      if (node.keys.length !== node.values.length) refuse("Dict doesn't have the same number of keys as values");
      expressions(node.keys, load, true);
      expressions(node.values, load);
      return;
    case Kind.Set:
      expressions(node.elts, load);
      return;
    case Kind.ListComp:
    case Kind.SetComp:
    case Kind.GeneratorExp:
      comprehensions(node.generators);
      expression(node.elt, load);
      return;
    case Kind.DictComp:
      comprehensions(node.generators);
      expression(node.key, load);
      expression(node.value, load);
      return;
    case Kind.Yield:
      optional(node.value);
      return;
    case Kind.YieldFrom:
    case Kind.Await:
      expression(node.value, load);
      return;
    case Kind.Compare:
      comparison(node);
      return;
    case Kind.Call:
      expression(node.func, load);
      expressions(node.args, load);
      keywords(node.keywords);
      return;
    case Kind.JoinedStr:
      expressions(node.values, load);
      return;
    case Kind.TemplateStr:
      template(node);
      return;
    case Kind.FormattedValue:
    case Kind.Interpolation:
      expression(node.value, load);
      optional(node.format_spec);
      checkConversion(node);
      return;
    case Kind.Attribute:
      expression(node.value, load);
      return;
    case Kind.Subscript:
      expression(node.slice, load);
      expression(node.value, load);
      return;
    case Kind.Starred:
      expression(node.value, context);
      return;
    case Kind.Slice:
      optional(node.lower);
      optional(node.upper);
      optional(node.step);
      return;
    case Kind.List:
    case Kind.Tuple:
      expressions(node.elts, context);
      return;
    case Kind.NamedExpr:
      if (node.target.kind !== Kind.Name) refuse('NamedExpr target must be a Name', 'TypeError');
      expression(node.value, load);
      return;
  }
}

function template(node: Ast.TemplateStr): void {
  expressions(node.values, Kind.Load);
  for (const part of node.values) {
    if (part.kind === Kind.Interpolation || (part.kind === Kind.Constant && isStrConstant(part.value))) continue;
    refuse('a part of a template string is neither a str nor an interpolation', 'SystemError');
  }
}

function comparison(node: Ast.Compare): void {
  if (node.comparators.length === 0) refuse('Compare with no comparators');
  if (node.comparators.length !== node.ops.length) refuse('Compare has a different number of comparators and operands');
  expressions(node.comparators, Kind.Load);
  expression(node.left, Kind.Load);
}

/** An int, float, complex number, str or bytes. */
export function isLiteral(value: ConstantValue): boolean {
  if (typeof value === 'number' || typeof value === 'bigint' || isStrConstant(value)) return true;
  return value instanceof FloatConstant || value instanceof BytesConstant || value instanceof ComplexConstant;
}
