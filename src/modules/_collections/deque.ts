/**
 * `deque` as data: a ring of items. Item `index` is at `(head + index) & mask`; the length of `ring` is a power of two.
 *
 * `changes` counts insertions and removals, so that iterators and searches notice when code that they run changes the deque.
 */
import { declareObjectClass, type Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { STRIDE, worked } from '../../util/work.ts';

const SMALLEST = 8;

export class PyDeque {
  declare readonly shape: Shape;
  ring: (Value | undefined)[];
  head: number;
  length: number;
  /** Longest length, or -1 for no limit. */
  maxLength: number;
  /** The same as it was given: no deque has more items than a safe integer counts. */
  givenLimit: number | bigint;
  changes: number;

  constructor(maxLength: number) {
    this.ring = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    this.head = 0;
    this.length = 0;
    this.maxLength = maxLength;
    this.givenLimit = maxLength;
    this.changes = 0;
  }

  get(index: number): Value {
    return this.ring[(this.head + index) & (this.ring.length - 1)] as Value;
  }

  set(index: number, value: Value): void {
    this.ring[(this.head + index) & (this.ring.length - 1)] = value;
  }

  append(value: Value): void {
    if (this.length === this.maxLength) {
      if (this.length === 0) return;
      this.popLeft();
    }
    if (this.length === this.ring.length) this.resize(this.length * 2);
    this.ring[(this.head + this.length) & (this.ring.length - 1)] = value;
    this.length++;
    this.changes++;
  }

  appendLeft(value: Value): void {
    if (this.length === this.maxLength) {
      if (this.length === 0) return;
      this.pop();
    }
    if (this.length === this.ring.length) this.resize(this.length * 2);
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = value;
    this.length++;
    this.changes++;
  }

  /** The deque is not empty. */
  pop(): Value {
    const at = (this.head + this.length - 1) & (this.ring.length - 1);
    const value = this.ring[at] as Value;
    this.ring[at] = undefined;
    this.length--;
    this.changes++;
    this.shrink();
    return value;
  }

  /** The deque is not empty. */
  popLeft(): Value {
    const value = this.ring[this.head] as Value;
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.length--;
    this.changes++;
    this.shrink();
    return value;
  }

  /** Moves the last `steps` items to the front; negative: the first ones to the back. */
  rotate(steps: number): void {
    const { length } = this;
    if (length < 2) return;
    let turns = steps % length;
    if (turns < 0) turns += length;
    const toLeft = turns > length / 2;
    for (let left = toLeft ? length - turns : turns; left > 0; left -= STRIDE) {
      this.turn(Math.min(left, STRIDE), toLeft);
      worked(STRIDE);
    }
  }

  /** Moves that many items, a few, from one end to the other. */
  private turn(count: number, toLeft: boolean): void {
    const maxLength = this.maxLength;
    this.maxLength = -1;
    for (let turns = count; turns > 0; turns--) {
      if (toLeft) this.append(this.popLeft());
      else this.appendLeft(this.pop());
    }
    this.maxLength = maxLength;
  }

  /** Inserts before `index`, which is in 0 .. length; moves the shorter side. */
  insert(index: number, value: Value): void {
    if (index > this.length / 2) {
      this.append(value);
      for (let at = this.length - 1; at > index; at--) {
        if ((at & 0x3fff) === 0x3fff) worked(0x1000);
        this.set(at, this.get(at - 1));
      }
    } else {
      this.appendLeft(value);
      for (let at = 0; at < index; at++) {
        if ((at & 0x3fff) === 0x3fff) worked(0x1000);
        this.set(at, this.get(at + 1));
      }
    }
    this.set(index, value);
  }

  remove(index: number): void {
    if (index > this.length / 2) {
      for (let at = index; at < this.length - 1; at++) {
        if ((at & 0x3fff) === 0x3fff) worked(0x1000);
        this.set(at, this.get(at + 1));
      }
      this.pop();
    } else {
      for (let at = index; at > 0; at--) {
        if ((at & 0x3fff) === 0x3fff) worked(0x1000);
        this.set(at, this.get(at - 1));
      }
      this.popLeft();
    }
  }

  clear(): void {
    this.ring = new Array(SMALLEST).fill(undefined);
    this.head = 0;
    this.length = 0;
    this.changes++;
  }

  toArray(): Value[] {
    const items: Value[] = [];
    for (let index = 0; index < this.length; index++) {
      if ((index & 0x3fff) === 0x3fff) worked(0x1000);
      items.push(this.get(index));
    }
    return items;
  }

  private shrink(): void {
    if (this.ring.length > SMALLEST * 8 && this.length * 8 < this.ring.length) this.resize(this.ring.length / 4);
  }

  private resize(capacity: number): void {
    const ring: (Value | undefined)[] = [];
    for (let index = 0; index < this.length; index++) {
      if ((index & 0x3fff) === 0x3fff) worked(0x1000);
      ring.push(this.get(index));
    }
    while (ring.length < capacity) ring.push(undefined);
    this.ring = ring;
    this.head = 0;
  }
}
declareObjectClass(PyDeque);
