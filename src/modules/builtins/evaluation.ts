/** `compile`, `eval`, `exec`, `globals`, `locals`, `__import__`. */
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { fspath } from '../../objspace/fspath.ts';
import { audit } from '../../objspace/audit.ts';
import { textForC } from '../../objspace/codecs.ts';
import { error, orThrow, raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, isTrue, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { Cell } from '../../objspace/types/function.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { stripText } from '../../objspace/types/str/strip.ts';
import { unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { runCode } from '../../interpreter/call.ts';
import { builtinsOf } from '../../interpreter/function-types.ts';
import { importBuiltin } from '../../interpreter/imports.ts';
import { currentFrame, frameLocals } from '../../interpreter/locals.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { type CompileMode, services } from '../../interpreter/services.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { CO_FUTURE_MASK, KNOWN_FLAGS, ONLY_AST } from '../../interpreter/compiler-flags.ts';

/** Set by modules/_ast: turns a source into a tree, or a tree back into what the compiler takes. */
export const astHooks = {
  isTree: (_source: Value): boolean => false,
  compile: (_source: Value, _filename: string, _mode: string, _flags: number, _optimize: number): Result =>
    raise('ValueError', 'trees cannot be compiled'),
  parse: (
    _source: Value,
    _filename: string,
    _mode: string,
    _flags: number,
    _optimize: number,
    _featureVersion: number,
  ): Result => raise('ValueError', 'no _ast module'),
};

const MODES: readonly string[] = ['exec', 'eval', 'single', 'func_type'];

function checkMode(mode: string, flags: number): CompileMode {
  if (!MODES.includes(mode) || (mode === 'func_type' && (flags & ONLY_AST) === 0)) {
    if (mode === 'func_type') throw error('ValueError', "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    const allowed = (flags & ONLY_AST) !== 0 ? "'exec', 'eval', 'single' or 'func_type'" : "'exec', 'eval' or 'single'";
    throw error('ValueError', `compile() mode must be ${allowed}`);
  }
  return mode as CompileMode;
}

/** The `__future__` flags of the code that calls. */
function inheritedFlags(): number {
  const frame = state.frame === null ? null : currentFrame();
  return frame === null ? 0 : frame.code.flags & CO_FUTURE_MASK;
}

function compile(
  source: Value,
  filename: Value,
  mode: Value,
  flagsValue: Value,
  dontInherit: Value,
  optimizeValue: Value,
  featureVersionValue: Value,
): Result {
  const name = pathText(filename);
  if (!isText(mode)) return raiseTypeError(`compile() argument 'mode' must be str, not ${argumentName(mode)}`);
  const modeText = orThrow(textForC(mode));
  const flags = orThrow(intArgument(flagsValue)) as number;
  const isAlone = orThrow(isTrue(dontInherit));
  const optimize = orThrow(intArgument(optimizeValue)) as number;
  const featureVersion = orThrow(intArgument(featureVersionValue)) as number;
  if ((flags & ~KNOWN_FLAGS) !== 0) return raise('ValueError', 'compile(): unrecognised flags');
  if (optimize < -1 || optimize > 2) return raise('ValueError', 'compile(): invalid optimize value');
  const checked = checkMode(modeText, flags);
  const all = isAlone ? flags : flags | inheritedFlags();
  if (astHooks.isTree(source)) {
    audit('compile', source, null);
    return astHooks.compile(source, name, checked, all, optimize);
  }
  const text = sourceText(source, 'compile', 'string, bytes or AST');
  // The module sets the hooks: nobody may have imported it yet.
  if ((flags & ONLY_AST) !== 0) services().createBuiltinModule('_ast');
  if ((flags & ONLY_AST) !== 0) return astHooks.parse(text, name, checked, all, optimize, featureVersion);
  return PyCode.of(services().compiler.compile(text, name, checked, all, optimize));
}

/** A file name: str, bytes, or what has `__fspath__`. */
function pathText(filename: Value): string {
  const path = fspath(filename);
  return path instanceof PyBytes ? new TextDecoder().decode(path.data) : textOf(path);
}

function sourceText(source: Value, functionName: string, wanted: string): Value {
  if (isText(source)) return source;
  if (source instanceof PyBytes || source instanceof PyByteArray) return source as Value;
  const buffer = bytesOf(source);
  if (buffer === EXIT) {
    if (!swallow('TypeError')) throw state.exception;
    throw error('TypeError', `${functionName}() arg 1 must be a ${wanted} object`);
  }
  return new PyBytes((buffer as { data: Uint8Array }).data.slice()) as Value;
}

interface Scope {
  globals: PyDict;
  locals: Value;
}

function isMapping(value: Value): boolean {
  return value instanceof PyDict || typeOf(value).slots.getItem !== undefined;
}

function scopeOf(name: 'exec' | 'eval', globals: Value, locals: Value): Scope | Exit {
  const [areGlobals, areLocals] = [globals === null || globals instanceof PyDict, locals === null || isMapping(locals)];
  if (name === 'exec') {
    if (!areGlobals) return raiseTypeError(`exec() globals must be a dict, not ${typeName(globals)}`);
    if (!areLocals) return raiseTypeError(`locals must be a mapping or None, not ${typeName(locals)}`);
  }
  if (!areLocals) return raiseTypeError('locals must be a mapping');
  if (!areGlobals) {
    return raiseTypeError(
      isMapping(globals) ? 'globals must be a real dict; try eval(expr, {}, mapping)' : 'globals must be a dict',
    );
  }
  if (globals !== null) return withBuiltins({ globals: globals as PyDict, locals: locals === null ? globals : locals });
  if (state.frame === null) return raise('SystemError', 'globals and locals cannot be NULL');
  const frame = currentFrame();
  const own = locals === null ? frameLocals(frame) : locals;
  if (own === EXIT) return EXIT;
  return withBuiltins({ globals: frame.globals, locals: own as Value });
}

function withBuiltins(scope: Scope): Scope {
  if (!scope.globals.hasStr('__builtins__')) {
    const builtins = state.frame === null ? state.interpreter.builtins : currentFrame().builtins;
    scope.globals.setStr('__builtins__', builtins);
  }
  return scope;
}

/** An expression may stand behind spaces and tabs. */
function withoutIndent(source: Value): Value {
  if (isText(source)) return stripText(unwrap(source), ' \t', true, false);
  if (!(source instanceof PyBytes)) return source;
  const start = source.data.findIndex((byte) => byte !== 32 && byte !== 9);
  return start > 0 ? new PyBytes(source.data.slice(start)) : source;
}

/** The code of an argument of `exec` or `eval`. */
function codeOf(source: Value, name: 'exec' | 'eval'): PyCode {
  if (source instanceof PyCode) return source;
  const given = sourceText(source, name, 'string, bytes or code');
  const text = name === 'eval' ? withoutIndent(given) : given;
  return PyCode.of(services().compiler.compile(text, '<string>', name, inheritedFlags(), -1));
}

function evaluate(source: Value, globals: Value, locals: Value): Result {
  const scope = scopeOf('eval', globals, locals);
  if (scope === EXIT) return EXIT;
  const made = codeOf(source, 'eval');
  audit('exec', made);
  const { code } = made;
  if (code.freevars.length > 0) return raiseTypeError('code object passed to eval() may not contain free variables');
  return runIn(code, scope as Scope, []);
}

function runIn(code: PyCode['code'], scope: Scope, closure: Cell[]): Result {
  return runCode(code, scope.globals, builtinsOf.of(scope.globals), scope.locals, closure);
}

function execute(source: Value, globals: Value, locals: Value, closure: Value): Result {
  const scope = scopeOf('exec', globals, locals);
  if (scope === EXIT) return EXIT;
  if (closure !== null && !(source instanceof PyCode))
    return raiseTypeError('closure can only be used when source is a code object');
  const made = codeOf(source, 'exec');
  const { code } = made;
  const cells = closureCells(code, closure);
  if (cells === EXIT) return EXIT;
  audit('exec', made);
  return runIn(code, scope as Scope, cells as Cell[]) === EXIT ? EXIT : null;
}

function closureCells(code: PyCode['code'], closure: Value): Cell[] | Exit {
  const wanted = code.freevars.length;
  if (wanted === 0) return closure === null ? [] : raiseTypeError('cannot use a closure with this code object');
  const cells = closure instanceof PyTuple ? (closure.items as unknown as Cell[]) : [];
  if (cells.length === wanted && cells.every((cell) => cell instanceof Cell)) return cells;
  if (closure === null) return raiseTypeError(`code object requires a closure of exactly length ${wanted}`);
  return raiseTypeError(`code object requires a closure of exactly length ${wanted}`);
}

export function defineEvaluation(module: ModuleBuilder): void {
  module.function(
    'compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a Python module, statement or expression.\nThe filename will be used for run-time error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) statement, or 'eval' to compile an expression.\nThe flags argument, if present, controls which future statements influence\nthe compilation of the code.\nThe dont_inherit argument, if true, stops the compilation inheriting\nthe effects of any future statements in effect in the code calling\ncompile; if absent or false these statements do influence the compilation,\nin addition to any features explicitly specified.",
    compile,
  );
  module.function(
    'eval(source, /, globals=None, locals=None)',
    'Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.',
    evaluate,
  );
  module.function(
    'exec(source, /, globals=None, locals=None, *, closure=None)',
    'Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.\nThe closure must be a tuple of cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars.',
    execute,
  );
  module.function(
    'globals()',
    "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
    () => currentFrame().globals,
  );
  module.function(
    'locals()',
    "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
    () => frameLocals(currentFrame()),
  );
  module.function(
    '__import__(name, globals=<absent None>, locals=None, fromlist=(), level=0)',
    'Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.',
    importBuiltin,
  );
}
