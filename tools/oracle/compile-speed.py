"""Times CPython's compile() on request, for tools/compare-speed.ts, which interleaves it with our front end.

Reads one JSON request a line on stdin and answers each with one line:
  {"do": "load", "folder": F or null, "skip": [NAME ...]}   reads the .py files  -> {"files": [path ...], "bytes": n}
  {"do": "pass"}                                            compiles all of them -> {"seconds": s}
  {"do": "file", "path": P}                                 compiles one file    -> {"seconds": s}
Folder null is the oracle's own library.
Only the calls of compile() are inside the measured time; the sources are bytes in memory.
"""

import json
import os
import sys
import warnings
from time import perf_counter

sources = []


def load(folder, skip):
    sources.clear()
    for root, folders, files in os.walk(folder or os.path.dirname(os.__file__)):
        folders[:] = sorted(name for name in folders if name not in skip)
        for name in sorted(files):
            path = os.path.join(root, name)
            if name.endswith(".py") and os.path.isfile(path):
                with open(path, "rb") as file:
                    source = file.read()
                try:
                    compile(source, path, "exec")
                except (SyntaxError, ValueError):
                    continue
                sources.append((path, source))
    return {"files": [path for path, _ in sources], "bytes": sum(len(source) for _, source in sources)}


def time_all():
    seconds = 0.0
    for path, source in sources:
        start = perf_counter()
        compile(source, path, "exec")
        seconds += perf_counter() - start
    return {"seconds": seconds}


def time_file(path):
    with open(path, "rb") as file:
        source = file.read()
    start = perf_counter()
    compile(source, path, "exec")
    return {"seconds": perf_counter() - start}


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        request = json.loads(line)
        match request["do"]:
            case "load":
                answer = load(request["folder"], request["skip"])
            case "pass":
                answer = time_all()
            case "file":
                answer = time_file(request["path"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
