/** The expressions of a tree that a program has made. */
import { isStrConstant } from '../../bytecode/constants.ts';
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { NODES } from './node-types.ts';
import { checkName, type Listed, positions, refuse } from './validate.ts';

export function expression(node: Ast.ExprNode, context: Ast.ExprContextKind): void {
  positions(node);
  checkContext(node, context);
  const check = CHECKS[node.kind] as ((node: Ast.ExprNode, context: Ast.ExprContextKind) => void) | undefined;
  check?.(node, context);
}

export function optional(node: Ast.ExprNode | undefined): void {
  if (node !== undefined) expression(node, Kind.Load);
}

export function expressions(list: Listed<Ast.ExprNode>, context: Ast.ExprContextKind, mayBeNone = false): void {
  for (const node of list) {
    if (node !== undefined) expression(node, context);
    else if (!mayBeNone) refuse('None disallowed in expression list');
  }
}

/** Expressions that are only read, in this order. */
function all(...nodes: (Ast.ExprNode | undefined)[]): void {
  for (const node of nodes) optional(node);
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
      if (context === Kind.Load) return;
      refuse(`expression which can't be assigned to in ${NODES[context]!.name} context`);
  }
  if (node.ctx === context) return;
  refuse(`expression must have ${NODES[context]!.name} context but has ${NODES[node.ctx]!.name} instead`);
}

// ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function parameters(node: Ast.Arguments): void {
  annotations(node.posonlyargs);
  annotations(node.args);
  optional(node.vararg?.annotation);
  annotations(node.kwonlyargs);
  optional(node.kwarg?.annotation);
  if (node.defaults.length > node.posonlyargs.length + node.args.length) {
    refuse('more positional defaults than args on arguments');
  }
  if (node.kw_defaults.length !== node.kwonlyargs.length) {
    refuse('length of kwonlyargs is not the same as kw_defaults on arguments');
  }
  expressions(node.defaults, Kind.Load);
  expressions(node.kw_defaults, Kind.Load, true);
}

function annotations(list: readonly Ast.Arg[]): void {
  for (const arg of list) {
    positions(arg);
    optional(arg.annotation);
  }
}

export function keywords(list: readonly Ast.Keyword[]): void {
  for (const { value } of list) expression(value, Kind.Load);
}

function comprehensions(list: readonly Ast.Comprehension[]): void {
  if (list.length === 0) refuse('comprehension with no generators');
  for (const { target, iter, ifs } of list) {
    expression(target, Kind.Store);
    expression(iter, Kind.Load);
    expressions(ifs, Kind.Load);
  }
}

function comprehension(node: Ast.ListComp | Ast.SetComp | Ast.GeneratorExp): void {
  comprehensions(node.generators);
  expression(node.elt, Kind.Load);
}

function comparison({ left, ops, comparators }: Ast.Compare): void {
  if (comparators.length === 0) refuse('Compare with no comparators');
  if (comparators.length !== ops.length) refuse('Compare has a different number of comparators and operands');
  expressions(comparators, Kind.Load);
  expression(left, Kind.Load);
}

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────

const CONVERSIONS: readonly number[] = [-1, 's'.charCodeAt(0), 'r'.charCodeAt(0), 'a'.charCodeAt(0)];

/** The conversion is what the compiler would find out. */
function formatted(node: Ast.FormattedValue | Ast.Interpolation): void {
  all(node.value, node.format_spec);
  if (CONVERSIONS.includes(node.conversion)) return;
  refuse(`Unrecognized conversion character ${node.conversion}`, 'SystemError');
}

function template(node: Ast.TemplateStr): void {
  expressions(node.values, Kind.Load);
  for (const part of node.values) {
    if (part.kind === Kind.Interpolation || (part.kind === Kind.Constant && isStrConstant(part.value))) continue;
    refuse('a part of a template string is neither a str nor an interpolation', 'SystemError');
  }
}

// ── Index ────────────────────────────────────────────────────────────────────────────────────────────────────────

type Checks = { [N in Ast.ExprNode as N['kind']]?: (node: N, context: Ast.ExprContextKind) => void };

const CHECKS: Checks = {
  [Kind.BoolOp]: ({ values }) => {
    if (values.length < 2) refuse('BoolOp with less than 2 values');
    expressions(values, Kind.Load);
  },
  [Kind.BinOp]: ({ left, right }) => all(left, right),
  [Kind.UnaryOp]: ({ operand }) => all(operand),
  [Kind.Lambda]: ({ args, body }) => {
    parameters(args);
    expression(body, Kind.Load);
  },
  [Kind.IfExp]: ({ test, body, orelse }) => all(test, body, orelse),
  [Kind.Dict]: ({ keys, values }) => {
    if (keys.length !== values.length) refuse("Dict doesn't have the same number of keys as values");
    expressions(keys, Kind.Load, true);
    expressions(values, Kind.Load);
  },
  [Kind.Set]: ({ elts }) => expressions(elts, Kind.Load),
  [Kind.ListComp]: comprehension,
  [Kind.SetComp]: comprehension,
  [Kind.GeneratorExp]: comprehension,
  [Kind.DictComp]: ({ generators, key, value }) => {
    comprehensions(generators);
    all(key, value);
  },
  [Kind.Yield]: ({ value }) => optional(value),
  [Kind.YieldFrom]: ({ value }) => all(value),
  [Kind.Await]: ({ value }) => all(value),
  [Kind.Compare]: comparison,
  [Kind.Call]: (node) => {
    expression(node.func, Kind.Load);
    expressions(node.args, Kind.Load);
    keywords(node.keywords);
  },
  [Kind.JoinedStr]: ({ values }) => expressions(values, Kind.Load),
  [Kind.TemplateStr]: template,
  [Kind.FormattedValue]: formatted,
  [Kind.Interpolation]: formatted,
  [Kind.Attribute]: ({ value }) => all(value),
  [Kind.Subscript]: ({ slice, value }) => all(slice, value),
  [Kind.Starred]: ({ value }, context) => expression(value, context),
  [Kind.Slice]: ({ lower, upper, step }) => all(lower, upper, step),
  [Kind.List]: ({ elts }, context) => expressions(elts, context),
  [Kind.Tuple]: ({ elts }, context) => expressions(elts, context),
  [Kind.NamedExpr]: ({ target, value }) => {
    if (target.kind !== Kind.Name) refuse('NamedExpr target must be a Name', 'TypeError');
    expression(value, Kind.Load);
  },
};
