/** `_io`: the streams that the module `io` of the standard library is made of. */
import { exceptionTypes } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { state } from '../../objspace/state.ts';
import { fastWrite } from '../builtins/streams.ts';
import { bufferedIOBaseType, ioBaseType, rawIOBaseType, textIOBaseType } from './base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered-types.ts';
import { bytesIOBufferType, bytesIOType } from './bytes-io.ts';
import { fileIOType } from './file-io.ts';
import { newlineDecoderType } from './newline-decoder.ts';
import { open, openCode, textEncoding } from './open.ts';
import { bufferedRWPairType } from './rw-pair.ts';
import { stringIOType } from './string-io.ts';
import { DEFAULT_BUFFER_SIZE, unsupportedOperation } from './support.ts';
import { textIOWrapperType, writeFast } from './text-io-type.ts';

fastWrite.of = writeFast;

function defineFunctions(module: ModuleBuilder): void {
  module.function(
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    'Open file and return a stream.  Raise OSError upon failure.',
    (file, mode, buffering, encoding, errors, newline, closefd, opener) =>
      open(file, { mode, buffering, encoding, errors, newline, closefd, opener }),
  );
  module.function(
    'text_encoding(encoding, stacklevel: cint = 2, /)',
    'A helper function to choose the text encoding.\n\nWhen encoding is not None, this function returns it.\nOtherwise, this function returns the default text encoding\n(i.e. "locale" or "utf-8" depends on UTF-8 mode).\n\nThis function emits an EncodingWarning if encoding is None and\nsys.flags.warn_default_encoding is true.\n\nThis can be used in APIs with an encoding=None parameter.\nHowever, please consider using encoding="utf-8" for new APIs.',
    textEncoding,
  );
  module.function(
    'open_code(path)',
    "Opens the provided file with the intent to import the contents.\n\nThis may perform extra validation beyond open(), but is otherwise interchangeable\nwith calling open(path, 'rb').",
    openCode,
  );
}

export const _io = builtinModule(
  '_io',
  'The io module provides the Python interfaces to stream handling. The\nbuiltin open function is defined in this module.\n\nAt the top of the I/O hierarchy is the abstract base class IOBase. It\ndefines the basic interface to a stream. Note, however, that there is no\nseparation between reading and writing to streams; implementations are\nallowed to raise an OSError if they do not support a given operation.',
  (module) => {
    defineFunctions(module);
    state.interpreter.builtins.setStr('open', module.contents.get('open')!);
    module.constant('DEFAULT_BUFFER_SIZE', DEFAULT_BUFFER_SIZE);
    module.constant('UnsupportedOperation', unsupportedOperation.type);
    module.constant('BlockingIOError', exceptionTypes['BlockingIOError']);
    module.types(newlineDecoderType, bytesIOBufferType, ioBaseType, rawIOBaseType, bufferedIOBaseType, textIOBaseType);
    module.types(fileIOType, bytesIOType, stringIOType, textIOWrapperType);
    module.types(bufferedReaderType, bufferedWriterType, bufferedRandomType, bufferedRWPairType);
  },
);
