"""Records what CPython prints for the programs of examples/ and benchmarks/programs/.

    $TYPHON_ORACLE tools/oracle/record-outputs.py [PROGRAM ...]      from the root of the repository

Beside NAME.py it writes NAME.expected, the standard output; and, if the program writes to standard error or fails,
NAME.expected-stderr, whose first line is `exit status N`.  NAME.stdin, where it exists, is the program's input.
Each program runs twice with different hash seeds: an output that differs is not a fact about the program.
"""

import os
import subprocess
import sys

FOLDERS = ("examples", "examples/stdlib", "benchmarks/programs")


def programs():
    for folder in filter(os.path.isdir, FOLDERS):
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                yield f"{folder}/{name}"


def run(program, hash_seed):
    base = program.removesuffix(".py")
    stdin = b""
    if os.path.exists(base + ".stdin"):
        with open(base + ".stdin", "rb") as file:
            stdin = file.read()
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    } | {"PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-B", program]
    result = subprocess.run(command, input=stdin, env=environment, capture_output=True, timeout=60)
    # Tracebacks name the program by its full path: what is recorded must not depend on where the repository lies.
    here = f"{os.getcwd()}{os.sep}".encode()
    return result.returncode, result.stdout.replace(here, b""), result.stderr.replace(here, b"")


def write(path, content):
    if content is None:
        if os.path.exists(path):
            os.remove(path)
        return
    with open(path, "wb") as file:
        file.write(content)


def main():
    failed = False
    for program in sys.argv[1:] or programs():
        first, second = run(program, "1"), run(program, "2")
        if first != second:
            print(f"{program}: two runs differ", file=sys.stderr)
            failed = True
            continue
        status, stdout, stderr = first
        base = program.removesuffix(".py")
        write(base + ".expected", stdout)
        trouble = f"exit status {status}\n".encode() + stderr if status or stderr else None
        write(base + ".expected-stderr", trouble)
        if trouble:
            print(f"{program}: {trouble.decode().splitlines()[0]}, {trouble.decode().splitlines()[-1]}", file=sys.stderr)
    sys.exit(failed)


if __name__ == "__main__":
    main()
