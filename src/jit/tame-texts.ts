/** UTF-8 for compiled code: without handlers of errors, which are Python functions, and without work that has to be counted. */
import { decodeCleanUtf8, encodeCleanUtf8 } from '../objspace/codecs/utf8.ts';
import type { Value } from '../objspace/object.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { STRIDE } from '../util/work.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** A string of JavaScript has no lone surrogates: nothing can fail. */
export function tamedEncode(text: string): PyBytes | Untamed {
  return text.length < STRIDE ? new PyBytes(encodeCleanUtf8(text)!) : UNTAMED;
}

export function tamedDecode({ data }: PyBytes): Value | Untamed {
  if (data.length >= STRIDE) return UNTAMED;
  return (decodeCleanUtf8(data) as Value | undefined) ?? UNTAMED;
}
