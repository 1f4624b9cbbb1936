/** `_sha3`: the hashes SHA3-224 to SHA3-512, and SHAKE, whose digests are as long as one asks for. */
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { plainHex } from '../../objspace/types/bytes/hex.ts';
import { Keccak } from '../../util/hashing/keccak.ts';
import {
  CONSTRUCTOR_PARAMETERS,
  GIL_MINSIZE,
  type HashClass,
  hashType,
  initialInput,
  PyHash,
} from '../hash-objects/hash-type.ts';

/** Bits of the sponge's state. */
const STATE_BITS = 1600;
/** The suffixes of FIPS 202, with the first bit of the padding. */
const SHA3 = 0x06;
const SHAKE = 0x1f;
const MAX_LENGTH = 2 ** 29;

function keccakOf(self: PyHash): Keccak {
  return self.hash as Keccak;
}

function lengthArgument(value: Value): number {
  const length = orThrow(toInt(value)) as number | bigint;
  if (length < 0) throw error('ValueError', 'Cannot convert negative int');
  if (length >= 2n ** 64n) throw error('OverflowError', 'Python int too large for C unsigned long');
  if (length >= MAX_LENGTH) throw error('ValueError', 'length is too large');
  return Number(length);
}

function defineShake(type: TypeBuilder<PyHash>): void {
  type.method(
    'digest(self, /, length)',
    'Return the digest value as a bytes object.',
    (self, length) => new PyBytes(keccakOf(self).squeeze(lengthArgument(length))) as Value,
  );
  type.method(
    'hexdigest(self, /, length)',
    'Return the digest value as a string of hexadecimal digits.',
    (self, length) => plainHex(keccakOf(self).squeeze(lengthArgument(length))),
  );
}

/** `capacity`: bits of the state that the input does not reach; a size of 0 makes a SHAKE. */
function spongeType(name: string, capacity: number, digestSize: number): PyType {
  const rate = (STATE_BITS - capacity) / 8;
  const suffix = digestSize === 0 ? SHAKE : SHA3;
  const layout: HashClass = class extends PyHash {};
  const what = digestSize === 0 ? 'SHAKE' : 'SHA3';
  const size = digestSize === 0 ? '' : ` with a hashbit length of ${digestSize} bytes`;
  return hashType({
    typeName: name,
    hashName: name,
    module: '_sha3',
    layout,
    blockSize: rate,
    digestSize,
    doc: `${name}([data], *, usedforsecurity=True) -> ${what} object\n\nReturn a new ${what} hash object${size}.`,
    new: newSlot(`${name}(cls, ${CONSTRUCTOR_PARAMETERS})`, ((
      _cls: PyType,
      data: Value | undefined,
      _forSecurity: boolean,
      string: Value | undefined,
    ) => {
      const input = initialInput(data, string);
      const hash = new Keccak(rate, suffix, digestSize);
      if (input !== undefined) hash.update(input);
      return new layout(hash);
    }) as never),
    define(type) {
      type.getset('_capacity_bits', null, () => capacity);
      type.getset('_rate_bits', null, () => rate * 8);
      type.getset('_suffix', null, () => new PyBytes(Uint8Array.of(suffix)) as Value);
      if (digestSize === 0) defineShake(type);
    },
  });
}

const TYPES = [
  spongeType('sha3_224', 448, 28),
  spongeType('sha3_256', 512, 32),
  spongeType('sha3_384', 768, 48),
  spongeType('sha3_512', 1024, 64),
  spongeType('shake_128', 256, 0),
  spongeType('shake_256', 512, 0),
];

export const _sha3 = builtinModule('_sha3', '', (module) => {
  module.constant('_GIL_MINSIZE', GIL_MINSIZE);
  module.constant('implementation', 'Typhon');
  module.types(...TYPES);
});
