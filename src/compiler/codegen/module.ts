/** The outermost code of a source: a module, a statement typed at a prompt, an expression. */
import type { Code } from '../../bytecode/code.ts';
import { setupAnnotations } from '../../bytecode/intrinsics.generated.ts';
import type { Expression, Interactive, Module } from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { namespaceAnnotations, prepareConditionalAnnotations } from './annotations.ts';
import type { Compilation } from './compilation.ts';
import { loadConstant } from './constants.ts';
import { expression, statements } from './dispatch.ts';
import { splitDocstring, positionalParameters } from './function.ts';
import { linePlace, type Place, wholeLine } from './positions.ts';
import './tables.ts';
import { Unit } from './unit.ts';
import { storeName } from './variables.ts';

export function moduleCode(compilation: Compilation, root: Module | Interactive | Expression): Code {
  const unit = new Unit(compilation, undefined, compilation.table.top, '<module>', 1, positionalParameters(0));
  if (unit.isGeneratorLike) unit.at(wholeLine(1)).returnGenerator();
  unit.makeCells();
  if (root.kind === Kind.Expression) {
    const value = expression(unit, root.body);
    unit.at(root.body).return(value);
  } else moduleBody(unit, root);
  return unit.finish();
}

/** What an empty module does stands on no line, up to the first one. */
const EMPTY: Place = { lineno: 0, col_offset: 0, end_lineno: 1, end_col_offset: 0 };

/** The annotations of a module can be asked for before it is done: `__annotate__` comes first. */
function moduleBody(unit: Unit, root: Module | Interactive): void {
  const { body } = root;
  const { docstring, rest } =
    root.kind === Kind.Module ? splitDocstring(unit, body) : { docstring: undefined, rest: body };
  const [first] = docstring === undefined ? rest : body;
  const place = linePlace(first?.lineno ?? 1);
  if (unit.compilation.futureAnnotations) {
    if (unit.block.hasAnnotations) unit.at(place).callIntrinsic(unit.builder.newTemp(), setupAnnotations, []);
  } else {
    prepareConditionalAnnotations(unit, body, place);
    namespaceAnnotations(unit, body, root, place);
  }
  if (docstring !== undefined) storeName(unit, body[0], '__doc__', loadConstant(unit, body[0], docstring));
  statements(unit, rest);
  if (unit.builder.isReachable) unit.at(body.length === 0 ? EMPTY : unit.lastPlace).returnNone();
}
