/**
 * Parameters of functions and lambdas.
 *
 * Both have the same order (positional-only `/`, `*` or `*args`, keyword-only, `**kwargs`); a lambda's have no annotations
 * and end with a colon. One loop reads both; `ParameterList` holds what has been read and checks the order.
 */
import { Arg, Arguments, type ExprNode } from '../ast.generated.ts';
import * as T from '../tokens.ts';
import { expression, starExpression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { requireVersion } from './versions.ts';

class ParameterList {
  readonly end: number;
  positionalOnly: Arg[];
  positional: Arg[];
  readonly defaults: ExprNode[];
  variadic: Arg | undefined;
  readonly keywordOnly: Arg[];
  readonly keywordDefaults: (ExprNode | undefined)[];
  keywords: Arg | undefined;
  hasSlash: boolean;
  hasStar: boolean;

  constructor(end: number) {
    this.end = end;
    this.positionalOnly = [];
    this.positional = [];
    this.defaults = [];
    this.variadic = undefined;
    this.keywordOnly = [];
    this.keywordDefaults = [];
    this.keywords = undefined;
    this.hasSlash = false;
    this.hasStar = false;
  }

  get isLambda(): boolean {
    return this.end === T.Colon;
  }

  finish(): Arguments {
    return new Arguments(
      this.positionalOnly,
      this.positional,
      this.variadic,
      this.keywordOnly,
      this.keywordDefaults,
      this.keywords,
      this.defaults,
    );
  }
}

/** The parameters of a function, up to the closing parenthesis, which is not passed. */
export function functionParameters(p: Parser): Arguments {
  return parameters(p, new ParameterList(T.RightParen));
}

/** The parameters of a lambda, up to the colon, which is not passed. */
export function lambdaParameters(p: Parser): Arguments {
  return parameters(p, new ParameterList(T.Colon));
}

function parameters(p: Parser, list: ParameterList): Arguments {
  while (p.kind !== list.end) {
    switch (p.kind) {
      case T.Slash:
        slash(p, list);
        break;
      case T.Star:
        star(p, list);
        break;
      case T.DoubleStar:
        p.advance();
        list.keywords = parameter(p, list, false);
        endParameter(p, list, list.keywords);
        return list.finish();
      default:
        plainParameter(p, list);
    }
  }
  return list.finish();
}

function slash(p: Parser, list: ParameterList): void {
  if (list.hasSlash || list.hasStar || list.positional.length === 0) p.fail();
  p.advance();
  requireVersion(p, 8, 'Positional-only parameters are');
  list.hasSlash = true;
  list.positionalOnly = list.positional;
  list.positional = [];
  if (p.kind !== list.end) p.expect(T.Comma);
}

function star(p: Parser, list: ParameterList): void {
  if (list.hasStar) p.fail();
  list.hasStar = true;
  p.advance();
  if (p.accept(T.Comma)) {
    // A bare star must have a keyword-only parameter behind it.
    if (p.kind !== T.Name) p.fail();
    return;
  }
  list.variadic = parameter(p, list, true);
  endParameter(p, list, list.variadic);
}

function plainParameter(p: Parser, list: ParameterList): void {
  const argument = parameter(p, list, false);
  const value = p.accept(T.Equal) ? expression(p) : undefined;
  if (list.hasStar) {
    list.keywordOnly.push(argument);
    list.keywordDefaults.push(value);
  } else {
    if (value !== undefined) list.defaults.push(value);
    else if (list.defaults.length > 0) p.fail();
    list.positional.push(argument);
  }
  endParameter(p, list, argument);
}

function parameter(p: Parser, list: ParameterList, mayStarAnnotation: boolean): Arg {
  const { index } = p;
  const name = p.name();
  let annotation: ExprNode | undefined;
  if (!list.isLambda && p.accept(T.Colon)) {
    annotation = mayStarAnnotation ? starExpression(p) : expression(p);
  }
  return new Arg(name, annotation, undefined, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
}

/** A comma, or the end of the list; a type comment may follow the one or precede the other. */
function endParameter(p: Parser, list: ParameterList, argument: Arg): void {
  const hasComma = p.accept(T.Comma);
  if (p.kind === T.TypeComment && !list.isLambda) {
    argument.type_comment = p.tokens.text(p.index);
    p.advance();
  }
  if (!hasComma && p.kind !== list.end) p.fail();
}
