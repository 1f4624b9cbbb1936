/** `import` and `from ... import`. Names of modules and attributes are mangled inside a class, as other names are. */
import type * as Ast from '../../syntax/ast.generated.ts';
import { importStar } from '../../bytecode/intrinsics.generated.ts';
import type { TupleConstant } from '../../bytecode/constants.ts';
import { loadConstant, namesConstant } from './constants.ts';
import type { Unit } from './unit.ts';
import { localRegister, storeName } from './variables.ts';

export function importStatement(unit: Unit, node: Ast.Import): void {
  for (const alias of node.names) {
    if (alias.asname === undefined) importPackage(unit, node, alias);
    else importAs(unit, node, alias.name, alias.asname);
  }
}

/** `import a.b.c` binds `a`. */
function importPackage(unit: Unit, node: Ast.Import, { name }: Ast.Alias): void {
  const dot = name.indexOf('.');
  const bound = dot < 0 ? name : name.slice(0, dot);
  const dst = localRegister(unit, bound) ?? unit.builder.newTemp();
  importModule(unit, node, name, 0, null, dst);
  storeName(unit, node, bound, dst);
}

/** `import a.b.c as d` binds the module at the end of the path, found by its names. */
function importAs(unit: Unit, node: Ast.Import, name: string, bound: string): void {
  const { builder } = unit;
  const parts = name.split('.');
  const local = localRegister(unit, bound);
  const destination = (i: number) => (i === parts.length - 1 ? local : undefined) ?? builder.newTemp();
  let module = importModule(unit, node, name, 0, null, destination(0));
  for (let i = 1; i < parts.length; i++) {
    const attribute = destination(i);
    unit.at(node).importFrom(attribute, module, unit.mangle(parts[i]));
    module = attribute;
  }
  storeName(unit, node, bound, module);
}

function importModule(
  unit: Unit,
  node: Ast.StmtNode,
  name: string,
  level: number,
  fromlist: TupleConstant | null,
  dst: number,
): number {
  const levelRegister = loadConstant(unit, node, level);
  const fromlistRegister = loadConstant(unit, node, fromlist);
  unit.at(node).importName(dst, unit.mangle(name), levelRegister, fromlistRegister);
  return dst;
}

export function importFromStatement(unit: Unit, node: Ast.ImportFrom): void {
  const { builder } = unit;
  const fromlist = namesConstant(node.names.map((alias) => alias.name));
  const module = importModule(unit, node, node.module ?? '', node.level ?? 0, fromlist, builder.newTemp());
  if (node.names.length > 0 && node.names[0].name === '*') {
    unit.at(node).callIntrinsic(builder.newTemp(), importStar, [module]);
    return;
  }
  for (const { name, asname } of node.names) {
    const bound = asname ?? name;
    const attribute = localRegister(unit, bound) ?? builder.newTemp();
    unit.at(node).importFrom(attribute, module, unit.mangle(name));
    storeName(unit, node, bound, attribute);
  }
}
