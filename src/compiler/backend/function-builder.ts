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
import { worked } from '../../util/work.ts';
import { CO_VARARGS, CO_VARKEYWORDS, Code, type CodeFields } from '../../bytecode/code.ts';
import type { ConstantValue } from '../../bytecode/constants.ts';
import { Assembler } from './assemble.ts';
import { propagateCopies } from './copy-propagation.ts';
import { removeBoundChecks } from './definite-assignment.ts';
import { FlowGraph } from './flow-graph.ts';
import { findIntervals } from './liveness.ts';
import { orderLocals } from './local-order.ts';
import { RegisterAllocation } from './registers.ts';
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
    if (this.constantPool.values.length > 0) throw new Error('the first constant is taken');
    this.constantPool.index(value);
    this.hasFirstConstant = true;
  }

  /** Removes what is not needed, allocates registers and makes the code object. The builder is used up. */
  finish(fields: FunctionFields): Code {
    const parameters = parameterCount(fields);
    const locals = orderLocals(this, fields, parameters);
    // No pass takes more than some nanoseconds a word: they are interrupted between each other.
    const { length } = this;
    const graph = new FlowGraph(this);
    removeBoundChecks(graph, parameters);
    worked(length);
    propagateCopies(graph);
    worked(length);
    const intervals = findIntervals(graph);
    worked(length);
    const allocation = new RegisterAllocation(graph, intervals);
    worked(length);
    const assembled = new Assembler(graph, allocation.exceptionRegisters, fields.firstLine).run();
    this.release();
    // Written out: the host takes its time over spread objects.
    return new Code({
      name: fields.name,
      qualname: fields.qualname,
      filename: fields.filename,
      firstLine: fields.firstLine,
      flags: fields.flags,
      argcount: fields.argcount,
      posonlyargcount: fields.posonlyargcount,
      kwonlyargcount: fields.kwonlyargcount,
      varnames: locals.varnames,
      cellvars: fields.cellvars,
      cellRegisters: locals.cellRegisters,
      freevars: fields.freevars,
      names: assembled.names,
      constants: assembled.constants,
      words: assembled.words,
      handlers: assembled.handlers,
      positions: assembled.positions,
      registerCount: allocation.registerCount,
      cacheCount: assembled.cacheCount,
    });
  }
}

function parameterCount(fields: FunctionFields): number {
  const variadic = (fields.flags & CO_VARARGS ? 1 : 0) + (fields.flags & CO_VARKEYWORDS ? 1 : 0);
  return fields.argcount + fields.kwonlyargcount + variadic;
}
