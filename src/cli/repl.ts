/**
 * The interactive prompt: reads statements, runs them in `__main__`, prints results and exceptions, and goes on.
 *
 * A statement is complete when the compiler says so: it is compiled as interactive input after every line, and an answer of
 * "incomplete" asks for another one. A block ends with an empty line, as in CPython's plain prompt.
 */
import { HostError } from '../host/host.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { exceptionTypes, PyBaseException, raiseObject, takeException } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call, str } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { runCode } from '../interpreter/call.ts';
import { ALLOW_INCOMPLETE_INPUT, CO_FUTURE_MASK, DONT_IMPLY_DEDENT } from '../interpreter/compiler-flags.ts';
import { PYTHON_VERSION_TEXT, TYPHON_VERSION_TEXT } from '../modules/sys/version.ts';
import { importByName } from '../vm/importer.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { registerSource } from '../vm/source-lines.ts';
import { flushBehindProgram } from '../vm/streams.ts';
import { mainModule } from '../vm/startup.ts';
import { endingOf, writeError } from '../vm/uncaught.ts';

/** Reads a line from the terminal: with its line end, `undefined` at the end of the input. Throws HostError('EINTR') when interrupted. */
export type ReadLine = (prompt: string, isContinuation: boolean) => string | undefined;

/** `sys.ps1` or `sys.ps2` as it is now: any object, whose text is the prompt. */
function prompt(interpreter: Interpreter, name: 'ps1' | 'ps2'): string {
  const value = interpreter.sys.getStr(name);
  const text = value === undefined ? EXIT : str(value);
  if (text === EXIT) {
    state.exception = null;
    return '';
  }
  return textOf(text as Value);
}

type Compiled =
  | { readonly kind: 'code'; readonly run: () => Result }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused' };

/** Compiles what has been typed so far; a refusal is in flight. */
/** What `from __future__ import` at the prompt has asked for so far. */
const futureFlags = new WeakMap<Interpreter, number>();

function compileInput(interpreter: Interpreter, source: string, filename: string, flags: number): Compiled {
  const { dict } = mainModule(interpreter);
  try {
    const futures = futureFlags.get(interpreter) ?? 0;
    const code = interpreter.compiler.compile(source, filename, 'single', flags | futures, -1);
    futureFlags.set(interpreter, futures | (code.flags & CO_FUTURE_MASK));
    return { kind: 'code', run: () => runCode(code, dict, interpreter.builtins, dict, []) };
  } catch (thrown) {
    if (!(thrown instanceof PyBaseException)) throw thrown;
    if (thrown.shape.type === exceptionTypes['_IncompleteInputError']) return { kind: 'incomplete' };
    raiseObject(thrown);
    return { kind: 'refused' };
  }
}

const INCOMPLETE = ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT;

/** One statement from the terminal: its source, `undefined` at the end of the input. */
function readStatement(interpreter: Interpreter, readLine: ReadLine, filename: string): string | undefined {
  let source = '';
  for (;;) {
    const line = readLine(prompt(interpreter, source === '' ? 'ps1' : 'ps2'), source !== '');
    if (line === undefined) {
      if (source !== '') writeError('\n');
      return source === '' ? undefined : source;
    }
    if (source === '' && line.trim() === '') return '';
    source += line;
    const compiled = compileInput(interpreter, source, filename, INCOMPLETE);
    if (compiled.kind === 'incomplete') continue;
    if (compiled.kind === 'refused') {
      takeException();
      return source;
    }
    // The last line may lack its end: one more is asked for, which is not there.
    if (!line.endsWith('\n')) {
      readLine(prompt(interpreter, 'ps2'), true);
      writeError('\n');
      return source;
    }
    // A compound statement may go on: it ends at an empty line, and is incomplete without the end of its last one.
    if (compileInput(interpreter, source.slice(0, -1), filename, INCOMPLETE).kind === 'code') return source;
    state.exception = null;
  }
}

/** Runs one statement; the exit status if it ended the program. */
function execute(interpreter: Interpreter, source: string, filename: string): number | undefined {
  registerSource(filename, source);
  const compiled = compileInput(interpreter, source, filename, 0);
  const result = compiled.kind === 'code' ? compiled.run() : EXIT;
  flushBehindProgram(interpreter);
  if (result !== EXIT) return undefined;
  const { status, isExit } = endingOf(true);
  return isExit ? status : undefined;
}

/** What the prompt begins with, unless a program has run before it. */
export function greet({ host, options }: Interpreter): void {
  if (options.quiet) return;
  const { platform } = host.system;
  writeError(
    `Python ${PYTHON_VERSION_TEXT} (Typhon ${TYPHON_VERSION_TEXT}) on ${platform}\nType "help", "copyright", "credits" or "license" for more information.\n`,
  );
}

/** Runs the prompt until the input ends or the program exits; answers the exit status. At a terminal each input has a name of its own. */
export function interact(interpreter: Interpreter, readLine: ReadLine, isTerminal: boolean): number {
  const { sys } = interpreter;
  if (!sys.hasStr('ps1')) sys.setStr('ps1', '>>> ');
  if (!sys.hasStr('ps2')) sys.setStr('ps2', '... ');
  for (let number = 0; ; number++) {
    const filename = isTerminal ? `<python-input-${number}>` : '<stdin>';
    try {
      const source = readStatement(interpreter, readLine, filename);
      if (source === undefined) {
        writeError('\n');
        return 0;
      }
      if (source === '') continue;
      const status = execute(interpreter, source, filename);
      if (status !== undefined) return status;
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.code !== 'EINTR') throw thrown;
      interpreter.host.pendingSignal();
      writeError('\nKeyboardInterrupt\n');
    }
  }
}

// ── Completion ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Names that complete the last word of `line`, found by the library's rlcompleter, and that word. */
export function completions(interpreter: Interpreter, line: string): { texts: string[]; replaced: string } {
  const replaced = /[\w.]*$/.exec(line)![0];
  const none = { texts: [], replaced };
  const completer = newCompleter(interpreter);
  const complete = completer === EXIT ? EXIT : getAttribute(completer as Value, 'complete');
  if (complete === EXIT) {
    state.exception = null;
    return none;
  }
  const texts: string[] = [];
  for (let index = 0; index < 200; index++) {
    const text = call(complete as Value, [replaced, index]);
    if (text === EXIT) state.exception = null;
    if (text === EXIT || text === null || !isText(text as Value)) break;
    texts.push(textOf(text as Value));
  }
  return { texts: [...new Set(texts)], replaced };
}

function newCompleter(interpreter: Interpreter): Result {
  const module = importByName('rlcompleter');
  if (module === EXIT) return EXIT;
  const cls = getAttribute(module as Value, 'Completer');
  return cls === EXIT ? EXIT : call(cls as Value, [mainModule(interpreter).dict]);
}
