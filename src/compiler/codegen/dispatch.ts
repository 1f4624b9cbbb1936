/**
 * The recursive entry points of code generation: what any construct asks of the code inside it.
 *
 * The emitters of statements, expressions and patterns live in one file per theme and all call each other. They do
 * so through this file, by tables indexed with the kind of node, so that the themes do not import one another;
 * `tables.ts` fills the tables and the compiler asks it to.
 *
 * The registers of expressions ("destination-driven"):
 *   - `expression(unit, node, wanted)` returns the register that has the value. That is the register of a local
 *     variable if the expression is one; otherwise `wanted`, or a new temporary where `wanted` is ANY.
 *   - `wanted` is written by the last instruction only, after everything that can raise: it may be a local variable.
 *   - A register that was returned may be a variable which code that follows rebinds: see `keep` in unit.ts.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import { worked } from '../../util/work.ts';
import { MAX_NESTING, nestingError } from '../context.ts';
import type { Label } from '../backend/function-builder.ts';
import type { Unit } from './unit.ts';

/** Asks `expression` for a register of its choice. */
export const ANY = -1;

/** Which of two labels comes directly behind a condition, so that no jump to it is needed. */
export type Next = 'true' | 'false' | 'neither';

export type ExpressionEmitter<N> = (unit: Unit, node: N, wanted: number) => number;
export type ConditionEmitter<N> = (unit: Unit, node: N, whenTrue: Label, whenFalse: Label, next: Next) => void;
export type StatementEmitter<N> = (unit: Unit, node: N) => void;
/** Jumps to `failed` unless the value in register `subject` matches. */
export type PatternEmitter<N> = (unit: Unit, node: N, subject: number, failed: Label, captures: Captures) => void;

/** Where a match has got to: names that the pattern binds, and the registers with their values. */
export type Captures = Map<string, number>;

export type ExpressionTable = { [N in Ast.ExprNode as N['kind']]: ExpressionEmitter<N> };
export type StatementTable = { [N in Ast.StmtNode as N['kind']]: StatementEmitter<N> };
export type PatternTable = { [N in Ast.PatternNode as N['kind']]: PatternEmitter<N> };
export type ConditionTable = { [N in Ast.ExprNode as N['kind']]?: ConditionEmitter<N> };

const KIND_COUNT = 128;
const expressions: ExpressionEmitter<never>[] = new Array(KIND_COUNT).fill(undefined);
const statementEmitters: StatementEmitter<never>[] = new Array(KIND_COUNT).fill(undefined);
const patterns: PatternEmitter<never>[] = new Array(KIND_COUNT).fill(undefined);
const conditions: ConditionEmitter<never>[] = new Array(KIND_COUNT).fill(undefined);
let valueCondition: ConditionEmitter<Ast.ExprNode>;

export interface EmitterTables {
  readonly expressions: ExpressionTable;
  readonly statements: StatementTable;
  readonly patterns: PatternTable;
  readonly conditions: ConditionTable;
  /** The condition for every kind of expression that is not in `conditions`. */
  readonly valueCondition: ConditionEmitter<Ast.ExprNode>;
}

export function installEmitters(tables: EmitterTables): void {
  Object.assign(expressions, tables.expressions);
  Object.assign(statementEmitters, tables.statements);
  Object.assign(patterns, tables.patterns);
  Object.assign(conditions, tables.conditions);
  valueCondition = tables.valueCondition;
}

/** Work of emitting a node. */
const NODE_WORK = 40;

export function enterNested(unit: Unit): void {
  worked(NODE_WORK);
  if (++unit.compilation.depth > MAX_NESTING) throw nestingError();
}

export function leaveNested(unit: Unit): void {
  unit.compilation.depth--;
}

/** Emits the evaluation of `node`; returns the register of its value. */
export function expression(unit: Unit, node: Ast.ExprNode, wanted: number = ANY): number {
  enterNested(unit);
  const register = (expressions[node.kind] as ExpressionEmitter<Ast.ExprNode>)(unit, node, wanted);
  leaveNested(unit);
  return register;
}

/** Emits the evaluation of `node` into `register` and nowhere else. */
export function expressionInto(unit: Unit, node: Ast.ExprNode, register: number): void {
  const found = expression(unit, node, register);
  if (found !== register) unit.at(node).move(register, found);
}

/** Emits jumps on the truth of `node`; control reaches what follows only at the label that `next` names. */
export function condition(unit: Unit, node: Ast.ExprNode, whenTrue: Label, whenFalse: Label, next: Next): void {
  enterNested(unit);
  const emitter = (conditions[node.kind] ?? valueCondition) as ConditionEmitter<Ast.ExprNode>;
  emitter(unit, node, whenTrue, whenFalse, next);
  leaveNested(unit);
}

export function statement(unit: Unit, node: Ast.StmtNode): void {
  enterNested(unit);
  (statementEmitters[node.kind] as StatementEmitter<Ast.StmtNode>)(unit, node);
  leaveNested(unit);
}

export function statements(unit: Unit, body: readonly Ast.StmtNode[]): void {
  for (const node of body) statement(unit, node);
}

export function pattern(unit: Unit, node: Ast.PatternNode, subject: number, failed: Label, captures: Captures): void {
  enterNested(unit);
  (patterns[node.kind] as PatternEmitter<Ast.PatternNode>)(unit, node, subject, failed, captures);
  leaveNested(unit);
}
