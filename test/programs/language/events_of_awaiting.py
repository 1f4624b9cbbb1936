"""The end of what is delegated to and awaited, as trace functions and sys.monitoring tell it; jumps from one `with` to another."""
# Runs in a process of its own.
import sys


class Items:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def send(self, value): return self.__next__()

    def __next__(self):
        if self.n == 0: raise StopIteration(5)
        self.n -= 1
        return self.n


def delegating():
    x = yield from Items(1)
    return x


def plain():
    yield from [1]
    yield from range(2)


async def generator():
    yield 1
    yield 2


async def result(): return 5


class Plain:
    def __await__(self): return iter([])


class Wrapping:
    def __await__(self): return result().__await__()


async def awaiting():
    async for x in generator(): pass
    await result()
    await Plain()
    await Wrapping()


OF_HERE = {'delegating', 'plain', 'awaiting', 'generator'}
seen = []


def trace(frame, event, arg):
    if frame.f_code.co_name not in OF_HERE: return None
    if event == 'exception': seen.append((frame.f_code.co_name, arg[0].__name__, str(arg[1])))
    return trace


def raised(code, place, exception):
    if code.co_name in OF_HERE: seen.append((code.co_name, repr(exception)))


def drive(function):
    runs = function()
    try:
        while True: runs.send(None)
    except StopIteration: pass


events = sys.monitoring.events
sys.monitoring.use_tool_id(3, 'raises')
sys.monitoring.register_callback(3, events.RAISE, raised)
for function in delegating, plain, awaiting:
    seen.clear()
    sys.settrace(trace)
    drive(function)
    sys.settrace(None)
    print(function.__name__, *seen)
    seen.clear()
    sys.monitoring.set_events(3, events.RAISE)
    drive(function)
    sys.monitoring.set_events(3, 0)
    print(function.__name__, *seen)


class Manager:
    def __init__(self, name): self.name = name
    def __enter__(self): print('enter', self.name)
    def __exit__(self, *args): print('exit', self.name)


def two():
    with Manager('a'):
        print('in a')
        print('skipped')
    print('skipped')
    with Manager('b'):
        print('skipped')
        print('in b')
    print('end')


def nested():
    for i in range(2):
        with Manager('a'), Manager('b'):
            print('in b')
            print('skipped')
        with Manager('c'):
            print('in c')
            with Manager('d'):
                print('in d')
        print('next')


def deeper():
    with Manager('a'):
        print('in a')
    with Manager('b'):
        with Manager('c'):
            print('in c')


def jump(function, start, end):
    first = function.__code__.co_firstlineno
    isDone = False

    def trace(frame, event, arg):
        nonlocal isDone
        if frame.f_code is not function.__code__: return None
        if event == 'line' and frame.f_lineno == first + start and not isDone:
            isDone = True
            frame.f_lineno = first + end
        return trace

    print(function.__name__, start, end)
    sys.settrace(trace)
    try:
        function()
    except ValueError as error:
        print(error)
    finally:
        sys.settrace(None)


jump(two, 3, 7)
jump(two, 7, 2)
jump(nested, 4, 8)
jump(nested, 4, 6)
jump(nested, 8, 3)
jump(deeper, 2, 5)
