/** Loops that take the pairs of `enumerate`, `zip` and `dict.items()` apart at once: `for key, value in d.items()`. No tuple is made for them. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { RAISED as LOOKUP_RAISED } from '../../objspace/types/dict/dict.ts';
import { advance, type DictIterator, PyDictItemIterator } from '../../objspace/types/dict/iterators.ts';
import { enumerateType, PyEnumerate } from '../../objspace/types/enumerate.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { PyZip, zipType } from '../../objspace/types/zip.ts';
import { RAISED } from '../outcomes.ts';

export const ENUMERATE_SHAPE = enumerateType.instanceShape;
export const ZIP_SHAPE = zipType.instanceShape;

/** Words of a ForIter, and of an UnpackSequence with two targets. */
const FOR_ITER_LENGTH = 5;
const UNPACK_LENGTH = 6;

/** No place for an instruction that follows: the iterator is none of these. */
export const NO_PAIR = 0;

/** Whether the ForIter at `pc` is followed by the instruction that takes its item apart in two. */
export function isTakenApart(words: Int32Array, pc: number): boolean {
  const unpack = pc + FOR_ITER_LENGTH;
  return words[unpack] === Op.UnpackSequence && words[unpack + 3] === 2 && words[unpack + 1] === words[pc + 1];
}

/** Executes both instructions. */
export function nextPair(registers: Value[], words: Int32Array, pc: number, iterator: Value): number {
  if (iterator instanceof PyDictItemIterator)
    return nextEntry(registers, words, pc, iterator as unknown as DictIterator);
  if (iterator instanceof PyEnumerate && iterator.shape === ENUMERATE_SHAPE) {
    const item = nextOf(iterator.iterator);
    if (item === undefined) return words[pc + 3];
    if (item === EXIT) return RAISED;
    return store(registers, words, pc, iterator.count(), item as Value);
  }
  if (iterator instanceof PyZip && iterator.shape === ZIP_SHAPE && iterator.isOfTwo()) {
    const first = nextOf(iterator.iterators[0]);
    if (first === undefined) return words[pc + 3];
    if (first === EXIT) return RAISED;
    const second = nextOf(iterator.iterators[1]);
    if (second === undefined) return words[pc + 3];
    if (second === EXIT) return RAISED;
    return store(registers, words, pc, first as Value, second as Value);
  }
  return NO_PAIR;
}

function nextEntry(registers: Value[], words: Int32Array, pc: number, iterator: DictIterator): number {
  const { dict } = iterator;
  const position = advance(iterator);
  if (position < 0) return position === LOOKUP_RAISED ? RAISED : words[pc + 3];
  return store(registers, words, pc, dict!.keys[position] as Value, dict!.values[position] as Value);
}

function store(registers: Value[], words: Int32Array, pc: number, first: Value, second: Value): number {
  const targets = pc + FOR_ITER_LENGTH + 4;
  registers[words[targets]] = first;
  registers[words[targets + 1]] = second;
  return pc + FOR_ITER_LENGTH + UNPACK_LENGTH;
}
