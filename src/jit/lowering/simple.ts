/** Moves, constants, variables of inner functions, displays, identity. */
import { listForCall } from './call-containers.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { emptyTuple } from '../../objspace/types/tuple.ts';
import { newTupleText } from '../tuples.ts';
import { growList, itemsOfList, MAX_ITEMS, newList, newListText, newTuple } from '../virtuals.ts';
import { spreadItems } from './spread-items.ts';
import { SIMPLE } from '../quiet.ts';

export function checkBound(b: Builder): void {
  const node = b.get(b.words[b.pc + 1]);
  if ((node.kinds & kinds.UNBOUND) === 0) return;
  if (node.kinds === kinds.UNBOUND) {
    b.leave('unbound variable');
    return;
  }
  b.guard('$0 !== undefined', [node], 'bound variable');
  b.refine(node, kinds.BOUND);
}

// ── Cells ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function makeCell(b: Builder): void {
  const register = b.words[b.pc + 1];
  b.set(register, b.write('new', 'new Cell($0)', [b.boxed(b.get(register))], kinds.CELL));
}

function contents(b: Builder, cell: Node): Node {
  const value = b.read('contents', '$0.contents', [cell], kinds.BOUND | kinds.UNBOUND);
  b.guard('$0 !== undefined', [value], 'bound cell');
  return b.refine(value, kinds.BOUND);
}

export function loadCell(b: Builder): void {
  b.set(b.words[b.pc + 1], contents(b, b.get(b.words[b.pc + 2])));
}

export function storeCell(b: Builder): void {
  b.write('store_cell', '$0.contents = $1', [b.get(b.words[b.pc + 1]), b.boxed(b.get(b.words[b.pc + 2]))]);
}

/** The cell of a free variable: known where the function is. */
function freeCell(b: Builder, index: number): Node {
  const { fn, callee } = b.context;
  if (callee?.isConstant === true) return b.object(fn!.closure[index]);
  // Of a function that was made here, the cells are known; where it is of a code with fewer than the one that the site has met, nobody gets here.
  const made = callee !== null && original(callee).op === 'function' ? original(callee).inputs[index + 2] : undefined;
  if (made !== undefined) return made;
  if (callee !== null) return b.pure('free', `$0.closure[${index}]`, [callee], kinds.CELL);
  return b.pure('free', `fn.closure[${index}]`, [], kinds.CELL);
}

export function loadFree(b: Builder): void {
  b.set(b.words[b.pc + 1], contents(b, freeCell(b, b.words[b.pc + 2])));
}

export function storeFree(b: Builder): void {
  b.write('store_cell', '$0.contents = $1', [freeCell(b, b.words[b.pc + 1]), b.boxed(b.get(b.words[b.pc + 2]))]);
}

export function loadFreeCell(b: Builder): void {
  b.set(b.words[b.pc + 1], freeCell(b, b.words[b.pc + 2]));
}

// ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────────

function operands(b: Builder, list: number): Node[] {
  return Array.from({ length: b.words[list] }, (_item, index) => b.get(b.words[list + 1 + index]));
}

export function buildTuple(b: Builder): void {
  b.set(b.words[b.pc + 1], tupleOf(b, operands(b, b.pc + 2)));
}

export function tupleOf(b: Builder, items: readonly Node[]): Node {
  if (items.length === 0) return b.constant(emptyTuple);
  if (items.length <= MAX_ITEMS) return newTuple(b, items);
  const texts = items.map((node, index) => (node.isRaw ? `new Float($${index})` : `$${index}`));
  return b.pure('tuple', newTupleText(texts), items.slice(), kinds.TUPLE);
}

export function buildList(b: Builder): void {
  const items = operands(b, b.pc + 2);
  if (items.length <= MAX_ITEMS) {
    b.set(b.words[b.pc + 1], newList(b, items));
    return;
  }
  const texts = items.map((node, index) => (node.isRaw ? `new Float($${index})` : `$${index}`));
  b.set(b.words[b.pc + 1], b.write('list', newListText(texts, items), items, kinds.LIST));
}

function rebuild(b: Builder): void {
  b.residual();
  b.reload(b.words[b.pc + 1]);
}

export function listAppend(b: Builder): void {
  const list = b.get(b.words[b.pc + 1]);
  if (growList(b, list, [b.get(b.words[b.pc + 2])])) return;
  b.guard('$0.storage.length < MAX_GROWN', [list], 'room');
  b.write('append', '$0.append($1)', [list, b.boxed(b.get(b.words[b.pc + 2]))]);
}

/** A function object, which is not made where only the compiler needs it. */
export function makeFunction(b: Builder): void {
  const { words, pc } = b;
  const cells = operands(b, pc + 3);
  const list = cells.map((_cell, index) => `$${index + 2}`).join(', ');
  const inputs = [b.object(b.namespaces), b.constant(b.context.runtime.constants[words[pc + 2]]), ...cells];
  b.set(words[pc + 1], b.pure('function', `makeFunction($0, $1, [${list}])`, inputs, kinds.FUNCTION));
}

export function setFunctionPart(b: Builder): void {
  const { words, pc } = b;
  const inputs = [b.get(words[pc + 1]), b.boxed(b.get(words[pc + 3]))];
  b.write('set_part', `setFunctionPart($0, ${words[pc + 2]}, $1)`, inputs);
}

/** What an f-string shows of a value without a format. */
export function formatValue(b: Builder): void {
  const node = b.get(b.words[b.pc + 2]);
  const seen = b.site().masks[0];
  const mask = isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen;
  if (mask === kinds.STR) {
    const text = b.expect(node, kinds.STR);
    if (text !== null) {
      b.set(b.words[b.pc + 1], text);
      return;
    }
  } else if (isWithin(mask, kinds.INT)) {
    const int = b.expect(node, kinds.INT);
    if (int !== null) {
      b.set(b.words[b.pc + 1], b.pure('text', '`${$0}`', [int], kinds.STR));
      return;
    }
  }
  const simple = simpleOperand(b);
  if (simple === null) {
    rebuild(b);
    return;
  }
  b.set(b.words[b.pc + 1], b.quiet('format', "formatted($0, '')", [b.boxed(simple)]));
}

/** Values that are formatted and shown without running Python code. */
function simpleOperand(b: Builder): Node | null {
  const node = b.get(b.words[b.pc + 2]);
  if (isWithin(node.kinds, SIMPLE)) return node;
  const seen = b.site().masks[0];
  if (!isWithin(seen, SIMPLE)) return null;
  const wanted = isWithin(seen, kinds.INT) ? kinds.INT : seen;
  return wanted === kinds.INT || (seen & (seen - 1)) === 0 ? b.expect(node, wanted) : null;
}

export function formatWithSpec(b: Builder): void {
  const node = simpleOperand(b);
  const spec = b.get(b.words[b.pc + 3]);
  if (node === null || spec.kinds !== kinds.STR) {
    rebuild(b);
    return;
  }
  b.set(b.words[b.pc + 1], b.quiet('format', 'formatted($0, $1)', [b.boxed(node), spec]));
}

export function convertValue(b: Builder): void {
  const node = simpleOperand(b);
  if (node === null) {
    rebuild(b);
    return;
  }
  b.set(b.words[b.pc + 1], b.quiet('convert', `converted($0, ${b.words[b.pc + 3]})`, [b.boxed(node)]));
}

export function listExtend(b: Builder): void {
  const list = b.get(b.words[b.pc + 1]);
  const source = b.get(b.words[b.pc + 2]);
  const before = itemsOfList(b, list);
  const known = before === null ? undefined : spreadItems(b, source);
  if (known !== undefined && growList(b, list, known)) return;
  const seen = b.site().masks[1] & source.kinds;
  const wanted = isWithin(seen, kinds.LIST) ? kinds.LIST : seen === kinds.TUPLE ? kinds.TUPLE : 0;
  const items = wanted === 0 ? null : b.expect(source, wanted);
  if (items === null) {
    b.residual();
    return;
  }
  const begun = wanted === kinds.TUPLE ? itemsInFront(b, list) : null;
  if (begun !== null) {
    b.set(b.words[b.pc + 1], beginTuple(b, begun, items));
    return;
  }
  if (before === null) {
    b.quiet('extend', 'listExtend($0, $1)', [list, items]);
    return;
  }
  // Nothing but the register holds the list, which has not been made.
  const unmade = wanted === kinds.TUPLE ? listForCall(b, before, items) : undefined;
  if (unmade !== undefined) {
    b.set(b.words[b.pc + 1], unmade);
    return;
  }
  const inputs = [items, ...before.map((node) => b.boxed(node))];
  const text = before.map((_node, index) => `$${index + 1}`).join(', ');
  b.set(b.words[b.pc + 1], b.quiet('list', `listWith($0, [${text}])`, inputs, kinds.LIST));
}

/** So many items are put in front of a tuple without copying it. */
const MAX_IN_FRONT = 3;

/** What stands before `*others` in the display of a tuple that ends there; null where it is something else. */
function itemsInFront(b: Builder, list: Node): readonly Node[] | null {
  const { words, pc } = b;
  const next = pc + instructionLength(words, pc);
  const isWhole = words[next] === Op.ListToTuple && words[next + 2] === words[pc + 1];
  const items = isWhole ? itemsOfList(b, list) : null;
  return items === null || items.length === 0 || items.length > MAX_IN_FRONT ? null : items;
}

function beginTuple(b: Builder, items: readonly Node[], rest: Node): Node {
  const texts = items.map((_item, index) => `$${index + 1}`);
  const inputs = [rest, ...items.map((item) => b.boxed(item))];
  return b.quiet('tuple_of', `beginTuple([${texts.join(', ')}], $0)`, inputs, kinds.TUPLE);
}

export function listToTuple(b: Builder): void {
  const { words, pc } = b;
  const list = b.get(words[pc + 2]);
  if (list.kinds === kinds.TUPLE) {
    b.set(words[pc + 1], list);
    return;
  }
  const items = itemsOfList(b, list);
  const tuple = items === null ? b.write('tuple_of', 'listToTuple($0)', [list], kinds.TUPLE) : tupleOf(b, items);
  b.set(words[pc + 1], tuple);
}

export function buildString(b: Builder): void {
  const parts = operands(b, b.pc + 2);
  if (!parts.every((node) => node.kinds === kinds.STR)) {
    const list = parts.map((_part, index) => `$${index}`).join(', ');
    b.set(b.words[b.pc + 1], b.quiet('join', `joinParts([${list}])`, parts));
    return;
  }
  b.guard(parts.map((_part, index) => `$${index}.length`).join(' + ') + ' < 65536', parts, 'long text');
  b.set(b.words[b.pc + 1], b.pure('join', parts.map((_part, index) => `$${index}`).join(' + '), parts, kinds.STR));
}

// ── Identity ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function identity(b: Builder, isNegated: boolean): void {
  const [left, right] = [b.get(b.words[b.pc + 2]), b.get(b.words[b.pc + 3])];
  b.set(b.words[b.pc + 1], isNegated ? b.pure('not', '!$0', [same(b, left, right)], kinds.BOOL) : same(b, left, right));
}

function same(b: Builder, left: Node, right: Node): Node {
  // Floats are the same where their bits are.
  if ((left.kinds & right.kinds & kinds.FLOAT) === 0)
    return b.pure('is', '$0 === $1', [b.boxed(left), b.boxed(right)], kinds.BOOL);
  return b.pure('is', 'isSame($0, $1)', [b.boxed(left), b.boxed(right)], kinds.BOOL);
}
