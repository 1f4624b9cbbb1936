/** Methods of lists that run no Python code with such arguments, without the call of a builtin. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, INT, isWithin, LIST } from '../kinds.ts';

function append(b: Builder, [list, item]: readonly Node[]): Node | null {
  if (item === undefined || !isWithin(list.kinds, LIST)) return null;
  b.guard('$0.storage.length < MAX_GROWN', [list], 'room');
  b.write('append', '$0.append($1)', [list, b.boxed(item)]);
  return b.constant(null);
}

function insert(b: Builder, [list, index, item, more]: readonly Node[]): Node | null {
  if (item === undefined || more !== undefined || !isWithin(list.kinds, LIST) || !isWithin(index.kinds, INT))
    return null;
  b.quiet('insert', 'insertItem($0, $1, $2)', [list, index, b.boxed(item)]);
  return b.constant(null);
}

function pop(b: Builder, [list, index = b.constant(-1), more]: readonly Node[]): Node | null {
  if (more !== undefined || !isWithin(list.kinds, LIST) || !isWithin(index.kinds, INT)) return null;
  return b.quiet('pop', 'popItem($0, $1)', [list, index], BOUND);
}

export const LIST_METHODS = { 'list.append': append, 'list.insert': insert, 'list.pop': pop };
