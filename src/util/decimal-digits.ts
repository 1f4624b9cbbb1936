/** Unicode's decimal digits and spaces as ASCII, which is how Python reads numbers in text. */

/** The digit zero of each script (Unicode 16, category Nd); nine more follow it. */
const ZEROS: readonly number[] = (
  '30 660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 de6 e50 ed0 f20 1040 1090 17e0 1810 1946 19d0 1a80 1a90 1b50 1bb0 1c40 ' +
  '1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10 104a0 10d30 10d40 11066 110f0 11136 111d0 112f0 11450 114d0 11650 116c0 116d0 ' +
  '116da 11730 118e0 11950 11bf0 11c50 11d50 11da0 11f50 16130 16a60 16ac0 16b50 16d70 1ccf0 1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 ' +
  '1e140 1e2f0 1e4f0 1e5f1 1e950 1fbf0'
)
  .split(' ')
  .map((zero) => Number.parseInt(zero, 16));

const NON_ASCII = /[^\x00-\x7f]/u;
const SPACE = /[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** The value of a decimal digit of any script, or -1. */
export function decimalValue(point: number): number {
  let low = 0;
  let high = ZEROS.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (ZEROS[middle] <= point) low = middle;
    else high = middle - 1;
  }
  const value = point - ZEROS[low];
  return value >= 0 && value < 10 ? value : -1;
}

/** Digits and spaces beyond ASCII become ASCII ones, all other characters beyond ASCII '?', which no number contains. */
export function asciiNumeral(text: string): string {
  if (!NON_ASCII.test(text)) return text;
  let result = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 128) result += character;
    else if (SPACE.test(character)) result += ' ';
    else {
      const value = decimalValue(point);
      result += value < 0 ? '?' : String(value);
    }
  }
  return result;
}

/** The text without the ASCII white space around it. */
export function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The digits without underscores, if each stands between two digits; `undefined` otherwise. */
export function withoutUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text;
  if (text.startsWith('_') || text.endsWith('_') || text.includes('__')) return undefined;
  return text.replaceAll('_', '');
}
