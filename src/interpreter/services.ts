/**
 * What the interpreter and the builtin modules need of the interpreter instance they run in, beyond what the object space asks for.
 * vm/interpreter.ts makes it; `services()` is the one of the current thread.
 */
import type { Code } from '../bytecode/code.ts';
import type { Host } from '../host/host.ts';
import type { Block } from '../compiler/symtable.ts';
import type { ModNode } from '../syntax/ast.generated.ts';
import type { LimitOptions } from './limit-options.ts';
import type { Limits } from './limits.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import type { Value } from '../objspace/object.ts';
import { type InterpreterServices, state } from '../objspace/state.ts';
import type { PyModule } from '../objspace/types/module.ts';

/** What was asked for on the command line or by the embedder: `sys.flags` shows it. */
export interface Options {
  debug: number;
  optimize: number;
  inspect: number;
  interactive: number;
  isolated: boolean;
  ignoreEnvironment: boolean;
  noUserSite: boolean;
  noSite: boolean;
  dontWriteBytecode: boolean;
  verbose: number;
  bytesWarning: number;
  quiet: boolean;
  unbuffered: boolean;
  /** Standard output is written at the end of each line, terminal or not. */
  lineBuffering: boolean;
  hashRandomization: boolean;
  devMode: boolean;
  utf8Mode: boolean;
  safePath: boolean;
  warnDefaultEncoding: boolean;
  /** Whether `faulthandler` is enabled from the start. */
  faulthandler: boolean;
  /** Frames of a traceback that `tracemalloc` keeps from the start; 0 if it is not started. */
  tracemalloc: number;
  /** 1: how long each import takes is told; 2: imports of what is loaded are told, too. */
  importTime: number;
  /** Whether all frozen modules are used, not only those that importlib is made of. */
  frozenModules: boolean;
  /** What `os.cpu_count` answers instead of the host's number. */
  cpuCount: number | undefined;
  /** `sys.pycache_prefix`; `undefined` if nobody said. */
  pycachePrefix: string | null | undefined;
  intMaxStrDigits: number;
  /** Whether sites of the bytecode remember what they have seen; without, attributes and globals are looked up each time. */
  inlineCaches: boolean;
  /** Whether hot code is compiled; `stress`: everything is, at once. */
  jit: 'off' | 'on' | 'stress';
  /** Parameters of the compiler (jit/parameters.ts). */
  jitParameters: (readonly [name: string, value: number])[];
  /** File that gets the log of the compiler. */
  jitLog: string | undefined;
  warnOptions: string[];
  xOptions: Map<string, string | true>;
  limits: LimitOptions;
}

export type CompileMode = 'exec' | 'eval' | 'single' | 'func_type';

/** How a source becomes code: the compiler is plugged in by vm/, so that the interpreter does not depend on it. */
export interface CompilerService {
  /** Throws a Python exception object where the source is refused. */
  compile(
    source: Value | string,
    filename: string,
    mode: CompileMode,
    flags: number,
    optimize: number,
    /** The source is a program file's: errors of its encoding are worded as CPython words them for files. */
    isFile?: boolean,
  ): Code;
  /** The syntax tree of a source; `featureVersion` is the minor version of the language, -1 for the present one. */
  parse(source: Value | string, filename: string, mode: CompileMode, flags: number, featureVersion: number): ModNode;
  /** Compiles a tree that is known to be well-formed. */
  compileTree(root: ModNode, filename: string, flags: number, optimize: number): Code;
  /** The outermost block of the symbol table of a source. */
  symbols(source: Value, filename: string, mode: CompileMode): Block;
  /** The Python exception for what the front end threw; anything else as it is. */
  refusal(thrown: unknown): unknown;
}

/** The interpreter as the layers above the object space know it. */
export interface RuntimeServices extends InterpreterServices {
  readonly host: Host;
  readonly options: Options;
  readonly limits: Limits;
  readonly compiler: CompilerService;
  readonly sys: PyDict;
  /** `sys.argv` as given. */
  readonly argv: readonly string[];
  /** Whether the module is built in, and its making. */
  isBuiltinModule(name: string): boolean;
  builtinModuleNames(): readonly string[];
  createBuiltinModule(name: string): Value | undefined;
  /** Code of the modules that importlib is made of: found by `_imp`. */
  frozenCode(name: string): Code | undefined;
  /** The name under which the library has a module that is frozen. */
  frozenOrigin(name: string): string | undefined;
  /** What a test has set for -X frozen_modules: 1, -1, or 0. */
  frozenOverride: number;
  frozenNames(): Iterable<string>;
  /** `importlib.util.MAGIC_NUMBER` as an int: the version of the code format. */
  readonly bytecodeMagic: number;
  /** `_frozen_importlib`, once it is there. */
  readonly importlib: PyModule | undefined;
  /** `warnings.warn_explicit`; false if the warning became an exception in flight. */
  warnExplicit(category: Value, message: string, filename: string, lineno: number): boolean;
  /** Whether the interpreter is on its way out (`sys.is_finalizing`). */
  isFinalizing: boolean;
}

export function services(): RuntimeServices {
  return state.interpreter as RuntimeServices;
}

/** `-X no_debug_ranges`: code tells of lines only. */
export function hidesColumns(): boolean {
  const { options, host } = services();
  if (options.xOptions.has('no_debug_ranges')) return true;
  return !options.ignoreEnvironment && (host.environment.get('PYTHONNODEBUGRANGES') ?? '') !== '';
}
