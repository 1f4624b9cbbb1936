/** Builds functions by hand for the tests of the back end. */
import type { Code } from '../../bytecode/code.ts';
import { disassemble } from '../../bytecode/disassembler.ts';
import { FunctionBuilder } from '../backend/function-builder.ts';
import { verifyCode } from '../backend/verify.ts';

export interface Shape {
  /** Local variables; the first `parameters` of them are parameters. */
  readonly locals: readonly string[];
  readonly parameters?: number;
  readonly freevars?: readonly string[];
}

/** The verified code that `emit` makes. */
export function build(shape: Shape, emit: (builder: FunctionBuilder) => void): Code {
  const builder = new FunctionBuilder(shape.locals.length);
  emit(builder);
  const code = builder.finish({
    name: 'f',
    qualname: 'f',
    filename: 'test.py',
    firstLine: 1,
    flags: 0,
    argcount: shape.parameters ?? 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    varnames: [...shape.locals],
    cellvars: [],
    cellRegisters: [],
    freevars: [...(shape.freevars ?? [])],
  });
  verifyCode(code);
  return code;
}

/** The instructions of `code` as text, a line each, without pcs and lines: `L1: Add t2, x, y`. */
export function listing(code: Code): string[] {
  return disassemble(code, false)
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/^ {2,}(-|\d+)? +\d+ +/, '').trim());
}
