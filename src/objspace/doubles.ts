/**
 * The doubles of an object: its attributes that have always been floats, in one array of doubles (shape.ts).
 *
 * The array is of the engine's own sort for doubles from the start, whatever is put into it first: places that read and write it meet one
 * sort only. It has room for as many as objects of the class have had so far, so that it need not grow.
 */
import type { Shape } from './shape.ts';

/** An array for the doubles of an object of the shape. */
export function newDoubles({ type }: Shape): number[] {
  return roomFor(type.doubleCount).slice();
}

const ROOMS: number[][] = [];

function roomFor(count: number): number[] {
  const room = ROOMS[count];
  if (room !== undefined) return room;
  const made = [0.1];
  while (made.length < count) made.push(0.1);
  ROOMS[count] = made;
  return made;
}
