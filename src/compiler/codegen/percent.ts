/**
 * `'%s of %r' % (a, b)` as the f-string that it means: format and arguments meet at compile time.
 *
 * Only `%s`, `%r` and `%a` are understood, with width and precision, and only if there are as many as items of the tuple;
 * anything else is left to run time, errors included.
 */
import * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { isStrConstant, strConstant, strText } from '../../bytecode/constants.ts';
import type { Place } from './positions.ts';

/** A conversion at the place where the expression's `lastIndex` is: flags, width, precision, letter. */
const CONVERSION = /%(?:%|([-+ #0]*)(\d{1,3})?(?:\.(\d{0,3}))?([sra]))/y;

/** The f-string for `node`, or undefined. Text has no place of its own, but that of what comes before: the first one that of `before`. */
export function formattedString(node: Ast.BinOp, before: Place): Ast.JoinedStr | undefined {
  const { op, left, right } = node;
  if (op !== Kind.Mod || left.kind !== Kind.Constant || right.kind !== Kind.Tuple) return undefined;
  if (!isStrConstant(left.value) || right.elts.some((item) => item.kind === Kind.Starred)) return undefined;
  const parts = partsOf(strText(left.value), right.elts, before);
  return parts === undefined ? undefined : new Ast.JoinedStr(parts, ...placeOf(node));
}

type Four = [lineno: number, column: number, endLineno: number, endColumn: number];

function placeOf({ lineno, col_offset, end_lineno, end_col_offset }: Place): Four {
  return [lineno, col_offset, end_lineno, end_col_offset];
}

function partsOf(format: string, items: readonly Ast.ExprNode[], before: Place): Ast.ExprNode[] | undefined {
  const parts: Ast.ExprNode[] = [];
  let literal = '';
  let used = 0;
  let at = 0;
  const flush = () => {
    const place = used === 0 ? before : items[used - 1];
    if (literal !== '') parts.push(new Ast.Constant(strConstant(literal), undefined, ...placeOf(place)));
    literal = '';
  };
  for (let sign = format.indexOf('%'); sign >= 0; sign = format.indexOf('%', at)) {
    literal += format.slice(at, sign);
    CONVERSION.lastIndex = sign;
    const match = CONVERSION.exec(format);
    if (match === null) return undefined;
    at = CONVERSION.lastIndex;
    if (match[4] === undefined) literal += '%';
    else if (used === items.length) return undefined;
    else {
      flush();
      parts.push(field(items[used++], match));
    }
  }
  literal += format.slice(at);
  flush();
  return used === items.length ? parts : undefined;
}

function field(item: Ast.ExprNode, [, flags, width, precision, letter]: RegExpExecArray): Ast.FormattedValue {
  const place = placeOf(item);
  const digits = width === undefined ? '' : String(Number(width));
  const align = digits !== '' && digits !== '0' && !flags.includes('-') ? '>' : '';
  const spec = align + digits + (precision === undefined ? '' : `.${Number(precision)}`);
  const specNode = spec === '' ? undefined : new Ast.JoinedStr([new Ast.Constant(spec, undefined, ...place)], ...place);
  return new Ast.FormattedValue(item, letter.charCodeAt(0), specNode, ...place);
}
