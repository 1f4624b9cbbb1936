/**
 * The state of one code object while it is compiled: its scope, its variables' places and its instructions.
 *
 * A register with the value of an expression is a local variable's own or a temporary. A local variable that is an operand
 * may be assigned to by code that is evaluated before the operand is used: only `:=` does that (a comprehension's
 * variables have registers of their own). `keep` and `operand` copy such a value first.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_METHOD,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  type Code,
} from '../../bytecode/code.ts';
import { FunctionBuilder } from '../backend/function-builder.ts';
import { errorAt, type Place as ErrorPlace, warnAt } from '../context.ts';
import { type Block, GLOBAL_EXPLICIT } from '../symtable.ts';
import type { Compilation } from './compilation.ts';
import { ANY, expression } from './dispatch.ts';
import type { Exit } from './exits.ts';
import type { Signature } from './function.ts';
import type { Cleanup } from './inlining.ts';
import { GLOBAL_VARIABLE, IN_CELL, IN_CLOSURE, Layout, Variable, type Variables } from './layout.ts';
import { assignsTo } from './assigned-names.ts';
import { linePlace, NOWHERE, type Place } from './positions.ts';

/** An inlined comprehension that the code being emitted stands in. */
interface Inlined {
  readonly block: Block;
  readonly variables: Variables;
}

export class Unit {
  readonly compilation: Compilation;
  /** The unit in which this code object is made into a function or class. */
  readonly parent: Unit | undefined;
  readonly block: Block;
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly builder: FunctionBuilder;
  readonly layout: Layout;
  /** `co_flags` so far. */
  flags: number;
  /** The innermost construct around the point of emission that leaving early has to do with. */
  exit: Exit | undefined;
  /** What exceptions that leave inlined comprehensions need: emitted behind all other code. */
  readonly cleanups: Cleanup[];
  /** Attributes of `self` that the methods of this class assign to. */
  readonly staticAttributes: Set<string>;
  /** Conditional annotations of this class or module, and their numbers. */
  readonly conditionalAnnotations: Map<Ast.AnnAssign, number>;
  /** In a pattern: it may be one that always matches. */
  allowsIrrefutable: boolean;
  /** In a pattern: how many values CPython has on its stack that have still to be matched. */
  unmatched: number;
  /** In the last alternative of a pattern: whether CPython has values on its stack for what is around, and drops them if it fails. */
  leavesAround: boolean | undefined;
  private readonly signature: Signature;
  /** Comprehensions around the point of emission, the innermost last. */
  private readonly inlined: Inlined[];

  constructor(
    compilation: Compilation,
    parent: Unit | undefined,
    block: Block,
    name: string,
    firstLine: number,
    signature: Signature,
  ) {
    this.compilation = compilation;
    this.parent = parent;
    this.block = block;
    this.name = name;
    this.qualname = qualifiedName(parent, block, name);
    this.firstLine = firstLine;
    this.layout = new Layout(block);
    this.builder = new FunctionBuilder(this.layout.fixedCount);
    this.flags = compilation.flags | signature.flags | flagsOf(block);
    this.exit = undefined;
    this.cleanups = [];
    this.staticAttributes = new Set();
    this.conditionalAnnotations = new Map();
    this.allowsIrrefutable = true;
    this.unmatched = 0;
    this.leavesAround = undefined;
    this.signature = signature;
    this.inlined = [];
  }

  // ── What is compiled ─────────────────────────────────────────────────────────────────────────────────────────

  get isModule(): boolean {
    return this.block.kind === 'module';
  }

  /** A class or module: its variables live in a namespace. */
  get isNamespace(): boolean {
    return !this.block.isFunctionLike;
  }

  get isGeneratorLike(): boolean {
    return this.block.isGenerator || this.block.isCoroutine;
  }

  get isAsyncGenerator(): boolean {
    return this.block.isGenerator && this.block.isCoroutine;
  }

  /** Expression statements show their values, as at a prompt. */
  get printsExpressions(): boolean {
    return this.isModule && this.compilation.context.isInteractive;
  }

  /** Name of the first positional parameter. */
  get firstParameter(): string | undefined {
    return this.signature.positional > 0 ? this.block.varnames[0] : undefined;
  }

  /** Refuses the source. */
  fail(message: string, place: ErrorPlace): never {
    throw errorAt(this.compilation.context, message, place);
  }

  warn(message: string, place: ErrorPlace): void {
    if (this.compilation.repetitions === 0) warnAt(this.compilation.context, message, place);
  }

  // ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────

  mangle(name: string): string {
    return this.block.mangle(name);
  }

  /** What a mangled name means at the point of emission. */
  variable(name: string): Variable {
    for (let i = this.inlined.length - 1; i >= 0; i--) {
      const variable = this.inlined[i].variables.get(name);
      if (variable !== undefined) return variable;
    }
    if (this.inlined.length > 0 && this.block.kind === 'class') return this.variableInClassComprehension(name);
    // The cells that a class makes are no variables of it: a name of its body is one of the namespace.
    if (this.block.makesClassCell(name)) return this.layout.find(name);
    const { variables } = this.layout;
    let variable = variables.get(name);
    if (variable === undefined) {
      variable = this.layout.find(name);
      variables.set(name, variable);
    }
    return variable;
  }

  /** A comprehension in a class does not see the names of the class. */
  private variableInClassComprehension(name: string): Variable {
    const index = this.layout.freevars.indexOf(name);
    const isFree = index >= 0 && this.inlined[0].block.isFree(name);
    return isFree ? new Variable(IN_CLOSURE, index) : GLOBAL_VARIABLE;
  }

  /** Whether this code makes the cell `name`. */
  hasCell(name: string): boolean {
    return this.layout.variables.get(name)?.home === IN_CELL;
  }

  hasFreeVariable(name: string): boolean {
    return this.layout.freevars.includes(name);
  }

  /** A register with the cell of a variable, for a closure. */
  cellFor(place: Place, name: string): number {
    for (let i = this.inlined.length - 1; i >= 0; i--) {
      const inner = this.inlined[i].variables.get(name);
      if (inner?.home === IN_CELL) return inner.index;
    }
    const variable = this.layout.variables.get(name);
    if (variable?.home === IN_CELL) return variable.index;
    const cell = this.builder.newTemp();
    this.at(place).loadFreeCell(cell, this.layout.freevars.indexOf(name));
    return cell;
  }

  /** Makes the cells of this code's own variables. */
  makeCells(): void {
    const { variables } = this.layout;
    this.at(NOWHERE);
    for (const variable of variables.values()) if (variable.home === IN_CELL) this.builder.makeCell(variable.index);
  }

  /** Emits code inside an inlined comprehension. */
  inside(block: Block, variables: Variables, emit: () => void): void {
    this.inlined.push({ block, variables });
    emit();
    this.inlined.pop();
  }

  /** `self.attr = ...` in a method: noted for `__static_attributes__` of the class. */
  noteAttributeStore({ value, attr }: Ast.Attribute): void {
    if (value.kind !== Kind.Name || value.id !== 'self') return;
    let outer = this.parent;
    while (outer !== undefined && outer.block.kind !== 'class') outer = outer.parent;
    outer?.staticAttributes.add(attr);
  }

  // ── Emission ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** The builder, for instructions that belong to `place`. */
  at(place: Place): FunctionBuilder {
    return this.builder.at(place);
  }

  /** The place of code that is not written: that of what was emitted last, or none where several ways meet. */
  get lastPlace(): Place {
    if (this.builder.length === 0) return linePlace(this.firstLine);
    return this.builder.isAtBlockStart ? NOWHERE : this.builder.currentPosition;
  }

  /** `wanted`, or a new temporary: for a value that one last instruction writes. */
  destination(wanted: number): number {
    return wanted === ANY ? this.builder.newTemp() : wanted;
  }

  /** As `destination`, for a value that is written before the last thing that can raise or look at the variable. */
  scratch(wanted: number): number {
    return wanted === ANY || this.isLocal(wanted) ? this.builder.newTemp() : wanted;
  }

  /** Whether a register is a variable's. */
  isLocal(register: number): boolean {
    return register < this.builder.fixedCount;
  }

  /** A new temporary with the value of `register`. */
  copy(place: Place, register: number): number {
    const copy = this.builder.newTemp();
    this.at(place).move(copy, register);
    return copy;
  }

  /** The value of `register` where the code of `later` cannot change it. */
  keep(place: Place, register: number, ...later: readonly Ast.ExprNode[]): number {
    return later.some((node) => this.isRebound(register, node)) ? this.copy(place, register) : register;
  }

  /** The register of the value of `node`, which the code of `later`, from index `from` on, cannot change. */
  operand(node: Ast.ExprNode, later: readonly (Ast.ExprNode | undefined)[], from = 0): number {
    const register = expression(this, node);
    if (!this.isAssignedLocal(register)) return register;
    for (let i = from; i < later.length; i++) {
      const next = later[i];
      if (next !== undefined && this.isRebound(register, next)) return this.copy(node, register);
    }
    return register;
  }

  /** Whether evaluating `node` may assign to the variable in `register`. */
  isRebound(register: number, node: Ast.ExprNode): boolean {
    if (!this.isAssignedLocal(register)) return false;
    return assignsTo(node, (name) => this.mangle(name) === this.layout.varnames[register]);
  }

  /** Most functions have no `:=` at all. */
  private isAssignedLocal(register: number): boolean {
    return this.isLocal(register) && this.block.isAssigned(this.layout.varnames[register]);
  }

  finish(): Code {
    const { block, layout, signature } = this;
    for (const cleanup of this.cleanups) cleanup.emit(this);
    const varnames = block.kind === 'annotation' ? layout.varnames.map(withoutDot) : layout.varnames;
    return this.builder.finish({
      name: this.name,
      qualname: this.qualname,
      filename: this.compilation.context.filename,
      firstLine: this.firstLine,
      flags: this.flags,
      argcount: signature.positional,
      posonlyargcount: signature.positionalOnly,
      kwonlyargcount: signature.keywordOnly,
      varnames,
      cellvars: layout.cellvars,
      cellRegisters: layout.cellRegisters,
      freevars: layout.freevars,
    });
  }
}

/** The parameter of an `__annotate__` function can be named. */
function withoutDot(name: string): string {
  return name === '.format' ? 'format' : name;
}

function flagsOf(block: Block): number {
  if (!block.isFunctionLike) return block.isCoroutine && !block.isGenerator ? CO_COROUTINE : 0;
  let flags = CO_OPTIMIZED | CO_NEWLOCALS;
  if (block.isNested) flags |= CO_NESTED;
  if (block.isMethod) flags |= CO_METHOD;
  if (block.isGenerator) flags |= block.isCoroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
  else if (block.isCoroutine) flags |= CO_COROUTINE;
  return flags;
}

function qualifiedName(parent: Unit | undefined, block: Block, name: string): string {
  let outer = parent;
  // What is inside the hidden function of type parameters or an annotation is named after what is around that.
  if (outer?.block.isHidden) outer = outer.parent;
  if (outer === undefined || outer.block.kind === 'module') return name;
  const isDefinition = block.kind === 'class' || (block.kind === 'function' && block.comprehension === undefined);
  if (isDefinition && outer.block.scopeOf(outer.block.mangle(name)) === GLOBAL_EXPLICIT) return name;
  const isFunction = outer.block.kind === 'function' && outer.block.comprehension === undefined;
  return isFunction ? `${outer.qualname}.<locals>.${name}` : `${outer.qualname}.${name}`;
}
