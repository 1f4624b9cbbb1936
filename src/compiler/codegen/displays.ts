/**
 * Tuples, lists, sets and dicts written out.
 *
 * Short displays are built by one instruction from registers. Long ones and those with stars grow item by item, so
 * that a literal of any length needs a frame of a few registers. Constant items are copied from a constant.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { type ConstantValue, FrozenSetConstant, isStrConstant, TupleConstant } from '../../bytecode/constants.ts';
import { constantOf, loadConstant } from './constants.ts';
import { ANY, expression } from './dispatch.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** Displays with more items than this grow item by item. */
const MAX_REGISTERS = 30;
/** From this many constant items on, a list or set is filled from a constant. */
const MIN_CONSTANT_ITEMS = 3;

/** The constant items of a display, or undefined where one is not constant. */
function constantItems(elements: readonly Ast.ExprNode[]): ConstantValue[] | undefined {
  const items: ConstantValue[] = [];
  for (const element of elements) {
    const value = element.kind === Kind.Starred ? undefined : constantOf(element);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}

/** What `in` and `for` need of a list or set display of constants: a tuple or frozenset, which is itself constant. */
export function constantDisplay(node: Ast.ExprNode): ConstantValue | undefined {
  if (node.kind !== Kind.List && node.kind !== Kind.Set) return undefined;
  const items = constantItems(node.elts);
  if (items === undefined) return undefined;
  return node.kind === Kind.List ? new TupleConstant(items) : new FrozenSetConstant(items);
}

function growsItemByItem(elements: readonly Ast.ExprNode[]): boolean {
  return elements.length > MAX_REGISTERS || elements.some((element) => element.kind === Kind.Starred);
}

/** Registers with the values of `elements`, which later elements cannot change. */
export function operands(unit: Unit, elements: readonly Ast.ExprNode[]): number[] {
  return elements.map((element, i) => unit.operand(element, elements, i + 1));
}

// ── Tuples and lists ───────────────────────────────────────────────────────────────────────────────────────────

export function tuple(unit: Unit, node: Ast.Tuple, wanted: number): number {
  const folded = constantOf(node);
  if (folded !== undefined) return loadConstant(unit, node, folded, wanted);
  return tupleOf(unit, node, node.elts, wanted);
}

/** A tuple of any elements: also the arguments of a call with stars. */
export function tupleOf(unit: Unit, place: Place, elements: readonly Ast.ExprNode[], wanted: number = ANY): number {
  if (growsItemByItem(elements)) {
    const list = growList(unit, place, elements);
    const dst = unit.destination(wanted);
    unit.at(place).listToTuple(dst, list);
    return dst;
  }
  const items = operands(unit, elements);
  const dst = unit.destination(wanted);
  unit.at(place).buildTuple(dst, items);
  return dst;
}

export function list(unit: Unit, node: Ast.List, wanted: number): number {
  const constants = node.elts.length >= MIN_CONSTANT_ITEMS ? constantItems(node.elts) : undefined;
  if (constants !== undefined) {
    const items = loadConstant(unit, node, new TupleConstant(constants));
    const dst = unit.scratch(wanted);
    const builder = unit.at(node);
    builder.buildList(dst, []);
    builder.listExtend(dst, items);
    return dst;
  }
  if (growsItemByItem(node.elts)) return growList(unit, node, node.elts);
  const items = operands(unit, node.elts);
  const dst = unit.destination(wanted);
  unit.at(node).buildList(dst, items);
  return dst;
}

/** A list that grows from its elements; the ones before the first star are put in at once if they are few. */
function growList(unit: Unit, place: Place, elements: readonly Ast.ExprNode[]): number {
  const dst = unit.builder.newTemp();
  const head = elements.findIndex((element) => element.kind === Kind.Starred);
  const start = head > 0 && head <= MAX_REGISTERS ? head : 0;
  const items = operands(unit, elements.slice(0, start));
  unit.at(place).buildList(dst, items);
  for (let i = start; i < elements.length; i++) {
    const element = elements[i];
    if (element.kind === Kind.Starred) {
      const iterable = expression(unit, element.value);
      unit.at(place).listExtend(dst, iterable);
    } else {
      const item = expression(unit, element);
      unit.at(place).listAppend(dst, item);
    }
  }
  return dst;
}

// ── Sets ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function set(unit: Unit, node: Ast.Set, wanted: number): number {
  const constants = node.elts.length >= MIN_CONSTANT_ITEMS ? constantItems(node.elts) : undefined;
  if (constants !== undefined) {
    const items = loadConstant(unit, node, new FrozenSetConstant(constants));
    const dst = unit.scratch(wanted);
    const builder = unit.at(node);
    builder.buildSet(dst, []);
    builder.setUpdate(dst, items);
    return dst;
  }
  if (growsItemByItem(node.elts)) return growSet(unit, node);
  const items = operands(unit, node.elts);
  const dst = unit.destination(wanted);
  unit.at(node).buildSet(dst, items);
  return dst;
}

function growSet(unit: Unit, node: Ast.Set): number {
  const dst = unit.builder.newTemp();
  unit.at(node).buildSet(dst, []);
  for (const element of node.elts) {
    const value = expression(unit, element.kind === Kind.Starred ? element.value : element);
    const builder = unit.at(node);
    if (element.kind === Kind.Starred) builder.setUpdate(dst, value);
    else builder.setAdd(dst, value);
  }
  return dst;
}

// ── Dicts ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function dict(unit: Unit, node: Ast.Dict, wanted: number): number {
  const isShort = node.keys.length * 2 <= MAX_REGISTERS && !node.keys.includes(undefined);
  if (!isShort) return growDict(unit, node);
  const keys = stringKeys(node.keys as Ast.ExprNode[]);
  if (keys !== undefined) {
    const values = node.values.map((value, i) => {
      unit.builder.touch(node.keys[i] as Ast.ExprNode);
      return unit.operand(value, node.values, i + 1);
    });
    const dst = unit.destination(wanted);
    unit.at(node).buildConstMap(dst, keys, values);
    return dst;
  }
  const items = operands(unit, pairs(node));
  const dst = unit.destination(wanted);
  unit.at(node).buildMap(dst, items);
  return dst;
}

function pairs(node: Ast.Dict): Ast.ExprNode[] {
  return node.values.flatMap((value, i) => [node.keys[i] as Ast.ExprNode, value]);
}

/** The keys as a constant tuple, if there are any and all of them are strings. */
function stringKeys(keys: readonly Ast.ExprNode[]): TupleConstant | undefined {
  if (keys.length === 0) return undefined;
  const constants = constantItems(keys);
  return constants?.every(isStrConstant) ? new TupleConstant(constants) : undefined;
}

function growDict(unit: Unit, node: Ast.Dict): number {
  const dst = unit.builder.newTemp();
  unit.at(node).buildMap(dst, []);
  node.values.forEach((valueNode, i) => {
    const keyNode = node.keys[i];
    if (keyNode === undefined) {
      const mapping = expression(unit, valueNode);
      unit.at(node).mapUpdate(dst, mapping);
    } else {
      const key = unit.operand(keyNode, [valueNode]);
      const value = expression(unit, valueNode);
      unit.at(node).mapAdd(dst, key, value);
    }
  });
  return dst;
}
