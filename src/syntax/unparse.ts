import type { ExprNode } from './ast.generated.ts';
export function unparse(_node: ExprNode): string {
  return '';
}
