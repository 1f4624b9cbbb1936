/** `open`, `open_code`, `text_encoding`: the stack of streams that a mode asks for. */
import { setAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, repr, argumentName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import type { PyType } from '../../objspace/type.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import { services } from '../../interpreter/services.ts';
import { bothThen } from './base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered-types.ts';
import { fileIOType, isDescriptor, plainPath, type PyFileIO } from './file-io.ts';
import { DEFAULT_BUFFER_SIZE, invoke, offsetArgument } from './support.ts';
import { textIOWrapperType } from './text-io-type.ts';
import { optionalText, warnOfDefaultEncoding } from './text-setup.ts';

/** What a mode asks for. */
interface Mode {
  readonly text: string;
  readonly isBinary: boolean;
  readonly isUpdating: boolean;
  readonly isWriting: boolean;
  /** The mode of the raw file. */
  readonly raw: string;
}

function parseMode(mode: string): Mode | Exit {
  const has = (letter: string): boolean => mode.includes(letter);
  if (!/^[xrwab+t]*$/.test(mode) || new Set(mode).size !== mode.length) {
    const shown = repr(mode);
    return shown === EXIT ? EXIT : raiseValueError(`invalid mode: ${textOf(shown as Value)}`);
  }
  if (has('t') && has('b')) return raiseValueError("can't have text and binary mode at once");
  if ([has('x'), has('r'), has('w'), has('a')].filter(Boolean).length > 1) {
    return raiseValueError('must have exactly one of create/read/write/append mode');
  }
  const raw = ['x', 'r', 'w', 'a', '+'].filter(has).join('');
  return { text: mode, isBinary: has('b'), isUpdating: has('+'), isWriting: has('x') || has('w') || has('a'), raw };
}

export interface OpenOptions {
  readonly mode: Value;
  readonly buffering: Value;
  readonly encoding: Value;
  readonly errors: Value;
  readonly newline: Value;
  readonly closefd: Value;
  readonly opener: Value;
}

/** Binary streams have no text options. */
function checkBinary({ encoding, errors, newline }: OpenOptions): true | Exit {
  if (encoding !== null) return raiseValueError("binary mode doesn't take an encoding argument");
  if (errors !== null) return raiseValueError("binary mode doesn't take an errors argument");
  return newline === null ? true : raiseValueError("binary mode doesn't take a newline argument");
}

function checkOptions(mode: Mode, options: OpenOptions): true | Exit {
  for (const name of ['encoding', 'errors', 'newline'] as const)
    if (optionalText(options[name], 'open', name) === EXIT) return EXIT;
  return mode.isBinary ? checkBinary(options) : true;
}

function warnOfBuffering(): boolean {
  const message = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
  return state.interpreter.warn(exceptionTypes['RuntimeWarning'], message, 1);
}

export function open(file: Value, options: OpenOptions): Result {
  if (!isText(options.mode))
    return raiseTypeError(`open() argument 'mode' must be str, not ${argumentName(options.mode)}`);
  const buffering = offsetArgument(options.buffering);
  if (buffering === EXIT) return EXIT;
  const parsed = parseMode(textOf(options.mode));
  if (parsed === EXIT) return EXIT;
  const mode = parsed as Mode;
  if (checkOptions(mode, options) === EXIT) return EXIT;
  if (mode.isBinary && buffering === 1 && !warnOfBuffering()) return EXIT;
  const closefd = isTrue(options.closefd);
  if (closefd === EXIT) return EXIT;
  const named = isDescriptor(file) ? file : plainPath(file);
  if (named === EXIT) return EXIT;
  const raw = call(fileIOType, [named as Value, mode.raw, closefd as boolean, options.opener]);
  if (raw === EXIT) return EXIT;
  const stream = stack(raw as PyFileIO & Value, mode, buffering as number, options);
  return stream === EXIT ? closeAfterFailure(raw as Value) : stream;
}

/** The layers above the raw file. */
function stack(raw: PyFileIO & Value, mode: Mode, buffering: number, options: OpenOptions): Result {
  const terminal = buffering === 1 && !mode.isBinary ? true : buffering < 0 ? invoke(raw, '_isatty_open_only') : false;
  if (terminal === EXIT) return EXIT;
  const isLineBuffered = terminal === true;
  const size =
    buffering < 0 || buffering === 1 ? Math.max(Math.min(raw.blockSize, 8388608), DEFAULT_BUFFER_SIZE) : buffering;
  if (size === 0) return mode.isBinary ? raw : raiseValueError("can't have unbuffered text I/O");
  const buffer = call(bufferType(mode), [raw, size]);
  if (buffer === EXIT || mode.isBinary) return buffer;
  return wrap(buffer as Value, mode, isLineBuffered, options);
}

function bufferType(mode: Mode): PyType {
  if (mode.isUpdating) return bufferedRandomType;
  return mode.isWriting ? bufferedWriterType : bufferedReaderType;
}

function wrap(buffer: Value, mode: Mode, isLineBuffered: boolean, options: OpenOptions): Result {
  const { encoding, errors, newline } = options;
  const wrapper = call(textIOWrapperType, [buffer, encoding, errors, newline, isLineBuffered]);
  if (wrapper === EXIT) return EXIT;
  return setAttribute(wrapper as Value, 'mode', mode.text) === EXIT ? EXIT : wrapper;
}

function closeAfterFailure(raw: Value): Exit {
  return bothThen(
    () => EXIT,
    () => invoke(raw, 'close'),
  ) as Exit;
}

/** `io.text_encoding`: which encoding stands for None. */
export function textEncoding(encoding: Value, stackLevel: number): Result {
  if (encoding !== null) return encoding;
  if (warnOfDefaultEncoding(stackLevel) === EXIT) return EXIT;
  return services().options.utf8Mode ? 'utf-8' : 'locale';
}

export function openCode(path: Value): Result {
  if (!isText(path)) return raiseTypeError(`open_code() argument 'path' must be str, not ${argumentName(path)}`);
  return open(path, {
    mode: 'rb',
    buffering: -1,
    encoding: null,
    errors: null,
    newline: null,
    closefd: true,
    opener: null,
  });
}
