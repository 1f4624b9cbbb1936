/** What the declarations of a document type share as text: where they end, and their public identifiers. */
import { XmlError } from './errors.ts';

const PUBLIC_CHARACTERS = /^[-a-zA-Z0-9 \r\n'()+,./:=?;!*#@$_%]*$/;

/** A public identifier: its white space counts as single spaces. */
export function publicId(raw: string, at: number | undefined): string {
  if (!PUBLIC_CHARACTERS.test(raw)) throw new XmlError('PUBLICID', at);
  return raw.replace(/[ \r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** The end of what begins at the place: behind the first of the closing characters outside of quotes; -1 if it is not there. */
export function declarationEnd(text: string, at: number, stops: RegExp): number {
  stops.lastIndex = at;
  for (let found = stops.exec(text); found !== null; found = stops.exec(text)) {
    const stop = found[0];
    if (stop !== '"' && stop !== "'") return found.index + 1;
    const close = text.indexOf(stop, found.index + 1);
    if (close < 0) return -1;
    stops.lastIndex = close + 1;
  }
  return -1;
}
