/** Finds `:=` inside an expression. Asked only in functions that have one. */
import type { AstNode, ExprNode } from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';

/** Whether `node` has a `:=` to a name that `isWanted`; those of functions inside it count as well. */
export function assignsTo(node: ExprNode, isWanted: (name: string) => boolean): boolean {
  const pending: object[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (isAssignment(current) && current.target.kind === Kind.Name && isWanted(current.target.id)) return true;
    for (const field of Object.values(current)) if (typeof field === 'object' && field !== null) pending.push(field);
  }
  return false;
}

function isAssignment(value: object): value is Extract<AstNode, { kind: typeof Kind.NamedExpr }> {
  return 'kind' in value && value.kind === Kind.NamedExpr;
}
