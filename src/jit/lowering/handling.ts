/** Exceptions within a unit: what `try`, `except` and `raise` compile to. A handler is entered with all values in its frame. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { PyType } from '../../objspace/type.ts';
import { callExceptionClass, isException } from './exceptions.ts';
import { ANY, BOOL, SMALL } from '../kinds.ts';

export function enterHandler(b: Builder): void {
  const { words, pc } = b;
  const saved = b.write('enter_handler', `enterHandler(${b.context.frameName}, $0)`, [b.get(words[pc + 2])], ANY);
  b.set(words[pc + 1], saved);
}

export function leaveHandler(b: Builder): void {
  b.write('leave_handler', `leaveHandler(${b.context.frameName}, $0)`, [b.get(b.words[b.pc + 1])]);
}

export function matchException(b: Builder): void {
  const { words, pc } = b;
  const inputs = [b.get(words[pc + 2]), b.get(words[pc + 3])];
  b.set(words[pc + 1], b.quiet('matches', 'matchException($0, $1)', inputs, BOOL));
}

/** An instance is raised at once, everything else by the interpreter; what follows is never reached. */
export function raise(b: Builder): void {
  const value = b.get(b.words[b.pc + 1]);
  const cls = value.isConstant && value.constant instanceof PyType ? value.constant : undefined;
  const exception = (cls === undefined ? undefined : callExceptionClass(b, cls, [])) ?? value;
  if (b.words[b.pc] === Op.Raise && isException(b, exception)) {
    b.publish();
    b.checkRaised(b.write('raise', 'raiseObject($0)', [exception]));
  } else b.residual();
  b.leave('raised');
}

/** Goes on with an exception that has been raised before. */
export function raiseAgain(b: Builder, template: string, inputs: Node[]): void {
  b.publish();
  b.checkRaised(b.write('raise', template, inputs, SMALL), '$0 < 0', '$0');
  b.leave('raised');
}
