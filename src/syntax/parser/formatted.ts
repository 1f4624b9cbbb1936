/**
 * The inside of f-strings (PEP 701) and t-strings (PEP 750): literal parts and replacement fields with their format specs.
 *
 * A field with `=` contributes its own source text as a constant before it. Literal parts are decoded only when the
 * string has ended, as in CPython, so that errors inside fields come before those of escape sequences.
 */
import { strConstant, type StrConstant } from '../../bytecode/constants.ts';
import { Constant, type ExprNode, FormattedValue, Interpolation, JoinedStr } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import { decodeText } from '../string-literal.ts';
import * as T from '../tokens.ts';
import { yieldOrStarExpressions } from './expressions.ts';
import type { Parser } from './parser.ts';
import { raiseAt, raiseRange } from './raise.ts';
import { requireVersion } from './versions.ts';
import { escapeWarner, raiseMiddleError, raiseSpecError } from './raise-literal.ts';
import { mergeConstants } from './strings.ts';

const RAW_PREFIX = /r/i;
const REPR = 114;
const COMMENTS = /#[^\n]*/g;

interface Field {
  readonly value: ExprNode;
  /** Source text of the expression, up to `=`, `!`, `:` or the closing brace. */
  readonly text: string;
  readonly conversion: number;
  readonly spec: ExprNode | undefined;
}

/** Reads an f-string or t-string and adds its parts to `parts`. */
export function formattedString(p: Parser, parts: ExprNode[]): void {
  const isTemplate = p.kind === T.TStringStart;
  const isRaw = RAW_PREFIX.test(p.tokens.text(p.index));
  const middleKind = isTemplate ? T.TStringMiddle : T.FStringMiddle;
  const first = parts.length;
  p.advance();
  for (;;) {
    if (p.kind === middleKind) {
      // Decoded below: until then its token's index stands for its value.
      parts.push(middle(p, p.index));
    } else if (p.kind === T.LeftBrace) {
      field(p, parts, isTemplate, isTemplate, isRaw);
    } else {
      break;
    }
  }
  if (p.kind !== (isTemplate ? T.TStringEnd : T.FStringEnd)) p.fail();
  decodeMiddles(p, parts, first, isRaw, p.lineAt(p.index));
  if (isTemplate) requireVersion(p, 14, 't-strings are');
  p.advance();
}

/** The token of a part that ends in a doubled brace ends before the second one, the node behind it, where the next token begins. */
function middle(p: Parser, index: number): Constant {
  const { tokens } = p;
  p.advance();
  const endColumn = p.endColumn + tokens.starts[p.index] - tokens.ends[index];
  return new Constant(index, undefined, p.lineAt(index), p.columnAt(index), p.endLine, endColumn);
}

/** Gives the literal parts from `first` on their values. Warnings are placed as if the part began in the string's last line. */
function decodeMiddles(p: Parser, parts: ExprNode[], first: number, isRaw: boolean, line: number): void {
  let kept = first;
  for (let i = first; i < parts.length; i++) {
    const part = parts[i];
    if (part.kind === Kind.Constant && typeof part.value === 'number') {
      part.value = decodeMiddle(p, part.value, isRaw, line, raiseMiddleError);
    }
    if (part.kind !== Kind.Constant || part.value !== '') parts[kept++] = part;
  }
  parts.length = kept;
}

function decodeMiddle(
  p: Parser,
  index: number,
  isRaw: boolean,
  line: number,
  raise: (p: Parser, error: unknown) => never,
): string | StrConstant {
  const { tokens } = p;
  try {
    return decodeText(tokens.input, tokens.starts[index], tokens.ends[index], isRaw, escapeWarner(p, index, line));
  } catch (error) {
    return raise(p, error);
  }
}

// ── Replacement fields ─────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Reads a replacement field at its opening brace. In the format specs of a t-string fields make formatted values, but
 * have the tokens of a t-string.
 */
function field(p: Parser, parts: ExprNode[], isTemplate: boolean, makesInterpolation: boolean, isRaw: boolean): void {
  const start = p.index;
  p.advance();
  const value = yieldOrStarExpressions(p);
  const equal = p.index;
  const isDebug = p.accept(T.Equal);
  const textEnd = p.index;
  let conversion = -1;
  if (p.kind === T.Exclamation) conversion = conversionOf(p, isTemplate ? 't-string' : 'f-string');
  const spec = p.kind === T.Colon ? formatSpec(p, isTemplate, isRaw) : undefined;
  if (isDebug && conversion < 0 && spec === undefined) conversion = REPR;
  p.expect(T.RightBrace);
  if (isDebug) parts.push(debugText(p, start, textEnd));
  const text = makesInterpolation ? sourceText(p, start, isDebug ? equal : textEnd) : '';
  const place = { value, text, conversion, spec };
  parts.push(makesInterpolation ? interpolation(p, place, start) : formattedValue(p, place, start));
}

function formattedValue(p: Parser, { value, conversion, spec }: Field, start: number): FormattedValue {
  return new FormattedValue(value, conversion, spec, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function interpolation(p: Parser, { value, text, conversion, spec }: Field, start: number): Interpolation {
  return new Interpolation(
    value,
    strConstant(text),
    conversion,
    spec,
    p.lineAt(start),
    p.columnAt(start),
    p.endLine,
    p.endColumn,
  );
}

/** `!r`: returns the code of its letter. */
function conversionOf(p: Parser, literal: string): number {
  const mark = p.index;
  p.advance();
  const { index, tokens } = p;
  if (p.kind !== T.Name) p.fail();
  const name = tokens.name(index);
  const isTight = tokens.lines[mark] === tokens.lines[index] && tokens.endColumns[mark] === tokens.columns[index];
  if (!isTight) {
    const message = `${literal}: conversion type must come right after the exclamation mark`;
    raiseRange(p, p.tokenPlace(mark), p.tokenPlace(index), message);
  }
  if (name !== 's' && name !== 'r' && name !== 'a') {
    const message = `${literal}: invalid conversion character '${name}': expected 's', 'r', or 'a'`;
    raiseAt(p, p.tokenPlace(index), message);
  }
  p.advance();
  return name.charCodeAt(0);
}

function formatSpec(p: Parser, isTemplate: boolean, isRaw: boolean): JoinedStr {
  const colon = p.index;
  const middleKind = isTemplate ? T.TStringMiddle : T.FStringMiddle;
  const parts: ExprNode[] = [];
  p.advance();
  for (;;) {
    if (p.kind === middleKind) {
      const { index } = p;
      const part = middle(p, index);
      part.value = decodeMiddle(p, index, isRaw, p.lineAt(index), (_, error) => raiseSpecError(error));
      parts.push(part);
    } else if (p.kind === T.LeftBrace) {
      field(p, parts, isTemplate, false, isRaw);
    } else {
      break;
    }
  }
  return new JoinedStr(mergeConstants(parts), p.lineAt(colon), p.columnAt(colon), p.endLine, p.endColumn);
}

// ── Source texts ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The text of a field with `=`, from behind the brace `start` to the token `end`. */
function debugText(p: Parser, start: number, end: number): Constant {
  const { tokens } = p;
  const text = strConstant(sourceText(p, start, end));
  return new Constant(
    text,
    undefined,
    tokens.lines[start],
    tokens.columns[start] + 1,
    tokens.lines[end],
    tokens.columns[end],
  );
}

/** The source between two tokens, comments removed: those can only be in the gaps between tokens. */
function sourceText({ tokens }: Parser, start: number, end: number): string {
  const { input } = tokens;
  const text = input.slice(tokens.ends[start], tokens.starts[end]);
  if (!text.includes('#')) return text;
  let cleaned = '';
  for (let index = start; index < end; index++) {
    if (index > start) cleaned += tokens.text(index);
    cleaned += input.slice(tokens.ends[index], tokens.starts[index + 1]).replace(COMMENTS, '');
  }
  return cleaned;
}
