/** Hash objects: what `_md5`, `_sha1`, `_sha2`, `_sha3` and `_blake2` have in common. https://docs.python.org/3.14/library/hashlib.html */
import { bytesOf, type PyBytesLike, supportsBuffer } from '../../objspace/buffer.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import type { Slots } from '../../objspace/slots.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { plainHex } from '../../objspace/types/bytes/hex.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText } from '../../objspace/types/str/str.ts';
import type { Hash } from '../../util/hashing/hash.ts';

export class PyHash extends PyObject {
  readonly hash: Hash;

  constructor(hash: Hash) {
    super();
    this.hash = hash;
  }
}

export type HashClass = new (hash: Hash) => PyHash;

/** `_GIL_MINSIZE`: in CPython, the size from which hashing lets other threads run. */
export const GIL_MINSIZE = 2048;

/** The bytes to hash; throws the Python exception for text and everything else. */
export function hashInput(value: Value): Uint8Array {
  if (isText(value)) throw error('TypeError', 'Strings must be encoded before hashing');
  if (!supportsBuffer(value)) throw error('TypeError', 'object supporting the buffer API required');
  return (orThrow(bytesOf(value)) as PyBytesLike).data;
}

/** The input that a constructor got, as `data` or by its old name. */
export function initialInput(data: Value | undefined, string: Value | undefined): Uint8Array | undefined {
  if (data !== undefined && string !== undefined) {
    throw error(
      'TypeError',
      "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.",
    );
  }
  const given = data === undefined ? string : data;
  return given === undefined ? undefined : hashInput(given);
}

/** What follows the name in the signatures of constructors. */
export const CONSTRUCTOR_PARAMETERS = "data=<absent b''>, *, usedforsecurity: bool = True, string=<absent None>";

export interface HashTypeDeclaration {
  /** Name of the type, and of the hash (`name`). */
  readonly typeName: string;
  readonly hashName: string;
  readonly module: string;
  readonly layout: HashClass;
  readonly blockSize: number;
  /** Fixed, or told by the object. */
  readonly digestSize: number | ((self: PyHash) => number);
  readonly doc?: string;
  /** `__text_signature__` of the constructor. */
  readonly signature?: string;
  readonly new?: Slots['new'];
  /** More attributes, or others in the place of those that all have. */
  readonly define?: (type: TypeBuilder<PyHash>) => void;
}

export function hashType(declaration: HashTypeDeclaration): PyType {
  const { typeName, hashName, module, layout, blockSize, digestSize, doc, signature, define } = declaration;
  const newSlot = declaration.new;
  return builtinType<PyHash>(typeName, {
    base: objectType,
    layout,
    module,
    isBaseType: false,
    ...(doc === undefined ? {} : { doc }),
    ...(signature === undefined ? {} : { signature }),
    ...(newSlot === undefined ? {} : { slots: { new: newSlot } }),
    define(type) {
      type.method('copy(self, /)', 'Return a copy of the hash object.', (self) => new layout(self.hash.copy()));
      type.method(
        'digest(self, /)',
        'Return the digest value as a bytes object.',
        (self) => new PyBytes(self.hash.digest()) as Value,
      );
      type.method('hexdigest(self, /)', 'Return the digest value as a string of hexadecimal digits.', (self) =>
        plainHex(self.hash.digest()),
      );
      type.method(
        'update(self, data, /)',
        "Update this hash object's state with the provided bytes-like object.",
        (self, data) => {
          self.hash.update(hashInput(data));
          return null;
        },
      );
      type.getset('block_size', null, () => blockSize);
      type.getset('name', null, () => hashName);
      type.getset('digest_size', null, (self) => (typeof digestSize === 'number' ? digestSize : digestSize(self)));
      define?.(type);
    },
  });
}
