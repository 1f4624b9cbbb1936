/**
 * First phase of the symbol table: annotations, type parameters, and the scopes that definitions make around the one
 * they are named for.
 *
 * Annotations, type parameters' bounds and defaults, and the values of aliases are evaluated late, each in a scope of
 * its own (PEP 649, PEP 695). Inside a class such a scope looks at the class's namespace, through `__classdict__`.
 */
import type * as Ast from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import type { Place } from './context.ts';
import {
  type Block,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type FunctionNode,
  type GenericNode,
  USE,
} from './symtable.ts';
import type { Collector } from './symtable-collector.ts';
import { expression, optional } from './symtable-expressions.ts';

function seeClassScope(c: Collector, block: Block, place: Place): void {
  block.canSeeClassScope = true;
  c.note(block, '__classdict__', USE, place);
}

// ── Annotations ────────────────────────────────────────────────────────────────────────────────────────────────

/** The annotation of a variable. Those of a scope share one block, made for the first. */
export function annotation(c: Collector, node: Ast.ExprNode): void {
  const { block } = c;
  noteConditional(c, node);
  const walk = () => {
    if (block.kind === 'class' && block.hasConditionalAnnotations) c.use('__conditional_annotations__', node);
    c.isUnevaluated = block.kind === 'function';
    expression(c, node);
  };
  if (block.annotationBlock !== undefined) {
    c.reenter(block.annotationBlock, walk);
    return;
  }
  const made = c.newEvaluator('annotation', '__annotate__', block.node, node);
  block.annotationBlock = made;
  c.enter(made, () => {
    if (block.kind === 'class' && !c.hasTextAnnotations) seeClassScope(c, made, node);
    walk();
  });
}

/** A module may be asked for its annotations before it is done: there all of them are conditional. */
function noteConditional(c: Collector, place: Place): void {
  const { block } = c;
  if (block.hasConditionalAnnotations) return;
  if (block.kind !== 'module' && !(block.kind === 'class' && c.isConditional)) return;
  block.hasConditionalAnnotations = true;
  c.use('__conditional_annotations__', place);
}

/** Annotations of parameters and result. Every function has a block for them, needed or not. */
export function functionAnnotations(c: Collector, node: FunctionNode, owner: Block): void {
  const { args } = node;
  const isInClass = c.block.canSeeClassScope || c.block.kind === 'class';
  const block = c.newEvaluator('annotation', '__annotate__', node, node);
  owner.annotationBlock = block;
  c.enter(block, () => {
    if (isInClass) seeClassScope(c, block, node);
    for (const arg of args.posonlyargs) parameterAnnotation(c, block, arg);
    for (const arg of args.args) parameterAnnotation(c, block, arg);
    parameterAnnotation(c, block, args.vararg);
    parameterAnnotation(c, block, args.kwarg);
    for (const arg of args.kwonlyargs) parameterAnnotation(c, block, arg);
    if (node.returns !== undefined) {
      block.hasAnnotations = true;
      expression(c, node.returns);
    }
  });
}

function parameterAnnotation(c: Collector, block: Block, arg: Ast.Arg | undefined): void {
  if (arg?.annotation === undefined) return;
  block.hasAnnotations = true;
  expression(c, arg.annotation);
}

// ── Type parameters ────────────────────────────────────────────────────────────────────────────────────────────

/** The hidden scope of a generic definition; `walk` walks what stands in it behind the parameters. */
export function generic(c: Collector, node: GenericNode, name: string, walk: () => void): void {
  const isClass = node.kind === Kind.ClassDef;
  const block = c.newBlock('typeParameters', name, node, node, isClass ? name : c.block.privateName);
  const isInClass = c.block.kind === 'class';
  if (isClass) block.mangledNames = new Set();
  c.table.addTypeParameters(block);
  c.enter(block, () => {
    if (isInClass) seeClassScope(c, block, node);
    if (isClass) noteHiddenVariables(c, block, node);
    else if (node.kind !== Kind.TypeAlias) noteHiddenParameters(c, block, node);
    for (const param of node.type_params) typeParameter(c, param);
    walk();
  });
}

function noteHiddenVariables(c: Collector, block: Block, place: Place): void {
  c.note(block, '.type_params', DEF_LOCAL, place);
  c.note(block, '.type_params', USE, place);
  c.note(block, '.generic_base', DEF_LOCAL, place);
  c.note(block, '.generic_base', USE, place);
}

/** Defaults are evaluated outside and passed in. CPython has the first parameter always. */
function noteHiddenParameters(c: Collector, block: Block, node: FunctionNode): void {
  c.note(block, '.defaults', DEF_PARAM, node);
  if (node.args.kw_defaults.some((value) => value !== undefined)) c.note(block, '.kwdefaults', DEF_PARAM, node);
}

function typeParameter(c: Collector, node: Ast.TypeParamNode): void {
  if (node.name === '__classdict__') {
    c.fail(`reserved name '${node.name}' cannot be used for type parameter`, node);
  }
  c.define(node.name, DEF_TYPE_PARAM | DEF_LOCAL, node);
  if (node.kind === Kind.TypeVar && node.bound !== undefined) {
    const part = node.bound.kind === Kind.Tuple ? 'TypeVar constraint' : 'TypeVar bound';
    c.table.addBound(boundOrDefault(c, node, node.bound, part));
  }
  if (node.default_value !== undefined) {
    c.table.addDefault(boundOrDefault(c, node, node.default_value, `${DEFAULT_OWNERS[node.kind]} default`));
  }
}

const DEFAULT_OWNERS = {
  [Kind.TypeVar]: 'TypeVar',
  [Kind.ParamSpec]: 'ParamSpec',
  [Kind.TypeVarTuple]: 'TypeVarTuple',
} as const;

function boundOrDefault(c: Collector, node: Ast.TypeParamNode, value: Ast.ExprNode, part: string): Block {
  const isInClass = c.block.canSeeClassScope;
  const block = c.newEvaluator('typeVariable', node.name, node, value);
  c.enter(block, () => {
    c.typeVariablePart = part;
    if (isInClass) seeClassScope(c, block, value);
    expression(c, value);
  });
  return block;
}

// ── Aliases ────────────────────────────────────────────────────────────────────────────────────────────────────

export function typeAlias(c: Collector, node: Ast.TypeAlias): void {
  const name = (node.name as Ast.Name).id;
  const isInClass = c.block.kind === 'class';
  expression(c, node.name);
  const value = () => {
    const block = c.newEvaluator('typeAlias', name, node, node);
    c.table.add(block);
    c.enter(block, () => {
      if (isInClass) seeClassScope(c, block, node.value);
      expression(c, node.value);
    });
  };
  if (node.type_params.length > 0) generic(c, node, name, value);
  else value();
}

/** An annotated assignment: only a plain name is annotated, but any target is assigned to. */
export function annotatedAssignment(c: Collector, node: Ast.AnnAssign): void {
  const { target, value } = node;
  c.block.hasAnnotations = true;
  if (target.kind === Kind.Name) annotatedName(c, node, target);
  else expression(c, target);
  annotation(c, node.annotation);
  optional(c, value);
}

function annotatedName(c: Collector, node: Ast.AnnAssign, target: Ast.Name): void {
  if (node.simple !== 0 && c.block.kind !== 'module') {
    const known = c.lookUp(target.id);
    if ((known & DEF_GLOBAL) !== 0) c.fail(`annotated name '${target.id}' can't be global`, node);
    if ((known & DEF_NONLOCAL) !== 0) c.fail(`annotated name '${target.id}' can't be nonlocal`, node);
  }
  if (node.simple !== 0) c.define(target.id, DEF_ANNOT | DEF_LOCAL, target);
  else if (node.value !== undefined) c.define(target.id, DEF_LOCAL, target);
}
