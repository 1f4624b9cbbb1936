/**
 * The compiler's door: from a source text or a syntax tree to a code object.
 *
 * It knows nothing of Python objects: it runs wherever JavaScript runs, in a worker or at build time. Whatever is wrong
 * with the source comes as a `SourceError` (syntax-error.ts), as CPython words and places it.
 */
import type { Code } from '../bytecode/code.ts';
import type { ModNode } from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import { type ParseOptions, parseSource } from '../syntax/parser/parse.ts';
import type { SourceMode } from '../syntax/scanner.ts';
import type { Source } from '../syntax/source.ts';
import { SourceError } from '../syntax/syntax-error.ts';
import { Compilation } from './codegen/compilation.ts';
import { moduleCode } from './codegen/module.ts';
import { type CompileContext, isStackOverflow, nestingError } from './context.ts';
import { warnOfJumpsFromFinally } from './finally-warnings.ts';
import { futureFeatures } from './future.ts';
import type { Block, RootNode } from './symtable.ts';
import { buildSymbolTable } from './symtable-build.ts';

/** Modes of `compile()`. `func_type` gives a tree only. */
export type CompileMode = SourceMode;

export interface CompileOptions extends ParseOptions {
  /** -1 or 0: nothing; 1: no assertions, `__debug__` is false; 2: no docstrings either. */
  readonly optimize?: number;
  /** A line of the file, with its line end, for the text of errors; without it they have none. */
  readonly lineText?: (lineno: number) => string | undefined;
}

/** `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`. */
export const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
/** Flags of `compile()` that code objects keep: the future features (`PyCF_MASK`). */
export const FUTURE_FLAGS = 0x1fe0000;

export function compileSource(
  source: string | Uint8Array | Source,
  filename: string,
  mode: CompileMode,
  options: CompileOptions = {},
): Code {
  return compileTree(parseSource(source, filename, mode, options), filename, options);
}

/** The symbol table of a source, by its outermost block: for the module `symtable`. */
export function symbolsOfSource(
  source: string | Uint8Array | Source,
  filename: string,
  mode: CompileMode,
  options: CompileOptions = {},
): Block {
  const root = parseSource(source, filename, mode, options) as RootNode;
  const context = contextOf(root, filename, options);
  return buildSymbolTable(root, context, futureFeatures(root, context)).top;
}

/** Compiles a tree that is known to be well-formed: the parser's, or one that `ast` has checked. */
export function compileTree(root: ModNode, filename: string, options: CompileOptions = {}): Code {
  if (root.kind === Kind.FunctionType)
    throw new SourceError('SystemError', 'this compiler does not handle FunctionType nodes');
  const { flags = 0 } = options;
  const context = contextOf(root, filename, options);
  try {
    const features = futureFeatures(root, context).with(flags & FUTURE_FLAGS);
    warnOfJumpsFromFinally(root, context);
    const table = buildSymbolTable(root, context, features);
    return moduleCode(new Compilation(context, table, features.flags), root);
  } catch (error) {
    throw isStackOverflow(error) ? nestingError() : error;
  }
}

function contextOf(root: RootNode, filename: string, options: CompileOptions): CompileContext {
  const { flags = 0, optimize = 0 } = options;
  return {
    filename,
    lineText: options.lineText ?? noText,
    warn: options.warn ?? ignore,
    optimize: Math.max(optimize, 0),
    isInteractive: root.kind === Kind.Interactive,
    allowsTopLevelAwait: (flags & ALLOW_TOP_LEVEL_AWAIT) !== 0,
  };
}

function noText(): undefined {
  return undefined;
}

function ignore(): void {}
