/** Exceptions within a unit: what `try`, `except` and `raise` compile to. A handler is entered with all values in the unit's own frame. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { ANY, BOOL, SMALL } from '../kinds.ts';

export function enterHandler(b: Builder): void {
  const { words, pc } = b;
  const saved = b.write('enter_handler', 'enterHandler(F, $0)', [b.get(words[pc + 2])], ANY);
  b.set(words[pc + 1], saved);
}

export function leaveHandler(b: Builder): void {
  b.write('leave_handler', 'leaveHandler(F, $0)', [b.get(b.words[b.pc + 1])]);
}

export function matchException(b: Builder): void {
  const { words, pc } = b;
  const inputs = [b.get(words[pc + 2]), b.get(words[pc + 3])];
  b.set(words[pc + 1], b.quiet('matches', 'matchException($0, $1)', inputs, BOOL));
}

/** The interpreter raises it; what follows is never reached. */
export function raise(b: Builder): void {
  b.residual();
  b.leave('raised');
}

/** Goes on with an exception that has been raised before. */
export function raiseAgain(b: Builder, template: string, inputs: Node[]): void {
  b.publish();
  b.checkRaised(b.write('raise', template, inputs, SMALL), '$0 < 0', '$0');
  b.leave('raised');
}
