/**
 * A source text with its name.
 *
 * Invariant: `text` has '\n' line ends only and no NUL; see decode-source.ts for how bytes become text.
 */
import { isAscii } from '../util/code-points.ts';
import { withPlainLines } from '../util/line-ends.ts';

export class Source {
  readonly filename: string;
  readonly text: string;
  readonly isAscii: boolean;

  constructor(filename: string, text: string) {
    this.filename = filename;
    this.text = withPlainLines(text);
    this.isAscii = isAscii(text);
  }
}
