/** Case conversion of texts: full mappings, final sigma, title case. */
import { isAscii } from '../../../util/code-points.ts';
import { foldPoint, lowerPoint, titlePoint, upperPoint } from '../../../util/unicode-case.ts';
import { CASE_IGNORABLE, CASED, LOWERCASE, propertiesOf, UPPERCASE } from '../../../util/unicode-properties.ts';
import { isSurrogate, pointAt, pointBefore, type Text, TextBuilder, unitsOf, widthOf } from './text.ts';
import { worked } from '../../../util/work.ts';

const SIGMA = 0x3a3;

/** Maps each code point to text without lone surrogates; those of the text stay. */
function mapPoints(text: Text, map: (point: number, offset: number) => string): Text {
  if (typeof text === 'string') return mapUnits(text, map);
  const builder = new TextBuilder();
  for (let offset = 0; offset < text.text.length; ) {
    if ((offset & 0x3ffe) === 0x3ffe) worked(0x2000);
    const point = text.pointAt(offset);
    const mapped = map(point, offset);
    if (isSurrogate(point)) builder.appendPoint(point);
    else builder.appendWellFormed(mapped);
    offset += widthOf(point);
  }
  return builder.finish();
}

/** Code units that are mapped at once. */
const CHUNK = 4096;

function mapUnits(text: string, map: (point: number, offset: number) => string): string {
  let result = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const size = Math.min(CHUNK, text.length - start);
    worked(size);
    const mapped: string[] = new Array(size);
    for (let index = 0; index < size; index++) mapped[index] = map(text.charCodeAt(start + index), start + index);
    result += mapped.join('');
  }
  return result;
}

/** A sigma at the end of a word has a small form of its own: a letter stands before it, none behind. */
function isFinalSigma(text: Text, offset: number): boolean {
  let before = offset;
  let properties = CASE_IGNORABLE;
  while (before > 0 && (properties & CASE_IGNORABLE) !== 0) {
    const point = pointBefore(text, before);
    properties = propertiesOf(point);
    before -= widthOf(point);
  }
  if ((properties & CASE_IGNORABLE) !== 0 || (properties & CASED) === 0) return false;
  const end = unitsOf(text).length;
  properties = CASE_IGNORABLE;
  let behind = offset + 1;
  while (behind < end && (properties & CASE_IGNORABLE) !== 0) {
    const point = pointAt(text, behind);
    properties = propertiesOf(point);
    behind += widthOf(point);
  }
  return (properties & CASE_IGNORABLE) !== 0 || (properties & CASED) === 0;
}

function lowerAt(text: Text, point: number, offset: number): string {
  if (point === SIGMA) return isFinalSigma(text, offset) ? '\u03c2' : '\u03c3';
  return lowerPoint(point);
}

export function lowerText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return text.toLowerCase();
  return mapPoints(text, (point, offset) => lowerAt(text, point, offset));
}

export function upperText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return text.toUpperCase();
  return mapPoints(text, upperPoint);
}

export function foldText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return text.toLowerCase();
  return mapPoints(text, foldPoint);
}

export function swapCaseText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return swapAscii(text);
  return mapPoints(text, (point, offset) => {
    const properties = propertiesOf(point);
    if ((properties & UPPERCASE) !== 0) return lowerAt(text, point, offset);
    return (properties & LOWERCASE) !== 0 ? upperPoint(point) : String.fromCodePoint(point);
  });
}

export function capitalizeText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  return mapPoints(text, (point, offset) => (offset === 0 ? titlePoint(point) : lowerAt(text, point, offset)));
}

export function titleText(text: Text): Text {
  if (typeof text === 'string' && isAscii(text)) return titleAscii(text);
  let isInWord = false;
  return mapPoints(text, (point, offset) => {
    const mapped = isInWord ? lowerAt(text, point, offset) : titlePoint(point);
    isInWord = (propertiesOf(point) & CASED) !== 0;
    return mapped;
  });
}

/** Units of which a text is made at once. */
const ASCII_CHUNK = 4096;

const isAsciiLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

function swapAscii(text: string): string {
  let result = '';
  for (let start = 0; start < text.length; start += ASCII_CHUNK) {
    const size = Math.min(ASCII_CHUNK, text.length - start);
    worked(size);
    const units = new Array<number>(size);
    for (let index = 0; index < size; index++) {
      const unit = text.charCodeAt(start + index);
      units[index] = isAsciiLetter(unit) ? unit ^ 32 : unit;
    }
    result += String.fromCharCode.apply(null, units);
  }
  return result;
}

function titleAscii(text: string): string {
  let result = '';
  let units: number[] = [];
  let isInWord = false;
  for (let offset = 0; offset < text.length; offset++) {
    let unit = text.charCodeAt(offset);
    const isUpper = unit >= 65 && unit <= 90;
    const isLower = unit >= 97 && unit <= 122;
    // Cases of a letter differ by 32.
    if (isInWord ? isUpper : isLower) unit ^= 32;
    isInWord = isUpper || isLower;
    units.push(unit);
    if (units.length === ASCII_CHUNK) {
      worked(ASCII_CHUNK);
      result += String.fromCharCode.apply(null, units);
      units = [];
    }
  }
  return result + String.fromCharCode.apply(null, units);
}
