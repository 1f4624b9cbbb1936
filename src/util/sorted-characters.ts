/** The characters of short texts, sorted by their codes. */

/** Beyond this many characters the insertion sort is slower than a general one. */
export const FEW_CHARACTERS = 40;

const codes = new Uint16Array(FEW_CHARACTERS);

/** Of a text without surrogates, of at most FEW_CHARACTERS; the order of equal ones cannot be told. */
export function sortedCharacters(text: string, isReversed: boolean): string[] {
  const { length } = text;
  for (let index = 0; index < length; index++) insert(text.charCodeAt(index), index);
  const characters: string[] = [];
  for (let index = 0; index < length; index++)
    characters.push(String.fromCharCode(codes[isReversed ? length - 1 - index : index]));
  return characters;
}

/** Among the first `count` codes, which are sorted. */
function insert(code: number, count: number): void {
  let place = count;
  for (; place > 0 && codes[place - 1] > code; place--) codes[place] = codes[place - 1];
  codes[place] = code;
}
