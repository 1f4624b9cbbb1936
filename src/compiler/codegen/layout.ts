/**
 * Where the variables of a code object live: registers of locals and cells, indices into the closure.
 *
 * Order of the registers: parameters, other locals, variables of inlined comprehensions, cells. A parameter that is
 * a cell stays in its register. A comprehension's variable has a register of its own, which comprehensions share that
 * do not stand inside one another; so a name may be there more than once, and the register further back is the inner variable's.
 */
import {
  type Block,
  CELL,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_SHIFT,
} from '../symtable.ts';

export const IN_REGISTER = 0;
export const IN_CELL = 1;
/** In the closure; `index` is the index there. */
export const IN_CLOSURE = 2;
/** In the namespace of the class, else in the closure. */
export const IN_NAMESPACE_OR_CLOSURE = 3;
/** In an annotation scope: in the namespace of the class around it, else in the closure. */
export const IN_CLASS_OR_CLOSURE = 4;
export const IN_CLASS_OR_GLOBALS = 5;
export const IN_GLOBALS = 6;
export const IN_NAMESPACE = 7;

export type Home = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export class Variable {
  readonly home: Home;
  /** Register or index in the closure, where there is one. Registers of cells are known when all locals have theirs. */
  index: number;

  constructor(home: Home, index: number) {
    this.home = home;
    this.index = index;
  }
}

export const GLOBAL_VARIABLE = new Variable(IN_GLOBALS, -1);
const CLASS_OR_GLOBAL_VARIABLE = new Variable(IN_CLASS_OR_GLOBALS, -1);
const NAMESPACE_VARIABLE = new Variable(IN_NAMESPACE, -1);

export type Variables = Map<string, Variable>;

export class Layout {
  readonly block: Block;
  /** Names of the registers of locals, comprehensions' variables included. */
  readonly varnames: string[];
  readonly cellvars: string[];
  readonly cellRegisters: number[];
  readonly freevars: string[];
  /** Locals and cells. */
  readonly variables: Variables;
  /** Variables of the inlined comprehensions. */
  readonly comprehensions: Map<Block, Variables>;
  private readonly cells: Variable[];
  /** Registers of comprehensions' variables by name, for comprehensions beside one another. */
  private readonly shared: Map<string, number[]>;
  private readonly sharedCells: Map<string, Variable[]>;

  constructor(block: Block) {
    this.block = block;
    this.varnames = [...block.varnames];
    this.cellvars = [];
    this.cellRegisters = [];
    this.freevars = block.freevars();
    this.variables = new Map();
    this.comprehensions = new Map();
    this.cells = [];
    this.shared = new Map();
    this.sharedCells = new Map();
    if (block.isFunctionLike) this.placeLocals();
    this.placeOwnCells();
    for (const inner of block.inlined) this.placeComprehension(inner, []);
    this.numberCells();
  }

  get fixedCount(): number {
    return this.cellRegisters.reduce((count, register) => Math.max(count, register + 1), this.varnames.length);
  }

  /** The variable that a (mangled) name of the block itself means. */
  find(name: string): Variable {
    const { block } = this;
    const scope = block.scopeOf(name);
    if (scope === FREE) {
      const home = block.kind === 'class' ? IN_NAMESPACE_OR_CLOSURE : this.closureHome();
      return new Variable(home, this.freevars.indexOf(name));
    }
    if (scope === GLOBAL_EXPLICIT) return GLOBAL_VARIABLE;
    if (!block.isFunctionLike) return NAMESPACE_VARIABLE;
    return scope === GLOBAL_IMPLICIT && block.canSeeClassScope ? CLASS_OR_GLOBAL_VARIABLE : GLOBAL_VARIABLE;
  }

  private closureHome(): Home {
    return this.block.canSeeClassScope ? IN_CLASS_OR_CLOSURE : IN_CLOSURE;
  }

  private placeLocals(): void {
    const { block, variables, varnames } = this;
    block.varnames.forEach((name, register) => {
      if (block.scopeOf(name) === LOCAL) variables.set(name, new Variable(IN_REGISTER, register));
    });
    for (const [name, symbol] of block.symbols) {
      if (symbol >> SCOPE_SHIFT !== LOCAL || variables.has(name) || block.isMerged(name)) continue;
      variables.set(name, new Variable(IN_REGISTER, varnames.push(name) - 1));
    }
  }

  /** `around` are the comprehensions around this one. */
  private placeComprehension(block: Block, around: readonly Variables[]): void {
    const variables: Variables = new Map();
    this.comprehensions.set(block, variables);
    for (const [name, symbol] of block.symbols) {
      if (!isOwn(block, name, symbol)) continue;
      const depth = around.reduce((count, outer) => (outer.has(name) ? count + 1 : count), 0);
      const isCell = symbol >> SCOPE_SHIFT === CELL;
      variables.set(name, isCell ? this.sharedCell(name, depth) : this.sharedLocal(name, depth));
    }
    const inside = [...around, variables];
    for (const inner of block.inlined) this.placeComprehension(inner, inside);
  }

  private sharedLocal(name: string, depth: number): Variable {
    const registers = listOf(this.shared, name);
    while (registers.length <= depth) registers.push(this.varnames.push(name) - 1);
    return new Variable(IN_REGISTER, registers[depth]);
  }

  private sharedCell(name: string, depth: number): Variable {
    const cells = listOf(this.sharedCells, name);
    while (cells.length <= depth) cells.push(this.newCell(name));
    // `co_varnames` has the variable too: unless the function has a local of that name, the cell is in its register.
    if (this.variables.get(name)?.home !== IN_REGISTER && cells[0].index < 0)
      cells[0].index = this.sharedLocal(name, 0).index;
    return cells[depth];
  }

  private newCell(name: string): Variable {
    const cell = new Variable(IN_CELL, -1);
    this.cellvars.push(name);
    this.cells.push(cell);
    return cell;
  }

  /** Cells that the block itself makes: those of parameters come first, in the order of the parameters. */
  private placeOwnCells(): void {
    const { block } = this;
    const names = block.cellvars();
    const parameters = block.varnames.filter((name) => names.includes(name));
    for (const name of new Set([...parameters, ...names])) {
      const isOwnCell = block.scopeOf(name) === CELL ? !block.isMerged(name) : block.makesClassCell(name);
      if (isOwnCell) this.variables.set(name, this.newCell(name));
    }
  }

  /** Gives the cells that have no register yet theirs: behind all locals, or that of the parameter. */
  private numberCells(): void {
    const { block, cells, cellvars, cellRegisters, varnames } = this;
    let next = varnames.length;
    cells.forEach((cell, i) => {
      const name = cellvars[i];
      const parameter = this.variables.get(name) === cell ? block.varnames.indexOf(name) : -1;
      if (parameter >= 0) cell.index = parameter;
      else if (cell.index < 0) cell.index = next++;
      cellRegisters.push(cell.index);
    });
  }
}

/** Whether a symbol of a comprehension is a variable of it, and not one of a comprehension inside or around it. */
function isOwn(block: Block, name: string, symbol: number): boolean {
  const isBound = (symbol & DEF_LOCAL) !== 0 && (symbol & (DEF_NONLOCAL | DEF_GLOBAL)) === 0;
  return isBound && !block.isMerged(name);
}

function listOf<V>(map: Map<string, V[]>, key: string): V[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
