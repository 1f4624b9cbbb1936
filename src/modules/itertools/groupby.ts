/** `groupby`: a group and the iterator over groups share one position, so a group is over once the next one has been asked for. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { newSlot } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { callWithOne } from '../../objspace/gateway/short-calls.ts';
import { iter, argumentName } from '../../objspace/operations.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import type { Shape } from '../../objspace/shape.ts';
import { sameOrEqual } from '../../objspace/types/sequences.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { instanceOf, iteratorType } from './iterator-type.ts';

class GroupBy {
  declare readonly shape: Shape;
  readonly iterator: Value;
  readonly key: Value;
  /** Key of the group that was given last. */
  groupKey: Value | undefined;
  /** Key and value of the item read last; the value is `undefined` once given. */
  currentKey: Value | undefined;
  currentValue: Value | undefined;
  /** The one group that may still give items. */
  group: Group | null;

  constructor(iterator: Value, key: Value) {
    this.iterator = iterator;
    this.key = key;
    this.groupKey = undefined;
    this.currentKey = undefined;
    this.currentValue = undefined;
    this.group = null;
  }

  next(): Result | undefined {
    this.group = null;
    for (;;) {
      if (this.currentKey !== undefined) {
        if (this.groupKey === undefined) break;
        const same = sameOrEqual(this.groupKey, this.currentKey);
        if (same === EXIT) return EXIT;
        if (same === false) break;
      }
      const step = this.step();
      if (step !== true) return step;
    }
    this.groupKey = this.currentKey;
    this.group = new Group(this, this.groupKey as Value);
    return new PyTuple(null, this.currentKey as Value, this.group);
  }

  /** Reads an item; `undefined` at the end. */
  step(): true | undefined | Exit {
    const value = nextOf(this.iterator);
    if (value === undefined || value === EXIT) return value as undefined | Exit;
    const key = this.key === null ? value : callWithOne(this.key, value as Value);
    if (key === EXIT) return EXIT;
    this.currentValue = value as Value;
    this.currentKey = key as Value;
    return true;
  }
}
declareObjectClass(GroupBy);

/** `_grouper`: the items of one group. */
class Group {
  declare readonly shape: Shape;
  readonly parent: GroupBy;
  readonly key: Value;

  constructor(parent: GroupBy, key: Value) {
    this.parent = parent;
    this.key = key;
  }

  next(): Result | undefined {
    const { parent } = this;
    if (parent.group !== this) return undefined;
    if (parent.currentValue === undefined) {
      const step = parent.step();
      if (step !== true) return step;
    }
    const same = sameOrEqual(this.key, parent.currentKey as Value);
    if (same === EXIT) return EXIT;
    if (same === false) return undefined;
    const value = parent.currentValue;
    parent.currentValue = undefined;
    return value;
  }
}
declareObjectClass(Group);

export const groupbyType = iteratorType<GroupBy>('groupby', {
  layout: GroupBy,
  signature: '(iterable, key=None)',
  doc: `
    make an iterator that returns consecutive keys and groups from the iterable

      iterable
        Elements to divide into groups according to the key function.
      key
        A function for computing the group category for each element.
        If the key function is not specified or is None, the element itself
        is used for grouping.
  `,
  new: newSlot('groupby(cls, iterable, key=None)', (cls, iterable, key) => {
    const iterator = iter(iterable);
    return iterator === EXIT ? EXIT : instanceOf(cls, new GroupBy(iterator as Value, key));
  }),
});

export const grouperType = iteratorType<Group>('_grouper', {
  layout: Group,
  doc: '',
  isBaseType: false,
  new: newSlot('_grouper(cls, parent, tgtkey, /)', (cls, parent, key) => {
    if (!(parent instanceof GroupBy))
      return raiseTypeError(`_grouper() argument 1 must be itertools.groupby, not ${argumentName(parent)}`);
    parent.group = new Group(parent, key);
    return instanceOf(cls, parent.group);
  }),
});
