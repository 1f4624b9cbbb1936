/**
 * Annotations, which are evaluated on demand (PEP 649, PEP 749).
 *
 * The annotations of a function, class or module become a function `__annotate__(format)` that evaluates them and gives
 * a dict. A class or module cannot know there which of its conditional annotations were reached: each of these has an
 * index, which the body adds to the set `__conditional_annotations__` when it passes by. In a module all count as conditional,
 * for it may be asked before it is done. Under `from __future__ import annotations` they are strings instead.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Code } from '../../bytecode/code.ts';
import { strConstant } from '../../bytecode/constants.ts';
import { unsupportedAnnotationFormat } from '../../bytecode/intrinsics.generated.ts';
import { unparse } from '../../syntax/unparse.ts';
import type { Block } from '../symtable.ts';
import { loadConstant } from './constants.ts';
import { ANY, expression } from './dispatch.ts';
import { compileFunction, type FunctionNode, makeFunction, type Signature } from './function.ts';
import { IN_CELL } from './layout.ts';
import type { Place } from './positions.ts';
import { assignOne } from './targets.ts';
import type { Unit } from './unit.ts';
import { loadName, storeName } from './variables.ts';

/** The code of a function that is called with a format: `body` emits the value that it returns. */
export function evaluatorCode(
  parent: Unit,
  block: Block,
  name: string,
  place: Place,
  body: (unit: Unit) => number,
): Code {
  return compileFunction(parent, block, name, place.lineno, EVALUATOR_SIGNATURE, (unit) => {
    const { builder } = unit;
    unit.at(place).callIntrinsic(builder.newTemp(), unsupportedAnnotationFormat, [FORMAT]);
    const value = body(unit);
    unit.at(place).return(value);
  });
}

const EVALUATOR_SIGNATURE: Signature = { positional: 1, positionalOnly: 1, keywordOnly: 0, flags: 0 };
/** The register of the parameter of an evaluator. */
const FORMAT = 0;

// ── Functions ──────────────────────────────────────────────────────────────────────────────────────────────────

interface Annotation {
  readonly name: string;
  readonly annotation: Ast.ExprNode;
}

/** Annotated parameters in the order in which `__annotations__` has them, and `return`. */
function annotationsOf({ args, returns }: FunctionNode): Annotation[] {
  const parameters = [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg];
  const found: Annotation[] = [];
  for (const parameter of parameters) {
    if (parameter?.annotation !== undefined) found.push({ name: parameter.arg, annotation: parameter.annotation });
  }
  if (returns !== undefined) found.push({ name: 'return', annotation: returns });
  return found;
}

/** Makes the `__annotate__` function of a function; undefined if nothing is annotated. */
export function functionAnnotations(unit: Unit, node: FunctionNode): number | undefined {
  const annotations = annotationsOf(node);
  if (annotations.length === 0) return undefined;
  const block = unit.compilation.annotationBlockOf(node);
  const code = evaluatorCode(unit, block, '__annotate__', node, (inner) => {
    const items: number[] = [];
    for (const { name, annotation } of annotations) {
      items.push(loadConstant(inner, annotation, strConstant(inner.mangle(name))));
      items.push(inner.keep(annotation, evaluateAnnotation(inner, annotation)));
    }
    const dict = inner.builder.newTemp();
    inner.at(node).buildMap(dict, items);
    return dict;
  });
  return makeFunction(unit, node, code, {});
}

function evaluateAnnotation(unit: Unit, annotation: Ast.ExprNode): number {
  if (unit.compilation.futureAnnotations) {
    return loadConstant(unit, annotation, strConstant(unparse(annotation)));
  }
  if (annotation.kind !== Kind.Starred) return expression(unit, annotation);
  // `*args: *Ts` is annotated with the only item of `*Ts`.
  const value = expression(unit, annotation.value);
  const item = unit.builder.newTemp();
  unit.at(annotation).unpackSequence(value, [item]);
  return item;
}

// ── Annotated assignments ──────────────────────────────────────────────────────────────────────────────────────

export function annotatedAssign(unit: Unit, node: Ast.AnnAssign): void {
  const { target, value } = node;
  if (value !== undefined) assignOne(unit, target, value);
  if (target.kind === Kind.Name) {
    if (node.simple !== 0 && unit.isNamespace) annotateName(unit, node, target);
  } else if (value === undefined) evaluateTarget(unit, target);
}

function annotateName(unit: Unit, node: Ast.AnnAssign, target: Ast.Name): void {
  if (unit.compilation.futureAnnotations) {
    const annotation = evaluateAnnotation(unit, node.annotation);
    const dict = loadName(unit, node, '__annotations__', ANY);
    const key = loadConstant(unit, node, strConstant(unit.mangle(target.id)));
    unit.at(node).storeItem(dict, key, annotation);
    return;
  }
  const index = unit.conditionalAnnotations.get(node);
  if (index === undefined) return;
  const set = reachedAnnotations(unit, node);
  const item = loadConstant(unit, node, index);
  unit.at(node).setAdd(set, item);
}

/** `a.b: T` and `a[i]: T` evaluate `a` and `i`. */
function evaluateTarget(unit: Unit, target: Ast.ExprNode): void {
  if (target.kind === Kind.Attribute) expression(unit, target.value);
  else if (target.kind === Kind.Subscript) {
    expression(unit, target.value);
    evaluateSubscript(unit, target.slice);
  }
}

function evaluateSubscript(unit: Unit, node: Ast.ExprNode): void {
  if (node.kind === Kind.Slice) {
    for (const bound of [node.lower, node.upper, node.step]) if (bound !== undefined) expression(unit, bound);
  } else if (node.kind === Kind.Tuple) {
    for (const element of node.elts) evaluateSubscript(unit, element);
  } else expression(unit, node);
}

// ── Classes and modules ────────────────────────────────────────────────────────────────────────────────────────

/** An annotated name of a class or module; `index` is undefined where it is reached whenever the end is. */
interface DeferredAnnotation {
  readonly node: Ast.AnnAssign;
  readonly isConditional: boolean;
}

/** Annotated names in the body, not in functions or classes inside it, in the order of the source. */
function deferredAnnotations(unit: Unit, body: readonly Ast.StmtNode[]): DeferredAnnotation[] {
  const found: DeferredAnnotation[] = [];
  findDeferred(body, unit.isModule, found);
  return found;
}

function findDeferred(body: readonly Ast.StmtNode[], isConditional: boolean, found: DeferredAnnotation[]): void {
  for (const node of body) {
    if (node.kind === Kind.AnnAssign) {
      if (node.simple !== 0 && node.target.kind === Kind.Name) found.push({ node, isConditional });
    } else for (const inner of innerBodies(node)) findDeferred(inner, true, found);
  }
}

function innerBodies(node: Ast.StmtNode): readonly Ast.StmtNode[][] {
  switch (node.kind) {
    case Kind.If:
    case Kind.For:
    case Kind.AsyncFor:
    case Kind.While:
      return [node.body, node.orelse];
    case Kind.With:
    case Kind.AsyncWith:
      return [node.body];
    case Kind.Try:
    case Kind.TryStar:
      return [node.body, ...node.handlers.map((handler) => handler.body), node.orelse, node.finalbody];
    case Kind.Match:
      return node.cases.map((matchCase) => matchCase.body);
    default:
      return [];
  }
}

/** Numbers the conditional annotations of a class or module, and stores the empty set of those that were reached. */
export function prepareConditionalAnnotations(unit: Unit, body: readonly Ast.StmtNode[], place: Place): void {
  if (!unit.block.hasConditionalAnnotations) return;
  for (const { node, isConditional } of deferredAnnotations(unit, body)) {
    if (isConditional) unit.conditionalAnnotations.set(node, unit.conditionalAnnotations.size);
  }
  const set = unit.builder.newTemp();
  unit.at(place).buildSet(set, []);
  if (unit.isModule) storeName(unit, place, CONDITIONAL, set);
  else unit.builder.storeCell(unit.cellFor(place, CONDITIONAL), set);
}

const CONDITIONAL = '__conditional_annotations__';

/** The set of the conditional annotations that were reached: in a module a variable of it, in a class a cell. */
function reachedAnnotations(unit: Unit, place: Place): number {
  const cell = unit.isModule ? undefined : unit.layout.variables.get(CONDITIONAL);
  if (cell?.home !== IN_CELL) return loadName(unit, place, CONDITIONAL, ANY);
  const set = unit.builder.newTemp();
  unit.at(place).loadCell(set, cell.index);
  return set;
}

/** Makes the `__annotate__` function of a class or module and stores it. */
export function namespaceAnnotations(
  unit: Unit,
  body: readonly Ast.StmtNode[],
  owner: Ast.ClassDef | Ast.Module | Ast.Interactive,
  place: Place,
): void {
  if (unit.compilation.futureAnnotations || !unit.block.hasAnnotations) return;
  const deferred = deferredAnnotations(unit, body);
  if (deferred.length === 0) return;
  const block = unit.compilation.annotationBlockOf(owner);
  const code = evaluatorCode(unit, block, '__annotate__', place, (inner) => {
    const dict = inner.builder.newTemp();
    inner.at(place).buildMap(dict, []);
    for (const { node } of deferred) addDeferred(inner, node, dict, unit.conditionalAnnotations.get(node), place);
    return dict;
  });
  const made = makeFunction(unit, place, code, {});
  storeName(unit, place, unit.isModule ? '__annotate__' : '__annotate_func__', made);
}

function addDeferred(unit: Unit, node: Ast.AnnAssign, dict: number, index: number | undefined, place: Place): void {
  const { builder } = unit;
  const next = builder.newLabel();
  if (index !== undefined) {
    const item = loadConstant(unit, node, index);
    const reached = reachedAnnotations(unit, node);
    const isReached = builder.newTemp();
    unit.at(node).in(isReached, item, reached);
    builder.jumpIfFalse(isReached, next);
  }
  const value = evaluateAnnotation(unit, node.annotation);
  const key = loadConstant(unit, node, strConstant(unit.mangle((node.target as Ast.Name).id)));
  unit.at(place).storeItem(dict, key, value);
  builder.place(next);
}
