/**
 * An interpreter: everything that a Python program can change, and what it runs on. Any number of them live in one process; one is
 * current (`state.interpreter`).
 */
import { install as installCompiler } from '../jit/driver.ts';
import type { Code } from '../bytecode/code.ts';
import { INSTRUCTION_SET } from '../bytecode/instruction-set.generated.ts';
import type { Host } from '../host/host.ts';
import type { CompilerService, Options, RuntimeServices } from '../interpreter/services.ts';
import { Limits } from '../interpreter/limits.ts';
import { BUILTIN_MODULES } from '../modules/index.generated.ts';
import type { BuiltinModule } from '../objspace/gateway/builtin-module.ts';
import { ModuleBuilder } from '../objspace/gateway/builtin-module.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import type { Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { newModule, type PyModule } from '../objspace/types/module.ts';
import { compilerService } from './compiler-service.ts';
import { frozenNames, frozenOrigin } from './frozen-modules.ts';
import type { Library } from './library.ts';
import { showUnraisable } from './uncaught.ts';
import { warnExplicitly, warnFromFrame } from './warnings.ts';

export class Interpreter implements RuntimeServices {
  readonly host: Host;
  readonly options: Options;
  readonly library: Library;
  readonly argv: readonly string[];
  readonly limits: Limits;
  readonly modules: PyDict;
  readonly builtins: PyDict;
  readonly sys: PyDict;
  readonly compiler: CompilerService;
  readonly hashSeed: number;
  readonly bytesWarning: number;
  readonly checksErrorHandlers: boolean;
  readonly subclasses: RuntimeServices['subclasses'];
  readonly bytecodeMagic: number;
  scriptFolder: string | null;
  maxStrDigits: number;
  importlib: PyModule | undefined;
  frozenOverride: number;
  isFinalizing: boolean;

  constructor(host: Host, options: Options, library: Library, argv: readonly string[]) {
    this.host = host;
    if (options.jit !== 'off') installCompiler();
    this.options = options;
    this.library = library;
    this.argv = argv;
    this.modules = new PyDict();
    this.compiler = compilerService;
    this.hashSeed = options.hashRandomization ? randomSeed(host) : 0;
    this.bytesWarning = options.bytesWarning;
    this.checksErrorHandlers = options.devMode;
    this.subclasses = new Map();
    this.bytecodeMagic = (INSTRUCTION_SET & 0xffff) | 0x0a0d0000;
    this.scriptFolder = null;
    this.maxStrDigits = options.intMaxStrDigits;
    this.importlib = undefined;
    this.frozenOverride = 0;
    this.isFinalizing = false;
    this.limits = new Limits(host);
    this.enter();
    this.builtins = (this.createBuiltinModule('builtins') as PyModule).dict;
    this.sys = (this.createBuiltinModule('sys') as PyModule).dict;
    this.modules.setStr('sys', this.moduleOf('sys'));
    this.modules.setStr('builtins', this.moduleOf('builtins'));
  }

  /** Makes it the current interpreter of the thread. */
  enter(): void {
    const before = state.interpreter as Interpreter | null;
    if (before === this) return;
    before?.limits.suspend();
    state.interpreter = this;
    this.limits.resume();
  }

  /** No interpreter runs on the thread any more. */
  leave(): void {
    this.limits.suspend();
    state.interpreter = null as never;
  }

  // ── Builtin modules ──

  private readonly created = new Map<string, PyModule>();

  isBuiltinModule(name: string): boolean {
    return BUILTIN_MODULES.has(name);
  }

  builtinModuleNames(): readonly string[] {
    return [...BUILTIN_MODULES.keys()];
  }

  createBuiltinModule(name: string): Value | undefined {
    const known = this.created.get(name);
    if (known !== undefined) return known;
    const declaration = BUILTIN_MODULES.get(name)?.();
    if (declaration === undefined) return undefined;
    const module = newModule(name, declaration.doc === '' ? null : declaration.doc);
    this.created.set(name, module);
    fill(module, declaration);
    return module;
  }

  private moduleOf(name: string): Value {
    return this.created.get(name) as Value;
  }

  // ── Frozen modules ──

  /** Whether modules that could be loaded from files are frozen as well. */
  private usesFrozen(): boolean {
    if (this.frozenOverride !== 0) return this.frozenOverride > 0;
    return this.options.frozenModules;
  }

  frozenOrigin(name: string): string | undefined {
    return frozenOrigin(name, this.usesFrozen());
  }

  frozenCode(name: string): Code | undefined {
    const origin = this.frozenOrigin(name);
    return origin === undefined ? undefined : this.library.frozenCodeOf(`${origin.replaceAll('.', '/')}.py`);
  }

  frozenNames(): Iterable<string> {
    return frozenNames();
  }

  // ── Warnings and lost exceptions ──

  warn(category: Value, message: string, stackLevel: number): boolean {
    return warnFromFrame(category, message, stackLevel);
  }

  warnExplicit(category: Value, message: string, filename: string, lineno: number): boolean {
    return warnExplicitly(category, message, filename, lineno);
  }

  unraisable(exception: PyBaseException, object: Value, message?: string): void {
    showUnraisable(exception, message ?? null, object);
  }
}

function fill(module: PyModule, declaration: BuiltinModule): void {
  const builder = new ModuleBuilder(declaration.name);
  declaration.define(builder);
  for (const [name, value] of builder.contents) module.dict.setStr(name, value);
}

function randomSeed(host: Host): number {
  const bytes = new Uint8Array(4);
  host.entropy(bytes);
  return new DataView(bytes.buffer).getUint32(0);
}
