/** `_sha1`: the SHA-1 hash. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { Sha1 } from '../../util/hashing/sha1.ts';
import { defineFixedHash, fixedHash } from '../hash-objects/fixed-hash.ts';
import { GIL_MINSIZE } from '../hash-objects/hash-type.ts';

const sha1 = fixedHash('_sha1', 'sha1', 'sha1', 'SHA1', 64, 20, () => new Sha1());

export const _sha1 = builtinModule('_sha1', '', (module) => {
  module.constant('SHA1Type', sha1.type);
  module.constant('_GIL_MINSIZE', GIL_MINSIZE);
  defineFixedHash(module, sha1);
});
