"""Answers the requests of tools/fuzz-programs.ts, a line of JSON each: makes programs, runs them, makes them smaller.

Under CPython every program runs in a process of its own, with limits on time and memory; under Typhon all run in this one, and
after each it is asked whether this interpreter is still sound.
"""

import json
import sys
import time

from generate import program
from mutate import mutant
from reduce import without
from run import run
from selfcheck import is_sound

TIME_LIMIT = 4
MEMORY_LIMIT = 1 << 30
IS_NATIVE = sys.implementation.name == 'cpython'


def limited():
    """In the child: no more memory than a program of these should need."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_until(descriptor, deadline):
    """All that comes through a pipe, or None if it takes too long."""
    import os
    import select

    parts = []
    while True:
        ready, _, _ = select.select([descriptor], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return None
        part = os.read(descriptor, 1 << 16)
        if not part:
            return b''.join(parts)
        parts.append(part)


def run_apart(source):
    """The trace of a program that runs in a process of its own, and how it failed if it did."""
    import os
    import signal

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            limited()
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, 0)
            os.dup2(null, 1)
            text = run(source).encode()
            while text:
                text = text[os.write(writing, text) :]
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    text = read_until(reading, time.monotonic() + TIME_LIMIT)
    os.close(reading)
    if text is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    failure = 'time' if text is None else f'status {status}' if status else None
    return {'trace': (text or b'').decode(), 'failure': failure}


def run_here(source):
    trace = run(source)
    return {'trace': trace, 'failure': None if is_sound() else 'unsound'}


def make(request):
    if request['corpus']:
        return mutant(request['corpus'], request['seed'], request['index'])
    return program(request['seed'], request['index'])


def answer(request):
    if request['ask'] == 'make':
        return {'source': make(request)}
    if request['ask'] == 'smaller':
        try:
            source, count = without(request['source'], request['kind'], request['numbers'])
        except Exception:  # not every combination is a program
            return {'source': None, 'count': 0}
        return {'source': source, 'count': count}
    if request['ask'] == 'both':
        source = make(request)
        return {'source': source, **run_here(source)}
    start = time.perf_counter()
    result = run_apart(request['source']) if IS_NATIVE else run_here(request['source'])
    return {**result, 'seconds': time.perf_counter() - start}


def main():
    output = sys.stdout
    for line in sys.stdin:
        output.write(json.dumps(answer(json.loads(line))) + '\n')
        output.flush()


if __name__ == '__main__':
    main()
