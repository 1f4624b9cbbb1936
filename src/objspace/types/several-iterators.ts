/** What `zip` and `map` share: several iterators advanced together, and the errors when `strict` finds them of different lengths. */
import { raiseTypeError, raiseValueError } from '../exception.ts';
import { unexpectedKeywordText } from '../gateway/keyword-hint.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { isTrue, iter } from '../operations.ts';
import { poll } from '../safepoint.ts';
import { nextOf } from './next-of.ts';

/** Work of making an iterator. */
const ITERATOR_WORK = 4;

/** Iterators of all the iterables. */
export function iteratorsOf(iterables: readonly Value[]): Value[] | Exit {
  const iterators: Value[] = [];
  for (const iterable of iterables) {
    const iterator = iter(iterable);
    if (iterator === EXIT || poll(ITERATOR_WORK) === EXIT) return EXIT;
    iterators.push(iterator as Value);
  }
  return iterators;
}

/** One item of each iterator; `undefined` when one has ended. */
export function nextOfEach(iterators: readonly Value[], isStrict: boolean, name: string): Value[] | undefined | Exit {
  const items: Value[] = new Array(iterators.length);
  for (let index = 0; index < iterators.length; index++) {
    const item = nextOf(iterators[index]);
    if (item === EXIT) return EXIT;
    if (item === undefined) return isStrict ? checkEnds(iterators, index, name) : undefined;
    items[index] = item as Value;
  }
  return items;
}

/** After the iterator `ended` has ended: have all? */
function checkEnds(iterators: readonly Value[], ended: number, name: string): undefined | Exit {
  if (ended > 0) return raiseValueError(`${name}() argument ${ended + 1} is shorter than argument${before(ended)}`);
  for (let index = 1; index < iterators.length; index++) {
    const item = nextOf(iterators[index]);
    if (item === EXIT) return EXIT;
    if (item !== undefined)
      return raiseValueError(`${name}() argument ${index + 1} is longer than argument${before(index)}`);
  }
  return undefined;
}

const before = (count: number): string => (count === 1 ? ' 1' : `s 1-${count}`);

/** `strict=`, the one keyword that zip and map take. */
export function strictArgument(
  args: readonly Value[],
  keywords: readonly string[] | null,
  name: string,
): boolean | Exit {
  if (keywords === null) return false;
  if (keywords.length > 1)
    return raiseTypeError(`${name}() takes at most 1 keyword argument (${keywords.length} given)`);
  for (const keyword of keywords) {
    if (keyword !== 'strict') return raiseTypeError(unexpectedKeywordText(name, keyword, ['strict']));
  }
  return keywords.length === 0 ? false : isTrue(args[args.length - 1]);
}
