/** `_codecs_tw`: the codecs of Taiwan. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { giveCodecs } from '../_multibytecodec/multibyte-codec.ts';

export const _codecs_tw = builtinModule('_codecs_tw', '', (module) => giveCodecs(module, ['big5', 'cp950']));
