/** `text[index]` and `text[start:stop:step]`. */
import { characterOf } from '../../../util/growing-text.ts';
import { slicePoints, sliceUnits, TextBuilder, type Text } from './text.ts';
import { worked } from '../../../util/work.ts';

/** Code units given to String.fromCharCode at once. */
const CHUNK = 8192;
/** Up to here the engine puts texts together without making a tree of them. */
const FEW = 12;

/** The character at an index within 0..length-1. */
export function itemAt(text: Text, index: number): Text {
  if (typeof text === 'string') return characterOf(text, index);
  const offset = text.offsetOf(index);
  return sliceUnits(text, offset, offset + text.widthAt(offset));
}

/** The characters at start, start + step, ...: `count` of them, all within the text. */
export function sliceText(text: Text, start: number, step: number, count: number): Text {
  if (count <= 0) return '';
  if (step === 1) return slicePoints(text, start, start + count);
  if (typeof text === 'string') return everyNth(text, start, step, count);
  const builder = new TextBuilder();
  for (let at = 0; at < count; at++) {
    if ((at & 0x3fff) === 0x3fff) worked(0x4000);
    builder.appendPoint(text.pointAt(text.offsetOf(start + at * step)));
  }
  return builder.finish();
}

function everyNth(text: string, start: number, step: number, count: number): string {
  let result = '';
  if (count <= FEW) {
    for (let taken = 0, at = start; taken < count; taken++, at += step) result += text[at];
    return result;
  }
  for (let done = 0; done < count; ) {
    const size = Math.min(CHUNK, count - done);
    if (size === CHUNK) worked(size);
    // For short texts a typed array would cost more than the text.
    const units = new Array<number>(size);
    for (let index = 0, at = start + done * step; index < size; index++, at += step) units[index] = text.charCodeAt(at);
    result += String.fromCharCode.apply(null, units);
    done += size;
  }
  return result;
}
