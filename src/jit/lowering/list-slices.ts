/**
 * Slices of lists that are not made, because only the next store of a slice, concatenation or unpacking reads them:
 * `items[:n] = items[n - 1::-1]`, `items[:i] + items[i + 1:]`, `a, b = items[i:i + 2]`. The operation takes the items from the list itself; a unit that is left
 * before makes the slice. The list stays as it is until then: between the two are only instructions that load and compute bounds.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { readsOf } from '../bytecode-flow.ts';
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { itemOfList, lengthOfSequence } from './sequences.ts';

const FORWARD = 'list_slice';
const BACKWARD = 'list_reversed';

/** The slice of a list by the step 1 or -1; null where it has to be made. */
export function pendingSlice(b: Builder, list: Node, start: Node, stop: Node, isReversed: boolean): Node | null {
  if (!isReadNext(b, b.words[b.pc + 1])) return null;
  const [op, take] = isReversed ? [BACKWARD, 'takeReversed'] : [FORWARD, 'takeSlice'];
  return b.pure(op, `${take}($0, $1, $2)`, [list, start, stop], kinds.LIST);
}

/** Whether the temporary register is read by the next of these operations, and by nothing else. */
function isReadNext(b: Builder, register: number): boolean {
  const { words, context } = b;
  const { flow } = context;
  const block = flow.blocks.find(({ start, end }) => start <= b.pc && b.pc < end);
  if (block === undefined || flow.isKept(register)) return false;
  for (let pc = b.pc + instructionLength(words, b.pc); pc < block.end; pc += instructionLength(words, pc)) {
    if (readsOf(words, pc).includes(register))
      return takesSlices(words, pc, register) && !flow.liveBehind(pc).has(register);
    if (!changesNothing(b, pc)) return false;
  }
  return false;
}

function takesSlices(words: Int32Array, pc: number, register: number): boolean {
  if (words[pc] === Op.Add) return words[pc + 2] !== words[pc + 3];
  if (words[pc] === Op.UnpackSequence) return true;
  return words[pc] === Op.StoreSlice && words[pc + 4] === register && words[pc + 1] !== register;
}

const LOADS: ReadonlySet<number> = new Set([Op.Move, Op.LoadConst, Op.LoadInt, Op.LoadNone, Op.BuildSlice, Op.Nop]);
const OF_INTS: ReadonlySet<number> = new Set([Op.Add, Op.Subtract, Op.AddInt, Op.SubtractInt]);
/** Sequences whose slices are taken without running Python code. */
const SLICED = kinds.LIST | kinds.TUPLE | kinds.STR;

/** Whether the instruction changes no list, nor runs Python code: the unit is left where its operands are others than so far. */
function changesNothing(b: Builder, pc: number): boolean {
  const opcode = b.words[pc];
  if (LOADS.has(opcode)) return true;
  const site = b.context.profile.sites[pc];
  if (site === undefined || site === null || site.isGeneric || site.masks.some((mask) => mask === 0)) return false;
  if (OF_INTS.has(opcode)) return site.masks.every((mask) => isWithin(mask, kinds.INT));
  const isSlice =
    opcode === Op.LoadSlice && site.masks.slice(1).every((mask) => isWithin(mask, kinds.INT | kinds.NONE));
  return isSlice && isWithin(site.masks[0], SLICED);
}

/** Where the items of a slice that has not been made are to be found. */
function sourceOf(node: Node): { readonly isReversed: boolean; readonly inputs: readonly Node[] } | null {
  const { op, inputs } = original(node);
  return op === FORWARD || op === BACKWARD ? { isReversed: op === BACKWARD, inputs } : null;
}

/** `list[start:stop] = items`. */
export function assignSlice(b: Builder, list: Node, start: Node, stop: Node, items: Node): void {
  const source = sourceOf(items);
  if (source === null) b.quiet('store_slice', 'assignSlice($0, $1, $2, $3)', [list, start, stop, items]);
  else {
    const assign = source.isReversed ? 'assignReversed' : 'assignFrom';
    b.quiet('store_slice', `${assign}($0, $1, $2, $3, $4, $5)`, [list, start, stop, ...source.inputs]);
  }
}

/** `left + right`, if one of them is a slice that has not been made. */
export function concatSlices(b: Builder, left: Node, right: Node): Node | null {
  const sources = [sourceOf(left), sourceOf(right)];
  if (sources.every((source) => source === null) || sources.some((source) => source?.isReversed)) return null;
  const none = b.constant(null);
  const [first, second] = [left, right].map((node, index) => sources[index]?.inputs ?? [node, none, none]);
  return b.quiet('concat', 'concatSlices($0, $1, $2, $3, $4, $5)', [...first, ...second], kinds.LIST);
}

/** The items of a slice that has not been made, which has so many; null if it is something else. */
export function itemsOfSlice(b: Builder, node: Node, count: number, seen: number): Node[] | null {
  const source = sourceOf(node);
  if (source === null || source.isReversed) return null;
  const [list, start, stop] = source.inputs;
  // Whether a bound is None must be known.
  if (![start, stop].every((bound) => bound.isConstant || isWithin(bound.kinds, kinds.INT))) return null;
  const length = lengthOfSequence(b, list);
  const from = clamped(b, start, length, b.constant(0));
  const to = clamped(b, stop, length, length);
  b.guard(`$1 - $0 === ${count}`, [from, to], 'length of a slice');
  return Array.from({ length: count }, (_item, index) => {
    const at = index === 0 ? from : b.int('index', `$0 + ${index}`, [from], 0, 2 ** 32);
    return itemOfList(b, list, at, seen);
  });
}

/** A bound of a slice as an index from the beginning. */
function clamped(b: Builder, bound: Node, length: Node, otherwise: Node): Node {
  if (bound.isConstant && bound.constant === null) return otherwise;
  if (bound.low >= 0) return b.int('bound', 'Math.min($0, $1)', [bound, length], 0, 2 ** 32);
  return b.int('bound', '$0 < 0 ? Math.max($0 + $1, 0) : Math.min($0, $1)', [bound, length], 0, 2 ** 32);
}
