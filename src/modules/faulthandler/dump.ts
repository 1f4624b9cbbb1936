/** How `faulthandler` shows a stack: the latest call first, without source lines. */
import type { Frame } from '../../interpreter/frame.ts';
import { lineOf } from '../../interpreter/frame-type.ts';
import { currentFrame } from '../../interpreter/locals.ts';
import { services } from '../../interpreter/services.ts';
import { state } from '../../objspace/state.ts';

/** Frames that are shown at most. */
const MAX_DEPTH = 100;
const MAX_NAME = 500;

function shortened(text: string): string {
  const shown = text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}...` : text;
  return shown.replace(/[^ -~]/gu, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
  });
}

/** The lines of the stack of the only thread. */
function stackText(): string {
  let text = '';
  let frame: Frame | null = state.frame === null ? null : currentFrame();
  for (let depth = 0; frame !== null && depth < MAX_DEPTH; depth++) {
    const line = lineOf(frame);
    text += `  File "${shortened(frame.code.filename)}", line ${line < 0 ? '???' : line} in ${shortened(frame.code.name)}\n`;
    frame = frame.back;
  }
  return text;
}

/** Writes a title and the stack to a descriptor. */
export function dumpStack(fd: number, title: string): void {
  const { files } = services().host;
  for (let data = new TextEncoder().encode(`${title} (most recent call first):\n${stackText()}`); data.length > 0; )
    data = data.subarray(files.write(fd, data));
}

export function threadName(): string {
  return `0x${(1).toString(16).padStart(16, '0')}`;
}
