/**
 * Loops over short tuples that are written out, as `for dx, dy in ((0, 1), (1, 0))` and `for root in (low, high)`. Each round is a copy of the loop's
 * blocks: there the item is known, what a round has computed need not be of the kind of the next one, and objects that have not been made stay so.
 * Behind the last round is a copy of the header, which leads to the loop as it is in the source if the iterator proves to be something else.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { copyOf, type FlowBlock, predecessorsOf } from './flow-block.ts';
import { innermostLoops } from './versions.ts';
import { TupleConstant } from '../bytecode/constants.ts';

const MOST_ROUNDS = 4;

/** Words of bytecode of all rounds. */
const MOST_WORDS = 160;

/** Puts copies in front of such loops; gives the blocks that are added. */
export function unroll(blocks: readonly FlowBlock[], entry: FlowBlock, code: Code): FlowBlock[] {
  const added: FlowBlock[] = [];
  if (!code.words.includes(Op.ForIter)) return added;
  const predecessors = predecessorsOf(blocks);
  for (const { header, loop } of innermostLoops(blocks, code.words, predecessors)) {
    const before = predecessors.get(header)!.filter((block) => !loop.has(block));
    if (header === entry || before.length !== 1 || loop.has(entry)) continue;
    const rounds = roundsOf(before[0], header, code);
    if (rounds > 0 && rounds <= MOST_ROUNDS && rounds * wordsOf(loop) <= MOST_WORDS)
      addRounds(before[0], header, loop, rounds, added);
  }
  return added;
}

/** The length of the tuple that the loop goes over; 0 if it is not written out in front of it. */
function roundsOf(before: FlowBlock, header: FlowBlock, { words, constants }: Code): number {
  const { last } = before;
  const isLoop = words[header.start] === Op.ForIter && words[last] === Op.GetIter;
  if (!isLoop || words[header.start + 2] !== words[last + 1]) return 0;
  let pc = before.start;
  if (pc === last) return 0;
  while (pc + instructionLength(words, pc) < last) pc += instructionLength(words, pc);
  if (words[pc + 1] !== words[last + 2]) return 0;
  if (words[pc] === Op.BuildTuple) return words[pc + 2];
  const constant = words[pc] === Op.LoadConst ? constants[words[pc + 2]] : undefined;
  return constant instanceof TupleConstant ? constant.items.length : 0;
}

/** More than any loop may have, if its blocks cannot be copied. */
function wordsOf(loop: ReadonlySet<FlowBlock>): number {
  let size = 0;
  for (const block of loop)
    size += block.isHandler || block.continuation !== null ? MOST_WORDS + 1 : block.end - block.start;
  return size;
}

function addRounds(
  before: FlowBlock,
  header: FlowBlock,
  loop: ReadonlySet<FlowBlock>,
  rounds: number,
  added: FlowBlock[],
): void {
  const end = copyOf(header);
  end.isUnrolled = true;
  end.successors.push(...header.successors);
  end.handlers.push(...header.handlers);
  added.push(end);
  let following = end;
  for (let round = 0; round < rounds; round++) {
    const copies = new Map([...loop].map((block) => [block, copyOf(block)]));
    for (const [block, copy] of copies) {
      copy.isUnrolled = true;
      copy.successors.push(
        ...block.successors.map((next) => (next === header ? following : (copies.get(next) ?? next))),
      );
      copy.handlers.push(...block.handlers);
      added.push(copy);
    }
    following = copies.get(header)!;
  }
  before.successors[before.successors.indexOf(header)] = following;
}
