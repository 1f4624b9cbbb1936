"""Records what CPython does with whole commands: options, the environment, streams that are closed, how it ends.

    $TYPHON_ORACLE tools/oracle/record-commands.py test/commands.txt

The file is a row of cases.  A case is the line COMMAND, a script for `sh` in which `$P` is the command, the line PRINTS, and what it
prints on both streams, which this script writes anew: first standard output, then standard error.  Scripts run in a folder of their own
with an empty standard input; the folder, the path of the command and the addresses of objects are not recorded.
"""

import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

COMMAND, PRINTS = "=" * 20 + " COMMAND\n", "-" * 20 + " PRINTS\n"


def run(script):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1", "P": sys.executable}
        result = subprocess.run(
            ["sh", "-c", script], env=environment, cwd=folder, capture_output=True, timeout=240, stdin=subprocess.DEVNULL
        )
        text = result.stdout.decode() + result.stderr.decode()
        text = text.replace(sys.executable, "python").replace(folder, "")
        return re.sub("0x[0-9a-f]+", "0x", text)


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        sources = [case.partition(PRINTS)[0] for case in file.read().split(COMMAND)[1:]]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        printed = list(pool.map(run, sources))
    with open(path, "w", encoding="utf-8") as file:
        for source, text in zip(sources, printed):
            file.write(f"{COMMAND}{source}{PRINTS}{text}")


main()
