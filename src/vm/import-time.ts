/**
 * `-X importtime`: how long each import takes, written to the descriptor of standard error in the form of CPython's.
 *
 * importlib's `_find_and_load`, which every import of what is not loaded comes through, is replaced in importlib's own namespace. Without the
 * option nothing is.
 */
import type { Frame } from '../interpreter/frame.ts';
import { services } from '../interpreter/services.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import type { Result, Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { perInterpreter } from '../objspace/per-interpreter.ts';
import { state } from '../objspace/state.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { isText, textOf } from '../objspace/types/str/text.ts';
import { writeToDescriptor } from './uncaught.ts';

/** The level that tells of modules that are loaded already, too. */
const ALL = 2;
const BOOTSTRAP = '<frozen importlib._bootstrap>';
const NUMBER_WIDTHS = [9, 10] as const;

class ImportClock {
  /** How many imports are under way. */
  private depth = 0;
  /** Nanoseconds that the imports within the one under way have taken. */
  private inner = 0n;
  private hasHeader = false;

  time(name: string, load: () => Result): Result {
    this.begin();
    const { inner } = this;
    const start = now();
    this.depth++;
    this.inner = 0n;
    const result = load();
    const whole = now() - start;
    this.depth--;
    const own = String(microseconds(whole - this.inner)).padStart(NUMBER_WIDTHS[0]);
    const all = String(microseconds(whole)).padStart(NUMBER_WIDTHS[1]);
    writeToDescriptor(`import time: ${own} | ${all} | ${'  '.repeat(this.depth)}${name}\n`);
    this.inner = inner + whole;
    return result;
  }

  noteLoaded(name: string): void {
    this.begin();
    writeToDescriptor(`import time: cached    | cached     | ${name.padStart(2 * this.depth)}\n`);
  }

  private begin(): void {
    if (this.hasHeader) return;
    this.hasHeader = true;
    writeToDescriptor('import time: self [us] | cumulative | imported package\n');
  }
}

const clock = perInterpreter(() => new ImportClock());

function now(): bigint {
  return services().host.clock.monotonicNs();
}

function microseconds(nanoseconds: bigint): bigint {
  return (nanoseconds + 999n) / 1000n;
}

/** Tells of a module that an `import` has found loaded, if that is wanted. */
export function noteLoaded(name: string): void {
  if (services().options.importTime === ALL) clock().noteLoaded(name);
}

/** Whether an `import` asks, and not `importlib.import_module`. */
function isAskedByImport(): boolean {
  const asking = (state.frame as Frame | null)?.back;
  return asking?.code.filename === BOOTSTRAP;
}

/** Measures imports from here on. */
export function timeImports(importlib: PyDict): void {
  const findAndLoad = importlib.getStr('_find_and_load') as Value;
  const body = (name: Value, importer: Value): Result => {
    const load = (): Result => call(findAndLoad, [name, importer]);
    if (!isText(name) || !isAskedByImport()) return load();
    const text = textOf(name);
    if (!state.interpreter.modules.hasStr(text)) return clock().time(text, load);
    noteLoaded(text);
    return load();
  };
  const definition = new BuiltinDefinition('_find_and_load(name, import_)', 'Find and load the module.', body);
  importlib.setStr('_find_and_load', new PyBuiltinFunction(definition, undefined, null));
}
