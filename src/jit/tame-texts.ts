/** UTF-8 and `%` for compiled code: without handlers of errors, which are Python functions, and without work that has to be counted. */
import { decodeCleanUtf8, encodeCleanUtf8 } from '../objspace/codecs/utf8.ts';
import type { Result, Value } from '../objspace/object.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { formatItems, formatPercent, formatPlainly } from '../objspace/types/str/percent.ts';
import { isExactTuple, PyTuple } from '../objspace/types/tuple.ts';
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
  const plain = formatPlainly(text, values);
  if (plain !== undefined) return plain;
  const areSimple = isExactTuple(values) ? values.items.every(isSimple) : isSimple(values);
  return areSimple ? formatPercent(text, values) : UNTAMED;
}

/** The same of a tuple that has not been made. */
export function tamedFormatItems(text: string, items: readonly Value[]): Result | Untamed {
  const plain = formatItems(text, items);
  if (plain !== undefined) return plain;
  return items.every(isSimple) ? formatPercent(text, new PyTuple(items) as Value) : UNTAMED;
}

function isSimple(value: Value): boolean {
  return isWithin(kindOf(value), SIMPLE);
}
