/** Class patterns with one positional sub-pattern: `case int(x)`. */
import type { PyType } from '../type.ts';

/** Builtin types whose one positional pattern matches the subject itself. */
const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

export function matchesSelf(type: PyType): boolean {
  return type.mro.some((base) => !base.isHeapType && SELF_MATCHING.has(base.name));
}
