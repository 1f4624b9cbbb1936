/** The warning about a backslash that begins no escape sequence. */

/** What CPython says about a backslash that begins no escape sequence, or too large an octal one. */
export function escapeMessage(sequence: string, kind: 'escape' | 'octal escape'): string {
  return (
    `"\\${sequence}" is an invalid ${kind} sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${sequence}"? A raw string is also an option.`
  );
}
