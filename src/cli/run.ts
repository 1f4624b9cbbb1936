/** From a command line to an exit status: what the worker does. */
import { type Host, HostError, O_CREAT, O_TRUNC, O_WRONLY } from '../host/host.ts';
import { controls } from '../jit/controls.ts';
import { startLog } from '../jit/log.ts';
import { parameterHelp } from '../jit/parameters.ts';
import { Interpreter } from '../vm/interpreter.ts';
import { finish, runCommand, runStartupFile, runFile, runModule, runStandardInput } from '../vm/run.ts';
import { StartFailure } from '../vm/start-failure.ts';
import { importSite } from '../vm/site.ts';
import { start } from '../vm/startup.ts';
import { onHost } from '../interpreter/host-errors.ts';
import { lineEditor } from '../modules/builtins/streams.ts';
import { raise } from '../objspace/exception.ts';
import { EXIT, type Result } from '../objspace/object.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { openLibrary } from './node-library.ts';
import { linesOfInput } from './input-lines.ts';
import { interactAtTerminal } from './library-prompt.ts';
import { greet, interact, type ReadLine } from './repl.ts';
import { applyEnvironment } from './environment.ts';
import { type Action, type CommandLine, parseCommandLine } from './options.ts';
import { helpText, SHORT_USAGE } from './help.ts';
import { ERRNO_BY_NAME, errnoMessage } from '../util/errno.ts';
import { PYTHON_VERSION_TEXT, TYPHON_VERSION_TEXT } from '../modules/sys/version.ts';
import { runTool, TOOLS } from './tools.ts';
import type { Refusal } from './x-options.ts';

/** What nobody reads any more is lost, and with a standard stream that is closed there is nobody to tell. */
function write(host: Host, fd: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += host.files.write(fd, bytes.subarray(offset));
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
  }
}

/** The log of the compiler is written as the program runs. */
/** Answers whether the file could be opened. */
function openLog(host: Host, path: string): boolean {
  try {
    const fd = host.files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    startLog(controls(), (line) => write(host, fd, line));
    return true;
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
    const errno = ERRNO_BY_NAME.get(thrown.code) ?? 5;
    write(host, 2, `typhon: can't open file '${path}': [Errno ${errno}] ${errnoMessage(errno)}\n`);
    return false;
  }
}

/** Reads a line with editing; absent where there is no terminal to edit on. */
export type LineReader = (interpreter: Interpreter, prompt: string, isContinuation: boolean) => string | undefined;

export function runCommandLine(
  host: Host,
  argv: readonly string[],
  libraryFolder: string,
  readLine?: LineReader,
): number {
  if (TOOLS.has(argv[0])) return runTool(host, argv[0], argv.slice(1), (fd, text) => write(host, fd, text));
  const line = parseCommandLine(argv);
  if (line.error !== undefined) return refuse(host, line.error);
  if (line.action.kind === 'help') {
    write(host, 1, helpText(line.action.page));
    return 0;
  }
  if (line.action.kind === 'jit-help') {
    write(host, 1, parameterHelp());
    return 0;
  }
  if (line.action.kind === 'version') {
    write(host, 1, `Python ${PYTHON_VERSION_TEXT}${line.action.verbose ? ` (Typhon ${TYPHON_VERSION_TEXT})` : ''}\n`);
    return 0;
  }
  return runProgram(host, line, argv, libraryFolder, readLine);
}

function refuse(host: Host, { text, isFatal }: Refusal): number {
  write(host, 2, `${text}\n${isFatal ? '' : SHORT_USAGE}`);
  return isFatal ? 1 : 2;
}

/** What -b and -bb say to `warnings`. */
const BYTES_WARNINGS = ['default::BytesWarning', 'error::BytesWarning'];

function runProgram(
  host: Host,
  line: CommandLine,
  argv: readonly string[],
  libraryFolder: string,
  readLine: LineReader | undefined,
): number {
  const { options } = line;
  const refusal = options.ignoreEnvironment ? undefined : applyEnvironment(options, host.environment);
  if (refusal !== undefined) return refuse(host, refusal);
  if (options.devMode) options.warnOptions.unshift('default');
  if (options.bytesWarning > 0) options.warnOptions.push(BYTES_WARNINGS[Math.min(options.bytesWarning, 2) - 1]);
  const interpreter = new Interpreter(host, options, openLibrary(libraryFolder), [host.system.executable, ...argv]);
  if (options.jitLog !== undefined && !openLog(host, options.jitLog)) return 2;
  try {
    start(interpreter);
  } catch (thrown) {
    if (!(thrown instanceof StartFailure)) throw thrown;
    write(host, 2, thrown.report);
    return 1;
  }
  const isTerminal = host.files.isatty(0) && readLine !== undefined;
  const prompt: ReadLine = isTerminal
    ? (text, isContinuation) => readLine(interpreter, text, isContinuation)
    : linesOfInput(host);
  if (isTerminal) lineEditor.read = (text) => editedLine(() => prompt(text, false));
  const isPrompt = line.action.kind === 'interactive' && (isTerminal || options.interactive > 0);
  let status = isPrompt ? 0 : perform(interpreter, line, line.action);
  const isAnswered = isTerminal || options.interactive > 0;
  if (isPrompt) greet(interpreter);
  if ((isPrompt || options.inspect > 0) && isAnswered) {
    if (isTerminal) importSite(interpreter);
    if (isPrompt) runStartupFile(interpreter);
    status = (isTerminal ? interactAtTerminal(interpreter) : undefined) ?? interact(interpreter, prompt, isTerminal);
  }
  return finish(interpreter, status);
}

/** `input()` at a terminal. */
function editedLine(read: () => string | undefined): Result {
  const line = onHost(read);
  if (line === EXIT) return EXIT;
  if (line === undefined) return raise('EOFError', 'EOF when reading a line');
  return strFromText((line as string).replace(/\n$/, ''));
}

function perform(interpreter: Interpreter, line: CommandLine, action: Action): number {
  switch (action.kind) {
    case 'file':
      return runFile(interpreter, action.path, line.args, line.skipFirstLine);
    case 'command':
      return runCommand(interpreter, action.command, line.args);
    case 'module':
      return runModule(interpreter, action.name, line.args);
    default:
      return runStandardInput(interpreter, line.args.length === 0 ? [''] : line.args);
  }
}
