/** The arguments of a method: its object, and those that it is called with. */
import type { Value } from '../objspace/object.ts';
import { MAX_ROOM, roomFor } from '../objspace/types/list/kinds.ts';

/** Written out: arrays that begin to grow at their front, or are spread, take several times as long. */
export function withSelf(self: Value, items: readonly Value[]): Value[] {
  switch (items.length) {
    case 0:
      return [self];
    case 1:
      return [self, items[0]];
    case 2:
      return [self, items[0], items[1]];
    case 3:
      return [self, items[0], items[1], items[2]];
    default:
      return items.length < MAX_ROOM ? behind(self, items) : joinedBehind(self, items);
  }
}

function behind(self: Value, items: readonly Value[]): Value[] {
  const all = roomFor(items.length + 1);
  all[0] = self;
  for (let index = 0; index < items.length; index++) all[index + 1] = items[index];
  return all;
}

function joinedBehind(self: Value, items: readonly Value[]): Value[] {
  const all = items.slice();
  all.unshift(self);
  return all;
}
