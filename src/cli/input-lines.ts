/** Lines for the interactive prompt (`-i`) from an input that is no terminal: the prompt goes to standard error. */
import { type Host, HostError } from '../host/host.ts';
import { onHost } from '../interpreter/host-errors.ts';
import type { EXIT } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { ReadLine } from './repl.ts';

const BLOCK = 8192;
const NEWLINE = 10;

export function linesOfInput(host: Host): ReadLine {
  /** What was read and not given yet. */
  let rest = new Uint8Array(0);
  let hasEnded = false;

  const readMore = (): void => {
    const block = new Uint8Array(BLOCK);
    // A host of the command waits for its input. Who interrupts it gets the prompt anew.
    const length = onHost(() => host.files.read(0, block) as number) as number | typeof EXIT;
    if (typeof length !== 'number') {
      state.exception = null;
      throw new HostError('EINTR');
    }
    hasEnded = length === 0;
    const joined = new Uint8Array(rest.length + length);
    joined.set(rest);
    joined.set(block.subarray(0, length), rest.length);
    rest = joined;
  };

  return (prompt) => {
    host.files.write(2, new TextEncoder().encode(prompt));
    while (!hasEnded && !rest.includes(NEWLINE)) readMore();
    const end = rest.indexOf(NEWLINE) + 1 || rest.length;
    if (end === 0) return undefined;
    const line = new TextDecoder().decode(rest.subarray(0, end));
    rest = rest.slice(end);
    return line;
  };
}
