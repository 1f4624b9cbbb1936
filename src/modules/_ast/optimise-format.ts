/** `'...%s...' % (a, b)` as an f-string, where the format has only `%s`, `%r`, `%a` and as many as there are values. */
import { isStrConstant, strConstant, strText } from '../../bytecode/constants.ts';
import * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';

/** Flags, width, precision, conversion: up to three digits, since longer ones are for nobody. */
const DIRECTIVE = /%(?:(%)|([-+ #0]*)(\d{0,3})(?:\.(\d{0,3}))?([sra]))/y;

/** Nodes that the source does not have. */
const NOWHERE = [-1, -1, -1, -1] as const;

/** The f-string, or `undefined` where the operation stays as it is. */
export function optimiseFormat(node: Ast.BinOp): Ast.JoinedStr | undefined {
  const { left, right } = node;
  if (node.op !== Kind.Mod || left.kind !== Kind.Constant || right.kind !== Kind.Tuple || !isStrConstant(left.value))
    return undefined;
  if (right.elts.some((item) => item.kind === Kind.Starred)) return undefined;
  const parts = partsOf(strText(left.value), right.elts);
  return parts === undefined
    ? undefined
    : new Ast.JoinedStr(parts, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset);
}

function partsOf(format: string, values: readonly Ast.ExprNode[]): Ast.ExprNode[] | undefined {
  const parts: Ast.ExprNode[] = [];
  let literal = '';
  let used = 0;
  const flush = (): void => {
    if (literal !== '') parts.push(new Ast.Constant(strConstant(literal), undefined, ...NOWHERE));
    literal = '';
  };
  for (let offset = 0; offset < format.length; ) {
    if (format[offset] !== '%') {
      literal += format[offset++];
      continue;
    }
    DIRECTIVE.lastIndex = offset;
    const match = DIRECTIVE.exec(format);
    if (match === null) return undefined;
    offset = DIRECTIVE.lastIndex;
    if (match[1] === '%') {
      literal += '%';
      continue;
    }
    if (used === values.length) return undefined;
    flush();
    parts.push(field(values[used++], match));
  }
  flush();
  return used === values.length ? parts : undefined;
}

function field(value: Ast.ExprNode, [, , flags, width, precision, conversion]: RegExpExecArray): Ast.FormattedValue {
  let spec = '';
  if (Number(width) > 0) spec = `${flags.includes('-') ? '' : '>'}${Number(width)}`;
  if (precision !== undefined) spec += `.${Number(precision)}`;
  const format = spec === '' ? undefined : new Ast.Constant(spec, undefined, ...NOWHERE);
  return new Ast.FormattedValue(
    value,
    conversion.charCodeAt(0),
    format,
    value.lineno,
    value.col_offset,
    value.end_lineno,
    value.end_col_offset,
  );
}
