"""What observes a program sees code that has been hot as it sees any other: generators and coroutines that builtins resume."""

import sys


def numbers(n):
    for i in range(n):
        yield helper(i)


def helper(i):
    return i + 1


class Pause:
    def __await__(self):
        yield "pause"


async def waiting(n):
    total = 0
    for i in range(n):
        await Pause()
        total += helper(i)
    return total


def run(coroutine):
    while True:
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value


events = []


def profiler(frame, event, arg):
    if frame.f_code.co_name in ("numbers", "helper", "waiting", "__await__"):
        events.append((event, frame.f_code.co_name))


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("numbers", "helper", "waiting", "__await__"):
        events.append((event, frame.f_code.co_name, frame.f_lineno))
        return tracer
    return None


for turn in range(300):
    if turn == 290:
        sys.setprofile(profiler)
    results = list(numbers(turn % 7)), run(waiting(turn % 5)), sum(numbers(3))
    if turn == 292:
        sys.setprofile(None)
        print(events)
        events.clear()
        sys.settrace(tracer)
    if turn == 293:
        sys.settrace(None)
        print(events)
print(results)
