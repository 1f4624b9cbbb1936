/** `_tokenize`: the iterator that `tokenize` is made of. */
import { services } from '../../interpreter/services.ts';
import {
  caught,
  error,
  exceptionTypes,
  type PyBaseException,
  raiseTypeError,
  swallow,
} from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue } from '../../objspace/operations.ts';
import { decodeBytes } from '../../objspace/codecs.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { state } from '../../objspace/state.ts';
import { worked } from '../../util/work.ts';
import { PlainTokens } from './plain-tokens.ts';
import { EndOfInput, type Token, TokenStream } from './token-stream.ts';

/** Work of asking for a line. */
const LINE_WORK = 16;

function isEnded(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last === 10 || last === 13;
}

class TokenizerIterator extends PyObject {
  readonly readline: Value;
  readonly encoding: string | null;
  readonly hasExtraTokens: boolean;
  /** Made at the first request: by then all lines have been read. */
  private tokens: TokenStream | PlainTokens | null;

  constructor(readline: Value, encoding: string | null, hasExtraTokens: boolean) {
    super();
    this.readline = readline;
    this.encoding = encoding;
    this.hasExtraTokens = hasExtraTokens;
    this.tokens = null;
  }

  next(): Result | undefined {
    try {
      if (this.tokens === null) {
        const text = this.readAll();
        if (typeof text !== 'string') return EXIT;
        if (text.includes('\0')) throw error('SyntaxError', 'source code cannot contain null bytes');
        this.tokens = this.hasExtraTokens ? new TokenStream(text, () => undefined) : new PlainTokens(text, warn);
      }
      const token = this.tokens.next();
      return token === undefined ? undefined : tupleOf(token);
    } catch (thrown) {
      if (thrown instanceof EndOfInput) return caught(endOfInput(thrown));
      return caught(adjusted(services().compiler.refusal(thrown)));
    }
  }

  /** Reads lines until there are no more. */
  private readAll(): string | Exit {
    const lines: string[] = [];
    for (;;) {
      const line = call(this.readline, []);
      if (line === EXIT) {
        if (!swallow('StopIteration')) return EXIT;
        break;
      }
      const text = this.lineText(line as Value);
      if (typeof text !== 'string') return EXIT;
      if (text === '') break;
      worked(LINE_WORK);
      // A line without its end that is not the last has an end all the same.
      if (lines.length > 0 && !isEnded(lines[lines.length - 1])) lines.push('\n');
      lines.push(text);
    }
    return lines.join('');
  }

  private lineText(line: Value): string | Exit {
    if (this.encoding === null)
      return isText(line) ? textOf(line) : raiseTypeError('readline() returned a non-string object');
    if (!(line instanceof PyBytes)) return raiseTypeError('readline() returned a non-bytes object');
    const text = decodeBytes(line.data, this.encoding, 'replace');
    return text === EXIT ? EXIT : textOf(text as Value);
  }
}

function warn(warning: { category: string; message: string; filename: string; lineno: number }): void {
  const category = state.interpreter.builtins.getStr(warning.category) as Value;
  services().warnExplicit(category, warning.message, warning.filename, warning.lineno);
}

function tupleOf({ type, text, startLine, startColumn, endLine, endColumn, line }: Token): Value {
  return new PyTuple([
    type,
    strFromText(text),
    new PyTuple([startLine, startColumn]),
    new PyTuple([endLine, endColumn]),
    strFromText(line),
  ]);
}

/** The message is the only argument; the place is in the attributes. */
function endOfInput({ message, line, column }: EndOfInput): PyBaseException {
  const exception = error('SyntaxError', message);
  exception.fields = new Map<string, Value>([
    ['msg', message],
    ['filename', '<string>'],
    ['lineno', line],
    ['offset', column],
    ['text', null],
    ['end_lineno', line],
    ['end_offset', null],
    ['print_file_and_line', null],
  ]);
  return exception;
}

/** The one error of this tokenizer, but for those of indentation, whose place is behind the line. */
const AFTER_CONTINUATION = 'unexpected character after line continuation character';

/** This tokenizer's errors show the line without its end; errors of indentation are behind the line, and have no end. */
function adjusted(thrown: unknown): unknown {
  const exception = thrown as PyBaseException;
  const text = exception.fields?.get('text');
  if (typeof text !== 'string') return thrown;
  const line = text.replace(/\n$/, '');
  const changes: [number, string, Value][] = [[3, 'text', line]];
  if (exception.shape.type !== exceptionTypes['SyntaxError']) {
    changes.push([2, 'offset', [...line].length + 1], [4, 'end_lineno', null], [5, 'end_offset', null]);
  } else if (exception.args[0] === AFTER_CONTINUATION) {
    changes.push([2, 'offset', [...line].length + 1]);
  }
  const place = exception.args[1] instanceof PyTuple ? exception.args[1].items.slice() : [];
  for (const [index, name, value] of changes) {
    place[index] = value;
    exception.fields!.set(name, value);
  }
  exception.args = [exception.args[0], new PyTuple(place)];
  return exception;
}

const tokenizerIteratorType = builtinType<TokenizerIterator>('TokenizerIter', {
  base: objectType,
  layout: TokenizerIterator,
  isBaseType: false,
  module: '_tokenize',
  slots: {
    iter: (self: TokenizerIterator) => self,
    next: (self: TokenizerIterator) => self.next(),
    new: newSlot(
      'tokenizeriter(cls, readline, /, *, extra_tokens, encoding=<absent>)',
      (_cls, readline, extraTokens, encoding) => {
        const hasExtraTokens = isTrue(extraTokens);
        if (hasExtraTokens === EXIT) return EXIT;
        if (encoding !== undefined && !isText(encoding))
          return raiseTypeError("tokenizeriter() argument 'encoding' must be str");
        return new TokenizerIterator(
          readline,
          encoding === undefined ? null : textOf(encoding),
          hasExtraTokens as boolean,
        );
      },
    ),
  },
});

export const _tokenize = builtinModule('_tokenize', '', (module) => {
  module.types(tokenizerIteratorType);
});
