/** Stripping characters from the ends of a text. */
import { propertiesOf, SPACE } from '../../../util/unicode-properties.ts';
import { pointAt, pointBefore, pointsOf, sliceUnits, type Text, unitsOf, widthOf } from './text.ts';
import { worked } from '../../../util/work.ts';

type Test = (point: number) => boolean;

const isSpace: Test = (point) => point === 32 || (propertiesOf(point) & SPACE) !== 0;

function memberTest(characters: Text): Test {
  const points = pointsOf(characters);
  if (points.length === 1) return (point) => point === points[0];
  const members = new Set(points);
  return (point) => members.has(point);
}

/** `characters` is `undefined` for white space. */
export function stripText(text: Text, characters: Text | undefined, atStart: boolean, atEnd: boolean): Text {
  const isStripped = characters === undefined ? isSpace : memberTest(characters);
  let start = 0;
  let end = unitsOf(text).length;
  while (atStart && start < end) {
    worked(1);
    const point = pointAt(text, start);
    if (!isStripped(point)) break;
    start += widthOf(point);
  }
  while (atEnd && end > start) {
    worked(1);
    const point = pointBefore(text, end);
    if (!isStripped(point)) break;
    end -= widthOf(point);
  }
  return start === 0 && end === unitsOf(text).length ? text : sliceUnits(text, start, end);
}
