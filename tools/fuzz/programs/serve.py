"""Answers the requests of tools/fuzz-programs.ts, a line of JSON each: makes programs, runs them, makes them smaller.

Under CPython every program runs in a process of its own, with limits on time and memory, and may not touch files or processes; under
Typhon all run in this one, and it can be asked whether this interpreter is still sound.
"""

import gc
import json
import os
import sys
import time

from classes import class_program
from generate import program
from hot import hot_program
from mutate import mutant
from reduce import without
from run import run
from selfcheck import is_sound

# Of computation by the child, and by the clock: a busy machine must not change what is dropped.
CPU_LIMIT = 0.7
TIME_LIMIT = 60
MEMORY_LIMIT = 400 << 20
IS_NATIVE = sys.implementation.name == 'cpython'
# What a mutated program could do to the machine.
FORBIDDEN = ('os.', 'shutil.', 'subprocess.', 'socket.', 'ctypes.', 'tempfile.', 'pty.', 'signal.', 'fcntl.', 'sqlite3.', 'webbrowser.')
ALLOWED = ('os.listdir', 'os.scandir', 'os.walk')
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FORBIDDEN_STATUS = 77


def forbid(event, args):
    """An audit hook: the program ends here if it means to change anything outside of itself."""
    if event == 'open' and args[2] & WRITING or event.startswith(FORBIDDEN) and event not in ALLOWED:
        os._exit(FORBIDDEN_STATUS)


def limited():
    """In the child: no more memory and computation than a program of these should need."""
    import resource
    import signal

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_PROF, CPU_LIMIT)
    sys.addaudithook(forbid)


def read_until(descriptor, deadline):
    """All that comes through a pipe, or None if it takes too long."""
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
    import signal

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, 0)
            os.dup2(null, 1)
            os.dup2(null, 2)
            limited()
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
    failure = 'time' if text is None or os.WIFSIGNALED(status) else f'status {status >> 8}' if status else None
    return {'trace': (text or b'').decode(), 'failure': failure}


def run_here(source, check):
    trace = run(source)
    return {'trace': trace, 'failure': 'unsound' if check and not is_sound() else None}


def make(request):
    if request['corpus']:
        return mutant(request['corpus'], request['seed'], request['index'])
    if request.get('classes'):
        return class_program(request['seed'], request['index'])
    if request.get('hot'):
        return hot_program(request['seed'], request['index'])
    return program(request['seed'], request['index'])


def smaller(request):
    try:
        source, count = without(request['source'], request['kind'], request['numbers'])
    except Exception:  # not every combination is a program
        return {'source': None, 'count': 0}
    return {'source': source, 'count': count}


def answer(request):
    if request['ask'] == 'smaller':
        return smaller(request)
    source = request.get('source') or make(request)
    if request['ask'] == 'make':
        return {'source': source}
    return {'source': source, **(run_apart(source) if IS_NATIVE else run_here(source, request['check']))}


def main():
    output = sys.stdout
    if IS_NATIVE:
        gc.freeze()  # the children need no copies of what is there
    for line in sys.stdin:
        output.write(json.dumps(answer(json.loads(line))) + '\n')
        output.flush()


if __name__ == '__main__':
    main()
