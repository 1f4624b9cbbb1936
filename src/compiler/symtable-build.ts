/** Builds the symbol table of a module: collects the uses of names, then decides what they mean. */
import type { CompileContext } from './context.ts';
import type { FutureFeatures } from './future.ts';
import type { RootNode, SymbolTable } from './symtable.ts';
import { analyse } from './symtable-analyse.ts';
import { collect } from './symtable-collect.ts';
import { Collector } from './symtable-collector.ts';

/** Throws the PySyntaxError that CPython's symbol table raises. */
export function buildSymbolTable(root: RootNode, context: CompileContext, future: FutureFeatures): SymbolTable {
  const collector = new Collector(context, root, future);
  collect(collector, root);
  analyse(collector.table.top, context, collector.directives);
  return collector.table;
}
