/**
 * Comprehensions that run in the frame of the code around them (PEP 709).
 *
 * Their variables are unbound before and after, and on the way out of an exception: the comprehension finds them unbound
 * when it runs again, and nobody who looks at the frame afterwards sees them. That code stands at the end of the function
 * (`Cleanup`), so that none of it is in the way of a comprehension that raises nothing.
 */
import type { Label } from '../backend/function-builder.ts';
import type { Block } from '../symtable.ts';
import { ComprehensionExit, popExit } from './exits.ts';
import { IN_CELL, type Variables } from './layout.ts';
import { NOWHERE, type Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** Emits the comprehension `block`, whose loops `emit` emits. */
export function inlineComprehension(unit: Unit, place: Place, block: Block, emit: () => void): void {
  const variables = unit.layout.comprehensions.get(block) as Variables;
  makeCells(unit, place, variables);
  const construct = new ComprehensionExit(unit, place);
  unit.inside(block, variables, () => {
    if (variables.size === 0) emit();
    else emitProtected(unit, place, variables, emit);
  });
  popExit(unit, construct);
  unbind(unit, place, variables);
}

/** Each run has cells of its own. All variables count as used where the comprehension begins: `co_varnames` has them in that order. */
function makeCells(unit: Unit, place: Place, variables: Variables): void {
  const builder = unit.at(place);
  for (const [name, { home, index }] of variables) {
    builder.noteUse(home === IN_CELL ? unit.layout.varnames.indexOf(name) : index);
    if (home !== IN_CELL) continue;
    builder.unbind(index);
    builder.makeCell(index);
  }
}

function emitProtected(unit: Unit, place: Place, variables: Variables, emit: () => void): void {
  const { builder } = unit;
  const cleanup = new Cleanup(unit, place, variables);
  unit.cleanups.push(cleanup);
  builder.enterTry(cleanup.handler, cleanup.exception);
  emit();
  builder.leaveTry();
}

function unbind(unit: Unit, place: Place, variables: Variables): void {
  const builder = unit.at(place);
  for (const { index } of variables.values()) builder.unbind(index);
}

/** What is done where an exception leaves a comprehension: a handler behind the code of the function. */
export class Cleanup {
  readonly handler: Label;
  readonly exception: number;
  private readonly place: Place;
  private readonly variables: Variables;
  /** The protected region around the comprehension, which the handler belongs to. */
  private readonly region: number;

  constructor(unit: Unit, place: Place, variables: Variables) {
    this.handler = unit.builder.newLabel();
    this.exception = unit.builder.newTemp();
    this.place = place;
    this.variables = variables;
    this.region = unit.builder.currentRegion;
  }

  emit(unit: Unit): void {
    const { builder } = unit;
    builder.enterRegion(this.region);
    builder.place(this.handler);
    // CPython takes the unfinished list away first, which has no place in the source: observers are told so where the exception is caught.
    const [[, { index: first }]] = this.variables;
    unit.at(NOWHERE).unbind(first);
    unbind(unit, this.place, this.variables);
    builder.reraise(this.exception);
  }
}
