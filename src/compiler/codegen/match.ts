/**
 * `match`: the patterns of each case are tried in order, from left to right and from the outside in.
 *
 * A pattern only jumps away or falls through; the values it captures stay in temporaries until the whole pattern has
 * matched, and only then are stored into their variables, before the guard is evaluated.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Label } from '../backend/function-builder.ts';
import { loadConstant, namesConstant } from './constants.ts';
import { type Captures, condition, expression, pattern, statements } from './dispatch.ts';
import {
  capture,
  checkAlternative,
  checkAttributes,
  checkIrrefutable,
  checkKeys,
  checkValue,
} from './pattern-checks.ts';
import { marked, type Place } from './positions.ts';
import type { Unit } from './unit.ts';
import { localRegister, storeName } from './variables.ts';

export function matchStatement(unit: Unit, node: Ast.Match): void {
  const { builder } = unit;
  const value = expression(unit, node.subject);
  if (unit.isLocal(value)) unit.at(node.subject).nop();
  const subject = unit.isLocal(value) && mayRebindSubject(unit, node, value) ? unit.copy(node.subject, value) : value;
  const end = builder.newLabel();
  node.cases.forEach((matchCase, i) => {
    const next = builder.newLabel();
    unit.allowsIrrefutable = matchCase.guard !== undefined || i === node.cases.length - 1;
    const failed = isSpread(matchCase.pattern) ? builder.newLabel() : next;
    unit.unmatched = 0;
    matchPattern(unit, matchCase, subject, failed, next);
    statements(unit, matchCase.body);
    if (i < node.cases.length - 1 || failed !== next) builder.jump(end);
    if (failed !== next) placeFailure(unit, matchCase.pattern, failed);
    builder.place(next);
  });
  builder.place(end);
}

/**
 * Whether a pattern that does not match may leave CPython's stack with values of its own, which are taken off on its first line; where that is
 * the only line, tracers cannot tell.
 */
function isSpread({ kind, lineno, end_lineno }: Ast.PatternNode): boolean {
  return lineno !== end_lineno && kind !== Kind.MatchValue && kind !== Kind.MatchSingleton;
}

function placeFailure(unit: Unit, tried: Ast.PatternNode, failed: Label): void {
  unit.builder.place(failed);
  unit.at(tried).nop();
}

/** Whether a pattern or a guard assigns to the variable that is matched, while it is still needed. */
function mayRebindSubject(unit: Unit, node: Ast.Match, register: number): boolean {
  return node.cases.some(
    ({ pattern: tried, guard }) =>
      capturedNames(tried).some((name) => localRegister(unit, name) === register) ||
      (guard !== undefined && unit.isRebound(register, guard)),
  );
}

function capturedNames(node: Ast.PatternNode): string[] {
  switch (node.kind) {
    case Kind.MatchAs:
      return [...(node.pattern === undefined ? [] : capturedNames(node.pattern)), ...namesOf(node.name)];
    case Kind.MatchStar:
      return namesOf(node.name);
    case Kind.MatchMapping:
      return [...node.patterns.flatMap(capturedNames), ...namesOf(node.rest)];
    case Kind.MatchClass:
      return [...node.patterns, ...node.kwd_patterns].flatMap(capturedNames);
    case Kind.MatchSequence:
    case Kind.MatchOr:
      return node.patterns.flatMap(capturedNames);
    default:
      return [];
  }
}

function namesOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

function matchPattern(unit: Unit, matchCase: Ast.MatchCase, subject: number, failed: Label, next: Label): void {
  const captures: Captures = new Map();
  const { pattern: tried } = matchCase;
  // What matches anything needs no instruction of its own.
  if (tried.kind === Kind.MatchAs && tried.pattern === undefined) unit.at(tried).nop();
  pattern(unit, tried, subject, failed, captures);
  for (const [name, register] of captures) storeName(unit, matchCase.pattern, name, register);
  if (matchCase.guard === undefined) return;
  const body = unit.builder.newLabel();
  condition(unit, matchCase.guard, body, next, 'true');
  unit.builder.place(body);
}

function isWildcard(node: Ast.PatternNode): boolean {
  return node.kind === Kind.MatchAs && node.pattern === undefined && node.name === undefined;
}

// ── Values ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function valuePattern(
  unit: Unit,
  node: Ast.MatchValue,
  subject: number,
  failed: Label,
  captures: Captures,
): void {
  checkValue(unit, node);
  const value = expression(unit, node.value);
  const builder = unit.at(node);
  const matches = builder.newTemp();
  builder.equal(matches, subject, value);
  unit.at(failurePlace(unit, node, captures)).jumpIfFalse(matches, failed);
}

export function singletonPattern(
  unit: Unit,
  node: Ast.MatchSingleton,
  subject: number,
  failed: Label,
  captures: Captures,
): void {
  if (node.value === null) {
    unit.at(node).jumpIfNotNone(subject, failed);
    return;
  }
  const value = loadConstant(unit, node, node.value);
  const builder = unit.at(node);
  const matches = builder.newTemp();
  builder.is(matches, subject, value);
  unit.at(failurePlace(unit, node, captures)).jumpIfFalse(matches, failed);
}

/** The jump from a test of a value is marked where CPython drops something if it fails; from other tests it always does. */
function failurePlace(unit: Unit, node: Ast.PatternNode, captures: Captures): Place {
  return (unit.leavesAround ?? leavesValues(unit, captures)) ? marked(node) : node;
}

/** Whether CPython has values on its stack that have still to be matched, or are captured. */
function leavesValues(unit: Unit, captures: Captures): boolean {
  return unit.unmatched > 0 || captures.size > 0;
}

// ── Captures and alternatives ──────────────────────────────────────────────────────────────────────────────────

export function asPattern(unit: Unit, node: Ast.MatchAs, subject: number, failed: Label, captures: Captures): void {
  checkIrrefutable(unit, node);
  if (node.pattern !== undefined) inside(unit, 1, () => pattern(unit, node.pattern!, subject, failed, captures));
  if (node.name !== undefined) capture(unit, node, node.name, subject, captures);
  else if (node.pattern === undefined) unit.builder.touch(node);
}

/** Emits a pattern in front of which `count` more values are on CPython's stack. */
function inside(unit: Unit, count: number, emit: () => void): void {
  unit.unmatched += count;
  emit();
  unit.unmatched -= count;
}

/** Each alternative captures the same names: what it captured is moved to the registers of the whole. */
export function orPattern(unit: Unit, node: Ast.MatchOr, subject: number, failed: Label, captures: Captures): void {
  const { builder, allowsIrrefutable, unmatched, leavesAround } = unit;
  const leaves = leavesAround ?? leavesValues(unit, captures);
  const spreads = isSpread(node);
  unit.unmatched = 0;
  const merged: Captures = new Map();
  const matched = builder.newLabel();
  node.patterns.forEach((alternative, i) => {
    const isLast = i === node.patterns.length - 1;
    const next = isLast && !spreads ? failed : builder.newLabel();
    const own: Captures = new Map();
    unit.allowsIrrefutable = isLast && allowsIrrefutable;
    unit.leavesAround = isLast && !spreads ? leaves : undefined;
    pattern(unit, alternative, subject, next, own);
    if (i === 0) for (const name of own.keys()) merged.set(name, builder.newTemp());
    else checkAlternative(unit, node, merged, own);
    for (const [name, register] of own) unit.at(alternative).move(merged.get(name) as number, register);
    if (isLast && !spreads) return;
    builder.jump(matched);
    if (isSpread(alternative)) placeFailure(unit, alternative, next);
    else builder.place(next);
    if (isLast) leave(unit, node, failed);
  });
  unit.unmatched = unmatched;
  unit.leavesAround = leavesAround;
  builder.place(matched);
  builder.touch(node);
  for (const [name, register] of merged) capture(unit, node, name, register, captures);
}

/** No alternative has matched. */
function leave(unit: Unit, node: Ast.MatchOr, failed: Label): void {
  unit.builder.touch(node);
  unit.at(node).jump(failed);
}

export function misplacedStar(unit: Unit, node: Ast.MatchStar): never {
  unit.fail("can't use starred expression here", node);
}

// ── Sequences ──────────────────────────────────────────────────────────────────────────────────────────────────

export function sequencePattern(
  unit: Unit,
  node: Ast.MatchSequence,
  subject: number,
  failed: Label,
  captures: Captures,
): void {
  const { patterns } = node;
  const star = patterns.findIndex((item) => item.kind === Kind.MatchStar);
  if (star !== patterns.findLastIndex((item) => item.kind === Kind.MatchStar)) {
    unit.fail('multiple starred names in sequence pattern', node);
  }
  const length = checkSequence(unit, node, subject, star, failed);
  const wildcards = patterns.every((item) =>
    item.kind === Kind.MatchStar ? item.name === undefined : isWildcard(item),
  );
  if (wildcards) return;
  if (star >= 0 && (patterns[star] as Ast.MatchStar).name === undefined) {
    matchByIndex(unit, node, subject, length, failed, captures);
    return;
  }
  const items = patterns.map(() => unit.builder.newTemp());
  if (star < 0) unit.at(node).unpackSequence(subject, items);
  else unit.at(node).unpackEx(subject, star, items);
  patterns.forEach((item, i) => {
    inside(unit, patterns.length - 1 - i, () => {
      if (item.kind === Kind.MatchStar) capture(unit, item, item.name as string, items[i], captures);
      else subpattern(unit, item, items[i], failed, captures);
    });
  });
}

/** Emits the test of type and length; returns the register of the length, or -1 where it was not asked for. */
function checkSequence(unit: Unit, node: Ast.MatchSequence, subject: number, star: number, failed: Label): number {
  const builder = unit.at(node);
  const isSequence = builder.newTemp();
  builder.matchSequence(isSequence, subject);
  builder.jumpIfFalse(isSequence, failed);
  const required = star < 0 ? node.patterns.length : node.patterns.length - 1;
  if (star >= 0 && required === 0) return -1;
  const length = builder.newTemp();
  const fits = builder.newTemp();
  builder.getLength(length, subject);
  if (star < 0) builder.equalInt(fits, length, required);
  else builder.greaterEqualInt(fits, length, required);
  builder.jumpIfFalse(fits, failed);
  return length;
}

/** `[a, *_, z]`: the items are got by index, for nobody wants the middle as a list. */
function matchByIndex(
  unit: Unit,
  node: Ast.MatchSequence,
  subject: number,
  length: number,
  failed: Label,
  captures: Captures,
): void {
  const { builder } = unit;
  const count = node.patterns.length;
  let isBehindStar = false;
  node.patterns.forEach((item, i) => {
    if (item.kind === Kind.MatchStar) isBehindStar = true;
    else if (!isWildcard(item)) {
      const value = builder.newTemp();
      unit.at(node);
      if (isBehindStar) {
        const index = builder.newTemp();
        builder.subtractInt(index, length, count - i);
        builder.loadItem(value, subject, index);
      } else builder.loadItemInt(value, subject, i);
      inside(unit, 1, () => subpattern(unit, item, value, failed, captures));
    }
  });
}

/** A pattern inside another one is the last to be tried in its place. */
function subpattern(unit: Unit, node: Ast.PatternNode, subject: number, failed: Label, captures: Captures): void {
  const { allowsIrrefutable } = unit;
  unit.allowsIrrefutable = true;
  pattern(unit, node, subject, failed, captures);
  unit.allowsIrrefutable = allowsIrrefutable;
}

// ── Mappings ───────────────────────────────────────────────────────────────────────────────────────────────────

export function mappingPattern(
  unit: Unit,
  node: Ast.MatchMapping,
  subject: number,
  failed: Label,
  captures: Captures,
): void {
  const builder = unit.at(node);
  const isMapping = builder.newTemp();
  builder.matchMapping(isMapping, subject);
  builder.jumpIfFalse(isMapping, failed);
  checkKeys(unit, node);
  const keys = matchKeys(unit, node, subject, failed, captures);
  if (node.rest === undefined) return;
  const rest = builder.newTemp();
  unit.at(node);
  builder.buildMap(rest, []);
  builder.mapUpdate(rest, subject);
  for (const key of keys) builder.deleteItem(rest, key);
  capture(unit, node, node.rest, rest, captures);
}

/** Matches the values of the keys; returns the registers of the keys. */
function matchKeys(unit: Unit, node: Ast.MatchMapping, subject: number, failed: Label, captures: Captures): number[] {
  if (node.keys.length === 0) return [];
  const { builder } = unit;
  const length = builder.newTemp();
  const fits = builder.newTemp();
  unit.at(node);
  builder.getLength(length, subject);
  builder.greaterEqualInt(fits, length, node.keys.length);
  builder.jumpIfFalse(fits, failed);
  const place = node.keys.every(({ kind }) => kind === Kind.Constant) ? node : undefined;
  const keys = node.keys.map((key) =>
    key.kind === Kind.Constant ? loadConstant(unit, place ?? key, key.value) : expression(unit, key),
  );
  const keyTuple = builder.newTemp();
  const found = builder.newTemp();
  const values = node.patterns.map(() => builder.newTemp());
  unit.at(node);
  builder.buildTuple(keyTuple, keys);
  builder.matchKeys(found, subject, keyTuple);
  builder.jumpIfNone(found, failed);
  builder.unpackSequence(found, values);
  const others = node.patterns.length + 1;
  node.patterns.forEach((item, i) => {
    inside(unit, others - i, () => subpattern(unit, item, values[i], failed, captures));
  });
  return keys;
}

// ── Classes ────────────────────────────────────────────────────────────────────────────────────────────────────

export function classPattern(
  unit: Unit,
  node: Ast.MatchClass,
  subject: number,
  failed: Label,
  captures: Captures,
): void {
  checkAttributes(unit, node);
  const type = expression(unit, node.cls);
  const items = [...node.patterns, ...node.kwd_patterns];
  const builder = unit.at(node);
  const attributes = builder.newTemp();
  const values = items.map(() => builder.newTemp());
  builder.matchClass(attributes, subject, type, node.patterns.length, namesConstant(node.kwd_attrs));
  builder.jumpIfNone(attributes, failed);
  builder.unpackSequence(attributes, values);
  items.forEach((item, i) => {
    inside(unit, items.length - 1 - i, () => subpattern(unit, item, values[i], failed, captures));
  });
}
