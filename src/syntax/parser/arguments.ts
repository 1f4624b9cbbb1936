/** The arguments of calls and the bases of classes. */
import { type ExprNode, GeneratorExp, Keyword, Starred } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { forClauses } from './comprehensions.ts';
import { assignmentExpression, expression } from './expressions.ts';
import type { Parser } from './parser.ts';

/**
 * Arguments up to the closing parenthesis, which is not passed; there is at least one.
 *
 * Positional arguments come before keywords, `*` before `**`. `mayBeGenerator`: a generator expression may stand without
 * parentheses of its own, in a call but not in a class statement.
 */
export function argumentList(p: Parser, positional: ExprNode[], keywords: Keyword[], mayBeGenerator: boolean): void {
  const opening = p.index - 1;
  let hasUnpacking = false;
  do {
    const start = p.index;
    if (p.kind === T.RightParen && positional.length + keywords.length > 0) return;
    if (p.kind === T.Star) {
      if (hasUnpacking) p.fail();
      positional.push(starredArgument(p));
    } else if (p.accept(T.DoubleStar)) {
      keywords.push(keyword(p, undefined, start));
      hasUnpacking = true;
    } else {
      // Behind keywords only keywords may come.
      if (keywords.length > 0 && (p.kind !== T.Name || p.peek() !== T.Equal)) p.fail();
      let value = expression(p);
      if (p.kind === T.Equal && value.kind === Kind.Name && p.index === start + 1) {
        p.advance();
        keywords.push(keyword(p, value.id, start));
        continue;
      }
      if (p.kind === T.ColonEqual) value = assignmentExpression(p, value, start);
      if (p.kind === T.For || p.kind === T.Async) {
        if (!mayBeGenerator || positional.length > 0) p.fail();
        positional.push(bareGenerator(p, value, opening));
        return;
      }
      positional.push(value);
    }
  } while (p.accept(T.Comma));
}

function starredArgument(p: Parser): Starred {
  const start = p.index;
  p.advance();
  const value = expression(p);
  return new Starred(value, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function keyword(p: Parser, name: string | undefined, start: number): Keyword {
  const value = expression(p);
  return new Keyword(name, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** Its place includes the parentheses of the call, whose closing one must come next. */
function bareGenerator(p: Parser, element: ExprNode, opening: number): GeneratorExp {
  const clauses = forClauses(p);
  if (p.kind !== T.RightParen) p.fail();
  const { tokens, index } = p;
  return new GeneratorExp(
    element,
    clauses,
    p.lineAt(opening),
    p.columnAt(opening),
    tokens.endLines[index],
    tokens.endColumns[index],
  );
}
