/** Sources in declared encodings that the front end does not know by itself: the codecs of the interpreter decode them (PEP 263). */
import { decodeBytes } from '../objspace/codecs.ts';
import { exceptionTypes, type PyBaseException, takeException } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { str } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { textOf } from '../objspace/types/str/str.ts';
import { type DecodeOptions, encodingError } from '../syntax/decode-source.ts';

/** What CPython reports as a SyntaxError with the same text; anything else a codec raises goes on as it is. */
const REPORTED = ['LookupError', 'ValueError'];

function refusal(exception: PyBaseException, filename: string, isFile: boolean): unknown {
  if (!REPORTED.some((name) => exception.shape.type.isSubtypeOf(exceptionTypes[name]))) return exception;
  const text = str(exception);
  if (text === EXIT) {
    state.exception = null;
    return exception;
  }
  const message = textOf(text as Value);
  // Files are opened as text, which words it without the advice.
  return encodingError(isFile ? message.replace(/; use codecs\.decode\(\) .*$/, '') : message, filename);
}

/** How the bytes of a source become text: `isFile` for a program that is read from a file. */
export function sourceDecoding(filename: string, isFile: boolean): DecodeOptions {
  return {
    isFile,
    decode: (encoding, bytes) => {
      const text = decodeBytes(bytes, encoding, 'strict');
      if (text === EXIT) throw refusal(takeException(), filename, isFile);
      return textOf(text as Value);
    },
  };
}
