/**
 * The back end's face to the code generator: emit a function's instructions, then `finish` makes the code object.
 *
 * One builder per function, class body or module. The emitter methods are those of the generated writer. What the code
 * generator may count on:
 *   - temporaries are free: take a new one for every value. A temporary may be written in several places;
 *   - a destination may be a local variable if nothing can raise between the evaluation and that instruction;
 *   - CheckBound may be emitted in front of every read of a local: those that cannot fail are removed;
 *   - unreachable code may be emitted, and jumps to jumps; moves of temporaries cost nothing where they can be merged;
 *   - labels and regions nest as they are emitted; a region may be left and entered again (see `leaveTry`).
 */
import { Code, type CodeFields } from '../../bytecode/code.ts';
import type { ConstantValue } from '../../bytecode/constants.ts';
import { InstructionWriter } from './writer.generated.ts';

export type { Label, Located } from './instruction-buffer.ts';

/** What the code generator knows of a function; the back end adds the rest. */
export type FunctionFields = Omit<
  CodeFields,
  'names' | 'constants' | 'words' | 'handlers' | 'positions' | 'registerCount' | 'cacheCount'
>;

export class FunctionBuilder extends InstructionWriter {
  /** Makes `value` the first constant: a docstring, which is found as `co_consts[0]`. Call it before anything is emitted. */
  reserveFirstConstant(value: ConstantValue): void {
    this.constantPool.index(value);
  }

  /** Removes what is not needed, allocates registers and makes the code object. The builder is used up. */
  finish(fields: FunctionFields): Code {
    throw new Error(`not linked yet: ${fields.qualname} ${Code.name}`);
  }
}
