/** `zlib.error`, and the failures that the streams report. */
import { ModuleException } from '../../objspace/module-exception.ts';

export const zlibError = new ModuleException('zlib', 'error', ['Exception']);

export const NEED_DICTIONARY = 2;
export const STREAM_ERROR = -2;
export const DATA_ERROR = -3;
export const BUFFER_ERROR = -5;

/** A failure by zlib's number, with its text where it has one. */
export class ZlibFailure {
  readonly code: number;
  readonly text: string | undefined;

  constructor(code: number, text?: string) {
    this.code = code;
    this.text = text;
  }
}

/** As Python sees it: `Error -3 while decompressing data: invalid block type`. */
export function failureText({ code, text }: ZlibFailure, doing: string): string {
  return `Error ${code} ${doing}${text === undefined ? '' : `: ${text}`}`;
}
