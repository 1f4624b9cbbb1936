/** The compiler as the interpreter sees it: sources in, code out, refusals as Python exceptions, warnings through `warnings`. */
import type { Code } from '../bytecode/code.ts';
import { audit, auditor } from '../objspace/audit.ts';
import { compileSource, compileTree, symbolsOfSource } from '../compiler/compile.ts';
import type { Block } from '../compiler/symtable.ts';
import { encodeText } from '../objspace/codecs.ts';
import { type ExceptionName, newException, type PyBaseException, takeException } from '../objspace/exception.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { PyByteArray } from '../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyStr, strFromText, textOf } from '../objspace/types/str/text.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import type { CompileMode, CompilerService } from '../interpreter/services.ts';
import { services } from '../interpreter/services.ts';
import type { ModNode } from '../syntax/ast.generated.ts';
import { type ParseOptions, parseSource } from '../syntax/parser/parse.ts';
import { PySyntaxError, SourceError, type SourceWarning, warningAsError } from '../syntax/syntax-error.ts';
import { withoutRestOfLine } from './long-lines.ts';
import { sourceDecoding } from './source-decoding.ts';
import { sourceLine } from './source-lines.ts';
import { syntaxMetadata, wantsMetadata } from './syntax-metadata.ts';

function orNone(value: number | undefined): Value {
  return value === undefined ? null : value;
}

/** The Python exception of a refusal by tokenizer, parser or compiler. */
export function exceptionOfSourceError(error: SourceError): PyBaseException {
  if (!(error instanceof PySyntaxError)) return newException(error.kind as ExceptionName, strFromText(error.message));
  const message = strFromText(error.message);
  const location: Value[] = [
    strFromText(error.filename),
    orNone(error.lineno),
    orNone(error.offset),
    error.text === undefined ? null : strFromText(error.text),
    orNone(error.endLineno),
    orNone(error.endOffset),
  ];
  const args: Value[] = error.isBare ? [message] : [message, new PyTuple(location) as Value];
  const exception = newException(error.kind as ExceptionName, ...args);
  exception.fields = new Map<string, Value>([
    ['msg', message],
    ['filename', location[0]],
    ['lineno', location[1]],
    ['offset', location[2]],
    ['text', location[3]],
    ['end_lineno', location[4]],
    ['end_offset', location[5]],
    ['print_file_and_line', null],
  ]);
  return exception;
}

/** Turns what the front end threw into the exception object to throw; with the source, so that misspelt keywords can be found. */
export function pythonError(thrown: unknown, source?: string | Uint8Array): unknown {
  if (!(thrown instanceof SourceError)) return thrown;
  const exception = exceptionOfSourceError(thrown);
  if (source !== undefined && thrown instanceof PySyntaxError && wantsMetadata(thrown.message)) {
    exception.fields!.set('_metadata', syntaxMetadata(source, thrown.filename));
  }
  return exception;
}

/** Lines for errors that are found behind the parser: of files, as CPython reads them. */
function lineTextOf(filename: string): (lineno: number) => string | undefined {
  return (lineno) => {
    const line = filename.startsWith('<') ? undefined : sourceLine(filename, lineno);
    return line === undefined ? undefined : `${line}\n`;
  };
}

/** Issues warnings of the front end; an "error" filter makes a SyntaxError of one. */
export function warnOfSource(source: string | Uint8Array): (warning: SourceWarning) => void {
  return (warning) => {
    const interpreter = services();
    const category = interpreter.builtins.getStr(warning.category) as Value;
    if (interpreter.warnExplicit(category, warning.message, warning.filename, warning.lineno)) return;
    const raised = takeException();
    if (raised.shape.type !== category) throw raised;
    throw warningAsError(warning, lineOfWarning(warning, source));
  };
}

function lineOfWarning({ origin, filename, lineno }: SourceWarning, source: string | Uint8Array): string | undefined {
  if (origin === 'compiler') return lineTextOf(filename)(lineno);
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const line = text.split('\n', lineno)[lineno - 1] ?? '';
  return origin === 'scanner' ? line : `${line}\n`;
}

/** The text or bytes of a source given to `compile`; throws the UnicodeEncodeError of a text with lone surrogates. */
export function sourceOf(source: Value | string): string | Uint8Array {
  if (source instanceof PyStr && encodeText(source) === EXIT) throw takeException();
  if (source instanceof PyBytes) return source.data;
  if (source instanceof PyByteArray) return source.data.subarray(0, source.length);
  return textOf(source);
}

/** Tells of a source that is going to be compiled; what has a null is refused before. */
function auditSource(source: string | Uint8Array, filename: string, isFile = false): void {
  if (auditor === undefined) return;
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes.includes(0)) return;
  audit('compile', isFile ? null : (new PyBytes(bytes.slice()) as Value), strFromText(filename));
}

/** Runs the front end; what it refuses becomes a Python exception. */
function refusing<T>(run: () => T, source?: string | Uint8Array): T {
  try {
    return run();
  } catch (thrown) {
    throw pythonError(withoutRestOfLine(thrown), source);
  }
}

/** What the interpreter decides of how a source is read. */
function parserOptions(source: string | Uint8Array, filename: string, isFile: boolean): ParseOptions {
  return {
    warn: warnOfSource(source),
    decoding: sourceDecoding(filename, isFile),
    maxDigits: services().maxStrDigits,
  };
}

function levelOf(optimize: number): number {
  return optimize < 0 ? services().options.optimize : optimize;
}

export const compilerService: CompilerService = {
  compile(
    source: Value | string,
    filename: string,
    mode: CompileMode,
    flags: number,
    optimize: number,
    isFile = false,
  ): Code {
    const text = sourceOf(source);
    auditSource(text, filename, isFile);
    return refusing(
      () =>
        compileSource(text, filename, mode, {
          flags,
          optimize: levelOf(optimize),
          lineText: lineTextOf(filename),
          ...parserOptions(text, filename, isFile),
        }),
      text,
    );
  },
  parse(source: Value | string, filename: string, mode: CompileMode, flags: number, featureVersion: number): ModNode {
    const text = sourceOf(source);
    auditSource(text, filename);
    const version = featureVersion < 0 ? {} : { featureVersion };
    return refusing(
      () => parseSource(text, filename, mode, { flags, ...parserOptions(text, filename, false), ...version }),
      text,
    );
  },
  compileTree(root: ModNode, filename: string, flags: number, optimize: number): Code {
    return refusing(() =>
      compileTree(root, filename, {
        flags,
        optimize: levelOf(optimize),
        warn: warnOfSource(''),
        lineText: lineTextOf(filename),
      }),
    );
  },
  symbols(source: Value, filename: string, mode: CompileMode): Block {
    const text = sourceOf(source);
    auditSource(text, filename);
    return refusing(() => symbolsOfSource(text, filename, mode, parserOptions(text, filename, false)));
  },
  refusal: (thrown) => pythonError(thrown),
};
