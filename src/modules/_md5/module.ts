/** `_md5`: the MD5 hash. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { Md5 } from '../../util/hashing/md5.ts';
import { defineFixedHash, fixedHash } from '../hash-objects/fixed-hash.ts';
import { GIL_MINSIZE } from '../hash-objects/hash-type.ts';

const md5 = fixedHash('_md5', 'md5', 'md5', 'MD5', 64, 16, () => new Md5());

export const _md5 = builtinModule('_md5', '', (module) => {
  module.constant('MD5Type', md5.type);
  module.constant('_GIL_MINSIZE', GIL_MINSIZE);
  defineFixedHash(module, md5);
});
