/** `_blake2`: the hashes BLAKE2b and BLAKE2s with all their parameters. https://docs.python.org/3.14/library/hashlib.html#blake2 */
import type { PyBytesLike } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { newSlot } from '../../objspace/gateway/builtin-type.ts';
import type { Value } from '../../objspace/object.ts';
import { toIndex, toInt } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import type { Blake2, Blake2Parameters } from '../../util/hashing/blake2.ts';
import { Blake2b } from '../../util/hashing/blake2b.ts';
import { Blake2s } from '../../util/hashing/blake2s.ts';
import { GIL_MINSIZE, type HashClass, hashType, initialInput, PyHash } from '../hash-objects/hash-type.ts';

interface Kind {
  readonly name: 'blake2b' | 'blake2s';
  readonly title: string;
  readonly maxDigest: number;
  /** Of salt and personalisation. */
  readonly saltSize: number;
  readonly blockSize: number;
  /** Bits of the node's offset. */
  readonly offsetBits: bigint;
  readonly make: (parameters: Blake2Parameters) => Blake2;
}

const KINDS: readonly Kind[] = [
  {
    name: 'blake2b',
    title: 'Blake2b',
    maxDigest: 64,
    saltSize: 16,
    blockSize: 128,
    offsetBits: 64n,
    make: (parameters) => new Blake2b(parameters),
  },
  {
    name: 'blake2s',
    title: 'Blake2s',
    maxDigest: 32,
    saltSize: 8,
    blockSize: 64,
    offsetBits: 48n,
    make: (parameters) => new Blake2s(parameters),
  },
];

function between(value: Value, low: number, high: number, text: string): number {
  const number = orThrow(toIndex(value)) as number;
  if (number < low || number > high) throw error('ValueError', text.replace('%', String(number)));
  return number;
}

function unsigned(value: Value): bigint {
  const number = BigInt(orThrow(toInt(value)) as number | bigint);
  if (number < 0n) throw error('ValueError', 'Cannot convert negative int');
  return number;
}

function leafSizeOf(value: Value): number {
  const size = unsigned(value);
  if (size >= 2n ** 64n) throw error('OverflowError', 'Python int too large for C unsigned long');
  if (size > 0xffffffffn) throw error('OverflowError', 'leaf_size is too large');
  return Number(size);
}

function nodeOffsetOf(value: Value, { offsetBits }: Kind): bigint {
  const offset = unsigned(value);
  if (offset >= 2n ** 64n) throw error('OverflowError', 'Python int too large for C unsigned long long');
  if (offset >= 2n ** offsetBits) throw error('OverflowError', 'node_offset is too large');
  return offset;
}

function limited({ data }: PyBytesLike, limit: number, name: string): Uint8Array {
  if (data.length > limit) throw error('ValueError', `maximum ${name} length is ${limit} bytes`);
  return data.slice();
}

const PARAMETERS =
  "data=<absent>, *, digest_size=<absent>, key: bytes = b'', salt: bytes = b'', person: bytes = b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node: bool = False, usedforsecurity: bool = True, string=<absent>";

/** What the constructor gets, in the order of its parameters. */
type Arguments = [
  data: Value | undefined,
  digestSize: Value | undefined,
  key: PyBytesLike,
  salt: PyBytesLike,
  person: PyBytesLike,
  fanout: Value,
  depth: Value,
  leafSize: Value,
  nodeOffset: Value,
  nodeDepth: Value,
  innerSize: Value,
  isLastNode: boolean,
  forSecurity: boolean,
  string: Value | undefined,
];

function parametersOf(kind: Kind, args: Arguments): Blake2Parameters {
  const [, digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize, isLastNode] = args;
  const { maxDigest, saltSize, title } = kind;
  return {
    digestSize:
      digestSize === undefined
        ? maxDigest
        : between(
            digestSize,
            1,
            maxDigest,
            `digest_size for ${title} must be between 1 and ${maxDigest} bytes, here it is %`,
          ),
    salt: limited(salt, saltSize, 'salt'),
    person: limited(person, saltSize, 'person'),
    fanout: between(fanout, 0, 255, 'fanout must be between 0 and 255'),
    depth: between(depth, 1, 255, 'depth must be between 1 and 255'),
    leafSize: leafSizeOf(leafSize),
    nodeOffset: nodeOffsetOf(nodeOffset, kind),
    nodeDepth: between(nodeDepth, 0, 255, 'node_depth must be between 0 and 255'),
    innerSize: between(innerSize, 0, maxDigest, `inner_size must be between 0 and is ${maxDigest}`),
    key: limited(key, maxDigest, 'key'),
    isLastNode,
  };
}

function blakeType(kind: Kind): PyType {
  const layout: HashClass = class extends PyHash {};
  const { name, title, maxDigest, saltSize, blockSize, make } = kind;
  return hashType({
    typeName: name,
    hashName: name,
    module: '_blake2',
    layout,
    blockSize,
    digestSize: (self) => (self.hash as Blake2).digestSize,
    doc: `Return a new ${title.toUpperCase().replace(/.$/, (letter) => letter.toLowerCase())} hash object.`,
    signature: `(data=b'', *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True, string=None)`,
    new: newSlot(`${name}(cls, ${PARAMETERS})`, ((_cls: PyType, ...args: Arguments) => {
      const input = initialInput(args[0], args[13]);
      const hash = make(parametersOf(kind, args));
      if (input !== undefined) hash.update(input);
      return new layout(hash);
    }) as never),
    define(type) {
      type.constant('SALT_SIZE', saltSize);
      type.constant('PERSON_SIZE', saltSize);
      type.constant('MAX_KEY_SIZE', maxDigest);
      type.constant('MAX_DIGEST_SIZE', maxDigest);
    },
  });
}

const TYPES = KINDS.map(blakeType);

function defineSizes(module: ModuleBuilder, { name, saltSize, maxDigest }: Kind): void {
  const prefix = name.toUpperCase();
  module.constant(`${prefix}_SALT_SIZE`, saltSize);
  module.constant(`${prefix}_PERSON_SIZE`, saltSize);
  module.constant(`${prefix}_MAX_KEY_SIZE`, maxDigest);
  module.constant(`${prefix}_MAX_DIGEST_SIZE`, maxDigest);
}

export const _blake2 = builtinModule('_blake2', '_blake2b provides BLAKE2b for hashlib\n', (module) => {
  module.constant('_GIL_MINSIZE', GIL_MINSIZE);
  for (const kind of KINDS) defineSizes(module, kind);
  module.types(...TYPES);
});
