/** `_codecs_cn`: the codecs of mainland China but HZ. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { giveCodecs } from '../_multibytecodec/multibyte-codec.ts';

export const _codecs_cn = builtinModule('_codecs_cn', '', (module) => giveCodecs(module, ['gb2312', 'gbk', 'gb18030']));
