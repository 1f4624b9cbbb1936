/**
 * Second phase of the symbol table: where each name lives.
 *
 * A block's names are decided from its own flags and the flags of the blocks around it, outermost block first; on the
 * way back the names that inner blocks need from outside are passed up, and comprehensions are merged into the block
 * in whose frame they run (PEP 709). Merging waits until all inner blocks are decided, so that none sees a variable of
 * a comprehension that it does not stand in.
 *
 * Python's rules in short: functions see the functions around them and not the classes; annotation scopes of a
 * class see the class too.
 */
import type { CompileContext } from './context.ts';
import { bareErrorAt } from './context.ts';
import {
  type Block,
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_SHIFT,
  type Scope,
} from './symtable.ts';
import type { Directive } from './symtable-collector.ts';

type Names = Set<string>;

const NO_NAMES: ReadonlySet<string> = new Set();
const FLAGS = (1 << SCOPE_SHIFT) - 1;

/** Cells that a class makes for the functions in it. */
const CLASS_CELLS: ReadonlySet<string> = new Set(['__class__', '__classdict__', '__conditional_annotations__']);

export function analyse(top: Block, context: CompileContext, directives: readonly Directive[]): void {
  new Analyser(context, directives).block(top);
}

class Analyser {
  private readonly context: CompileContext;
  private readonly directives: readonly Directive[];

  constructor(context: CompileContext, directives: readonly Directive[]) {
    this.context = context;
    this.directives = directives;
  }

  /** Decides a block and those inside it; returns the names that it needs from outside. */
  block(block: Block): ReadonlySet<string> {
    const { symbols } = block;
    let needed: Names | undefined;
    for (const [name, flags] of symbols) {
      const scope = this.scopeOf(block, name, flags);
      symbols.set(name, flags | (scope << SCOPE_SHIFT));
      if (scope === FREE) (needed ??= new Set()).add(name);
    }
    if (block.children.length === 0) return needed ?? NO_NAMES;
    const passed = this.children(block);
    if (passed.size === 0) return needed ?? NO_NAMES;
    if (needed !== undefined) for (const name of needed) passed.add(name);
    return passed;
  }

  /** Decides the blocks inside; returns what they need and the block does not have. */
  private children(block: Block): Names {
    const passed: Names = new Set();
    const inlined: { child: Block; free: Names }[] = [];
    for (const child of block.children) {
      const free = this.block(child);
      child.isInlined = runsInFrameOf(block, child);
      if (child.isInlined) inlined.push({ child, free: new Set(free) });
      else for (const name of free) passed.add(name);
    }
    let innerCells: ReadonlySet<string> = NO_NAMES;
    if (inlined.length > 0) {
      innerCells = mergeComprehensions(block, inlined);
      for (const { free } of inlined) for (const name of free) passed.add(name);
      block.inlined = inlined.map(({ child }) => child);
      block.children = block.children.flatMap((child) => (child.isInlined ? child.children : [child]));
    }
    if (block.isFunctionLike) makeCells(block, passed, innerCells);
    else if (block.kind === 'class') makeClassCells(block, passed);
    noteInnerUses(block, passed, innerCells);
    return passed;
  }

  // ── One name ─────────────────────────────────────────────────────────────────────────────────────────────────

  private scopeOf(block: Block, name: string, flags: number): Scope {
    if ((flags & DEF_GLOBAL) !== 0) {
      if ((flags & DEF_NONLOCAL) !== 0) this.fail(`name '${name}' is nonlocal and global`, block, name);
      return GLOBAL_EXPLICIT;
    }
    if ((flags & DEF_NONLOCAL) !== 0) return this.nonlocal(block, name);
    if ((flags & DEF_BOUND) !== 0) return LOCAL;
    return classScope(block, name) ?? (isBoundAround(block, name) ? FREE : GLOBAL_IMPLICIT);
  }

  private nonlocal(block: Block, name: string): Scope {
    if (block.kind === 'module') this.fail('nonlocal declaration not allowed at module level', block, name);
    if (!isBoundAround(block, name)) this.fail(`no binding for nonlocal '${name}' found`, block, name);
    if (isTypeParameterAround(block, name)) {
      this.fail(`nonlocal binding not allowed for type parameter '${name}'`, block, name);
    }
    return FREE;
  }

  private fail(message: string, block: Block, name: string): never {
    const directive = this.directives.find((candidate) => candidate.block === block && candidate.name === name);
    throw bareErrorAt(this.context, message, directive!.place);
  }
}

/** Whether a function around the block has `name` as a variable. */
function isBoundAround(block: Block, name: string): boolean {
  for (let outer = block.parent; outer !== undefined; outer = outer.parent) {
    if (outer.kind === 'class') {
      if (CLASS_CELLS.has(name)) return true;
    } else if (outer.kind !== 'module') {
      const flags = outer.symbols.get(name) ?? 0;
      if ((flags & DEF_GLOBAL) !== 0) return false;
      if ((flags & DEF_BOUND) !== 0 && (flags & DEF_NONLOCAL) === 0) return true;
    }
  }
  return false;
}

/** Whether the innermost binding around the block is a type parameter. */
function isTypeParameterAround(block: Block, name: string): boolean {
  for (let outer = block.parent; outer !== undefined; outer = outer.parent) {
    const flags = outer.symbols.get(name) ?? 0;
    if ((flags & DEF_BOUND) !== 0 && (flags & (DEF_GLOBAL | DEF_NONLOCAL)) === 0) return (flags & DEF_TYPE_PARAM) !== 0;
  }
  return false;
}

/** What a name of an annotation scope is if the class around it has it: looked up in the class's namespace first. */
function classScope(block: Block, name: string): Scope | undefined {
  if (!block.canSeeClassScope || name === '__classdict__') return undefined;
  let outer: Block = block;
  while (outer.canSeeClassScope) outer = outer.parent!;
  if (outer.kind !== 'class') return undefined;
  const flags = outer.symbols.get(name) ?? 0;
  if ((flags & DEF_GLOBAL) !== 0) return GLOBAL_EXPLICIT;
  return (flags & DEF_BOUND) !== 0 && (flags & DEF_NONLOCAL) === 0 ? GLOBAL_IMPLICIT : undefined;
}

// ── Comprehensions ─────────────────────────────────────────────────────────────────────────────────────────────

function runsInFrameOf(block: Block, child: Block): boolean {
  return child.comprehension !== undefined && child.comprehension !== 'generator' && !block.canSeeClassScope;
}

/** Merges the symbols of inlined comprehensions; returns the names that are cells in them. */
function mergeComprehensions(block: Block, inlined: readonly { child: Block; free: Names }[]): Names {
  const cells: Names = new Set();
  for (const { child, free } of inlined) {
    for (const [name, symbol] of child.symbols) {
      if ((symbol & DEF_PARAM) !== 0) continue;
      if (symbol >> SCOPE_SHIFT === CELL || (symbol & DEF_COMP_CELL) !== 0) cells.add(name);
      mergeSymbol(block, child, name, symbol, free);
    }
  }
  return cells;
}

function mergeSymbol(block: Block, child: Block, name: string, symbol: number, free: Names): void {
  const existing = block.symbols.get(name);
  if (existing === undefined) {
    let scope = symbol >> SCOPE_SHIFT;
    if (scope === FREE && block.kind === 'class' && CLASS_CELLS.has(name)) {
      // The class itself does not see the cell that it makes; functions in the comprehension do.
      scope = GLOBAL_IMPLICIT;
      if (!isFreeInside(child, name)) free.delete(name);
    }
    block.merge(name, (symbol & FLAGS) | (scope << SCOPE_SHIFT));
  } else if ((existing & DEF_BOUND) !== 0 && block.kind !== 'class') {
    // What was free in the comprehension is now a local like any other, unless a function inside it needs it.
    if (!isFreeInside(child, name)) free.delete(name);
  }
}

function isFreeInside(block: Block, name: string): boolean {
  return block.children.some((inner) => inner.scopeOf(name) === FREE);
}

// ── Cells ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Variables that inner blocks need become cells. */
function makeCells(block: Block, passed: Names, innerCells: ReadonlySet<string>): void {
  for (const [name, symbol] of block.symbols) {
    if (symbol >> SCOPE_SHIFT !== LOCAL || !(passed.has(name) || innerCells.has(name))) continue;
    block.symbols.set(name, (symbol & FLAGS) | (CELL << SCOPE_SHIFT));
    passed.delete(name);
  }
}

function makeClassCells(block: Block, passed: Names): void {
  if (passed.delete('__class__')) block.needsClassClosure = true;
  if (passed.delete('__classdict__')) block.needsClassDict = true;
  if (passed.delete('__conditional_annotations__')) block.hasConditionalAnnotations = true;
}

/** Marks the block's symbols with what inner blocks do with them. */
function noteInnerUses(block: Block, passed: Names, innerCells: ReadonlySet<string>): void {
  const { symbols } = block;
  for (const name of innerCells) symbols.set(name, symbols.get(name)! | DEF_COMP_CELL);
  const isClass = block.kind === 'class' || block.canSeeClassScope;
  for (const name of passed) {
    const symbol = symbols.get(name);
    if (symbol === undefined) symbols.set(name, FREE << SCOPE_SHIFT);
    else if (isClass) symbols.set(name, symbol | DEF_FREE_CLASS);
  }
}
