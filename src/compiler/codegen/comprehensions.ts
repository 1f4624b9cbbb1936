/**
 * Comprehensions and generator expressions.
 *
 * A list, set or dict comprehension is part of the function around it (PEP 709): its loops run in the same frame, over
 * variables of its own, which are bound only while it runs (`Inlined` in inlining.ts). A generator expression, and any
 * comprehension in an annotation scope of a class, is a function that is called with the outermost iterator.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Code } from '../../bytecode/code.ts';
import type { Label } from '../backend/function-builder.ts';
import { condition, expression } from './dispatch.ts';
import { ComprehensionExit, popExit } from './exits.ts';
import { compileFunction, makeFunction, positionalParameters } from './function.ts';
import { awaitValue, emitYield } from './generators.ts';
import { inlineComprehension } from './inlining.ts';
import { asyncIteratorOf, iteratorOf, nextAsyncItem, nextItem } from './loops.ts';
import { NOWHERE, type Place } from './positions.ts';
import { store } from './targets.ts';
import type { Unit } from './unit.ts';

type ComprehensionNode = Ast.ListComp | Ast.SetComp | Ast.DictComp | Ast.GeneratorExp;
/** Emits what is done with each element; `target` is the register of the list, set or dict. */
type Element = (unit: Unit, target: number) => void;

export function listComprehension(unit: Unit, node: Ast.ListComp, wanted: number): number {
  return collect(unit, node, '<listcomp>', wanted, (inner, list) => {
    const item = expression(inner, node.elt);
    inner.at(node.elt).listAppend(list, item);
  });
}

export function setComprehension(unit: Unit, node: Ast.SetComp, wanted: number): number {
  return collect(unit, node, '<setcomp>', wanted, (inner, set) => {
    const item = expression(inner, node.elt);
    inner.at(node.elt).setAdd(set, item);
  });
}

export function dictComprehension(unit: Unit, node: Ast.DictComp, wanted: number): number {
  return collect(unit, node, '<dictcomp>', wanted, (inner, map) => {
    const key = inner.operand(node.key, [node.value]);
    const value = expression(inner, node.value);
    inner.at(entryPlace(node)).mapAdd(map, key, value);
  });
}

/** The place of what a comprehension collects. Jumps on its conditions belong there. */
function elementPlace(node: ComprehensionNode): Place {
  return node.kind === Kind.DictComp ? entryPlace(node) : node.elt;
}

/** Whether a condition of the loop number `index` stands on another line than the element. */
function isSpread(node: ComprehensionNode, index: number, place: Place): boolean {
  const { generators } = node;
  const { lineno } = place;
  if (generators[index].ifs.some((test) => test.lineno !== lineno || test.end_lineno !== lineno)) return true;
  const next = index + 1;
  const isAssignment = next < generators.length && onlyItem(generators[next]) !== undefined;
  return isAssignment && isSpread(node, next, place);
}

/** From the key to the end of the value. */
function entryPlace({ key, value }: Ast.DictComp) {
  const { lineno, col_offset } = key;
  return { lineno, col_offset, end_lineno: value.end_lineno, end_col_offset: value.end_col_offset };
}

export function generatorExpression(unit: Unit, node: Ast.GeneratorExp, wanted: number): number {
  const code = comprehensionCode(unit, node, '<genexpr>', (inner) => {
    inner.builder.touch(node);
    generate(inner, node, 0, FIRST_ITERATOR, (each) => {
      const item = expression(each, node.elt);
      emitYield(each, node.elt, item, each.builder.newTemp());
    });
  });
  return callComprehension(unit, node, code, wanted);
}

// ── Collecting comprehensions ──────────────────────────────────────────────────────────────────────────────────

function collect(unit: Unit, node: ComprehensionNode, name: string, wanted: number, element: Element): number {
  const block = unit.compilation.blockOf(node);
  if (block.isInlined) {
    const iterator = firstIterator(unit, node);
    const target = unit.builder.newTemp();
    inlineComprehension(unit, node, block, () => collectInto(unit, node, target, iterator, element));
    return target;
  }
  const code = comprehensionCode(unit, node, name, (inner) => {
    const target = inner.builder.newTemp();
    collectInto(inner, node, target, FIRST_ITERATOR, element);
    inner.at(node).return(target);
  });
  const result = callComprehension(unit, node, code, wanted);
  return block.isCoroutine ? awaitValue(unit, node, result, 0, wanted) : result;
}

function collectInto(unit: Unit, node: ComprehensionNode, target: number, iterator: number, element: Element): void {
  const builder = unit.at(node);
  if (node.kind === Kind.ListComp) builder.buildList(target, []);
  else if (node.kind === Kind.SetComp) builder.buildSet(target, []);
  else builder.buildMap(target, []);
  generate(unit, node, 0, iterator, (inner) => element(inner, target));
}

// ── Comprehensions that are functions ──────────────────────────────────────────────────────────────────────────

/** The register of `.0`, the parameter of a comprehension that is a function. */
const FIRST_ITERATOR = 0;

function comprehensionCode(unit: Unit, node: ComprehensionNode, name: string, body: (unit: Unit) => void): Code {
  return compileFunction(unit, unit.compilation.blockOf(node), name, node.lineno, positionalParameters(1), body);
}

/** The outermost iterable is evaluated outside, when the function is made. */
function callComprehension(unit: Unit, node: ComprehensionNode, code: Code, wanted: number): number {
  const callee = makeFunction(unit, node, code, {});
  const iterator = firstIterator(unit, node);
  const dst = unit.destination(wanted);
  unit.at(node).call(dst, callee, [iterator]);
  return dst;
}

// ── Loops ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The outermost iterator belongs to the scope around the comprehension. */
function firstIterator(unit: Unit, { generators }: ComprehensionNode): number {
  const [{ iter, is_async }] = generators;
  return is_async ? asyncIteratorOf(unit, iter) : iteratorOf(unit, iter);
}

/** Emits the loop number `index`, and those inside it, over `iterator`. */
function generate(
  unit: Unit,
  node: ComprehensionNode,
  index: number,
  iterator: number,
  element: (unit: Unit) => void,
): void {
  const { builder } = unit;
  const generator = node.generators[index];
  const construct = generator.is_async ? new ComprehensionExit(unit, node) : undefined;
  const header = builder.newLabel();
  const again = builder.newLabel();
  const exhausted = builder.newLabel();
  const exception = builder.newTemp();
  builder.place(header);
  if (generator.is_async) {
    nextAsyncItem(unit, generator.target, node, iterator, exhausted, exception);
  } else nextItem(unit, generator.iter, generator.target, iterator, exhausted);
  generateInside(unit, node, index, again, element);
  if (construct !== undefined) popExit(unit, construct);
  builder.place(again);
  const place = elementPlace(node);
  if (isSpread(node, index, place)) builder.at(place).nop();
  builder.at(NOWHERE).loopBack(header);
  builder.place(exhausted);
  if (generator.is_async) unit.at(node).endAsyncFor(exception);
}

/** What a loop does with each item: its conditions, then the next loop or the element. */
function generateInside(
  unit: Unit,
  node: ComprehensionNode,
  index: number,
  again: Label,
  element: (unit: Unit) => void,
): void {
  for (const test of node.generators[index].ifs) {
    const passed = unit.builder.newLabel();
    condition(unit, test, passed, again, 'true');
    unit.builder.place(passed);
  }
  const next = index + 1;
  if (next === node.generators.length) {
    element(unit);
    return;
  }
  const generator = node.generators[next];
  const only = onlyItem(generator);
  if (only !== undefined) {
    // `for y in [f(x)]` is an assignment.
    store(unit, generator.target, expression(unit, only));
    generateInside(unit, node, next, again, element);
    return;
  }
  const iterator = generator.is_async ? asyncIteratorOf(unit, generator.iter) : iteratorOf(unit, generator.iter);
  generate(unit, node, next, iterator, element);
}

function onlyItem({ is_async, iter }: Ast.Comprehension): Ast.ExprNode | undefined {
  if (is_async || (iter.kind !== Kind.List && iter.kind !== Kind.Tuple) || iter.elts.length !== 1) return undefined;
  return iter.elts[0].kind === Kind.Starred ? undefined : iter.elts[0];
}
