/**
 * A source text with its name.
 *
 * Invariant: `text` has '\n' line ends only and no NUL; see decode-source.ts for how bytes become text.
 */
import { isAscii } from '../util/code-points.ts';

export class Source {
  readonly filename: string;
  readonly text: string;
  readonly isAscii: boolean;

  constructor(filename: string, text: string) {
    this.filename = filename;
    this.text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    this.isAscii = isAscii(text);
  }
}
