/** `list[int]`: set by generic-alias.ts, which stands above the types that are generic. */
import type { Result, Value } from '../object.ts';

export const genericAlias = { of: (cls: Value, _item: Value): Result => cls };
