"""What CPython makes of one source: its error and warnings as plain data, for the tools in this folder."""

import warnings

REFUSALS = (SyntaxError, ValueError, MemoryError, OverflowError, RecursionError)
POSITIONS = ("lineno", "offset", "end_lineno", "end_offset")


def describe(error):
    """The fields of a refusal that programs can see; those only a SyntaxError has are null for others."""
    syntax = isinstance(error, SyntaxError)
    fields = {"class": type(error).__name__, "msg": error.msg if syntax else str(error)}
    for name in (*POSITIONS, "text"):
        fields[name] = getattr(error, name) if syntax else None
    return fields


def outcome(source, mode, flags=0, optimize=-1, filter="always", compile=compile):
    """(description of the error or None, list of warnings) of compiling `source` alone."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(filter)
        error = None
        try:
            compile(source, "<string>", mode, flags, True, optimize)
        except REFUSALS as e:
            error = describe(e)
    return error, [{"category": w.category.__name__, "msg": str(w.message), "lineno": w.lineno} for w in caught]
