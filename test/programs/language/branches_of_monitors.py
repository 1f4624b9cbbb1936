"""Which way conditional jumps go, as sys.monitoring tells: left is what comes next in CPython's code, right what it jumps to."""
# Runs in a process of its own.
import sys

events = sys.monitoring.events
TOOL = 3


class Manager:
    def __init__(self, suppresses=False): self.suppresses = suppresses
    def __enter__(self): return self
    def __exit__(self, *args): return self.suppresses


def loops(a):
    for i in a:
        j = 0
        while j < 2:
            j += 1
    while True:
        j += 1
        if j > 6: break
    for i in a:
        for j in a:
            pass
    for i in a:
        if i: j = 1
    while j < 5:
        j += 1
        if j == 3:
            continue
        for i in a: pass


def conditions(a):
    for i in a:
        if i is None: continue
        if i is not None and i > 1: break
    for i in a:
        if i == 1 or i == 2:
            continue
    for i in a:
        while not i == 3:
            i += 1
    b = [i for i in a if 0 < i < 3]
    match b:
        case 1 | 2 | None: b = 1
        case [1 | 2, True | None | 2] | 'text': b = 2
    return [i for i in a if i if i > 1]


def handlers(a):
    with Manager(True), Manager():
        1 / 0
    for i in a:
        try:
            if i: 1 / 0
        except KeyError:
            pass
        except ZeroDivisionError:
            continue
    try:
        with Manager(): 1 / 0
    except ZeroDivisionError:
        pass


def calls(a):
    if any(i > 1 for i in a):
        x = tuple(i for i in a)
    if all(i > 1 for i in a):
        x = 1
    return any(i for i in ())


class Items:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self

    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n


async def waiting(a):
    async for i in Items(3):
        if i == 0: break
    async for i in Items(2): pass
    return [i async for i in Items(3) if i]


def run(function):
    result = function([0, 1, 2])
    if function is waiting:
        try:
            result.send(None)
        except StopIteration:
            pass


FUNCTIONS = [loops, conditions, handlers, calls, waiting]
for function in FUNCTIONS:
    code = function.__code__
    seen = []
    lines = {}
    for start, end, line in code.co_lines():
        for place in range(start, end): lines[place] = line

    def note(letter):
        def told(where, source, target):
            if where is code: seen.append(f'{lines[source] - code.co_firstlineno}{letter}')
        return told

    sys.monitoring.use_tool_id(TOOL, 'branches')
    sys.monitoring.register_callback(TOOL, events.BRANCH_LEFT, note('l'))
    sys.monitoring.register_callback(TOOL, events.BRANCH_RIGHT, note('r'))
    sys.monitoring.set_events(TOOL, events.BRANCH_LEFT | events.BRANCH_RIGHT)
    try:
        run(function)
    finally:
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)
    print(function.__name__, *seen)
