/**
 * What can be assigned to and deleted: storing a register into a target, unpacking, `del`.
 *
 * Python evaluates the value first and then the targets from left to right, each with the code inside it. Registers of
 * local variables are written directly wherever no code of an earlier target could see the difference.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { ANY, expression } from './dispatch.ts';
import { isPlainSlice, sliceBounds } from './expressions.ts';
import { attributePlace } from './positions.ts';
import type { Unit } from './unit.ts';
import { deleteName, storeName, targetRegister, writableRegister } from './variables.ts';

/** Stores the value in register `value` into `target`. */
export function store(unit: Unit, target: Ast.ExprNode, value: number): void {
  switch (target.kind) {
    case Kind.Name:
      storeName(unit, target, target.id, value);
      break;
    case Kind.Attribute: {
      const object = expression(unit, target.value);
      unit.noteAttributeStore(target);
      unit.at(attributePlace(target)).storeAttr(object, unit.mangle(target.attr), value);
      break;
    }
    case Kind.Subscript:
      storeSubscript(unit, target, value);
      break;
    case Kind.Tuple:
    case Kind.List:
      unpack(unit, target, value);
      break;
    case Kind.Starred:
      unit.fail('starred assignment target must be in a list or tuple', target);
      break;
    default:
      throw new Error(`not a target: node kind ${target.kind}`);
  }
}

function storeSubscript(unit: Unit, target: Ast.Subscript, value: number): void {
  const object = unit.operand(target.value, [target.slice]);
  if (isPlainSlice(target.slice)) {
    const [start, stop] = sliceBounds(unit, target.slice);
    unit.at(target).storeSlice(object, start, stop, value);
  } else {
    const key = expression(unit, target.slice);
    unit.at(target).storeItem(object, key, value);
  }
}

// ── Unpacking ──────────────────────────────────────────────────────────────────────────────────────────────────

export function unpack(unit: Unit, target: Ast.Tuple | Ast.List, source: number): void {
  const elements = target.elts;
  const starred = elements.findIndex((element) => element.kind === Kind.Starred);
  checkStars(unit, target, starred);
  const registers = unpackRegisters(unit, target.lineno, elements);
  const builder = unit.at(target);
  if (starred < 0) builder.unpackSequence(source, registers);
  else builder.unpackEx(source, starred, registers);
  for (let i = 0; i < elements.length; i++) {
    const element = withoutStar(elements[i]);
    store(unit, element, registers[i]);
  }
}

/** CPython counts the items in front of a star in a byte, those behind it in three. */
function checkStars(unit: Unit, target: Ast.Tuple | Ast.List, starred: number): void {
  if (starred < 0) return;
  const { elts } = target;
  if (starred >= 1 << 8 || elts.length - starred - 1 >= 0x7fffff) {
    unit.fail('too many expressions in star-unpacking assignment', target);
  }
  for (let i = starred + 1; i < elts.length; i++) {
    if (elts[i].kind === Kind.Starred) unit.fail('multiple starred expressions in assignment', target);
  }
}

function withoutStar(element: Ast.ExprNode): Ast.ExprNode {
  return element.kind === Kind.Starred ? element.value : element;
}

/** Local variables at the beginning are unpacked into directly; what comes behind another target, or on another line, waits for its turn. */
function unpackRegisters(unit: Unit, line: number, elements: readonly Ast.ExprNode[]): number[] {
  const registers: number[] = [];
  let direct = true;
  for (const element of elements) {
    const isDirect: boolean = direct && element.lineno === line;
    const local: number | undefined = isDirect ? targetRegister(unit, withoutStar(element)) : undefined;
    direct = local !== undefined && !registers.includes(local);
    registers.push(direct && local !== undefined ? local : unit.builder.newTemp());
  }
  return registers;
}

// ── Assignment statements ──────────────────────────────────────────────────────────────────────────────────────

export function assign(unit: Unit, node: Ast.Assign): void {
  const { targets, value } = node;
  if (targets.length === 1) assignOne(unit, targets[0], value);
  else assignMany(unit, targets, value);
}

export function assignOne(unit: Unit, target: Ast.ExprNode, value: Ast.ExprNode): void {
  if (target.kind === Kind.Starred) unit.fail('starred assignment target must be in a list or tuple', target);
  if (isDisplay(target) && isDisplay(value) && isParallel(target, value)) {
    assignParallel(unit, target, value.elts);
    return;
  }
  const local: number | undefined = writableRegister(unit, target, value);
  const register = expression(unit, value, local ?? ANY);
  // The value may be a variable which the code inside the target rebinds.
  store(unit, target, local === undefined ? unit.keep(target, register, target) : register);
}

function assignMany(unit: Unit, targets: readonly Ast.ExprNode[], value: Ast.ExprNode): void {
  const wanted = writableRegister(unit, targets[0], value);
  let register = expression(unit, value, wanted ?? ANY);
  if (unit.isLocal(register) && targets.some(mayRebind)) register = unit.copy(value, register);
  for (const target of targets) store(unit, target, register);
}

function mayRebind(target: Ast.ExprNode): boolean {
  return target.kind !== Kind.Name;
}

type Display = Ast.Tuple | Ast.List;

/** `a, b = x, y`: as many values as targets, none of them starred, so that no tuple need exist. */
function isParallel(target: Display, value: Display): boolean {
  return target.elts.length === value.elts.length && noStar(target) && noStar(value);
}

function isDisplay(node: Ast.ExprNode): node is Display {
  return node.kind === Kind.Tuple || node.kind === Kind.List;
}

function noStar(node: Display): boolean {
  return node.elts.every((element) => element.kind !== Kind.Starred);
}

/** Evaluates all values, then stores them from left to right, with as few moves as the order allows. */
function assignParallel(unit: Unit, display: Display, values: readonly Ast.ExprNode[]): void {
  const targets = display.elts;
  const last = values.length - 1;
  const locals = targets.map((target) => targetRegister(unit, target));
  const isBeside = last >= 0 && writableRegister(unit, targets[last], values[last]) !== undefined;
  const registers: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const wanted = i === last && isBeside ? directTarget(locals, registers) : undefined;
    // The variables in front of it are bound after it, but are numbered first.
    if (wanted !== undefined) for (const local of locals) if (local !== undefined) unit.builder.noteUse(local);
    const register =
      wanted === undefined ? unit.operand(values[i], values, i + 1) : expression(unit, values[i], wanted);
    registers.push(register);
  }
  for (let i = 0; i < registers.length; i++) {
    if (!isOverwritten(unit, registers[i], targets, locals, i)) continue;
    registers[i] = unit.copy(values[i], registers[i]);
  }
  unit.builder.touch(display);
  targets.forEach((target, i) => {
    store(unit, target, registers[i]);
  });
}

/** The last value may go to its variable at once if all targets are variables and no other value is read from it. */
function directTarget(locals: readonly (number | undefined)[], registers: readonly number[]): number | undefined {
  const last = locals.length - 1;
  const target = locals[last];
  if (target === undefined || locals.indexOf(target) !== last) return undefined;
  return locals.includes(undefined) || registers.includes(target) ? undefined : target;
}

/** Whether a target before number `i` writes the register that value `i` is read from. */
function isOverwritten(
  unit: Unit,
  register: number,
  targets: readonly Ast.ExprNode[],
  locals: readonly (number | undefined)[],
  i: number,
): boolean {
  if (!unit.isLocal(register)) return false;
  for (let j = 0; j < i; j++) {
    if (locals[j] === register) return true;
    if (locals[j] === undefined && targets[j].kind !== Kind.Name) return true;
  }
  return false;
}

// ── Deletion ───────────────────────────────────────────────────────────────────────────────────────────────────

export function deleteStatement(unit: Unit, node: Ast.Delete): void {
  for (const target of node.targets) deleteTarget(unit, target);
}

function deleteTarget(unit: Unit, target: Ast.ExprNode): void {
  switch (target.kind) {
    case Kind.Name:
      deleteName(unit, target, target.id);
      break;
    case Kind.Attribute: {
      const object = expression(unit, target.value);
      unit.at(attributePlace(target)).deleteAttr(object, unit.mangle(target.attr));
      break;
    }
    case Kind.Subscript: {
      const object = unit.operand(target.value, [target.slice]);
      const key = expression(unit, target.slice);
      unit.at(target).deleteItem(object, key);
      break;
    }
    case Kind.Tuple:
    case Kind.List:
      for (const element of target.elts) deleteTarget(unit, element);
      break;
    default:
      throw new Error(`cannot be deleted: node kind ${target.kind}`);
  }
}
