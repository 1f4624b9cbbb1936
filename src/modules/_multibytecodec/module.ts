/** `_multibytecodec`: what the codecs of East Asia in `encodings` are made of. The character sets are given out by `_codecs_cn` and its like. */
import { raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { incrementalDecoderType, incrementalEncoderType } from './incremental.ts';
import { streamReaderType, streamWriterType } from './streams.ts';

export const _multibytecodec = builtinModule('_multibytecodec', '', (module) => {
  module.types(incrementalEncoderType, incrementalDecoderType, streamReaderType, streamWriterType);
  module.function('__create_codec(arg, /)', '', () => raiseValueError('argument type invalid'));
});
