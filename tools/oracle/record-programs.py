"""Records what the generated programs of `npm test` print under CPython: `record-programs.py > test/generated-programs.txt`.

Lines `INDEX SOURCE TRACE`: checksums of the program and of what it prints, of those that keep CPython's limits. To be run again when the generator
changes.
"""

import hashlib
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'fuzz', 'programs'))

from generate import program
from serve import run_apart

SEED = 2026
COUNT = 100


def checksum(text):
    return hashlib.md5(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]


for index in range(COUNT):
    source = program(SEED, index)
    result = run_apart(source)
    if result['failure'] is None and 'MemoryError' not in result['trace']:
        print(index, checksum(source), checksum(result['trace']))
