/** `str.encode`. */
import { encodeText } from '../../codecs.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { PyBytes } from '../bytes/bytes.ts';
import type { Text } from './text.ts';

export function encodeStr(text: Text, encoding: string, errors: string): Result {
  const bytes = encodeText(text, encoding, errors);
  return bytes === EXIT ? EXIT : (new PyBytes(bytes as Uint8Array) as Value);
}
