/** Stripping characters from the ends of a text. */
import { partOf, unitAt } from '../../../util/growing-text.ts';
import { isSpace } from './spaces.ts';
import { pointAt, pointBefore, pointsOf, sliceUnits, type Text, unitsOf, widthOf } from './text.ts';
import { worked } from '../../../util/work.ts';

/** The text between the two offsets. */
function between(text: string, start: number, end: number): string {
  return start === 0 && end === text.length ? text : partOf(text, start, end);
}

type Test = (point: number) => boolean;

function memberTest(characters: Text): Test {
  const points = pointsOf(characters);
  if (points.length === 1) return (point) => point === points[0];
  const members = new Set(points);
  return (point) => members.has(point);
}

/** Up to so many characters, comparing them one by one beats a set that has to be made first. */
const FEW = 32;

function isAmong(unit: number, characters: string): boolean {
  for (let index = 0; index < characters.length; index++) if (characters.charCodeAt(index) === unit) return true;
  return false;
}

/** Of texts without surrogates, whose units are their characters. */
function stripUnits(text: string, characters: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  if (atStart) while (start < end && isAmong(unitAt(text, start), characters)) if ((++start & 1023) === 0) worked(1024);
  if (atEnd) while (end > start && isAmong(unitAt(text, end - 1), characters)) if ((--end & 1023) === 0) worked(1024);
  return between(text, start, end);
}

function stripSpaces(text: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  if (atStart) while (start < end && isSpace(unitAt(text, start))) if ((++start & 1023) === 0) worked(1024);
  if (atEnd) while (end > start && isSpace(unitAt(text, end - 1))) if ((--end & 1023) === 0) worked(1024);
  return between(text, start, end);
}

/** `characters` is `undefined` for white space. */
export function stripText(text: Text, characters: Text | undefined, atStart: boolean, atEnd: boolean): Text {
  if (typeof text === 'string' && typeof characters === 'string' && characters.length <= FEW)
    return stripUnits(text, characters, atStart, atEnd);
  if (typeof text === 'string' && characters === undefined) return stripSpaces(text, atStart, atEnd);
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
