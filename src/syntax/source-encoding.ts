/**
 * The encoding that a source file declares (PEP 263): a comment such as `# -*- coding: latin-1 -*-` in the first line, or in
 * the second if the first holds nothing but white space or a comment.
 */

/** What precedes a comment that may hold a declaration; also a whole line without code. */
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#|$)/;
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const UTF_8 = /^utf-8(?:-.*)?$/;
const LATIN_1 = /^(?:latin-1|iso-8859-1|iso-latin-1)(?:-.*)?$/;
/** So many characters of a name decide whether it is one of the usual two. */
const SIGNIFICANT = 12;

export interface Declaration {
  /** As written, but `utf-8` and `iso-8859-1` for their variants. */
  readonly encoding: string;
  /** 1 or 2. */
  readonly line: number;
  readonly lineText: string;
}

function commonName(name: string): string {
  const start = name.slice(0, SIGNIFICANT).toLowerCase().replaceAll('_', '-');
  if (UTF_8.test(start)) return 'utf-8';
  return LATIN_1.test(start) ? 'iso-8859-1' : name;
}

/** The declaration in the beginning of a source, given as text with one character per byte. */
export function findDeclaration(beginning: string): Declaration | undefined {
  const lines = beginning.split(/\r\n?|\n/, 2);
  for (const [index, lineText] of lines.entries()) {
    const match = DECLARATION.exec(lineText);
    if (match !== null) return { encoding: commonName(match[1]!), line: index + 1, lineText };
    if (!BLANK_OR_COMMENT.test(lineText)) return undefined;
  }
  return undefined;
}
