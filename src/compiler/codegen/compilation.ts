/** What all units of one compilation share: the source's context, its symbol table, and what applies to the whole. */
import type { AstNode, ParamSpec, TypeVar, TypeVarTuple } from '../../syntax/ast.generated.ts';
import { CO_FUTURE_ANNOTATIONS } from '../../bytecode/code.ts';
import type { CompileContext } from '../context.ts';
import type { Block, GenericNode, SymbolTable } from '../symtable.ts';

export class Compilation {
  readonly context: CompileContext;
  readonly table: SymbolTable;
  /** Flags that all code has: the future features in force. */
  readonly flags: number;
  /** Nesting of the syntax at the point that is being compiled. */
  depth: number;
  /** Above 0 while code is emitted again that was emitted before: its warnings have been given. */
  repetitions: number;

  constructor(context: CompileContext, table: SymbolTable, flags: number) {
    this.context = context;
    this.table = table;
    this.flags = flags;
    this.depth = 0;
    this.repetitions = 0;
  }

  get optimize(): number {
    return this.context.optimize;
  }

  /** `from __future__ import annotations`: annotations are texts. */
  get futureAnnotations(): boolean {
    return (this.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  blockOf(node: AstNode): Block {
    return this.table.blockOf(node);
  }

  annotationBlockOf(node: AstNode): Block {
    return this.table.annotationBlockOf(node);
  }

  typeParametersBlockOf(node: GenericNode): Block {
    return this.table.typeParametersBlockOf(node);
  }

  typeBoundBlockOf(node: TypeVar): Block {
    return this.table.typeBoundBlockOf(node);
  }

  typeDefaultBlockOf(node: TypeVar | ParamSpec | TypeVarTuple): Block {
    return this.table.typeDefaultBlockOf(node);
  }
}
