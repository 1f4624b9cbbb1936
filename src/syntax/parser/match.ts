/**
 * The `match` statement. `match` is also a name, so the statement is recognised by its first line.
 *
 * A token that cannot begin a subject settles most cases; otherwise a subject is parsed, and unless a colon and the end
 * of the line follow, the parser goes back.
 */
import { type ExprNode, Match, MatchCase, type StmtNode, Tuple } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { block } from './compound.ts';
import { beginsStarExpression, namedExpression, starNamedExpression } from './expressions.ts';
import { PARSE_FAILURE, type Parser } from './parser.ts';
import { patterns } from './patterns.ts';
import { requireVersion } from './versions.ts';

/** The match statement that comes next, if one does. */
export function matchStatement(p: Parser): StmtNode | undefined {
  if (!p.isSoftKeyword(p.matchName) || !beginsStarExpression(p.peek())) return undefined;
  const start = p.index;
  const subject = headline(p);
  if (subject === undefined) {
    p.goTo(start);
    return undefined;
  }
  p.expect(T.Indent);
  const cases: MatchCase[] = [];
  do cases.push(caseBlock(p));
  while (p.kind !== T.Dedent);
  p.advance();
  requireVersion(p, 10, 'Pattern matching is');
  const end = p.lastSolidToken();
  const { tokens } = p;
  return new Match(subject, cases, p.lineAt(start), p.columnAt(start), tokens.endLines[end], tokens.endColumns[end]);
}

/** Reads `match subject:` with the end of the line; undefined if it is something else. */
function headline(p: Parser): ExprNode | undefined {
  const { level } = p;
  try {
    p.advance();
    const subject = subjectExpression(p);
    if (p.accept(T.Colon) && p.accept(T.Newline)) return subject;
  } catch (error) {
    if (error !== PARSE_FAILURE) throw error;
    p.level = level;
  }
  return undefined;
}

function subjectExpression(p: Parser): ExprNode {
  const start = p.index;
  const first = starNamedExpression(p);
  if (p.kind !== T.Comma) return first.kind === Kind.Starred ? p.fail() : first;
  const items = [first];
  while (p.accept(T.Comma) && beginsStarExpression(p.kind)) items.push(starNamedExpression(p));
  return new Tuple(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function caseBlock(p: Parser): MatchCase {
  if (!p.isSoftKeyword(p.caseName)) p.fail();
  p.advance();
  const pattern = patterns(p);
  const guard = p.accept(T.If) ? namedExpression(p) : undefined;
  p.expect(T.Colon);
  return new MatchCase(pattern, guard, block(p));
}
