/** Class statements: the code of the body, and the call of `__build_class__`. */
import type * as Ast from '../../syntax/ast.generated.ts';
import type { Code } from '../../bytecode/code.ts';
import { strConstant } from '../../bytecode/constants.ts';
import { setupAnnotations } from '../../bytecode/intrinsics.generated.ts';
import { namespaceAnnotations, prepareConditionalAnnotations } from './annotations.ts';
import { emitCall } from './calls.ts';
import { checkKeywords } from './checks.ts';
import { loadConstant, namesConstant } from './constants.ts';
import { ANY, statements } from './dispatch.ts';
import { operands } from './displays.ts';
import { decorate, splitDocstring, firstLineOf, makeFunction, positionalParameters } from './function.ts';
import { linePlace, type Place } from './positions.ts';
import { genericClass } from './type-parameters.ts';
import { Unit } from './unit.ts';
import { loadName, localRegister, storeName } from './variables.ts';

export function classStatement(unit: Unit, node: Ast.ClassDef): void {
  const decorators = operands(unit, node.decorator_list);
  const wanted = decorators.length > 0 ? ANY : (localRegister(unit, node.name) ?? ANY);
  const made =
    node.type_params.length > 0 ? genericClass(unit, node, wanted) : buildClass(unit, node, () => node.bases, wanted);
  storeName(unit, node, node.name, decorate(unit, node.decorator_list, decorators, made));
}

/** Makes the class; `bases` gives those of the node, and the implicit one of a generic class, which it makes. */
export function buildClass(
  unit: Unit,
  node: Ast.ClassDef,
  bases: () => readonly Ast.ExprNode[],
  wanted: number,
): number {
  checkKeywords(unit, node.keywords);
  const { builder } = unit;
  const build = builder.newTemp();
  unit.at(node).loadBuildClass(build);
  const body = makeFunction(unit, node, classCode(unit, node), {});
  const name = loadConstant(unit, node, strConstant(node.name));
  const callee = { register: build, self: undefined };
  return emitCall(unit, node, callee, [body, name], { args: bases(), keywords: node.keywords }, wanted);
}

// ── The body ───────────────────────────────────────────────────────────────────────────────────────────────────

function classCode(parent: Unit, node: Ast.ClassDef): Code {
  const block = parent.compilation.blockOf(node);
  const unit = new Unit(parent.compilation, parent, block, node.name, firstLineOf(node), positionalParameters(0));
  unit.makeCells();
  const place = linePlace(unit.firstLine);
  unit.at(place);
  openNamespace(unit, node, place);
  const { docstring, rest } = splitDocstring(unit, node.body);
  if (docstring !== undefined) {
    const value = loadConstant(unit, node.body[0], docstring);
    storeName(unit, node.body[0], '__doc__', value);
  }
  statements(unit, rest);
  closeNamespace(unit, node, place);
  return unit.finish();
}

/** What every class namespace begins with. */
function openNamespace(unit: Unit, node: Ast.ClassDef, place: Place): void {
  storeName(unit, place, '__module__', loadName(unit, place, '__name__', ANY));
  storeName(unit, place, '__qualname__', loadConstant(unit, place, strConstant(unit.qualname)));
  storeName(unit, place, '__firstlineno__', loadConstant(unit, place, unit.firstLine));
  if (node.type_params.length > 0)
    storeName(unit, place, '__type_params__', loadName(unit, place, '.type_params', ANY));
  if (unit.hasCell('__classdict__')) {
    const namespace = unit.builder.newTemp();
    unit.at(place).loadNamespace(namespace);
    unit.builder.storeCell(unit.cellFor(place, '__classdict__'), namespace);
  }
  prepareConditionalAnnotations(unit, node.body, place);
  if (unit.compilation.futureAnnotations && unit.block.hasAnnotations) {
    unit.at(place).callIntrinsic(unit.builder.newTemp(), setupAnnotations, []);
  }
}

/** What every class namespace ends with. The value of the body is the `__class__` cell, or None. */
function closeNamespace(unit: Unit, node: Ast.ClassDef, place: Place): void {
  namespaceAnnotations(unit, node.body, node, place);
  // What follows has no place of its own: to a tracer it belongs to the last statement.
  const end = unit.lastPlace;
  const attributes = namesConstant([...unit.staticAttributes].sort(compareCodePoints));
  storeName(unit, end, '__static_attributes__', loadConstant(unit, end, attributes));
  if (unit.hasCell('__classdict__')) {
    storeName(unit, end, '__classdictcell__', unit.cellFor(end, '__classdict__'));
  }
  if (!unit.hasCell('__class__')) {
    unit.at(end).returnNone();
    return;
  }
  const cell = unit.cellFor(end, '__class__');
  storeName(unit, end, '__classcell__', cell);
  unit.at(end).return(cell);
}

/** Python's order of strings, which is not that of UTF-16. */
function compareCodePoints(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i].codePointAt(0) as number) - (b[i].codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
