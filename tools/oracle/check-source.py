"""Says what CPython makes of the sources it is sent: the oracle's half of tools/fuzz-syntax.ts.

One JSON request a line on stdin, {"source": str} or {"base64": bytes}, "mode", and optionally "flags", "optimize"
and "only_ast"; one line of answer: {"error": null or its fields, "warnings": [...]}.
"""

import ast
import base64
import json
import sys

from outcome import outcome


def main():
    for line in sys.stdin:
        request = json.loads(line)
        source = request["source"] if "source" in request else base64.b64decode(request["base64"])
        flags = request.get("flags", 0) | (ast.PyCF_ONLY_AST if request.get("only_ast") else 0)
        error, warnings = outcome(source, request["mode"], flags, request.get("optimize", -1))
        print(json.dumps({"error": error, "warnings": warnings}), flush=True)


if __name__ == "__main__":
    main()
