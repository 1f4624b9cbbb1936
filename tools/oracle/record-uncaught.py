"""Records what CPython prints for uncaught exceptions.

    $TYPHON_ORACLE tools/oracle/record-uncaught.py test/uncaught.txt

The file is a row of cases.  A case is the line PROGRAM, a program, the line PRINTS, and what CPython prints on standard
error, which this script writes anew.  Programs run as `case.py` in a folder of their own; the folder is not recorded.
"""

import concurrent.futures
import os
import subprocess
import sys
import tempfile

PROGRAM, PRINTS = "=" * 20 + " PROGRAM\n", "-" * 20 + " PRINTS\n"


def run(source):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        path = os.path.join(folder, "case.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PYTHONUTF8": "1", "NO_COLOR": "1"}
        result = subprocess.run([sys.executable, "-B", path], env=environment, cwd=folder, capture_output=True, timeout=60)
        return result.stderr.decode().replace(folder + os.sep, "")


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        sources = [case.partition(PRINTS)[0] for case in file.read().split(PROGRAM)[1:]]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        printed = list(pool.map(run, sources))
    with open(path, "w", encoding="utf-8") as file:
        for source, errors in zip(sources, printed):
            file.write(f"{PROGRAM}{source}{PRINTS}{errors}")


main()
