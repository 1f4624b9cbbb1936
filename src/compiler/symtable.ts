/**
 * The symbol table: what each name means in each scope of a module.
 *
 * `buildSymbolTable` (symtable-build.ts) makes it in two phases: symtable-collect.ts walks the tree and notes how each
 * name is used, symtable-analyse.ts then decides where it lives. Afterwards only `varnames` may still grow. This file is
 * what both phases and the code generator share: flags, scopes, blocks.
 *
 * A symbol is a number: flags in the low bits, its scope above them, with CPython's values, which the module `_symtable`
 * shows. `block.scopeOf(name)` and `block.flagsOf(name)` read them; names are keyed mangled (mangling.ts).
 *
 * Each scope of CPython is a `Block`. A comprehension that is inlined (PEP 709) keeps its block, with its own symbols
 * and their scopes; its names are merged into the block around it, and its children are that block's children.
 */
import type {
  AsyncFunctionDef,
  AstNode,
  ClassDef,
  Expression,
  FunctionDef,
  Interactive,
  Module,
  ParamSpec,
  TypeAlias,
  TypeVar,
  TypeVarTuple,
} from '../syntax/ast.generated.ts';
import { mangleWithin } from './mangling.ts';

// ── Flags of a symbol ──────────────────────────────────────────────────────────────────────────────────────────

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
/** Free in a method or inlined comprehension, and bound in the class block that has the symbol. */
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
/** Iteration variable of a comprehension. */
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** Cell of an inlined comprehension, where the block itself has the name as something else. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

// ── Scopes ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const SCOPE_SHIFT = 12;
const FLAG_MASK = (1 << SCOPE_SHIFT) - 1;

export const UNKNOWN = 0;
/** A variable of the block: a register in a function, an entry of the namespace in a class or module. */
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
/** A variable of a block around this one. */
export const FREE = 4;
/** A variable of the block that an inner block uses. */
export const CELL = 5;
export type Scope = 0 | 1 | 2 | 3 | 4 | 5;

// ── Blocks ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `function` is also lambda, comprehension and generator expression. `annotation` is an `__annotate__` function.
 * `typeParameters` is the hidden function around a generic function, class or alias; `typeAlias` the value of an alias;
 * `typeVariable` a bound, constraint or default of a type parameter.
 */
export type BlockKind =
  | 'module'
  | 'function'
  | 'class'
  | 'annotation'
  | 'typeParameters'
  | 'typeAlias'
  | 'typeVariable';

export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

const NO_BLOCKS: readonly Block[] = [];

export class Block {
  readonly kind: BlockKind;
  /** Name of the function, class, alias or type parameter; `top`, `lambda`, `genexpr`, `listcomp` ..., `__annotate__`. */
  readonly name: string;
  readonly node: AstNode;
  readonly parent: Block | undefined;
  /** Line of the definition, as `symtable` shows it. */
  readonly lineno: number;
  /** Symbols in the order in which they were first met. */
  readonly symbols: Map<string, number>;
  /** Blocks directly inside, those of inlined comprehensions replaced by their own children. */
  children: Block[];
  /** Comprehensions directly inside that run in this block's frame. */
  inlined: readonly Block[];
  /** Names that only such comprehensions have. */
  private merged: Set<string> | undefined;
  /** Names that `:=` binds here. */
  private assigned: Set<string> | undefined;
  /** Parameters in order. The code generator's local variables follow them. */
  readonly varnames: string[];
  /** Class whose name makes names private here. */
  readonly privateName: string | undefined;
  /** If set, only these names are made private. */
  mangledNames: Set<string> | undefined;
  /** Has a function around it, or something that is compiled as one. */
  readonly isNested: boolean;
  isGenerator: boolean;
  /** Has `await`, or is an `async def`, or a comprehension with `async for`. */
  isCoroutine: boolean;
  hasVarargs: boolean;
  hasVarkeywords: boolean;
  /** `return` with a value occurs. */
  returnsValue: boolean;
  /** A function defined directly in a class, type parameters or not. */
  isMethod: boolean;
  readonly comprehension: ComprehensionKind | undefined;
  /** A comprehension that runs in the frame of the block around it. */
  isInlined: boolean;
  /** A class whose methods use `__class__` or `super`: the cell `__class__` is made. */
  needsClassClosure: boolean;
  /** A class with annotation scopes that look at its namespace: the cell `__classdict__` is made. */
  needsClassDict: boolean;
  /** A class or module that has to remember which of its annotations were reached: `__conditional_annotations__`. */
  hasConditionalAnnotations: boolean;
  /** An annotated name occurs (in a function: an annotated parameter or result, in its annotation block). */
  hasAnnotations: boolean;
  /** An annotation scope of a class: its names are first looked up in `__classdict__`. */
  canSeeClassScope: boolean;
  /** The scope of the annotations of this module, class or function. */
  annotationBlock: Block | undefined;

  constructor(
    kind: BlockKind,
    name: string,
    node: AstNode,
    lineno: number,
    parent: Block | undefined,
    privateName: string | undefined,
    comprehension: ComprehensionKind | undefined,
  ) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    this.lineno = lineno;
    this.symbols = new Map();
    this.children = [];
    this.inlined = NO_BLOCKS;
    this.merged = undefined;
    this.assigned = undefined;
    this.varnames = [];
    this.privateName = privateName;
    this.mangledNames = undefined;
    this.isNested = parent !== undefined && (parent.isNested || parent.isFunctionLike);
    this.isGenerator = false;
    this.isCoroutine = false;
    this.hasVarargs = false;
    this.hasVarkeywords = false;
    this.returnsValue = false;
    this.isMethod = false;
    this.comprehension = comprehension;
    this.isInlined = false;
    this.needsClassClosure = false;
    this.needsClassDict = false;
    this.hasConditionalAnnotations = false;
    this.hasAnnotations = false;
    this.canSeeClassScope = false;
    this.annotationBlock = undefined;
  }

  /** Compiled as a function: its locals are registers, and inner blocks see them. */
  get isFunctionLike(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  /** A function that the source does not write as one: type parameters, annotations and what else is evaluated late. */
  get isHidden(): boolean {
    return this.isFunctionLike && this.kind !== 'function';
  }

  /** The scope of a (mangled) name; UNKNOWN if the block does not have it. */
  scopeOf(name: string): Scope {
    return ((this.symbols.get(name) ?? 0) >> SCOPE_SHIFT) as Scope;
  }

  /** Whether the (mangled) name comes with the closure, as the block sees it. */
  isFree(name: string): boolean {
    return this.scopeOf(name) === FREE;
  }

  /** The flags of a (mangled) name; 0 if the block does not have it. */
  flagsOf(name: string): number {
    return (this.symbols.get(name) ?? 0) & FLAG_MASK;
  }

  /** Enters the symbol of an inlined comprehension that the block does not have itself. */
  merge(name: string, symbol: number): void {
    this.merged ??= new Set();
    this.merged.add(name);
    this.symbols.set(name, symbol);
  }

  isMerged(name: string): boolean {
    return this.merged?.has(name) ?? false;
  }

  noteAssigned(name: string): void {
    this.assigned ??= new Set();
    this.assigned.add(name);
  }

  /** Whether `:=` binds the (mangled) name here. */
  isAssigned(name: string): boolean {
    return this.assigned?.has(name) ?? false;
  }

  /** Whether a class makes the cell that is not a variable of it. */
  makesClassCell(name: string): boolean {
    if (this.kind !== 'class') return false;
    return (
      (this.needsClassClosure && name === '__class__') ||
      (this.needsClassDict && name === '__classdict__') ||
      (this.hasConditionalAnnotations && name === '__conditional_annotations__')
    );
  }

  /** `name` as this block's symbols have it. */
  mangle(name: string): string {
    return mangleWithin(this.mangledNames, this.privateName, name);
  }

  /** Names of the cells that the block makes, as `co_cellvars` has them. */
  cellvars(): string[] {
    const names = this.select((symbol) => symbol >> SCOPE_SHIFT === CELL || (symbol & DEF_COMP_CELL) !== 0);
    if (this.needsClassClosure) names.push('__class__');
    if (this.needsClassDict) names.push('__classdict__');
    if (this.hasConditionalAnnotations) names.push('__conditional_annotations__');
    return names;
  }

  /** Names that come with the closure, as `co_freevars` has them. */
  freevars(): string[] {
    return this.select((symbol) => symbol >> SCOPE_SHIFT === FREE || (symbol & DEF_FREE_CLASS) !== 0);
  }

  private select(isWanted: (symbol: number) => boolean): string[] {
    const names: string[] = [];
    for (const [name, symbol] of this.symbols) if (isWanted(symbol)) names.push(name);
    return names.length < 2 ? names : names.sort(compareCodePoints);
  }
}

/** Python's order of strings. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}

// ── The table ──────────────────────────────────────────────────────────────────────────────────────────────────

export type FunctionNode = FunctionDef | AsyncFunctionDef;
export type RootNode = Module | Interactive | Expression;
export type GenericNode = FunctionNode | ClassDef | TypeAlias;

export class SymbolTable {
  readonly top: Block;
  private readonly blocks: Map<AstNode, Block>;
  private readonly typeParameters: Map<AstNode, Block>;
  private readonly bounds: Map<AstNode, Block>;
  private readonly defaults: Map<AstNode, Block>;

  constructor(top: Block) {
    this.top = top;
    this.blocks = new Map([[top.node, top]]);
    this.typeParameters = new Map();
    this.bounds = new Map();
    this.defaults = new Map();
  }

  /** The block of a module, function, lambda, class, comprehension, or of the value of a `type` statement. */
  blockOf(node: AstNode): Block {
    return this.blocks.get(node)!;
  }

  /** The block of the annotations of a function, or of a class or module that has annotations. */
  annotationBlockOf(node: AstNode): Block {
    return this.blockOf(node).annotationBlock!;
  }

  /** The hidden block around a generic function, class or alias. */
  typeParametersBlockOf(node: GenericNode): Block {
    return this.typeParameters.get(node)!;
  }

  /** The block of the bound or constraints of a type variable. */
  typeBoundBlockOf(node: TypeVar): Block {
    return this.bounds.get(node)!;
  }

  /** The block of the default of a type parameter. */
  typeDefaultBlockOf(node: TypeVar | ParamSpec | TypeVarTuple): Block {
    return this.defaults.get(node)!;
  }

  /** Enters a block under its node; for symtable-collect.ts. */
  add(block: Block): void {
    this.blocks.set(block.node, block);
  }

  addTypeParameters(block: Block): void {
    this.typeParameters.set(block.node, block);
  }

  addBound(block: Block): void {
    this.bounds.set(block.node, block);
  }

  addDefault(block: Block): void {
    this.defaults.set(block.node, block);
  }
}
