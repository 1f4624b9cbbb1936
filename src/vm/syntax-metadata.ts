/**
 * `SyntaxError._metadata`: where the search for a misspelt keyword begins (traceback/keyword-typos.ts). CPython's parser notes the last
 * compound statement of the module that was right; here it is looked up once there is an error.
 */
import type { Value } from '../objspace/object.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  For,
  FunctionDef,
  If,
  Match,
  type StmtNode,
  Try,
  TryStar,
  While,
  With,
} from '../syntax/ast.generated.ts';
import { sourceFromBytes, sourceFromText } from '../syntax/decode-source.ts';
import { CURRENT_VERSION } from '../syntax/parser/options.ts';
import { Parser } from '../syntax/parser/parser.ts';
import { statement } from '../syntax/parser/statements.ts';
import { Tokenizer } from '../syntax/tokenizer.ts';
import { EndMarker } from '../syntax/tokens.ts';

const COMPOUND: readonly (abstract new (...args: never[]) => unknown)[] = [
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  For,
  FunctionDef,
  If,
  Match,
  Try,
  TryStar,
  While,
  With,
];

/** The statements of a module up to the one that is wrong. */
function rightStatements(source: string | Uint8Array, filename: string): StmtNode[] {
  const body: StmtNode[] = [];
  try {
    const decoded = typeof source === 'string' ? sourceFromText(source, filename) : sourceFromBytes(source, filename);
    const parser = new Parser(
      new Tokenizer(decoded, { mode: 'exec', typeComments: false, implyDedent: true, warn: () => {} }),
      CURRENT_VERSION,
    );
    parser.start();
    while (parser.kind !== EndMarker) statement(parser, body);
  } catch {
    // The error is known already.
  }
  return body;
}

/** `(line, column, source)`: the source only where it is in no file. */
export function syntaxMetadata(source: string | Uint8Array, filename: string): Value {
  const last = rightStatements(source, filename).findLast((node) => COMPOUND.some((cls) => node instanceof cls));
  const text = typeof source === 'string' ? source : null;
  return new PyTuple([last === undefined ? 0 : last.lineno, last === undefined ? 0 : last.col_offset, text]) as Value;
}

/** Whether anybody will look at the metadata. */
export function wantsMetadata(message: string): boolean {
  return message === 'invalid syntax' || message.includes('Perhaps you forgot a comma');
}
