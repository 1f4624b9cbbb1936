/**
 * `from __future__ import ...`: the statements at the beginning of a module that change how it is compiled.
 *
 * They may follow the docstring and nothing else. One that stands elsewhere is refused by the symbol table, which
 * compares its place with `FutureFeatures.last`.
 */
import type { Alias, ImportFrom, StmtNode } from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import { CO_FUTURE_ANNOTATIONS } from '../bytecode/code.ts';
import { isStrConstant } from '../bytecode/constants.ts';
import { type CompileContext, bareErrorAt } from './context.ts';
import type { RootNode } from './symtable.ts';

export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;

/** Features and the flags by which code remembers them; most are in the language for good. */
const FEATURES: ReadonlyMap<string, number> = new Map([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['barry_as_FLUFL', CO_FUTURE_BARRY_AS_BDFL],
  ['generator_stop', 0],
  ['annotations', CO_FUTURE_ANNOTATIONS],
]);

export class FutureFeatures {
  readonly flags: number;
  /** The last of the statements, if there is one. */
  readonly last: ImportFrom | undefined;

  constructor(flags: number, last: ImportFrom | undefined) {
    this.flags = flags;
    this.last = last;
  }

  /** The flags with those that the code around the source hands on. */
  with(inherited: number): FutureFeatures {
    return new FutureFeatures(this.flags | inherited, this.last);
  }

  get hasTextAnnotations(): boolean {
    return (this.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  /** Whether a statement stands where it may. */
  allows({ lineno, end_col_offset }: ImportFrom): boolean {
    const { last } = this;
    if (last === undefined) return false;
    return lineno < last.lineno || (lineno === last.lineno && end_col_offset <= last.end_col_offset);
  }
}

export function isFutureImport(node: StmtNode): node is ImportFrom {
  return node.kind === Kind.ImportFrom && node.module === '__future__' && (node.level ?? 0) === 0;
}

export function futureFeatures(root: RootNode, context: CompileContext): FutureFeatures {
  if (root.kind === Kind.Expression) return new FutureFeatures(0, undefined);
  let flags = 0;
  let last: ImportFrom | undefined;
  let next = root.body.length > 0 && isDocstring(root.body[0]) ? 1 : 0;
  for (; next < root.body.length; next++) {
    const node = root.body[next];
    if (!isFutureImport(node)) break;
    for (const alias of node.names) flags |= flagOf(alias, context);
    last = node;
  }
  return new FutureFeatures(flags, last);
}

function isDocstring(node: StmtNode): boolean {
  return node.kind === Kind.Expr && node.value.kind === Kind.Constant && isStrConstant(node.value.value);
}

function flagOf(alias: Alias, context: CompileContext): number {
  const flag = FEATURES.get(alias.name);
  if (flag !== undefined) return flag;
  const message =
    alias.name === 'braces' ? 'not a chance' : `future feature ${alias.name.slice(0, 100)} is not defined`;
  throw bareErrorAt(context, message, alias);
}
