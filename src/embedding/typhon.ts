/** The public interface: Python inside a JavaScript program (docs/embedding.md). */
import { CO_COROUTINE } from '../bytecode/code.ts';
import type { Code } from '../bytecode/code.ts';
import type { Host } from '../host/host.ts';
import type { VirtualHost } from '../host/virtual/virtual-host.ts';
import { ALLOW_TOP_LEVEL_AWAIT } from '../interpreter/compiler-flags.ts';
import { codeFrame, runCode } from '../interpreter/call.ts';
import { services } from '../interpreter/services.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import type { Result, Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { expectRecord } from '../util/arguments.ts';
import { outsideOthers } from '../vm/execution.ts';
import { Interpreter } from '../vm/interpreter.ts';
import type { Library } from '../vm/library.ts';
import { defaultOptions } from '../vm/options.ts';
import { finish } from '../vm/run.ts';
import { registerSource } from '../vm/source-lines.ts';
import { mainModule, start } from '../vm/startup.ts';
import { AsyncRun } from './async-run.ts';
import { type Files, newFiles } from './files.ts';
import { dictionaryOf, type Globals, newGlobals } from './globals.ts';
import { hostFor, Interruption } from './hosts.ts';
import { Internals, presented } from './internals.ts';
import { libraryAtHand, libraryOfBytes, loadLibrary } from './library.ts';
import { checkProgram, checkTyphonOptions } from './option-checks.ts';
import type { RunOptions, TyphonOptions } from './options.ts';
import { objectBehind, type PythonObject } from './python-object.ts';
import { valueOf } from './python-error.ts';
import { Session } from './session.ts';
import './to-javascript.ts';
import './to-python.ts';

/**
 * A Python interpreter. Any number of them live beside each other and share nothing that a program can change.
 *
 * @example
 * ```ts
 * import { Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create({ stdout: (text) => console.log(text.trimEnd()) });
 * typhon.run('print("hello")'); // hello
 * console.log(typhon.eval('[n ** 2 for n in range(5)]')); // [ 0, 1, 4, 9, 16 ]
 * ```
 */
export class Typhon {
  /** The global variables of `__main__`. */
  readonly globals: Globals;
  /** The file system that programs see. */
  readonly files: Files;

  private constructor(parts?: never) {
    internals.attach(this, parts);
    const { session, options } = parts as unknown as Parts;
    const { interpreter } = session;
    this.files = filesOf(interpreter.host);
    this.globals = newGlobals(session, mainModule(interpreter).dict);
    for (const [name, value] of Object.entries(options.globals ?? {})) this.globals.set(name, value);
  }

  /**
   * Makes an interpreter, and loads the standard library if that has not been done before.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ globals: { name: 'world' } });
   * console.log(typhon.eval('f"hello {name}"')); // hello world
   * ```
   */
  static async create(options: TyphonOptions = {}): Promise<Typhon> {
    checkTyphonOptions(options);
    return make(options.library === undefined ? await loadLibrary() : libraryOfBytes(options.library), options);
  }

  /**
   * Makes an interpreter at once: the library has been loaded by `create`, is given as an option, or is read from files (Node).
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * console.log(Typhon.createSync().eval('2 ** 100')); // 1267650600228229401496703205376n
   * ```
   */
  static createSync(options: TyphonOptions = {}): Typhon {
    checkTyphonOptions(options);
    return make(options.library === undefined ? libraryAtHand() : libraryOfBytes(options.library), options);
  }

  /**
   * Runs statements, to their end: nothing else happens in this thread meanwhile. Throws a `PythonError` for an exception that the
   * program does not catch. What would have to wait for the event loop raises RuntimeError: see `runAsync`.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * typhon.run(`
   * def greet(name):
   *     return f"hello {name}"
   * `);
   * console.log(typhon.eval('greet("you")')); // hello you
   * ```
   */
  run(source: string, options: RunOptions = {}): void {
    const program = programOf(this, source, options);
    program.session.enter(() => {
      valueOf(runProgram(program, compile(program, 'exec', 0)));
    });
  }

  /**
   * The value of an expression, converted.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * console.log(typhon.eval('{"name": "typhon", "parts": (1, 2.5, None)}')); // { name: 'typhon', parts: [ 1, 2.5, null ] }
   * ```
   */
  eval(source: string, options: RunOptions = {}): unknown {
    const program = programOf(this, source, options);
    return program.session.enter(() =>
      boundary.toJavaScript(valueOf(runProgram(program, compile(program, 'eval', 0)))),
    );
  }

  /**
   * Runs statements without blocking the thread: in turns of a few milliseconds, and suspended while the program sleeps, waits for input
   * or for a promise. `await` may stand outside of functions; such a program runs in the interpreter's event loop of asyncio.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const answers = ['Ada'];
   * const typhon = await Typhon.create({
   *   stdin: async () => answers.shift(),
   *   stdout: (text) => console.log(text.trimEnd()),
   *   globals: { later: (value: unknown) => Promise.resolve(value) },
   * });
   * await typhon.runAsync(`
   * import time
   * name = input()
   * time.sleep(0.01)
   * print(name, await later(42))
   * `); // Ada 42
   * ```
   */
  async runAsync(source: string, options: RunOptions = {}): Promise<void> {
    await startAsync(programOf(this, source, options), 'exec');
  }

  /**
   * The value of an expression, computed without blocking the thread (see `runAsync`). It may contain `await`.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ globals: { load: async () => ({ size: 3 }) } });
   * console.log(await typhon.evalAsync('(await load())["size"] + 1')); // 4
   * ```
   */
  async evalAsync(source: string, options: RunOptions = {}): Promise<unknown> {
    return await startAsync(programOf(this, source, options), 'eval');
  }

  /**
   * A namespace beside `__main__`: programs that run in it share modules with the others, and no variables.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const globals = typhon.newGlobals({ x: 1 });
   * typhon.run('x += 1', { globals });
   * console.log(globals.get('x'), typhon.globals.has('x')); // 2 false
   * ```
   */
  newGlobals(variables: Readonly<Record<string, unknown>> = {}): Globals {
    expectRecord(variables, 'variables');
    const { session } = internals.of(this);
    const dict = new PyDict();
    session.enter(() => {
      dict.setStr('__name__', '__main__');
      dict.setStr('__builtins__', session.interpreter.modules.getStr('builtins') as Value);
    });
    const globals = newGlobals(session, dict);
    for (const [name, value] of Object.entries(variables)) globals.set(name, value);
    return globals;
  }

  /**
   * The object behind a function that came from Python: for its attributes, and for calls with keyword arguments.
   *
   * @example
   * ```ts
   * import { type PythonFunction, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const area = typhon.eval('lambda width, height=1: width * height') as PythonFunction<number>;
   * console.log(area(2, 3)); // 6
   * console.log(typhon.objectOf(area).apply([2], { height: 5 })); // 10
   * ```
   */
  objectOf(fn: (...args: never[]) => unknown): PythonObject {
    return objectBehind(fn, internals.of(this).session);
  }

  /**
   * Raises KeyboardInterrupt in the program that runs or is suspended, as Ctrl-C does. From another thread, set the option
   * `interruptFlag`: a thread that is busy cannot be told anything else.
   *
   * @example
   * ```ts
   * import { PythonError, Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create();
   * const running = typhon.runAsync('while True: pass');
   * setTimeout(() => typhon.interrupt(), 20);
   * await running.catch((error: PythonError) => console.log(error.type)); // KeyboardInterrupt
   * ```
   */
  interrupt(): void {
    const { session } = internals.of(this);
    if (!session.isBusy) return;
    session.interruption.request();
    session.wake();
  }

  /**
   * Ends the interpreter: runs the functions that `atexit` knows, writes what files and streams hold back, and gives up programs that are
   * suspended. It cannot be used any more. An interpreter that is merely forgotten is garbage as any object.
   *
   * @example
   * ```ts
   * import { Typhon } from 'typhon-python';
   *
   * const typhon = await Typhon.create({ stdout: (text) => console.log(text.trimEnd()) });
   * typhon.run('import atexit; atexit.register(print, "bye")');
   * typhon.dispose(); // bye
   * ```
   */
  dispose(): void {
    const { session } = internals.of(this);
    if (session.isDisposed) return;
    session.enter(() => finish(session.interpreter, 0));
    session.isDisposed = true;
    for (const run of [...session.runs]) run.abandon(new Error('the interpreter has been disposed of'));
  }
}

interface Parts {
  readonly session: Session;
  readonly options: TyphonOptions;
}

const internals = new Internals<Parts>('Typhon', 'Typhon.create() and Typhon.createSync()');

presented(Typhon, 'Typhon', (typhon) => `Typhon {${internals.of(typhon).session.isDisposed ? ' disposed of ' : ''}}`);

function filesOf(host: Host): Files {
  const { virtualFiles } = host as Partial<VirtualHost>;
  return newFiles(host.files, virtualFiles === undefined ? (body) => body() : (body) => virtualFiles.privileged(body));
}

/** A source, and where it is to run. */
interface Program {
  readonly session: Session;
  readonly source: string;
  readonly filename: string;
  readonly dict: PyDict;
}

function programOf(typhon: Typhon, source: string, options: RunOptions): Program {
  const { session } = internals.of(typhon);
  checkProgram(source, options);
  const dict = dictionaryOf(options.globals ?? typhon.globals, session);
  return { session, source, filename: options.filename ?? '<string>', dict };
}

function compile({ source, filename }: Program, mode: 'exec' | 'eval', flags: number): Code {
  // As the built-in eval does it.
  const text = mode === 'eval' ? source.replace(/^[ \t]+/, '') : source;
  registerSource(filename, text);
  return services().compiler.compile(strFromText(text) as Value, filename, mode, flags, -1);
}

function runProgram({ session, dict }: Program, code: Code): Result {
  return runCode(code, dict, session.interpreter.builtins, dict as unknown as Value, []);
}

function startAsync(program: Program, mode: 'exec' | 'eval'): Promise<unknown> {
  const { session, dict } = program;
  const code = session.enter(() => compile(program, mode, ALLOW_TOP_LEVEL_AWAIT));
  if ((code.flags & CO_COROUTINE) === 0) {
    const frame = () => codeFrame(code, dict, session.interpreter.builtins, dict as unknown as Value, []);
    return new AsyncRun(session, frame).promise;
  }
  return session.enter(() => boundary.toJavaScript(valueOf(runProgram(program, code))) as Promise<unknown>);
}

function make(library: Library, options: TyphonOptions): Typhon {
  const interruption = new Interruption(options.interruptFlag);
  const host: Host = hostFor(options, interruption);
  const interpreter = outsideOthers(() => newInterpreter(host, library, options));
  const parts = { session: new Session(interpreter, interruption), options };
  return new (Typhon as unknown as new (parts: Parts) => Typhon)(parts);
}

function newInterpreter(host: Host, library: Library, options: TyphonOptions): Interpreter {
  const interpreterOptions = { ...defaultOptions(), dontWriteBytecode: true, lineBuffering: true, limits: {} };
  const argv = options.argv ?? [''];
  const interpreter = new Interpreter(host, interpreterOptions, library, [host.system.executable, ...argv]);
  start(interpreter);
  const limits = options.limits ?? {};
  interpreter.options.limits = limits;
  state.depthLimit = Math.min(state.depthLimit, limits.recursion ?? state.depthLimit);
  interpreter.sys.setStr('argv', PyList.of([...argv]) as Value);
  const path = interpreter.sys.getStr('path');
  // The working directory comes first, as for an interactive interpreter.
  if (path instanceof PyList) {
    const entries = path.toArray();
    path.clear();
    for (const entry of ['', ...entries]) path.append(entry);
  }
  return interpreter;
}
