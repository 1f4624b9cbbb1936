"""Sizes of CPython's .pyc files: `python3.14 pyc-sizes.py FOLDER` prints plain and gzip bytes as JSON.

Every .py file below FOLDER is compiled. `gzip` is the sum over files compressed one by one, `solid` all of them as one stream.
"""

import gzip
import json
import marshal
import pathlib
import sys

HEADER = bytes(16)


def main(folder):
    files = sorted(pathlib.Path(folder).rglob("*.py"))
    images = []
    for path in files:
        code = compile(path.read_bytes(), str(path.relative_to(folder)), "exec", dont_inherit=True)
        images.append(HEADER + marshal.dumps(code))
    print(
        json.dumps(
            {
                "files": len(images),
                "plain": sum(map(len, images)),
                "gzip": sum(len(gzip.compress(image, 9)) for image in images),
                "solid": len(gzip.compress(b"".join(images), 9)),
            }
        )
    )


main(sys.argv[1])
