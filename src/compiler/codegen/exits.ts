/**
 * The constructs around the code being generated, as far as leaving them early has an effect.
 *
 * `return`, `break` and `continue` walk this chain from the inside out: each construct emits what it must do before it is left
 * (the body of a `finally`, the call of `__exit__`, the end of a handler) and ends its protected region, so that its own
 * handler does not see errors of that code. Behind the jump the regions are entered again for the code that follows.
 *
 * Invariant: while a construct's code for leaving is emitted, `unit.exit` is the construct around it, so that a
 * `return` inside a `finally` body leaves only what is outside.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import type { Place as ErrorPlace } from '../context.ts';
import type { Label } from '../backend/function-builder.ts';
import { statements } from './dispatch.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';
import { clearName } from './variables.ts';

export abstract class Exit {
  readonly outer: Exit | undefined;
  /** Number of constructs from the outermost to this one, as CPython counts them against its limit. */
  readonly depth: number;

  constructor(unit: Unit) {
    this.outer = unit.exit;
    this.depth = depthOf(unit) + 1;
    unit.exit = this;
  }

  /** Whether the code for leaving may assign to variables. */
  get rebinds(): boolean {
    return false;
  }

  /** Whether leaving runs code of the program. */
  get runsCode(): boolean {
    return false;
  }

  /** Emits what leaving needs, and ends the region if there is one. */
  abstract leave(unit: Unit): void;

  /** Enters the region again, for the code behind the jump. */
  resume(_unit: Unit): void {}
}

/** CPython's limit on constructs inside one another in one function. */
const MAX_DEPTH = 21;

/** The body of a generator or coroutine counts as one. */
function depthOf(unit: Unit): number {
  if (unit.exit !== undefined) return unit.exit.depth;
  return unit.block.isFunctionLike && unit.isGeneratorLike ? 1 : 0;
}

/** Refuses a construct that would be the innermost of too many, `more` of them its own. */
export function checkDepth(unit: Unit, place: ErrorPlace, more = 1): void {
  if (depthOf(unit) + more > MAX_DEPTH) unit.fail('too many statically nested blocks', place);
}

/** A construct with a protected region, which it enters when it is made. */
abstract class Region extends Exit {
  readonly handler: Label;
  readonly exception: number;

  constructor(unit: Unit, handler: Label, exception: number) {
    super(unit);
    this.handler = handler;
    this.exception = exception;
    unit.builder.enterTry(handler, exception);
  }

  leave(unit: Unit): void {
    unit.builder.leaveTry();
  }

  override resume(unit: Unit): void {
    unit.builder.enterTry(this.handler, this.exception);
  }
}

/** A region with nothing to do on the way out: the body of `try ... except`. */
export class TryExit extends Region {}

export class LoopExit extends Exit {
  readonly header: Label;
  readonly end: Label;

  constructor(unit: Unit, header: Label, end: Label) {
    super(unit);
    this.header = header;
    this.end = end;
  }

  leave(_unit: Unit): void {}
}

/** A comprehension, or an asynchronous loop of one: no statement leaves it, but it counts. */
export class ComprehensionExit extends Exit {
  constructor(unit: Unit, place: ErrorPlace) {
    checkDepth(unit, place);
    super(unit);
  }

  leave(_unit: Unit): void {}
}

export class FinallyExit extends Region {
  readonly body: readonly Ast.StmtNode[];

  constructor(unit: Unit, handler: Label, exception: number, body: readonly Ast.StmtNode[]) {
    super(unit, handler, exception);
    this.body = body;
  }

  override get rebinds(): boolean {
    return true;
  }

  override get runsCode(): boolean {
    return true;
  }

  override leave(unit: Unit): void {
    super.leave(unit);
    statements(unit, this.body);
  }
}

/** Inside a handler: the exception that was being handled before is so again when it is left. */
export class HandlerExit extends Region {
  readonly saved: number;
  readonly place: Place;
  /** The handler of `except*`. */
  isGroup: boolean;

  constructor(unit: Unit, cleanup: Label, exception: number, saved: number, place: Place) {
    super(unit, cleanup, exception);
    this.saved = saved;
    this.place = place;
    this.isGroup = false;
  }

  override leave(unit: Unit): void {
    super.leave(unit);
    unit.at(this.place).leaveHandler(this.saved);
  }
}

/** Inside `except E as name`: the name is unbound when it is left. */
export class NameExit extends Region {
  readonly name: string;
  readonly place: Place;

  constructor(unit: Unit, cleanup: Label, exception: number, name: string, place: Place) {
    super(unit, cleanup, exception);
    this.name = name;
    this.place = place;
  }

  override get rebinds(): boolean {
    return true;
  }

  override leave(unit: Unit): void {
    super.leave(unit);
    clearName(unit, this.place, this.name);
  }
}

/** Inside `with`: `__exit__` is called when it is left. */
export class WithExit extends Region {
  readonly callExit: () => void;

  constructor(unit: Unit, handler: Label, exception: number, callExit: () => void) {
    super(unit, handler, exception);
    this.callExit = callExit;
  }

  override get runsCode(): boolean {
    return true;
  }

  override leave(unit: Unit): void {
    super.leave(unit);
    this.callExit();
  }
}

/** Ends a construct at its normal end; `Region.leave` has to be called where control does reach it. */
export function popExit(unit: Unit, exit: Exit): void {
  if (unit.exit !== exit) throw new Error('constructs do not nest');
  unit.exit = exit.outer;
}

/** Ends the region of a construct without what it does on leaving. */
export function endRegion(unit: Unit, exit: Exit): void {
  popExit(unit, exit);
  unit.builder.leaveTry();
}

/**
 * Emits `jump` as it stands outside of `last`, or of all constructs, with all that must be done before.
 * Code for leaving that ends by itself (a `return` in a `finally`) leaves `jump` unreachable.
 */
export function leaveThrough(unit: Unit, last: Exit | undefined, jump: () => void): void {
  const inside = unit.exit;
  const left: Exit[] = [];
  for (let exit = inside; exit !== last && exit !== undefined; exit = exit.outer) {
    unit.exit = exit.outer;
    exit.leave(unit);
    left.push(exit);
  }
  jump();
  for (let i = left.length - 1; i >= 0; i--) left[i].resume(unit);
  unit.exit = inside;
}

/** Whether leaving all constructs may assign to variables. */
export function leavingRebinds(unit: Unit): boolean {
  for (let exit = unit.exit; exit !== undefined; exit = exit.outer) if (exit.rebinds) return true;
  return false;
}

/** Whether leaving what is inside of `last`, or all constructs, runs code of the program, in which a jump behind it then seems to stand. */
export function leavingRunsCode(unit: Unit, last?: Exit): boolean {
  for (let exit = unit.exit; exit !== last && exit !== undefined; exit = exit.outer) if (exit.runsCode) return true;
  return false;
}

/** The loop that `place` leaves or goes on with; `message` if there is none. */
export function innermostLoop(unit: Unit, place: ErrorPlace, message: string): LoopExit {
  for (let exit = unit.exit; exit !== undefined; exit = exit.outer) {
    if (exit instanceof LoopExit) return exit;
    refuseInGroupHandler(unit, exit, place);
  }
  return unit.fail(message, place);
}

/** What an `except*` block must not leave early. */
export function refuseInGroupHandler(unit: Unit, exit: Exit, place: ErrorPlace): void {
  if (!(exit instanceof HandlerExit) || !exit.isGroup) return;
  unit.fail("'break', 'continue' and 'return' cannot appear in an except* block", place);
}
