/** Type comments (PEP 484): `# type: int`, and `# type: ignore` with whatever follows it. */

export interface TypeComment {
  /** Offset of what follows `type:`, or of the tag that follows `ignore`. */
  readonly start: number;
  readonly isIgnore: boolean;
}

const TYPE_COMMENT = /#[ \t]*type:[ \t]*/y;
const IGNORE = 'ignore';
const IGNORE_GOES_ON = /[0-9A-Za-z\x80-\uffff]/;

/** The type comment that the comment input[start:end] is, if any. */
export function findTypeComment(input: string, start: number, end: number): TypeComment | undefined {
  TYPE_COMMENT.lastIndex = start;
  if (!TYPE_COMMENT.test(input)) return undefined;
  const typeStart = TYPE_COMMENT.lastIndex;
  if (!input.startsWith(IGNORE, typeStart)) return { start: typeStart, isIgnore: false };
  const tag = typeStart + IGNORE.length;
  if (tag < end && IGNORE_GOES_ON.test(input[tag]!)) return { start: typeStart, isIgnore: false };
  return { start: tag, isIgnore: true };
}
