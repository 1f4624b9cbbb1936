/** White space of Python's strings. None of it is astral. */
import { propertiesOf, SPACE } from '../../../util/unicode-properties.ts';

/** Whether a code point, or a code unit, is white space. */
export function isSpace(point: number): boolean {
  if (point > 32 && point < 127) return false;
  return point === 32 || (propertiesOf(point) & SPACE) !== 0;
}
