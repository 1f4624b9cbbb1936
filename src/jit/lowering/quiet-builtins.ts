/**
 * Builtins that run no Python code and look at no frame when their arguments are of simple kinds: compiled code calls them without
 * bringing its frames up to date.
 */
import * as kinds from '../kinds.ts';

/** Kinds whose operations are the machine's own. */
const NUMBERS = kinds.INT | kinds.BIG | kinds.FLOAT | kinds.BOOL;
export const SIMPLE = NUMBERS | kinds.NONE | kinds.STR;
/** Containers whose items are simple, as their strategy shows. */
const FLAT = kinds.LIST_OF_INTS | kinds.LIST_OF_FLOATS | kinds.LIST_EMPTY;

/** Kinds of the arguments (self first) under which a builtin is quiet; the last one goes for all further ones. */
export const QUIET: Record<string, readonly number[]> = {
  abs: [NUMBERS],
  divmod: [NUMBERS],
  pow: [NUMBERS],
  round: [NUMBERS, NUMBERS | kinds.NONE],
  ord: [SIMPLE],
  chr: [SIMPLE],
  bin: [NUMBERS],
  hex: [NUMBERS],
  len: [kinds.LIST | kinds.TUPLE | kinds.STR | kinds.DICT],
  min: [NUMBERS],
  max: [NUMBERS],
  sum: [FLAT | kinds.RANGE],
  sorted: [FLAT],
  hash: [SIMPLE],
  callable: [SIMPLE],
  id: [kinds.BOUND],
  'list.append': [kinds.LIST, kinds.BOUND],
  'list.pop': [kinds.LIST, kinds.INT],
  'list.insert': [kinds.LIST, kinds.INT, kinds.BOUND],
  'list.reverse': [kinds.LIST],
  'list.copy': [kinds.LIST],
  'list.clear': [kinds.LIST],
  'list.extend': [kinds.LIST, kinds.LIST | kinds.TUPLE | kinds.RANGE],
  'list.sort': [FLAT],
  'str.join': [kinds.STR, kinds.LIST | kinds.TUPLE],
};

const TEXT_METHODS =
  'split rsplit strip lstrip rstrip startswith endswith find rfind index rindex count replace upper lower title capitalize isdigit ' +
  'isalpha isalnum isspace isupper islower zfill ljust rjust center partition rpartition splitlines swapcase casefold isidentifier';
for (const name of TEXT_METHODS.split(' ')) QUIET[`str.${name}`] = [kinds.STR, SIMPLE];

const MATHEMATICS =
  'sqrt sin cos tan asin acos atan atan2 exp expm1 exp2 log log2 log10 log1p pow floor ceil trunc fabs fmod hypot isnan isinf isfinite ' +
  'gcd lcm isqrt factorial comb perm copysign degrees radians sinh cosh tanh frexp ldexp modf cbrt';
for (const name of MATHEMATICS.split(' ')) QUIET[`math.${name}`] = [NUMBERS];

/** Whether arguments of these kinds make the builtin quiet. */
export function isQuiet(name: string | null, args: readonly { readonly kinds: number }[]): boolean {
  const wanted = name === null ? undefined : QUIET[name];
  if (wanted === undefined) return false;
  return args.every((node, index) => kinds.isWithin(node.kinds, wanted[Math.min(index, wanted.length - 1)]));
}
