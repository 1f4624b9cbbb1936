/** Declares a builtin module: a table of contents that is evaluated at the first import of the module, per interpreter. */
import type { Exit, Result, Value } from '../object.ts';
import { BuiltinDefinition, PyBuiltinFunction } from './builtin-function.ts';
import { documentation } from './builtin-type.ts';
import type { ArgumentsOf, ReturnOf } from './signature.ts';

/** What a module's block fills: names to values, in the order of definition. */
export class ModuleBuilder {
  readonly name: string;
  readonly contents: Map<string, Value>;

  constructor(name: string) {
    this.name = name;
    this.contents = new Map();
  }

  function<const S extends string>(
    signature: S,
    doc: string,
    body: (...args: ArgumentsOf<S>) => ReturnOf<S, Exit>,
  ): void {
    const definition = new BuiltinDefinition(signature, documentation(doc), body as never, this.name);
    this.contents.set(definition.name, new PyBuiltinFunction(definition, undefined, this.name));
  }

  /** Says which functions defined so far work in one go on all that they are given. */
  linear(...names: string[]): void {
    for (const name of names) (this.contents.get(name) as PyBuiltinFunction).definition.isLinear = true;
  }

  /** Says which functions defined so far do not name themselves in errors about their arguments. */
  nameless(...names: string[]): void {
    for (const name of names) (this.contents.get(name) as PyBuiltinFunction).definition.isNameless = true;
  }

  /** Says what a function defined so far gives for floats (BuiltinDefinition.ofFloats). */
  ofFloats(name: string, compute: (...numbers: number[]) => number): void {
    (this.contents.get(name) as PyBuiltinFunction).definition.ofFloats = compute;
  }

  constant(name: string, value: Value): void {
    this.contents.set(name, value);
  }

  /** Types that the module offers under their own names. */
  types(...types: (Value & { qualname: string })[]): void {
    for (const type of types) this.contents.set(type.qualname, type);
  }
}

export interface BuiltinModule {
  readonly name: string;
  readonly doc: string;
  readonly define: (module: ModuleBuilder) => void;
}

export function builtinModule(name: string, doc: string, define: (module: ModuleBuilder) => void): BuiltinModule {
  return { name, doc, define };
}

/** An entry of the list of builtin modules: `evaluate` runs once, when the first interpreter asks for the module. */
export function lazily(evaluate: () => BuiltinModule): () => BuiltinModule {
  let module: BuiltinModule | undefined;
  return () => {
    module ??= evaluate();
    return module;
  };
}

export type { Result };
