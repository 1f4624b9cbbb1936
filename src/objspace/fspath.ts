/** `__fspath__`: how objects say which path they stand for. */
import { error, orThrow } from './exception.ts';
import { EXIT, type Value } from './object.ts';
import { call, lookupSpecial } from './operations.ts';
import { state } from './state.ts';
import { typeOf } from './type.ts';
import { PyBytes } from './types/bytes/bytes.ts';
import { isText } from './types/str/text.ts';

/** What `__fspath__` gives; `undefined` where there is none. A method that cannot be had, for whatever reason, is not there. */
export function askedForPath(value: Value): Value | undefined {
  const method = lookupSpecial(value, '__fspath__');
  if (method === EXIT) state.exception = null;
  if (method === undefined || method === EXIT || method === null) return undefined;
  const path = orThrow(call(method as Value, [])) as Value;
  if (isText(path) || path instanceof PyBytes) return path;
  throw error(
    'TypeError',
    `expected ${typeOf(value).name}.__fspath__() to return str or bytes, not ${typeOf(path).name}`,
  );
}

/** `os.fspath`: a str or bytes. */
export function fspath(value: Value): Value {
  if (isText(value) || value instanceof PyBytes) return value;
  const path = askedForPath(value);
  if (path !== undefined) return path;
  throw error('TypeError', `expected str, bytes or os.PathLike object, not ${typeOf(value).name}`);
}
