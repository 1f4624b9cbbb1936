/** Comparison of secrets in a time that does not depend on where they differ. */
import { bytesOf, type PyBytesLike, supportsBuffer } from '../../objspace/buffer.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';

export function compareDigest(a: Value, b: Value): Result {
  if (isText(a) && isText(b)) return compareTexts(textOf(a), textOf(b));
  if (!supportsBuffer(a) && !supportsBuffer(b)) {
    return raiseTypeError(
      `unsupported operand types(s) or combination of types: '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  const left = bytesOf(a);
  const right = left === EXIT ? EXIT : bytesOf(b);
  if (left === EXIT || right === EXIT) return EXIT;
  const secret = (left as PyBytesLike).data;
  const given = (right as PyBytesLike).data;
  return isSame(secret.length, given.length, (at) => secret[at] ^ given[at]);
}

function compareTexts(a: string, b: string): Result {
  for (const text of [a, b]) {
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) > 127)
        return raiseTypeError('comparing strings with non-ASCII characters is not supported');
    }
  }
  return isSame(a.length, b.length, (at) => a.charCodeAt(at) ^ b.charCodeAt(at));
}

/** Looks at all of the second operand, whatever the first is. */
function isSame(length: number, otherLength: number, differenceAt: (at: number) => number): boolean {
  let difference = length ^ otherLength;
  for (let at = 0; at < otherLength; at++) {
    difference |= at < length ? differenceAt(at) : 1;
    if ((at & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  }
  return difference === 0;
}
