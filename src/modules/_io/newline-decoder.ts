/** `IncrementalNewlineDecoder`: the universal newline decoder as Python sees it. */
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, initSlot } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { isText, type Text, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { type DecoderState, NewlineDecoding, PythonDecoder } from './decoders.ts';
import { newlinesValue } from './newlines.ts';
import { offsetArgument } from './support.ts';

export class PyNewlineDecoder extends PyObject {
  decoding: NewlineDecoding | undefined;
  /** The decoder below; null if the input is text already. */
  decoder: Value;

  constructor() {
    super();
    this.decoding = undefined;
    this.decoder = null;
  }
}

function initialised(self: PyNewlineDecoder): NewlineDecoding | Exit {
  return self.decoding ?? raiseValueError('IncrementalNewlineDecoder.__init__() not called');
}

function decode(self: PyNewlineDecoder, input: Value, isFinal: boolean): Result {
  const decoding = initialised(self);
  if (decoding === EXIT) return EXIT;
  const { inner } = decoding as NewlineDecoding;
  if (inner !== null) {
    const text = (inner as PythonDecoder).decodeValue(input, isFinal);
    return text === EXIT ? EXIT : (decoding as NewlineDecoding).translate(text as Text, isFinal);
  }
  if (!isText(input)) return raiseTypeError(`decoder should return a string result, not '${typeName(input)}'`);
  return (decoding as NewlineDecoding).translate(unwrap(input), isFinal);
}

function getState(self: PyNewlineDecoder): Result {
  const decoding = initialised(self);
  if (decoding === EXIT) return EXIT;
  const state = (decoding as NewlineDecoding).getState();
  if (state === EXIT) return EXIT;
  const { buffered, flags } = state as DecoderState;
  return new PyTuple([new PyBytes(buffered), flags]);
}

function setState(self: PyNewlineDecoder, state: Value): Result {
  const decoding = initialised(self);
  if (decoding === EXIT) return EXIT;
  if (!(state instanceof PyTuple)) return raiseTypeError('state argument must be a tuple');
  const [buffered, flagsValue] = state.items;
  if (state.items.length !== 2 || !(buffered instanceof PyBytes)) return raiseTypeError('illegal state argument');
  const flags = offsetArgument(flagsValue);
  if (flags === EXIT) return EXIT;
  return (decoding as NewlineDecoding).setState({ buffered: buffered.data, flags: flags as number }) === EXIT
    ? EXIT
    : null;
}

export const newlineDecoderType: PyType = builtinType<PyNewlineDecoder>('IncrementalNewlineDecoder', {
  base: objectType,
  layout: PyNewlineDecoder,
  module: '_io',
  signature: "(decoder, translate, errors='strict')",
  doc: `
    Codec used when reading a file in universal newlines mode.

    It wraps another incremental decoder, translating \\r\\n and \\r into \\n.
    It also records the types of newlines encountered.  When used with
    translate=False, it ensures that the newline sequence is returned in
    one piece. When used with decoder=None, it expects unicode strings as
    decode input and translates newlines without first invoking an external
    decoder.
  `,
  slots: {
    new: (cls: PyType) => (cls === newlineDecoderType ? new PyNewlineDecoder() : adopt(new PyNewlineDecoder(), cls)),
    init: initSlot(
      "IncrementalNewlineDecoder(self, decoder, translate, errors='strict')",
      (self: PyNewlineDecoder, decoder, translate) => {
        const isTranslating = isTrue(translate);
        if (isTranslating === EXIT) return EXIT;
        self.decoder = decoder;
        self.decoding = new NewlineDecoding(
          decoder === null ? null : new PythonDecoder(decoder),
          isTranslating as boolean,
        );
        return true;
      },
    ),
  },
  define(type) {
    type.method('decode(self, /, input, final: bool = False)', null, decode);
    type.method('getstate(self, /)', null, getState);
    type.method('setstate(self, state, /)', null, setState);
    type.method('reset(self, /)', null, (self) => {
      const decoding = initialised(self);
      return decoding === EXIT || (decoding as NewlineDecoding).reset() === EXIT ? EXIT : null;
    });
    type.getset('newlines', null, (self) => {
      const decoding = initialised(self);
      return decoding === EXIT ? EXIT : newlinesValue((decoding as NewlineDecoding).seen);
    });
  },
});
