/**
 * Register operands as small numbers: writer and reader both guess which temporary comes next.
 *
 * The guess follows what the compiler does: a temporary is read once, soon after it was written, and its register is free
 * from then on; the one that was freed last is taken next. Wrong guesses cost a longer number and nothing else.
 *
 * Locals and cells are odd numbers. Temporaries are even ones: for a read, twice the number of temporaries written
 * since; for a write, 0 if the guess is right.
 */
import type { ByteReader, ByteWriter } from '../util/byte-stream.ts';

export class RegisterModel {
  private readonly fixed: number;
  /** Temporaries that wait to be read, the last written at the end. */
  private readonly live: number[];
  private readonly free: number[];
  /** Temporaries read by the current instruction. */
  private readonly dying: number[];
  private next: number;

  constructor(fixed: number) {
    this.fixed = fixed;
    this.live = [];
    this.free = [];
    this.dying = [];
    this.next = 0;
  }

  writeRead(column: ByteWriter, register: number, isLasting: boolean): void {
    const temp = register - this.fixed;
    if (temp < 0) {
      column.varint(2 * register + 1);
      return;
    }
    const { live } = this;
    const at = live.lastIndexOf(temp);
    column.varint(2 * (at >= 0 ? live.length - 1 - at : live.length + temp));
    this.noteRead(at, temp, isLasting);
  }

  readRead(column: ByteReader, isLasting: boolean): number {
    const number = column.varint();
    if ((number & 1) === 1) return number >> 1;
    const { live } = this;
    const rank = number >> 1;
    const at = rank < live.length ? live.length - 1 - rank : -1;
    const temp = at >= 0 ? live[at] : rank - live.length;
    this.noteRead(at, temp, isLasting);
    return temp + this.fixed;
  }

  private noteRead(at: number, temp: number, isLasting: boolean): void {
    if (at < 0 || isLasting) return;
    this.live.splice(at, 1);
    this.dying.push(temp);
  }

  /** All operands that the instruction reads are known: the first of them is freed last. */
  endReads(): void {
    const { dying, free } = this;
    while (dying.length > 0) free.push(dying.pop() as number);
  }

  writeWrite(column: ByteWriter, register: number): void {
    const temp = register - this.fixed;
    if (temp < 0) {
      column.varint(2 * register + 1);
      return;
    }
    column.varint(temp === this.guess() ? 0 : 2 * (temp + 1));
    this.noteWrite(temp);
  }

  readWrite(column: ByteReader): number {
    const number = column.varint();
    if ((number & 1) === 1) return number >> 1;
    const temp = number === 0 ? this.guess() : (number >> 1) - 1;
    this.noteWrite(temp);
    return temp + this.fixed;
  }

  private guess(): number {
    return this.free.at(-1) ?? this.next;
  }

  private noteWrite(temp: number): void {
    const { live, free } = this;
    if (free.at(-1) === temp) free.pop();
    else remove(free, temp);
    remove(live, temp);
    live.push(temp);
    if (temp >= this.next) this.next = temp + 1;
  }
}

function remove(list: number[], value: number): void {
  const at = list.lastIndexOf(value);
  if (at >= 0) list.splice(at, 1);
}
