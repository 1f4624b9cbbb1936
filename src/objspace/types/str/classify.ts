/** The predicates of texts: `isalpha`, `isupper` and so on. */
import {
  CASED,
  LOWERCASE,
  propertiesOf,
  UPPERCASE,
  XID_CONTINUE,
  XID_START,
} from '../../../util/unicode-properties.ts';
import { pointAt, type Text, unitsOf, widthOf } from './text.ts';
import { worked } from '../../../util/work.ts';

const UNDERSCORE = 95;

/** Whether all characters have one of the properties, and there is one. */
export function allHave(text: Text, properties: number): boolean {
  const { length } = unitsOf(text);
  for (let offset = 0; offset < length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = pointAt(text, offset);
    if ((propertiesOf(point) & properties) === 0) return false;
    offset += widthOf(point);
  }
  return length > 0;
}

/** Whether all cased characters are of one case, and there is one. */
function isOneCase(text: Text, wanted: number): boolean {
  const { length } = unitsOf(text);
  let isFound = false;
  for (let offset = 0; offset < length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = pointAt(text, offset);
    const properties = propertiesOf(point) & CASED;
    if ((properties & ~wanted) !== 0) return false;
    if (properties !== 0) isFound = true;
    offset += widthOf(point);
  }
  return isFound;
}

export const isLowerText = (text: Text): boolean => isOneCase(text, LOWERCASE);
export const isUpperText = (text: Text): boolean => isOneCase(text, UPPERCASE);

export function isTitleText(text: Text): boolean {
  const { length } = unitsOf(text);
  let isInWord = false;
  let isFound = false;
  for (let offset = 0; offset < length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = pointAt(text, offset);
    const properties = propertiesOf(point);
    const isCased = (properties & CASED) !== 0;
    if (isCased && isInWord !== ((properties & LOWERCASE) !== 0)) return false;
    if (isCased) isFound = true;
    isInWord = isCased;
    offset += widthOf(point);
  }
  return isFound;
}

export function isIdentifierText(text: Text): boolean {
  const { length } = unitsOf(text);
  for (let offset = 0; offset < length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = pointAt(text, offset);
    const wanted = offset === 0 ? XID_START : XID_CONTINUE;
    if ((propertiesOf(point) & wanted) === 0 && point !== UNDERSCORE) return false;
    offset += widthOf(point);
  }
  return length > 0;
}
