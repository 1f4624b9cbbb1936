/** Flags of `compile()` (`ast.PyCF_*`, `__future__.*.compiler_flag`) as the builtins that pass them on know them. */
import { CO_FUTURE_ANNOTATIONS, CO_NESTED } from '../bytecode/code.ts';

/** `PyCF_ONLY_AST`: the answer is a tree. */
export const ONLY_AST = 0x400;
export const DONT_IMPLY_DEDENT = 0x200;
export const TYPE_COMMENTS = 0x1000;
export const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
export const ALLOW_INCOMPLETE_INPUT = 0x4000;
/** `PyCF_OPTIMIZED_AST`, with ONLY_AST in it. */
export const OPTIMIZED_AST = 0x8000 | ONLY_AST;

/** division, absolute_import, with_statement, print_function, unicode_literals, barry_as_FLUFL, generator_stop, annotations. */
export const CO_FUTURE_MASK = 0xfe0000 | CO_FUTURE_ANNOTATIONS;

/** What `compile` accepts. */
export const KNOWN_FLAGS =
  CO_FUTURE_MASK |
  CO_NESTED |
  DONT_IMPLY_DEDENT |
  TYPE_COMMENTS |
  ALLOW_TOP_LEVEL_AWAIT |
  ALLOW_INCOMPLETE_INPUT |
  OPTIMIZED_AST;
