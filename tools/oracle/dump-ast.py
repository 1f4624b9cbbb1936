"""Hashes CPython's AST of every .py file under the given folders, for tools/compare-ast.ts.

    $TYPHON_ORACLE tools/oracle/dump-ast.py [--output FILE] [--type-comments] FOLDER ...
    $TYPHON_ORACLE tools/oracle/dump-ast.py --show FILE       the dump itself, one node a line

One line of JSON a file: {"path", "sha1"} with the SHA-1 of `ast.dump(tree, include_attributes=True)` in UTF-8
(lone surrogates kept, as "surrogatepass" writes them), or {"path", "error"} where CPython cannot parse it.
"""

import argparse
import ast
import hashlib
import json
import os
import sys
import warnings

from outcome import REFUSALS, describe


def python_files(folders):
    for folder in folders:
        for root, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                path = os.path.join(root, name)
                if name.endswith(".py") and os.path.isfile(path):  # a distribution may leave dangling links
                    yield path


def parse(path, type_comments=False):
    with open(path, "rb") as file:
        return ast.parse(file.read(), path, type_comments=type_comments)


def record(path, type_comments):
    try:
        dump = ast.dump(parse(path, type_comments), include_attributes=True)
    except REFUSALS as error:
        return {"path": path, "error": describe(error)}
    return {"path": path, "sha1": hashlib.sha1(dump.encode("utf-8", "surrogatepass")).hexdigest()}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)  # ast.dump is recursive Python
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", default=os.path.join("build", "oracle", "ast-lib.jsonl"))
    parser.add_argument("--type-comments", action="store_true")
    parser.add_argument("--show")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    if options.show:
        print(ast.dump(parse(options.show), include_attributes=True, indent=1))
        return
    os.makedirs(os.path.dirname(options.output) or ".", exist_ok=True)
    records = [record(path, options.type_comments) for path in python_files(options.folders)]
    with open(options.output, "w", encoding="ascii") as file:
        file.writelines(json.dumps(entry) + "\n" for entry in records)
    refused = sum("error" in entry for entry in records)
    print(f"{len(records)} files, {refused} of them cannot be parsed -> {options.output}", file=sys.stderr)


if __name__ == "__main__":
    main()
