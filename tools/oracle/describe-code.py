"""Answers lines of JSON {"file": path, "optimize": n} with what CPython knows of the file's code objects."""

import json
import sys
import types
import warnings

warnings.simplefilter("ignore")


def describe(code, found):
    doc = None
    if code.co_flags & 0x4000000:
        doc = code.co_consts[0]
    found.append(
        {
            "qualname": code.co_qualname,
            "name": code.co_name,
            "firstline": code.co_firstlineno,
            "argcount": code.co_argcount,
            "posonlyargcount": code.co_posonlyargcount,
            "kwonlyargcount": code.co_kwonlyargcount,
            "varnames": code.co_varnames,
            "cellvars": code.co_cellvars,
            "freevars": code.co_freevars,
            "flags": code.co_flags,
            "doc": doc,
        }
    )
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            describe(constant, found)


for line in sys.stdin:
    request = json.loads(line)
    found = []
    error = None
    try:
        with open(request["file"], "rb") as file:
            source = file.read()
        describe(compile(source, request["file"], "exec", 0, True, request["optimize"]), found)
    except (SyntaxError, ValueError) as e:
        error = f"{type(e).__name__}: {e}"
    print(json.dumps({"error": error, "codes": found}), flush=True)
