/** Parts of `match` statements that run no Python code: sequences, their lengths, and builtin classes with at most one sub-pattern. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { PyType } from '../../objspace/type.ts';
import { matchesSelf } from '../../objspace/types/self-matching.ts';
import type { PyTuple } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import { isInstanceOf } from './builtins.ts';
import { lengthOfSequence, sequenceKind } from './sequences.ts';
import { attempt } from './tame.ts';

/** The subject, made sure to be a list or tuple if the site has seen only one of these. */
function sequenceOf(b: Builder, node: Node): Node | null {
  const mask = isWithin(node.kinds, kinds.LIST | kinds.TUPLE) ? node.kinds : b.site().masks[0];
  const kind = isWithin(mask, kinds.LIST | kinds.TUPLE) ? sequenceKind(mask) : 0;
  return kind === 0 ? null : b.expect(node, kind);
}

export function matchSequence(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const answer =
    sequenceOf(b, node) === null
      ? b.read('match', "typeOf($0).pattern === 'sequence'", [b.boxed(node)], kinds.BOOL)
      : b.constant(true);
  b.set(words[pc + 1], answer);
}

export function getLength(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const sequence = sequenceOf(b, node);
  const length = sequence === null ? attempt(b, 'length', 'tamedLength($0)', [node], kinds.SMALL) : null;
  if (sequence !== null) b.set(words[pc + 1], lengthOfSequence(b, sequence));
  else if (length !== null) b.set(words[pc + 1], length);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

export function matchClass(b: Builder): void {
  const { words, pc } = b;
  const value = matched(b, b.get(words[pc + 2]), b.get(words[pc + 3]));
  if (value !== null) b.set(words[pc + 1], value);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

/** The attributes as a tuple, None if it is no such object; null where it is left to the interpreter. */
function matched(b: Builder, subject: Node, cls: Node): Node | null {
  const { words, pc } = b;
  const positional = words[pc + 4];
  const names = (b.context.runtime.constants[words[pc + 5]] as unknown as PyTuple).items;
  const { constant } = cls;
  if (!cls.isConstant || !(constant instanceof PyType) || constant.shape.type !== typeType) return null;
  if (names.length > 0 || positional > 1) return null;
  if (positional === 1 && (constant.isHeapType || !matchesSelf(constant))) return null;
  const isInstance = isInstanceOf(b, subject, [constant]);
  const boxed = b.boxed(subject);
  const tuple = positional === 0 ? 'new Tuple([])' : 'new Tuple([$1])';
  return b.pure('match', `$0 ? ${tuple} : null`, [isInstance, boxed], kinds.TUPLE | kinds.NONE);
}
