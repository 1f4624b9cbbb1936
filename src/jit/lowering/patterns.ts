/** Parts of `match` statements that run no Python code: sequences, their lengths, builtin classes with at most one sub-pattern, and Python classes. */
import { labelOf } from '../flow-block.ts';
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import * as sites from '../../interpreter/attribute-sites.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { PyType } from '../../objspace/type.ts';
import { matchesSelf } from '../../objspace/types/self-matching.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import { emptyTuple, PyTuple } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import { fromShapes, loadFrom, MAX_SHAPES } from './attributes.ts';
import { isInstanceOf } from './builtins.ts';
import { lengthOfSequence, sequenceKind } from './sequences.ts';
import { tupleOf } from './simple.ts';
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

export function matchMapping(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const isDict = node.kinds === kinds.DICT;
  const test = "typeOf($0).pattern === 'mapping'";
  b.set(words[pc + 1], isDict ? b.constant(true) : b.read('match', test, [b.boxed(node)], kinds.BOOL));
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
  const value = matched(b, b.get(words[pc + 2]), b.get(words[pc + 3])) ?? matchedInstance(b) ?? matchedNames(b);
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
  const [text, value] = positional === 0 ? ['$1', b.constant(emptyTuple)] : ['Tuple.ofMany([$1])', boxed];
  return b.pure('match', `$0 ? ${text} : null`, [isInstance, value], kinds.TUPLE | kinds.NONE);
}

/** Of objects of many shapes, or with attributes that are not so simple. */
function matchedNames(b: Builder): Node | null {
  const { words, pc } = b;
  const { constant: cls, isConstant } = b.get(words[pc + 3]);
  const isClass = isConstant && cls instanceof PyType && cls.shape.type === typeType;
  if (b.isClosed || !isClass || words[pc + 4] > 0) return null;
  const names = b.constant(b.context.runtime.constants[words[pc + 5]]);
  const inputs = [b.get(words[pc + 2]), b.constant(cls as Value), names];
  return attempt(b, 'attributes', 'tamedMatch($0, $1, $2)', inputs, kinds.TUPLE | kinds.NONE);
}

/** What `matched` has put into the tuple; null for any other node. */
export function matchedItems(node: Node): readonly Node[] | null {
  const { op, inputs } = original(node);
  if (op !== 'match' || inputs.length !== 2) return null;
  return inputs[1].isConstant && inputs[1].constant === emptyTuple ? [] : [inputs[1]];
}

/** The same for a Python class, whose objects have the attributes themselves or by their class. */
function matchedInstance(b: Builder): Node | null {
  const { words, pc } = b;
  const subject = b.get(words[pc + 2]);
  const { constant: cls, isConstant } = b.get(words[pc + 3]);
  if (!isConstant || !(cls instanceof PyType) || !cls.isHeapType || cls.shape.type !== typeType) return null;
  const names = attributesOf(b, cls);
  if (names === null) return null;
  const { shapes, masks } = b.site();
  const known = b.environment.shapeOf(subject);
  const own = (known === undefined ? shapes : [known]).filter(({ type }) => type.isSubtypeOf(cls));
  if (own.length > MAX_SHAPES || !own.every((shape) => names.every((name) => isPlain(shape, name)))) return null;
  if (own.length > 1 && !names.every((name) => haveIt(own, name))) return null;
  const isAlways = own.length === 1 && (known !== undefined || (shapes.length === 1 && masks[0] === kinds.INSTANCE));
  if (!isAlways && !leaveUnlessInstance(b, subject, cls, own.length === 0)) return null;
  if (own.length === 0) return b.constant(null);
  if (own.length > 1)
    return tupleOf(
      b,
      names.map((name) => fromShapes(b, subject, own, name)!),
    );
  b.expectShape(subject, own[0]);
  b.expectVersion(own[0].type);
  return tupleOf(
    b,
    names.map((name) => loadFrom(b, subject, name)!),
  );
}

/** Names of the attributes that the pattern asks for; null where CPython would raise, or where that is not so simple. */
function attributesOf(b: Builder, cls: PyType): string[] | null {
  const { words, pc } = b;
  const keywords = (b.context.runtime.constants[words[pc + 5]] as unknown as PyTuple).items;
  const positional = words[pc + 4];
  const found = positional === 0 ? emptyTuple : cls.lookup('__match_args__');
  if (!(found instanceof PyTuple) || found.items.length < positional || cls.isVariable('__match_args__')) return null;
  const items = [...found.items.slice(0, positional), ...keywords];
  if (positional > 0) b.expectVersion(cls);
  return items.every(isText) && new Set(items).size === items.length ? items.map(textOf) : null;
}

function isPlain(shape: Shape, name: string): boolean {
  const { kind } = sites.entryOf(shape, name);
  return kind === sites.OWN || kind === sites.OWN_FLOAT || kind === sites.CLASS_VALUE;
}

function haveIt(shapes: readonly Shape[], name: string): boolean {
  return shapes.every((shape) => sites.entryOf(shape, name).kind !== sites.CLASS_VALUE);
}

/** Goes on where the subject is an instance. False: the instruction is left to the interpreter. `isNever`: it has never been one. */
function leaveUnlessInstance(b: Builder, subject: Node, cls: PyType, isNever: boolean): boolean {
  const { words, pc } = b;
  const next = pc + instructionLength(words, pc);
  if (words[next] !== Op.JumpIfNone || words[next + 1] !== words[pc + 1]) return false;
  const isInstance = isInstanceOf(b, subject, [cls]);
  if (isNever) b.guard('!$0', [isInstance], 'no instance');
  else if (!isInstance.isConstant) {
    // On that way alone: guards that follow leave before the instruction, whose class may be in the same register.
    const { registers } = b.environment;
    const before = registers[words[pc + 1]];
    b.set(words[pc + 1], b.constant(null));
    const otherwise = b.context.connect!(labelOf(words, next));
    registers[words[pc + 1]] = before;
    b.continueIf(isInstance, otherwise);
  }
  return true;
}
