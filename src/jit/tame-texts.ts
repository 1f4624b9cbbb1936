/** UTF-8 and `%` for compiled code: without handlers of errors, which are Python functions, and without work that has to be counted. */
import { binary, MODULO } from '../objspace/arithmetic.ts';
import { decodeCleanUtf8, encodeCleanUtf8 } from '../objspace/codecs/utf8.ts';
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { isExactTuple } from '../objspace/types/tuple.ts';
import { STRIDE } from '../util/work.ts';
import { isWithin, kindOf } from './kinds.ts';
import { SIMPLE } from './quiet.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** A string of JavaScript has no lone surrogates: nothing can fail. */
export function tamedEncode(text: string): PyBytes | Untamed {
  return text.length < STRIDE ? new PyBytes(encodeCleanUtf8(text)!) : UNTAMED;
}

export function tamedDecode({ data }: PyBytes): Value | Untamed {
  if (data.length >= STRIDE) return UNTAMED;
  return (decodeCleanUtf8(data) as Value | undefined) ?? UNTAMED;
}

/** `text % values`, where these are simple: nothing but their own types formats them. */
export function tamedFormat(text: string, values: Value): Result | Untamed {
  const areSimple = isExactTuple(values) ? values.items.every(isSimple) : isSimple(values);
  if (!areSimple) return UNTAMED;
  try {
    return binary(text, values, MODULO);
  } catch (thrown) {
    return caught(thrown);
  }
}

function isSimple(value: Value): boolean {
  return isWithin(kindOf(value), SIMPLE);
}
