/** `_codecs_hk`: the codecs of Hong Kong. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { giveCodecs } from '../_multibytecodec/multibyte-codec.ts';

export const _codecs_hk = builtinModule('_codecs_hk', '', (module) => giveCodecs(module, ['big5hkscs']));
