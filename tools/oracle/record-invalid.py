"""Records the sources that CPython's own tests give to the compiler, and what CPython makes of them.

    $TYPHON_ORACLE tools/oracle/record-invalid.py [OUTPUT] [MODULE ...]

Runs the test modules below with `compile`, `exec` and `eval` wrapped (`ast.parse` and doctest go through
them), collects every distinct source, and afterwards compiles each one alone in a clean state.  Sources that
are refused are written with their error, those that merely warn with their warnings.  The output is for
`tools/compare-errors.ts`; it contains test sources of CPython and so stays in build/, never in the repository.

Format: {"version", "invalid": [case ...], "warning": [case ...]}, a case being
  module, mode, flags, optimize, source (str) or base64 (bytes),
  error:    {class, msg, lineno, offset, end_lineno, end_offset, text}     (null for a valid source)
  stage:    "parse" when PyCF_ONLY_AST alone raises the very same error, else "compile"
  warnings: [{category, msg, lineno, stage}]     with the filter "always"
  as_error: the error under the filter "error", when there are warnings
"""

import __future__
import ast
import base64
import builtins
import io
import json
import os
import sys
import unittest

from outcome import outcome

MODULES = """test_syntax test_exceptions test_fstring test_tstring test_patma test_named_expressions
test_positional_only_arg test_type_params test_unpack_ex test_string_literals test_eof test_grammar
test_global test_scope""".split()

ONLY_AST = ast.PyCF_ONLY_AST | ast.PyCF_OPTIMIZED_AST
# The __future__ flags that a frame hands on to compile().
INHERITED = 0
for name in __future__.all_feature_names:
    INHERITED |= getattr(__future__, name).compiler_flag

real_compile, real_exec, real_eval = builtins.compile, builtins.exec, builtins.eval
collected = {}  # (source, mode, flags, optimize) -> test module first seen in
current_module = "?"


def collect(source, mode, flags, optimize):
    if isinstance(source, (bytearray, memoryview)):
        source = bytes(source)
    if not isinstance(source, (str, bytes)) or mode not in ("exec", "eval", "single", "func_type"):
        return
    plain = str.__str__(source) if isinstance(source, str) else bytes(source)
    key = (plain, mode, flags & ~ONLY_AST if mode != "func_type" else flags, optimize)
    collected.setdefault(key, current_module)


def inherited(frame):
    return frame.f_code.co_flags & INHERITED


def from_import_system(frame):
    return "importlib" in frame.f_code.co_filename


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1, **rest):
    caller = sys._getframe(1)
    if not dont_inherit:
        flags |= inherited(caller)
    if not from_import_system(caller) and not rest and isinstance(flags, int) and isinstance(mode, str):
        if _feature_version == -1:
            collect(source, mode, flags, optimize)
    return real_compile(source, filename, mode, flags, True, optimize, _feature_version=_feature_version, **rest)


def namespaces(frame, globals, locals):
    if globals is None:
        globals = frame.f_globals
        if locals is None:
            locals = frame.f_locals
            if frame.f_code.co_flags & 2:  # CO_NEWLOCALS: a snapshot, as exec() takes one
                locals = dict(locals)
    elif locals is None:
        locals = globals
    return globals, locals


def exec(source, /, globals=None, locals=None, *, closure=None):
    caller = sys._getframe(1)
    flags = inherited(caller)
    collect(source, "exec", flags, -1)
    globals, locals = namespaces(caller, globals, locals)
    if isinstance(source, (str, bytes, bytearray, memoryview)):
        source = real_compile(source, "<string>", "exec", flags, True)
    return real_exec(source, globals, locals, closure=closure)


def eval(source, /, globals=None, locals=None):
    caller = sys._getframe(1)
    flags = inherited(caller)
    if isinstance(source, (str, bytes, bytearray, memoryview)):
        source = source.lstrip(" \t") if isinstance(source, str) else bytes(source).lstrip(b" \t")
    collect(source, "eval", flags, -1)
    globals, locals = namespaces(caller, globals, locals)
    if isinstance(source, (str, bytes)):
        source = real_compile(source, "<string>", "eval", flags, True)
    return real_eval(source, globals, locals)


def collect_command_line(arguments):
    """Sources that reach the compiler in a subprocess: `-c CODE` and script files."""
    arguments = [a for a in arguments if isinstance(a, str)]
    for i, argument in enumerate(arguments):
        if argument == "-c" and i + 1 < len(arguments):
            collect(arguments[i + 1], "exec", 0, -1)
            return
        if not argument.startswith("-") and os.path.isfile(argument):
            with open(argument, "rb") as file:
                collect(file.read(), "exec", 0, -1)
            return


def hook_subprocesses():
    from test.support import script_helper

    real_run, real_spawn = script_helper.run_python_until_end, script_helper.spawn_python

    def run_python_until_end(*arguments, **options):
        collect_command_line(arguments)
        return real_run(*arguments, **options)

    def spawn_python(*arguments, **options):
        collect_command_line(arguments)
        return real_spawn(*arguments, **options)

    script_helper.run_python_until_end = run_python_until_end
    script_helper.spawn_python = spawn_python


def run_tests(modules):
    global current_module
    hook_subprocesses()
    builtins.compile, builtins.exec, builtins.eval = compile, exec, eval
    try:
        for module in modules:
            current_module = module
            before = len(collected)
            suite = unittest.defaultTestLoader.loadTestsFromName("test." + module)
            result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
            troubles = len(result.failures) + len(result.errors)
            print(f"{module}: {result.testsRun} tests, {troubles} not passing under the hooks, "
                  f"{len(collected) - before} new sources", file=sys.stderr)
    finally:
        builtins.compile, builtins.exec, builtins.eval = real_compile, real_exec, real_eval


def examine(key, module):
    source, mode, flags, optimize = key
    error, seen = outcome(source, mode, flags, optimize, "always")
    if error is None and not seen:
        return None
    parse_error, parse_seen = outcome(source, mode, flags | ast.PyCF_ONLY_AST, optimize, "always")
    case = {"module": module, "mode": mode, "flags": flags, "optimize": optimize}
    if isinstance(source, str):
        case["source"] = source
    else:
        case["base64"] = base64.b64encode(source).decode()
    case["error"] = error
    case["stage"] = "parse" if error is not None and parse_error == error else "compile"
    for warning in seen:
        warning["stage"] = "parse" if warning in parse_seen else "compile"
    case["warnings"] = seen
    if seen:
        case["as_error"] = outcome(source, mode, flags, optimize, "error")[0]
    return case


def main():
    arguments = sys.argv[1:]
    output = arguments[0] if arguments else os.path.join("build", "oracle", "invalid.json")
    output = os.path.abspath(output)
    os.makedirs(os.path.dirname(output), exist_ok=True)
    run_tests(arguments[1:] or MODULES)
    cases = [case for key, module in collected.items() if (case := examine(key, module))]
    result = {
        "version": sys.version.split()[0],
        "invalid": [case for case in cases if case["error"] is not None],
        "warning": [case for case in cases if case["error"] is None],
    }
    with open(output, "w", encoding="ascii") as file:
        json.dump(result, file, indent=1)
    stages = [case["stage"] for case in result["invalid"]]
    print(f"{len(collected)} sources: {len(stages)} invalid ({stages.count('parse')} by the parser, "
          f"{stages.count('compile')} by the compiler), {len(result['warning'])} valid with warnings -> {output}",
          file=sys.stderr)


if __name__ == "__main__":
    main()
