/** `_ast`: classes of syntax trees, and the two ways between them and sources or code. `ast.py` stands on it. */
import { ONLY_AST, OPTIMIZED_AST } from '../../interpreter/compiler-flags.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { type CompileMode, services } from '../../interpreter/services.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { PyInstance } from '../../objspace/instance.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { typeOf } from '../../objspace/type.ts';
import type { ModNode } from '../../syntax/ast.generated.ts';
import { astHooks } from '../builtins/evaluation.ts';
import { fromPython } from './from-python.ts';
import { nodeTypes } from './node-types.ts';
import { optimise } from './optimise.ts';
import { toPython } from './to-python.ts';
import { validate } from './validate.ts';

/** The class that a tree must be of, by the mode of `compile`. */
const ROOTS: Readonly<Record<string, string>> = {
  exec: 'Module',
  eval: 'Expression',
  single: 'Interactive',
  func_type: 'FunctionType',
};

/** `compile(tree, ...)`. */
function compileTree(tree: Value, filename: string, mode: string, flags: number, optimize: number): Result {
  const wanted = ROOTS[mode];
  const type = typeOf(tree);
  if (!type.isSubtypeOf(nodeTypes().byName.get(wanted)!))
    return raiseTypeError(`expected ${wanted} node, got ${type.name}`);
  const root = fromPython(tree);
  validate(root);
  if ((flags & ONLY_AST) !== 0) return shown(root, flags, optimize);
  return PyCode.of(services().compiler.compileTree(root, filename, flags, optimize));
}

/** The tree as Python sees it, optimised where that is asked for. */
function shown(root: ModNode, flags: number, level: number): Value {
  if ((flags & OPTIMIZED_AST) === OPTIMIZED_AST) optimise(root, level < 0 ? services().options.optimize : level);
  return toPython(root);
}

astHooks.isTree = (source) => source instanceof PyInstance && typeOf(source as Value).isSubtypeOf(nodeTypes().ast);
astHooks.compile = compileTree;
astHooks.parse = (source, filename, mode, flags, optimize, featureVersion) =>
  shown(services().compiler.parse(source, filename, mode as CompileMode, flags, featureVersion), flags, optimize);

export const _ast = builtinModule('_ast', '', (module) => {
  for (const [name, type] of nodeTypes().byName) module.constant(name, type);
  module.constant('PyCF_ALLOW_TOP_LEVEL_AWAIT', 0x2000);
  module.constant('PyCF_ONLY_AST', ONLY_AST);
  module.constant('PyCF_TYPE_COMMENTS', 0x1000);
  module.constant('PyCF_OPTIMIZED_AST', OPTIMIZED_AST);
});
