/** Texts and bytes in UTF-8, where that can be done without asking for a handler of errors. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, BYTES, isWithin, STR } from '../kinds.ts';
import { attempt } from './tame.ts';

const UTF8: ReadonlySet<unknown> = new Set(['utf-8', 'utf8', 'UTF-8']);
/** Names of handlers that are never refused. */
const HANDLERS: ReadonlySet<unknown> = new Set(['strict', 'surrogatepass', 'surrogateescape', 'replace', 'ignore']);

function isUtf8([encoding, errors]: readonly Node[]): boolean {
  const isOneOf = (node: Node | undefined, names: ReadonlySet<unknown>): boolean =>
    node === undefined || (node.isConstant && names.has(node.constant));
  return isOneOf(encoding, UTF8) && isOneOf(errors, HANDLERS);
}

export function encode(b: Builder, [text, ...rest]: readonly Node[]): Node | null {
  return isWithin(text.kinds, STR) && isUtf8(rest) ? attempt(b, 'encode', 'tamedEncode($0)', [text], BYTES) : null;
}

export function decode(b: Builder, [bytes, ...rest]: readonly Node[]): Node | null {
  return bytes.kinds === BYTES && isUtf8(rest) ? attempt(b, 'decode', 'tamedDecode($0)', [bytes], BOUND) : null;
}
