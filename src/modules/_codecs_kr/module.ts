/** `_codecs_kr`: the codecs of Korea. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { giveCodecs } from '../_multibytecodec/multibyte-codec.ts';

export const _codecs_kr = builtinModule('_codecs_kr', '', (module) => giveCodecs(module, ['euc_kr', 'cp949', 'johab']));
