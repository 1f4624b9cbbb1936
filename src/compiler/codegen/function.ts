/**
 * Functions and lambdas: the code of the body, and the statement that makes the function object.
 *
 * What is evaluated where a function is defined, in this order: decorators, defaults, defaults of keyword-only parameters,
 * then the closures of its `__annotate__` function and of itself. Type parameters put all but the decorators and defaults
 * into a function of their own (type-parameters.ts).
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { CO_HAS_DOCSTRING, CO_VARARGS, CO_VARKEYWORDS, type Code } from '../../bytecode/code.ts';
import { type ConstantValue, isStrConstant, TupleConstant } from '../../bytecode/constants.ts';
import { FUNCTION_PARTS } from '../../bytecode/instructions.ts';
import { stopIterationError } from '../../bytecode/intrinsics.generated.ts';
import type { Block } from '../symtable.ts';
import { functionAnnotations } from './annotations.ts';
import { constantOf, loadConstant, namesConstant } from './constants.ts';
import { ANY, expression, statements } from './dispatch.ts';
import { operands, tupleOf } from './displays.ts';
import { cleanDocstring } from './docstring.ts';
import { NOWHERE, type Place, wholeLine } from './positions.ts';
import { genericFunction } from './type-parameters.ts';
import { Unit } from './unit.ts';
import { localRegister, storeName } from './variables.ts';

export type FunctionNode = Ast.FunctionDef | Ast.AsyncFunctionDef;

// ── Code ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The numbers and flags of a code object that describe its parameters. */
export interface Signature {
  /** Parameters that can be given by position, the positional-only ones included. */
  readonly positional: number;
  readonly positionalOnly: number;
  readonly keywordOnly: number;
  readonly flags: number;
}

export function positionalParameters(positional: number): Signature {
  return { positional, positionalOnly: 0, keywordOnly: 0, flags: 0 };
}

function signatureOf({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Ast.Arguments): Signature {
  return {
    positional: posonlyargs.length + args.length,
    positionalOnly: posonlyargs.length,
    keywordOnly: kwonlyargs.length,
    flags: (vararg === undefined ? 0 : CO_VARARGS) | (kwarg === undefined ? 0 : CO_VARKEYWORDS),
  };
}

/**
 * Compiles the function of `block`: `body` emits what it does. Its end returns None if it can be reached.
 */
export function compileFunction(
  parent: Unit,
  block: Block,
  name: string,
  firstLine: number,
  signature: Signature,
  body: (unit: Unit) => void,
): Code {
  const unit = new Unit(parent.compilation, parent, block, name, firstLine, signature);
  if (unit.isGeneratorLike) generatorBody(unit, body);
  else {
    unit.makeCells();
    body(unit);
    returnNone(unit);
  }
  return unit.finish();
}

function returnNone(unit: Unit): void {
  if (unit.builder.isReachable) unit.at(unit.lastPlace).returnNone();
}

/** A StopIteration that leaves the body of a generator or coroutine becomes a RuntimeError. */
function generatorBody(unit: Unit, body: (unit: Unit) => void): void {
  const { builder } = unit;
  const handler = builder.newLabel();
  const exception = builder.newTemp();
  const error = builder.newTemp();
  unit.at(wholeLine(unit.firstLine)).returnGenerator();
  unit.makeCells();
  builder.enterTry(handler, exception);
  body(unit);
  returnNone(unit);
  builder.leaveTry();
  builder.place(handler);
  unit.at(NOWHERE);
  builder.callIntrinsic(error, stopIterationError, [exception]);
  builder.reraise(error);
}

function functionCode(parent: Unit, node: FunctionNode): Code {
  const block = parent.compilation.blockOf(node);
  return compileFunction(parent, block, node.name, firstLineOf(node), signatureOf(node.args), (unit) => {
    const { docstring, rest } = splitDocstring(unit, node.body);
    if (docstring !== undefined) {
      unit.builder.reserveFirstConstant(docstring);
      unit.flags |= CO_HAS_DOCSTRING;
    }
    statements(unit, rest);
  });
}

/** The line of the first decorator, or of the definition. */
export function firstLineOf(node: FunctionNode | Ast.ClassDef): number {
  return node.decorator_list.length > 0 ? node.decorator_list[0].lineno : node.lineno;
}

interface Body {
  /** The docstring as `__doc__` has it; undefined if there is none, or it is not kept. */
  readonly docstring: ConstantValue | undefined;
  /** The statements behind it. */
  readonly rest: readonly Ast.StmtNode[];
}

export function splitDocstring(unit: Unit, body: readonly Ast.StmtNode[]): Body {
  const written = writtenDocstring(body);
  if (written === undefined) return { docstring: undefined, rest: body };
  const docstring = unit.compilation.optimize >= 2 ? undefined : cleanDocstring(written);
  return { docstring, rest: body.slice(1) };
}

function writtenDocstring(body: readonly Ast.StmtNode[]) {
  if (body.length === 0 || body[0].kind !== Kind.Expr || body[0].value.kind !== Kind.Constant) return undefined;
  const { value } = body[0].value;
  return isStrConstant(value) ? value : undefined;
}

// ── Function objects ───────────────────────────────────────────────────────────────────────────────────────────

type Part = (typeof FUNCTION_PARTS)[number];

/** Registers of what a function object is given, by name of the part. */
export type Parts = Partial<Record<Part, number>>;

/** Emits the making of a function object; returns its register. */
export function makeFunction(unit: Unit, place: Place, code: Code, parts: Parts, wanted: number = ANY): number {
  const closure = code.freevars.map((name) => unit.cellFor(place, name));
  const dst = unit.destination(wanted);
  const builder = unit.at(place);
  builder.makeFunction(dst, code, closure);
  for (const part of PART_ORDER) {
    const value = parts[part];
    if (value !== undefined) builder.setFunctionPart(dst, FUNCTION_PARTS.indexOf(part), value);
  }
  return dst;
}

const PART_ORDER: readonly Part[] = ['annotate', 'kwdefaults', 'defaults', 'type_params'];

export function functionStatement(unit: Unit, node: FunctionNode): void {
  const decorators = operands(unit, node.decorator_list);
  const wanted = decorators.length > 0 ? ANY : (localRegister(unit, node.name) ?? ANY);
  const parts = evaluateDefaults(unit, node, node.args);
  const made =
    node.type_params.length > 0
      ? genericFunction(unit, node, parts, wanted)
      : functionObject(unit, node, parts, wanted);
  storeName(unit, node, node.name, decorate(unit, node.decorator_list, decorators, made));
}

/** Makes the function of a `def`, given its defaults. */
export function functionObject(unit: Unit, node: FunctionNode, defaults: Parts, wanted: number): number {
  const annotate = functionAnnotations(unit, node);
  const parts = annotate === undefined ? defaults : { ...defaults, annotate };
  return makeFunction(unit, node, functionCode(unit, node), parts, wanted);
}

/** Calls the decorators, the last one first; returns the register of what comes out. */
export function decorate(
  unit: Unit,
  nodes: readonly Ast.ExprNode[],
  decorators: readonly number[],
  value: number,
): number {
  let decorated = value;
  for (let i = decorators.length - 1; i >= 0; i--) {
    const dst = unit.builder.newTemp();
    unit.at(nodes[i]).call(dst, decorators[i], [decorated]);
    decorated = dst;
  }
  return decorated;
}

export function lambda(unit: Unit, node: Ast.Lambda, wanted: number): number {
  const parts = evaluateDefaults(unit, node, node.args);
  const block = unit.compilation.blockOf(node);
  const code = compileFunction(unit, block, '<lambda>', node.lineno, signatureOf(node.args), (inner) => {
    const value = expression(inner, node.body);
    inner.at(node.body).return(value);
  });
  return makeFunction(unit, node, code, parts, wanted);
}

// ── Defaults ───────────────────────────────────────────────────────────────────────────────────────────────────

function evaluateDefaults(unit: Unit, place: Place, args: Ast.Arguments): Parts {
  const parts: Parts = {};
  if (args.defaults.length > 0) parts.defaults = positionalDefaults(unit, place, args.defaults);
  const kwdefaults = keywordDefaults(unit, place, args);
  if (kwdefaults !== undefined) parts.kwdefaults = kwdefaults;
  return parts;
}

function positionalDefaults(unit: Unit, place: Place, defaults: readonly Ast.ExprNode[]): number {
  const constants = defaults.map(constantOf);
  if (constants.includes(undefined)) return tupleOf(unit, place, defaults);
  return loadConstant(unit, place, new TupleConstant(constants as ConstantValue[]));
}

function keywordDefaults(unit: Unit, place: Place, args: Ast.Arguments): number | undefined {
  const names: string[] = [];
  const values: Ast.ExprNode[] = [];
  args.kwonlyargs.forEach(({ arg }, i) => {
    const value = args.kw_defaults[i];
    if (value === undefined) return;
    names.push(unit.mangle(arg));
    values.push(value);
  });
  if (names.length === 0) return undefined;
  const registers = operands(unit, values);
  const dst = unit.builder.newTemp();
  unit.at(place).buildConstMap(dst, namesConstant(names), registers);
  return dst;
}
