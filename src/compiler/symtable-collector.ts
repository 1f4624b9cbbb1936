/**
 * The state of the first phase of the symbol table: where the walk is, and how it notes a definition or a use.
 *
 * Invariant: `block` is the block being filled; its `parent`s are the blocks around the place of the walk.
 */
import { worked } from '../util/work.ts';
import type { AstNode } from '../syntax/ast.generated.ts';
import { type CompileContext, bareErrorAt, MAX_NESTING, nestingError, type Place } from './context.ts';
import type { FutureFeatures } from './future.ts';
import {
  Block,
  type BlockKind,
  type ComprehensionKind,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type RootNode,
  SymbolTable,
  USE,
} from './symtable.ts';

/** Work of collecting the names of a node. */
const NODE_WORK = 30;

/** A `global` or `nonlocal` statement or an escaping `:=`: where an error about the name is placed. */
export interface Directive {
  readonly block: Block;
  readonly name: string;
  readonly place: Place;
}

const DEFINITION = DEF_PARAM | DEF_LOCAL | DEF_IMPORT;

export class Collector {
  readonly context: CompileContext;
  readonly future: FutureFeatures;
  /** `from __future__ import annotations`: annotations are text and touch no name. */
  readonly hasTextAnnotations: boolean;
  readonly table: SymbolTable;
  readonly directives: Directive[];
  block: Block;
  /** Inside the target of a comprehension's `for`. */
  isTarget: boolean;
  /** Number of comprehension iterables around the walk. */
  iterables: number;
  /** Inside a statement that may be skipped. */
  isConditional: boolean;
  /** In an annotation of a local variable, which is never evaluated. */
  isUnevaluated: boolean;
  /** What the innermost `typeVariable` block is: "TypeVar bound" ... */
  typeVariablePart: string;
  private depth: number;

  constructor(context: CompileContext, root: RootNode, future: FutureFeatures) {
    const top = new Block('module', 'top', root, 0, undefined, undefined, undefined);
    this.context = context;
    this.future = future;
    this.hasTextAnnotations = future.hasTextAnnotations;
    this.table = new SymbolTable(top);
    this.directives = [];
    this.block = top;
    this.isTarget = false;
    this.iterables = 0;
    this.isConditional = false;
    this.isUnevaluated = false;
    this.typeVariablePart = '';
    this.depth = 0;
  }

  fail(message: string, place: Place): never {
    throw bareErrorAt(this.context, message, place);
  }

  /** Goes one level deeper; returns the level. */
  nest(): number {
    worked(NODE_WORK);
    if (++this.depth > MAX_NESTING) throw nestingError();
    return this.depth;
  }

  unnest(): void {
    this.depth--;
  }

  // ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────

  use(name: string, place: Place): void {
    if (!this.isUnevaluated) this.note(this.block, name, USE, place);
  }

  define(name: string, flag: number, place: Place): void {
    if ((flag & DEFINITION) !== 0) this.checkName(name, place);
    if ((flag & DEF_TYPE_PARAM) !== 0) this.block.mangledNames?.add(name);
    this.note(this.block, name, flag, place);
  }

  checkName(name: string, place: Place, verb = 'assign to'): void {
    if (name === '__debug__') this.fail(`cannot ${verb} __debug__`, place);
  }

  /** Notes a flag of a name in any block. */
  note(block: Block, name: string, flag: number, place: Place): void {
    const { symbols } = block;
    const mangled = this.block.mangle(name);
    const known = symbols.get(mangled) ?? 0;
    if ((known & flag & DEF_PARAM) !== 0) this.fail(`duplicate argument '${name}' in function definition`, place);
    if ((known & flag & DEF_TYPE_PARAM) !== 0) this.fail(`duplicate type parameter '${name}'`, place);
    let flags = known | flag;
    if (this.isTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, place);
      }
      flags |= DEF_COMP_ITER;
    }
    if (flags !== known) symbols.set(mangled, flags);
    if ((flag & DEF_PARAM) !== 0) block.varnames.push(mangled);
    else if ((flag & DEF_GLOBAL) !== 0) {
      const { top } = this.table;
      top.symbols.set(mangled, (top.symbols.get(mangled) ?? 0) | flag);
    }
  }

  /** What is known so far of a name in the block. */
  lookUp(name: string): number {
    return this.block.symbols.get(this.block.mangle(name)) ?? 0;
  }

  addDirective(name: string, place: Place): void {
    this.directives.push({ block: this.block, name: this.block.mangle(name), place });
  }

  // ── Blocks ───────────────────────────────────────────────────────────────────────────────────────────────────

  newBlock(
    kind: BlockKind,
    name: string,
    node: AstNode,
    place: Place,
    privateName = this.block.privateName,
    comprehension?: ComprehensionKind,
  ): Block {
    const block = new Block(kind, name, node, place.lineno, this.block, privateName, comprehension);
    if (kind !== 'class') block.mangledNames = this.block.mangledNames;
    return block;
  }

  /** Adds a new block to the children of the current one and walks what `walk` walks inside it. */
  enter(block: Block, walk: () => void): void {
    if (!(this.hasTextAnnotations && block.kind === 'annotation')) this.block.children.push(block);
    this.reenter(block, walk);
  }

  reenter(block: Block, walk: () => void): void {
    const { block: outer, isTarget, isConditional, isUnevaluated } = this;
    this.block = block;
    this.isTarget = false;
    this.isConditional = false;
    this.isUnevaluated = false;
    walk();
    this.block = outer;
    this.isTarget = isTarget;
    this.isConditional = isConditional;
    this.isUnevaluated = isUnevaluated;
  }

  /** Walks statements that may be skipped. */
  conditionally(walk: () => void): void {
    const { isConditional } = this;
    this.isConditional = true;
    walk();
    this.isConditional = isConditional;
  }

  /** A scope whose code is a function of the format in which a value is wanted (PEP 649, PEP 695). */
  newEvaluator(kind: 'annotation' | 'typeAlias' | 'typeVariable', name: string, node: AstNode, place: Place): Block {
    const block = this.newBlock(kind, name, node, place);
    this.note(block, '.format', DEF_PARAM, place);
    this.note(block, '.format', USE, place);
    return block;
  }
}
