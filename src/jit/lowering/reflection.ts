/** `getattr`, `hasattr` and `setattr`: attributes by names that may be values (tame-attributes.ts). */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOOL } from '../kinds.ts';
import { attempt } from './tame.ts';

type Lowering = (b: Builder, args: readonly Node[]) => Node | null;

const getattr: Lowering = (b, args) => {
  if (args.length !== 2 && args.length !== 3) return null;
  const otherwise = args.length === 3 ? '$2' : 'undefined';
  return attempt(b, 'attribute', `tamedAttributeOr($0, $1, ${otherwise})`, args);
};

const hasattr: Lowering = (b, args) =>
  args.length === 2 ? attempt(b, 'attribute', 'tamedHasAttribute($0, $1)', args, BOOL) : null;

/** The object gets another shape. */
const setattr: Lowering = (b, args) => {
  const result = args.length === 3 ? attempt(b, 'store_attribute', 'tamedSetAttribute($0, $1, $2)', args) : null;
  if (result === null) return null;
  b.environment.forget();
  return b.constant(null);
};

export const REFLECTION: Record<string, Lowering> = { getattr, hasattr, setattr };
