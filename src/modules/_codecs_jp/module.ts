/** `_codecs_jp`: the codecs of Japan. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { giveCodecs } from '../_multibytecodec/multibyte-codec.ts';

export const _codecs_jp = builtinModule('_codecs_jp', '', (module) =>
  giveCodecs(module, [
    'shift_jis',
    'cp932',
    'euc_jp',
    'shift_jis_2004',
    'euc_jis_2004',
    'euc_jisx0213',
    'shift_jisx0213',
  ]),
);
