/**
 * Type parameters (PEP 695, PEP 696) and `type` statements.
 *
 * `def f[T]`, `class C[T]` and `type A[T]` are made inside a hidden function whose variables are the type parameters.
 * Bounds, constraints, defaults and the value of an alias are evaluated on demand, each by a function of its own.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import { Name } from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { strConstant, TupleConstant } from '../../bytecode/constants.ts';
import * as Intrinsic from '../../bytecode/intrinsics.generated.ts';
import type { Block } from '../symtable.ts';
import { evaluatorCode } from './annotations.ts';
import { buildClass } from './class.ts';
import { loadConstant } from './constants.ts';
import { ANY, expression } from './dispatch.ts';
import {
  compileFunction,
  firstLineOf,
  type FunctionNode,
  functionObject,
  makeFunction,
  type Parts,
  positionalParameters,
} from './function.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';
import { localRegister, storeName } from './variables.ts';

/** What an evaluator's parameter, the format, is by default: `VALUE`. */
const DEFAULT_FORMAT = new TupleConstant([1]);

/** A function that evaluates `node` on demand. */
function makeEvaluator(unit: Unit, block: Block, name: string, place: Place, node: Ast.ExprNode): number {
  const code = evaluatorCode(unit, block, name, place, (inner) => {
    if (node.kind !== Kind.Starred) return expression(inner, node);
    // The default `*Ts` of a TypeVarTuple is the only item of `*Ts`.
    const value = expression(inner, node.value);
    const item = inner.builder.newTemp();
    inner.at(node).unpackSequence(value, [item]);
    return item;
  });
  return makeFunction(unit, place, code, { defaults: loadConstant(unit, place, DEFAULT_FORMAT) });
}

/** Makes the type parameters and binds their names; returns the register of their tuple. */
function typeParameters(unit: Unit, place: Place, params: readonly Ast.TypeParamNode[]): number {
  checkDefaults(unit, params);
  const registers = params.map((param) => typeParameter(unit, param));
  const dst = unit.builder.newTemp();
  unit.at(place).buildTuple(dst, registers);
  return dst;
}

function checkDefaults(unit: Unit, params: readonly Ast.TypeParamNode[]): void {
  const first = params.findIndex((param) => param.default_value !== undefined);
  const late = first < 0 ? undefined : params.slice(first).find((param) => param.default_value === undefined);
  if (late === undefined) return;
  unit.fail(`non-default type parameter '${late.name}' follows default type parameter`, late);
}

function typeParameter(unit: Unit, param: Ast.TypeParamNode): number {
  const name = loadConstant(unit, param, strConstant(param.name));
  let made = unit.builder.newTemp();
  if (param.kind === Kind.TypeVar) typeVariable(unit, param, name, made);
  else {
    const which = param.kind === Kind.ParamSpec ? Intrinsic.paramSpec : Intrinsic.typeVarTuple;
    unit.at(param).callIntrinsic(made, which, [name]);
  }
  if (param.default_value !== undefined) {
    const block = unit.compilation.typeDefaultBlockOf(param);
    const evaluator = makeEvaluator(unit, block, param.name, param.default_value, param.default_value);
    const complete = unit.builder.newTemp();
    unit.at(param).callIntrinsic(complete, Intrinsic.typeParamDefault, [made, evaluator]);
    made = complete;
  }
  storeName(unit, param, param.name, made);
  return made;
}

function typeVariable(unit: Unit, param: Ast.TypeVar, name: number, dst: number): void {
  if (param.bound === undefined) {
    unit.at(param).callIntrinsic(dst, Intrinsic.typeVar, [name]);
    return;
  }
  const evaluator = makeEvaluator(unit, unit.compilation.typeBoundBlockOf(param), param.name, param.bound, param.bound);
  const which = param.bound.kind === Kind.Tuple ? Intrinsic.typeVarConstraints : Intrinsic.typeVarBound;
  unit.at(param).callIntrinsic(dst, which, [name, evaluator]);
}

// ── The hidden function ────────────────────────────────────────────────────────────────────────────────────────

type GenericNode = FunctionNode | Ast.ClassDef | Ast.TypeAlias;

/** Makes the hidden function and calls it with `args`; `body` emits the value that it returns. */
function inTypeParameterScope(
  unit: Unit,
  node: GenericNode,
  name: string,
  args: readonly number[],
  wanted: number,
  body: (unit: Unit) => number,
): number {
  const block = unit.compilation.typeParametersBlockOf(node);
  const firstLine = node.kind === Kind.TypeAlias ? node.lineno : firstLineOf(node);
  const signature = positionalParameters(args.length);
  const code = compileFunction(unit, block, `<generic parameters of ${name}>`, firstLine, signature, (inner) => {
    const value = body(inner);
    inner.at(node).return(value);
  });
  const callee = makeFunction(unit, node, code, {});
  const dst = unit.destination(wanted);
  unit.at(node).call(dst, callee, [...args]);
  return dst;
}

/** A generic function: its defaults were evaluated outside and are passed in. */
export function genericFunction(unit: Unit, node: FunctionNode, defaults: Parts, wanted: number): number {
  const names = ['defaults', 'kwdefaults'] as const;
  const passed = names.filter((name) => defaults[name] !== undefined);
  const args = passed.map((name) => defaults[name] as number);
  return inTypeParameterScope(unit, node, node.name, args, wanted, (inner) => {
    const parts: Parts = { type_params: typeParameters(inner, node, node.type_params) };
    passed.forEach((name, i) => {
      parts[name] = i;
    });
    return functionObject(inner, node, parts, ANY);
  });
}

/** The hidden function's variable with the implicit base. */
const GENERIC_BASE = '.generic_base';

/** A generic class: its body sees the parameters as `.type_params`, and it has the base `Generic[...]`. */
export function genericClass(unit: Unit, node: Ast.ClassDef, wanted: number): number {
  return inTypeParameterScope(unit, node, node.name, [], wanted, (inner) => {
    const parameters = typeParameters(inner, node, node.type_params);
    storeName(inner, node, '.type_params', parameters);
    return buildClass(inner, node, () => [...node.bases, genericBase(inner, node, parameters)], ANY);
  });
}

/** Makes the implicit base; the answer reads it. */
function genericBase(unit: Unit, node: Ast.ClassDef, parameters: number): Ast.ExprNode {
  const base = unit.builder.newTemp();
  unit.at(node).callIntrinsic(base, Intrinsic.genericBase, [parameters]);
  storeName(unit, node, GENERIC_BASE, base);
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return new Name(GENERIC_BASE, Kind.Load, lineno, col_offset, end_lineno, end_col_offset);
}

// ── type statements ────────────────────────────────────────────────────────────────────────────────────────────

export function typeAliasStatement(unit: Unit, node: Ast.TypeAlias): void {
  const { id } = node.name as Ast.Name;
  const wanted = localRegister(unit, id) ?? ANY;
  const alias =
    node.type_params.length === 0
      ? makeAlias(unit, node, loadConstant(unit, node, null), wanted)
      : inTypeParameterScope(unit, node, id, [], wanted, (inner) =>
          makeAlias(inner, node, typeParameters(inner, node, node.type_params), ANY),
        );
  storeName(unit, node, id, alias);
}

function makeAlias(unit: Unit, node: Ast.TypeAlias, parameters: number, wanted: number): number {
  const { id } = node.name as Ast.Name;
  const name = loadConstant(unit, node.name, strConstant(id));
  const evaluator = makeEvaluator(unit, unit.compilation.blockOf(node), id, node, node.value);
  const dst = unit.destination(wanted);
  unit.at(node).callIntrinsic(dst, Intrinsic.typeAlias, [name, parameters, evaluator]);
  return dst;
}
