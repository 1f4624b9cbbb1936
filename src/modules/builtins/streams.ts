/** `print`, `input`, `open`: the built-in functions on the standard streams and files. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { audit, isRefused } from '../../objspace/audit.ts';
import { raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, str, typeName } from '../../objspace/operations.ts';
import { poll } from '../../objspace/safepoint.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { services } from '../../interpreter/services.ts';
import { waitUnderWay } from '../../interpreter/suspension.ts';

/**
 * Set by modules/_io: writes text to an exact TextIOWrapper or StringIO without a look-up of `write`; `undefined` for any other object.
 */
export const fastWrite = { of: (_file: Value, _text: Value): true | Exit | undefined => undefined };

function sysStream(name: string): Value | undefined {
  return services().sys.getStr(name);
}

function writeTo(file: Value, text: Value): true | Exit {
  const fast = fastWrite.of(file, text);
  if (fast !== undefined) return fast;
  const write = getAttribute(file, 'write');
  if (write === EXIT) return EXIT;
  return call(write as Value, [text]) === EXIT ? EXIT : true;
}

function separator(value: Value, name: string, standard: string): Value | Exit {
  if (value === null) return standard;
  if (isText(value)) return value;
  return raiseTypeError(`${name} must be None or a string, not ${typeName(value)}`);
}

/** Work of printing one argument: two calls of a method. */
const PRINTED = 20;

function print(args: Value[], sep: Value, end: Value, file: Value, flush: Value): Result {
  let target = file;
  if (target === null) {
    const stream = sysStream('stdout');
    if (stream === undefined) return raise('RuntimeError', 'lost sys.stdout');
    if (stream === null) return null;
    target = stream;
  }
  const between = separator(sep, 'sep', ' ');
  if (between === EXIT) return EXIT;
  const ending = separator(end, 'end', '\n');
  if (ending === EXIT) return EXIT;
  for (let index = 0; index < args.length; index++) {
    if (index > 0 && (poll(PRINTED) === EXIT || writeTo(target, between as Value) === EXIT)) return EXIT;
    const text = str(args[index]);
    if (text === EXIT || writeTo(target, text as Value) === EXIT) return EXIT;
  }
  if (writeTo(target, ending as Value) === EXIT) return EXIT;
  return flush === false ? null : flushIfAsked(target, flush);
}

function flushIfAsked(file: Value, flush: Value): Result {
  const truth = isTrue(flush);
  if (truth === EXIT) return EXIT;
  return truth ? flushStream(file) : null;
}

function flushStream(file: Value): Result {
  const method = getAttribute(file, 'flush');
  if (method === EXIT) return EXIT;
  return call(method as Value, []) === EXIT ? EXIT : null;
}

// ── input ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by cli/: reads a line with editing and history from a terminal; `undefined` where there is none. */
export const lineEditor = { read: (_prompt: string): Result | undefined => undefined };

function input(prompt: Value): Result {
  const [stdin, stdout, stderr] = ['stdin', 'stdout', 'stderr'].map(sysStream);
  for (const [name, stream] of [
    ['stdin', stdin],
    ['stdout', stdout],
    ['stderr', stderr],
  ] as const) {
    if (stream === undefined || stream === null) return raise('RuntimeError', `input(): lost sys.${name}`);
  }
  // A call that has waited is done again, and has told of itself and shown its prompt.
  const isAgain = waitUnderWay() !== undefined;
  if (!isAgain) audit('builtins.input', prompt === '' ? null : prompt);
  const flushed = flushStream(stderr!);
  if (flushed === EXIT) swallow('Exception');
  const text = str(prompt);
  if (text === EXIT) return EXIT;
  if (isTerminal(stdin!) && isTerminal(stdout!)) {
    const line = lineEditor.read(textOf(text as Value));
    if (line !== undefined) return told(line);
  }
  const isShown = textOf(text as Value) === '' || isAgain;
  if (!isShown && writeTo(stdout!, text as Value) === EXIT) return EXIT;
  if (flushStream(stdout!) === EXIT && !swallow('Exception')) return EXIT;
  return readLine(stdin!);
}

/** The line that the program gets from a terminal. */
function told(line: Result): Result {
  return line !== EXIT && isRefused('builtins.input/result', line as Value) ? EXIT : line;
}

function isTerminal(stream: Value): boolean {
  const method = findAttribute(stream, 'isatty');
  if (method === undefined || method === EXIT) {
    if (method === EXIT) swallow('Exception');
    return false;
  }
  const answer = call(method as Value, []);
  if (answer === EXIT) swallow('Exception');
  return answer === true;
}

function readLine(stdin: Value): Result {
  const method = getAttribute(stdin, 'readline');
  if (method === EXIT) return EXIT;
  const line = call(method as Value, []);
  if (line === EXIT) return EXIT;
  if (!isText(line as Value)) return raiseTypeError('object.readline() returned non-string');
  const text = textOf(line as Value);
  if (text === '') return raise('EOFError', 'EOF when reading a line');
  if (!text.endsWith('\n')) return line;
  return typeof line === 'string'
    ? line.slice(0, -1)
    : call(getAttribute(line as Value, 'removesuffix') as Value, ['\n']);
}

function breakpoint(args: Value[], keywords: ReadonlyMap<string, Value>): Result {
  const hook = sysStream('breakpointhook');
  if (hook === undefined) return raise('RuntimeError', 'lost sys.breakpointhook');
  audit('builtins.breakpoint', hook);
  const names = keywords.size === 0 ? null : [...keywords.keys()];
  return call(hook, [...args, ...keywords.values()], names);
}

export function defineStreams(module: ModuleBuilder): void {
  module.function(
    'breakpoint(*args, **kws)',
    'Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept\nwhatever arguments are passed.\n\nBy default, this drops you into the pdb debugger.',
    breakpoint,
  );
  module.function(
    "input(prompt='', /)",
    'Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.',
    input,
  );
  module.function(
    "print(*args, sep=' ', end='\\n', file=None, flush=False)",
    'Prints the values to a stream, or to sys.stdout by default.\n\nsep\n  string inserted between values, default a space.\nend\n  string appended after the last value, default a newline.\nfile\n  a file-like object (stream); defaults to the current sys.stdout.\nflush\n  whether to forcibly flush the stream.',
    print,
  );
}
