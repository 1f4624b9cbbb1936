/**
 * Merging two neighbouring runs of a sort. The shorter one is copied away; the other moves into the place it leaves.
 *
 * Both directions keep this invariant: between the place where the next item goes and the rest of the run that stayed there is a gap,
 * just as long as the rest of the run that was copied. So whatever happens, a comparison that throws included, putting that rest into the
 * gap leaves all items there.
 */
import { gallopLeft, gallopRight } from './timsort-gallop.ts';
import type { Less } from './timsort.ts';

/** So many wins in a row of one side, and the merge looks for the end of the winning streak by a search. */
export const MIN_GALLOP = 7;

/** What a sort works on, and how eager it is to gallop. */
export interface SortState<K, V> {
  readonly keys: K[];
  readonly values: V[] | null;
  readonly less: Less<K>;
  minGallop: number;
}

abstract class Merge<K, V> {
  protected readonly state: SortState<K, V>;
  /** The run that was copied away. */
  protected readonly copiedKeys: readonly K[];
  protected readonly copiedValues: readonly V[] | null;
  /** Where the next item goes. */
  protected target: number;
  /** Next item of the left and the right run, and how many they have left. */
  protected left: number;
  protected right: number;
  protected leftCount: number;
  protected rightCount: number;

  constructor(
    state: SortState<K, V>,
    copyStart: number,
    copyCount: number,
    target: number,
    left: number,
    right: number,
  ) {
    this.state = state;
    this.copiedKeys = state.keys.slice(copyStart, copyStart + copyCount);
    this.copiedValues = state.values === null ? null : state.values.slice(copyStart, copyStart + copyCount);
    this.target = target;
    this.left = left;
    this.right = right;
    this.leftCount = 0;
    this.rightCount = 0;
  }

  /** Takes items of one side to their place. */
  protected abstract takeLeft(count: number): void;
  protected abstract takeRight(count: number): void;
  /** Whether the item of the right run comes first: in the order in which this merge goes. */
  protected abstract rightIsLess(): boolean;
  /** How many items of the left run come before the right one's next, and the other way round. */
  protected abstract leftStreak(): number;
  protected abstract rightStreak(): number;
  /** Whether the merge is decided: one run is used up, or what is left of the copied one is known to come last. */
  protected abstract isOver(): boolean;
  /** Puts everything into its final place. */
  protected abstract finish(): void;
  /** Puts the rest of the copied run into the gap. */
  protected abstract fillGap(): void;

  run(): void {
    try {
      while (!this.isOver()) {
        this.oneByOne();
        if (!this.isOver()) this.gallop();
      }
    } catch (thrown) {
      this.fillGap();
      throw thrown;
    }
    this.finish();
  }

  /** Until one side wins so often that galloping may pay. */
  private oneByOne(): void {
    const { state } = this;
    let leftWins = 0;
    let rightWins = 0;
    do {
      if (this.rightIsLess()) {
        this.take(true);
        rightWins++;
        leftWins = 0;
      } else {
        this.take(false);
        leftWins++;
        rightWins = 0;
      }
    } while (!this.isOver() && leftWins < state.minGallop && rightWins < state.minGallop);
  }

  protected abstract take(rightIsLess: boolean): void;

  /** As long as streaks are long; each turn makes the merge more eager to gallop, leaving makes it less so. */
  private gallop(): void {
    const { state } = this;
    state.minGallop++;
    for (;;) {
      if (state.minGallop > 1) state.minGallop--;
      const leftWins = this.leftStreak();
      this.takeLeft(leftWins);
      if (this.isOver()) return;
      this.takeRight(1);
      if (this.isOver()) return;
      const rightWins = this.rightStreak();
      this.takeRight(rightWins);
      if (this.isOver()) return;
      this.takeLeft(1);
      if (this.isOver()) return;
      if (leftWins < MIN_GALLOP && rightWins < MIN_GALLOP) break;
    }
    state.minGallop++;
  }

  /** Copies items to the target, from the lowest on. */
  protected copyUp(fromKeys: readonly K[], fromValues: readonly V[] | null, from: number, count: number): void {
    const { keys, values } = this.state;
    const { target } = this;
    for (let offset = 0; offset < count; offset++) {
      keys[target + offset] = fromKeys[from + offset];
      if (values !== null) values[target + offset] = fromValues![from + offset];
    }
    this.target += count;
  }

  /** Copies items to the target and below, from the highest on. */
  protected copyDown(fromKeys: readonly K[], fromValues: readonly V[] | null, from: number, count: number): void {
    const { keys, values } = this.state;
    const { target } = this;
    for (let offset = 0; offset < count; offset++) {
      keys[target - offset] = fromKeys[from - offset];
      if (values !== null) values[target - offset] = fromValues![from - offset];
    }
    this.target -= count;
  }
}

/** From the lowest item upwards; the left run is the copied one. Its last item is known to come last of all, the first of the right one first. */
export class MergeUp<K, V> extends Merge<K, V> {
  constructor(state: SortState<K, V>, start1: number, count1: number, start2: number, count2: number) {
    super(state, start1, count1, start1, 0, start2);
    this.leftCount = count1;
    this.rightCount = count2;
    this.takeRight(1);
  }

  protected isOver(): boolean {
    return this.leftCount <= 1 || this.rightCount === 0;
  }

  protected rightIsLess(): boolean {
    return this.state.less(this.state.keys[this.right], this.copiedKeys[this.left]);
  }

  protected take(rightIsLess: boolean): void {
    if (rightIsLess) this.takeRight(1);
    else this.takeLeft(1);
  }

  protected takeLeft(count: number): void {
    this.copyUp(this.copiedKeys, this.copiedValues, this.left, count);
    this.left += count;
    this.leftCount -= count;
  }

  protected takeRight(count: number): void {
    this.copyUp(this.state.keys, this.state.values, this.right, count);
    this.right += count;
    this.rightCount -= count;
  }

  protected leftStreak(): number {
    const { keys, less } = this.state;
    return gallopRight(less, keys[this.right], this.copiedKeys, this.left, this.leftCount, 0);
  }

  protected rightStreak(): number {
    const { keys, less } = this.state;
    return gallopLeft(less, this.copiedKeys[this.left], keys, this.right, this.rightCount, 0);
  }

  protected finish(): void {
    if (this.leftCount === 1) this.takeRight(this.rightCount);
    this.fillGap();
  }

  protected fillGap(): void {
    this.takeLeft(this.leftCount);
  }
}

/** From the highest item downwards; the right run is the copied one. Its first item is known to come first of all, the last of the left one last. */
export class MergeDown<K, V> extends Merge<K, V> {
  constructor(state: SortState<K, V>, start1: number, count1: number, start2: number, count2: number) {
    super(state, start2, count2, start2 + count2 - 1, start1 + count1 - 1, count2 - 1);
    this.leftCount = count1;
    this.rightCount = count2;
    this.takeLeft(1);
  }

  protected isOver(): boolean {
    return this.leftCount === 0 || this.rightCount <= 1;
  }

  protected rightIsLess(): boolean {
    return this.state.less(this.copiedKeys[this.right], this.state.keys[this.left]);
  }

  protected take(rightIsLess: boolean): void {
    if (rightIsLess) this.takeLeft(1);
    else this.takeRight(1);
  }

  protected takeLeft(count: number): void {
    this.copyDown(this.state.keys, this.state.values, this.left, count);
    this.left -= count;
    this.leftCount -= count;
  }

  protected takeRight(count: number): void {
    this.copyDown(this.copiedKeys, this.copiedValues, this.right, count);
    this.right -= count;
    this.rightCount -= count;
  }

  protected leftStreak(): number {
    const { keys, less } = this.state;
    const { leftCount } = this;
    const start = this.left - leftCount + 1;
    return leftCount - gallopRight(less, this.copiedKeys[this.right], keys, start, leftCount, leftCount - 1);
  }

  protected rightStreak(): number {
    const { keys, less } = this.state;
    const { rightCount } = this;
    return rightCount - gallopLeft(less, keys[this.left], this.copiedKeys, 0, rightCount, rightCount - 1);
  }

  protected finish(): void {
    if (this.rightCount === 1) this.takeLeft(this.leftCount);
    this.fillGap();
  }

  protected fillGap(): void {
    this.takeRight(this.rightCount);
  }
}
