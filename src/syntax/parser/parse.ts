/**
 * The parser's door: from a source text to a syntax tree, or to the error CPython gives.
 *
 * Two passes, as in CPython: a fast one that only knows whether the source is right, and, if it is not, the diagnosis,
 * which looks for the particular mistakes that have messages of their own.
 */
import { Expression, Interactive, Module, type ModNode, Pass, type StmtNode, TypeIgnore } from '../ast.generated.ts';
import { explainFailure } from '../diagnosis/explain.ts';
import { type DecodeOptions, sourceFromBytes, sourceFromText } from '../decode-source.ts';
import type { SourceMode } from '../scanner.ts';
import { Source } from '../source.ts';
import { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import { compoundStatement } from './compound.ts';
import { expressions } from './expressions.ts';
import { functionType } from './function-type.ts';
import { matchStatement } from './match.ts';
import {
  CURRENT_VERSION,
  DONT_IMPLY_DEDENT,
  FUTURE_BARRY_AS_BDFL,
  type ParseOptions,
  TYPE_COMMENTS,
} from './options.ts';
import { Parser } from './parser.ts';
import { raiseAtLastToken } from './raise.ts';
import { simpleStatements, statement } from './statements.ts';

export type { ParseOptions } from './options.ts';

export function parseSource(
  source: string | Uint8Array | Source,
  filename: string,
  mode: SourceMode,
  options: ParseOptions = {},
): ModNode {
  const { flags = 0, featureVersion = CURRENT_VERSION, warn = () => {} } = options;
  const tokens = new Tokenizer(toSource(source, filename, options.decoding), {
    mode,
    typeComments: (flags & TYPE_COMMENTS) !== 0,
    implyDedent: (flags & DONT_IMPLY_DEDENT) === 0,
    isFile: options.decoding?.isFile === true,
    warn,
  });
  tokens.hasDiamond = (flags & FUTURE_BARRY_AS_BDFL) !== 0;
  const p = new Parser(tokens, featureVersion, options.maxDigits);
  try {
    p.start();
    return parseMode(p, mode);
  } catch (error) {
    throw explainFailure(p, mode, flags, error);
  }
}

function toSource(source: string | Uint8Array | Source, filename: string, decoding: DecodeOptions | undefined): Source {
  if (source instanceof Source) return source;
  if (typeof source === 'string') return sourceFromText(source, filename);
  return sourceFromBytes(source, filename, decoding);
}

function parseMode(p: Parser, mode: SourceMode): ModNode {
  switch (mode) {
    case 'exec':
      return moduleNode(p);
    case 'eval':
      return expressionNode(p);
    case 'single':
      return interactive(p);
    case 'func_type':
      return functionType(p);
  }
}

function moduleNode(p: Parser): Module {
  const body: StmtNode[] = [];
  let start = 0;
  while (p.kind !== T.EndMarker) {
    p.statementStart = start;
    start = p.index;
    statement(p, body);
  }
  const ignores = p.tokens.typeIgnores.map(({ line, tag }) => new TypeIgnore(line, tag));
  return new Module(body, ignores);
}

function expressionNode(p: Parser): Expression {
  const body = expressions(p);
  while (p.accept(T.Newline));
  if (p.kind !== T.EndMarker) p.fail();
  return new Expression(body);
}

/** One statement, or the simple statements of a line; only white space and comments may follow. */
function interactive(p: Parser): Interactive {
  const start = p.index;
  const body: StmtNode[] = [];
  const compound = compoundStatement(p) ?? matchStatement(p);
  if (compound !== undefined) {
    body.push(compound);
    if (p.kind !== T.Newline) p.fail();
  } else if (p.kind === T.Newline) {
    const { tokens } = p;
    body.push(new Pass(p.lineAt(start), p.columnAt(start), tokens.endLines[start], tokens.endColumns[start]));
  } else {
    simpleStatements(p, body);
  }
  const { input, offset } = p.tokens;
  if (!NOTHING_MORE.test(input.slice(offset))) {
    raiseAtLastToken(p, 'multiple statements found while compiling a single statement');
  }
  return new Interactive(body);
}

const NOTHING_MORE = /^(?:[ \t\n\f]|#[^\n]*)*$/;
