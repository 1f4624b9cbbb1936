/**
 * Objects that are made in a unit and that nobody else has seen: instances of Python classes, tuples and lists. They are not made at all as long
 * as only the unit uses them. What their fields hold is known by place (`Environment.virtuals`); reading and writing a field costs nothing.
 * Where such an object gets to anybody else it is made (`escape`), with what its fields hold then; a unit that is left before makes it
 * together with the frames (leaving.ts).
 *
 * The node of such an object stands for it on all ways, made or not: it is a variable of the unit that is set where the object is made.
 */
import type { Builder } from './builder.ts';
import {
  areSame,
  type Block,
  type FrameState,
  Node,
  original,
  Phi,
  PURE,
  UNMADE,
  type Virtual,
  type VirtualKind,
  WRITE,
} from './graph.ts';
import { ANY, FLOAT, INSTANCE, INT, isWithin, LIST, TUPLE, UNBOUND } from './kinds.ts';
import type { Value } from '../objspace/object.ts';
import { FIRST_DOUBLE, INLINE_SLOTS, isDoublePlace, type Shape } from '../objspace/shape.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { newTupleText } from './tuples.ts';
import { LIST_SHAPE, TUPLE_SHAPE } from '../interpreter/displays.ts';
import type { Environment } from './environment.ts';

/** Tuples and lists with more items are made at once. */
export const MAX_ITEMS = 8;

const KINDS: Readonly<Record<VirtualKind, number>> = { instance: INSTANCE, tuple: TUPLE, list: LIST, float: FLOAT };

export function virtualOf(b: Builder, node: Node): Virtual | undefined {
  const { virtuals } = b.environment;
  return virtuals.size === 0 ? undefined : virtuals.get(original(node));
}

function make(b: Builder, virtual: Virtual): Node {
  const node = new Node(virtual.kind, '', [], PURE, KINDS[virtual.kind]);
  node.block = b.block;
  setVirtual(b.environment, node, virtual);
  return node;
}

function setVirtual(environment: Environment, node: Node, virtual: Virtual | null): void {
  const virtuals = new Map(environment.virtuals);
  if (virtual === null) virtuals.delete(node);
  else virtuals.set(node, virtual);
  environment.virtuals = virtuals;
}

/** An instance that has no attributes so far. */
export function newInstance(b: Builder, shape: Shape): Node {
  return make(b, { kind: 'instance', shape, fields: new Map() });
}

export function newTuple(b: Builder, items: readonly Node[]): Node {
  const node = make(b, { kind: 'tuple', shape: TUPLE_SHAPE, fields: new Map(items.entries()) });
  // They never change, wherever the tuple gets to.
  node.inputs = items.slice();
  return node;
}

/** A list as it is displayed, which may still grow. */
export function newList(b: Builder, items: readonly Node[]): Node {
  return make(b, { kind: 'list', shape: LIST_SHAPE, fields: new Map(items.entries()) });
}

/** What is in a list that has not been made; null for any other node. */
export function itemsOfList(b: Builder, node: Node): readonly Node[] | null {
  const virtual = virtualOf(b, node);
  return virtual?.kind === 'list' ? Array.from(virtual.fields.values()) : null;
}

/** Adds items to a list that has not been made; false if there are too many, or if it has been. */
export function growList(b: Builder, node: Node, items: readonly Node[]): boolean {
  const before = itemsOfList(b, node);
  if (before === null || before.length + items.length > MAX_ITEMS) return false;
  const fields = new Map([...before, ...items].entries());
  setVirtual(b.environment, original(node), { kind: 'list', shape: LIST_SHAPE, fields });
  b.currentState = null;
  return true;
}

const LOOP_TUPLE = 'loop_tuple';

/** A tuple that has not been made, for the iterator that alone goes over it: it is made where that is. */
export function tupleForIterator(b: Builder, tuple: Node): Node {
  const virtual = virtualOf(b, tuple);
  if (virtual?.kind !== 'tuple') return tuple;
  const items = Array.from(virtual.fields.values());
  const texts = items.map((node, index) => (node.isRaw ? `new Float($${index})` : `$${index}`));
  return b.pure(LOOP_TUPLE, newTupleText(texts), items, TUPLE);
}

/** The items of a tuple that was made in the unit. */
export function itemsOf(node: Node): readonly Node[] | null {
  const made = original(node);
  if (made instanceof Phi) {
    const { unmade, isComplete } = made;
    return isComplete && unmade!.kind === 'tuple' ? Array.from(unmade!.fields.values()) : null;
  }
  return (made.op === 'tuple' && made.template === '') || made.op === LOOP_TUPLE ? made.inputs : null;
}

/** Stores into a field of an object that has not been made; `shape` is what it has then. */
export function writeField(b: Builder, node: Node, place: number, value: Node, shape: Shape): void {
  const { kind, fields } = virtualOf(b, node)!;
  setVirtual(b.environment, original(node), { kind, shape, fields: new Map(fields).set(place, value) });
  b.currentState = null;
}

/** Gives an object that has not been made the shape that has one attribute less. */
export function dropField(b: Builder, node: Node, next: Shape): void {
  const { kind, shape, fields } = virtualOf(b, node)!;
  const left = new Map<number, Node>();
  for (const [place, value] of fields) if (place < shape.type.firstPlace) left.set(place, value);
  for (const [name, place] of next.places) {
    const value = fields.get(shape.places.get(name)!);
    if (value !== undefined) left.set(place, value);
  }
  setVirtual(b.environment, original(node), { kind, shape: next, fields: left });
  b.currentState = null;
}

// ── Making them ──────────────────────────────────────────────────────────────────────────────────────────────────

/** More than ways out use the value: if it is a phi, it cannot be left unmade any more where it has not been so far. */
export function noteUsed(node: Node): void {
  const target = original(node);
  if (target instanceof Phi) target.isUsed = true;
}

/** Somebody else sees the value: it is made, if it is an object that has not been made. */
export function escape(b: Builder, node: Node): void {
  noteUsed(node);
  const target = original(node);
  if (target instanceof Phi && target.unmade !== null) {
    makeLate(b, target, target.unmade);
    return;
  }
  const virtual = virtualOf(b, node);
  if (virtual === undefined) return;
  const object = original(node);
  // It may hold itself.
  setVirtual(b.environment, object, null);
  if (virtual.kind === 'tuple') makeTuple(b, object, virtual);
  else if (virtual.kind === 'list') makeList(b, object, virtual);
  else makeInstance(b, object, virtual);
  b.currentState = null;
}

/** Makes the object that a phi may stand for: it is one from then on. */
function makeLate(b: Builder, phi: Phi, { kind, shape, fields }: Virtual): void {
  const values = Array.from(fields.values());
  const texts = values.map((value, index) => (value.isRaw ? `new Float($${index + 3})` : `$${index + 3}`));
  const inputs = [phi, b.object(UNMADE), b.object(shape), ...values];
  const stores = Array.from(fields.keys(), (place, index) => storeText(place, values[index], index + 3));
  const instance = `new Instance($2); ${stores.join(' ')}`;
  const made: Readonly<Record<VirtualKind, () => string>> = {
    float: () => texts[0],
    tuple: () => newTupleText(texts),
    list: () => newListText(texts, values),
    instance: () => instance,
  };
  b.put(new Node('make_late', `if ($0 === $1) { $0 = ${made[kind]()}; }`, inputs, WRITE, UNBOUND));
}

/** The text of a list of these items. */
export function newListText(texts: readonly string[], items: readonly Node[]): string {
  if (items.length === 0 || !items.every(({ kinds }) => isWithin(kinds, INT))) return `List.of([${texts.join(', ')}])`;
  return `List.ofInts(${texts[0]}, [${['null', ...texts.slice(1)].join(', ')}])`;
}

/** Stores the first value into a place of an object of the shape. */
function storeText(place: number, { isRaw }: Node, input: number): string {
  if (isDoublePlace(place)) return `initDouble($0, $2, ${place}, $${input}${isRaw ? '' : '.value'});`;
  return `writePlace($0, ${place}, ${isRaw ? `new Float($${input})` : `$${input}`});`;
}

function makeTuple(b: Builder, object: Node, { fields }: Virtual): void {
  const items = Array.from(fields.values());
  const texts = items.map((node, index) => (node.isRaw ? `new Float($${index})` : `$${index}`));
  b.write('new_tuple', newTupleText(texts), items).defines = object;
}

function makeList(b: Builder, object: Node, { fields }: Virtual): void {
  const items = Array.from(fields.values());
  const texts = items.map((node, index) => (node.isRaw ? `new Float($${index})` : `$${index}`));
  b.write('new_list', newListText(texts, items), items).defines = object;
}

function makeInstance(b: Builder, object: Node, { shape, fields }: Virtual): void {
  b.write('new_instance', 'new Instance($0)', [b.object(shape)]).defines = object;
  b.environment.shapes.set(object, shape);
  const rest: Node[] = [];
  const unset = b.constant(undefined);
  const doubles = shape.doubleCount === 0 ? null : makeDoubles(b, shape);
  const store = (place: number, value: Node): void => {
    if (place < INLINE_SLOTS) b.write('init', `$0.s${place} = $1`, [object, value]);
    else {
      while (rest.length < place - INLINE_SLOTS) rest.push(unset);
      rest[place - INLINE_SLOTS] = value;
    }
  };
  for (const [place, value] of fields) {
    if (place === FIRST_DOUBLE) store(shape.doublesPlace, doubles!);
    if (!isDoublePlace(place)) store(place, b.boxed(value));
    else b.write('init', `$0[${place - FIRST_DOUBLE}] = $1`, [doubles!, b.raw(value)]);
    b.environment.setField(object, place, value);
  }
  if (rest.length === 0) return;
  const texts = rest.map((_value, index) => `$${index + 1}`);
  b.write('init', `$0.rest = [${texts.join(', ')}]`, [object, ...rest]);
}

/** A literal of doubles: V8 makes an array of its sort for doubles of it at once, in the unit. */
function makeDoubles(b: Builder, { type }: Shape): Node {
  const literal = `[${new Array(type.doubleCount).fill('0.1').join(', ')}]`;
  return b.write('doubles', literal, [], ANY);
}

// ── Loops ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A loop goes on with objects that have been made: those that nobody has a hold of any more never are. */
export function escapeBeforeLoop(b: Builder): void {
  for (const node of reachable(b, [b.environment], [])) escape(b, node);
  b.environment.virtuals = new Map();
}

// ── Ways that meet ───────────────────────────────────────────────────────────────────────────────────────────────

/** A way to a place where several meet, and where to put what is done at its end. */
export interface Way {
  readonly environment: Environment;
  end(): Block;
}

function atEnd(b: Builder, way: Way, action: () => void): void {
  const { block, environment, currentState } = b;
  b.block = way.end();
  b.environment = way.environment;
  b.currentState = null;
  action();
  b.block = block;
  b.environment = environment;
  b.currentState = currentState;
}

/**
 * Makes sure that what several ways know of an object is the same: whether it has been made, and what its fields hold. `rows`: the values
 * that go on, by way; different objects that are alike become one there. `kept`: what has a hold of objects besides the contexts of
 * `environment`. `isNeeded`: whether more than frames want the value of a row. Gives the objects that have still not been made.
 */
export function settleVirtuals(
  b: Builder,
  ways: readonly Way[],
  rows: readonly (Node | null)[][],
  kept: readonly Node[],
  isNeeded: (row: number) => boolean,
): Map<Node, Virtual> {
  const roots: Node[] = [...kept];
  rows.forEach((nodes, row) => {
    if (nodes.includes(null)) return;
    if (!areSame(nodes)) unite(b, ways, nodes as Node[], rows, kept);
    const isLeft = isNeeded(row)
      ? !areSame(nodes) && areTuples(ways, nodes as Node[])
      : !isMadeAlike(ways, nodes as Node[]);
    if (isLeft) leaveUnmade(b, ways, nodes as Node[], rows, kept);
    if (areSame(nodes)) roots.push(nodes[0]!);
    else nodes.forEach((node, index) => escapeIn(b, ways[index], node!));
  });
  const nodes = reachable(
    b,
    ways.map(({ environment }) => environment),
    roots,
  );
  while (levelOut(b, ways, nodes));
  const settled = new Map<Node, Virtual>();
  for (const node of nodes) {
    const records = ways.map(({ environment }) => environment.virtuals.get(node));
    if (records.includes(undefined)) continue;
    const virtual = joined(b, records as Virtual[]);
    settled.set(node, virtual);
    if (virtual.kind === 'tuple' && node.inputs.length === 0) node.inputs = Array.from(virtual.fields.values());
  }
  return settled;
}

/** One object in place of several that are alike, if nobody has a hold of any of these but what gets the one. */
function unite(
  b: Builder,
  ways: readonly Way[],
  nodes: Node[],
  rows: readonly (readonly (Node | null)[])[],
  kept: readonly Node[],
): void {
  const records = ways.map(({ environment }, index) => environment.virtuals.get(original(nodes[index])));
  const [first] = records;
  if (first === undefined || !records.every((record) => record !== undefined && isAlike(first, record))) return;
  const held = [...kept, ...heldBy(b, b.environment)];
  if (!nodes.every((node, index) => isFree(ways[index], index, node, nodes, rows, held))) return;
  const one = new Node(first.kind, '', [], PURE, KINDS[first.kind]);
  one.block = b.block;
  ways.forEach(({ environment }, index) => {
    setVirtual(environment, original(nodes[index]), null);
    setVirtual(environment, one, records[index]!);
  });
  nodes.fill(one);
}

/** Whether the items of all are known. */
function areTuples(ways: readonly Way[], nodes: readonly Node[]): boolean {
  return nodes.every(
    (node, index) => unmadeIn(ways[index].environment, node)?.kind === 'tuple' || isConstantTuple(node),
  );
}

function isConstantTuple({ isConstant, constant }: Node): boolean {
  return isConstant && constant instanceof PyTuple && constant.shape === TUPLE_SHAPE && constant.length <= MAX_ITEMS;
}

/** The object that a value is on a way, or may be, if it has not been made there. */
function unmadeIn({ virtuals }: Environment, node: Node): Virtual | undefined {
  const target = original(node);
  return target instanceof Phi ? (target.unmade ?? undefined) : virtuals.get(target);
}

/** Whether the values are the same, made or not made on all ways. */
function isMadeAlike(ways: readonly Way[], nodes: readonly Node[]): boolean {
  const target = original(nodes[0]);
  const count = ways.filter(({ environment }) => environment.virtuals.has(target)).length;
  return areSame(nodes) && (count === 0 || count === ways.length);
}

/** Whether nobody has a hold of the object of one way but the row. */
function isFree(
  { environment }: Way,
  index: number,
  node: Node,
  own: readonly (Node | null)[],
  rows: readonly (readonly (Node | null)[])[],
  held: readonly Node[],
): boolean {
  const isElsewhere = rows.some((row) => row !== own && row.length > 1 && holds(row[index], node));
  return !isElsewhere && !held.some((other) => holds(other, node)) && !isInField(environment, node);
}

function holds(other: Node | null, node: Node): boolean {
  return other !== null && original(other) === original(node);
}

function isInField({ virtuals }: Environment, node: Node): boolean {
  for (const { fields } of virtuals.values()) for (const value of fields.values()) if (holds(value, node)) return true;
  return false;
}

// ── Values that only frames want ─────────────────────────────────────────────────────────────────────────────────

/**
 * A variable that is not read again keeps its value only for those who look at the frame. Where it is an object that has not been made on
 * some of the ways that meet, it is a phi that is UNMADE there: a way out makes the object from the phis of its fields.
 */
function leaveUnmade(
  b: Builder,
  ways: readonly Way[],
  nodes: Node[],
  rows: readonly (readonly (Node | null)[])[],
  kept: readonly Node[],
): void {
  const held = [...kept, ...heldBy(b, b.environment)];
  const records = nodes.map((node, index) => {
    if (isConstantTuple(node)) return recordOf(b, node);
    const record = unmadeIn(ways[index].environment, node);
    return record !== undefined && isFree(ways[index], index, node, nodes, rows, held) ? record : undefined;
  });
  const first = records.find((record, index) => record !== undefined && !nodes[index].isConstant);
  if (first === undefined) return;
  const left = records.map((record) => (record !== undefined && isAlike(first, record) ? record : null));
  const phi = new Phi(areTuples(ways, nodes) ? TUPLE : ANY);
  phi.isComplete = left.every((record, index) => record !== null && isCompleteIn(nodes[index]));
  phi.unmade = fieldPhis(
    b.block,
    first,
    left.filter((record) => record !== null),
  );
  phi.block = b.block;
  b.block.phis.push(phi);
  nodes.forEach((node, index) => {
    const record = left[index];
    if (record !== null) for (const value of record.fields.values()) escapeIn(b, ways[index], value);
    else escapeIn(b, ways[index], node);
    phi.inputs.push(record === null ? node : inputOf(b, node));
    noteUsed(node);
    addFields(b, phi.unmade!, record);
  });
  if (phi.isComplete) for (const field of phi.unmade.fields.values()) knowInputs(field as Phi);
  nodes.fill(phi);
}

function knowInputs(phi: Phi): void {
  phi.kinds = phi.inputs.reduce((kinds, input) => kinds | input.kinds, 0);
  phi.low = Math.min(...phi.inputs.map(({ low }) => low));
  phi.high = Math.max(...phi.inputs.map(({ high }) => high));
}

/** The items of a constant. */
function recordOf(b: Builder, { constant }: Node): Virtual {
  const items = (constant as unknown as PyTuple).items.map((item) => b.constant(item));
  return { kind: 'tuple', shape: TUPLE_SHAPE, fields: new Map(items.entries()) };
}

/** What the variable of an object that stays unmade is. */
function inputOf(b: Builder, node: Node): Node {
  return node.isConstant || original(node) instanceof Phi ? node : b.constant(UNMADE as unknown as Value);
}

function isCompleteIn(node: Node): boolean {
  const target = original(node);
  return !(target instanceof Phi) || target.isComplete;
}

/** Phis for the fields of objects; doubles if they are floats in all the records. */
function fieldPhis(block: Block, { kind, shape, fields }: Virtual, records: readonly Virtual[]): Virtual {
  const phis = new Map<number, Node>();
  for (const place of fields.keys()) {
    const phi = new Phi(ANY);
    phi.isRaw = records.every((record) => record.fields.get(place)!.kinds === FLOAT);
    if (phi.isRaw) phi.kinds = FLOAT;
    phi.block = block;
    block.phis.push(phi);
    phis.set(place, phi);
  }
  return { kind, shape, fields: phis };
}

/** Whether the fields can be in the phis. */
function fits(unmade: Virtual, record: Virtual): boolean {
  for (const [place, phi] of unmade.fields) if (phi.isRaw && record.fields.get(place)!.kinds !== FLOAT) return false;
  return true;
}

/** What the fields are on one more way; null where there is no such object. */
function addFields(b: Builder, unmade: Virtual, record: Virtual | null): void {
  for (const [place, phi] of unmade.fields) {
    const value = record === null ? b.constant(phi.isRaw ? (ZERO as Value) : null) : record.fields.get(place)!;
    phi.inputs.push(value);
    noteUsed(value);
  }
}

const ZERO = new PyFloat(0);

/** Leaves an object unmade that a loop variable is at a jump back, and that is not read before it is set again; false where that cannot be. */
export function canStayUnmade(b: Builder, phi: Phi, node: Node): boolean {
  const virtual = unmadeIn(b.environment, node) ?? unboxed(node);
  if (virtual === undefined || phi.kinds !== ANY) return false;
  if (phi.unmade === null ? phi.isUsed : !isAlike(phi.unmade, virtual) || !fits(phi.unmade, virtual)) return false;
  // Nobody can tell one float from an equal one.
  if (virtual.kind === 'float') return true;
  const holders = heldBy(b, b.environment).filter((other) => holds(other, node));
  return holders.length === 1 && !isInField(b.environment, node);
}

/** A double as a float that has not been made. */
function unboxed(node: Node): Virtual | undefined {
  return node.isRaw ? { kind: 'float', shape: ZERO.shape, fields: new Map([[0, node]]) } : undefined;
}

/** The fields of an object that stays unmade are made, for the jump back. */
export function unmadeAt(b: Builder, node: Node): { readonly record: Virtual; readonly input: Node } {
  const known = unmadeIn(b.environment, node);
  const record = known ?? unboxed(node)!;
  for (const value of record.fields.values()) escape(b, value);
  return { record, input: known === undefined ? b.constant(UNMADE as unknown as Value) : inputOf(b, node) };
}

/** A loop variable that is a float on the way back, and has a double of its own for that; it may be another such one when the loop is entered. */
export function unmadeFloatPhi(b: Builder, node: Node): Phi {
  const phi = new Phi(ANY);
  phi.block = b.block;
  const double = new Phi(FLOAT);
  double.isRaw = true;
  double.block = b.block;
  phi.unmade = { kind: 'float', shape: ZERO.shape, fields: new Map([[0, double]]) };
  const record = unmadeIn(b.environment, node);
  phi.inputs.push(record === undefined ? node : inputOf(b, node));
  b.block.phis.push(phi, double);
  addFields(b, phi.unmade, record ?? null);
  return phi;
}

/** What a loop variable is on one more way back: UNMADE, with fields, or a value that has been made (null). */
export function comeBackUnmade(b: Builder, header: Block, phi: Phi, record: Virtual | null): void {
  if (phi.unmade === null) {
    if (record === null) return;
    phi.unmade = fieldPhis(header, record, [record]);
    for (let count = header.edges.length; count > 0; count--) addFields(b, phi.unmade, null);
  }
  addFields(b, phi.unmade, record);
}

// ── Ways that meet, one by one ───────────────────────────────────────────────────────────────────────────────────

function escapeIn(b: Builder, way: Way, node: Node): void {
  const target = original(node);
  const isUnmade = target instanceof Phi && target.unmade !== null;
  if (isUnmade || way.environment.virtuals.has(target)) atEnd(b, way, () => escape(b, node));
}

/** Makes objects on ways where they have not been made, if they have been on others; whether there were any. */
function levelOut(b: Builder, ways: readonly Way[], nodes: ReadonlySet<Node>): boolean {
  for (const node of nodes) {
    const records = ways.map(({ environment }) => environment.virtuals.get(node));
    const [first] = records;
    if (records.every((record) => record === first)) continue;
    const areAlike = first !== undefined && records.every((record) => record !== undefined && isAlike(first, record));
    if (!areAlike) {
      for (const way of ways) escapeIn(b, way, node);
      return true;
    }
    for (const place of first.fields.keys()) {
      const values = records.map((record) => record!.fields.get(place)!);
      if (areSame(values)) continue;
      const differing = ways.filter(({ environment }, index) => environment.virtuals.has(original(values[index])));
      if (differing.length === 0) continue;
      differing.forEach((way) => escapeIn(b, way, records[ways.indexOf(way)]!.fields.get(place)!));
      return true;
    }
  }
  return false;
}

function isAlike(one: Virtual, other: Virtual): boolean {
  if (one.shape !== other.shape || one.fields.size !== other.fields.size) return false;
  for (const place of one.fields.keys()) if (!other.fields.has(place)) return false;
  return true;
}

function joined(b: Builder, records: readonly Virtual[]): Virtual {
  const [first] = records;
  if (records.every((record) => record === first)) return first;
  const fields = new Map<number, Node>();
  for (const place of first.fields.keys())
    fields.set(place, b.join(records.map((record) => record.fields.get(place)!))!);
  return { kind: first.kind, shape: first.shape, fields };
}

// ── Who has a hold of them ───────────────────────────────────────────────────────────────────────────────────────

/** Objects that have not been made on one of the ways, and that the values or the contexts of the ways, which are the same, lead to. */
function reachable(b: Builder, environments: readonly Environment[], values: readonly Node[]): Set<Node> {
  const found = new Set<Node>();
  const pending = [...values, ...heldBy(b, b.environment)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const object = original(node);
    if (found.has(object)) continue;
    for (const { virtuals } of environments) {
      const virtual = virtuals.get(object);
      if (virtual === undefined) continue;
      found.add(object);
      pending.push(...virtual.fields.values());
    }
  }
  return found;
}

/** What frames of the environment and those around it hold at the instruction. */
function heldBy(b: Builder, innermost: Environment): Node[] {
  const held: Node[] = [];
  let { pc } = b;
  for (let environment: Environment | null = innermost; environment !== null; environment = environment.parent) {
    const { registers, context } = environment;
    const { flow, callPc } = context;
    const [before, behind] = [flow.liveBefore(pc), flow.liveBehind(pc)];
    registers.forEach((node, register) => {
      if (node !== null && (flow.isKept(register) || before.has(register) || behind.has(register))) held.push(node);
    });
    held.push(...context.held);
    pc = callPc;
  }
  return held;
}

/** What a unit that is left at the state has to make. */
export function virtualIn(state: FrameState, node: Node): Virtual | undefined {
  return state.virtuals.size === 0 ? undefined : state.virtuals.get(original(node));
}
