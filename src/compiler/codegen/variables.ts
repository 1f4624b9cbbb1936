/** Reading, binding and unbinding variables, wherever they live (layout.ts). */
import type { ExprNode } from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { GLOBAL_IMPLICIT, UNKNOWN } from '../symtable.ts';
import { ANY } from './dispatch.ts';
import {
  IN_CELL,
  IN_CLASS_OR_CLOSURE,
  IN_CLASS_OR_GLOBALS,
  IN_CLOSURE,
  IN_GLOBALS,
  IN_NAMESPACE_OR_CLOSURE,
  IN_REGISTER,
} from './layout.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** Emits the reading of a variable; returns the register of its value, which is the variable's own if it has one. */
export function loadName(unit: Unit, place: Place, id: string, wanted: number = ANY): number {
  const name = unit.mangle(id);
  const { home, index } = unit.variable(name);
  const builder = unit.at(place);
  if (home === IN_REGISTER) {
    builder.checkBound(index);
    builder.touch(place);
    return index;
  }
  const dst = unit.destination(wanted);
  switch (home) {
    case IN_CELL:
      builder.loadCell(dst, index);
      break;
    case IN_CLOSURE:
      builder.loadFree(dst, index);
      break;
    case IN_NAMESPACE_OR_CLOSURE:
      builder.loadNameOrFree(dst, name, index);
      break;
    case IN_CLASS_OR_CLOSURE:
      builder.loadMappingOrFree(dst, classNamespace(unit, place), name, index);
      break;
    case IN_CLASS_OR_GLOBALS:
      builder.loadNameOrGlobal(dst, classNamespace(unit, place), name);
      break;
    case IN_GLOBALS:
      builder.loadGlobal(dst, name);
      break;
    default:
      builder.loadName(dst, name);
  }
  return dst;
}

/** Register of the namespace of the class that an annotation scope stands in. */
function classNamespace(unit: Unit, place: Place): number {
  const namespace = unit.builder.newTemp();
  const { home, index } = unit.layout.variables.get('__classdict__') ?? unit.layout.find('__classdict__');
  const builder = unit.at(place);
  if (home === IN_CELL) builder.loadCell(namespace, index);
  else builder.loadFree(namespace, index);
  return namespace;
}

export function storeName(unit: Unit, place: Place, id: string, value: number): void {
  const name = unit.mangle(id);
  const { home, index } = unit.variable(name);
  const builder = unit.at(place);
  switch (home) {
    case IN_REGISTER:
      if (index !== value) builder.move(index, value);
      builder.touch(place);
      break;
    case IN_CELL:
      builder.storeCell(index, value);
      break;
    case IN_CLOSURE:
    case IN_NAMESPACE_OR_CLOSURE:
    case IN_CLASS_OR_CLOSURE:
      builder.storeFree(index, value);
      break;
    case IN_GLOBALS:
    case IN_CLASS_OR_GLOBALS:
      builder.storeGlobal(name, value);
      break;
    default:
      builder.storeName(name, value);
  }
}

export function deleteName(unit: Unit, place: Place, id: string): void {
  const name = unit.mangle(id);
  const { home, index } = unit.variable(name);
  const builder = unit.at(place);
  switch (home) {
    case IN_REGISTER:
      builder.checkBound(index);
      builder.unbind(index);
      break;
    case IN_CELL:
      builder.deleteCell(index);
      break;
    case IN_CLOSURE:
    case IN_NAMESPACE_OR_CLOSURE:
    case IN_CLASS_OR_CLOSURE:
      builder.deleteFree(index);
      break;
    case IN_GLOBALS:
    case IN_CLASS_OR_GLOBALS:
      builder.deleteGlobal(name);
      break;
    default:
      builder.deleteName(name);
  }
}

/** Unbinds a variable that may be unbound: at the end of `except ... as name`. */
export function clearName(unit: Unit, place: Place, id: string): void {
  const { home, index } = unit.variable(unit.mangle(id));
  const builder = unit.at(place);
  if (home === IN_REGISTER) {
    builder.unbind(index);
    return;
  }
  const none = builder.newTemp();
  builder.loadNone(none);
  storeName(unit, place, id, none);
  deleteName(unit, place, id);
}

/** The register of a local variable that is in no cell. */
export function localRegister(unit: Unit, id: string): number | undefined {
  const { home, index } = unit.variable(unit.mangle(id));
  return home === IN_REGISTER ? index : undefined;
}

/** The register of a target that is such a variable. */
export function targetRegister(unit: Unit, node: ExprNode): number | undefined {
  return node.kind === Kind.Name ? localRegister(unit, node.id) : undefined;
}

/**
 * As `targetRegister`, for what is written by code that ends at `place`: only if all of that stands on the line of the target. Elsewhere the
 * variable is bound on a line of its own, as tracers see.
 */
export function writableRegister(unit: Unit, node: ExprNode, place: Spread): number | undefined {
  return place.lineno === node.lineno && place.end_lineno === node.lineno ? targetRegister(unit, node) : undefined;
}

interface Spread {
  readonly lineno: number;
  readonly end_lineno: number;
}

/** Whether neither the block nor the module assigns the name, so that it most likely is a builtin. */
export function isAssignedNowhere(unit: Unit, name: string): boolean {
  const { top } = unit.compilation.table;
  const atTop = top.scopeOf(name);
  return unit.block.scopeOf(name) === GLOBAL_IMPLICIT && (atTop === UNKNOWN || atTop === GLOBAL_IMPLICIT);
}

/** Whether a name can only be a builtin, unless somebody sets a global of that name from outside. */
export function resolvesToBuiltin(unit: Unit, name: string): boolean {
  return unit.block.scopeOf(name) === GLOBAL_IMPLICIT && unit.compilation.table.top.scopeOf(name) === UNKNOWN;
}
