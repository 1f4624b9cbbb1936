/** What the options -b and -bb ask for: a BytesWarning where bytes are taken for text or for a number. */
import { exceptionTypes } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { typeName } from '../../operations.ts';
import { state } from '../../state.ts';
import { typeOf } from '../../type.ts';
import { intType } from '../int/int.ts';
import { isText } from '../str/text.ts';

function warn(message: string): true | Exit {
  return state.interpreter.warn(exceptionTypes['BytesWarning'], message, 1) ? true : EXIT;
}

/** Of a test of equality with something that is not bytes-like. */
export function warnOfComparison(self: Value, other: Value): true | Exit {
  if (state.interpreter.bytesWarning === 0) return true;
  const kind = typeName(self) === 'bytearray' ? 'bytearray' : 'bytes';
  if (isText(other)) return warn(`Comparison between ${kind} and string`);
  return kind === 'bytes' && typeOf(other).isSubtypeOf(intType) ? warn('Comparison between bytes and int') : true;
}

/** `str(object)`, which is its repr. */
export function warnedText<T extends Value>(self: T, kind: 'bytes' | 'bytearray', repr: (self: T) => Result): Result {
  if (state.interpreter.bytesWarning > 0 && warn(`str() on a ${kind} instance`) === EXIT) return EXIT;
  return repr(self);
}
