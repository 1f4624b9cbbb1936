/**
 * First phase of the symbol table: expressions, comprehensions, lambdas, parameters.
 *
 * Names are met in CPython's order, which is not always that of evaluation: the order of symbols is visible, and the
 * first error in it is the one reported. Chains that lean to the left (`a + b + ...`, `a.b().c ...`) are walked by a
 * loop once they are deep, for they may be as long as the source.
 */
import type * as Ast from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import type { Place } from './context.ts';
import {
  type Block,
  type ComprehensionKind,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
} from './symtable.ts';
import type { Collector } from './symtable-collector.ts';

type Maybe<T> = T | undefined;

/** From this nesting on, chains are walked by a loop. */
const DEEP = 100;

export function expressions(c: Collector, nodes: readonly Maybe<Ast.ExprNode>[]): void {
  for (const node of nodes) if (node !== undefined) expression(c, node);
}

export function optional(c: Collector, node: Maybe<Ast.ExprNode>): void {
  if (node !== undefined) expression(c, node);
}

export function expression(c: Collector, node: Ast.ExprNode): void {
  if (c.nest() < DEEP) visit(c, node);
  else visitChain(c, node);
  c.unnest();
}

// ── Chains to the left ─────────────────────────────────────────────────────────────────────────────────────────

/** The operand with which a chain goes on. */
function leftOf(node: Ast.ExprNode): Maybe<Ast.ExprNode> {
  switch (node.kind) {
    case Kind.BinOp:
      return node.left;
    case Kind.Attribute:
    case Kind.Subscript:
      return node.value;
    case Kind.Call:
      return node.func;
    default:
      return undefined;
  }
}

/** Visits all of a node but `leftOf` it. */
function visitRight(c: Collector, node: Ast.ExprNode): void {
  switch (node.kind) {
    case Kind.BinOp:
      expression(c, node.right);
      return;
    case Kind.Attribute:
      if (node.ctx === Kind.Store) c.checkName(node.attr, node);
      else if (node.ctx === Kind.Del) c.checkName(node.attr, node, 'delete');
      return;
    case Kind.Subscript:
      expression(c, node.slice);
      return;
    case Kind.Call:
      expressions(c, node.args);
      keywords(c, node.keywords);
  }
}

function visitChain(c: Collector, node: Ast.ExprNode): void {
  const chain: Ast.ExprNode[] = [];
  let bottom = node;
  for (let left = leftOf(bottom); left !== undefined; left = leftOf(bottom)) {
    chain.push(bottom);
    bottom = left;
  }
  visit(c, bottom);
  for (let i = chain.length - 1; i >= 0; i--) visitRight(c, chain[i]);
}

// ── All kinds of expressions ───────────────────────────────────────────────────────────────────────────────────

function visit(c: Collector, node: Ast.ExprNode): void {
  switch (node.kind) {
    case Kind.Name:
      name(c, node);
      return;
    case Kind.Constant:
      return;
    case Kind.Attribute:
    case Kind.Subscript:
    case Kind.Call:
    case Kind.BinOp:
      expression(c, leftOf(node)!);
      visitRight(c, node);
      return;
    case Kind.UnaryOp:
      expression(c, node.operand);
      return;
    case Kind.BoolOp:
    case Kind.JoinedStr:
    case Kind.TemplateStr:
      expressions(c, node.values);
      return;
    case Kind.Compare:
      expression(c, node.left);
      expressions(c, node.comparators);
      return;
    case Kind.IfExp:
      expression(c, node.test);
      expression(c, node.body);
      expression(c, node.orelse);
      return;
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      expressions(c, node.elts);
      return;
    case Kind.Dict:
      expressions(c, node.keys);
      expressions(c, node.values);
      return;
    case Kind.Starred:
      expression(c, node.value);
      return;
    case Kind.Slice:
      optional(c, node.lower);
      optional(c, node.upper);
      optional(c, node.step);
      return;
    case Kind.FormattedValue:
    case Kind.Interpolation:
      expression(c, node.value);
      optional(c, node.format_spec);
      return;
    default:
      visitScoped(c, node);
  }
}

/** Expressions that have scopes of their own, or may not stand everywhere. */
function visitScoped(c: Collector, node: Ast.ExprNode): void {
  switch (node.kind) {
    case Kind.Lambda:
      lambda(c, node);
      return;
    case Kind.NamedExpr:
      namedExpression(c, node);
      return;
    case Kind.ListComp:
      comprehension(c, node, 'list', 'listcomp', node.elt);
      return;
    case Kind.SetComp:
      comprehension(c, node, 'set', 'setcomp', node.elt);
      return;
    case Kind.DictComp:
      comprehension(c, node, 'dict', 'dictcomp', node.key, node.value);
      return;
    case Kind.GeneratorExp:
      comprehension(c, node, 'generator', 'genexpr', node.elt);
      return;
    case Kind.Yield:
    case Kind.YieldFrom:
      yieldExpression(c, node);
      return;
    case Kind.Await:
      awaitExpression(c, node);
  }
}

function name(c: Collector, node: Ast.Name): void {
  if (node.ctx !== Kind.Load) {
    if (node.ctx === Kind.Del) c.checkName(node.id, node, 'delete');
    c.define(node.id, DEF_LOCAL, node);
    return;
  }
  c.use(node.id, node);
  // `super()` looks at the cell `__class__`.
  if (node.id === 'super' && c.block.isFunctionLike) c.use('__class__', node);
}

export function keywords(c: Collector, nodes: readonly Ast.Keyword[]): void {
  for (const node of nodes) {
    if (node.arg !== undefined) c.checkName(node.arg, node);
    expression(c, node.value);
  }
}

// ── Lambdas and parameters ─────────────────────────────────────────────────────────────────────────────────────

function lambda(c: Collector, node: Ast.Lambda): void {
  expressions(c, node.args.defaults);
  expressions(c, node.args.kw_defaults);
  const block = c.newBlock('function', 'lambda', node, node);
  block.isMethod = c.block.kind === 'class';
  c.table.add(block);
  c.enter(block, () => {
    parameters(c, node.args);
    expression(c, node.body);
  });
}

export function parameters(c: Collector, { posonlyargs, args, kwonlyargs, vararg, kwarg }: Ast.Arguments): void {
  for (const node of posonlyargs) c.define(node.arg, DEF_PARAM, node);
  for (const node of args) c.define(node.arg, DEF_PARAM, node);
  for (const node of kwonlyargs) c.define(node.arg, DEF_PARAM, node);
  if (vararg !== undefined) {
    c.define(vararg.arg, DEF_PARAM, vararg);
    c.block.hasVarargs = true;
  }
  if (kwarg !== undefined) {
    c.define(kwarg.arg, DEF_PARAM, kwarg);
    c.block.hasVarkeywords = true;
  }
}

// ── Comprehensions ─────────────────────────────────────────────────────────────────────────────────────────────

type ComprehensionNode = Ast.ListComp | Ast.SetComp | Ast.DictComp | Ast.GeneratorExp;

function comprehension(
  c: Collector,
  node: ComprehensionNode,
  kind: ComprehensionKind,
  blockName: string,
  element: Ast.ExprNode,
  value?: Ast.ExprNode,
): void {
  const [first, ...others] = node.generators;
  iterable(c, first.iter);
  const block = c.newBlock('function', blockName, node, node, c.block.privateName, kind);
  block.isMethod = c.block.kind === 'class';
  c.table.add(block);
  c.enter(block, () => {
    if (first.is_async) block.isCoroutine = true;
    c.define('.0', DEF_PARAM, node);
    target(c, first.target);
    expressions(c, first.ifs);
    for (const generator of others) innerLoop(c, generator);
    optional(c, value);
    expression(c, element);
  });
  block.isGenerator = kind === 'generator';
  if (block.isCoroutine && kind !== 'generator') asyncComprehension(c, node);
}

/** The outermost iterable belongs to the scope around the comprehension, the others to the comprehension. */
function iterable(c: Collector, node: Ast.ExprNode): void {
  c.iterables++;
  expression(c, node);
  c.iterables--;
}

function target(c: Collector, node: Ast.ExprNode): void {
  c.isTarget = true;
  expression(c, node);
  c.isTarget = false;
}

function innerLoop(c: Collector, generator: Ast.Comprehension): void {
  target(c, generator.target);
  iterable(c, generator.iter);
  expressions(c, generator.ifs);
  if (generator.is_async) c.block.isCoroutine = true;
}

/** A comprehension that awaits makes the scope around it await. */
function asyncComprehension(c: Collector, node: ComprehensionNode): void {
  const { block } = c;
  if (!isAsync(block) && block.comprehension === undefined && !allowsTopLevelAwait(c)) {
    c.fail('asynchronous comprehension outside of an asynchronous function', node);
  }
  block.isCoroutine = true;
}

// ── Where await and yield may stand ────────────────────────────────────────────────────────────────────────────

function isAsync(block: Block): boolean {
  return block.kind === 'function' && block.node.kind === Kind.AsyncFunctionDef;
}

export function allowsTopLevelAwait(c: Collector): boolean {
  return c.block.kind === 'module' && c.context.allowsTopLevelAwait;
}

/** `async for` and `async with`. */
export function requireAsync(c: Collector, what: string, place: Place): void {
  if (allowsTopLevelAwait(c)) c.block.isCoroutine = true;
  else if (!isAsync(c.block)) c.fail(`'${what}' outside async function`, place);
}

function awaitExpression(c: Collector, node: Ast.Await): void {
  refuseInAnnotation(c, 'await expression', node);
  if (!allowsTopLevelAwait(c)) {
    if (!c.block.isFunctionLike) c.fail("'await' outside function", node);
    if (!isAsync(c.block) && c.block.comprehension === undefined) c.fail("'await' outside async function", node);
  }
  expression(c, node.value);
  c.block.isCoroutine = true;
}

const COMPREHENSION_NAMES: Readonly<Record<ComprehensionKind, string>> = {
  list: 'list comprehension',
  set: 'set comprehension',
  dict: 'dict comprehension',
  generator: 'generator expression',
};

function yieldExpression(c: Collector, node: Ast.Yield | Ast.YieldFrom): void {
  refuseInAnnotation(c, 'yield expression', node);
  optional(c, node.value);
  c.block.isGenerator = true;
  const { comprehension: kind } = c.block;
  if (kind !== undefined) c.fail(`'yield' inside ${COMPREHENSION_NAMES[kind]}`, node);
}

/** Refuses what cannot be evaluated later, elsewhere, and perhaps never. */
function refuseInAnnotation(c: Collector, what: string, node: Ast.ExprNode): void {
  const { block } = c;
  if (block.kind === 'annotation') c.fail(`${what} cannot be used within an annotation`, node);
  if (block.kind === 'typeVariable') c.fail(`${what} cannot be used within a ${c.typeVariablePart}`, node);
  if (block.kind === 'typeAlias') c.fail(`${what} cannot be used within a type alias`, node);
  if (block.kind === 'typeParameters') c.fail(`${what} cannot be used within the definition of a generic`, node);
}

// ── Assignment expressions ─────────────────────────────────────────────────────────────────────────────────────

function namedExpression(c: Collector, node: Ast.NamedExpr): void {
  refuseInAnnotation(c, 'named expression', node);
  if (c.iterables > 0) {
    c.fail('assignment expression cannot be used in a comprehension iterable expression', node);
  }
  if (c.block.comprehension !== undefined) bindOutside(c, node.target as Ast.Name);
  else c.block.noteAssigned(c.block.mangle((node.target as Ast.Name).id));
  expression(c, node.value);
  expression(c, node.target);
}

/** Inside comprehensions `:=` binds a name of the scope around them. */
function bindOutside(c: Collector, node: Ast.Name): void {
  let outer: Block = c.block;
  const mangled = outer.mangle(node.id);
  for (; outer.comprehension !== undefined || outer.kind === 'annotation'; outer = outer.parent!) {
    // Names that the target only uses, as in `for a[i] in x`, are no variables of the loop.
    const flags = outer.comprehension === undefined ? 0 : outer.flagsOf(mangled);
    if ((flags & DEF_COMP_ITER) !== 0 && (flags & (DEF_LOCAL | DEF_GLOBAL)) !== 0) {
      c.fail(`assignment expression cannot rebind comprehension iteration variable '${node.id}'`, node);
    }
  }
  if (outer.kind !== 'function' && outer.kind !== 'module') refuseOutside(c, outer, node);
  const isGlobal = outer.kind === 'module' || (outer.flagsOf(mangled) & DEF_GLOBAL) !== 0;
  c.note(c.block, node.id, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, node);
  c.addDirective(node.id, node);
  outer.noteAssigned(mangled);
  c.note(outer, node.id, outer.kind === 'module' ? DEF_GLOBAL : DEF_LOCAL, node);
}

function refuseOutside(c: Collector, outer: Block, node: Ast.ExprNode): void {
  const message = 'assignment expression within a comprehension cannot be used';
  if (outer.kind === 'class') c.fail(`${message} in a class body`, node);
  if (outer.kind === 'typeParameters') c.fail(`${message} within the definition of a generic`, node);
  if (outer.kind === 'typeAlias') c.fail(`${message} in a type alias`, node);
  if (outer.kind === 'typeVariable') c.fail(`${message} in a TypeVar bound`, node);
}
