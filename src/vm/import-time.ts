/**
 * `-X importtime`: how long each import takes, written to the descriptor of standard error in the form of CPython's.
 *
 * importlib's `_find_and_load`, which every import of what is not loaded comes through, is replaced in importlib's own namespace. Without the
 * option nothing is.
 */
import type { Frame } from '../interpreter/frame.ts';
import { services } from '../interpreter/services.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
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

/** CPython asks for `_io` whenever it opens code. */
export function noteOpening(): void {
  noteLoaded('_io');
}

/** Tells of what is opened by importlib from here on, if that is wanted. */
export function noteOpenings(io: PyDict): void {
  if (services().options.importTime !== ALL) return;
  const known = io.getStr('open_code') as PyBuiltinFunction;
  const { signatureText, doc } = known.definition;
  const body = (path: Value): Result => {
    noteOpening();
    return call(known, [path]);
  };
  const definition = new BuiltinDefinition(signatureText, doc, body);
  io.setStr('open_code', new PyBuiltinFunction(definition, known.self, known.owner));
}

/** What CPython asks for at the end of an import of submodules that gives their package: the package, loaded by now. */
export function notePackage(name: string): void {
  const dot = name.indexOf('.');
  if (dot >= 0) noteLoaded(name.slice(0, dot));
}

function callerInImportlib(frame: Frame | null): Frame | null {
  const caller = frame?.back ?? null;
  return caller?.code.filename === BOOTSTRAP ? caller : null;
}

interface Asker {
  /** The call of `__import__` in importlib. */
  readonly frame: Frame;
  /** Whether importlib asks on behalf of an import, for a parent or a submodule. */
  readonly isImportlib: boolean;
}

/** Who asks for a module; undefined for `importlib.import_module`, which CPython does not measure, nor what that needs. */
function asker(): Asker | undefined {
  let frame = callerInImportlib(state.frame as Frame | null);
  let isImportlib = false;
  for (let outer = frame; outer !== null; outer = callerInImportlib(outer)) {
    if (outer.code.name === '_call_with_frames_removed') isImportlib = true;
    frame = outer;
  }
  return frame?.code.name === '__import__' ? { frame, isImportlib } : undefined;
}

/** Measures imports from here on. */
export function timeImports(importlib: PyDict): void {
  const findAndLoad = importlib.getStr('_find_and_load') as Value;
  // An import that gives the module itself asks for it twice.
  let answered: Frame | null = null;
  const body = (name: Value, importer: Value): Result => {
    const load = (): Result => call(findAndLoad, [name, importer]);
    const who = isText(name) ? asker() : undefined;
    if (who === undefined) return load();
    const text = textOf(name as Value);
    if (answered === who.frame && !who.isImportlib && answered.registers[0] === name) return load();
    const isLoaded = state.interpreter.modules.hasStr(text);
    if (isLoaded) noteLoaded(text);
    const result = isLoaded ? load() : clock().time(text, load);
    if (who.isImportlib && result !== EXIT) notePackage(text);
    answered = who.frame;
    return result;
  };
  const definition = new BuiltinDefinition('_find_and_load(name, import_)', 'Find and load the module.', body);
  importlib.setStr('_find_and_load', new PyBuiltinFunction(definition, undefined, null));
}
