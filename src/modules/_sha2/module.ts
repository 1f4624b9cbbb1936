/** `_sha2`: the hashes SHA-224, SHA-256, SHA-384 and SHA-512. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { sha224, sha256 } from '../../util/hashing/sha256.ts';
import { sha384, sha512 } from '../../util/hashing/sha512.ts';
import { defineFixedHash, fixedHash } from '../hash-objects/fixed-hash.ts';
import { GIL_MINSIZE } from '../hash-objects/hash-type.ts';

const HASHES = [
  fixedHash('_sha2', 'SHA224Type', 'sha224', 'SHA-224', 64, 28, sha224),
  fixedHash('_sha2', 'SHA256Type', 'sha256', 'SHA-256', 64, 32, sha256),
  fixedHash('_sha2', 'SHA384Type', 'sha384', 'SHA-384', 128, 48, sha384),
  fixedHash('_sha2', 'SHA512Type', 'sha512', 'SHA-512', 128, 64, sha512),
];

export const _sha2 = builtinModule('_sha2', '', (module) => {
  module.constant('_GIL_MINSIZE', GIL_MINSIZE);
  for (const hash of HASHES) {
    module.constant(hash.type.name, hash.type);
    defineFixedHash(module, hash);
  }
});
