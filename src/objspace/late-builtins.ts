/** Builtins that are made when a program first asks for them (`exit`, `help` ...), because most programs never do. */
import type { Value } from './object.ts';

/** Set by vm/: makes the builtin of the current interpreter that has the name; undefined if there is none. */
export const lateBuiltins = { find: (_name: string): Value | undefined => undefined };
