/** Import statements. */
import { Alias, Import, ImportFrom, type StmtNode } from '../ast.generated.ts';
import * as T from '../tokens.ts';
import type { Parser } from './parser.ts';

export function importStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const names: Alias[] = [];
  do {
    const nameStart = p.index;
    const name = dottedName(p);
    names.push(alias(p, name, nameStart));
  } while (p.accept(T.Comma));
  return new Import(names, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function dottedName(p: Parser): string {
  let name = p.name();
  while (p.accept(T.Dot)) name += '.' + p.name();
  return name;
}

/** The name has been read; `as` and another name may follow. */
function alias(p: Parser, name: string, start: number): Alias {
  const newName = p.accept(T.As) ? p.name() : undefined;
  return new Alias(name, newName, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function importFromStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const level = dots(p);
  const module = level > 0 && p.kind === T.Import ? undefined : dottedName(p);
  p.expect(T.Import);
  const names = importedNames(p);
  if (level === 0 && module === '__future__') noteFeatures(p, names);
  return new ImportFrom(module, names, level, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function dots(p: Parser): number {
  let count = 0;
  for (;;) {
    if (p.kind === T.Dot) count++;
    else if (p.kind === T.Ellipsis) count += 3;
    else return count;
    p.advance();
  }
}

function importedNames(p: Parser): Alias[] {
  if (p.kind === T.Star) {
    const { index } = p;
    p.advance();
    return [new Alias('*', undefined, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn)];
  }
  const isParenthesized = p.accept(T.LeftParen);
  const names: Alias[] = [];
  do {
    if (isParenthesized && p.kind === T.RightParen && names.length > 0) break;
    const { index } = p;
    const name = p.name();
    names.push(alias(p, name, index));
  } while (p.accept(T.Comma));
  if (isParenthesized) p.expect(T.RightParen);
  return names;
}

/** The one feature that changes how the rest of the source is read. */
function noteFeatures(p: Parser, names: readonly Alias[]): void {
  if (names.some(({ name }) => name === 'barry_as_FLUFL')) p.tokens.hasDiamond = true;
}
