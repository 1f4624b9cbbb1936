/**
 * Expressions back to text, as CPython's compiler writes annotations under `from __future__ import annotations`.
 *
 * (`ast.unparse` is another matter: it is Python code and writes some things differently.) Parentheses are put where an
 * expression binds less tightly than its place asks for. Chains that lean to the left are walked by a loop, for they may be long.
 */
import { reprConstant } from '../bytecode/constant-repr.ts';
import {
  ComplexConstant,
  type ConstantValue,
  ELLIPSIS,
  FloatConstant,
  isStrConstant,
  strConstant,
  strText,
} from '../bytecode/constants.ts';
import { reprStr } from '../util/repr.ts';
import type * as Ast from './ast.generated.ts';
import * as Kind from './node-kinds.generated.ts';

/** How tightly a place binds; the levels of CPython's grammar. */
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARISON = 5;
const BIT_OR = 6;
const BIT_XOR = 7;
const BIT_AND = 8;
const SHIFT = 9;
const SUM = 10;
const TERM = 11;
const FACTOR = 12;
const POWER = 13;
const AWAIT = 14;
const ATOM = 15;

const OPERATORS: Readonly<Record<Ast.OperatorKind, readonly [text: string, level: number]>> = {
  [Kind.Add]: ['+', SUM],
  [Kind.Sub]: ['-', SUM],
  [Kind.Mult]: ['*', TERM],
  [Kind.MatMult]: ['@', TERM],
  [Kind.Div]: ['/', TERM],
  [Kind.Mod]: ['%', TERM],
  [Kind.FloorDiv]: ['//', TERM],
  [Kind.Pow]: ['**', POWER],
  [Kind.LShift]: ['<<', SHIFT],
  [Kind.RShift]: ['>>', SHIFT],
  [Kind.BitOr]: ['|', BIT_OR],
  [Kind.BitXor]: ['^', BIT_XOR],
  [Kind.BitAnd]: ['&', BIT_AND],
};

const UNARY: Readonly<Record<Ast.UnaryOpKind, readonly [text: string, level: number]>> = {
  [Kind.Not]: ['not ', NOT],
  [Kind.Invert]: ['~', FACTOR],
  [Kind.UAdd]: ['+', FACTOR],
  [Kind.USub]: ['-', FACTOR],
};

const COMPARISONS: Readonly<Record<Ast.CmpOpKind, string>> = {
  [Kind.Eq]: '==',
  [Kind.NotEq]: '!=',
  [Kind.Lt]: '<',
  [Kind.LtE]: '<=',
  [Kind.Gt]: '>',
  [Kind.GtE]: '>=',
  [Kind.Is]: 'is',
  [Kind.IsNot]: 'is not',
  [Kind.In]: 'in',
  [Kind.NotIn]: 'not in',
};

export function unparse(node: Ast.ExprNode): string {
  const unparser = new Unparser();
  unparser.expression(node, TEST);
  return unparser.text;
}

/** A node of a chain that leans to the left, whose right part is still to be written. */
type Link = Ast.BinOp | Ast.Attribute | Ast.Call | Ast.Subscript;

class Unparser {
  text: string;

  constructor() {
    this.text = '';
  }

  expression(node: Ast.ExprNode, level: number): void {
    const chain: Link[] = [];
    const levels: number[] = [];
    let bottom = node;
    let bottomLevel = level;
    while (isLink(bottom)) {
      chain.push(bottom);
      levels.push(bottomLevel);
      if (bottom.kind === Kind.BinOp) {
        const own = OPERATORS[bottom.op][1];
        if (bottomLevel > own) this.text += '(';
        bottomLevel = bottom.op === Kind.Pow ? own + 1 : own;
        bottom = bottom.left;
      } else {
        bottomLevel = ATOM;
        bottom = bottom.kind === Kind.Call ? bottom.func : bottom.value;
      }
    }
    this.simple(bottom, bottomLevel);
    for (let i = chain.length - 1; i >= 0; i--) this.right(chain[i], levels[i]);
  }

  private right(node: Link, level: number): void {
    switch (node.kind) {
      case Kind.BinOp: {
        const [operator, own] = OPERATORS[node.op];
        this.text += ` ${operator} `;
        this.expression(node.right, node.op === Kind.Pow ? own : own + 1);
        if (level > own) this.text += ')';
        break;
      }
      case Kind.Attribute:
        this.text += isInt(node.value) ? ` .${node.attr}` : `.${node.attr}`;
        break;
      case Kind.Call:
        this.arguments(node);
        break;
      default:
        this.text += '[';
        this.expression(node.slice, TUPLE);
        this.text += ']';
    }
  }

  private simple(node: Ast.ExprNode, level: number): void {
    switch (node.kind) {
      case Kind.Name:
        this.text += node.id;
        break;
      case Kind.Constant:
        this.text += (node.literalKind ?? '') + constantText(node.value);
        break;
      case Kind.BoolOp:
        this.boolean(node, level);
        break;
      case Kind.UnaryOp:
        this.unary(node, level);
        break;
      case Kind.Compare:
        this.comparison(node, level);
        break;
      case Kind.IfExp:
        this.parenthesised(level > TEST, () => this.conditional(node));
        break;
      case Kind.Lambda:
        this.parenthesised(level > TEST, () => this.lambda(node));
        break;
      case Kind.NamedExpr:
        this.parenthesised(level > TUPLE, () => this.joined([node.target, node.value], ' := ', ATOM));
        break;
      case Kind.Await:
        this.parenthesised(level > AWAIT, () => this.prefixed('await ', node.value, ATOM));
        break;
      case Kind.Yield:
        this.parenthesised(true, () => this.prefixed(node.value === undefined ? 'yield' : 'yield ', node.value, TEST));
        break;
      case Kind.YieldFrom:
        this.parenthesised(true, () => this.prefixed('yield from ', node.value, TEST));
        break;
      default:
        this.display(node, level);
    }
  }

  /** What has brackets, or parts of a special kind. */
  private display(node: Ast.ExprNode, level: number): void {
    switch (node.kind) {
      case Kind.Tuple:
        this.tuple(node, level);
        break;
      case Kind.List:
        this.bracketed('[', node.elts, ']');
        break;
      case Kind.Set:
        this.bracketed('{', node.elts, '}');
        break;
      case Kind.Dict:
        this.dict(node);
        break;
      case Kind.ListComp:
        this.comprehension('[', node.elt, undefined, node.generators, ']');
        break;
      case Kind.SetComp:
        this.comprehension('{', node.elt, undefined, node.generators, '}');
        break;
      case Kind.GeneratorExp:
        this.comprehension('(', node.elt, undefined, node.generators, ')');
        break;
      case Kind.DictComp:
        this.comprehension('{', node.key, node.value, node.generators, '}');
        break;
      case Kind.Starred:
        this.prefixed('*', node.value, BIT_OR);
        break;
      case Kind.Slice:
        this.slice(node);
        break;
      case Kind.JoinedStr:
        this.text += `f${reprText(stringBody(node.values))}`;
        break;
      case Kind.TemplateStr:
        this.text += `t${reprText(stringBody(node.values))}`;
        break;
      case Kind.FormattedValue:
      case Kind.Interpolation:
        this.text += `f${reprText(stringBody([node]))}`;
    }
  }

  private parenthesised(isNeeded: boolean, write: () => void): void {
    if (isNeeded) this.text += '(';
    write();
    if (isNeeded) this.text += ')';
  }

  private prefixed(prefix: string, node: Ast.ExprNode | undefined, level: number): void {
    this.text += prefix;
    if (node !== undefined) this.expression(node, level);
  }

  private joined(nodes: readonly Ast.ExprNode[], separator: string, level: number): void {
    nodes.forEach((node, i) => {
      this.prefixed(i === 0 ? '' : separator, node, level);
    });
  }

  // ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────

  private boolean(node: Ast.BoolOp, level: number): void {
    const [operator, own] = node.op === Kind.And ? [' and ', AND] : [' or ', OR];
    this.parenthesised(level > own, () => this.joined(node.values, operator, own + 1));
  }

  private unary(node: Ast.UnaryOp, level: number): void {
    const [operator, own] = UNARY[node.op];
    this.parenthesised(level > own, () => this.prefixed(operator, node.operand, own));
  }

  private comparison(node: Ast.Compare, level: number): void {
    this.parenthesised(level > COMPARISON, () => {
      this.expression(node.left, COMPARISON + 1);
      node.ops.forEach((operator, i) => {
        this.prefixed(` ${COMPARISONS[operator]} `, node.comparators[i], COMPARISON + 1);
      });
    });
  }

  private conditional(node: Ast.IfExp): void {
    this.expression(node.body, TEST + 1);
    this.prefixed(' if ', node.test, TEST + 1);
    this.prefixed(' else ', node.orelse, TEST);
  }

  // ── Lambdas and calls ────────────────────────────────────────────────────────────────────────────────────────

  private lambda({ args, body }: Ast.Lambda): void {
    this.text += args.posonlyargs.length + args.args.length > 0 ? 'lambda ' : 'lambda';
    this.parameters(args);
    this.prefixed(': ', body, TEST);
  }

  private parameters({ posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults }: Ast.Arguments): void {
    let separator = '';
    const parameter = (name: string, value: Ast.ExprNode | undefined) => {
      this.text += separator + name;
      separator = ', ';
      if (value !== undefined) this.prefixed('=', value, TEST);
    };
    const positional = [...posonlyargs, ...args];
    const required = positional.length - defaults.length;
    positional.forEach(({ arg }, i) => {
      parameter(arg, i < required ? undefined : defaults[i - required]);
      if (i + 1 === posonlyargs.length) parameter('/', undefined);
    });
    if (vararg !== undefined || kwonlyargs.length > 0) parameter(`*${vararg?.arg ?? ''}`, undefined);
    kwonlyargs.forEach(({ arg }, i) => {
      parameter(arg, kw_defaults[i]);
    });
    if (kwarg !== undefined) parameter(`**${kwarg.arg}`, undefined);
  }

  private arguments({ args, keywords }: Ast.Call): void {
    if (args.length === 1 && keywords.length === 0 && args[0].kind === Kind.GeneratorExp) {
      this.expression(args[0], TEST);
      return;
    }
    this.text += '(';
    this.joined(args, ', ', TEST);
    keywords.forEach((keyword, i) => {
      if (i > 0 || args.length > 0) this.text += ', ';
      this.prefixed(keyword.arg === undefined ? '**' : `${keyword.arg}=`, keyword.value, TEST);
    });
    this.text += ')';
  }

  // ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────

  private tuple({ elts }: Ast.Tuple, level: number): void {
    if (elts.length === 0) {
      this.text += '()';
      return;
    }
    this.parenthesised(level > TUPLE, () => {
      this.joined(elts, ', ', TEST);
      if (elts.length === 1) this.text += ',';
    });
  }

  private bracketed(open: string, elements: readonly Ast.ExprNode[], close: string): void {
    this.text += open;
    this.joined(elements, ', ', TEST);
    this.text += close;
  }

  private dict({ keys, values }: Ast.Dict): void {
    this.text += '{';
    values.forEach((value, i) => {
      const key = keys[i];
      if (i > 0) this.text += ', ';
      if (key === undefined) this.prefixed('**', value, BIT_OR);
      else {
        this.expression(key, TEST);
        this.prefixed(': ', value, TEST);
      }
    });
    this.text += '}';
  }

  private comprehension(
    open: string,
    element: Ast.ExprNode,
    value: Ast.ExprNode | undefined,
    generators: readonly Ast.Comprehension[],
    close: string,
  ): void {
    this.prefixed(open, element, TEST);
    if (value !== undefined) this.prefixed(': ', value, TEST);
    for (const { is_async, target, iter, ifs } of generators) {
      this.prefixed(is_async ? ' async for ' : ' for ', target, TUPLE);
      this.prefixed(' in ', iter, TEST + 1);
      for (const test of ifs) this.prefixed(' if ', test, TEST + 1);
    }
    this.text += close;
  }

  private slice({ lower, upper, step }: Ast.Slice): void {
    this.prefixed('', lower, TEST);
    this.prefixed(':', upper, TEST);
    if (step !== undefined) this.prefixed(':', step, TEST);
  }
}

function isLink(node: Ast.ExprNode): node is Link {
  const { kind } = node;
  return kind === Kind.BinOp || kind === Kind.Attribute || kind === Kind.Call || kind === Kind.Subscript;
}

function isInt(node: Ast.ExprNode): boolean {
  return node.kind === Kind.Constant && (typeof node.value === 'number' || typeof node.value === 'bigint');
}

/** Infinity has no literal of its own. */
function constantText(value: ConstantValue): string {
  if (value === ELLIPSIS) return '...';
  const text = reprConstant(value);
  const mayBeInfinite = value instanceof FloatConstant || value instanceof ComplexConstant;
  return mayBeInfinite ? text.replaceAll('inf', '1e309') : text;
}

// ── f-strings and t-strings ────────────────────────────────────────────────────────────────────────────────────

function reprText(text: string): string {
  const constant = strConstant(text);
  return reprStr(strText(constant));
}

/** What stands between the quotes, before it is quoted. */
function stringBody(values: readonly Ast.ExprNode[]): string {
  return values.map(stringPart).join('');
}

function stringPart(node: Ast.ExprNode): string {
  switch (node.kind) {
    case Kind.Constant:
      return isStrConstant(node.value) ? strText(node.value).replace(/[{}]/g, '$&$&') : '';
    case Kind.JoinedStr:
      return stringBody(node.values);
    case Kind.FormattedValue:
    case Kind.Interpolation:
      return replacementField(node);
    default:
      return '';
  }
}

/** An interpolation remembers how its expression was written. */
function replacementField(node: Ast.FormattedValue | Ast.Interpolation): string {
  const written = node.kind === Kind.Interpolation && isStrConstant(node.str) ? strText(node.str) : undefined;
  const text = written ?? expressionText(node.value);
  const conversion = node.conversion > 0 ? `!${String.fromCharCode(node.conversion)}` : '';
  const spec = node.format_spec === undefined ? '' : `:${stringPart(node.format_spec)}`;
  return `{${text.startsWith('{') ? ' ' : ''}${text}${conversion}${spec}}`;
}

function expressionText(node: Ast.ExprNode): string {
  const unparser = new Unparser();
  unparser.expression(node, TEST + 1);
  return unparser.text;
}
