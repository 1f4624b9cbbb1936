/**
 * Comprehensions that run in the frame of the code around them (PEP 709).
 *
 * Their variables are unbound before and after. Where an exception could be caught in the same frame, they are unbound
 * on that way out as well, so that the comprehension finds them unbound when it runs again.
 */
import type { Block } from '../symtable.ts';
import { ComprehensionExit, innermostRegion, popExit } from './exits.ts';
import { IN_CELL, type Variables } from './layout.ts';
import { NOWHERE, type Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** Emits the comprehension `block`, whose loops `emit` emits. */
export function inlineComprehension(unit: Unit, place: Place, block: Block, emit: () => void): void {
  const variables = unit.layout.comprehensions.get(block) as Variables;
  makeCells(unit, place, variables);
  const construct = new ComprehensionExit(unit, place);
  unit.inside(block, variables, () => {
    if (innermostRegion(unit) === undefined) emit();
    else emitProtected(unit, variables, emit);
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

function emitProtected(unit: Unit, variables: Variables, emit: () => void): void {
  const { builder } = unit;
  const handler = builder.newLabel();
  const end = builder.newLabel();
  const exception = builder.newTemp();
  builder.enterTry(handler, exception);
  emit();
  builder.leaveTry();
  builder.jump(end);
  builder.place(handler);
  unbind(unit, NOWHERE, variables);
  builder.reraise(exception);
  builder.place(end);
}

function unbind(unit: Unit, place: Place, variables: Variables): void {
  const builder = unit.at(place);
  for (const { index } of variables.values()) builder.unbind(index);
}
