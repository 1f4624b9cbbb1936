/**
 * Calls, calls of methods, and `super()`.
 *
 * Positional arguments are evaluated first, then keyword arguments, each from left to right. A call with stars, or with very many
 * arguments, collects them in a list and a dict; any other passes registers.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { checkCallee, checkKeywords } from './checks.ts';
import { namesConstant } from './constants.ts';
import { ANY, expression } from './dispatch.ts';
import { operands } from './displays.ts';
import { attributePlace, methodCallPlace, type Place } from './positions.ts';
import type { Unit } from './unit.ts';
import { loadName, isAssignedNowhere, resolvesToBuiltin } from './variables.ts';

/** Calls with more arguments than this collect them, so that frames stay small. */
const MAX_REGISTERS = 30;

/** The arguments of a call or of a class definition, without what comes in front of them. */
export interface Arguments {
  readonly args: readonly Ast.ExprNode[];
  readonly keywords: readonly Ast.Keyword[];
}

/** What is called: a value, or a method and its self as LoadMethod gives them. */
export interface Callee {
  readonly register: number;
  readonly self: number | undefined;
}

export function call(unit: Unit, node: Ast.Call, wanted: number): number {
  const { func } = node;
  checkKeywords(unit, node.keywords);
  checkCallee(unit, func);
  if (func.kind === Kind.Attribute && !isCollected(node, 0)) {
    const callee = loadMethod(unit, func);
    return emitCall(unit, methodCallPlace(node, func), callee, [], node, wanted);
  }
  const register = unit.operand(func, argumentNodes(node));
  return emitCall(unit, isLoopInPlace(unit, node) ? func : node, { register, self: undefined }, [], node, wanted);
}

/** Functions that CPython replaces by a loop over their generator expression: what that raises is placed at the function's name. */
const LOOPS: ReadonlySet<string> = new Set(['all', 'any', 'tuple']);

function isLoopInPlace(unit: Unit, { func, args, keywords }: Ast.Call): boolean {
  if (args.length !== 1 || keywords.length > 0 || args[0].kind !== Kind.GeneratorExp) return false;
  return func.kind === Kind.Name && LOOPS.has(func.id) && isAssignedNowhere(unit, func.id);
}

function argumentNodes({ args, keywords }: Arguments): Ast.ExprNode[] {
  return [...args, ...keywords.map((keyword) => keyword.value)];
}

function loadMethod(unit: Unit, func: Ast.Attribute): Callee {
  const { builder } = unit;
  const callee = { register: builder.newTemp(), self: builder.newTemp() };
  const name = unit.mangle(func.attr);
  const operandsOfSuper = superOperands(unit, func);
  if (operandsOfSuper !== undefined) {
    const { type, self, global } = operandsOfSuper;
    unit.at(func).loadSuperMethod(callee.register, callee.self, type, self, name, global);
    comeToName(unit, func);
  } else {
    const object = expression(unit, func.value);
    unit.at(attributePlace(func)).loadMethod(callee.register, callee.self, object, name);
  }
  return callee;
}

/** Emits the call with the values in `first` in front of the written arguments. */
export function emitCall(
  unit: Unit,
  place: Place,
  callee: Callee,
  first: readonly number[],
  written: Arguments,
  wanted: number = ANY,
): number {
  if (isCollected(written, first.length)) return collectedCall(unit, place, callee.register, first, written, wanted);
  const args = [...first, ...operands(unit, argumentNodes(written))];
  const dst = unit.destination(wanted);
  const { builder } = unit;
  unit.at(place);
  if (written.keywords.length === 0) {
    if (callee.self === undefined) builder.call(dst, callee.register, args);
    else builder.callMethod(dst, callee.register, callee.self, args);
  } else {
    const names = namesConstant(written.keywords.map((keyword) => keyword.arg as string));
    if (callee.self === undefined) builder.callKw(dst, callee.register, names, args);
    else builder.callMethodKw(dst, callee.register, callee.self, names, args);
  }
  return dst;
}

// ── Calls with stars ───────────────────────────────────────────────────────────────────────────────────────────

function isCollected({ args, keywords }: Arguments, firstCount: number): boolean {
  return (
    firstCount + args.length + keywords.length > MAX_REGISTERS ||
    args.some((arg) => arg.kind === Kind.Starred) ||
    keywords.some((keyword) => keyword.arg === undefined)
  );
}

function collectedCall(
  unit: Unit,
  place: Place,
  callee: number,
  first: readonly number[],
  { args, keywords }: Arguments,
  wanted: number,
): number {
  const values = keywords.map((keyword) => keyword.value);
  const list = collectPositional(unit, place, first, args, values);
  const map = collectKeywords(unit, place, callee, keywords);
  const dst = unit.destination(wanted);
  unit.at(place).callEx(dst, callee, list, map);
  return dst;
}

function collectPositional(
  unit: Unit,
  place: Place,
  first: readonly number[],
  args: readonly Ast.ExprNode[],
  later: readonly Ast.ExprNode[],
): number {
  if (first.length === 0 && args.length === 1 && args[0].kind === Kind.Starred) {
    return unit.operand(args[0].value, later);
  }
  const list = unit.builder.newTemp();
  if (first.length === 0 && args.length === 0) {
    unit.at(place).buildTuple(list, []);
    return list;
  }
  unit.at(place).buildList(list, first.slice());
  for (const arg of args) {
    const value = expression(unit, arg.kind === Kind.Starred ? arg.value : arg);
    const builder = unit.at(place);
    if (arg.kind === Kind.Starred) builder.listExtend(list, value);
    else builder.listAppend(list, value);
  }
  return list;
}

/** Register of the mapping with the keyword arguments; unbound if there are none. */
function collectKeywords(unit: Unit, place: Place, callee: number, keywords: readonly Ast.Keyword[]): number {
  if (keywords.length === 1 && keywords[0].arg === undefined) return expression(unit, keywords[0].value);
  const map = unit.builder.newTemp();
  if (keywords.length === 0) {
    unit.at(place).unbind(map);
    return map;
  }
  let start = 0;
  while (start < keywords.length) start = mergeKeywords(unit, place, callee, map, keywords, start);
  return map;
}

/** Adds the keywords from `start` on, one mapping or a run of names, to `map`; returns where the next ones begin. */
function mergeKeywords(
  unit: Unit,
  place: Place,
  callee: number,
  map: number,
  keywords: readonly Ast.Keyword[],
  start: number,
): number {
  if (start === 0 && keywords[0].arg === undefined) unit.at(place).buildMap(map, []);
  if (keywords[start].arg === undefined) {
    const mapping = expression(unit, keywords[start].value);
    unit.at(place).mapMerge(map, mapping, callee);
    return start + 1;
  }
  let end = start;
  while (end < keywords.length && end - start < MAX_REGISTERS && keywords[end].arg !== undefined) end++;
  const run = keywords.slice(start, end);
  const values = operands(
    unit,
    run.map((keyword) => keyword.value),
  );
  const part = start === 0 ? map : unit.builder.newTemp();
  unit.at(place).buildConstMap(part, namesConstant(run.map((keyword) => keyword.arg as string)), values);
  if (start > 0) unit.at(place).mapMerge(map, part, callee);
  return end;
}

// ── super() ────────────────────────────────────────────────────────────────────────────────────────────────────

interface SuperOperands {
  readonly type: number;
  readonly self: number;
  readonly global: number;
}

/** `super().name` as a value, or undefined if `node` is not of that form. */
export function superAttribute(unit: Unit, node: Ast.Attribute, wanted: number): number | undefined {
  const found = superOperands(unit, node);
  if (found === undefined) return undefined;
  const dst = unit.destination(wanted);
  unit.at(node).loadSuperAttr(dst, found.type, found.self, unit.mangle(node.attr), found.global);
  comeToName(unit, node);
  return dst;
}

/** What `super()` is asked for is found where `super` stands; a name on a later line is only come by. */
function comeToName(unit: Unit, node: Ast.Attribute): void {
  if (node.lineno !== node.end_lineno) unit.at(attributePlace(node)).nop();
}

/** Loads the operands of `super()` or `super(type, self)` in front of `.name`, where `super` can only be the builtin. */
function superOperands(unit: Unit, { value, attr }: Ast.Attribute): SuperOperands | undefined {
  if (value.kind !== Kind.Call || value.func.kind !== Kind.Name || value.func.id !== 'super') return undefined;
  const { func, args, keywords } = value;
  if (keywords.length > 0 || attr === '__class__' || !resolvesToBuiltin(unit, 'super')) return undefined;
  if (args.length === 2 && args.every((arg) => arg.kind !== Kind.Starred)) {
    const global = loadName(unit, func, func.id);
    const [type, self] = operands(unit, args);
    return { type, self, global };
  }
  const first = unit.firstParameter;
  if (args.length > 0 || first === undefined || !unit.hasFreeVariable('__class__')) return undefined;
  const global = loadName(unit, func, func.id);
  const type = loadName(unit, value, '__class__');
  return { type, self: loadName(unit, value, first), global };
}
